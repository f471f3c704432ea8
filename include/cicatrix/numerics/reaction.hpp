// SPDX-License-Identifier: Apache-2.0
// The reaction factor: gathers each voxel's local system, asks the kinetics, eliminates, scatters.
#pragma once

#include "cicatrix/numerics/elimination.hpp"
#include "cicatrix/tissue/kinetics.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace cicatrix {

/// One array per field, in the state's layout.
using FieldArrays = std::vector<AlignedArray>;

class Reaction {
public:
    /// Throws RunError when a layer's kinetics asks for a field or a plane that is not there.
    Reaction(const Kinetics& kinetics, std::shared_ptr<const Layout> layout);

    /// True if there is a law for the field wherever it lives: then no other pass need touch it between the stages.
    bool covers(int field) const { return covered_[static_cast<std::size_t>(field)]; }
    /// The slopes of these fields are set, not added to; they must be covered.
    void set_slopes_of(std::vector<bool> fields) { set_ = std::move(fields); }
    /// slope += f(u), wherever the layer has a law for the field; keeps the factors of I - s J(u). They are kept in
    /// single precision: the method is of order two for any matrix, so rounding them costs nothing, and keeping them
    /// saves half of the work.
    void add_rates_and_factor(const State& u, double s, FieldArrays& slope);
    /// slope becomes u + h k with k = (I - s J)^-1 slope: the stage, where covered; elsewhere it becomes k.
    void solve_and_enter(const State& u, double h, FieldArrays& slope);
    /// slope += f(stage) - 2 k, where covered; f(stage) alone elsewhere. Below zero the laws go on as straight lines,
    /// with J taken at u.
    void add_rates(const State& u, const FieldArrays& stage, double h, FieldArrays& slope);
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
    bool find_cover(int field) const;
    int column_plane(const ColumnRead& read, int asking_plane) const;

    const Kinetics* kinetics_;
    std::shared_ptr<const Layout> layout_;
    std::vector<LayerSystem> systems_;  ///< by layer
    std::vector<Block> blocks_;
    std::vector<float> factors_;
    std::vector<bool> covered_, set_;  ///< by field
};

}  // namespace cicatrix
