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

    /// slope += f(u), wherever the layer has a law for the field; keeps the factors of I - s J(u). They are kept in
    /// single precision: the method is of order two for any matrix, so rounding them costs nothing, and keeping them
    /// saves half of the work.
    void add_rates_and_factor(const State& u, double s, FieldArrays& slope);
    /// slope += f(stage). Below zero the laws go on as straight lines, with J taken at u.
    void add_rates(const State& u, const FieldArrays& stage, FieldArrays& slope);
    /// slope becomes (I - s J)^-1 slope, with the factors kept last. `u` only tells the shape.
    void solve(const State& u, FieldArrays& slope);

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
    template <class Work>
    void over_groups(const State& u, const Work& work);
    void check(Layer layer, const LocalPattern& pattern) const;
    int column_plane(const ColumnRead& read, int asking_plane) const;

    const Kinetics* kinetics_;
    std::shared_ptr<const Layout> layout_;
    std::vector<LayerSystem> systems_;  ///< by layer
    std::vector<Block> blocks_;
    std::vector<float> factors_;
};

}  // namespace cicatrix
