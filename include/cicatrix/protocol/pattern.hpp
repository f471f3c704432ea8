// SPDX-License-Identifier: Apache-2.0
// Where the needles of a session go in: at random for a pen, in rolling lines for a roller, in a lattice for a stamp.
#pragma once

#include "cicatrix/protocol/insertion.hpp"
#include "cicatrix/tissue/wound.hpp"

#include <cstdint>

namespace cicatrix {

inline constexpr Unit<Speed> mm_per_second{"mm/s", 3600.0};
inline constexpr Unit<Area> mm2{"mm2", 1.0};

class PatternParameters final : public Declared {
public:
    explicit PatternParameters(const Adjustments& a) : Declared{"pattern", a} {}

    Parameter<Speed> hand_speed{this,
                                {"hand_speed",
                                 "v_h",
                                 mm_per_second,
                                 60,
                                 {1, 500},
                                 {20, 120},
                                 convention("says what one pass is: a stroke across a cheek in about a second; a hand "
                                            "half as fast makes two passes of it"),
                                 "speed of a pen over the skin"}};
    Parameter<Length> head_width{this,
                                 {"head_width",
                                  "W_p",
                                  mm,
                                  10,
                                  {2, 30},
                                  {7, 15},
                                  convention("build of the cartridge that is simulated, about a centimetre wide"),
                                  "width of the band that a pen treats in one stroke"}};
    Parameter<Fraction> strike_yield{this,
                                     {"strike_yield",
                                      "y",
                                      one,
                                      0.5,
                                      {0.01, 1},
                                      {0.25, 0.9},
                                      assumed("strikes fall into open holes, or the head lifts off"),
                                      "share of a pen's strikes that open a hole of their own"}};
    Parameter<Length> drum_width{this,
                                 {"drum_width",
                                  "W_d",
                                  mm,
                                  20,
                                  {5, 100},
                                  {15, 30},
                                  Source{"schwarz2011", "drum of 2 x 2 cm", Evidence::convention},
                                  "width of a roller's drum"}};
    Parameter<Fraction> drum_rows{this,
                                  {"drum_rows",
                                   "n_r",
                                   one,
                                   8,
                                   {1, 100},
                                   {4, 12},
                                   Source{"schwarz2011", "192 needles in 8 rows", Evidence::convention},
                                   "rows of needles side by side on a drum"}};
    Parameter<Area> plate_area{this,
                               {"plate_area",
                                "A_s",
                                mm2,
                                80,
                                {5, 2000},
                                {50, 150},
                                convention("build of the stamp that is simulated, about a centimetre across"),
                                "area of a stamp's plate"}};
    Parameter<Fraction> hand_angle{this,
                                   {"hand_angle",
                                    "phi",
                                    degree,
                                    5,
                                    {0, 45},
                                    {2, 10},
                                    assumed("a hand does not keep a line exactly"),
                                    "spread of the direction of one pass about what was meant"}};
    Parameter<Length> line_wander{
        this,
        {"line_wander",
         "w_l",
         um,
         300,
         {0, 1e5},
         {100, 1000},
         assumed("needles in the skin hold a drum to its line; no readings at hand"),
         "how far aside a drum lies when it rolls again in a direction, at proper pressure; less under more load"}};
    Parameter<Length> elastic_give{this,
                                   {"elastic_give",
                                    "e",
                                    um,
                                    50,
                                    {0, 1000},
                                    {20, 150},
                                    assumed("skin follows the needle before it is cut"),
                                    "a slit of length s cuts s^2 / (s + e): skin goes along with small movements"}};
    Parameter<Fraction> rocking_share{
        this,
        {"rocking_share",
         "q_k",
         one,
         0.6,
         {0, 1},
         {0.2, 1},
         assumed("skin is pulled along with the needle; less than half would leave mouths far below those measured"),
         "share of a rolling needle's swing, from slanting entry to slanting exit, that moves against the skin"}};
    Parameter<Fraction> drag_spread{
        this,
        {"drag_spread",
         "c_s",
         one,
         0.3,
         {0, 2},
         {0.1, 0.6},
         assumed("needles of one head differ in length and edge by about a third in their drag; no readings at hand"),
         "spread of drag from needle to needle (of its logarithm)"}};
    Parameter<Fraction> channel_share{
        this,
        {"channel_share",
         "q_c",
         one,
         0.505,
         {0.05, 1},
         {0.3, 0.9},
         Source{"kalluri2011", "rat: channel mouth 70.7 um, needle base 140 um", Evidence::derived},
         "width of the channel that stays, as share of the needle's: tissue is pushed aside as well as cut"}};
};

struct Session {
    const Device& device;
    const Technique& technique;
    const Skin& skin;
    double bluntness = 0.0;
    double width_um = 0.0, height_um = 0.0;  ///< of the patch
    std::uint64_t seed = 1;
    int number = 1;  ///< from 1
    Tearing tearing = standard_tearing();
};

/// Holes that one pass opens, where every needle breaks through.
double holes_per_pass_cm2(const Device& device, const PatternParameters& pattern, const InsertionParameters& insertion);

/// Needles that are in the skin together: all of a pen or a plate, one row across a drum.
int needles_at_once(const Device& device, const PatternParameters& pattern);

/// The punctures of one session on the patch; those that do not break through are left out. Numbers are drawn by
/// (seed, session, needle) alone.
std::vector<Puncture> draw_punctures(const Session& session, const PatternParameters& pattern,
                                     const InsertionParameters& insertion);

}  // namespace cicatrix
