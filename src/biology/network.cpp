// SPDX-License-Identifier: Apache-2.0
// Builds the network: fields from their owners, local systems from declared and traced dependences.
#include "cicatrix/biology/network.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace cicatrix {
namespace {

constexpr int absent = -1;        ///< the field does not live in this layer
constexpr int first_column = -2;  ///< column read c is numbered -2 - c

/// Gives each slot that enters some rate a direction of its own among all slots of that rate (greedy colouring, as
/// Curtis, Powell and Reid do for finite differences).
std::vector<int> share_directions(const std::vector<std::uint64_t>& rows, const std::vector<HandleRecord>& handles) {
    std::vector<int> direction(handles.size(), -1);
    for (unsigned s = 0; s < handles.size(); ++s) {
        if (handles[s].access == Access::reads_column) continue;
        std::uint64_t taken = 0;
        bool used = false;
        for (const std::uint64_t row : rows) {
            if (!((row >> s) & 1U)) continue;
            used = true;
            for (unsigned other = 0; other < s; ++other)
                if (((row >> other) & 1U) && direction[other] >= 0) taken |= std::uint64_t{1} << direction[other];
        }
        if (!used) continue;
        direction[s] = 0;
        while ((taken >> direction[s]) & 1U) ++direction[s];
    }
    return direction;
}

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
    for (Layer l : all_layers) build_layer(l);
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

void Network::build_layer(Layer layer) {
    LayerSystem& system = layers_[static_cast<std::size_t>(index(layer))];
    LocalPattern& pattern = system.pattern;
    std::vector<int> local_of_field(fields_.size(), absent);
    for (std::size_t f = 0; f < fields_.size(); ++f)
        if (fields_[f].layers.has(layer)) {
            local_of_field[f] = static_cast<int>(pattern.fields.size());
            pattern.fields.push_back(static_cast<int>(f));
        }
    std::map<std::pair<int, int>, int> entry_of;  // (row, column) -> place among the non-zeros
    for (int i = 0; i < static_cast<int>(pattern.fields.size()); ++i) entry_of[{i, i}] = 0;

    const Environment still;
    const Site site{layer, 0.0, &still, {}};
    struct Traced {
        std::size_t wiring;
        unsigned written, read;
    };
    std::vector<Traced> traced;
    for (std::size_t m = 0; m < mechanisms_.size(); ++m) {
        if (!active_[m]) continue;
        const auto& handles = mechanisms_[m]->handles();
        Wiring w{mechanisms_[m].get(), std::vector<int>(handles.size(), absent), {}, {}, {}};
        Voxel<Dependence> probe;
        probe.site_ = &site;
        for (unsigned s = 0; s < handles.size(); ++s) {
            const bool column = handles[s].access == Access::reads_column;
            const auto field = static_cast<std::size_t>(field_of_slot_[m][s]);
            if (!column) w.local[s] = local_of_field[field];
            const bool present = column ? fields_[field].layers.has(handles[s].column_layer) : w.local[s] != absent;
            if (present) probe.values_[s] = Dependence::on(s);
            if (present && handles[s].access != Access::reads && !column) w.written.push_back(static_cast<int>(s));
        }
        if (w.written.empty()) continue;
        w.mechanism->react(probe);
        std::uint64_t used = 0;
        bool speaks = false;
        for (int s : w.written) {
            const Dependence& rate = probe.rates_[static_cast<std::size_t>(s)];
            used |= rate.inputs;
            speaks = speaks || rate.written;
            for (unsigned r = 0; r < handles.size(); ++r)
                if (((rate.inputs >> r) & 1U) && handles[r].access != Access::reads_column) {
                    traced.push_back({system.wirings.size(), static_cast<unsigned>(s), r});
                    entry_of[{w.local[static_cast<std::size_t>(s)], w.local[r]}] = 0;
                }
        }
        if (!speaks) continue;
        for (unsigned s = 0; s < handles.size(); ++s)
            if (handles[s].access == Access::reads_column && ((used >> s) & 1U)) {
                w.local[s] = first_column - static_cast<int>(pattern.columns.size());
                pattern.columns.push_back({field_of_slot_[m][s], handles[s].column_layer});
            }
        std::vector<std::uint64_t> rows;
        for (int slot : w.written) rows.push_back(probe.rates_[static_cast<std::size_t>(slot)].inputs);
        w.direction = share_directions(rows, handles);
        const int last = *std::max_element(w.direction.begin(), w.direction.end());
        w.passes.resize(1 + static_cast<std::size_t>(std::max(last, 0)) / Dual::directions);
        system.wirings.push_back(std::move(w));
    }
    for (auto& [where, place] : entry_of) {
        place = static_cast<int>(pattern.nonzeros.size());
        pattern.nonzeros.push_back(where);
    }
    for (const Traced& t : traced) {
        Wiring& w = system.wirings[t.wiring];
        const auto direction = static_cast<std::size_t>(w.direction[t.read]);
        w.passes[direction / Dual::directions].push_back(
            {t.written, t.read, direction % Dual::directions, entry_of.at({w.local[t.written], w.local[t.read]})});
    }
}

std::vector<ParameterRecord> Network::parameters() const {
    std::vector<ParameterRecord> all;
    for (const auto& m : mechanisms_) all.insert(all.end(), m->parameters().begin(), m->parameters().end());
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

template <class Num>
void Network::load(Voxel<Num>& v, const Wiring& w, const Site& site, std::span<const Lanes> u) const {
    v.site_ = &site;
    for (std::size_t s = 0; s < w.local.size(); ++s) {
        const int local = w.local[s];
        if (local >= 0)
            v.values_[s] = Num{u[static_cast<std::size_t>(local)]};
        else if (local <= first_column)
            v.values_[s] = Num{site.columns[static_cast<std::size_t>(first_column - local)]};
        else
            v.values_[s] = Num{0.0};
    }
    for (std::size_t s = 0; s < w.local.size(); ++s) v.rates_[s] = Num{0.0};
}

void Network::rates(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate) const {
    std::fill(rate.begin(), rate.end(), Lanes{0.0});
    Voxel<Lanes> v;
    for (const Wiring& w : layers_[static_cast<std::size_t>(index(site.layer))].wirings) {
        load(v, w, site, u);
        w.mechanism->react(v);
        for (int s : w.written)
            rate[static_cast<std::size_t>(w.local[static_cast<std::size_t>(s)])] +=
                v.rates_[static_cast<std::size_t>(s)];
    }
}

void Network::linearise(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate,
                        std::span<Lanes> nonzero) const {
    std::fill(rate.begin(), rate.end(), Lanes{0.0});
    std::fill(nonzero.begin(), nonzero.end(), Lanes{0.0});
    Voxel<Dual> v;
    for (const Wiring& w : layers_[static_cast<std::size_t>(index(site.layer))].wirings) {
        load(v, w, site, u);
        for (std::size_t pass = 0; pass < w.passes.size(); ++pass) {
            const auto& terms = w.passes[pass];
            for (const auto& t : terms) v.values_[t.read_slot].slope[t.direction] = Lanes{1.0};
            if (pass > 0)
                for (int s : w.written) v.rates_[static_cast<std::size_t>(s)] = Dual{0.0};
            w.mechanism->react(v);
            for (const auto& t : terms) {
                v.values_[t.read_slot].slope[t.direction] = Lanes{0.0};
                nonzero[static_cast<std::size_t>(t.nonzero)] += v.rates_[t.written_slot].slope[t.direction];
            }
            if (pass > 0) continue;
            for (int s : w.written)
                rate[static_cast<std::size_t>(w.local[static_cast<std::size_t>(s)])] +=
                    v.rates_[static_cast<std::size_t>(s)].value;
        }
    }
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
        for (const auto& pass : w.passes)
            for (const auto& t : pass)
                found.push_back(
                    {mechanism.owner(), handles[t.read_slot].field.name, handles[t.written_slot].field.name, layer});
        // Column reads leave no slope, so they are drawn from the declaration.
        for (unsigned s = 0; s < handles.size(); ++s)
            if (w.local[s] <= first_column)
                for (int written : w.written)
                    found.push_back({mechanism.owner(), handles[s].field.name,
                                     handles[static_cast<std::size_t>(written)].field.name, layer});
    }
    return found;
}

}  // namespace cicatrix
