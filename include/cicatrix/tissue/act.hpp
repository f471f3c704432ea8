// SPDX-License-Identifier: Apache-2.0
// What can be done to skin at an instant. Mechanisms answer through `respond`.
#pragma once

#include "cicatrix/tissue/state.hpp"
#include "cicatrix/tissue/wound.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace cicatrix {

/// A sunburn: a dose of daylight at once.
struct Burn {
    double sed = 0;  ///< erythemal dose that reaches the epidermis
};

/// A peel that takes off the horny sheet.
struct Peel {
    double sheet_lost = 0;  ///< fraction
};

/// A session of needling. `punctures` are of all passes together.
struct Needling {
    std::vector<Puncture> punctures;
    double device_contamination_cfu_per_cm2 = 0;  ///< bacteria that the device leaves per treated area
    double surface_disinfection = 0;              ///< fraction of skin flora removed beforehand
    double foreign_material = 0;                  ///< 0 none .. 1: product not meant to be driven in
    int session = 0;                              ///< from 1
    int needles_at_once = 1;                      ///< that strike together; `punctures` holds many strikes
};

/// A product put on once. Loadings are relative to a usual dose (1 = as much as is usually applied).
struct Application {
    std::string product;
    double irritant = 0, humectant = 0, steroid = 0, depigmenting = 0, antimicrobial = 0;
    double contamination_cfu_per_cm2 = 0;
    double amount = 1;           ///< in usual doses
    double horn_mm_per_h = 0;    ///< what intact horn lets through of its molecule
    std::optional<double> ph{};  ///< none: without water
};

/// A pigment laser pass.
struct LaserPass {
    double melanin_removed = 0;   ///< fraction of melanin destroyed where the beam acts
    double epidermal_injury = 0;  ///< fraction of epidermal cells injured
};

/// Sets what acts continuously from now on (daylight, regular products, dressing).
struct Exposure {
    Environment environment;
};

using ActKind = std::variant<Burn, Peel, Needling, Application, LaserPass, Exposure>;

struct Act {
    double time_h = 0;
    std::string label;  ///< for reports: "session 3", "glycolic serum"
    ActKind kind;
};

/// An act as mechanisms see it: for needling, with the wound already cut on the grid.
struct Event {
    const Act& act;
    const Wound* wound = nullptr;  ///< set for Needling only
    const Needling* needling() const { return std::get_if<Needling>(&act.kind); }
    const Application* application() const { return std::get_if<Application>(&act.kind); }
    const Burn* burn() const { return std::get_if<Burn>(&act.kind); }
    const Peel* peel() const { return std::get_if<Peel>(&act.kind); }
    const LaserPass* laser() const { return std::get_if<LaserPass>(&act.kind); }
};

}  // namespace cicatrix
