// SPDX-License-Identifier: Apache-2.0
// How complaints look: place, key, what is wrong, the user's own line with a caret, what would be right.
#include "cicatrix/base/diagnostics.hpp"

#include <algorithm>
#include <tuple>

namespace cicatrix {
namespace {

constexpr std::size_t widest_line = 160;      // a longer one is shown as a window around the column
constexpr std::size_t window_before = 60;     // of the caret, within that window
constexpr std::size_t most_complaints = 200;  // beyond that nobody reads on
constexpr std::size_t longest_word = 60;

/// The bytes of one character starting at `i`; a stray byte counts as one.
std::size_t character_length(std::string_view s, std::size_t i) {
    const auto c = static_cast<unsigned char>(s[i]);
    const std::size_t want = c < 0x80 ? 1 : c < 0xC2 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 1;
    for (std::size_t k = 1; k < want; ++k)
        if (i + k >= s.size() || (static_cast<unsigned char>(s[i + k]) & 0xC0) != 0x80) return 1;
    return want;
}

/// Characters fit for a terminal: no control codes, no broken bytes.
std::vector<std::string> characters(std::string_view line) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t n = character_length(line, i);
        const auto c = static_cast<unsigned char>(line[i]);
        const bool unfit = n == 1 && ((c < 0x20 && c != '\t') || c >= 0x7F);
        const bool c1_control = n == 2 && c == 0xC2 && static_cast<unsigned char>(line[i + 1]) < 0xA0;
        out.emplace_back(unfit || c1_control ? std::string{"?"} : std::string{line.substr(i, n)});
        i += n;
    }
    return out;
}

/// The line and, below it, the caret; tabs are kept so that both shift alike.
std::string show_line(std::string_view line, int column) {
    const std::vector<std::string> all = characters(line);
    const std::size_t caret = std::min(static_cast<std::size_t>(std::max(column - 1, 0)), all.size());
    std::size_t first = 0, last = all.size();
    if (all.size() > widest_line) {
        first = caret > window_before ? caret - window_before : 0;
        last = std::min(all.size(), first + widest_line);
    }
    std::string text = "    ", below = "    ";
    if (first > 0) text += "...", below += "   ";
    for (std::size_t i = first; i < last; ++i) text += all[i];
    for (std::size_t i = first; i < caret; ++i) below += all[i] == "\t" ? "\t" : " ";
    if (last < all.size()) text += "...";
    return text + '\n' + below + "^\n";
}

std::string render(const Complaint& c) {
    std::string s;
    const Place& p = c.place;
    if (p.text) {
        s += p.text->name + ':';
        if (p.line > 0) s += std::to_string(p.line) + ':' + std::to_string(std::max(p.column, 1)) + ':';
        s += ' ';
    }
    if (!c.key.empty()) s += c.key + ": ";
    s += c.message + '\n';
    if (p.text && p.line > 0 && static_cast<std::size_t>(p.line) <= p.text->lines.size())
        s += show_line(p.text->lines[static_cast<std::size_t>(p.line) - 1], p.column);
    if (!c.allowed.empty()) s += "allowed: " + c.allowed + '\n';
    if (!c.nearest.empty()) s += "did you mean '" + c.nearest + "'?\n";
    return s;
}

char lower(char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Edits between two words: change, add, drop or swap of neighbours; case does not count.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

}  // namespace

std::vector<const Complaint*> in_file_order(const std::vector<Complaint>& complaints) {
    std::vector<const SourceText*> files;  // in the order in which they were first spoken of
    const auto rank = [&files](const SourceText* t) {
        return std::find(files.begin(), files.end(), t) - files.begin();
    };
    std::vector<const Complaint*> sorted;
    for (const Complaint& c : complaints) {
        sorted.push_back(&c);
        if (rank(c.place.text.get()) == static_cast<std::ptrdiff_t>(files.size())) files.push_back(c.place.text.get());
    }
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Complaint* a, const Complaint* b) {
        return std::tuple(rank(a->place.text.get()), a->place.line, a->place.column) <
               std::tuple(rank(b->place.text.get()), b->place.line, b->place.column);
    });
    return sorted;
}

std::string Diagnostics::text() const {
    const std::vector<const Complaint*> sorted = in_file_order(complaints_);
    std::string s;
    for (std::size_t i = 0; i < std::min(sorted.size(), most_complaints); ++i) s += render(*sorted[i]);
    if (sorted.size() > most_complaints) s += "and " + std::to_string(sorted.size() - most_complaints) + " more\n";
    return s;
}

void Diagnostics::stop_if_any() const {
    if (!empty()) throw InputError{*this};
}

std::string in_quotes(std::string_view word) {
    std::vector<std::string> all = characters(word);
    std::string s = "\"";
    for (std::size_t i = 0; i < std::min(all.size(), longest_word); ++i) s += all[i] == "\t" ? "?" : all[i];
    if (all.size() > longest_word) s += "...";
    return s + '"';
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest = 64;
    if (word.empty() || word.size() > longest) return {};
    std::string best;
    std::size_t least = (word.size() + 2) / 3 + 1;
    for (const std::string& c : candidates) {
        if (c.size() > longest) continue;
        const std::size_t d = edit_distance(word, c);
        if (d < least && d < c.size()) {
            least = d;
            best = c;
        }
    }
    return best;
}

}  // namespace cicatrix
