// SPDX-License-Identifier: Apache-2.0
// The reaction factor: gathers each voxel's local system, asks the kinetics, eliminates, scatters.
#pragma once

#include "cicatrix/numerics/elimination.hpp"
#include "cicatrix/tissue/kinetics.hpp"

#include <memory>
#include <vector>

namespace cicatrix {

/// One array per field, in the state's layout.
using FieldArrays = std::vector<AlignedArray>;

class Reaction {
public:
    /// Throws RunError when a layer's kinetics asks for a field or a plane that is not there.
    Reaction(const Kinetics& kinetics, std::shared_ptr<const Layout> layout);

    /// slope becomes (I - s J)^-1 (f(u) + slope) wherever the layer has a law for the field.
    void first_stage(const State& u, double s, FieldArrays& slope) const;
    /// The same for f(w), with J still taken at u.
    void second_stage(const State& u, const FieldArrays& w, double s, FieldArrays& slope) const;

private:
    struct Block {  ///< a run of lane groups in one plane
        int plane;
        std::size_t first, last;
    };
    struct LayerSystem {
        const LocalPattern* pattern = nullptr;
        Elimination elimination{0, {}};
    };
    class Workspace;
    void check(Layer layer, const LocalPattern& pattern) const;
    int column_plane(const ColumnRead& read, int asking_plane) const;

    const Kinetics* kinetics_;
    std::shared_ptr<const Layout> layout_;
    std::vector<LayerSystem> systems_;  ///< by layer
    std::vector<Block> blocks_;
};

}  // namespace cicatrix
