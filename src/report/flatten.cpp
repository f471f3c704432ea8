// SPDX-License-Identifier: Apache-2.0
// The text of a resolved scenario, key by key. Mistakes were told when the file was read; here nothing can fail.
#include "cicatrix/report/differences.hpp"

#include <map>

namespace cicatrix {
namespace {

class Flattener {
public:
    explicit Flattener(std::string_view text) : text_{text} {}

    std::vector<FlatEntry> all() {
        for (skip_blank(); !done(); skip_blank()) {
            if (peek() == '[')
                header();
            else
                pair(section_);
        }
        return std::move(entries_);
    }

private:
    bool done() const { return at_ >= text_.size(); }
    char peek() const { return done() ? '\0' : text_[at_]; }
    bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }

    /// White space, line ends, commas between items, and comments.
    void skip_blank() {
        while (!done()) {
            if (peek() == '#')
                while (!done() && peek() != '\n') ++at_;
            else if (std::string_view{" \t\r\n,"}.find(peek()) != std::string_view::npos)
                ++at_;
            else
                return;
        }
    }

    /// A key, dotted or not, up to one of `end`; quotes around its parts fall away.
    std::vector<std::string> key(std::string_view end) {
        std::vector<std::string> parts{""};
        while (!done() && end.find(peek()) == std::string_view::npos && peek() != '\n') {
            const char c = peek();
            if (c == '"' || c == '\'') {
                parts.back() += quoted();
                continue;
            }
            ++at_;
            if (c == '.')
                parts.emplace_back();
            else if (c != ' ' && c != '\t')
                parts.back() += c;
        }
        if (!done()) ++at_;
        return parts;
    }

    /// Where a key path leads; items of lists of tables carry their number.
    std::string join(std::string prefix, const std::vector<std::string>& parts) const {
        for (const std::string& part : parts) {
            if (!prefix.empty()) prefix += '.';
            prefix += part;
            if (const auto it = items_.find(prefix); it != items_.end())
                prefix += '[' + std::to_string(it->second) + ']';
        }
        return prefix;
    }

    void header() {
        const bool list = starts("[[");
        at_ += list ? 2 : 1;
        std::vector<std::string> parts = key("]");
        if (list && peek() == ']') ++at_;
        if (list) {
            const std::string last = parts.back();
            parts.pop_back();
            const std::string parent = join({}, parts);
            ++items_[parent.empty() ? last : parent + '.' + last];
            section_ = join(parent, {last});
        } else {
            section_ = join({}, parts);
        }
    }

    void pair(const std::string& prefix) {
        const std::size_t before = at_;
        const std::string path = join(prefix, key("="));
        value(path);
        if (at_ == before) ++at_;
    }

    void value(const std::string& path) {
        while (peek() == ' ' || peek() == '\t') ++at_;
        const char c = peek();
        if (c == '{')
            table(path);
        else if (c == '[')
            array(path);
        else if (c == '"' || c == '\'')
            entries_.push_back({path, quoted()});
        else
            entries_.push_back({path, bare()});
    }

    void table(const std::string& path) {
        ++at_;
        for (skip_blank(); !done() && peek() != '}'; skip_blank()) pair(path);
        if (!done()) ++at_;
    }

    /// Plain items make one value, "a, b"; tables are counted.
    void array(const std::string& path) {
        ++at_;
        std::string plain;
        int number = 0;
        for (skip_blank(); !done() && peek() != ']'; skip_blank()) {
            ++number;
            const std::size_t first = entries_.size(), before = at_;
            value(path + '[' + std::to_string(number) + ']');
            if (at_ == before) ++at_;
            if (entries_.size() == first + 1 && entries_.back().key.ends_with(']')) {
                plain += (plain.empty() ? "" : ", ") + entries_.back().value;
                entries_.pop_back();
            }
        }
        if (!done()) ++at_;
        if (!plain.empty() || number == 0) entries_.push_back({path, plain.empty() ? "none" : plain});
    }

    std::string bare() {
        const std::size_t first = at_;
        while (!done() && std::string_view{",#]}\r\n"}.find(peek()) == std::string_view::npos) ++at_;
        std::string text{text_.substr(first, at_ - first)};
        while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.pop_back();
        return text;
    }

    /// A text in single or double, simple or triple quotes, without them.
    std::string quoted() {
        const char quote = peek();
        const std::string end(starts(std::string(3, quote)) ? 3 : 1, quote);
        at_ += end.size();
        std::string text;
        while (!done() && !starts(end)) {
            if (quote == '"' && peek() == '\\' && at_ + 1 < text_.size())
                escape(text);
            else
                text += text_[at_++];
        }
        at_ += done() ? 0 : end.size();
        return text;
    }

    void escape(std::string& text) {
        static constexpr std::string_view simple = "nt\"\\", means = "\n\t\"\\";
        const char c = text_[at_ + 1];
        if (const auto which = simple.find(c); which != std::string_view::npos)
            text += means[which];
        else
            (text += '\\') += c;  // rare ones are shown as they were written
        at_ += 2;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string section_;
    std::map<std::string, int> items_;
    std::vector<FlatEntry> entries_;
};

}  // namespace

std::vector<FlatEntry> flatten_scenario(std::string_view text) {
    return Flattener{text}.all();
}

}  // namespace cicatrix
