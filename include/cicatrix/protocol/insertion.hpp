// SPDX-License-Identifier: Apache-2.0
// How deep a needle really comes: it first dimples the skin, then cuts in against toughness and friction.
//
// A needle of length L, shaft diameter D and tip length l stands d deep below the dimpled surface. It feels the force
//     F(d) = F_t (1 + beta b) + G D min(1, d/l) + tau pi D a(d)
// with a(d) the part of the shaft that rubs (d^2/2l within the tip, then d - l/2). The skin yields by a dimple
//     w = (1 - s) F/K (1 - exp(-t_c/t_r)),   K = K_1 (h/h_1)^(3/2) p^m
// (a plate on a soft bed, with Kelvin-Voigt retardation: fast strikes leave it no time to yield). Depth ends where
//     d + w(d) = L                     the needle is used up, or
//     F(d) = p F_h / n                 the hand has no more force, whichever comes first.
//
// Skin is uneven, so needles of one contact carry unlike loads. A needle over skin that lies z lower than the mean is
// pushed by delta - (1 - s) z, at most by L, and comes as deep as that allows:  d + w(d) = delta - (1 - s) z.  The
// device sinks by
//     delta = min(L, delta'),   sum over its n needles of K_n (delta' - (1 - s) z_i)+ = p F_h,   K_n = F(d_u)/(d_u +
//     w(d_u))
// with d_u the depth on even skin. A plate has one contact per press; a drum one after the other, each with few
// needles.
//
// b bluntness, F_t force of the sharp tip, beta its rise with wear, G toughness of skin, tau friction, K stiffness of
// skin against a point load, h its thickness, p pressure of the hand relative to proper, t_c time that the needle
// pushes, t_r retardation time, s share of the dimple that a stamp's plate presses flat
// (0 for others), F_h force of
// the hand, n needles that share it.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/base/random.hpp"
#include "cicatrix/protocol/plan.hpp"
#include "cicatrix/tissue/skin.hpp"

namespace cicatrix {

inline constexpr Unit<Time> second{"s", 1.0 / 3600.0};

class InsertionParameters final : public Declared {
public:
    explicit InsertionParameters(const Adjustments& a) : Declared{"insertion", a} {}

    Parameter<Force> tip_force{this,
                               {"tip_force",
                                "F_t",
                                newton,
                                0.012,
                                {0.0005, 0.2},
                                {0.005, 0.03},
                                assumed("below 0.02-0.03 N per needle that whole short needles were measured to need"),
                                "force at which a sharp tip breaks through the surface"}};
    Parameter<Fraction> blunt_tip{this,
                                  {"blunt_tip",
                                   "beta",
                                   one,
                                   4,
                                   {0, 50},
                                   {2, 8},
                                   assumed("a hooked or rounded tip needs several times the force"),
                                   "how many times more force the tip needs when worn out"}};
    Parameter<LineForce> toughness{this,
                                   {"toughness",
                                    "G",
                                    newton_per_mm,
                                    0.8,
                                    {0.05, 10},
                                    {0.4, 2.5},
                                    Source{"kalluri2011",
                                           "rat: 770 um needles left channels of 152.5 um; set with stiffness so that "
                                           "a roller reaches 0.2-0.3 of its length",
                                           Evidence::calibrated},
                                    "work to cut skin, per area of the cut"}};
    Parameter<Pressure> friction{this,
                                 {"friction",
                                  "tau",
                                  kilopascal,
                                  200,
                                  {0, 2000},
                                  {50, 400},
                                  assumed("needles entering tissue met 21 % friction beside 61 % cutting (barnett2015, "
                                          "depth not read); here at 0.44 mm of buried shaft"),
                                  "drag of skin on the buried shaft, per area"}};
    Parameter<LineForce> stiffness{this,
                                   {"stiffness",
                                    "K_1",
                                    newton_per_mm,
                                    0.14,
                                    {0.01, 5},
                                    {0.07, 0.3},
                                    Source{"kalluri2011",
                                           "rat: 770 um needles left channels of 152.5 um; set with toughness so that "
                                           "a roller reaches 0.2-0.3 of its length",
                                           Evidence::calibrated},
                                    "stiffness of facial skin against a point load, slowly applied"}};
    Parameter<Length> reference_thickness{this,
                                          {"reference_thickness",
                                           "h_1",
                                           mm,
                                           1.0,
                                           {0.2, 5},
                                           {0.8, 1.2},
                                           convention("skin on which the stiffness is stated"),
                                           "thickness of epidermis and dermis at which the stiffness holds"}};
    Parameter<Fraction> tension_exponent{this,
                                         {"tension_exponent",
                                          "m",
                                          one,
                                          0.5,
                                          {0, 1},
                                          {0.2, 0.8},
                                          assumed("pressing the device on stretches and so stiffens"),
                                          "how stiffness rises with pressure of the hand"}};
    Parameter<Time> retardation{
        this,
        {"retardation",
         "t_r",
         second,
         0.04,
         {0.001, 10},
         {0.015, 0.1},
         Source{"sasaki2019", "abstract: channels of a pen about as deep as its setting; set so up to 1 mm",
                Evidence::calibrated},
         "time skin takes to yield to a point load"}};
    Parameter<Time> press_time{this,
                               {"press_time",
                                "t_p",
                                second,
                                0.3,
                                {0.01, 10},
                                {0.1, 1},
                                assumed("a needle of a rolling drum, or a stamp pressed on"),
                                "how long a roller's or stamp's needle pushes"}};
    Parameter<Rate> strike_frequency{
        this,
        {"strike_frequency",
         "f",
         per_second,
         110,
         {5, 300},
         {80, 150},
         Source{"fda_k182407", "device summary: 100-150 Hz; one such pen only", Evidence::convention},
         "strikes of a pen's cartridge per second; a needle pushes for a quarter of the cycle"}};
    Parameter<Force> pen_force{this,
                               {"pen_force",
                                "F_p",
                                newton,
                                6,
                                {0.2, 50},
                                {3, 10},
                                convention("says what pressure 1 is: a light hand and the drive behind the needles"),
                                "force behind a pen's needles at proper pressure"}};
    Parameter<Force> roller_force{this,
                                  {"roller_force",
                                   "F_r",
                                   newton,
                                   6,
                                   {0.2, 100},
                                   {3, 12},
                                   convention("says what pressure 1 is: the weight of 0.6 kg"),
                                   "force of the hand on a roller at proper pressure"}};
    Parameter<Force> stamp_force{
        this,
        {"stamp_force",
         "F_s",
         newton,
         13,
         {0.2, 100},
         {6, 22},
         Source{"li2015", "13.3 N and 22.2 N per array drove in nearly all needles of a plate", Evidence::in_vitro},
         "force of the hand on a stamp at proper pressure"}};
    Parameter<Fraction> plate_support{this,
                                      {"plate_support",
                                       "s",
                                       one,
                                       0.72,
                                       {0, 0.99},
                                       {0.4, 0.85},
                                       Source{"laser_polymer_needles",
                                              "abstract, people by OCT: 600 um needles about 460 um in "
                                              "(hydrogel_volunteers: about 300); set within 0.5-0.8",
                                              Evidence::calibrated},
                                       "share of the dimple, and of unevenness, that a stamp's plate presses flat"}};
    Parameter<Length> unevenness{
        this,
        {"unevenness",
         "sigma_z",
         um,
         32,
         {0, 1000},
         {20, 150},
         Source{"bibb_modelling",
                "text: lines of the skin are 20-200 um deep; heights spread evenly over 110 um, 110/sqrt 12",
                Evidence::derived},
         "spread of the skin's height from needle to needle"}};
    Parameter<Length> drum_diameter{this,
                                    {"drum_diameter",
                                     "D_d",
                                     mm,
                                     20,
                                     {5, 80},
                                     {15, 30},
                                     Source{"schwarz2011", "drum of 2 x 2 cm", Evidence::convention},
                                     "diameter of a roller's drum"}};
};

/// Depth of a needle on even skin, um; 0 when it does not break through.
double insertion_depth_um(const Device& device, double pressure, double bluntness, const Skin& skin,
                          const InsertionParameters& insertion);

/// Depth of one needle among those that share a contact, um. Skin under it lies lower than the mean by `height`
/// spreads; `contact` draws how it lies under the others.
double shared_depth_um(const Device& device, double pressure, double bluntness, const Skin& skin,
                       const InsertionParameters& insertion, double height, RandomStream contact);

/// Angle by which a drum turns while a needle is `depth_mm` deep or deeper, to either side of upright; its tangent.
double entry_tangent(double depth_mm, double drum_diameter_mm);

}  // namespace cicatrix
