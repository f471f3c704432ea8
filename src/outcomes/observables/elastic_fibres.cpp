// SPDX-License-Identifier: Apache-2.0
// Elastic fibres of the upper dermis, and how fast their precursor is made, against the same skin untreated.
//   elastin = <E> / <E>_untreated,   synthesis = (k_P <Q> + <s>) / the same untreated
// E: elastic fibres; Q: matrix reserve; k_P Q: making at rest, s: driven by signals, both by biology/fibre_making.hpp.
#include "cicatrix/biology/fibre_making.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

namespace cicatrix {
namespace {

/// The parameters of `elastin` that say how much is made, as the mechanism has them.
class Making final : public Declared {
public:
    explicit Making(const Adjustments& adjustments) : Declared{"elastin", adjustments} {}
    const ElastinMaking of_elastin{this};
};

class ElasticFibres final : public Outcome {
public:
    ElasticFibres(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments}, making_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const State &skin = glance.treated.state, &rest = glance.untreated;
        fibres_.add(f, mean(skin, field::elastin.name) / mean(rest, field::elastin.name));
        synthesis_.add(f, made(skin) / made(rest));
    }

private:
    double mean(const State& state, std::string_view name) const {
        return FieldReading{state, name}.mean(regions_.upper_dermis(state.grid()));
    }
    double made(const State& state) const {
        const auto driven = [&](int k) {
            const auto of = [&](std::string_view name) { return state.plane(state.layout().find(name), k); };
            return [this, f = of(field::fibroblasts.name), h = of(field::tgf_signal.name),
                    w = of(field::matrix_memory.name)](std::size_t i) {
                return making_.of_elastin.driven(f[i], h[i], w[i]);
            };
        };
        return making_.of_elastin.at_rest() * mean(state, field::matrix_reserve.name) +
               mean_of(state.grid(), regions_.upper_dermis(state.grid()), driven);
    }

    Regions regions_;
    Making making_;
    Follows fibres_{this, {"elastin", "1", "Elastic fibres of the upper dermis relative to the same skin untreated"}};
    Follows synthesis_{
        this,
        {"elastin_synthesis", "1", "Making of tropoelastin in the upper dermis relative to the same skin untreated"}};
};

}  // namespace

namespace observable {
OutcomeEntry elastic_fibres() {
    return outcome_entry<ElasticFibres>("elastic_fibres", "Elastic fibres, and the making of their precursor");
}
}  // namespace observable
}  // namespace cicatrix
