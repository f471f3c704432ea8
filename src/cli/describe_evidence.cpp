// SPDX-License-Identifier: Apache-2.0
// `describe evidence`: how many numbers have which status, and where they come from.
#include "describe.hpp"
#include "inventory.hpp"
#include "table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace cicatrix::cli {

namespace {

using Json = nlohmann::ordered_json;
using Counts = std::array<std::size_t, evidence_names.size()>;

Counts count(const std::vector<Claim>& claims) {
    Counts counts{};
    for (const Claim& c : claims) ++counts[static_cast<std::size_t>(c.source.evidence)];
    return counts;
}

/// Of all that claims something about skin; definitions and numerical settings do not.
double assumed_share(const Counts& counts) {
    std::size_t all = 0;
    for (std::size_t n : counts) all += n;
    all -= counts[static_cast<std::size_t>(Evidence::convention)];
    const std::size_t guessed = counts[static_cast<std::size_t>(Evidence::assumed)];
    return all == 0 ? 0.0 : static_cast<double>(guessed) / static_cast<double>(all);
}

std::string origin(const Source& s) {
    return s.key == "own" ? std::string{s.where} : std::string{s.key} + ", " + std::string{s.where};
}

std::string overview(const std::vector<Claim>& claims) {
    const Counts counts = count(claims);
    std::vector<std::vector<std::string>> rows{{"status", "numbers"}};
    for (std::size_t i = 0; i < counts.size(); ++i)
        rows.push_back({std::string{evidence_names[i]}, std::to_string(counts[i])});
    std::map<std::string_view, std::size_t> uses;
    for (const Claim& c : claims)
        if (c.source.key != "own") ++uses[c.source.key];
    std::vector<std::vector<std::string>> sources{{"source", "numbers taken from it"}};
    for (const auto& [key, n] : uses) sources.push_back({std::string{key}, std::to_string(n)});
    return fmt::format(
               "# Evidence\n\n{} numbers and rows of data; {:.0f} % of those that claim something about skin are "
               "assumed (`cicatrix describe --evidence assumed` lists them).\n\n",
               claims.size(), 100.0 * assumed_share(counts)) +
           markdown_table(rows) + "\n## Sources\n\nKeys of `data/references.bib`.\n\n" + markdown_table(sources);
}

std::string list(const std::vector<Claim>& claims, const std::string& status) {
    std::vector<std::vector<std::string>> rows{{"name", "value", "source", "meaning"}};
    for (const Claim& c : claims) rows.push_back({c.name, c.value, origin(c.source), c.meaning});
    return fmt::format("# Evidence: {}\n\n{} numbers and rows of data.\n\n", status, claims.size()) +
           markdown_table(rows);
}

Json json_of(const Counts& counts, const std::vector<Claim>& shown) {
    Json totals = Json::object(), list = Json::array();
    for (std::size_t i = 0; i < counts.size(); ++i) totals[std::string{evidence_names[i]}] = counts[i];
    for (const Claim& c : shown)
        list.push_back({{"name", c.name},
                        {"value", c.value},
                        {"evidence", cicatrix::to_string(c.source.evidence)},
                        {"source", {{"key", c.source.key}, {"where", c.source.where}}},
                        {"meaning", c.meaning}});
    return {{"assumed_share", assumed_share(counts)}, {"counts", totals}, {"claims", list}};
}

}  // namespace

std::string describe_evidence(const Request& request) {
    std::vector<Claim> claims = all_claims();
    const Counts counts = count(claims);
    if (!request.evidence.empty())
        std::erase_if(claims,
                      [&](const Claim& c) { return cicatrix::to_string(c.source.evidence) != request.evidence; });
    if (request.json) return json_of(counts, claims).dump(2) + "\n";
    return request.evidence.empty() ? overview(claims) : list(claims, request.evidence);
}

}  // namespace cicatrix::cli
