// SPDX-License-Identifier: Apache-2.0
#include "cicatrix/tissue/state.hpp"

#include <algorithm>
#include <new>

namespace cicatrix {
namespace {

constexpr std::align_val_t alignment{64};

}  // namespace

template <class Real>
void BasicAlignedArray<Real>::Release::operator()(Real* p) const {
    ::operator delete[](p, alignment);
}

template <class Real>
BasicAlignedArray<Real>::BasicAlignedArray(std::size_t size, Real value)
    : data_{static_cast<Real*>(::operator new[](size * sizeof(Real), alignment))}, size_{size} {
    std::fill_n(data_.get(), size_, value);
}

template <class Real>
BasicAlignedArray<Real>::BasicAlignedArray(const BasicAlignedArray& other) : BasicAlignedArray(other.size_) {
    std::copy_n(other.data(), size_, data_.get());
}

template <class Real>
BasicAlignedArray<Real>& BasicAlignedArray<Real>::operator=(const BasicAlignedArray& other) {
    if (this == &other) return *this;
    if (size_ != other.size_) return *this = BasicAlignedArray{other};
    std::copy_n(other.data(), size_, data_.get());
    return *this;
}

template class BasicAlignedArray<double>;
template class BasicAlignedArray<float>;

Layout::Layout(Grid grid, std::vector<Field> fields) : grid_{std::move(grid)}, fields_{std::move(fields)} {
    for (const Field& f : fields_) ranges_.push_back(grid_.planes(f.layers));
}

int Layout::find(std::string_view name) const {
    for (int f = 0; f < field_count(); ++f)
        if (fields_[static_cast<std::size_t>(f)].name == name) return f;
    return -1;
}

std::size_t Layout::array_size(int field) const {
    return static_cast<std::size_t>(planes(field).count()) * grid_.plane_size();
}

State::State(std::shared_ptr<const Layout> layout) : layout_{std::move(layout)} {
    arrays_.reserve(static_cast<std::size_t>(layout_->field_count()));
    for (int f = 0; f < layout_->field_count(); ++f) arrays_.emplace_back(layout_->array_size(f));
}

std::span<double> State::plane(int field, int k) {
    const PlaneRange r = layout_->planes(field);
    if (!r.contains(k)) return {};
    const std::size_t n = grid().plane_size();
    return {array(field).data() + static_cast<std::size_t>(k - r.first) * n, n};
}

std::span<const double> State::plane(int field, int k) const {
    const PlaneRange r = layout_->planes(field);
    if (!r.contains(k)) return {};
    const std::size_t n = grid().plane_size();
    return {array(field).data() + static_cast<std::size_t>(k - r.first) * n, n};
}

}  // namespace cicatrix
