// SPDX-License-Identifier: Apache-2.0
// Skin to which nothing is done stays where it is for half a year, whoever's and wherever it is: every site, age, tone
// and condition. Only ageing moves it, by what its own law says.
#include "cicatrix/scenario/scenario.hpp"
#include "cicatrix/simulation/simulation.hpp"

#include "injured_skin.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <set>

namespace cicatrix {
namespace {

/// What ageing leaves of collagen and elastin until the end.
double left_by_ageing(const Model& model) {
    for (const ParameterRecord& r : model.network().parameters())
        if (r.owner == "ageing" && r.name == "loss") return std::exp(-r.value * r.unit_size * model.end_h());
    return NAN;
}

/// Farthest that a field has gone from where ageing alone puts it, relative to its scale or size; and its name.
std::pair<double, std::string> farthest_from_rest(const Person& person) {
    Scenario scenario;
    scenario.person = person;
    apply_traits(person, scenario.adjustments);
    scenario.run.end_h = 180 * 24;
    scenario.plan.sun.uv_sed_per_d = 0;
    const Model model{left_alone(scenario)};
    const State rest = model.rest();
    Simulation simulation{model, rest};
    simulation.advance_to(model.end_h(), {}, {});
    const std::set<std::string_view> ageing{"collagen_i", "collagen_iii", "matrix_reserve", "elastin", "tropoelastin"};
    const auto& fields = model.network().fields();
    const double aged = left_by_ageing(model);
    std::pair<double, std::string> farthest;
    test::each_value(rest, [&](double before, int f, int k) {
        const Field& field = fields[static_cast<std::size_t>(f)];
        const double after = simulation.state().plane(f, k)[0];
        if (!std::isfinite(after) || !std::isfinite(aged) || after < 0.0)
            farthest = {INFINITY, std::string{field.name}};
        const double expected = ageing.contains(field.name) ? before * aged : before;
        const double apart = std::abs(after - expected) / std::max(std::abs(expected), field.scale);
        if (apart > farthest.first) farthest = {apart, std::string{field.name}};
    });
    return farthest;
}

void expect_rest(const Person& person, const std::string& who) {
    const auto [apart, field] = farthest_from_rest(person);
    EXPECT_LT(apart, 1e-6) << who << ": " << field;
}

TEST(RestOfPersons, AtEverySite) {
    for (const SiteFacts& site : site_table()) {
        Person person;
        person.site = site.name;
        expect_rest(person, person.site);
    }
}

TEST(RestOfPersons, OfEveryAgeSexAndTone) {
    for (const double age : {18.0, 50.0, 85.0})
        for (const Sex sex : {Sex::female, Sex::male})
            for (const PhototypeFacts& tone : phototype_table()) {
                Person person;
                person.age_y = age;
                person.sex = sex;
                person.melanin = tone.melanin;
                expect_rest(person, std::to_string(age) + " years, type " + std::string{tone.name});
            }
}

TEST(RestOfPersons, WithEveryConditionMildOrSevere) {
    for (const std::string_view condition : condition_names()) {
        for (const double level : {0.3, 1.0}) {
            Person person;
            person.conditions[std::string{condition}] = level;
            expect_rest(person, std::string{condition});
        }
    }
}

}  // namespace
}  // namespace cicatrix
