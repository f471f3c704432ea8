// SPDX-License-Identifier: Apache-2.0
// The reaction factor, and all else that a step does voxel by voxel where laws hold.
#pragma once

#include "cicatrix/numerics/elimination.hpp"
#include "cicatrix/numerics/field_steps.hpp"
#include "cicatrix/tissue/kinetics.hpp"

#include <memory>
#include <type_traits>
#include <vector>

namespace cicatrix {

/// One array per field, in the state's layout.
template <class Real>
using FieldArrays = std::vector<BasicAlignedArray<Real>>;

/// What a step writes down between its passes. The state itself is always kept in double precision, and what a step
/// adds to it is kept apart from it, so that in single precision small changes of large values are not lost.
template <class Real>
struct Stages {
    FieldArrays<Real> first;    ///< F(u), then a = h k1
    FieldArrays<Real> second;   ///< L u, then F(u + a) - 2 k1, then k2
    FieldArrays<double> after;  ///< the new state; empty in double precision, where `first` has room for it
    FieldArrays<double>& new_state() {
        if constexpr (std::is_same_v<Real, double>)
            return first;
        else
            return after;
    }
};

/// Each pass goes once over memory. The Jacobian is found and eliminated anew in each of the two passes that solve:
/// keeping its factors would take four times the memory of the state, and fetching them as long as finding them.
template <class Real>
class Reaction {
public:
    /// `shapes` and `spreads` (whether diffusion moves it), by field. The kinetics must fit the layout.
    Reaction(const Kinetics& kinetics, std::shared_ptr<const Layout> layout, const std::vector<FieldShape>& shapes,
             std::vector<bool> spreads);
    ~Reaction();
    Reaction(const Reaction&) = delete;
    Reaction& operator=(const Reaction&) = delete;

    /// Whether the plane's layer has a law for the field; the passes below leave all others alone.
    bool has_law(int field, int plane) const;

    /// `first` becomes L u + f(u) and what is carried for fields that spread, where L u is read from `second`.
    void add_spreading_rates(const State& u, double s, Stages<Real>& stages);
    /// `first` becomes a = h k1 with k1 = (I - s J)^-1 F(u), where F(u) is read from `first` for fields that spread
    /// and is f(u) for others; `second` becomes f(u + a) - 2 k1, to which L u and what is carried are added for fields
    /// that spread.
    void first_stage(const State& u, double h, double s, Stages<Real>& stages);
    /// The new state becomes u + 3/2 a + 1/2 h k2 with k2 = (I - s J)^-1 second, and negatives set to zero. Adds to
    /// `measures`, by field and its planes.
    void second_stage(const State& u, double h, double s, Stages<Real>& stages,
                      std::vector<std::vector<PlaneMeasure>>& measures);

private:
    struct Block {  ///< a run of voxels in one plane, padding included
        int plane;
        std::size_t first, last;
        std::size_t measures;  ///< where its measures begin, one per local unknown
        bool early;            ///< its stage is read by other planes
    };
    struct LayerSystem {
        const LocalPattern* pattern = nullptr;
        Elimination elimination{0, {}};
    };
    class Bench;
    class Benches;
    template <class Work>
    void over_blocks(const State& u, const Work& work);
    std::vector<bool> planes_read_by_others() const;
    const LayerSystem& system(int plane) const;

    const Kinetics* kinetics_;
    std::shared_ptr<const Layout> layout_;
    const std::vector<FieldShape>& shapes_;
    std::vector<bool> spreads_;
    std::vector<LayerSystem> systems_;  ///< by layer
    std::vector<Block> blocks_;
    std::vector<PlaneMeasure> measures_;
    std::unique_ptr<Benches> benches_;
};

}  // namespace cicatrix
