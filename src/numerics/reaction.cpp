// SPDX-License-Identifier: Apache-2.0
// Runs the local systems of all voxels in fixed blocks, so that results are the same for any number of threads.
#include "cicatrix/numerics/reaction.hpp"

#include "cicatrix/numerics/parallel.hpp"
#include "reaction_batch.hpp"

#include <algorithm>
#include <mutex>

namespace cicatrix {

namespace {

constexpr std::size_t voxels_per_block = 768;  // enough work to pay for handing it out
constexpr std::size_t groups_per_batch = 4;    // one list of operations serves so many groups at once

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

}  // namespace

/// Room to work on one block: batches of several groups, and of one for what is left over.
template <class Real>
class Reaction<Real>::Bench {
public:
    Bench(const Reaction& r, Layer layer)
        : wide_{*r.kinetics_, r.systems_[at(index(layer))].elimination, r.layout_->grid(), layer, r.spreads_},
          narrow_{*r.kinetics_, r.systems_[at(index(layer))].elimination, r.layout_->grid(), layer, r.spreads_},
          layer_{layer} {}
    Layer layer() const { return layer_; }

    void move_to(const State& u, int plane) {
        wide_.move_to(u, plane);
        narrow_.move_to(u, plane);
    }
    /// Calls work(batch, group) for all groups from voxel `first` to `last`.
    template <class Work>
    void over_groups(std::size_t first, std::size_t last, const Work& work) {
        constexpr std::size_t group = BasicLanes<Real>::width, batch = groups_per_batch * group;
        for (; first + batch <= last; first += batch) work(wide_, first);
        for (; first < last; first += group) work(narrow_, first);
    }
    void restart_sums(const std::vector<FieldShape>& shapes) {
        wide_.restart_sums(shapes);
        narrow_.restart_sums(shapes);
    }
    void take_sums(PlaneMeasure* to) const {
        for (std::size_t i = 0; i < wide_.sums().size(); ++i) {
            to[i] = wide_.sums()[i].measure();
            to[i] += narrow_.sums()[i].measure();
        }
    }

private:
    ReactionBatch<Real, groups_per_batch> wide_;
    ReactionBatch<Real, 1> narrow_;
    Layer layer_;
};

/// Benches wait here between blocks, so that steps ask for no memory once there is one for each thread.
template <class Real>
class Reaction<Real>::Benches {
public:
    std::unique_ptr<Bench> take(const Reaction& reaction, Layer layer) {
        {
            const std::lock_guard lock{mutex_};
            auto& waiting = waiting_[at(index(layer))];
            if (!waiting.empty()) {
                auto bench = std::move(waiting.back());
                waiting.pop_back();
                return bench;
            }
        }
        return std::make_unique<Bench>(reaction, layer);
    }
    void give_back(std::unique_ptr<Bench> bench) {
        const std::lock_guard lock{mutex_};
        waiting_[at(index(bench->layer()))].push_back(std::move(bench));
    }

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<Bench>> waiting_[layer_count];
};

template <class Real>
Reaction<Real>::Reaction(const Kinetics& kinetics, std::shared_ptr<const Layout> layout,
                         const std::vector<FieldShape>& shapes, std::vector<bool> spreads)
    : kinetics_{&kinetics},
      layout_{std::move(layout)},
      shapes_{shapes},
      spreads_{std::move(spreads)},
      systems_(layer_count),
      benches_{std::make_unique<Benches>()} {
    const Grid& grid = layout_->grid();
    for (Layer layer : all_layers) {
        if (grid.planes(layer).count() == 0) continue;
        const LocalPattern& pattern = kinetics.pattern(layer);
        systems_[at(index(layer))] = {
            &pattern, Elimination{static_cast<int>(pattern.fields.size()), pattern.nonzeros, pattern.left_out}};
    }
    const std::vector<bool> early = planes_read_by_others();
    const std::size_t voxels = grid.plane_size();
    std::size_t measures = 0;
    for (int k = 0; k < grid.nz(); ++k) {
        const std::size_t unknowns = system(k).pattern->fields.size();
        if (unknowns == 0) continue;
        for (std::size_t v = 0; v < voxels; v += voxels_per_block, measures += unknowns)
            blocks_.push_back({k, v, std::min(v + voxels_per_block, voxels), measures, early[at(k)]});
    }
    measures_.resize(measures);
}

template <class Real>
Reaction<Real>::~Reaction() = default;

template <class Real>
const typename Reaction<Real>::LayerSystem& Reaction<Real>::system(int plane) const {
    return systems_[at(index(layout_->grid().layer(plane)))];
}

template <class Real>
bool Reaction<Real>::has_law(int field, int plane) const {
    const std::vector<int>& fields = system(plane).pattern->fields;
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

template <class Real>
std::vector<bool> Reaction<Real>::planes_read_by_others() const {
    const Grid& grid = layout_->grid();
    std::vector<bool> read(at(grid.nz()), false);
    for (int k = 0; k < grid.nz(); ++k)
        for (const ColumnRead& column : system(k).pattern->columns)
            if (const int from = column_plane(grid, column, k); from != k) read[at(from)] = true;
    return read;
}

/// Calls work(bench, block) for all blocks, the bench being in the block's plane.
template <class Real>
template <class Work>
void Reaction<Real>::over_blocks(const State& u, const Work& work) {
    parallel_for(static_cast<int>(blocks_.size()), [&](int b) {
        const Block& block = blocks_[at(b)];
        auto bench = benches_->take(*this, layout_->grid().layer(block.plane));
        bench->move_to(u, block.plane);
        work(*bench, block);
        benches_->give_back(std::move(bench));
    });
}

template <class Real>
void Reaction<Real>::add_spreading_rates(const State& u, double s, Stages<Real>& stages) {
    over_blocks(u, [&](Bench& bench, const Block& block) {
        bench.over_groups(block.first, block.last,
                          [&](auto& batch, std::size_t group) { batch.add_spreading_rates(u, s, stages, group); });
    });
}

template <class Real>
void Reaction<Real>::first_stage(const State& u, double h, double s, Stages<Real>& stages) {
    // Planes whose stage other planes read go first: laws there take their rates from a stage that is complete.
    over_blocks(u, [&](Bench& bench, const Block& block) {
        if (!block.early) return;
        bench.over_groups(block.first, block.last,
                          [&](auto& batch, std::size_t group) { batch.enter(u, h, s, stages, group); });
    });
    over_blocks(u, [&](Bench& bench, const Block& block) {
        bench.over_groups(block.first, block.last, [&](auto& batch, std::size_t group) {
            if (block.early) return batch.add_stage_rates_later(u, h, s, stages, group);
            batch.enter(u, h, s, stages, group);
            batch.add_stage_rates(u, s, stages, group);
        });
    });
}

template <class Real>
void Reaction<Real>::second_stage(const State& u, double h, double s, Stages<Real>& stages,
                                  std::vector<std::vector<PlaneMeasure>>& measures) {
    over_blocks(u, [&](Bench& bench, const Block& block) {
        bench.restart_sums(shapes_);
        bench.over_groups(block.first, block.last,
                          [&](auto& batch, std::size_t group) { batch.finish(u, h, s, stages, group); });
        bench.take_sums(measures_.data() + block.measures);
    });
    for (const Block& block : blocks_) {
        const std::vector<int>& fields = system(block.plane).pattern->fields;
        for (std::size_t i = 0; i < fields.size(); ++i)
            measures[at(fields[i])][at(block.plane - layout_->planes(fields[i]).first)] +=
                measures_[block.measures + i];
    }
}

template class Reaction<double>;
template class Reaction<float>;

}  // namespace cicatrix
