// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/report/data.hpp"
#include "cicatrix/report/page.hpp"
#include "cicatrix/report/report.hpp"

namespace cicatrix {

std::string comparison_report(const std::vector<const RunResult*>& runs) {
    const std::string data = safe_in_script(report_data(runs));
    return fill_template(page::html(), {{"style", page::style()},
                                        {"script", page::script()},
                                        {"uplot_style", page::uplot_style()},
                                        {"uplot_script", page::uplot_script()},
                                        {"uplot_licence", page::uplot_licence()},
                                        {"data", data}});
}

}  // namespace cicatrix
