// SPDX-License-Identifier: Apache-2.0
// Where a run is kept while it goes, so that one that was broken off goes on later with the same bits.
#pragma once

#include "cicatrix/base/archive.hpp"

#include <functional>

namespace cicatrix {

class Keeper {
public:
    using Body = std::function<void(Archive&)>;
    virtual ~Keeper() = default;
    /// Before the run: gives back what was kept, if anything was. Whoever takes frames is set back as well.
    virtual bool give_back(const Body& body) = 0;
    /// Asked after every step.
    virtual bool is_due() = 0;
    virtual void keep(const Body& body) = 0;
};

}  // namespace cicatrix
