// SPDX-License-Identifier: Apache-2.0
// From a person to layer thicknesses: site table, then age.
//
//     h(age) = h_site (1 - loss)^((max(age, onset) - reference) / 10 y)
#include "cicatrix/tissue/skin.hpp"
#include "cicatrix/base/exact_math.hpp"

#include "cicatrix/base/diagnostics.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

class SkinParameters final : public Declared {
public:
    explicit SkinParameters(const Adjustments& a) : Declared{"skin", a} {}

    Parameter<Time> reference_age{this,
                                  {"reference_age",
                                   "a_0",
                                   year,
                                   35,
                                   {18, 70},
                                   {25, 45},
                                   assumed("ages of the ultrasound series were not read; "
                                           "a usual age of adult volunteers"),
                                   "age at which the site table holds"}};
    Parameter<Time> onset_of_ageing{this,
                                    {"onset_of_ageing",
                                     "a_1",
                                     year,
                                     20,
                                     {16, 30},
                                     {18, 25},
                                     {"skin_collagen_decades",
                                      "caption: collagen of skin is greatest between the second and third decade, at "
                                      "20 y, then falls slowly; taken for thickness",
                                      Evidence::derived},
                                     "below this age thickness no longer changes"}};
    Parameter<Fraction> dermis_loss{
        this,
        {"dermis_loss",
         "l_d",
         percent,
         6,
         {0, 20},
         {3, 9},
         {"branchet1990", "abstract: upper inner arm, both sexes", Evidence::measured_human},
         "share of the dermis lost per ten years of age"}};
    Parameter<Fraction> epidermis_loss_men{
        this,
        {"epidermis_loss_men",
         "l_em",
         percent,
         7.2,
         {0, 20},
         {3, 10},
         {"branchet1990", "abstract: upper inner arm, men", Evidence::measured_human},
         "share of the epidermis that men lose per ten years of age"}};
    Parameter<Fraction> epidermis_loss_women{
        this,
        {"epidermis_loss_women",
         "l_ew",
         percent,
         5.7,
         {0, 20},
         {3, 9},
         {"branchet1990", "abstract: upper inner arm, women", Evidence::measured_human},
         "share of the epidermis that women lose per ten years of age"}};
    Parameter<Fraction> papillary_share{
        this,
        {"papillary_share",
         "s_p",
         percent,
         20,
         {5, 40},
         {10, 25},
         {"pharmaceutics_dermis", "text: the upper one-fifth or so of the dermis", Evidence::measured_human},
         "papillary dermis as share of the dermis"}};
    Parameter<Length> basal_thickness{this,
                                      {"basal_thickness",
                                       "h_b",
                                       um,
                                       10,
                                       {4, 20},
                                       {7, 14},
                                       {"hoath2003",
                                        "75,346 nucleated cells per mm2 in the 57 to 82 um of sandby_moller2003, a "
                                        "cube of 9 to 10 um to each; one layer",
                                        Evidence::derived},
                                       "thickness of the basal layer with the junction"}};
    Parameter<Length> hypodermis_least{this,
                                       {"hypodermis_least",
                                        "h_h",
                                        um,
                                        400,
                                        {50, 3000},
                                        {300, 800},
                                        convention("enough fat below the dermis that the lower border does not matter"),
                                        "least depth of hypodermis that is modelled"}};
    Parameter<Length> modelled_depth{
        this,
        {"modelled_depth",
         "h_t",
         um,
         1700,
         {300, 6000},
         {1400, 2500},
         convention("where skin is thin, more hypodermis is modelled, as needles reach it"),
         "least depth of the whole patch"}};
};

double aged(double thickness_um, double loss_per_decade, double age_y, const SkinParameters& p) {
    const double decades = (std::max(age_y, p.onset_of_ageing.in(year)) - p.reference_age.in(year)) / 10.0;
    return thickness_um * exact_pow(1.0 - loss_per_decade, decades);
}

const SiteFacts& site_of(const Person& person) {
    if (const SiteFacts* site = find_site(person.site)) return *site;
    std::vector<std::string> names;
    for (const auto& s : site_table()) names.emplace_back(s.name);
    const std::string near = nearest(person.site, names);
    throw InputError{"there is no facial site '" + person.site + "'" +
                     (near.empty() ? "" : "; did you mean '" + near + "'?")};
}

/// To about a nanometre: the last bits of `pow` differ between mathematical libraries.
double settled(double thickness_um) {
    return std::round(thickness_um * 1024.0) / 1024.0;
}

}  // namespace

Skin make_skin(const Person& person, const Adjustments& adjustments) {
    const SkinParameters p{adjustments};
    const SiteFacts& site = site_of(person);
    const bool male = person.sex == Sex::male;
    const double dermis_um =
        settled(aged(male ? site.dermis_male_um : site.dermis_female_um, *p.dermis_loss, person.age_y, p));
    const double epidermis_um =
        settled(aged(site.epidermis_um, male ? *p.epidermis_loss_men : *p.epidermis_loss_women, person.age_y, p));
    const double basal_um = std::min(p.basal_thickness.in(um), 0.5 * epidermis_um);
    const double papillary_um = settled(*p.papillary_share * dermis_um);
    const double above_fat = site.stratum_corneum_um + epidermis_um + dermis_um;
    Skin skin;
    skin.person = person;
    skin.thickness_um = {site.stratum_corneum_um,
                         epidermis_um - basal_um,
                         basal_um,
                         papillary_um,
                         dermis_um - papillary_um,
                         std::max(p.hypodermis_least.in(um), p.modelled_depth.in(um)-above_fat)};
    return skin;
}

std::vector<ParameterRecord> skin_parameters(const Adjustments& adjustments) {
    return SkinParameters{adjustments}.parameters();
}

}  // namespace cicatrix
