// SPDX-License-Identifier: Apache-2.0
// From a plan to acts in order of time. Products put on more than a few times become a standing supply of the same
// mean dose, so that the solver is not stopped at every one.
#include "cicatrix/protocol/timeline.hpp"

#include "cicatrix/base/diagnostics.hpp"
#include "cicatrix/protocol/parameters.hpp"
#include "standing.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

/// A product repeated more often than this is supplied continuously.
constexpr int most_applications = 3;
constexpr std::string_view laser_name = "pigment laser";

class Builder {
public:
    Builder(const Plan& plan, const Skin& skin, double width_um, double height_um, double end_h, std::uint64_t seed,
            const Adjustments& adjustments)
        : plan_{plan},
          skin_{skin},
          width_um_{width_um},
          height_um_{height_um},
          end_h_{end_h},
          seed_{seed},
          parameters_{adjustments},
          horn_{adjustments} {}

    std::vector<Act> acts() {
        add_earlier_harm();
        if (plan_.device) add_sessions();
        for (const Therapy& t : plan_.therapy) add_therapy(t);
        const double uv = transmitted_uv_sed_per_h(plan_.sun, parameters_.sunscreen);
        for (Act& a : exposures(spans_, uv, end_h_)) acts_.push_back(std::move(a));
        // The kinds of acts are listed in the order in which they follow each other at one time.
        std::stable_sort(acts_.begin(), acts_.end(), [](const Act& a, const Act& b) {
            return a.time_h != b.time_h ? a.time_h < b.time_h : a.kind.index() < b.kind.index();
        });
        return std::move(acts_);
    }

private:
    void add_earlier_harm();
    void add_sessions();
    void add_session(int number, double time_h, double next_h);
    void add_aftercare(const Aftercare& care, double session_h, double next_h);
    void add_therapy(const Therapy& therapy);
    void add_laser(const Therapy& therapy, double until_h);
    double foreign_material() const;

    const Plan& plan_;
    const Skin& skin_;
    double width_um_, height_um_, end_h_;
    std::uint64_t seed_;
    ProtocolParameters parameters_;
    Permeation horn_;
    std::vector<Act> acts_;
    std::vector<Span> spans_;
};

const ProductFacts& product_named(const std::string& name) {
    if (const ProductFacts* p = find_product(name)) return *p;
    std::vector<std::string> names;
    for (const auto& p : product_table()) names.emplace_back(p.name);
    const std::string near = nearest(name, names);
    throw InputError{"there is no product '" + name + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?")};
}

/// A known product with the chemistry that the plan gives it. Another molecule is no acid unless that is said.
ProductFacts product_of(const std::string& name, const OwnChemistry& own) {
    ProductFacts p = product_named(name);
    ProductChemistry& c = p.chemistry;
    if (own.molar_mass || own.log_kow || own.acid_pka) c.acid_pka = own.acid_pka;
    c.mass_g_per_mol = own.molar_mass.value_or(c.mass_g_per_mol);
    c.log_kow = own.log_kow.value_or(c.log_kow);
    if (own.ph) c.ph = own.ph;
    return p;
}

Environment::Supply supply_of(const ProductFacts& p, double doses_per_h, const Permeation& horn) {
    Environment::Supply s;
    s.irritant_per_h = doses_per_h * p.irritant;
    s.humectant_per_h = doses_per_h * p.humectant;
    s.steroid_per_h = doses_per_h * p.steroid;
    s.depigmenting_per_h = doses_per_h * p.depigmenting;
    s.antimicrobial_per_h = doses_per_h * p.antimicrobial;
    s.antiviral_per_h = doses_per_h * p.antiviral;
    const double entry = horn.entry(molecule_of(p.chemistry), p.chemistry.oil);
    s.entry = {entry * s.irritant_per_h, entry * s.steroid_per_h, entry * s.depigmenting_per_h,
               entry * s.antimicrobial_per_h};
    if (p.chemistry.ph) {
        s.wet_per_h = doses_per_h;
        s.wet_ph_per_h = doses_per_h * *p.chemistry.ph;
    }
    return s;
}

Act application_of(const ProductFacts& p, double amount, double time_h, const Permeation& horn) {
    Application a;
    a.product = p.name;
    a.irritant = amount * p.irritant;
    a.humectant = amount * p.humectant;
    a.steroid = amount * p.steroid;
    a.depigmenting = amount * p.depigmenting;
    a.antimicrobial = amount * p.antimicrobial;
    a.contamination_cfu_per_cm2 = amount * p.contamination_cfu_per_cm2;
    a.amount = amount;
    a.horn_mm_per_h = horn.entry(molecule_of(p.chemistry), p.chemistry.oil);
    a.ph = p.chemistry.ph;
    return {time_h, a.product, a};
}

/// How often something falls on from, from + every, ... up to and including `until`.
int repeats(double from_h, double every_h, double until_h) {
    if (every_h <= 0.0 || until_h <= from_h) return 1;
    return 1 + static_cast<int>(std::floor((until_h - from_h) / every_h * (1.0 + 1e-12)));
}

void Builder::add_earlier_harm() {
    const EarlierHarm& earlier = plan_.earlier;
    if (earlier.sunburn > 0.0) acts_.push_back({0.0, "sunburn", Burn{earlier.sunburn * *parameters_.sunburn.dose}});
    if (earlier.peel > 0.0) acts_.push_back({0.0, "peel", Peel{earlier.peel}});
    if (earlier.laser > 0.0)
        acts_.push_back({0.0, "laser",
                         LaserPass{earlier.laser * *parameters_.laser.melanin_removed,
                                   earlier.laser * *parameters_.laser.epidermal_injury}});
}

void Builder::add_sessions() {
    const Device& device = *plan_.device;
    const double longest = longest_needle_mm(device.kind);
    if (device.needle_length_mm > longest)
        throw InputError{"a " + std::string{to_string(device.kind)} + " has needles of at most " + to_text(longest) +
                         " mm, not " + to_text(device.needle_length_mm) + " mm"};
    const Routine& r = plan_.routine;
    for (int i = 0; i < r.sessions; ++i) {
        const double time = r.first_at_h + i * r.every_h;
        if (time > end_h_) break;
        add_session(i + 1, time, i + 1 < r.sessions ? time + r.every_h : end_h_);
    }
}

void Builder::add_session(int number, double time_h, double next_h) {
    const Device& device = *plan_.device;
    const Disinfection& disinfection = plan_.routine.disinfection;
    const double contamination_uses = device.uses_since_replacement + (number - 1);
    const Disinfectant* agent = find_disinfectant(disinfection.agent);
    const double wear_uses = agent && agent->single_use ? 0.0 : contamination_uses;

    Needling n;
    n.session = number;
    n.device_contamination_cfu_per_cm2 =
        contamination_cfu_per_cm2(device, disinfection, contamination_uses, parameters_.hygiene);
    n.surface_disinfection = disinfection.skin_cleaned ? *parameters_.hygiene.skin_cleaning : 0.0;
    n.foreign_material = foreign_material();
    n.needles_at_once = needles_at_once(device, parameters_.pattern);
    n.punctures = draw_punctures({.device = device,
                                  .technique = plan_.routine.technique,
                                  .skin = skin_,
                                  .bluntness = bluntness(device.kind, wear_uses, parameters_.wear),
                                  .width_um = width_um_,
                                  .height_um = height_um_,
                                  .seed = seed_,
                                  .number = number,
                                  .tearing = parameters_.tearing},
                                 parameters_.pattern, parameters_.insertion);
    acts_.push_back({time_h, "session " + std::to_string(number), std::move(n)});

    for (const Aftercare& care : plan_.aftercare) add_aftercare(care, time_h, next_h);
    if (plan_.occlusion_h > 0.0)
        spans_.push_back({time_h, std::min(time_h + plan_.occlusion_h, next_h), "dressing", {}, 1.0});
}

void Builder::add_aftercare(const Aftercare& care, double session_h, double next_h) {
    const ProductFacts product = product_of(care.product, care.own);
    if (product.antiviral > 0.0)
        throw InputError{"'" + care.product + "' is swallowed, not put on: write it under therapy, not aftercare"};
    const double from = session_h + care.at_h;
    if (from >= next_h) return;
    int count = repeats(care.at_h, care.every_h, care.for_h);
    while (count > 1 && from + (count - 1) * care.every_h >= next_h) --count;
    acts_.push_back(application_of(product, care.amount, from, horn_));
    if (count <= most_applications) {
        for (int i = 1; i < count; ++i)
            acts_.push_back(application_of(product, care.amount, from + i * care.every_h, horn_));
        return;
    }
    // The first dose is laid on at once, with what lives in it; the others flow in over the time they cover.
    spans_.push_back(
        {from, from + (count - 1) * care.every_h, care.product, supply_of(product, care.amount / care.every_h, horn_)});
}

void Builder::add_therapy(const Therapy& therapy) {
    const double until = therapy.until_h > 0.0 ? std::min(therapy.until_h, end_h_) : end_h_;
    if (until <= therapy.from_h || therapy.every_h <= 0.0) return;
    if (therapy.product == laser_name) return add_laser(therapy, until);
    const ProductFacts product = product_of(therapy.product, therapy.own);
    spans_.push_back(
        {therapy.from_h, until, therapy.product, supply_of(product, therapy.amount / therapy.every_h, horn_)});
}

void Builder::add_laser(const Therapy& therapy, double until_h) {
    const auto scaled = [&](double share) { return std::min(1.0, therapy.amount * share); };
    const LaserPass pass{scaled(*parameters_.laser.melanin_removed), scaled(*parameters_.laser.epidermal_injury)};
    for (int i = 0;; ++i) {
        const double time = therapy.from_h + i * therapy.every_h;
        if (time >= until_h) return;
        acts_.push_back({time, std::string{laser_name}, pass});
    }
}

/// Products laid on open channels are driven in: the worst of them counts.
double Builder::foreign_material() const {
    double foreign = 0.0;
    for (const Aftercare& care : plan_.aftercare)
        if (care.at_h <= *parameters_.hygiene.open_window)
            foreign = std::max(foreign, std::min(1.0, care.amount * product_named(care.product).foreign));
    return foreign;
}

void append(std::vector<ParameterRecord>& all, const std::vector<ParameterRecord>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

std::vector<Act> make_timeline(const Plan& plan, const Skin& skin, double width_um, double height_um, double end_h,
                               std::uint64_t seed, const Adjustments& adjustments) {
    return Builder{plan, skin, width_um, height_um, end_h, seed, adjustments}.acts();
}

std::vector<ParameterRecord> protocol_parameters(const Adjustments& adjustments) {
    const ProtocolParameters p{adjustments};
    std::vector<ParameterRecord> all;
    append(all, p.wear.parameters());
    append(all, p.insertion.parameters());
    append(all, p.pattern.parameters());
    append(all, p.hygiene.parameters());
    append(all, p.sunscreen.parameters());
    append(all, p.sunburn.parameters());
    append(all, p.laser.parameters());
    append(all, tearing_parameters(adjustments));
    append(all, permeation_parameters(adjustments));
    return all;
}

}  // namespace cicatrix
