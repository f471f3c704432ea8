// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/tissue/permeation.hpp"

#include "cicatrix/base/exact_math.hpp"

#include <algorithm>

namespace cicatrix {
namespace {

constexpr double mm_per_h = 36000.0;  ///< in one cm/s
constexpr double reference_mass = 70000.0, water_mass = 18.0;

}  // namespace

double uncharged_share_of_acid(double pka, double ph) {
    return 1.0 / (1.0 + exact_pow(10.0, ph - pka));
}

double Permeation::whole_horn(const Molecule& m) const {
    const double lipid = m.uncharged * exact_pow(10.0, *affinity_ * m.log_kow);
    return mm_per_h * exact_pow(10.0, *offset_ - *size_ * std::min(m.mass_g_per_mol, *heaviest_)) * (lipid + *polar_);
}

double Permeation::diffusivity(double mass_g_per_mol) const {
    return *diffusivity_ * exact_pow(reference_mass / mass_g_per_mol, 1.0 / 3.0);
}

double Permeation::gaps() const {
    const double open = hole(water_mass);
    return open > 0.0 ? (*broken_gain_ - 1.0) * *water_ / open : 0.0;
}

double Permeation::entry(const Molecule& m, double oil) const {
    const double kept = 1.0 - oil + oil * exact_pow(10.0, m.log_kow);  // concentration over that of its watery part
    const double horn = whole_horn(m) / std::max(1.0, kept), below = 3.0 * diffusivity(m.mass_g_per_mol) / *depth_;
    return horn > 0.0 ? horn * below / (horn + below) : 0.0;
}

std::vector<ParameterRecord> permeation_parameters(const Adjustments& adjustments) {
    std::vector<ParameterRecord> all = Permeation{adjustments}.parameters();
    const Tracer tracer{adjustments};
    all.insert(all.end(), tracer.parameters().begin(), tracer.parameters().end());
    return all;
}

}  // namespace cicatrix
