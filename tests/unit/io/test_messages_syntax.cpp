// SPDX-License-Identifier: Apache-2.0
// What is said of texts that are no scenario.
#include "messages.hpp"

namespace {

const Message syntax[] = {
    {"QuantityWithoutQuotationMarks",
     R"x([device]
kind = "pen"
needle_length = 1.0 mm # really
)x",
     R"x(scenario.toml:3:21: this is not TOML: expected a comment or whitespace, saw 'm'
    needle_length = 1.0 mm # really
                        ^
allowed: a quantity in quotation marks: "1.0 mm"
)x"},
    {"KeyTwice",
     R"x([person]
age = 32
age = 33
)x",
     R"x(scenario.toml:3:7: this is not TOML: cannot redefine existing integer 'age'
    age = 33
          ^
)x"},
    {"SectionTwice",
     R"x([person]
age = 32
[person]
site = "cheek"
)x",
     R"x(scenario.toml:3:1: this is not TOML: cannot redefine existing table 'person'
    [person]
    ^
)x"},
    {"BracketNotClosed",
     R"x([person
age = 32
)x",
     R"x(scenario.toml:1:8: this is not TOML: expected ']', saw '\n'
    [person
           ^
)x"},
    {"TextNotClosed",
     R"x(title = "T
[person]
)x",
     R"x(scenario.toml:1:11: this is not TOML: unescaped control characters other than TAB (U+0009) are explicitly prohibited
    title = "T
              ^
)x"},
    {"ValueMissing",
     R"x([person]
age =
)x",
     R"x(scenario.toml:2:6: this is not TOML: expected value, saw '\n'
    age =
         ^
)x"},
    {"Date",
     R"x([run]
follow_up = 2020-01-01
)x",
     R"x(scenario.toml:2:13: dates and times of day have no place in a scenario
    follow_up = 2020-01-01
                ^
allowed: a time span in quotation marks, such as "28 d"
)x"},
    {"Empty", R"x()x",
     R"x(scenario.toml: the file holds no scenario
allowed: at least one section, such as [person]
)x"},
    {"OnlyComments",
     R"x(# to do

   # later
)x",
     R"x(scenario.toml: the file holds no scenario
allowed: at least one section, such as [person]
)x"},
    {"NotUtf8",
     std::string{"title = \"na\xEF"
                 "ve\"\n",
                 16},
     R"x(scenario.toml:1:12: this byte is not UTF-8
    title = "na?ve"
               ^
allowed: text saved as UTF-8
)x"},
    {"NulByte",
     std::string{"title = \"a\0"
                 "b\"\n",
                 14},
     R"x(scenario.toml:1:11: this byte is not UTF-8
    title = "a?b"
              ^
allowed: text saved as UTF-8
)x"},
    {"ExtendsANumber",
     R"x(extends = 3
)x",
     R"x(scenario.toml:1:11: extends: is a whole number
    extends = 3
              ^
allowed: the name of another scenario file, such as "base.toml"
)x"},
    {"ExtendsNothing",
     R"x(extends = ""
)x",
     R"x(scenario.toml:1:11: extends: is empty
    extends = ""
              ^
allowed: the name of another scenario file, such as "base.toml"
)x"},
};

}  // namespace

INSTANTIATE_TEST_SUITE_P(Syntax, Messages, testing::ValuesIn(syntax), name_of);
