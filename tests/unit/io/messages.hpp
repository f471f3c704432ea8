// SPDX-License-Identifier: Apache-2.0
// Golden messages: a scenario text and, word for word, what is said of it.
#pragma once

#include "cicatrix/io/files.hpp"

#include <gtest/gtest.h>

#include <ostream>

struct Message {
    const char* name;
    std::string text, said;  ///< {sites}, {products}, {therapies}, {agents}, {conditions} stand for the program's lists
    friend void PrintTo(const Message& m, std::ostream* out) { *out << m.name; }
};

class Messages : public testing::TestWithParam<Message> {};

inline std::string name_of(const testing::TestParamInfo<Message>& info) {
    return info.param.name;
}

/// Everything that is said of a text.
inline std::string complaints_of(std::string_view text, const std::string& name = "scenario.toml") {
    cicatrix::Diagnostics diagnostics;
    const auto document = cicatrix::io::read_toml_text(text, name, diagnostics);
    if (document) cicatrix::io::to_scenario(*document, diagnostics);
    return diagnostics.text();
}

/// The expected message with the program's lists filled in.
std::string with_lists(std::string said);
