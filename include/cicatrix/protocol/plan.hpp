// SPDX-License-Identifier: Apache-2.0
// What is done to the skin, as plain values: device, technique, routine, aftercare, exposure, therapy.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix {

enum class DeviceKind { pen, roller, stamp };

struct Device {
    DeviceKind kind = DeviceKind::pen;
    double needle_length_mm = 0.5;
    double needle_diameter_um = 250;  ///< shaft
    double tip_length_um = 400;       ///< over which the tip tapers
    int needles = 12;
    double uses_since_replacement = 0;
    bool shared = false;  ///< used on other people too
};

struct Technique {
    int passes = 4;              ///< over the whole area, all directions together
    int directions = 3;          ///< the passes take turns between them
    double pressure = 1.0;       ///< relative to proper
    double drag_um = 0.0;        ///< lateral movement of the hand while a needle is in; pens and rollers
    double depth_spread = 0.15;  ///< of the hand: of a pen's depth, of the force on a roller or stamp (variation)
};

struct Disinfection {
    std::string agent = "none";  ///< one of disinfectant_names()
    double soak_h = 0.0;
    bool skin_cleaned = false;  ///< skin cleansed with an antiseptic beforehand
};

struct Routine {
    int sessions = 1;
    double every_h = 28 * 24.0;
    double first_at_h = 0.0;
    Technique technique{};
    Disinfection disinfection{};
};

/// A product of one's own: a known kind with another molecule or another pH. What is not said is as in the known one.
struct OwnChemistry {
    std::optional<double> molar_mass, log_kow, acid_pka, ph;  ///< g/mol; log10 of octanol over water
};

/// A product put on `at_h` after each session, and again `every_h` (0: once) until `for_h` after the session or until
/// the next session, whichever comes first.
struct Aftercare {
    std::string product{};
    double at_h = 0.0, every_h = 0.0, for_h = 0.0;
    double amount = 1.0;  ///< relative to a usual application
    OwnChemistry own{};
};

struct SunExposure {
    double uv_sed_per_d = 0.5;  ///< erythemal dose on bare skin
    double spf = 1.0;           ///< as labelled; how thinly people apply it is the parameter sunscreen.film_share
};

/// A treatment of the consequences, from `from_h` to `until_h` of the run (0: to its end).
struct Therapy {
    std::string product{};  ///< from the product table, or "pigment laser"
    double from_h = 0.0, until_h = 0.0, every_h = 24.0;
    double amount = 1.0;
    OwnChemistry own{};
};

/// What befell the skin just before the run begins, from 0 (nothing) to 1 (all that the word means).
struct EarlierHarm {
    double sunburn = 0.0, peel = 0.0, laser = 0.0;
};

struct Plan {
    std::optional<Device> device{};  ///< none: untreated
    Routine routine{};
    std::vector<Aftercare> aftercare{};
    SunExposure sun{};
    std::vector<Therapy> therapy{};
    EarlierHarm earlier{};
    double occlusion_h = 0.0;  ///< dressing after each session, for how long
};

}  // namespace cicatrix
