// SPDX-License-Identifier: Apache-2.0
// How much of the upper dermis's collagen lies in disordered bundles, and how strong the skin is.
//   share = C_s / C_total;   scar = share - the same untreated;   strength = sum(w_i C_i) / the same untreated
//   anisotropy = (l_1 - l_2)/(l_1 + l_2) of J = sum(grad s grad s^T),   s = C_s averaged over the depth of the upper
//   dermis
//   along  = <s t> . q / <s>,   q = (J_yy - J_xx, -2 J_xy)/(J_xx + J_yy) made as long as 1: the way lines of scar run
//   lines = scar > s_2  and  anisotropy > a_l  and  along > 0
// w: strength per mass relative to mature ordered collagen I; l_1, l_2: eigenvalues of J, which grow with how steeply
// scar changes across and along a direction: 0 for an even field or round spots, 1 for parallel lines; s_2: from where
// a verdict takes scar for marked; t: direction of the fibres that repair laid, as cos and sin of twice the angle.
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/outcomes/verdict.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

class Scarring final : public Outcome {
public:
    Scarring(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments}, thresholds_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const double share = scar_share(glance.treated.state);
        share_.add(f, share);
        const double index = share - scar_share(glance.untreated);
        const Pattern pattern = pattern_of(glance.treated.state);
        const double along = fibres_along(glance.treated.state, pattern);
        index_.add(f, index);
        anisotropy_.add(f, pattern.anisotropy);
        along_.add(f, along);
        const bool felt = index > *thresholds_.scar_marked, shaped = pattern.anisotropy > *in_lines_;
        lines_.add(f, felt && shaped && along > 0.0 ? 1.0 : 0.0);
        strength_.add(f, load(glance.treated.state) / load(glance.untreated));
    }

private:
    double mean(const State& state, std::string_view name) const {
        return FieldReading{state, name}.mean(regions_.upper_dermis(state.grid()));
    }
    double scar_share(const State& state) const {
        const double scar = mean(state, field::collagen_scar.name);
        return scar / (scar + mean(state, field::collagen_i.name) + mean(state, field::collagen_i_new.name) +
                       mean(state, field::collagen_iii.name));
    }
    double load(const State& state) const {
        return mean(state, field::collagen_i.name) +
               *new_strength_ * (mean(state, field::collagen_i_new.name) + mean(state, field::collagen_iii.name)) +
               *scar_strength_ * mean(state, field::collagen_scar.name);
    }

    /// Of each column, averaged over the depth of the upper dermis: what `of(i, j, k)` gives.
    template <class Of>
    std::vector<double> from_above(const Grid& grid, const Of& of) const {
        const DepthRange here = regions_.upper_dermis(grid);
        std::vector<double> seen(static_cast<std::size_t>(grid.nx()) * static_cast<std::size_t>(grid.ny()));
        for (int k = 0; k < grid.nz(); ++k) {
            const double overlap = std::min(grid.edge_um(k + 1), here.to_um) - std::max(grid.edge_um(k), here.from_um);
            if (overlap <= 0.0) continue;
            std::size_t n = 0;
            for (int j = 0; j < grid.ny(); ++j)
                for (int i = 0; i < grid.nx(); ++i) seen[n++] += overlap / here.thickness_um() * of(i, j, k);
        }
        return seen;
    }

    /// How far scar lies in lines, and which way they run: cos and sin of twice the angle, both 0 without lines.
    struct Pattern {
        double anisotropy = 0.0, lines_x = 0.0, lines_diagonal = 0.0;
    };

    Pattern pattern_of(const State& state) const {
        const Grid& grid = state.grid();
        if (grid.nx() < 3 || grid.ny() < 3) return {};  // no two directions to compare
        const FieldReading scar{state, field::collagen_scar.name};
        const std::vector<double> s = from_above(grid, [&](int i, int j, int k) { return scar.at(i, j, k); });
        const auto at = [&](int i, int j) {
            const int x = (i + grid.nx()) % grid.nx(), y = (j + grid.ny()) % grid.ny();
            return s[static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.nx()) + static_cast<std::size_t>(x)];
        };
        double xx = 0.0, yy = 0.0, xy = 0.0, level = 0.0;
        for (int j = 0; j < grid.ny(); ++j)
            for (int i = 0; i < grid.nx(); ++i) {
                const double gx = (at(i + 1, j) - at(i - 1, j)) / grid.dx_um();
                const double gy = (at(i, j + 1) - at(i, j - 1)) / grid.dy_um();
                xx += gx * gx;
                yy += gy * gy;
                xy += gx * gy;
                level += at(i, j) * at(i, j) / (grid.dx_um() * grid.dy_um());
            }
        if (xx + yy <= rounding * rounding * level) return {};  // even: what is left has no meaning
        const double across = std::sqrt((xx - yy) * (xx - yy) + 4.0 * xy * xy);
        if (across <= 0.0) return {};
        return {across / (xx + yy), (yy - xx) / across, -2.0 * xy / across};
    }

    /// How far the fibres of scar run along its lines: 1 along, -1 across, 0 neither.
    double fibres_along(const State& state, const Pattern& pattern) const {
        const FieldReading scar{state, field::collagen_scar.name}, x{state, field::repair_along_x.name},
            diagonal{state, field::repair_along_diagonal.name};
        double along = 0.0, all = 0.0;
        const auto weighed = [&](int i, int j, int k) {
            return scar.at(i, j, k) * (pattern.lines_x * (2.0 * x.at(i, j, k) - 1.0) +
                                       pattern.lines_diagonal * (2.0 * diagonal.at(i, j, k) - 1.0));
        };
        for (const double part : from_above(state.grid(), weighed)) along += part;
        for (const double part : from_above(state.grid(), [&](int i, int j, int k) { return scar.at(i, j, k); }))
            all += part;
        return all > 0.0 ? along / all : 0.0;
    }

    /// Steps calculate in single precision; differences of neighbours below this share of the level are its rounding.
    static constexpr double rounding = 1e-5;

    Regions regions_;
    const HarmThresholds thresholds_;
    Parameter<Fraction> in_lines_{
        this,
        {.name = "in_lines",
         .symbol = "a_l",
         .unit = one,
         .value = 0.5,
         .range = {0.0, 1.0},
         .plausible = {0.3, 0.7},
         .source = convention("line drawn for counting people: l_1 is three times l_2, so that scar changes far more "
                              "across one direction than along it; no photograph was measured"),
         .meaning = "Anisotropy from which disordered collagen is seen as lines"}};
    Parameter<Fraction> new_strength_{
        this,
        {.name = "new_strength",
         .symbol = "w_n",
         .unit = one,
         .value = 0.2,
         .range = {0.0, 1.0},
         .plausible = {0.05, 0.4},
         .source = {"epomedicine_strength",
                    "text: a fifth of the old strength at three weeks; taken as that of its collagen, nearly all of it "
                    "new; that III holds as little is ours",
                    Evidence::derived},
         .meaning = "Strength of new collagen I and of collagen III per mass, relative to mature ordered collagen I"}};
    Parameter<Fraction> scar_strength_{
        this,
        {.name = "scar_strength",
         .symbol = "w_s",
         .unit = one,
         .value = 0.75,
         .range = {0.0, 1.5},
         .plausible = {0.6, 0.9},
         .source =
             {"robbins_pathology",
              "wounds reach a plateau of 70-80 % of intact strength; middle, at the collagen content of intact skin",
              Evidence::derived},
         .meaning = "Strength of disordered mature collagen per mass, relative to mature ordered collagen I"}};
    Follows share_{this, {"disordered_share", "1", "Disordered share of the upper dermis's collagen"}};
    Follows index_{
        this, {"scar_index", "1", "Disordered share of the upper dermis's collagen, above the same skin untreated"}};
    Follows anisotropy_{
        this,
        {"scar_anisotropy", "1", "How far disordered collagen lies in parallel lines: 0 even or round spots, 1 lines"}};
    Follows along_{this,
                   {"scar_fibres_along", "1",
                    "How far the fibres of disordered collagen run along its lines: 1 along, 0 neither, -1 across"}};
    Follows lines_{
        this,
        {"scar_lines", "bool", "1 while scar can be felt, lies in parallel lines, and its fibres run along these"}};
    Follows strength_{this, {"strength", "1", "Strength of the upper dermis relative to the same skin untreated"}};
};

}  // namespace

namespace observable {
OutcomeEntry scarring() {
    return outcome_entry<Scarring>("scarring", "Disordered collagen, and strength");
}
}  // namespace observable
}  // namespace cicatrix
