// SPDX-License-Identifier: Apache-2.0
// The parts of the page, carried inside the program, and how they are put together.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace cicatrix {

/// Files that the build put into the program: our own page, and uPlot with its licence.
/// uPlot's are empty when the build did not find it; the page then shows tables in place of curves.
namespace page {
std::string_view html();
std::string_view style();
std::string_view script();
std::string_view uplot_style();
std::string_view uplot_script();
std::string_view uplot_licence();
}  // namespace page

/// Replaces each `{{name}}` of the template once; what is put in is not searched again.
std::string fill_template(std::string_view text, const std::map<std::string_view, std::string_view>& parts);

/// Makes a JSON text safe inside <script>: no "<" survives, so neither a closing tag nor a comment can begin.
std::string safe_in_script(std::string_view json);

/// A word as a shell reads it back unchanged.
std::string shell_word(std::string_view word);

}  // namespace cicatrix
