// SPDX-License-Identifier: Apache-2.0
// Turns a plan into acts in order of time: punctures drawn, depths found, products laid on.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/protocol/plan.hpp"
#include "cicatrix/tissue/act.hpp"
#include "cicatrix/tissue/permeation.hpp"
#include "cicatrix/tissue/skin.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace cicatrix {

/// The molecule by which a product acts and what it lies in.
struct ProductChemistry {
    double mass_g_per_mol, log_kow;
    std::optional<double> acid_pka;
    std::optional<double> ph;  ///< none: without water
    double oil;                ///< share of the product
    Source source;
};

/// What a product holds, relative to a usual product of its kind; a row of data with its source.
struct ProductFacts {
    std::string_view name, meaning;
    double irritant, humectant, steroid, depigmenting, antimicrobial;
    double contamination_cfu_per_cm2;
    bool sterile;
    Source source;
    double foreign;  ///< 0 the body copes .. 1 provokes when needles drive it in
    ProductChemistry chemistry;
    double antiviral = 0;  ///< swallowed, per usual dose; what holds some is no aftercare
};
/// The molecule of a product as it lies in it: an acid is charged in part.
Molecule molecule_of(const ProductChemistry& chemistry);
std::span<const ProductFacts> product_table();
const ProductFacts* find_product(std::string_view name);

/// Longest needle that a kind of device is made with, mm.
double longest_needle_mm(DeviceKind kind);
std::string_view to_string(DeviceKind kind);
std::span<const std::string_view> disinfectant_names();

/// Acts within [0, end_h], sorted by time; at one time needling comes before products, laser and standing exposure.
/// `width_um` and `height_um` are the lateral size of the patch. Punctures depend on (seed, session, needle number)
/// only. Unknown products or agents and needles longer than the device allows are an InputError.
std::vector<Act> make_timeline(const Plan& plan, const Skin& skin, double width_um, double height_um, double end_h,
                               std::uint64_t seed, const Adjustments& adjustments = {});

/// Records of every parameter the protocol floor declares.
std::vector<ParameterRecord> protocol_parameters(const Adjustments& adjustments = {});

}  // namespace cicatrix
