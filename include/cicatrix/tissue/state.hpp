// SPDX-License-Identifier: Apache-2.0
// All that changes, in one value: copying it asks "what if".
#pragma once

#include "cicatrix/tissue/field.hpp"
#include "cicatrix/tissue/grid.hpp"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace cicatrix {

/// A 64-byte aligned array of numbers with value semantics.
template <class Real>
class BasicAlignedArray {
public:
    BasicAlignedArray() = default;
    explicit BasicAlignedArray(std::size_t size, Real value = Real{0});
    BasicAlignedArray(const BasicAlignedArray& other);
    BasicAlignedArray& operator=(const BasicAlignedArray& other);
    BasicAlignedArray(BasicAlignedArray&&) noexcept = default;
    BasicAlignedArray& operator=(BasicAlignedArray&&) noexcept = default;
    std::size_t size() const { return size_; }
    Real* data() { return data_.get(); }
    const Real* data() const { return data_.get(); }
    Real& operator[](std::size_t i) { return data_[i]; }
    Real operator[](std::size_t i) const { return data_[i]; }

private:
    struct Release {
        void operator()(Real* p) const;
    };
    std::unique_ptr<Real[], Release> data_;
    std::size_t size_ = 0;
};
using AlignedArray = BasicAlignedArray<double>;

/// Where each field's planes lie in memory; const once built, shared by all states of a model.
class Layout {
public:
    Layout(Grid grid, std::vector<Field> fields);
    const Grid& grid() const { return grid_; }
    const std::vector<Field>& fields() const { return fields_; }
    int field_count() const { return static_cast<int>(fields_.size()); }
    PlaneRange planes(int field) const { return ranges_[static_cast<std::size_t>(field)]; }
    /// Index of a field by name; -1 when there is none.
    int find(std::string_view name) const;
    std::size_t array_size(int field) const;

private:
    Grid grid_;
    std::vector<Field> fields_;
    std::vector<PlaneRange> ranges_;
};

/// What acts on the skin continuously between two acts. Rates per hour; see protocol for how they are set.
template <class Num>
struct EnvironmentOf {
    Num uv_sed_per_h{0.0};  ///< erythemal dose that reaches the epidermis, after sunscreen
    Num occlusion{0.0};     ///< 0 open .. 1 under an airtight dressing
    struct Supply {         ///< a product applied regularly: surface loading per hour
        Num irritant_per_h{0.0}, humectant_per_h{0.0}, steroid_per_h{0.0}, depigmenting_per_h{0.0},
            antimicrobial_per_h{0.0};
        Num antiviral_per_h{0.0};  ///< swallowed, so it never lies on the surface
        /// The same doses times what intact horn lets through of each molecule, mm/h per hour.
        struct Entry {
            Num irritant{0.0}, steroid{0.0}, depigmenting{0.0}, antimicrobial{0.0};
        } entry;
        Num wet_per_h{0.0};     ///< usual doses of watery product per hour, whatever is in them
        Num wet_ph_per_h{0.0};  ///< each of them times its pH
    } supply;
};
using Environment = EnvironmentOf<double>;

/// Its members, in a fixed order.
inline constexpr std::size_t environment_size = 14;
template <class Num>
std::array<Num, environment_size> members(const EnvironmentOf<Num>& e) {
    return {e.uv_sed_per_h,
            e.occlusion,
            e.supply.irritant_per_h,
            e.supply.humectant_per_h,
            e.supply.steroid_per_h,
            e.supply.depigmenting_per_h,
            e.supply.antimicrobial_per_h,
            e.supply.antiviral_per_h,
            e.supply.entry.irritant,
            e.supply.entry.steroid,
            e.supply.entry.depigmenting,
            e.supply.entry.antimicrobial,
            e.supply.wet_per_h,
            e.supply.wet_ph_per_h};
}
template <class Num>
EnvironmentOf<Num> environment_of(const std::array<Num, environment_size>& m) {
    return {m[0], m[1], {m[2], m[3], m[4], m[5], m[6], m[7], {m[8], m[9], m[10], m[11]}, m[12], m[13]}};
}

class State {
public:
    explicit State(std::shared_ptr<const Layout> layout);
    const Layout& layout() const { return *layout_; }
    std::shared_ptr<const Layout> shared_layout() const { return layout_; }
    const Grid& grid() const { return layout_->grid(); }
    /// One plane of a field, padding included; empty where the field does not live.
    std::span<double> plane(int field, int k);
    std::span<const double> plane(int field, int k) const;
    AlignedArray& array(int field) { return arrays_[static_cast<std::size_t>(field)]; }
    const AlignedArray& array(int field) const { return arrays_[static_cast<std::size_t>(field)]; }

    double time_h = 0.0;
    Environment environment;

private:
    std::shared_ptr<const Layout> layout_;
    std::vector<AlignedArray> arrays_;
};

}  // namespace cicatrix
