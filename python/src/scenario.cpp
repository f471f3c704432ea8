// SPDX-License-Identifier: Apache-2.0
// Scenarios: from files, texts and dicts, with changes laid over them. What was checked does not change any more.
#include "cicatrix/biology/written_mechanism.hpp"
#include "cicatrix/io/files.hpp"

#include "bindings.hpp"

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

namespace cicatrix::python {

namespace {

using Shared = std::shared_ptr<WrittenScenario>;

Shared checked(std::optional<Document> document, Diagnostics& diagnostics) {
    std::optional<Scenario> scenario;
    if (document) scenario = io::to_scenario(*document, diagnostics);
    diagnostics.stop_if_any();
    return std::make_shared<WrittenScenario>(WrittenScenario{std::move(document.value()), std::move(scenario.value())});
}

Shared from_file(const std::filesystem::path& path) {
    Diagnostics diagnostics;
    return checked(io::read_toml(path, diagnostics), diagnostics);
}

Shared from_text(const std::string& text, const std::string& name) {
    Diagnostics diagnostics;
    return checked(io::read_toml_text(text, name, diagnostics), diagnostics);
}

/// By way of its text, so that complaints can show the line.
Shared from_dict(const py::dict& dict, const std::string& name) {
    return from_text(io::write_toml({node_of(dict, "", {}), name}), name);
}

/// What the caller gave, so that complaints about it can show it.
Place of_change(const std::string& key, const py::handle& value) {
    auto text = std::make_shared<SourceText>();
    text->name = "override";
    text->lines = {key + " = " + py::repr(value).cast<std::string>()};
    return {std::move(text), 1, static_cast<int>(key.size()) + 4};
}

void remove(Node& root, std::string_view name) {
    const std::string_view first = name.substr(0, name.find('.'));
    if (first.size() == name.size()) {
        take(root, first);
        return;
    }
    if (auto* table = std::get_if<Node::Table>(&root.value))
        for (Entry& e : *table)
            if (e.key == first) remove(e.node, name.substr(first.size() + 1));
}

Shared changed(const WrittenScenario& old, const py::dict& changes) {
    Document document = old.document;
    Diagnostics diagnostics;
    for (const auto& [name, value] : changes) {
        const auto key = name.cast<std::string>();
        if (value.is_none()) {
            remove(document.root, key);
            continue;
        }
        const Place place = of_change(key, value);
        Node node = node_of(value, key, place);
        node.key_place = {place.text, 1, 1};
        const std::string written = node.plain();
        if (!put(document.root, key, std::move(node)))
            diagnostics.add(
                {place, key, "a part of this name is no table here; give the whole table as a dict", "", "", written});
    }
    if (document.root.table()->empty()) diagnostics.add({{}, "", "nothing is left of the scenario", "", ""});
    diagnostics.stop_if_any();
    Shared other = checked(std::move(document), diagnostics);
    other->scenario.mechanisms = old.scenario.mechanisms;
    return other;
}

/// The same scenario, of another model. Names were checked by the caller.
Shared with_mechanisms(const WrittenScenario& old, const std::vector<std::string>& off,
                       const std::vector<std::shared_ptr<WrittenMechanism>>& more) {
    auto other = std::make_shared<WrittenScenario>(old);
    other->scenario.mechanisms = {{off.begin(), off.end()}, {}};
    for (const auto& mechanism : more) other->scenario.mechanisms.more.push_back(entry_of(mechanism));
    return other;
}

/// The value written under a dotted name; None when there is none.
py::object get(const WrittenScenario& s, std::string_view name) {
    const Node* node = &s.document.root;
    while (node && !name.empty()) {
        const std::string_view first = name.substr(0, name.find('.'));
        node = node->find(first);
        name.remove_prefix(std::min(name.size(), first.size() + 1));
    }
    return node ? value_of(*node) : py::none();
}

}  // namespace

void add_scenario(py::module_& m) {
    py::class_<WrittenScenario, std::shared_ptr<WrittenScenario>>(m, "Scenario")
        .def_static("from_file", &from_file, py::arg("path"))
        .def_static("from_text", &from_text, py::arg("text"), py::arg("name"))
        .def_static("from_dict", &from_dict, py::arg("document"), py::arg("name"))
        .def("changed", &changed, py::arg("changes"))
        .def("with_mechanisms", &with_mechanisms, py::arg("off"), py::arg("more"))
        .def("get", &get, py::arg("key"))
        .def("document", [](const WrittenScenario& s) { return value_of(s.document.root); })
        .def_property_readonly("title", [](const WrittenScenario& s) { return s.scenario.title; })
        .def_property_readonly("note", [](const WrittenScenario& s) { return s.scenario.note; })
        .def_property_readonly("path", [](const WrittenScenario& s) { return s.scenario.path; })
        .def_property_readonly("text", [](const WrittenScenario& s) { return s.scenario.text; })
        .def_property_readonly("seed", [](const WrittenScenario& s) { return s.scenario.run.seed; })
        .def_property_readonly("resolution", [](const WrittenScenario& s) { return s.scenario.run.resolution_name; })
        .def_property_readonly("precision",
                               [](const WrittenScenario& s) { return text_of(to_string(s.scenario.run.precision)); })
        .def_property_readonly("end_h", [](const WrittenScenario& s) { return s.scenario.run.end_h; });
}

}  // namespace cicatrix::python
