// SPDX-License-Identifier: Apache-2.0
// Irritated nerves, and pain: at once, from endings that needles slide past, and as tenderness afterwards.
//   met    = sum over depth of  r n (L - z + s(z)) dz / (L_1^2/2)        mean of the session's needles
//   strike = (N^q met)^p
//   pain   = strike exp(-t/t_f) + w <z_s>                                t after the last session
// L depth of the tip, s(z) slit at depth z, n fibres there, r their usual density in the layer relative to the
// epidermis: the wall of a needle slides past an ending at depth z over L - z and along the slit. N needles in the skin
// together. <z_s> sensitisation, mean of epidermis and upper dermis, above the untreated.
#include "cicatrix/base/exact_math.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/outcomes/regions.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

class NerveSigns final : public Outcome {
public:
    NerveSigns(std::string_view name, const Adjustments& adjustments)
        : Outcome{name, adjustments}, regions_{adjustments} {}

    void see(const Glance& glance, Findings& f) override {
        const State& skin = glance.treated.state;
        const double sensitive =
            mean(skin, field::nerve_sensitisation.name) - mean(glance.untreated, field::nerve_sensitisation.name);
        const double lost = mean(glance.untreated, field::nerve_fibres.name) - mean(skin, field::nerve_fibres.name);
        irritation_.add(f, sensitive + lost);
        const double since_h = glance.treated.time_h - struck_h_;
        pain_.add(f, strike_ * exact_exp(-since_h / fading_.in(hour)) + *tenderness_ * sensitive);
        remember_fibres(skin);
    }

    void acted(const View& view, Findings&) override {
        const auto& punctures = view.wound->punctures();
        double sum = 0.0;
        for (const Puncture& p : punctures) sum += met(view.state.grid(), p);
        const Needling* needling = view.act ? std::get_if<Needling>(&view.act->kind) : nullptr;
        const double together = needling ? needling->needles_at_once : 1.0;
        const double each = punctures.empty() ? 0.0 : sum / static_cast<double>(punctures.size());
        strike_ = exact_pow(exact_pow(together, *summation_) * each, *perception_);
        struck_h_ = view.time_h;
    }

    void keep(Archive& archive) override {
        archive.list("fibres", fibres_);
        archive.number("strike", strike_);
        archive.number("struck_h", struck_h_);
    }

private:
    double mean(const State& state, std::string_view name) const {
        const DepthRange range{depths(state.grid(), epidermis).from_um, regions_.upper_dermis(state.grid()).to_um};
        return FieldReading{state, name}.mean(range);
    }
    /// The needles meet the fibres that were there before they cut them.
    void remember_fibres(const State& state) {
        const FieldReading fibres{state, field::nerve_fibres.name};
        fibres_.resize(static_cast<std::size_t>(state.grid().nz()));
        for (int k = 0; k < state.grid().nz(); ++k) {
            const double usual = state.grid().layer(k) == Layer::reticular ? *reticular_density_ : 1.0;
            fibres_[static_cast<std::size_t>(k)] = usual * fibres.plane(k);
        }
    }
    /// Sliding past fibres along one needle, relative to a straight needle of the reference depth among full fibres.
    double met(const Grid& grid, const Puncture& p) const {
        const double slit_um = std::sqrt(p.drag_x_um * p.drag_x_um + p.drag_y_um * p.drag_y_um);
        double sum = 0.0;
        for (std::size_t k = 0; k < fibres_.size(); ++k) {
            const double from = grid.edge_um(static_cast<int>(k));
            const double to = std::min(grid.edge_um(static_cast<int>(k) + 1), p.depth_um);
            if (to <= from) break;
            const double middle = 0.5 * (from + to);
            const double slid = p.depth_um - middle + slit_um * (1.0 - p.drag_taper * middle / p.depth_um);
            sum += fibres_[k] * slid * (to - from);
        }
        const double reference = reference_depth_.in(um);
        return sum / (0.5 * reference * reference);
    }

    Regions regions_;
    std::vector<double> fibres_;
    double strike_ = 0.0, struck_h_ = 0.0;

    Parameter<Length> reference_depth_{
        this,
        {.name = "reference_depth",
         .symbol = "L_1",
         .unit = mm,
         .value = 2.0,
         .range = {0.1, 20.0},
         .plausible = {1.0, 5.0},
         .source = convention("sets the unit: pain 1 is a single needle this deep, were all skin as rich in fibres as "
                              "epidermis"),
         .meaning = "Depth of the needle that sets the unit of pain"}};
    Parameter<Fraction> reticular_density_{
        this,
        {.name = "reticular_density",
         .symbol = "r",
         .unit = one,
         .value = 0.3,
         .range = {0.0, 10.0},
         .plausible = {0.1, 0.6},
         .source = assumed("free endings crowd in the epidermis and the papillary dermis and are sparser below"),
         .meaning = "Pain fibres of the reticular dermis relative to epidermis and papillary dermis"}};
    Parameter<Fraction> summation_{
        this,
        {.name = "summation",
         .symbol = "q",
         .unit = one,
         .value = 0.31,
         .range = {0.0, 1.0},
         .plausible = {0.2, 0.45},
         .source = {"gill2008", "ten times as many needles hurt just over twice as much", Evidence::calibrated},
         .meaning = "How needles add up that are in the skin together: 1 fully, 0 not at all"}};
    Parameter<Fraction> perception_{
        this,
        {.name = "perception",
         .symbol = "p",
         .unit = one,
         .value = 1.0,
         .range = {0.1, 5.0},
         .plausible = {0.7, 1.5},
         .source = {"stevens_exponents", "table: thermal pain 1, radiant heat on skin", Evidence::measured_human},
         .meaning = "Power by which pain grows with what the endings meet"}};
    Parameter<Time> fading_{this,
                            {.name = "fading",
                             .symbol = "t_f",
                             .unit = minute,
                             .value = 10.0,
                             .range = {0.1, 1000.0},
                             .plausible = {3.0, 30.0},
                             .source = assumed("the sting of needles is gone within the hour"),
                             .meaning = "Time in which the pain of needling fades to a third"}};
    Parameter<Fraction> tenderness_{
        this,
        {.name = "tenderness",
         .symbol = "w",
         .unit = one,
         .value = 0.3,
         .range = {0.0, 10.0},
         .plausible = {0.1, 1.0},
         .source = assumed("fully sensitised skin hurts on touch, a third as much as under a long needle"),
         .meaning = "Pain on touch of fully sensitised skin"}};
    Follows irritation_{
        this,
        {"nerve_irritation", "1",
         "Sensitised and lost nerve fibres of epidermis and upper dermis, above the same skin untreated"}};
    Follows pain_{this, {"pain", "1", "Pain of the needles, and tenderness on touch afterwards"}};
};

}  // namespace

namespace observable {
OutcomeEntry nerve_signs() {
    return outcome_entry<NerveSigns>("nerve_signs", "Irritated nerves, pain at once and tenderness");
}
}  // namespace observable
}  // namespace cicatrix
