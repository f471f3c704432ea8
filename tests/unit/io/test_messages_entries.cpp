// SPDX-License-Identifier: Apache-2.0
// What is said of lists, overrides and expectations that cannot be.
#include "messages.hpp"

namespace {

const Message entries[] = {
    {"NegativeTime",
     R"x([run]
follow_up = "-3 d"
)x",
     R"x(scenario.toml:2:13: run.follow_up: "-3 d" is too small
    follow_up = "-3 d"
                ^
allowed: a time from 0 d to 3652.5 d, such as "180 d"
)x"},
    {"NeedleBeyondAllDevices",
     R"x([device]
kind = "pen"
needle_length = "9 mm"
)x",
     R"x(scenario.toml:3:17: device.needle_length: "9 mm" is too large
    needle_length = "9 mm"
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
)x"},
    {"ZeroInterval",
     R"x([device]
kind = "pen"
[routine]
sessions = 3
every = "0 d"
)x",
     R"x(scenario.toml:5:9: routine.every: "0 d" is too small
    every = "0 d"
            ^
allowed: a time from 1 h to 3650 d, such as "28 d"
)x"},
    {"NotANumber",
     R"x([person]
melanin = nan
)x",
     R"x(scenario.toml:2:11: person.melanin: nan is no number to reckon with
    melanin = nan
              ^
allowed: a number from 0 to 1
)x"},
    {"Infinite",
     R"x([device]
kind = "pen"
uses = inf
)x",
     R"x(scenario.toml:3:8: device.uses: inf is no number to reckon with
    uses = inf
           ^
allowed: a number from 0 to 1000
)x"},
    {"TooLargeForANumber",
     R"x([run]
follow_up = "1e999 d"
)x",
     R"x(scenario.toml:2:13: run.follow_up: "1e999 d" is too large for a number
    follow_up = "1e999 d"
                ^
allowed: a time from 0 d to 3652.5 d, such as "180 d"
)x"},
    {"ConditionAboveOne",
     R"x([person]
conditions = { acne_scars = 1.5 }
)x",
     R"x(scenario.toml:2:29: person.conditions.acne_scars: 1.5 is too large
    conditions = { acne_scars = 1.5 }
                                ^
allowed: a number from 0 to 1
)x"},
    {"UnknownProduct",
     R"x([device]
kind = "pen"
[[aftercare]]
product = "glycolic serum"
)x",
     R"x(scenario.toml:4:11: aftercare[1].product: "glycolic serum" is not among the choices
    product = "glycolic serum"
              ^
allowed: {products}
did you mean 'glycolic acid serum'?
)x"},
    {"ProductMissing",
     R"x([device]
kind = "pen"
[[aftercare]]
at = "0 h"
)x",
     R"x(scenario.toml:3:1: aftercare[1].product: is missing
    [[aftercare]]
    ^
allowed: {products}
)x"},
    {"TableForAListOfTables",
     R"x([device]
kind = "pen"
[aftercare]
product = "petrolatum"
)x",
     R"x(scenario.toml:3:1: aftercare: is a table; needed is a list of tables
    [aftercare]
    ^
allowed: [[aftercare]] above each of them
)x"},
    {"TextInAListOfTables",
     R"x(therapy = ["petrolatum"]
)x",
     R"x(scenario.toml:1:12: therapy[1]: is a text; needed is a table
    therapy = ["petrolatum"]
               ^
allowed: [[therapy]] above its keys
)x"},
    {"UnknownResolution",
     R"x([run]
resolution = "standart"
)x",
     R"x(scenario.toml:2:14: run.resolution: "standart" is not among the choices
    resolution = "standart"
                 ^
allowed: sketch | preview | standard | fine
did you mean 'standard'?
)x"},
    {"UnknownKeyOfAResolution",
     R"x([run]
resolution = { nx = 8, ny = 8, latteral = "25 um" }
)x",
     R"x(scenario.toml:2:32: run.resolution.latteral: no key of [run.resolution] has this name
    resolution = { nx = 8, ny = 8, latteral = "25 um" }
                                   ^
allowed: nx, ny, lateral, finest, growth, coarsest
did you mean 'lateral'?
)x"},
    {"SeedNegative",
     R"x([run]
seed = -1
)x",
     R"x(scenario.toml:2:8: run.seed: -1 is too small
    seed = -1
           ^
allowed: a whole number from 0 to 9007199254740992
)x"},
    {"OverrideOutOfRange",
     R"x([override.numerics]
tolerance = 0.5
)x",
     R"x(scenario.toml:2:13: override.numerics.tolerance: "0.5" is outside what is possible
    tolerance = 0.5
                ^
allowed: 1e-08 to 0.3; usually 0.01 (convention: 0.05 holds the headline observables within about 1 %)
)x"},
    {"OverrideWrongDimension",
     R"x([override.numerics]
first_step = "1 mm"
)x",
     R"x(scenario.toml:2:14: override.numerics.first_step: "1 mm" is a length; needed is a time
    first_step = "1 mm"
                 ^
allowed: 1e-06 min to 60 min; usually 0.1 min (convention: step after an act; larger ones overshoot)
)x"},
    {"OverrideWithoutUnit",
     R"x([override.numerics]
first_step = 0.1
)x",
     R"x(scenario.toml:2:14: override.numerics.first_step: 0.1 has no unit
    first_step = 0.1
                 ^
allowed: 1e-06 min to 60 min; usually 0.1 min (convention: step after an act; larger ones overshoot)
)x"},
    {"OverrideUnknownParameter",
     R"x([override.numerics]
tolerence = 0.1
)x",
     R"x(scenario.toml:2:1: override.numerics.tolerence: numerics has no parameter of this name
    tolerence = 0.1
    ^
allowed: tolerance, first_step, gentle_step, longest_step, negativity
did you mean 'tolerance'?
)x"},
    {"OverrideWrongType",
     R"x([override.numerics]
tolerance = true
)x",
     R"x(scenario.toml:2:13: override.numerics.tolerance: is a switch (true or false); needed is a plain number
    tolerance = true
                ^
allowed: 1e-08 to 0.3; usually 0.01 (convention: 0.05 holds the headline observables within about 1 %)
)x"},
    {"OverrideNotATable",
     R"x([override]
numerics = 3
)x",
     R"x(scenario.toml:2:12: override.numerics: is a whole number; needed is a table
    numerics = 3
               ^
allowed: a section [override.numerics]
)x"},
    {"ExpectationWithoutBound",
     R"x([expect]
erythema_duration = "24 h"
)x",
     R"x(scenario.toml:2:21: expect.erythema_duration: "24 h" says no bound
    erythema_duration = "24 h"
                        ^
allowed: "24 h .. 72 h", ">= 2 %", "<= 0.1", true or false; for a verdict "none | mild"
)x"},
    {"ExpectationTurnedRound",
     R"x([expect]
erythema_duration = "72 h .. 24 h"
)x",
     R"x(scenario.toml:2:21: expect.erythema_duration: the lower end is above the upper end
    erythema_duration = "72 h .. 24 h"
                        ^
allowed: "24 h .. 72 h", ">= 2 %", "<= 0.1", true or false; for a verdict "none | mild"
)x"},
    {"ExpectationUnknownLevel",
     R"x([expect]
verdict.scar = "none | bad"
)x",
     R"x(scenario.toml:2:16: expect.verdict.scar: "bad" is no level of a verdict
    verdict.scar = "none | bad"
                   ^
allowed: none | mild | marked | severe
)x"},
    {"ExpectationUnknownHarm",
     R"x([expect]
verdict.scra = "none"
)x",
     R"x(scenario.toml:2:16: expect.verdict.scra: no harm has this name
    verdict.scra = "none"
                   ^
allowed: inflammation, barrier, infection, pigment, scar, collagen_loss, foreign_body
did you mean 'scar'?
)x"},
    {"ExpectationUnknownValueOfASeries",
     R"x([expect]
collagen_gain.finall = ">= 0 %"
)x",
     R"x(scenario.toml:2:24: expect.collagen_gain.finall: "finall" is no value of a series
    collagen_gain.finall = ">= 0 %"
                           ^
allowed: final, peak, lowest
did you mean 'final'?
)x"},
    {"ExpectationOtherKind",
     R"x([expect]
erythema_duration = "<= 48 kg"
)x",
     R"x(scenario.toml:2:21: expect.erythema_duration: "<= 48 kg" is a mass; needed is a time
    erythema_duration = "<= 48 kg"
                        ^
allowed: a value in h or another unit of its kind
)x"},
    {"ExpectationLastOfASingleNumber",
     R"x([expect]
wound_depth.final = ">= 1 h"
)x",
     R"x(scenario.toml:2:21: expect.wound_depth.final: wound_depth is a single number; it has no "final"
    wound_depth.final = ">= 1 h"
                        ^
allowed: wound_depth
scenario.toml:2:21: expect.wound_depth.final: ">= 1 h" is a time; needed is a length
    wound_depth.final = ">= 1 h"
                        ^
allowed: a value in um or another unit of its kind
)x"},
    {"ExpectationWrongType",
     R"x([expect]
erythema_duration = 24
)x",
     R"x(scenario.toml:2:21: expect.erythema_duration: is a whole number; needed is a text
    erythema_duration = 24
                        ^
allowed: "24 h .. 72 h", ">= 2 %", "<= 0.1", true or false; for a verdict "none | mild"
)x"},
};

}  // namespace

INSTANTIATE_TEST_SUITE_P(Entries, Messages, testing::ValuesIn(entries), name_of);
