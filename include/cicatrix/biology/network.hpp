// SPDX-License-Identifier: Apache-2.0
// All mechanisms together: the fields they own, the sum of their laws, the graph of their couplings.
#pragma once

#include "cicatrix/base/programme.hpp"
#include "cicatrix/biology/mechanism.hpp"

#include <set>
#include <string>

namespace cicatrix {

/// One arrow of the coupling graph: `mechanism` reads `from` and changes `to` in `layer`.
struct Coupling {
    std::string_view mechanism, from, to;
    Layer layer;
};

/// The laws of one layer, written down: the same list of operations that the fast programmes are made of.
struct TracedLaws {
    Trace trace;              ///< holds their derivatives as well; follow `rates` for what they are made of
    std::vector<int> inputs;  ///< numbers of its inputs: of the layer's unknowns, its column reads, the environment's
                              ///< members in their order, the depth in um, and the step, which no rate depends on
    std::vector<int> rates;   ///< node of each unknown's rate, canonical units per hour
};

class Network final : public Kinetics {
public:
    /// `off`: names of mechanisms whose law and answers are left out (their fields stay at rest).
    explicit Network(const Adjustments& adjustments, const std::set<std::string, std::less<>>& off = {},
                     std::span<const MechanismEntry> entries = mechanism_catalogue());

    const std::vector<Field>& fields() const { return fields_; }
    std::span<const std::unique_ptr<Mechanism>> mechanisms() const { return mechanisms_; }
    std::vector<ParameterRecord> parameters() const;

    /// Sets every field to its healthy value.
    void rest(State& state, const Skin& skin) const;
    /// Lets every mechanism answer an act, in catalogue order.
    void respond(const Event& event, State& state, const Skin& skin) const;

    const LocalPattern& pattern(Layer layer) const override;
    void rates(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate) const override;
    void linearise(const Site& site, std::span<const Lanes> u, std::span<Lanes> rate,
                   std::span<Lanes> nonzero) const override;
    std::size_t extra_registers(Layer layer) const override;
    void batch_rates(const Site& site, Sheet& sheet) const override;
    void batch_rates(const Site& site, FloatSheet& sheet) const override;
    void batch_linearise(const Site& site, Sheet& sheet) const override;
    void batch_linearise(const Site& site, FloatSheet& sheet) const override;
    void batch_spreading_rates(const Site& site, Sheet& sheet) const override;
    void batch_spreading_rates(const Site& site, FloatSheet& sheet) const override;
    void batch_linearise_for_step(const Site& site, Sheet& sheet) const override;
    void batch_linearise_for_step(const Site& site, FloatSheet& sheet) const override;

    /// The laws of a layer for other programs to read. They are written down anew with each call.
    TracedLaws traced(Layer layer) const;

    /// What one mechanism reads and changes in one layer.
    std::vector<Coupling> arrows(const Mechanism& mechanism, Layer layer) const;

private:
    /// How one mechanism's slots map onto one layer's local system.
    struct Wiring {
        const Mechanism* mechanism = nullptr;
        std::vector<int> local;    ///< per slot: local unknown, or -1 if absent, or -2-c for column read c
        std::vector<int> written;  ///< slots that are written and present
        std::vector<std::pair<int, int>> influence;  ///< (slot that is read, slot whose rate depends on it)
    };
    /// All laws of one layer, traced once and summed: as operations that give the rates alone, and those that give the
    /// rates and the Jacobian.
    struct LayerSystem {
        LocalPattern pattern;
        std::vector<Wiring> wirings;
        Programme rates, spreading_rates, linearised, linearised_for_step;
    };
    class LayerBuilder;
    void build_fields();
    template <class Real>
    void run(Programme LayerSystem::*programme, const Site& site, BasicSheet<Real>& sheet) const;

    std::vector<std::unique_ptr<Mechanism>> mechanisms_;
    std::vector<bool> active_;
    std::vector<Field> fields_;
    std::vector<std::vector<int>> field_of_slot_;  ///< per mechanism
    std::array<LayerSystem, layer_count> layers_;
};

/// All arrows, from the exact Jacobian patterns.
std::vector<Coupling> coupling_graph(const Network& network);

}  // namespace cicatrix
