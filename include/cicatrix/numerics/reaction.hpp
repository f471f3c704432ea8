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
    /// Keeps the factors of I - s J for the second stage.
    void first_stage(const State& u, double s, FieldArrays& slope);
    /// The same for f(w), with the factors of the first stage. They are kept in single precision: the method is of
    /// order two for any matrix, so rounding them costs nothing, and keeping them saves half of the work.
    void second_stage(const State& u, const FieldArrays& w, FieldArrays& slope) const;

private:
    struct Block {  ///< a run of lane groups in one plane
        int plane;
        std::size_t first, last;
        std::size_t factors, stride;  ///< where the block's factors begin, and from group to group
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
    std::vector<float> factors_;
};

}  // namespace cicatrix
