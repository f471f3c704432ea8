// SPDX-License-Identifier: Apache-2.0
// Mechanisms written in Python, as the data that the engine replays, and the fields that they can name.
#include "cicatrix/biology/written_mechanism.hpp"
#include "cicatrix/simulation/layer_alone.hpp"
#include "cicatrix/tissue/environment_facts.hpp"

#include "bindings.hpp"

#include <pybind11/stl.h>

#include <algorithm>

namespace cicatrix::python {

namespace {

/// The package has checked what people write; what is wrong here is its own mistake.
[[noreturn]] void broken(const std::string& what) {
    throw py::value_error{"a mechanism of the package's own making is broken: " + what};
}

Operation operation_named(const std::string& name) {
    static constexpr std::pair<std::string_view, Operation> known[] = {
        {"input", Operation::input},       {"constant", Operation::constant}, {"add", Operation::add},
        {"subtract", Operation::subtract}, {"multiply", Operation::multiply}, {"divide", Operation::divide},
        {"maximum", Operation::maximum},   {"minimum", Operation::minimum}};
    for (const auto& [text, operation] : known)
        if (text == name) return operation;
    broken("operation " + name);
}

AnyUnit unit_named(const std::string& symbol) {
    if (auto unit = parse_unit(symbol)) return *unit;
    broken("unit " + symbol);
}

Evidence evidence_named(const std::string& name) {
    const auto found = std::find(evidence_names.begin(), evidence_names.end(), name);
    if (found == evidence_names.end()) broken("status " + name);
    return static_cast<Evidence>(found - evidence_names.begin());
}

template <class T>
T get(const py::dict& facts, const char* name) {
    return facts[name].cast<T>();
}

WrittenField field_of(const py::dict& facts) {
    WrittenField f{.name = get<std::string>(facts, "name"),
                   .symbol = get<std::string>(facts, "symbol"),
                   .meaning = get<std::string>(facts, "meaning"),
                   .unit = unit_named(get<std::string>(facts, "unit")),
                   .layers = {},
                   .scale = get<double>(facts, "scale")};
    for (const auto& [name, value] : get<std::map<std::string, double>>(facts, "rest")) {
        const Layer layer = named_layer(name);
        f.layers = f.layers | only(layer);
        f.rest[static_cast<std::size_t>(index(layer))] = value;
    }
    for (const auto& [name, value] : get<std::map<std::string, double>>(facts, "diffusivity_um2_per_h"))
        f.diffusivity_um2_per_h[static_cast<std::size_t>(index(named_layer(name)))] = value;
    return f;
}

WrittenParameter parameter_of(const py::dict& facts) {
    const auto range = get<std::pair<double, double>>(facts, "range");
    const auto plausible = get<std::pair<double, double>>(facts, "plausible");
    return {.name = get<std::string>(facts, "name"),
            .symbol = get<std::string>(facts, "symbol"),
            .meaning = get<std::string>(facts, "meaning"),
            .unit = unit_named(get<std::string>(facts, "unit")),
            .value = get<double>(facts, "value"),
            .range = {range.first, range.second},
            .plausible = {plausible.first, plausible.second},
            .source = get<std::string>(facts, "source"),
            .where = get<std::string>(facts, "where"),
            .evidence = evidence_named(get<std::string>(facts, "status"))};
}

WrittenLaw law_of(const py::dict& text) {
    WrittenLaw law;
    for (const auto& [operation, a, b, value] :
         get<std::vector<std::tuple<std::string, int, int, double>>>(text, "nodes")) {
        const Trace::Node node{operation_named(operation), a, b, value};
        const int known = static_cast<int>(law.nodes.size());
        const bool leaf = node.operation == Operation::input || node.operation == Operation::constant;
        if (!leaf && (a < 0 || a >= known || b < 0 || b >= known)) broken("a node before those that it needs");
        if (node.operation == Operation::input &&
            (a < 0 || a >= WrittenLaw::environment + static_cast<int>(environment_size)))
            broken("an input that does not exist");
        law.nodes.push_back(node);
    }
    for (const auto& [slot, node] : get<std::vector<std::pair<unsigned, int>>>(text, "results")) {
        if (node < 0 || node >= static_cast<int>(law.nodes.size())) broken("a result that does not exist");
        law.results.push_back({slot, node});
    }
    return law;
}

void take_laws(const py::dict& by_layer, std::array<WrittenLaw, layer_count>& laws) {
    for (const auto& [name, text] : by_layer)
        laws[static_cast<std::size_t>(index(named_layer(name.cast<std::string>())))] = law_of(text.cast<py::dict>());
}

std::shared_ptr<WrittenMechanism> mechanism_of(const py::dict& facts) {
    auto m = std::make_shared<WrittenMechanism>();
    m->name = get<std::string>(facts, "name");
    m->summary = get<std::string>(facts, "summary");
    for (const auto& f : get<std::vector<py::dict>>(facts, "owns")) m->owns.push_back(field_of(f));
    m->writes = get<std::vector<std::string>>(facts, "writes");
    m->reads = get<std::vector<std::string>>(facts, "reads");
    for (const auto& [field, layer] : get<std::vector<std::pair<std::string, std::string>>>(facts, "reads_column"))
        m->reads_column.emplace_back(field, named_layer(layer));
    for (const auto& p : get<std::vector<py::dict>>(facts, "parameters")) m->parameters.push_back(parameter_of(p));
    take_laws(get<py::dict>(facts, "law"), m->law);
    take_laws(get<py::dict>(facts, "answer"), m->answer);
    return m;
}

/// Size in the engine's units and what it measures; None when it is no unit.
py::object unit_facts(const std::string& symbol) {
    const auto unit = parse_unit(symbol);
    if (!unit) return py::none();
    return py::make_tuple(unit->size, describe(unit->dimension));
}

py::dict inputs() {
    py::dict numbers;
    numbers["depth_um"] = WrittenLaw::depth;
    numbers["killed"] = WrittenLaw::killed;
    numbers["torn"] = WrittenLaw::torn;
    numbers["uv_sed_per_h"] = WrittenLaw::environment;
    numbers["occlusion"] = WrittenLaw::environment + 1;
    return numbers;
}

/// Names that the laws of a layer have beside its fields, when they are written for other programs.
py::list reserved_names() {
    py::list names;
    names.append("depth");
    for (const EnvironmentFacts& e : environment_facts) names.append(text_of(e.name));
    return names;
}

py::dict layer_groups() {
    static constexpr std::pair<const char*, LayerSet> groups[] = {{"surface", surface},
                                                                  {"epidermis", epidermis},
                                                                  {"dermis", dermis},
                                                                  {"living", living},
                                                                  {"everywhere", everywhere}};
    py::dict all;
    for (const auto& [name, layers] : groups) {
        py::list members;
        for (Layer l : all_layers)
            if (layers.has(l)) members.append(text_of(to_string(l)));
        all[name] = members;
    }
    return all;
}

}  // namespace

void add_mechanisms(py::module_& m) {
    py::class_<WrittenMechanism, std::shared_ptr<WrittenMechanism>>(m, "Mechanism")
        .def(py::init(&mechanism_of), py::arg("facts"));
    m.def("unit_facts", &unit_facts, py::arg("symbol"));
    py::list layers;
    for (Layer l : all_layers) layers.append(text_of(to_string(l)));
    m.attr("layers") = layers;
    m.attr("layer_groups") = layer_groups();
    m.attr("reserved_names") = reserved_names();
    py::list statuses;
    for (const std::string_view status : evidence_names) statuses.append(text_of(status));
    m.attr("statuses") = statuses;
    m.attr("most_fields_of_a_mechanism") = static_cast<std::size_t>(Voxel<double>::max_handles);
    m.attr("inputs") = inputs();
}

}  // namespace cicatrix::python
