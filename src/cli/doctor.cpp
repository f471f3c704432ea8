// SPDX-License-Identifier: Apache-2.0
// `cicatrix doctor`: what was found on this machine, what is off, and the line that turns it on.
#include "cicatrix/io/files.hpp"
#include "cicatrix/numerics/parallel.hpp"
#include "cicatrix/version.hpp"
#include "command.hpp"
#include "libraries.hpp"
#include "terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace cicatrix::cli {

namespace {

namespace fs = std::filesystem;

/// Something outside the program that makes more of its results. Never needed to run.
struct Helper {
    std::string_view what;
    std::string_view file;  ///< a program on PATH, or a full path
    std::string_view package;
};
constexpr std::array helpers{
    Helper{"ncdump shows result files as text", "ncdump", "netcdf-bin"},
    Helper{"ParaView shows result files in 3-D", "paraview", "paraview"},
    Helper{"xarray opens result files in Python", "/usr/lib/python3/dist-packages/xarray",
           "python3-xarray python3-netcdf4"},
    Helper{"Graphviz draws 'describe graph --dot'", "dot", "graphviz"},
};

bool is_there(std::string_view file) {
    std::error_code ignored;
    if (file.starts_with('/')) return fs::exists(file, ignored);
    const char* path = std::getenv("PATH");
    std::istringstream folders{path ? path : ""};
    for (std::string folder; std::getline(folders, folder, ':');)
        if (access((fs::path{folder} / file).c_str(), X_OK) == 0) return true;
    return false;
}

/// Writes and reads a small file where temporary files go; empty when it worked, else what went wrong.
std::string try_to_write() {
    std::error_code error;
    const fs::path folder = fs::temp_directory_path(error);
    if (error) return "there is no folder for temporary files: " + error.message();
    const fs::path file = folder / ("cicatrix_doctor_" + std::to_string(getpid()) + ".txt");
    constexpr std::string_view text = "written by cicatrix doctor\n";
    try {
        io::write_safely(file, text);
        std::ifstream in{file};
        const std::string back{std::istreambuf_iterator<char>{in}, {}};
        fs::remove(file, error);
        return back == text ? "" : file.string() + ": what was read back differs from what was written";
    } catch (const std::runtime_error& e) {
        return e.what();
    }
}

std::string text_of(const std::string& write_problem) {
    std::string out = fmt::format("cicatrix   {} ({})\ncompiler   {}\nflags      {}\nthreads    {}\n", version,
                                  git_revision(), compiler(), build_flags(), hardware_threads());
    for (const Library& l : libraries()) out += fmt::format("{:<14} {}\n", l.name, l.version);
    out += "\n";
    const auto line = [](bool good, std::string_view off, const std::string& text) {
        const std::string mark = good ? painted("ok ", Colour::green, stdout) : painted(off, Colour::yellow, stdout);
        return mark + "  " + text + "\n";
    };
    out += line(write_problem.empty(), "BAD", write_problem.empty() ? "files can be written" : write_problem);
    for (const Helper& h : helpers) {
        const bool there = is_there(h.file);
        out +=
            line(there, "off", std::string{h.what} + (there ? "" : ": sudo apt-get install " + std::string{h.package}));
    }
    return out + "\nNothing marked 'off' is needed to run scenarios and make reports.\n";
}

std::string json_of(const std::string& write_problem) {
    auto all = nlohmann::ordered_json::parse(version_json());
    all["files_can_be_written"] = write_problem.empty();
    if (!write_problem.empty()) all["write_problem"] = write_problem;
    auto extras = nlohmann::ordered_json::array();
    for (const Helper& h : helpers)
        extras.push_back({{"what", h.what}, {"found", is_there(h.file)}, {"package", h.package}});
    all["helpers"] = std::move(extras);
    return all.dump(2) + "\n";
}

int execute(bool as_json) {
    const std::string write_problem = try_to_write();
    print_result(as_json ? json_of(write_problem) : text_of(write_problem));
    return write_problem.empty() ? exit_done : exit_run_failed;
}

}  // namespace

Action add_doctor(CLI::App& app) {
    auto as_json = std::make_shared<bool>(false);
    app.add_flag("--json", *as_json, "As JSON");
    return [as_json] { return execute(*as_json); };
}

}  // namespace cicatrix::cli
