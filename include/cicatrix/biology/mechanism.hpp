// SPDX-License-Identifier: Apache-2.0
// A phenomenon of skin: what it reads, writes and owns, and its three verbs rest, react, respond.
#pragma once

#include "cicatrix/base/kinetic_forms.hpp"
#include "cicatrix/base/lanes.hpp"
#include "cicatrix/base/parameter.hpp"
#include "cicatrix/base/trace.hpp"
#include "cicatrix/tissue/act.hpp"
#include "cicatrix/tissue/kinetics.hpp"
#include "cicatrix/tissue/skin.hpp"
#include "cicatrix/tissue/vocabulary.hpp"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace cicatrix {

class Mechanism;
class Replay;  // knows fields by slot alone: see written_mechanism.hpp

enum class Access { reads, writes, owns, reads_column };

/// Where an owned field lives and how it spreads. Diffusivities point at parameters, so that they have a home.
struct Habitat {
    LayerSet layers;
    double scale;  ///< a change of this size matters, counted in the field's unit
    const Parameter<Diffusivity>* diffusivity = nullptr;            ///< in dermis and hypodermis
    const Parameter<Diffusivity>* epidermal_diffusivity = nullptr;  ///< in living epidermis; absent: as in dermis
    bool evens_out_to_rest = false;  ///< for cells that each layer keeps at a density of its own
    SolvedWith solved_with = SolvedWith::all;
};

/// What a mechanism says of one field; the coupling graph is drawn from these.
struct HandleRecord {
    Access access;
    Field field;  ///< habitat filled in by the owner only
    Layer column_layer = Layer::stratum_corneum;
};

/// A declared door to a field. `slot` numbers the doors of one mechanism.
template <Dimension D>
class Reads {
public:
    Reads(Mechanism* owner, const FieldKey<D>& key) : Reads{owner, key, Access::reads} {}
    unsigned slot() const { return slot_; }

protected:
    Reads(Mechanism* owner, const FieldKey<D>& key, Access access, const Habitat* habitat = nullptr,
          Layer column_layer = Layer::stratum_corneum);

private:
    unsigned slot_;
};

template <Dimension D>
class Writes : public Reads<D> {
public:
    Writes(Mechanism* owner, const FieldKey<D>& key) : Reads<D>{owner, key, Access::writes} {}

protected:
    Writes(Mechanism* owner, const FieldKey<D>& key, const Habitat& habitat)
        : Reads<D>{owner, key, Access::owns, &habitat} {}
};

/// The one mechanism that gives a field its rest value, its layers and its spread.
template <Dimension D>
class Owns : public Writes<D> {
public:
    Owns(Mechanism* owner, const FieldKey<D>& key, const Habitat& habitat) : Writes<D>{owner, key, habitat} {}
};

/// The field's value in another layer of the same column (for example the barrier above).
template <Dimension D>
class ReadsColumn : public Reads<D> {
public:
    ReadsColumn(Mechanism* owner, const FieldKey<D>& key, Layer layer)
        : Reads<D>{owner, key, Access::reads_column, nullptr, layer} {}
};

/// What a law sees: eight neighbouring voxels of one layer as one number. Absent fields read as zero.
template <class Num>
class Voxel {
public:
    static constexpr std::size_t max_handles = 24;

    template <Dimension D>
    const Num& operator[](const Reads<D>& h) const {
        return values_[h.slot()];
    }
    /// The rate of change to add to, canonical units per hour.
    template <Dimension D>
    Num& rate(const Writes<D>& h) {
        return rates_[h.slot()];
    }
    Layer layer() const { return site_->layer; }
    const Num& depth_um() const { return depth_um_; }
    const EnvironmentOf<Num>& environment() const { return environment_; }

private:
    friend class Network;
    friend class Replay;
    const Site* site_ = nullptr;
    Num depth_um_{0.0};
    EnvironmentOf<Num> environment_;
    std::array<Num, max_handles> values_, rates_;
};

/// The whole patch, opened to the handles of one mechanism; for rest values and sudden changes.
class Patch {
public:
    Patch(State& state, const Skin& skin, std::span<const int> field_of_slot)
        : state_{&state}, skin_{&skin}, field_of_slot_{field_of_slot} {}
    const Skin& skin() const { return *skin_; }
    const Grid& grid() const { return state_->grid(); }
    Environment& environment() { return state_->environment; }
    /// One plane, padding included; empty where the field does not live.
    template <Dimension D>
    std::span<double> values(const Writes<D>& h, int k) {
        return state_->plane(field_of_slot_[h.slot()], k);
    }
    template <Dimension D>
    std::span<const double> values(const Reads<D>& h, int k) const {
        return static_cast<const State*>(state_)->plane(field_of_slot_[h.slot()], k);
    }
    template <Dimension D>
    void fill(const Writes<D>& h, LayerSet layers, double value) {
        for (int k = 0; k < grid().nz(); ++k)
            if (layers.has(grid().layer(k)))
                for (double& x : values(h, k)) x = value;
    }

private:
    friend class Replay;
    State* state_;
    const Skin* skin_;
    std::span<const int> field_of_slot_;
};

class Mechanism : public Declared {
public:
    Mechanism(std::string_view name, const Adjustments& adjustments) : Declared{name, adjustments} {}
    virtual ~Mechanism() = default;
    /// Healthy values of the fields it owns.
    virtual void rest(Patch&) const {}
    /// A sudden change.
    virtual void respond(const Event&, Patch&) const {}
    /// The local law, for numbers, for numbers with slopes, and to find what depends on what.
    virtual void react(Voxel<Lanes>&) const {}
    virtual void react(Voxel<Traced>&) const {}

    const std::vector<HandleRecord>& handles() const { return handles_; }

private:
    template <Dimension D>
    friend class Reads;
    friend class Replay;
    unsigned open(HandleRecord record);
    std::vector<HandleRecord> handles_;
};

template <Dimension D>
Reads<D>::Reads(Mechanism* owner, const FieldKey<D>& key, Access access, const Habitat* habitat, Layer column_layer) {
    Field f{.name = key.name,
            .symbol = key.symbol,
            .unit = key.unit.symbol,
            .meaning = key.meaning,
            .owner = owner->owner(),
            .dimension = D,
            .unit_size = key.unit.size,
            .layers = {},
            .diffusivity_um2_per_h = {},
            .evens_out_to_rest = false,
            .solved_with = SolvedWith::all,
            .scale = key.unit.size};
    if (habitat) {
        f.layers = habitat->layers;
        f.evens_out_to_rest = habitat->evens_out_to_rest;
        f.solved_with = habitat->solved_with;
        f.scale = habitat->scale * key.unit.size;
        for (Layer l : all_layers) {
            if (!habitat->layers.has(l) || !living.has(l)) continue;  // nothing moves sideways in the stratum corneum
            const auto* d = epidermis.has(l) && habitat->epidermal_diffusivity ? habitat->epidermal_diffusivity
                                                                               : habitat->diffusivity;
            if (d) f.diffusivity_um2_per_h[static_cast<std::size_t>(index(l))] = d->in(um2_per_hour);
        }
    }
    slot_ = owner->open({access, f, column_layer});
}

/// Gives the three forms of `react` from one text: `template <class Num> void law(Voxel<Num>&) const`.
template <class Self>
class Law : public Mechanism {
public:
    using Mechanism::Mechanism;
    void react(Voxel<Lanes>& v) const final { self().law(v); }
    void react(Voxel<Traced>& v) const final { self().law(v); }

private:
    const Self& self() const { return static_cast<const Self&>(*this); }
};

/// How a mechanism announces itself: the last lines of its file.
struct MechanismEntry {
    std::string_view name, summary;
    std::function<std::unique_ptr<Mechanism>(std::string_view name, const Adjustments&)> make;
};

template <class M>
MechanismEntry entry(std::string_view name, std::string_view summary) {
    return {name, summary, [](std::string_view n, const Adjustments& a) -> std::unique_ptr<Mechanism> {
                return std::make_unique<M>(n, a);
            }};
}

/// Every mechanism of the folder, in alphabetical order (generated at build time).
std::span<const MechanismEntry> mechanism_catalogue();

}  // namespace cicatrix
