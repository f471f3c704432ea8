// SPDX-License-Identifier: Apache-2.0
// Cuts a person's skin into planes: each in one layer, fine where things are thin, growing with depth.
#include "cicatrix/tissue/skin.hpp"

#include <algorithm>
#include <cmath>

namespace cicatrix {
namespace {

/// How thick planes are within one layer.
struct Fineness {
    double first_um, growth, coarsest_um;
    int least_planes = 1;
};

/// Edges of the layer's planes below its upper border, the last one exactly `thickness_um`.
std::vector<double> cut_layer(double thickness_um, const Fineness& f) {
    std::vector<double> edges;
    double depth = 0.0, plane = f.first_um;
    while (depth < thickness_um) {
        depth += plane;
        edges.push_back(depth);
        plane = std::min(plane * f.growth, std::max(f.coarsest_um, f.first_um));
    }
    // Drop the last plane when most of it would lie outside the layer.
    if (edges.size() > 1 && edges.back() - thickness_um > thickness_um - edges[edges.size() - 2]) edges.pop_back();
    if (static_cast<int>(edges.size()) < f.least_planes) {
        edges.resize(static_cast<std::size_t>(f.least_planes));
        for (std::size_t i = 0; i < edges.size(); ++i) edges[i] = static_cast<double>(i + 1);
    }
    const double stretch = thickness_um / edges.back();
    for (double& e : edges) e *= stretch;
    edges.back() = thickness_um;
    return edges;
}

double last_plane(const std::vector<double>& edges) {
    return edges.size() < 2 ? edges.back() : edges.back() - edges[edges.size() - 2];
}

/// Gentle growth: living epidermis may reach twice the finest plane, no more.
constexpr double epidermal_growth = 1.08, epidermal_coarsening = 2.0;
constexpr int least_papillary_planes = 4;

Fineness fineness(Layer layer, const Resolution& r, double previous_um) {
    switch (layer) {
        case Layer::viable_epidermis:
            return {r.finest_um, epidermal_growth, epidermal_coarsening * r.finest_um};
        case Layer::basal:
            return {r.finest_um, 1.0, r.finest_um};
        case Layer::papillary:
            return {r.finest_um, r.growth, r.coarsest_um, least_papillary_planes};
        default:
            return {std::min(previous_um * r.growth, std::max(r.coarsest_um, r.finest_um)), r.growth, r.coarsest_um};
    }
}

}  // namespace

Grid make_grid(const Skin& skin, const Resolution& resolution) {
    std::vector<double> edges{0.0};
    std::vector<Layer> layers;
    double border = 0.0, previous = resolution.finest_um;
    for (const Layer layer : all_layers) {
        const double thickness = skin.thickness_um[static_cast<std::size_t>(index(layer))];
        const std::vector<double> planes = layer == Layer::stratum_corneum
                                               ? std::vector<double>{thickness}
                                               : cut_layer(thickness, fineness(layer, resolution, previous));
        for (double e : planes) {
            edges.push_back(border + e);
            layers.push_back(layer);
        }
        border += thickness;
        if (layer != Layer::stratum_corneum) previous = last_plane(planes);
    }
    return {resolution.nx,         resolution.ny,    resolution.lateral_um,
            resolution.lateral_um, std::move(edges), std::move(layers)};
}

}  // namespace cicatrix
