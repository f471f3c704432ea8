// SPDX-License-Identifier: Apache-2.0
// Files of TOML with everything they extend, merged; every value keeps the place where it was written.
#include "toml.hpp"

#include "cicatrix/io/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace cicatrix::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_chain = 16;  // of files that extend one another

/// Who is asking for a file: the user, or a line `extends = "..."` of another file.
struct Request {
    fs::path path;
    Place place;  ///< of the line that asked; none for the first file
};

std::nullopt_t refuse(const Request& r, const std::string& message, Diagnostics& diagnostics,
                      const std::string& allowed = {}, const std::string& near = {}) {
    const std::string file = r.path.string();
    if (r.place.text)
        diagnostics.add({r.place, "extends", in_quotes(file) + ' ' + message, allowed, near, file});
    else
        diagnostics.add({{}, "", file + ": " + message, allowed, near, file});
    return std::nullopt;
}

/// A file of the same folder with nearly the same name.
std::string neighbour(const fs::path& path) {
    std::vector<std::string> names;
    std::error_code failed;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path{"."};
    for (fs::directory_iterator it{folder, failed}, end; !failed && it != end; it.increment(failed))
        if (it->path().extension() == ".toml") names.push_back(it->path().filename().string());
    std::sort(names.begin(), names.end());
    return nearest(path.filename().string(), names);
}

std::optional<std::string> read_file(const Request& r, Diagnostics& diagnostics) {
    std::error_code failed;
    const fs::file_status status = fs::status(r.path, failed);
    if (status.type() == fs::file_type::not_found)
        return refuse(r, "does not exist", diagnostics, "", neighbour(r.path));
    if (status.type() == fs::file_type::directory) return refuse(r, "is a folder", diagnostics, "a scenario file");
    if (failed || status.type() != fs::file_type::regular)
        return refuse(r, "cannot be read" + (failed ? ": " + failed.message() : ": it is no ordinary file"),
                      diagnostics);
    const auto size = fs::file_size(r.path, failed);
    if (!failed && size > longest_scenario)
        return refuse(r, "has " + megabytes(static_cast<double>(size)) + "; a scenario is a page of text", diagnostics,
                      "at most " + megabytes(static_cast<double>(longest_scenario)));
    std::ifstream in{r.path, std::ios::binary};
    if (!in) return refuse(r, "cannot be read: " + std::string{std::strerror(errno)}, diagnostics);
    std::string text(longest_scenario + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad()) return refuse(r, "cannot be read to its end", diagnostics);
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

/// Files being read, from the user's own down to the one in hand.
using Chain = std::vector<fs::path>;

std::optional<Node> read_chain(std::string_view text, const fs::path& path, Chain& chain, Diagnostics& diagnostics);

std::optional<Node> read_base(const Node& extends, const fs::path& path, Chain& chain, Diagnostics& diagnostics) {
    const auto complain = [&](const std::string& message, const std::string& allowed) {
        diagnostics.add({extends.place, "extends", message, allowed, "", extends.plain()});
        return std::nullopt;
    };
    const std::string* name = extends.text();
    if (!name || name->empty())
        return complain(name ? "is empty" : std::string{"is "} + std::string{extends.kind()},
                        "the name of another scenario file, such as \"base.toml\"");
    const fs::path base = (path.parent_path() / *name).lexically_normal();
    std::error_code failed;
    const fs::path key = fs::weakly_canonical(base, failed);
    if (const auto seen = std::find(chain.begin(), chain.end(), key); seen != chain.end()) {
        std::string circle;
        for (auto it = seen; it != chain.end(); ++it) circle += it->filename().string() + " -> ";
        return complain("the files go round in a circle: " + circle + key.filename().string(), "");
    }
    if (chain.size() >= longest_chain)
        return complain("more than " + std::to_string(longest_chain) + " files extend one another", "");
    const auto text = read_file({base, extends.place}, diagnostics);
    if (!text) return std::nullopt;
    chain.push_back(key);
    auto node = read_chain(*text, base, chain, diagnostics);
    chain.pop_back();
    return node;
}

std::optional<Node> read_chain(std::string_view text, const fs::path& path, Chain& chain, Diagnostics& diagnostics) {
    const auto source = accept_text(text, path.string(), diagnostics);
    if (!source) return std::nullopt;
    auto root = parse_toml(text, source, diagnostics);
    if (!root) return std::nullopt;
    const auto extends = take(*root, "extends");
    if (!extends) return root;
    auto base = read_base(*extends, path, chain, diagnostics);
    if (!base) return std::nullopt;
    take(*base, "expect");  // what must come out belongs to the file that says it
    lay_over(*base, std::move(*root));
    return base;
}

std::optional<Document> read_document(std::string_view text, const std::string& name, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.complaints().size();
    std::error_code failed;
    Chain chain{fs::weakly_canonical(name, failed)};
    auto root = read_chain(text, name, chain, diagnostics);
    if (!root || diagnostics.complaints().size() > before) return std::nullopt;
    return Document{std::move(*root), name};
}

}  // namespace

std::optional<Document> read_toml(const fs::path& path, Diagnostics& diagnostics) {
    const auto text = read_file({path, {}}, diagnostics);
    if (!text) return std::nullopt;
    return read_document(*text, path.string(), diagnostics);
}

std::optional<Document> read_toml_text(std::string_view text, const std::string& name, Diagnostics& diagnostics) {
    return read_document(text, name, diagnostics);
}

}  // namespace cicatrix::io
