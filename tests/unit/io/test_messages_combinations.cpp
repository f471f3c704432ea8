// SPDX-License-Identifier: Apache-2.0
// What is said of values that cannot stand together.
#include "messages.hpp"

namespace {

const Message combinations[] = {
    {"NeedleLongerThanTheDeviceIsMadeWith",
     R"x([device]
kind = "roller"
needle_length = "3.4 mm"
)x",
     R"x(scenario.toml:3:17: device.needle_length: a roller is not made with needles of 3.4 mm
    needle_length = "3.4 mm"
                    ^
allowed: at most 3 mm for a roller
)x"},
    {"TipLongerThanTheNeedle",
     R"x([device]
kind = "pen"
needle_length = "0.25 mm"
tip_length = "400 um"
)x",
     R"x(scenario.toml:4:14: device.tip_length: the tip is longer than the needle
    tip_length = "400 um"
                 ^
allowed: at most 250 um
)x"},
    {"PhototypeBesideMelanin",
     R"x([person]
phototype = "II"
melanin = 0.2
)x",
     R"x(scenario.toml:3:11: person.melanin: is given beside the phototype; they are two names for one thing
    melanin = 0.2
              ^
allowed: either phototype or melanin
)x"},
    {"WrongPhototypeBesideMelanin",
     R"x([person]
phototype = "VII"
melanin = 0.2
)x",
     R"x(scenario.toml:2:13: person.phototype: "VII" is not among the choices
    phototype = "VII"
                ^
allowed: I | II | III | IV | V | VI
did you mean 'II'?
scenario.toml:3:11: person.melanin: is given beside the phototype; they are two names for one thing
    melanin = 0.2
              ^
allowed: either phototype or melanin
)x"},
    {"MoreSessionsThanDays",
     R"x([device]
kind = "pen"
[routine]
sessions = 10
every = "12 h"
)x",
     R"x(scenario.toml:5:9: routine.every: 10 sessions in 4.5 d are more sessions than days
    every = "12 h"
            ^
allowed: at least 1 d from one session to the next
)x"},
    {"CourseOfCenturies",
     R"x([device]
kind = "pen"
[routine]
sessions = 400
every = "28 d"
)x",
     R"x(scenario.toml:4:12: routine.sessions: 400 sessions every 28 d take 11172 d
    sessions = 400
               ^
allowed: a course of at most 3650 d
)x"},
    {"StampThatDrags",
     R"x([device]
kind = "stamp"
[routine]
drag = "50 um"
)x",
     R"x(scenario.toml:4:8: routine.drag: a stamp is lifted straight off and drags nothing
    drag = "50 um"
           ^
allowed: 0 um, or a pen or a roller
)x"},
    {"MoreDirectionsThanPasses",
     R"x([device]
kind = "pen"
[routine]
passes = 2
directions = 3
)x",
     R"x(scenario.toml:5:14: routine.directions: 2 passes cannot run in 3 directions
    directions = 3
                 ^
allowed: at most as many directions as passes
)x"},
    {"SoakInNothing",
     R"x([device]
kind = "pen"
[routine]
disinfection = { agent = "none", soak = "10 min" }
)x",
     R"x(scenario.toml:4:41: routine.disinfection.soak: the head is soaked, but in nothing
    disinfection = { agent = "none", soak = "10 min" }
                                            ^
allowed: an agent: {agents}
)x"},
    {"AgentWithoutTime",
     R"x([device]
kind = "pen"
[routine]
disinfection = { agent = "isopropanol 70 %" }
)x",
     R"x(scenario.toml:4:26: routine.disinfection.agent: "isopropanol 70 %" does nothing without time to act
    disinfection = { agent = "isopropanol 70 %" }
                             ^
allowed: soak = "10 min" beside it
)x"},
    {"RoutineWithoutDevice",
     R"x([routine]
sessions = 3
)x",
     R"x(scenario.toml:1:1: routine: there is no [device] to do it with
    [routine]
    ^
allowed: a section [device], or none of this
)x"},
    {"AftercareWithoutDevice",
     R"x([[aftercare]]
product = "petrolatum"
)x",
     R"x(scenario.toml:1:1: aftercare: there is no [device] to do it with
    [[aftercare]]
    ^
allowed: a section [device], or none of this
)x"},
    {"ChemistryOfALaser",
     R"x([[therapy]]
product = "pigment laser"
ph = 4.0
)x",
     R"x(scenario.toml:3:6: therapy[1].ph: "pigment laser" is not put on the skin
    ph = 4.0
         ^
allowed: a product that is put on
)x"},
    {"AcidityWithoutWater",
     R"x([[therapy]]
product = "petrolatum"
ph = 4.0
)x",
     R"x(scenario.toml:3:6: therapy[1].ph: "petrolatum" holds no water, so it has no pH
    ph = 4.0
         ^
allowed: a product with water
)x"},
    {"RepeatedForNoTime",
     R"x([device]
kind = "pen"
[[aftercare]]
product = "petrolatum"
every = "12 h"
)x",
     R"x(scenario.toml:5:9: aftercare[1].every: it is put on again every 0.5 d, but for no time
    every = "12 h"
            ^
allowed: for longer than 0 d
)x"},
    {"ForATimeButHowOften",
     R"x([device]
kind = "pen"
[[aftercare]]
product = "petrolatum"
for = "3 d"
)x",
     R"x(scenario.toml:5:7: aftercare[1].for: says how long, but not how often
    for = "3 d"
          ^
allowed: every = "12 h" beside it
)x"},
    {"PutOnTooOften",
     R"x([device]
kind = "pen"
[[aftercare]]
product = "petrolatum"
every = "1 s"
for = "3 d"
)x",
     R"x(scenario.toml:5:9: aftercare[1].every: would be put on 259200 times
    every = "1 s"
            ^
allowed: at most 20000 times
)x"},
    {"TherapyEndsBeforeItBegins",
     R"x([[therapy]]
product = "topical steroid"
from = "30 d"
until = "10 d"
)x",
     R"x(scenario.toml:4:9: therapy[1].until: ends at 10 d, before it begins at 30 d
    until = "10 d"
            ^
allowed: later than 30 d
)x"},
    {"TherapyBeforeTheStart",
     R"x([[therapy]]
product = "topical steroid"
from = "-1 d"
)x",
     R"x(scenario.toml:3:8: therapy[1].from: "-1 d" is too small
    from = "-1 d"
           ^
allowed: a time from 0 d to 3650 d, such as "0 d"
)x"},
    {"TherapyAfterTheEnd",
     R"x([[therapy]]
product = "topical steroid"
from = "200 d"
[run]
follow_up = "100 d"
)x",
     R"x(scenario.toml:3:8: therapy[1].from: begins at 200 d; the run ends at 100 d
    from = "200 d"
           ^
allowed: earlier than 100 d
)x"},
    {"NothingToFollow",
     R"x([run]
follow_up = "0 d"
)x",
     R"x(scenario.toml:2:13: run.follow_up: the run would end when it begins
    follow_up = "0 d"
                ^
allowed: a time longer than 0 d
)x"},
    {"TooManyFrames",
     R"x([run]
frames_every = "1 s"
follow_up = "10 d"
)x",
     R"x(scenario.toml:2:16: run.frames_every: would store 864000 whole states
    frames_every = "1 s"
                   ^
allowed: at most 5000
)x"},
    {"CoarsestThinnerThanFinest",
     R"x([run]
resolution = { finest = "20 um", coarsest = "5 um" }
)x",
     R"x(scenario.toml:2:45: run.resolution.coarsest: the coarsest plane is thinner than the finest
    resolution = { finest = "20 um", coarsest = "5 um" }
                                                ^
allowed: at least 20 um
)x"},
    {"SeveralAtOnce",
     R"x([person]
age = 300
site = "elbow"
[device]
kind = "pen"
needle_length = 1.5
colour = "red"
[run]
follow_up = "1 mm"
)x",
     R"x(scenario.toml:2:7: person.age: 300 is too large
    age = 300
          ^
allowed: a number from 16 to 100
scenario.toml:3:8: person.site: "elbow" is not among the choices
    site = "elbow"
           ^
allowed: {sites}
scenario.toml:6:17: device.needle_length: 1.5 has no unit
    needle_length = 1.5
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
scenario.toml:7:1: device.colour: no key of [device] has this name
    colour = "red"
    ^
allowed: kind, needle_length, needle_diameter, tip_length, needles, uses, shared
scenario.toml:9:13: run.follow_up: "1 mm" is a length; needed is a time
    follow_up = "1 mm"
                ^
allowed: a time from 0 d to 3652.5 d, such as "180 d"
)x"},
    {"AllInOneLongLine",
     R"x([person]
conditions = { diabetes = 0.1, smoking = 0.1, rosacea = 0.1, eczema = 0.1, psoriasis = 0.1, active_acne = 0.1, acne_scars = 0.1, sunburn = 7, recent_peel = 0.1 }
)x",
     R"x(scenario.toml:2:140: person.conditions.sunburn: 7 is too large
    ...iasis = 0.1, active_acne = 0.1, acne_scars = 0.1, sunburn = 7, recent_peel = 0.1 }
                                                                   ^
allowed: a number from 0 to 1
)x"},
};

}  // namespace

INSTANTIATE_TEST_SUITE_P(Combinations, Messages, testing::ValuesIn(combinations), name_of);
