// SPDX-License-Identifier: Apache-2.0
// One mechanism alone on the bench: its local law with all others switched off, and a small patch to act upon.
#pragma once

#include "local_system.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace cicatrix::test {

inline std::set<std::string, std::less<>> all_but(std::string_view mechanism) {
    std::set<std::string, std::less<>> off;
    for (const MechanismEntry& e : mechanism_catalogue())
        if (e.name != mechanism) off.emplace(e.name);
    return off;
}

/// The network in which only one mechanism acts; the fields of the others stay where a test puts them.
class Alone {
public:
    explicit Alone(std::string_view mechanism, const Adjustments& adjustments = {})
        : network{adjustments, all_but(mechanism)}, name_{mechanism} {}
    /// A value that it declares or shares, canonical units.
    double operator()(std::string_view name) const {
        for (const auto& m : network.mechanisms()) {
            if (m->owner() != name_) continue;
            for (const ParameterRecord& r : m->parameters())
                if (r.name == name) return r.value * r.unit_size;
        }
        throw std::out_of_range{name_ + "." + std::string{name}};
    }
    LocalSystem in(Layer layer) const { return {network, layer}; }

    const Network network;

private:
    std::string name_;
};

/// Equal but for rounding.
inline testing::AssertionResult same(double found, double expected) {
    if (std::abs(found - expected) <= 1e-11 * std::abs(expected)) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "found " << found << ", by hand " << expected;
}

inline double rising(double x, double half) {
    return x / (half + x);
}

/// One needle in the middle of the small patch: wide enough to sweep whole voxels, ending in the reticular dermis.
inline Needling needle() {
    Puncture p;
    p.x_um = p.y_um = 100;
    p.depth_um = 170;
    p.radius_um = 45;
    p.tip_length_um = 60;
    p.drag_x_um = 20;
    Needling n;
    n.punctures = {p};
    return n;
}

/// Resting skin, unless told otherwise of 8 by 8 columns, that an act can be done to.
class SmallPatch {
public:
    explicit SmallPatch(const Network& network, int columns_a_side = 8, double lateral_um = 25)
        : state{std::make_shared<const Layout>(small_grid(columns_a_side, columns_a_side, lateral_um),
                                               network.fields())},
          network_{&network} {
        network.rest(state, Skin{});
    }
    void act(ActKind kind) {
        const Act done{0, "act", std::move(kind)};
        Event event{done};
        if (event.needling()) {
            wound.emplace(state.grid(), event.needling()->punctures);
            event.wound = &*wound;
        }
        network_->respond(event, state, Skin{});
    }
    std::span<double> plane(std::string_view field, int k) { return state.plane(state.layout().find(field), k); }
    /// First plane of a layer.
    int top(Layer layer) const { return state.grid().planes(layer).first; }
    std::span<double> plane(std::string_view field, Layer layer) { return plane(field, top(layer)); }
    void fill(std::string_view field, Layer layer, double value) {
        const PlaneRange here = state.grid().planes(layer);
        for (int k = here.first; k < here.last; ++k)
            for (double& x : plane(field, k)) x = value;
    }
    /// Calls check(killed, torn, i) for each voxel of a layer's first plane.
    template <class Check>
    void each(Layer layer, const Check& check) const {
        const auto killed = wound->killed(top(layer)), torn = wound->torn(top(layer));
        for (std::size_t i = 0; i < killed.size(); ++i) check(killed[i], torn[i], i);
    }

    State state;
    std::optional<Wound> wound;  ///< of the last needling

private:
    const Network* network_;
};

}  // namespace cicatrix::test
