// SPDX-License-Identifier: Apache-2.0
// Signals and enzymes of the upper dermis as an assay of the tissue would read them: means of the free concentrations.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <array>
#include <utility>

namespace cicatrix {
namespace {

class SignalLevels final : public Outcome {
public:
    SignalLevels(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const State& skin = glance.treated.state;
        const DepthRange here = regions_.upper_dermis(skin.grid());
        const std::array<std::pair<const Follows*, std::string_view>, 7> read{{{&il6_, field::il6.name},
                                                                               {&tnf_, field::tnf.name},
                                                                               {&il10_, field::il10.name},
                                                                               {&vegf_, field::vegf.name},
                                                                               {&pdgf_, field::pdgf.name},
                                                                               {&mmp_, field::mmp.name},
                                                                               {&timp_, field::timp.name}}};
        for (const auto& [series, name] : read) series->add(f, FieldReading{skin, name}.mean(here));
    }

private:
    Regions regions_;
    Follows il6_{this, {"il6", "pg/mm3", "Interleukin 6, mean of the upper dermis"}};
    Follows tnf_{this, {"tnf", "pg/mm3", "Tumour necrosis factor, mean of the upper dermis"}};
    Follows il10_{this, {"il10", "pg/mm3", "Interleukin 10, mean of the upper dermis"}};
    Follows vegf_{this, {"vegf", "pg/mm3", "Vascular endothelial growth factor, mean of the upper dermis"}};
    Follows pdgf_{this, {"pdgf", "pg/mm3", "Platelet-derived growth factor, mean of the upper dermis"}};
    Follows mmp_{this, {"mmp", "pg/mm3", "Free collagenases and gelatinases, mean of the upper dermis"}};
    Follows timp_{this, {"timp", "pg/mm3", "Free inhibitors of metalloproteinases, mean of the upper dermis"}};
};

}  // namespace

namespace observable {
OutcomeEntry signal_levels() {
    return outcome_entry<SignalLevels>("signal_levels", "Signals and enzymes of the upper dermis");
}
}  // namespace observable
}  // namespace cicatrix
