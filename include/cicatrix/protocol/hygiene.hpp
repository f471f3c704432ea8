// SPDX-License-Identifier: Apache-2.0
// What a device carries into the skin: it gathers bacteria with every use, a soak kills most of them.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/protocol/plan.hpp"

#include <span>

namespace cicatrix {

/// A way of making the device clean: a row of data with its source. Soaking for t leaves exp(-kill t) alive.
struct Disinfectant {
    std::string_view name, meaning;
    double kill_per_h;
    bool single_use;  ///< a new sterile head every time: no germs, no wear
    Source source;
};
std::span<const Disinfectant> disinfectant_table();
const Disinfectant* find_disinfectant(std::string_view name);

class HygieneParameters final : public Declared {
public:
    explicit HygieneParameters(const Adjustments& a) : Declared{"hygiene", a} {}

    Parameter<SurfaceDensity> load_per_use{
        this,
        {"load_per_use",
         "c_u",
         cfu_per_cm2,
         100,
         {0, 1e5},
         {20, 500},
         assumed(
             "a few uses lead to the order of 100-1000 per treated cm2, from needles that took up bacteria in vitro"),
         "bacteria that one use adds to what the head later leaves per treated area"}};
    Parameter<SurfaceDensity> load_ceiling{
        this,
        {"load_ceiling",
         "c_m",
         cfu_per_cm2,
         625,
         {1, 1e6},
         {100, 1000},
         Source{"donnelly2009",
                "abstract: arrays took up ten times the 1e3 of a hypodermic needle, below 5 % of a load went through; "
                "over the 0.8 cm2 of pattern.plate_area",
                Evidence::derived},
         "most that a soiled head leaves per treated area"}};
    Parameter<Fraction> sharing_factor{this,
                                       {"sharing_factor",
                                        "q_s",
                                        one,
                                        4,
                                        {1, 100},
                                        {2, 10},
                                        assumed("others' bacteria come with every use between"),
                                        "how much more a shared device gathers"}};
    Parameter<Fraction> sheltered_share{this,
                                        {"sheltered_share",
                                         "q_r",
                                         one,
                                         0.002,
                                         {0, 1},
                                         {1e-4, 0.02},
                                         assumed("dried residue between needles shelters some"),
                                         "bacteria that no soak reaches"}};
    Parameter<Fraction> skin_cleaning{
        this,
        {"skin_cleaning",
         "q_f",
         one,
         0.985,
         {0, 1},
         {0.95, 0.995},
         Source{"skin_antisepsis2009",
                "abstract, forehead: 1.82 decades less after 2 min of n-propanol, 1 - 10^-1.82; weaker alcohols less",
                Evidence::derived},
         "share of skin flora removed by cleansing with an antiseptic"}};
    Parameter<Time> open_window{this,
                                {"open_window",
                                 "t_o",
                                 hour,
                                 1,
                                 {0, 24},
                                 {0.25, 4},
                                 assumed("open channels are widest in the first hour"),
                                 "products put on within this time of needling are carried into the channels"}};
};

/// Share of bacteria on the device that survives the cleaning before a session.
double surviving_share(const Disinfection& disinfection, const HygieneParameters& hygiene);

/// Bacteria that the device leaves per treated area, CFU/cm2, after `uses` earlier uses with the same habits.
double contamination_cfu_per_cm2(const Device& device, const Disinfection& disinfection, double uses,
                                 const HygieneParameters& hygiene);

}  // namespace cicatrix
