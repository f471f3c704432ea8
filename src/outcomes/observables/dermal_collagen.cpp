// SPDX-License-Identifier: Apache-2.0
// Collagen of the upper dermis against the same skin untreated.
//   healthy = C_1 + C_n + C_3,  total = healthy + C_s
// C_1: mature ordered I; C_n: new I; C_3: III; C_s: disordered. Torn: share of the tissue that moving or blunt needles
// tore; injured: that, and what needles went through. Both are summed over sessions.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

class DermalCollagen final : public Outcome {
public:
    DermalCollagen(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void acted(const View& view, Findings&) override {
        torn_share_ += share(view, [](double, double torn) { return torn; });
        injured_share_ += share(view, [](double killed, double torn) { return std::min(1.0, killed + torn); });
    }

    void see(const Glance& glance, Findings& f) override {
        const Amounts now = amounts(glance.treated.state), rest = amounts(glance.untreated);
        gain_.add(f, 100.0 * (now.healthy() / rest.healthy() - 1.0));
        type_i_.add(f, (now.mature + now.fresh) / (rest.mature + rest.fresh));
        type_iii_.add(f, now.iii / rest.iii);
        iii_fraction_.add(f, now.iii / now.total());
        torn_.add(f, torn_share_);
        net_.add(f, now.mature / rest.mature);
        capacity_.add(f, now.healthy() / now.total());
    }

    void keep(Archive& archive) override {
        archive.number("torn_share", torn_share_);
        archive.number("injured_share", injured_share_);
    }

    void conclude(const Model&, Findings& f) override {
        if (injured_share_ <= 0.0 || net_.of(f).empty()) return;  // without injury there is nothing to divide by
        per_injury_.set(f, (net_.of(f).back() - 1.0) / injured_share_);
    }

private:
    struct Amounts {
        double mature, fresh, iii, scar;
        double healthy() const { return mature + fresh + iii; }
        double total() const { return healthy() + scar; }
    };

    Amounts amounts(const State& state) const {
        const DepthRange range = regions_.upper_dermis(state.grid());
        const auto mean = [&](std::string_view name) { return FieldReading{state, name}.mean(range); };
        return {mean(field::collagen_i.name), mean(field::collagen_i_new.name), mean(field::collagen_iii.name),
                mean(field::collagen_scar.name)};
    }

    /// Mean over the upper dermis of what `of` makes of the killed and the torn share of a voxel in one session.
    template <class Of>
    double share(const View& view, const Of& of) const {
        const Grid& grid = view.state.grid();
        return mean_of(grid, regions_.upper_dermis(grid), [&](int k) {
            return [&of, killed = view.wound->killed(k), torn = view.wound->torn(k)](std::size_t i) {
                return of(killed[i], torn[i]);
            };
        });
    }

    Regions regions_;
    Follows gain_{this,
                  {"collagen_gain", "%", "Collagen of the upper dermis without scar, above the same skin untreated"}};
    Follows type_i_{this, {"collagen_i", "1", "Collagen I, new and mature, relative to the same skin untreated"}};
    Follows type_iii_{this, {"collagen_iii", "1", "Collagen III relative to the same skin untreated"}};
    Follows iii_fraction_{this,
                          {"type_iii_fraction", "1", "Share of collagen III in all collagen of the upper dermis"}};
    Follows torn_{this, {"torn_collagen", "1", "Share of the upper dermis that needles tore, summed over sessions"}};
    Follows net_{this, {"net_collagen", "1", "Mature ordered collagen relative to the same skin untreated"}};
    Follows capacity_{
        this, {"collagen_capacity", "1", "Share of the collagen network that is not scar: room for healthy collagen"}};
    Concludes per_injury_{
        this,
        {"collagen_per_injury", "1",
         "Mature ordered collagen gained at the end, per share of the upper dermis that needles injured"}};
    double torn_share_ = 0.0, injured_share_ = 0.0;
};

}  // namespace

namespace observable {
OutcomeEntry dermal_collagen() {
    return outcome_entry<DermalCollagen>("dermal_collagen",
                                         "Collagen of the upper dermis against the same skin untreated");
}
}  // namespace observable
}  // namespace cicatrix
