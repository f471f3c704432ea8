// SPDX-License-Identifier: Apache-2.0
// The topics of `cicatrix describe`. Each gives its whole answer as one text, Markdown or JSON.
#pragma once

#include "cicatrix/biology/mechanism.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cicatrix::cli {

struct Request {
    std::string name;      ///< only this one; empty: all
    std::string evidence;  ///< only this status; empty: all
    bool json = false, schema = false, dot = false;
};

std::string describe_mechanisms(const Request& request);
std::string describe_parameters(const Request& request);
std::string describe_observables(const Request& request);
std::string describe_graph(const Request& request);
std::string describe_scenario(const Request& request);
std::string describe_evidence(const Request& request);

struct Topic {
    std::string_view name, summary;
    std::string (*text)(const Request& request);
};
std::span<const Topic> topics();

/// Throws InputError when the request names something that is not among `known`; an empty name is fine.
void check_name(const Request& request, std::string_view what, const std::vector<std::string>& known);

/// "owns", "writes", "reads", "reads from the layer above or below".
std::string_view to_string(Access access);
/// "papillary, reticular".
std::string layers_text(LayerSet layers);

}  // namespace cicatrix::cli
