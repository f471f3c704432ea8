// SPDX-License-Identifier: Apache-2.0
// One layer of the network as a small system, for tests: values by field name, rates by field name.
#pragma once

#include "cicatrix/biology/network.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix::test {

/// A skin of two planes per layer, one column: enough to find rest values.
inline Grid small_grid(int nx = 1, int ny = 1, double lateral_um = 25) {
    std::vector<double> edges{0, 15};
    std::vector<Layer> layers{Layer::stratum_corneum};
    for (Layer l : {Layer::viable_epidermis, Layer::basal, Layer::papillary, Layer::reticular, Layer::hypodermis})
        for (int i = 0; i < 2; ++i) {
            edges.push_back(edges.back() + 20);
            layers.push_back(l);
        }
    return Grid{nx, ny, lateral_um, lateral_um, edges, layers};
}

class LocalSystem {
public:
    LocalSystem(const Network& network, Layer layer)
        : network_{&network}, layer_{layer}, pattern_{&network.pattern(layer)} {
        auto layout = std::make_shared<const Layout>(small_grid(), network.fields());
        State rest{layout};
        network.rest(rest, Skin{});
        const PlaneRange here = layout->grid().planes(layer);
        depth_um_ = layout->grid().centre_um(here.first);
        const auto at_rest = [&](int field, Layer l) { return rest.plane(field, layout->grid().planes(l).first)[0]; };
        for (int f : pattern_->fields) u.push_back(Lanes{at_rest(f, layer)});
        for (const ColumnRead& c : pattern_->columns) columns.push_back(Lanes{at_rest(c.field, c.layer)});
    }

    /// Value of a field in this layer, canonical units; settable.
    Lanes& operator[](std::string_view field) { return u[static_cast<std::size_t>(local(field))]; }
    /// Value of a field in another layer of the same column.
    Lanes& column(std::string_view field, Layer layer) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (network_->fields()[static_cast<std::size_t>(pattern_->columns[c].field)].name == field &&
                pattern_->columns[c].layer == layer)
                return columns[c];
        throw std::out_of_range("no column read of " + std::string{field});
    }
    /// Sets every column read of this field, whichever mechanism asks for it.
    void set_column(std::string_view field, Layer layer, double value) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (network_->fields()[static_cast<std::size_t>(pattern_->columns[c].field)].name == field &&
                pattern_->columns[c].layer == layer)
                columns[c] = Lanes{value};
    }
    Site site() const { return {layer_, depth_um_, &environment, columns}; }
    std::vector<Lanes> rates() const {
        std::vector<Lanes> r(u.size());
        network_->rates(site(), u, r);
        return r;
    }
    /// Rate of one field, canonical units per hour.
    double rate(std::string_view field) const { return rates()[static_cast<std::size_t>(local(field))][0]; }
    int local(std::string_view field) const {
        for (std::size_t i = 0; i < pattern_->fields.size(); ++i)
            if (facts(i).name == field) return static_cast<int>(i);
        throw std::out_of_range("no field " + std::string{field});
    }
    const Field& facts(std::size_t i) const {
        return network_->fields()[static_cast<std::size_t>(pattern_->fields[i])];
    }
    const LocalPattern& pattern() const { return *pattern_; }

    std::vector<Lanes> u, columns;
    Environment environment;

private:
    const Network* network_;
    Layer layer_;
    const LocalPattern* pattern_;
    double depth_um_ = 0;
};

/// A declared value by "mechanism.parameter", in canonical units.
inline double parameter(const Network& network, std::string_view key) {
    for (const ParameterRecord& r : network.parameters())
        if (std::string{r.owner} + "." + std::string{r.name} == key) return r.value * r.unit_size;
    throw std::out_of_range("no parameter " + std::string{key});
}

}  // namespace cicatrix::test
