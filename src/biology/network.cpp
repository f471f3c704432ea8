// SPDX-License-Identifier: Apache-2.0
// Builds the network: fields from their owners, local systems from declared and traced dependences.
#include "cicatrix/biology/network.hpp"

#include "layer_builder.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace cicatrix {
namespace {

constexpr int first_column = -2;  ///< column read c is numbered -2 - c

}  // namespace

unsigned Mechanism::open(HandleRecord record) {
    if (handles_.size() == Voxel<Lanes>::max_handles)
        throw std::logic_error(std::string{owner()} + " opens more fields than a voxel holds");
    handles_.push_back(record);
    return static_cast<unsigned>(handles_.size() - 1);
}

Network::Network(const Adjustments& adjustments, const std::set<std::string, std::less<>>& off,
                 std::span<const MechanismEntry> entries) {
    for (const MechanismEntry& e : entries) {
        mechanisms_.push_back(e.make(e.name, adjustments));
        active_.push_back(!off.contains(e.name));
    }
    build_fields();
    for (Layer l : all_layers) LayerBuilder{*this, l, layers_[static_cast<std::size_t>(index(l))]}.run();
}

void Network::build_fields() {
    std::map<std::string_view, int> known;
    for (const auto& m : mechanisms_)
        for (const HandleRecord& h : m->handles()) {
            if (h.access != Access::owns) continue;
            if (!known.emplace(h.field.name, static_cast<int>(fields_.size())).second)
                throw std::logic_error("field " + std::string{h.field.name} + " has two owners");
            fields_.push_back(h.field);
        }
    for (const auto& m : mechanisms_) {
        std::vector<int>& fields = field_of_slot_.emplace_back();
        for (const HandleRecord& h : m->handles()) {
            const auto it = known.find(h.field.name);
            if (it == known.end())
                throw std::logic_error(std::string{m->owner()} + " uses field " + std::string{h.field.name} +
                                       ", which nobody owns");
            fields.push_back(it->second);
        }
    }
}

std::vector<ParameterRecord> Network::parameters() const {
    std::vector<ParameterRecord> all;
    for (const auto& m : mechanisms_) append_new(all, m->parameters());
    return all;
}

void Network::rest(State& state, const Skin& skin) const {
    for (std::size_t m = 0; m < mechanisms_.size(); ++m) {
        Patch patch{state, skin, field_of_slot_[m]};
        mechanisms_[m]->rest(patch);
    }
}

void Network::respond(const Event& event, State& state, const Skin& skin) const {
    for (std::size_t m = 0; m < mechanisms_.size(); ++m) {
        if (!active_[m]) continue;
        Patch patch{state, skin, field_of_slot_[m]};
        mechanisms_[m]->respond(event, patch);
    }
}

const LocalPattern& Network::pattern(Layer layer) const {
    return layers_[static_cast<std::size_t>(index(layer))].pattern;
}

void Network::rates(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate) const {
    std::fill(rate.begin(), rate.end(), Lanes{0.0});
    Voxel<Lanes> v;
    v.site_ = &site;
    v.depth_um_ = Lanes{site.depth_um};
    std::array<Lanes, environment_size> outside;
    const auto doubles = members(*site.environment);
    std::copy(doubles.begin(), doubles.end(), outside.begin());
    v.environment_ = environment_of(outside);
    for (const Wiring& w : layers_[static_cast<std::size_t>(index(site.layer))].wirings) {
        for (std::size_t s = 0; s < w.local.size(); ++s) {
            const int local = w.local[s];
            v.values_[s] = local >= 0              ? u[static_cast<std::size_t>(local)]
                           : local <= first_column ? site.columns[static_cast<std::size_t>(first_column - local)]
                                                   : Lanes{0.0};
            v.rates_[s] = Lanes{0.0};
        }
        w.mechanism->react(v);
        for (int s : w.written)
            rate[static_cast<std::size_t>(w.local[static_cast<std::size_t>(s)])] +=
                v.rates_[static_cast<std::size_t>(s)];
    }
}

void Network::linearise(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate,
                        std::span<Lanes> nonzero) const {
    Sheet sheet{pattern(site.layer), 1, extra_registers(site.layer)};
    std::copy(u.begin(), u.end(), sheet.unknown(0));
    std::copy(site.columns.begin(), site.columns.end(), sheet.column(0));
    batch_linearise(site, sheet);
    std::copy_n(sheet.rate(0), rate.size(), rate.begin());
    std::copy_n(sheet.nonzero(0), nonzero.size(), nonzero.begin());
}

std::size_t Network::extra_registers(Layer layer) const {
    const LayerSystem& system = layers_[static_cast<std::size_t>(index(layer))];
    return static_cast<std::size_t>(std::max({system.rates.registers(), system.spreading_rates.registers(),
                                              system.linearised.registers(), system.linearised_for_step.registers()}));
}

/// Runs one of a layer's programmes on a sheet, after filling in what acts from outside.
template <class Real>
void Network::run(Programme LayerSystem::*programme, const Site& site, BasicSheet<Real>& sheet) const {
    const auto outside = members(*site.environment);
    const auto set = [&](std::size_t k, double value) {
        std::fill_n(sheet.influence(k), sheet.width(), BasicLanes<Real>{value});
    };
    for (std::size_t k = 0; k < outside.size(); ++k) set(k, outside[k]);
    set(outside.size(), site.depth_um);
    set(outside.size() + 1, site.ahead_h);
    (layers_[static_cast<std::size_t>(index(site.layer))].*programme).run(sheet.all(), sheet.width());
}

void Network::batch_rates(const Site& site, Sheet& sheet) const {
    run(&LayerSystem::rates, site, sheet);
}
void Network::batch_rates(const Site& site, FloatSheet& sheet) const {
    run(&LayerSystem::rates, site, sheet);
}

void Network::batch_linearise(const Site& site, Sheet& sheet) const {
    run(&LayerSystem::linearised, site, sheet);
}
void Network::batch_linearise(const Site& site, FloatSheet& sheet) const {
    run(&LayerSystem::linearised, site, sheet);
}

void Network::batch_spreading_rates(const Site& site, Sheet& sheet) const {
    run(&LayerSystem::spreading_rates, site, sheet);
}
void Network::batch_spreading_rates(const Site& site, FloatSheet& sheet) const {
    run(&LayerSystem::spreading_rates, site, sheet);
}

void Network::batch_linearise_for_step(const Site& site, Sheet& sheet) const {
    run(&LayerSystem::linearised_for_step, site, sheet);
}
void Network::batch_linearise_for_step(const Site& site, FloatSheet& sheet) const {
    run(&LayerSystem::linearised_for_step, site, sheet);
}

TracedLaws Network::traced(Layer layer) const {
    LayerSystem again;
    LayerBuilder builder{*this, layer, again};
    builder.run();
    return builder.hand_over();
}

std::vector<Coupling> coupling_graph(const Network& network) {
    std::vector<Coupling> graph;
    for (Layer l : all_layers) {
        for (const auto& m : network.mechanisms()) {
            const auto arrows = network.arrows(*m, l);
            graph.insert(graph.end(), arrows.begin(), arrows.end());
        }
    }
    return graph;
}

std::vector<Coupling> Network::arrows(const Mechanism& mechanism, Layer layer) const {
    std::vector<Coupling> found;
    for (const Wiring& w : layers_[static_cast<std::size_t>(index(layer))].wirings) {
        if (w.mechanism != &mechanism) continue;
        const auto& handles = mechanism.handles();
        for (const auto& [read, written] : w.influence)
            found.push_back({mechanism.owner(), handles[static_cast<std::size_t>(read)].field.name,
                             handles[static_cast<std::size_t>(written)].field.name, layer});
    }
    return found;
}

}  // namespace cicatrix
