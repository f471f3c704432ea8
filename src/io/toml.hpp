// SPDX-License-Identifier: Apache-2.0
// Inside of the TOML reader: a text that has been checked and cut into lines, and its parse. Private to io.
#pragma once

#include "cicatrix/base/document.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cicatrix::io {

/// Bytes of a scenario file at most: it is a page of text.
inline constexpr std::size_t longest_scenario = 1000000;

/// Checks size, emptiness and encoding and keeps the lines for messages; nothing when a complaint was added.
std::shared_ptr<const SourceText> accept_text(std::string_view text, const std::string& name, Diagnostics& diagnostics);

/// The tree of one text, `extends` not looked at. The only place that knows toml++.
std::optional<Node> parse_toml(std::string_view text, const std::shared_ptr<const SourceText>& source,
                               Diagnostics& diagnostics);

/// "1.5 MB", "104.9 MB": sizes as people say them.
std::string megabytes(double bytes);

}  // namespace cicatrix::io
