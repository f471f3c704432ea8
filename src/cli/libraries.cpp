// SPDX-License-Identifier: Apache-2.0
#include "libraries.hpp"

#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/version.hpp"

#include <fmt/core.h>
#include <hdf5.h>
#include <libdeflate.h>
#include <nlopt.h>
#include <tbb/version.h>
#include <toml++/toml.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace cicatrix::cli {

namespace {

std::string joined(int major, int minor, int patch) {
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::string hdf5_version() {
    unsigned major = 0, minor = 0, release = 0;
    H5get_libversion(&major, &minor, &release);
    return joined(static_cast<int>(major), static_cast<int>(minor), static_cast<int>(release));
}

std::string nlopt_version_text() {
    int major = 0, minor = 0, patch = 0;
    nlopt_version(&major, &minor, &patch);
    return joined(major, minor, patch);
}

}  // namespace

std::vector<Library> libraries() {
    return {
        {"HDF5", hdf5_version()},
        {"libdeflate", LIBDEFLATE_VERSION_STRING},
        {"NLopt", nlopt_version_text()},
        {"oneTBB", TBB_runtime_version()},
        {"toml++", joined(TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH)},
        {"CLI11", CLI11_VERSION},
        {"fmt", joined(FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)},
        {"nlohmann-json",
         joined(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
    };
}

std::string version_text() {
    return "cicatrix " + std::string{version} + " (" + std::string{git_revision()} + ")\n";
}

std::string version_json() {
    nlohmann::ordered_json built_with = nlohmann::ordered_json::object();
    for (const Library& l : libraries()) built_with[l.name] = l.version;
    const nlohmann::ordered_json all{{"cicatrix", version},           {"revision", git_revision()},
                                     {"compiler", compiler()},        {"flags", build_flags()},
                                     {"threads", hardware_threads()}, {"libraries", built_with}};
    return all.dump(2) + "\n";
}

}  // namespace cicatrix::cli
