// SPDX-License-Identifier: Apache-2.0
#include "inventory.hpp"

#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/biology/network.hpp"
#include "cicatrix/numerics/settings.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/skin_optics.hpp"
#include "cicatrix/protocol/device.hpp"
#include "cicatrix/protocol/hygiene.hpp"
#include "cicatrix/protocol/timeline.hpp"
#include "cicatrix/scenario/scenario.hpp"
#include "cicatrix/tissue/skin.hpp"
#include "spelling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cicatrix::cli {

namespace {

void append(std::vector<ParameterRecord>& all, const std::vector<ParameterRecord>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

void add_sites(std::vector<Claim>& claims) {
    for (const SiteFacts& s : site_table()) {
        const std::string site = "site " + std::string{s.name};
        claims.push_back({site + ": dermis",
                          fmt::format("{} um (female), {} um (male)", s.dermis_female_um, s.dermis_male_um),
                          s.dermis_source, "Thickness of the dermis"});
        claims.push_back({site + ": epidermis", fmt::format("{} um", s.epidermis_um), s.epidermis_source,
                          "Thickness of the living epidermis"});
        claims.push_back({site + ": stratum corneum", fmt::format("{} um", s.stratum_corneum_um),
                          s.stratum_corneum_source, "Thickness of the stratum corneum"});
    }
}

void add_phototypes(std::vector<Claim>& claims) {
    for (const PhototypeFacts& p : phototype_table())
        claims.push_back({"phototype " + std::string{p.name}, fmt::format("{}", p.melanin), p.source,
                          "Relative epidermal melanin of a skin type"});
}

void add_traits(std::vector<Claim>& claims) {
    for (const TraitEffect& t : trait_effects())
        claims.push_back({fmt::format("trait {} on {}", t.trait, t.parameter),
                          fmt::format("factor {} at {} (1 at {})", t.factor, t.at, t.reference), t.source,
                          "What a trait of the person does to a parameter"});
}

void add_products(std::vector<Claim>& claims) {
    for (const ProductFacts& p : product_table())
        claims.push_back(
            {"product " + std::string{p.name},
             fmt::format(
                 "irritant {}, humectant {}, steroid {}, depigmenting {}, antimicrobial {}, antiviral {}, foreign {}, "
                 "{} CFU/cm2",
                 p.irritant, p.humectant, p.steroid, p.depigmenting, p.antimicrobial, p.antiviral, p.foreign,
                 p.contamination_cfu_per_cm2),
             p.source, std::string{p.meaning}});
    for (const ProductFacts& p : product_table()) {
        const ProductChemistry& c = p.chemistry;
        claims.push_back({"product " + std::string{p.name} + ": chemistry",
                          fmt::format("{} g/mol, log Kow {}, pKa {}, pH {}, oil {}", c.mass_g_per_mol, c.log_kow,
                                      c.acid_pka ? fmt::format("{}", *c.acid_pka) : "none",
                                      c.ph ? fmt::format("{}", *c.ph) : "none", c.oil),
                          c.source, "The molecule by which it acts and what it lies in"});
    }
}

void add_devices(std::vector<Claim>& claims) {
    for (const DeviceFacts& d : device_table()) {
        const std::string device = "device " + std::string{d.name};
        claims.push_back(
            {device + ": usual build",
             fmt::format("{} needles of {} um, {} mm long, tip {} um", d.standard.needles,
                         d.standard.needle_diameter_um, d.standard.needle_length_mm, d.standard.tip_length_um),
             d.source, "What is not said of a device of this kind"});
        claims.push_back({device + ": longest needle", fmt::format("{} mm", d.longest_mm), d.longest_source,
                          "Longest needle that this kind of device is made with"});
    }
}

void add_disinfectants(std::vector<Claim>& claims) {
    for (const Disinfectant& d : disinfectant_table())
        claims.push_back({"disinfectant " + std::string{d.name}, fmt::format("{} 1/h", d.kill_per_h), d.source,
                          "How fast it kills: " + std::string{d.meaning}});
}

void add_optics(std::vector<Claim>& claims) {
    const std::string rows = fmt::format("{} wavelengths", optics_table().size());
    claims.push_back({"optics: haemoglobin", rows, haemoglobin_source(), "Extinction with and without oxygen"});
    claims.push_back({"optics: colorimetry", rows, colorimetry_source(), "Standard observer and daylight"});
}

}  // namespace

std::vector<ParameterRecord> all_parameters() {
    std::vector<ParameterRecord> all = Network{Adjustments{}}.parameters();
    append(all, skin_parameters());
    append(all, protocol_parameters());
    append(all, outcome_parameters());
    append(all, NumericalSettings{}.parameters());
    return all;
}

std::vector<Claim> all_claims() {
    std::vector<Claim> claims;
    for (const ParameterRecord& p : all_parameters())
        claims.push_back({std::string{p.owner} + "." + std::string{p.name}, fmt::format("{} {}", p.standard, p.unit),
                          p.source, std::string{p.meaning}});
    add_sites(claims);
    add_phototypes(claims);
    add_traits(claims);
    add_products(claims);
    add_devices(claims);
    add_disinfectants(claims);
    add_optics(claims);
    return claims;
}

std::string checked_evidence(const std::string& name) {
    const std::vector<std::string> known{evidence_names.begin(), evidence_names.end()};
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return name;
    std::string allowed;
    for (const std::string& k : known) allowed += (allowed.empty() ? "" : ", ") + k;
    throw InputError{"--evidence: '" + name + "' is no evidence status; allowed are " + allowed +
                     did_you_mean(name, known)};
}

}  // namespace cicatrix::cli
