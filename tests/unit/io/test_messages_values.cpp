// SPDX-License-Identifier: Apache-2.0
// What is said of single values that cannot be.
#include "messages.hpp"

namespace {

const Message values[] = {
    {"UnknownKey",
     R"x([device]
kind = "pen"
needle_lenght = "1.0 mm"
)x",
     R"x(scenario.toml:3:1: device.needle_lenght: no key of [device] has this name
    needle_lenght = "1.0 mm"
    ^
allowed: kind, needle_length, needle_diameter, tip_length, needles, uses, shared
did you mean 'needle_length'?
)x"},
    {"UnknownSection",
     R"x([persom]
age = 32
)x",
     R"x(scenario.toml:1:2: persom: no section or key has this name
    [persom]
     ^
allowed: title, note, extends, person, device, routine, aftercare, exposure, therapy, run, override, expect
did you mean 'person'?
)x"},
    {"UnknownTopLevelKey",
     R"x(titel = "x"
)x",
     R"x(scenario.toml:1:1: titel: no section or key has this name
    titel = "x"
    ^
allowed: title, note, extends, person, device, routine, aftercare, exposure, therapy, run, override, expect
did you mean 'title'?
)x"},
    {"UnknownCondition",
     R"x([person]
conditions = { acne_scar = 0.5 }
)x",
     R"x(scenario.toml:2:16: person.conditions.acne_scar: no key of [person.conditions] has this name
    conditions = { acne_scar = 0.5 }
                   ^
allowed: {conditions}
did you mean 'acne_scars'?
)x"},
    {"UnknownKeyInAListOfTables",
     R"x([device]
kind = "pen"
[[aftercare]]
product = "petrolatum"
evrey = "12 h"
)x",
     R"x(scenario.toml:5:1: aftercare[1].evrey: no key of [aftercare[1]] has this name
    evrey = "12 h"
    ^
allowed: product, at, every, for, amount, molar_mass, log_kow, acid_pka, ph
did you mean 'every'?
)x"},
    {"UnknownUnit",
     R"x([device]
kind = "pen"
needle_length = "1.0 hm"
)x",
     R"x(scenario.toml:3:17: device.needle_length: "1.0 hm": "hm" is no unit that is known here
    needle_length = "1.0 hm"
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
did you mean 'um'?
)x"},
    {"WrongDimension",
     R"x([device]
kind = "pen"
needle_length = "1.0 h"
)x",
     R"x(scenario.toml:3:17: device.needle_length: "1.0 h" is a time; needed is a length
    needle_length = "1.0 h"
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
)x"},
    {"BareNumberForALength",
     R"x([device]
kind = "pen"
needle_length = 1.0
)x",
     R"x(scenario.toml:3:17: device.needle_length: 1 has no unit
    needle_length = 1.0
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
)x"},
    {"BareWholeNumberForATime",
     R"x([run]
follow_up = 180
)x",
     R"x(scenario.toml:2:13: run.follow_up: 180 has no unit
    follow_up = 180
                ^
allowed: a time from 0 d to 3652.5 d, such as "180 d"
)x"},
    {"QuantityWithoutUnit",
     R"x([device]
kind = "pen"
needle_length = "1.0"
)x",
     R"x(scenario.toml:3:17: device.needle_length: "1.0" has no unit
    needle_length = "1.0"
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
)x"},
    {"DecimalComma",
     R"x([device]
kind = "pen"
needle_length = "1,0 mm"
)x",
     R"x(scenario.toml:3:17: device.needle_length: "1,0 mm" has a decimal comma; write a point
    needle_length = "1,0 mm"
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
)x"},
    {"NoNumber",
     R"x([device]
kind = "pen"
needle_length = "long"
)x",
     R"x(scenario.toml:3:17: device.needle_length: "long" does not begin with a number
    needle_length = "long"
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
)x"},
    {"EmptyQuantity",
     R"x([device]
kind = "pen"
needle_length = ""
)x",
     R"x(scenario.toml:3:17: device.needle_length: "" is empty
    needle_length = ""
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
)x"},
    {"Distribution",
     R"x([device]
kind = "pen"
needle_length = "normal(0.5 mm, 0.05 mm)"
)x",
     R"x(scenario.toml:3:17: device.needle_length: "normal(0.5 mm, 0.05 mm)" is a distribution; a single run takes one value
    needle_length = "normal(0.5 mm, 0.05 mm)"
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
)x"},
    {"TextForANumber",
     R"x([person]
age = "old"
)x",
     R"x(scenario.toml:2:7: person.age: "old" does not begin with a number
    age = "old"
          ^
allowed: a number from 16 to 100
)x"},
    {"QuantityForANumber",
     R"x([person]
age = "32 y"
)x",
     R"x(scenario.toml:2:7: person.age: "32 y" is a time; needed is a number
    age = "32 y"
          ^
allowed: a number from 16 to 100
)x"},
    {"ListForANumber",
     R"x([person]
age = [32]
)x",
     R"x(scenario.toml:2:7: person.age: is a list; needed is a number
    age = [32]
          ^
allowed: a number from 16 to 100
)x"},
    {"FractionForAWholeNumber",
     R"x([device]
kind = "pen"
needles = 12.5
)x",
     R"x(scenario.toml:3:11: device.needles: is a number; needed is a whole number
    needles = 12.5
              ^
allowed: a whole number from 1 to 2000
)x"},
    {"NumberForASwitch",
     R"x([device]
kind = "pen"
shared = 1
)x",
     R"x(scenario.toml:3:10: device.shared: is a whole number; needed is true or false
    shared = 1
             ^
allowed: true or false
)x"},
    {"NumberForAText",
     R"x(title = 1
)x",
     R"x(scenario.toml:1:9: title: is a whole number; needed is a text
    title = 1
            ^
allowed: a text in quotation marks
)x"},
    {"NumberForAChoice",
     R"x([person]
phototype = 3
)x",
     R"x(scenario.toml:2:13: person.phototype: is a whole number; needed is a text
    phototype = 3
                ^
allowed: I | II | III | IV | V | VI
)x"},
    {"TextForATable",
     R"x(person = "me"
)x",
     R"x(scenario.toml:1:10: person: is a text; needed is a table
    person = "me"
             ^
allowed: a table
)x"},
    {"TableForAQuantity",
     R"x([device]
kind = "pen"
needle_length = { mm = 1 }
)x",
     R"x(scenario.toml:3:17: device.needle_length: is a table; needed is a length
    needle_length = { mm = 1 }
                    ^
allowed: a length from 0.1 mm to 3.5 mm, such as "0.5 mm"
)x"},
    {"UnknownChoice",
     R"x([device]
kind = "rolller"
)x",
     R"x(scenario.toml:2:8: device.kind: "rolller" is not among the choices
    kind = "rolller"
           ^
allowed: pen | roller | stamp
did you mean 'roller'?
)x"},
    {"UnknownSite",
     R"x([person]
site = "cheeck"
)x",
     R"x(scenario.toml:2:8: person.site: "cheeck" is not among the choices
    site = "cheeck"
           ^
allowed: {sites}
did you mean 'cheek'?
)x"},
    {"UnknownPhototype",
     R"x([person]
phototype = "VII"
)x",
     R"x(scenario.toml:2:13: person.phototype: "VII" is not among the choices
    phototype = "VII"
                ^
allowed: I | II | III | IV | V | VI
did you mean 'II'?
)x"},
    {"TooOld",
     R"x([person]
age = 132
)x",
     R"x(scenario.toml:2:7: person.age: 132 is too large
    age = 132
          ^
allowed: a number from 16 to 100
)x"},
};

}  // namespace

INSTANTIATE_TEST_SUITE_P(Values, Messages, testing::ValuesIn(values), name_of);
