// SPDX-License-Identifier: Apache-2.0
// Every use adds u, every soak leaves the share s:  x_n = s (x_(n-1) + u) = u (s + s^2 + ... + s^n).
// Left in the skin:  c_m (1 - exp(-x_n/c_m)),  with c_m the most a head can hold; a new one is sterile.
#include "cicatrix/protocol/hygiene.hpp"
#include "cicatrix/base/exact_math.hpp"

#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/protocol/settled.hpp"
#include "cicatrix/protocol/timeline.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cicatrix {
namespace {

constexpr std::array<Disinfectant, 8> disinfectants{{
    {"none", "used as it is", 0.0, false, convention("nothing is done")},
    {"isopropanol 70 %", "soaked in rubbing alcohol", 28.0, false,
     Source{"skin_antisepsis2007", "abstract: 10 min take 1.9 and 2.2 decades off foreheads, 2.05 x 2.303 / 10 min",
            Evidence::derived}},
    {"ethanol 70 %", "soaked in alcohol", 28.0, false,
     assumed("taken as isopropanol: on skin both are weaker than n-propanol (skin_antisepsis2009)")},
    {"chlorhexidine", "soaked in chlorhexidine", 16.6, false,
     Source{"mazzola2003", "abstract: 0.4 % needs 8.3 min for a tenth of the hardiest of its bacteria, 2.303 / 8.3 min",
            Evidence::derived}},
    {"hydrogen peroxide 3 %", "soaked in household peroxide", 15.0, false,
     assumed("weakened by organic residue between needles")},
    {"soap and water", "washed", 6.0, false, assumed("loosens, hardly kills")},
    {"hot water", "rinsed hot", 5.9, false,
     Source{"staph_heat",
            "abstract: S. aureus falls to a tenth in 23.6 and 22.9 min at 52 C, about as hot as a tap gives",
            Evidence::derived}},
    {"sterile single use", "a new sterile head each time", 0.0, true, convention("sterile by definition")},
}};

constexpr auto names = [] {
    std::array<std::string_view, disinfectants.size()> list{};
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = disinfectants[i].name;
    return list;
}();

const Disinfectant& agent_of(const Disinfection& disinfection) {
    if (const Disinfectant* d = find_disinfectant(disinfection.agent)) return *d;
    const std::string near = nearest(disinfection.agent, std::vector<std::string>(names.begin(), names.end()));
    throw InputError{"there is no disinfectant '" + disinfection.agent + "'" +
                     (near.empty() ? "" : "; did you mean '" + near + "'?")};
}

/// s + s^2 + ... + s^n.
double geometric(double s, double n) {
    return s < 1.0 ? s * (1.0 - exact_pow(s, n)) / (1.0 - s) : n;
}

}  // namespace

std::span<const Disinfectant> disinfectant_table() {
    return disinfectants;
}

std::span<const std::string_view> disinfectant_names() {
    return names;
}

const Disinfectant* find_disinfectant(std::string_view name) {
    const auto it =
        std::find_if(disinfectants.begin(), disinfectants.end(), [&](const Disinfectant& d) { return d.name == name; });
    return it == disinfectants.end() ? nullptr : &*it;
}

double surviving_share(const Disinfection& disinfection, const HygieneParameters& p) {
    const Disinfectant& agent = agent_of(disinfection);
    if (agent.single_use) return 0.0;
    const double sheltered = *p.sheltered_share;
    return settled(sheltered + (1.0 - sheltered) * exact_exp(-agent.kill_per_h * disinfection.soak_h));
}

double contamination_cfu_per_cm2(const Device& device, const Disinfection& disinfection, double uses,
                                 const HygieneParameters& p) {
    const double survives = surviving_share(disinfection, p);
    const double sharing = device.shared ? *p.sharing_factor : 1.0;
    const double gathered = sharing * p.load_per_use.in(cfu_per_cm2)*geometric(survives, uses);
    const double ceiling = sharing * p.load_ceiling.in(cfu_per_cm2);
    return settled(ceiling * (1.0 - exact_exp(-gathered / ceiling)));
}

}  // namespace cicatrix
