// SPDX-License-Identifier: Apache-2.0
// What the model holds, as rows: parameters, observables, mechanisms, and the tables of data with their sources.
#include "cicatrix/biology/network.hpp"
#include "cicatrix/outcomes/outcome.hpp"
#include "cicatrix/protocol/device.hpp"
#include "cicatrix/protocol/hygiene.hpp"
#include "cicatrix/protocol/timeline.hpp"
#include "cicatrix/scenario/overrides.hpp"

#include "records.hpp"

namespace cicatrix::python {

namespace {

py::list parameters() {
    std::vector<ParameterRecord> all = overridable_parameters();
    append_new(all, outcome_parameters());
    py::list rows;
    for (const ParameterRecord& p : all) rows.append(row_of(p));
    return rows;
}

py::list observables() {
    py::list rows;
    for (const ObservableFacts& o : observable_table()) {
        py::dict row;
        row["observable"] = text_of(o.name);
        row["unit"] = text_of(o.unit);
        row["kind"] = o.is_series ? "series" : "scalar";
        row["meaning"] = text_of(o.meaning);
        rows.append(row);
    }
    return rows;
}

py::list mechanisms() {
    py::list rows;
    const Adjustments as_declared;
    for (const MechanismEntry& e : mechanism_catalogue()) {
        const auto mechanism = e.make(e.name, as_declared);
        py::list owns, writes, reads;
        for (const HandleRecord& h : mechanism->handles())
            (h.access == Access::owns     ? owns
             : h.access == Access::writes ? writes
                                          : reads)
                .append(text_of(h.field.name));
        py::dict row;
        row["mechanism"] = text_of(e.name);
        row["parameters"] = mechanism->parameters().size();
        row["owns"] = owns;
        row["writes"] = writes;
        row["reads"] = reads;
        row["meaning"] = text_of(e.summary);
        rows.append(row);
    }
    return rows;
}

py::list fields() {
    py::list rows;
    const Network network{Adjustments{}};
    for (const Field& f : network.fields()) {
        py::list layers;
        for (Layer l : all_layers)
            if (f.layers.has(l)) layers.append(text_of(to_string(l)));
        py::dict row;
        row["field"] = text_of(f.name);
        row["symbol"] = text_of(f.symbol);
        row["unit"] = text_of(f.unit);
        row["unit_size"] = f.unit_size;
        row["owner"] = text_of(f.owner);
        row["layers"] = layers;
        row["meaning"] = text_of(f.meaning);
        rows.append(row);
    }
    return rows;
}

/// One row per number, since each has a source of its own.
py::dict site_row(const SiteFacts& site, const char* what, double female_um, double male_um, const Source& source) {
    py::dict row;
    row["site"] = text_of(site.name);
    row["layer"] = what;
    row["female_um"] = female_um;
    row["male_um"] = male_um;
    return with_source(row, source);
}

py::list sites() {
    py::list rows;
    for (const SiteFacts& s : site_table()) {
        rows.append(site_row(s, "dermis", s.dermis_female_um, s.dermis_male_um, s.dermis_source));
        rows.append(site_row(s, "epidermis", s.epidermis_um, s.epidermis_um, s.epidermis_source));
        rows.append(
            site_row(s, "stratum corneum", s.stratum_corneum_um, s.stratum_corneum_um, s.stratum_corneum_source));
    }
    return rows;
}

py::list conditions() {
    py::list rows;
    for (const TraitEffect& t : trait_effects()) {
        py::dict row;
        row["condition"] = text_of(t.trait);
        row["parameter"] = text_of(t.parameter);
        row["reference"] = t.reference;
        row["at"] = t.at;
        row["factor"] = t.factor;
        rows.append(with_source(row, t.source));
    }
    return rows;
}

py::list products() {
    py::list rows;
    for (const ProductFacts& p : product_table()) {
        py::dict row;
        row["product"] = text_of(p.name);
        row["irritant"] = p.irritant;
        row["humectant"] = p.humectant;
        row["steroid"] = p.steroid;
        row["depigmenting"] = p.depigmenting;
        row["antimicrobial"] = p.antimicrobial;
        row["antiviral"] = p.antiviral;
        row["foreign"] = p.foreign;
        row["contamination_cfu_per_cm2"] = p.contamination_cfu_per_cm2;
        row["sterile"] = p.sterile;
        row = with_source(row, p.source);
        row["meaning"] = text_of(p.meaning);
        rows.append(row);
    }
    return rows;
}

py::list chemistry() {
    py::list rows;
    for (const ProductFacts& p : product_table()) {
        const ProductChemistry& c = p.chemistry;
        py::dict row;
        row["product"] = text_of(p.name);
        row["molar_mass_g_per_mol"] = c.mass_g_per_mol;
        row["log_kow"] = c.log_kow;
        row["acid_pka"] = c.acid_pka ? py::object{py::float_{*c.acid_pka}} : py::object{py::none()};
        row["ph"] = c.ph ? py::object{py::float_{*c.ph}} : py::object{py::none()};
        row["oil"] = c.oil;
        rows.append(with_source(row, c.source));
    }
    return rows;
}

py::list phototypes() {
    py::list rows;
    for (const PhototypeFacts& p : phototype_table()) {
        py::dict row;
        row["phototype"] = text_of(p.name);
        row["melanin"] = p.melanin;
        rows.append(with_source(row, p.source));
    }
    return rows;
}

/// Two rows for each: its usual build, and the longest needle that it is made with, which has a source of its own.
py::list devices() {
    py::list rows;
    for (const DeviceFacts& d : device_table()) {
        py::dict usual, longest;
        usual["device"] = text_of(d.name);
        longest["device"] = text_of(d.name);
        usual["build"] = "usual";
        longest["build"] = "longest needle";
        usual["needle_length_mm"] = d.standard.needle_length_mm;
        longest["needle_length_mm"] = d.longest_mm;
        usual["needles"] = d.standard.needles;
        usual["needle_diameter_um"] = d.standard.needle_diameter_um;
        rows.append(with_source(usual, d.source));
        rows.append(with_source(longest, d.longest_source));
    }
    return rows;
}

py::list disinfectants() {
    py::list rows;
    for (const Disinfectant& d : disinfectant_table()) {
        py::dict row;
        row["disinfectant"] = text_of(d.name);
        row["kill_per_h"] = d.kill_per_h;
        row["single_use"] = d.single_use;
        row = with_source(row, d.source);
        row["meaning"] = text_of(d.meaning);
        rows.append(row);
    }
    return rows;
}

/// Every key of a scenario, by its dotted name.
py::list scenario_keys_rows() {
    py::list rows;
    for (const ScenarioKey& k : scenario_keys()) {
        py::dict row;
        row["key"] = text_of(k.path);
        row["kind"] = text_of(k.kind);
        row["standard"] = text_of(k.standard);
        row["choices"] = text_of(k.choices);
        row["meaning"] = text_of(k.meaning);
        rows.append(row);
    }
    return rows;
}

}  // namespace

void add_tables(py::module_& m) {
    py::dict tables;
    tables["parameters"] = py::cpp_function(&parameters);
    tables["observables"] = py::cpp_function(&observables);
    tables["mechanisms"] = py::cpp_function(&mechanisms);
    tables["fields"] = py::cpp_function(&fields);
    tables["sites"] = py::cpp_function(&sites);
    tables["conditions"] = py::cpp_function(&conditions);
    tables["products"] = py::cpp_function(&products);
    tables["chemistry"] = py::cpp_function(&chemistry);
    tables["phototypes"] = py::cpp_function(&phototypes);
    tables["devices"] = py::cpp_function(&devices);
    tables["disinfectants"] = py::cpp_function(&disinfectants);
    tables["scenario"] = py::cpp_function(&scenario_keys_rows);
    m.attr("tables") = tables;
}

}  // namespace cicatrix::python
