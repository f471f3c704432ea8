// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/report/page.hpp"

namespace cicatrix {

std::string fill_template(std::string_view text, const std::map<std::string_view, std::string_view>& parts) {
    std::string out;
    for (;;) {
        const std::size_t open = text.find("{{");
        const std::size_t close = open == text.npos ? open : text.find("}}", open);
        if (close == text.npos) break;
        const auto part = parts.find(text.substr(open + 2, close - open - 2));
        out += text.substr(0, part == parts.end() ? close + 2 : open);
        if (part != parts.end()) out += part->second;
        text.remove_prefix(close + 2);
    }
    return out += text;
}

std::string safe_in_script(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    }
    return out;
}

std::string shell_word(std::string_view word) {
    static constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+=:@%,";
    if (!word.empty() && word.find_first_not_of(plain) == word.npos) return std::string{word};
    std::string out = "'";
    for (const char c : word) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out += '\'';
}

}  // namespace cicatrix
