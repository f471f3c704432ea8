// SPDX-License-Identifier: Apache-2.0
#include "reference_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>

namespace cicatrix::published {
namespace {

std::string short_number(double x) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", x);
    return text;
}

std::string at_time(const Reproduction& what, double time) {
    return what.model + ", " + (what.time_unit == "d" ? "day " + short_number(time) : short_number(time) + " h");
}

}  // namespace

double Number::value() const {
    return std::stod(text);
}

double Number::rounding() const {
    const std::size_t e = text.find('e');
    const std::string digits = text.substr(0, e);
    const int power = e == std::string::npos ? 0 : std::stoi(text.substr(e + 1));
    const std::size_t point = digits.find('.');
    const int decimals = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point) - 1;
    return 0.5 * std::pow(10.0, power - decimals) / std::abs(value());
}

std::vector<double> times_of(const Reproduction& what) {
    std::vector<double> times;
    for (const TableRow& row : what.table) times.push_back(row.time);
    return times;
}

void expect_reference(const Reproduction& what, const std::vector<std::vector<double>>& courses) {
    if (courses.size() != what.table.size()) throw std::invalid_argument{"one course value per time of the table"};
    for (std::size_t t = 0; t < courses.size(); ++t) {
        const TableRow& row = what.table[t];
        double worst = -1, allowed_most = 0, worst_excess = -1;
        std::string judged, worst_name;
        int count = 0;
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            if (row.values[i].text.empty() || std::abs(row.values[i].value()) < smallest_judged) continue;
            const double printed = row.values[i].value(), rounding = row.values[i].rounding();
            const double off = std::abs(courses[t][i] / printed - 1.0);
            // Compared with what this value is allowed, so that few digits of one do not hide an error of another.
            const double excess = off / std::max(agreement, rounding);
            ++count;
            if (std::isnan(excess) || excess > worst_excess) {
                worst_excess = excess;
                worst = off;
                allowed_most = rounding;
                worst_name = what.names[i];
            }
        }
        test::expect_below_or_digits({"published", at_time(what, row.time) + ": " + std::to_string(count) + " values",
                                      "reference table; nearest to its limit: " + worst_name},
                                     worst, agreement, allowed_most);
    }
}

void expect_same(const Reproduction& what, const std::string& how, const std::vector<std::vector<double>>& course,
                 const std::vector<std::vector<double>>& cvode, double limit) {
    double worst = 0;
    for (std::size_t t = 0; t < cvode.size(); ++t)
        for (std::size_t i = 0; i < what.names.size(); ++i) {
            if (std::abs(cvode.at(t).at(i)) < smallest_judged) continue;
            worst = test::farther(worst, course.at(t).at(i) / cvode[t][i] - 1.0);
        }
    test::expect_below({"integrators", what.model + ": " + how, "CVODE, tolerance 1e-11"}, worst, limit);
}

void expect_threshold(const std::string& model, const std::string& what, double measured, const Number& printed) {
    test::expect_below_or_digits({"thresholds", model + ": " + what, "reference " + printed.text},
                                 std::abs(measured / printed.value() - 1.0), 1e-3, printed.rounding());
}

}  // namespace cicatrix::published
