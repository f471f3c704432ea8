// SPDX-License-Identifier: Apache-2.0
// A person's skin: what the site table, age, sex, phototype and conditions make of it.
#pragma once

#include "cicatrix/base/parameter.hpp"
#include "cicatrix/tissue/grid.hpp"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix {

enum class Sex { female, male };

/// One facial site: thicknesses for an adult, mean values.
struct SiteFacts {
    std::string_view name;
    double dermis_female_um, dermis_male_um;  ///< ultrasound
    double epidermis_um;                      ///< histology, viable epidermis with basal layer
    double stratum_corneum_um;
    Source dermis_source, epidermis_source, stratum_corneum_source;
};
std::span<const SiteFacts> site_table();
const SiteFacts* find_site(std::string_view name);

/// Conditions as levels in [0, 1], by name; names are listed by condition_names().
std::span<const std::string_view> condition_names();

struct Person {
    double age_y = 35;
    Sex sex = Sex::female;
    std::string site = "cheek";
    double melanin = 0.3;  ///< relative epidermal melanin, 0 (none) .. 1 (type VI)
    std::map<std::string, double, std::less<>> conditions{};
};

/// One Fitzpatrick type and how much melanin it stands for.
struct PhototypeFacts {
    std::string_view name;
    double melanin;
    Source source;
};
std::span<const PhototypeFacts> phototype_table();
/// Relative melanin of a Fitzpatrick type "I".."VI"; nothing for another text.
std::optional<double> melanin_of_phototype(std::string_view phototype);

struct Skin {
    Person person;
    std::array<double, layer_count> thickness_um{};
    double dermis_um() const {
        return thickness_um[static_cast<std::size_t>(index(Layer::papillary))] +
               thickness_um[static_cast<std::size_t>(index(Layer::reticular))];
    }
    double epidermis_um() const {
        return thickness_um[static_cast<std::size_t>(index(Layer::viable_epidermis))] +
               thickness_um[static_cast<std::size_t>(index(Layer::basal))];
    }
};

/// Layer thicknesses of this person at this site. An unknown site is an InputError.
Skin make_skin(const Person& person, const Adjustments& adjustments = {});

/// Records of the parameters "skin.*": ageing, shares of the dermis, depth that is modelled.
std::vector<ParameterRecord> skin_parameters(const Adjustments& adjustments = {});

/// Lateral and vertical fineness.
struct Resolution {
    int nx = 46, ny = 46;
    double lateral_um = 25;  ///< voxel width
    double finest_um = 5;    ///< plane thickness below the stratum corneum
    double growth = 1.12;    ///< ratio of neighbouring plane thicknesses in the dermis
    double coarsest_um = 60;
};

/// Planes that follow the layers: one for the stratum corneum, fine in the epidermis, growing with depth.
Grid make_grid(const Skin& skin, const Resolution& resolution);

}  // namespace cicatrix
