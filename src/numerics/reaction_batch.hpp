// SPDX-License-Identifier: Apache-2.0
// A few lane groups of one plane: gathers their local systems, asks the kinetics, eliminates, scatters.
#pragma once

#include "cicatrix/numerics/elimination.hpp"
#include "cicatrix/numerics/reaction.hpp"
#include "finish.hpp"

#include <vector>

namespace cicatrix {

/// Room to work on `Width` lane groups at once (1 or 4), in any plane of one layer. Groups are counted in voxels from
/// the beginning of the plane. The state is read in double precision; laws and elimination run on `Real`.
template <class Real, std::size_t Width>
class ReactionBatch {
public:
    using Group = BasicLanes<Real>;
    ReactionBatch(const Kinetics& kinetics, const Elimination& elimination, const Grid& grid, Layer layer,
                  const std::vector<bool>& spreads);

    void move_to(const State& u, int plane);

    /// first = L u + f(u) and what is carried where the field spreads; L u is in `second`.
    void add_spreading_rates(const State& u, double s, Stages<Real>& stages, std::size_t group);
    /// `first`: where the field spreads the slope F(u), already spread, becomes a = h (I - s J)^-1 F(u); elsewhere
    /// F(u) is f(u) and needs not be there.
    void enter(const State& u, double h, double s, Stages<Real>& stages, std::size_t group);
    /// After enter() in the same place: second = f(w) - 2 k1 and what is carried, with w = u + a; added to what is
    /// there where the field spreads. Below zero the laws go on as straight lines, with J taken at u, which also keeps
    /// stiff decay damped.
    void add_stage_rates(const State& u, double s, Stages<Real>& stages, std::size_t group);
    /// The same where enter() was done before, by another batch.
    void add_stage_rates_later(const State& u, double h, double s, Stages<Real>& stages, std::size_t group);
    /// The new state becomes u + 3/2 a + 1/2 h k2 with k2 = (I - s J)^-1 second.
    void finish(const State& u, double h, double s, Stages<Real>& stages, std::size_t group);

    /// Sums of finish() since the last call of restart_sums(), by local unknown.
    const std::vector<PlaneSums>& sums() const { return sums_; }
    void restart_sums(const std::vector<FieldShape>& shapes);

private:
    void gather(const State& u, std::size_t group);
    void gather_columns(const State& u, std::size_t group);
    void gather_stage_columns(const State& u, const Stages<Real>& stages, std::size_t group);
    void linearise(const State& u, std::size_t group);
    void factor(double s);
    void solve();
    void find_below();
    void continue_below_zero();
    void stage_rates(const State& u, double s, Stages<Real>& stages, std::size_t group);
    void carry();
    template <class Visit>
    void over_unknowns(const Visit& visit) const;

    const Kinetics& kinetics_;
    const LocalPattern& pattern_;
    const Elimination& elimination_;
    Site site_;
    RowEnd<Real> row_end_;
    RowEnd<double> row_end_of_eights_;
    std::size_t n_;
    int plane_ = -1;
    BasicSheet<Real> sheet_;
    std::vector<std::size_t> offset_, column_offset_, solved_nonzeros_, carried_;
    std::vector<char> spreads_;  ///< by local unknown
    std::vector<double> rest_;
    std::vector<Group> below_, kept_, factors_;
    bool any_below_ = false;
    std::vector<PlaneSums> sums_;
};

extern template class ReactionBatch<double, 1>;
extern template class ReactionBatch<double, 4>;
extern template class ReactionBatch<float, 1>;
extern template class ReactionBatch<float, 4>;

}  // namespace cicatrix
