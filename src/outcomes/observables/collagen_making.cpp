// SPDX-License-Identifier: Apache-2.0
// How fast collagen is laid down in the upper dermis, and of which type.
//   made     = <s> + s_0 <Q>,    made_III = f <s> + f_0 s_0 <Q>
//   synthesis = made / s_0*,     share_III = made_III / made,     new = integral of <s> over time
// s: driven by signals, s_0: renewal at rest, both by biology/fibre_making.hpp with the person's parameters; f, f_0:
// share of type III in them; Q: matrix reserve; s_0*: renewal at rest with the declared ones, so that persons can be
// compared;
// <>: mean over the upper dermis.
#include "cicatrix/biology/fibre_making.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <array>

namespace cicatrix {
namespace {

/// The parameters of `collagen` that say how much is made, as the mechanism has them.
class Making final : public Declared {
public:
    explicit Making(const Adjustments& adjustments) : Declared{"collagen", adjustments} {}
    const CollagenMaking of_collagen{this};
};

/// All that the making depends on in one plane, canonical units.
class MakersOfPlane {
public:
    MakersOfPlane(const State& state, int k) {
        for (std::size_t f = 0; f < names.size(); ++f) fields_[f] = state.plane(state.layout().find(names[f]), k);
    }
    CollagenMakers<double> at(std::size_t i) const {
        const auto value = [&](std::size_t f) { return fields_[f].empty() ? 0.0 : fields_[f][i]; };
        return {value(0), value(1), value(2), value(3), value(4), value(5), value(6) + value(7) + value(8) + value(9)};
    }

private:
    static constexpr std::array names{field::fibroblasts.name,   field::myofibroblasts.name, field::tgf_signal.name,
                                      field::matrix_memory.name, field::oxygen.name,         field::tnf.name,
                                      field::collagen_iii.name,  field::collagen_i_new.name, field::collagen_i.name,
                                      field::collagen_scar.name};
    std::array<std::span<const double>, names.size()> fields_;
};

class CollagenSynthesis final : public Outcome {
public:
    CollagenSynthesis(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments}, own_{adjustments}, declared_{Adjustments{}} {}

    void see(const Glance& glance, Findings& f) override {
        const State& skin = glance.treated.state;
        const DepthRange here = regions_.upper_dermis(skin.grid());
        const CollagenMaking &own = own_.of_collagen, &usual = declared_.of_collagen;
        const double driven = mean_driven(skin, here);
        const double renewed = own.at_rest() * FieldReading{skin, field::matrix_reserve.name}.mean(here);
        const double all = driven + renewed, iii = *own.early_iii * driven + *own.resting_iii * renewed;
        all_.add(f, all / usual.at_rest());
        iii_.add(f, iii / (*usual.resting_iii * usual.at_rest()));
        share_.add(f, all > 0.0 ? iii / all : 0.0);
        const double hours = (f.time_d.back() - before_d_) * day.size;
        laid_ += 0.5 * (before_ + driven) * hours;
        before_d_ = f.time_d.back();
        before_ = driven;
        new_.add(f, laid_ / ug_per_mm3.size);
    }

    void keep(Archive& archive) override {
        archive.number("before_d", before_d_);
        archive.number("before", before_);
        archive.number("laid", laid_);
    }

private:
    double mean_driven(const State& state, const DepthRange& here) const {
        return mean_of(state.grid(), here, [&](int k) {
            return [this, makers = MakersOfPlane{state, k}](std::size_t i) {
                return own_.of_collagen.driven(makers.at(i));
            };
        });
    }

    Regions regions_;
    Making own_, declared_;
    double before_d_ = 0.0, before_ = 0.0, laid_ = 0.0;
    Follows all_{this,
                 {"collagen_synthesis", "1",
                  "Making of collagen in the upper dermis, relative to resting dermis with the declared parameters"}};
    Follows iii_{
        this,
        {"collagen_iii_synthesis", "1",
         "Making of collagen III in the upper dermis, relative to resting dermis with the declared parameters"}};
    Follows new_{this,
                 {"collagen_made", "ug/mm3",
                  "Collagen that signals have made cells lay down in the upper dermis since the start, kept or not"}};
    Follows share_{this,
                   {"type_iii_synthesis_share", "1", "Share of type III in the collagen that the upper dermis makes"}};
};

}  // namespace

namespace observable {
OutcomeEntry collagen_making() {
    return outcome_entry<CollagenSynthesis>("collagen_making", "How fast collagen is made, and of which type");
}
}  // namespace observable
}  // namespace cicatrix
