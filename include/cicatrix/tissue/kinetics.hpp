// SPDX-License-Identifier: Apache-2.0
// The one door between the two wings: biology gives local rates and their Jacobian, numerics asks for them.
#pragma once

#include "cicatrix/base/lanes.hpp"
#include "cicatrix/tissue/state.hpp"

#include <span>
#include <utility>
#include <vector>

namespace cicatrix {

/// A value taken from another plane of the same column: the plane of `layer` nearest to the asking voxel.
/// It enters the rates as it stands; the Jacobian leaves it out (the step method stays of order two).
struct ColumnRead {
    int field = -1;
    Layer layer = Layer::stratum_corneum;
};

/// The local system of one layer, in compact numbering 0 .. fields.size()-1.
struct LocalPattern {
    std::vector<int> fields;                    ///< global field index of each local unknown
    std::vector<std::pair<int, int>> nonzeros;  ///< (row, column) of the Jacobian, local; diagonal always there
    std::vector<ColumnRead> columns;            ///< what `Site::columns` must hold, in this order
};

/// Where the lanes are.
struct Site {
    Layer layer = Layer::papillary;
    double depth_um = 0.0;  ///< of the plane's centre
    const Environment* environment = nullptr;
    std::span<const Lanes> columns;  ///< values of LocalPattern::columns
};

class Kinetics {
public:
    virtual ~Kinetics() = default;
    virtual const LocalPattern& pattern(Layer layer) const = 0;
    /// Rates in canonical units per hour, set (not added). u and rate are in local numbering.
    virtual void rates(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate) const = 0;
    /// The same, and the Jacobian's non-zeros in the order of the pattern.
    virtual void linearise(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate,
                           std::span<Lanes> nonzero) const = 0;
};

}  // namespace cicatrix
