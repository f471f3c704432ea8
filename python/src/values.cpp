// SPDX-License-Identifier: Apache-2.0
// Values of Python and nodes of a document, both ways.
#include "bindings.hpp"

#include <limits>

namespace cicatrix::python {

namespace {

constexpr int deepest = 64;  // a dict may hold itself

[[noreturn]] void refuse(const std::string& key, const std::string& what) {
    throw py::type_error{(key.empty() ? std::string{"a scenario"} : key) + ' ' + what +
                         "; a scenario holds text, numbers, True, False, lists and dicts"};
}

long long whole_number(const py::handle& value, const std::string& key) {
    const auto number = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
    if (!number) throw py::error_already_set{};
    int overflow = 0;
    const long long whole = PyLong_AsLongLongAndOverflow(number.ptr(), &overflow);
    if (overflow != 0) throw py::value_error{key + ": " + py::str(value).cast<std::string>() + " is too large"};
    return whole;
}

Node node_at(const py::handle& value, const std::string& key, const Place& place, int depth);

Node::Table table_of(const py::handle& dict, const std::string& key, const Place& place, int depth) {
    Node::Table table;
    for (const auto& [name, value] : py::reinterpret_borrow<py::dict>(dict)) {
        if (!py::isinstance<py::str>(name)) refuse(key, "has a key that is no text");
        const auto below = name.cast<std::string>();
        table.push_back({below, node_at(value, key.empty() ? below : key + '.' + below, place, depth + 1)});
    }
    return table;
}

Node node_at(const py::handle& value, const std::string& key, const Place& place, int depth) {
    if (depth > deepest) refuse(key, "is nested too deep");
    const auto node = [&](auto&& v) { return Node{std::forward<decltype(v)>(v), place, place}; };
    if (py::isinstance<py::dict>(value)) return node(table_of(value, key, place, depth));
    if (py::isinstance<py::str>(value)) return node(value.cast<std::string>());
    if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) {
        Node::Array array;
        for (const py::handle item : value) array.push_back(node_at(item, key, place, depth + 1));
        return node(std::move(array));
    }
    const std::string type = Py_TYPE(value.ptr())->tp_name;
    if (PyBool_Check(value.ptr()) || type == "numpy.bool" || type == "numpy.bool_")
        return node(PyObject_IsTrue(value.ptr()) == 1);
    if (PyIndex_Check(value.ptr())) return node(whole_number(value, key));
    if (PyFloat_Check(value.ptr()) || type.starts_with("numpy.float")) return node(PyFloat_AsDouble(value.ptr()));
    refuse(key, "is of type " + type);
}

struct ToPython {
    py::object operator()(const std::string& v) const { return py::str(v); }
    py::object operator()(double v) const { return py::float_(v); }
    py::object operator()(long long v) const { return py::int_(v); }
    py::object operator()(bool v) const { return py::bool_(v); }
    py::object operator()(const Node::Table& v) const {
        py::dict dict;
        for (const Entry& e : v) dict[py::str(e.key)] = value_of(e.node);
        return dict;
    }
    py::object operator()(const Node::Array& v) const {
        py::list list;
        for (const Node& n : v) list.append(value_of(n));
        return list;
    }
};

}  // namespace

Node node_of(const py::handle& value, const std::string& key, const Place& place) {
    return node_at(value, key, place, 0);
}

py::object value_of(const Node& node) {
    return std::visit(ToPython{}, node.value);
}

}  // namespace cicatrix::python
