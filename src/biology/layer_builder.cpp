// SPDX-License-Identifier: Apache-2.0
#include "layer_builder.hpp"

#include <algorithm>
#include <set>

namespace cicatrix {
namespace {

constexpr int absent = -1;        ///< the field does not live in this layer
constexpr int first_column = -2;  ///< column read c is numbered -2 - c

}  // namespace

Network::LayerBuilder::LayerBuilder(const Network& network, Layer layer, LayerSystem& target)
    : network_{network}, layer_{layer}, target_{target}, site_{layer, 0.0, nullptr, {}} {}

void Network::LayerBuilder::run() {
    const auto& fields = network_.fields_;
    local_of_field_.assign(fields.size(), absent);
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (fields[f].layers.has(layer_)) {
            local_of_field_[f] = static_cast<int>(target_.pattern.fields.size());
            target_.pattern.fields.push_back(static_cast<int>(f));
        }
    rates_.assign(target_.pattern.fields.size(), Traced{0.0});
    for (std::size_t m = 0; m < network_.mechanisms_.size(); ++m)
        if (network_.active_[m]) add(m);
    number_columns();
    find_nonzeros();
    leave_out();
    write_programmes();
}

Voxel<Traced> Network::LayerBuilder::voxel_for(std::size_t mechanism, Wiring& w) {
    Voxel<Traced> v;
    v.site_ = &site_;
    std::array<Traced, environment_size> outside;
    for (std::size_t k = 0; k < outside.size(); ++k)
        outside[k] = {trace_, trace_.input(first_influence_input + static_cast<int>(k))};
    v.environment_ = environment_of(outside);
    v.depth_um_ = {trace_, trace_.input(first_influence_input + static_cast<int>(environment_size))};
    const auto& handles = w.mechanism->handles();
    for (std::size_t s = 0; s < handles.size(); ++s) {
        const int field = network_.field_of_slot_[mechanism][s];
        if (handles[s].access == Access::reads_column) {
            const Layer from = handles[s].column_layer;
            if (!network_.fields_[static_cast<std::size_t>(field)].layers.has(from)) continue;
            const auto [read, fresh] = read_of_.try_emplace({field, from}, static_cast<int>(reads_.size()));
            if (fresh) reads_.push_back({field, from});
            w.local[s] = first_column - read->second;
            v.values_[s] = {trace_, trace_.input(first_column_input + read->second)};
        } else if (const int local = local_of_field_[static_cast<std::size_t>(field)]; local != absent) {
            w.local[s] = local;
            v.values_[s] = {trace_, trace_.input(local)};
            if (handles[s].access != Access::reads) w.written.push_back(static_cast<int>(s));
        }
    }
    return v;
}

void Network::LayerBuilder::add(std::size_t mechanism) {
    Wiring w{network_.mechanisms_[mechanism].get(), {}, {}, {}};
    w.local.assign(w.mechanism->handles().size(), absent);
    Voxel<Traced> v = voxel_for(mechanism, w);
    if (w.written.empty()) return;
    w.mechanism->react(v);
    bool speaks = false;
    for (const int written : w.written) {
        const Traced& rate = v.rates_[static_cast<std::size_t>(written)];
        if (rate.is_zero()) continue;
        speaks = true;
        rates_[static_cast<std::size_t>(w.local[static_cast<std::size_t>(written)])] += rate;
        for (const auto& [input, slope] : trace_.slopes(rate.node(trace_))) {
            if (trace_.is_constant(slope, 0.0) || input >= first_influence_input) continue;
            const int local = input < first_column_input ? input : first_column - (input - first_column_input);
            for (std::size_t s = 0; s < w.local.size(); ++s)
                if (w.local[s] == local) w.influence.emplace_back(static_cast<int>(s), written);
        }
    }
    if (speaks) target_.wirings.push_back(std::move(w));
}

/// Only column reads that some rate depends on are asked for.
void Network::LayerBuilder::number_columns() {
    std::vector<int> place(reads_.size(), absent);
    for (Wiring& w : target_.wirings) {
        std::vector<int> used(w.local.size(), absent);
        for (const auto& [slot, written] : w.influence) used[static_cast<std::size_t>(slot)] = 0;
        for (std::size_t s = 0; s < w.local.size(); ++s) {
            if (w.local[s] > first_column) continue;
            if (used[s] == absent) {
                w.local[s] = absent;
                continue;
            }
            const auto read = static_cast<std::size_t>(first_column - w.local[s]);
            if (place[read] == absent) {
                place[read] = static_cast<int>(target_.pattern.columns.size());
                target_.pattern.columns.push_back(reads_[read]);
            }
            w.local[s] = first_column - place[read];
        }
    }
}

void Network::LayerBuilder::find_nonzeros() {
    const int n = static_cast<int>(rates_.size());
    for (int row = 0; row < n; ++row) {
        std::map<int, int> slope_of{{row, trace_.constant(0)}};  // the diagonal is always there
        for (const auto& [input, slope] : trace_.slopes(rates_[static_cast<std::size_t>(row)].node(trace_)))
            if (input < n && !trace_.is_constant(slope, 0.0)) slope_of[input] = slope;
        for (const auto& [column, slope] : slope_of) {
            target_.pattern.nonzeros.emplace_back(row, column);
            slopes_.push_back(slope);
        }
    }
}

const Field& Network::LayerBuilder::field(int local) const {
    return network_.fields_[static_cast<std::size_t>(target_.pattern.fields[static_cast<std::size_t>(local)])];
}

void Network::LayerBuilder::leave_out() {
    for (const auto& [row, column] : target_.pattern.nonzeros) {
        const SolvedWith with = field(row).solved_with;
        const bool from_still = with == SolvedWith::what_spreads && !field(column).diffuses();
        target_.pattern.left_out.push_back(row != column && (with == SolvedWith::itself || from_still));
        if (from_still && field(row).diffuses()) target_.pattern.carried.push_back({row, column});
    }
}

int Network::LayerBuilder::slope(int row, int column) const {
    const auto& nonzeros = target_.pattern.nonzeros;
    const auto found = std::find(nonzeros.begin(), nonzeros.end(), std::pair{row, column});
    return slopes_[static_cast<std::size_t>(found - nonzeros.begin())];
}

// What grows is carried as if it stayed: the share must never change its sign.
int Network::LayerBuilder::share_carried(const Carried& c) {
    const Traced ahead{trace_, trace_.input(first_influence_input + static_cast<int>(Sheet::influences) - 1)};
    const Traced growth{trace_, slope(c.row, c.column)}, own{trace_, slope(c.column, c.column)};
    return (ahead * growth / max(1.0 - ahead * own, 1.0)).node(trace_);
}

/// In the order of a sheet's registers.
std::vector<int> Network::LayerBuilder::inputs() const {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < rates_.size(); ++i) numbers.push_back(static_cast<int>(i));
    for (const ColumnRead& read : target_.pattern.columns)
        numbers.push_back(first_column_input + read_of_.at({read.field, read.layer}));
    for (std::size_t k = 0; k < Sheet::influences; ++k) numbers.push_back(first_influence_input + static_cast<int>(k));
    return numbers;
}

/// Nodes of the rates.
std::vector<int> Network::LayerBuilder::outputs() {
    std::vector<int> nodes;
    for (const Traced& rate : rates_) nodes.push_back(rate.node(trace_));
    return nodes;
}

TracedLaws Network::LayerBuilder::hand_over() {
    TracedLaws laws{{}, inputs(), outputs()};
    laws.trace = std::move(trace_);
    return laws;
}

void Network::LayerBuilder::write_programmes() {
    const std::vector<int> inputs = this->inputs();
    std::vector<int> outputs = this->outputs();
    std::vector<int> spreading(outputs.size(), Programme::unset), rates = outputs;
    for (std::size_t i = 0; i < outputs.size(); ++i)
        if (field(static_cast<int>(i)).diffuses()) spreading[i] = outputs[i];
    for (const Carried& c : target_.pattern.carried) {
        const auto column = static_cast<std::size_t>(c.column);
        spreading[column] = outputs[column];
        rates.push_back(share_carried(c));
    }
    spreading.insert(spreading.end(), rates.begin() + static_cast<std::ptrdiff_t>(outputs.size()), rates.end());
    target_.rates = {trace_, inputs, rates};
    target_.spreading_rates = {trace_, inputs, spreading};
    outputs.resize(rates.size(), Programme::unset);  // linearising needs no shares
    std::vector<int> solved = outputs;
    for (std::size_t e = 0; e < slopes_.size(); ++e)
        solved.push_back(target_.pattern.left_out[e] ? Programme::unset : slopes_[e]);
    target_.linearised_for_step = {trace_, inputs, solved};
    outputs.insert(outputs.end(), slopes_.begin(), slopes_.end());
    target_.linearised = {trace_, inputs, outputs};
}

}  // namespace cicatrix
