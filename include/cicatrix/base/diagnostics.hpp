// SPDX-License-Identifier: Apache-2.0
// Collects every complaint about a user's input, then speaks once.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix {

/// A text the user wrote, kept so that a message can show the very line.
struct SourceText {
    std::string name;  ///< as the user named it
    std::vector<std::string> lines;
};

struct Place {
    std::shared_ptr<const SourceText> text;  ///< none: the complaint is about no line
    int line = 0, column = 0;                ///< from 1
};

struct Complaint {
    Place place;
    std::string key;      ///< dotted path, "device.needle_length"
    std::string message;  ///< what was found and why it cannot be
    std::string allowed;  ///< what would be right; may be empty
    std::string nearest;  ///< nearest valid name; may be empty
    std::string found{};  ///< what the user wrote there, for programs: the message has it in words
};

/// By file, in the order in which files were first spoken of, then by line and column.
std::vector<const Complaint*> in_file_order(const std::vector<Complaint>& complaints);

class Diagnostics {
public:
    void add(Complaint complaint) { complaints_.push_back(std::move(complaint)); }
    bool empty() const { return complaints_.empty(); }
    const std::vector<Complaint>& complaints() const { return complaints_; }
    /// All complaints in file order, each as `file:line:column: ...` with the line and a caret.
    std::string text() const;
    /// Throws InputError if anything was said.
    void stop_if_any() const;

private:
    std::vector<Complaint> complaints_;
};

/// The user's input is wrong. Exit code 2.
class InputError : public std::runtime_error {
public:
    explicit InputError(const Diagnostics& d) : std::runtime_error{d.text()}, complaints{d.complaints()} {}
    explicit InputError(const std::string& message) : std::runtime_error{message} {}
    std::vector<Complaint> complaints;
};

/// The run could not be done (numerics broke down, disk full). Exit code 1.
class RunError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A user's word in quotation marks for a message: shortened when long, control characters made visible.
std::string in_quotes(std::string_view word);

/// The candidate nearest to `word` by edit distance, or empty when none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace cicatrix
