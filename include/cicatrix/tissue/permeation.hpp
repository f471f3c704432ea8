// SPDX-License-Identifier: Apache-2.0
// How fast a molecule gets through horn: a published relation for whole horn, water-filled ways for big and charged
// ones.
//
//     k(B, O) = 10^(a - c min(M, M_h)) (f 10^(b log K) + p) + D(M) (O + beta (1 - B)) / L        D(M) = D_r (M_r /
//     M)^(1/3)
//
// From a product with a share o of oil: 1/k = max(1, 1 - o + o K)/k(1, 0) + h/(3 D), with the epidermis below in
// series.
//
// M molar mass, K octanol over water, f share without charge; B water barrier, O open share of the surface; L thickness
// of horn. p: polar ways through whole horn; beta: gaps of broken horn, as if that share of it were open.
#pragma once

#include "cicatrix/base/parameter.hpp"

#include <vector>

namespace cicatrix {

/// What decides how a molecule gets through.
struct Molecule {
    double mass_g_per_mol;
    double log_kow;          ///< octanol over water, of the form without charge
    double uncharged = 1.0;  ///< share without charge where it lies
};

/// Share of an acid that carries no charge at a pH.
double uncharged_share_of_acid(double pka, double ph);

class Permeation final : public Declared {
public:
    explicit Permeation(const Adjustments& adjustments) : Declared{"permeation", adjustments} {}

    /// Through whole horn, mm/h.
    double whole_horn(const Molecule& molecule) const;
    /// In water-filled tissue, mm2/h.
    double diffusivity(double mass_g_per_mol) const;
    /// Through a hole as wide as the surface, mm/h.
    double hole(double mass_g_per_mol) const { return diffusivity(mass_g_per_mol) / *horn_; }
    /// Broken horn, as the share of it that would have to be a hole.
    double gaps() const;
    /// Through horn as it is, mm/h.
    double horn(const Molecule& molecule, double barrier, double open) const {
        return whole_horn(molecule) + hole(molecule.mass_g_per_mol) * (open + gaps() * (1.0 - barrier));
    }
    /// From a product of which this share is oil, through whole horn and the living epidermis below, mm/h.
    double entry(const Molecule& molecule, double oil) const;
    /// Way from the surface through a channel into the epidermis, mm. What enters is spread evenly over the epidermis:
    /// that costs a third of its thickness, as the mean of a slab lags behind its face.
    double way() const { return *horn_ + *depth_ / 3.0; }
    /// Thickness of living epidermis over which what enters is spread, mm.
    double depth() const { return *depth_; }

private:
    Parameter<Fraction> offset_{
        this,
        {.name = "offset",
         .symbol = "a",
         .unit = one,
         .value = -6.3,
         .range = {-12, -3},
         .plausible = {-6.6, -6.0},
         .source = {"potts_guy1992",
                    "as quoted: log10 of cm/s; -2.7 for cm/h elsewhere. Epidermis of people, watery donors",
                    Evidence::published_model},
         .meaning =
             "Permeability of horn in cm/s of a weightless molecule that octanol and water share evenly, log10"}};
    Parameter<Fraction> affinity_{this,
                                  {.name = "affinity",
                                   .symbol = "b",
                                   .unit = one,
                                   .value = 0.71,
                                   .range = {0, 2},
                                   .plausible = {0.65, 0.74},
                                   .source = {"potts_guy1992", "as quoted", Evidence::published_model},
                                   .meaning = "Rise of log10 permeability with log10 of octanol over water"}};
    Parameter<Fraction> size_{this,
                              {.name = "size",
                               .symbol = "c",
                               .unit = one,
                               .value = 0.0061,
                               .range = {0, 0.05},
                               .plausible = {0.0055, 0.0085},
                               .source = {"potts_guy1992", "as quoted, per g/mol", Evidence::published_model},
                               .meaning = "Fall of log10 permeability with molar mass in g/mol"}};
    Parameter<Fraction> heaviest_{
        this,
        {.name = "heaviest",
         .symbol = "M_h",
         .unit = one,
         .value = 750,
         .range = {100, 1e7},
         .plausible = {600, 1500},
         .source = {"potts_guy1992", "as quoted: molecules of 18 to 750 g/mol", Evidence::published_model},
         .meaning = "Molar mass in g/mol at which the relation ends; heavier molecules pass whole horn no worse"}};
    Parameter<Fraction> polar_{
        this,
        {.name = "polar",
         .symbol = "p",
         .unit = one,
         .value = 0.33,
         .range = {0, 100},
         .plausible = {0.2, 1.2},
         .source = {"huskindb",
                    "table, human epidermis: log10 of cm/s is -7.923 for mannitol (182 g/mol) and -8.84 for sucrose "
                    "(342): 0.31 and 0.35 in all, of which the lipid way is 0.01."
                    " Amino acids of the table: 0.2 to 1.2",
                    Evidence::derived},
         .meaning =
             "Polar ways through whole horn, relative to the lipid way of a molecule that octanol and water share "
             "evenly"}};
    Parameter<Diffusivity> diffusivity_{
        this,
        {.name = "diffusivity",
         .symbol = "D_r",
         .unit = um2_per_hour,
         .value = 16092,
         .range = {0, 1e7},
         .plausible = {8000, 40000},
         .source = {"wei2018",
                    "as for dextrans of 70 kDa in human dermis, 4.47 um2/s; smaller ones faster by the cube "
                    "root of mass (young_rule). Free water would allow ten times more",
                    Evidence::in_vitro},
         .meaning = "Diffusivity of a molecule of 70 kg/mol in tissue and in the fluid that fills a channel"}};
    Parameter<Length> horn_{
        this,
        {.name = "horn",
         .symbol = "L",
         .unit = um,
         .value = 16.8,
         .range = {1, 1000},
         .plausible = {8, 25},
         .source = {"egawa2007", "as the site table: cheek by Raman spectroscopy", Evidence::measured_human},
         .meaning = "Length of a channel through horn"}};
    Parameter<Fraction> broken_gain_{
        this,
        {.name = "broken_gain",
         .symbol = "g",
         .unit = one,
         .value = 7.55,
         .range = {1, 1000},
         .plausible = {3, 15},
         .source = {"lamke1977",
                    "as for water: donor sites after a week 73.2, intact skin 9.69 (skin_homeostasis_young)",
                    Evidence::derived},
         .meaning = "Water through closed skin without its barrier, relative to intact skin; sets beta"}};
    Parameter<Speed> water_{
        this,
        {.name = "water",
         .symbol = "k_w",
         .unit = um_per_hour,
         .value = 13.3,
         .range = {0.01, 1000},
         .plausible = {5, 20},
         .source = {"huskindb", "table, human epidermis: log10 of cm/s is -6.4335", Evidence::derived},
         .meaning = "Permeability of whole horn to water; sets beta"}};
    Parameter<Length> depth_{
        this,
        {.name = "depth",
         .symbol = "h",
         .unit = um,
         .value = 72.5,
         .range = {5, 500},
         .plausible = {56, 122},
         .source = {"facial_histology_regions", "as the site table: cheek, mean of 79.08 and 65.91", Evidence::derived},
         .meaning = "Thickness of living epidermis over which what enters is spread"}};
};

/// The molecule whose uptake is followed.
class Tracer final : public Declared {
public:
    explicit Tracer(const Adjustments& adjustments) : Declared{"tracer", adjustments} {}
    Molecule molecule() const { return {*mass_, *log_kow_, *uncharged_}; }

private:
    Parameter<Fraction> mass_{
        this,
        {.name = "mass",
         .symbol = "M",
         .unit = one,
         .value = 176.12,
         .range = {2, 1e7},
         .plausible = {170, 180},
         .source = {"ascorbic_acid_page", "vitamin C unless told otherwise", Evidence::convention},
         .meaning = "Molar mass of the tracer, in g/mol"}};
    Parameter<Fraction> log_kow_{
        this,
        {.name = "log_kow",
         .symbol = "log K",
         .unit = one,
         .value = -1.85,
         .range = {-20, 15},
         .plausible = {-2.2, -1.6},
         .source = {"ascorbic_acid_page", "vitamin C unless told otherwise", Evidence::convention},
         .meaning = "Octanol over water of the tracer without charge, log10"}};
    Parameter<Fraction> uncharged_{
        this,
        {.name = "uncharged",
         .symbol = "f",
         .unit = one,
         .value = 1.0,
         .range = {0, 1},
         .plausible = {0.5, 1},
         .source = {"pinnell2001", "vitamin C in a product acid enough that it enters", Evidence::convention},
         .meaning = "Share of the tracer without charge in what is put on"}};
};

/// Of both.
std::vector<ParameterRecord> permeation_parameters(const Adjustments& adjustments = {});

}  // namespace cicatrix
