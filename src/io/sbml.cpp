// SPDX-License-Identifier: Apache-2.0
// The laws count in mm, h, pg and cells, and their constants are bare numbers. So each quantity is divided by what the
// laws count as 1 of it, the arithmetic is done with plain numbers, and the rate is given its unit at the end: every
// unit in the file is true, and none is made up for a constant.
#include "cicatrix/io/sbml.hpp"

#include "cicatrix/tissue/environment_facts.hpp"
#include "cicatrix/version.hpp"
#include "sbml_math.hpp"
#include "sbml_units.hpp"

#include <set>

namespace cicatrix::io {

namespace {

/// Something that the file gives a value to.
struct Quantity {
    std::string id;
    std::string_view unit;
    double unit_size = 1;  ///< in what the laws count as 1
    double value = 0;      ///< as the laws count it
    std::string meaning;
    bool constant = true;
};

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += static_cast<unsigned char>(c) < ' ' ? ' ' : c;  // XML has no control characters
        }
    return result;
}

std::string notes(const std::string& indent, const std::string& paragraphs) {
    return indent + "<notes>\n" + indent + "  <body xmlns=\"http://www.w3.org/1999/xhtml\">" + paragraphs +
           "</body>\n" + indent + "</notes>\n";
}

std::string paragraph(std::string_view text) {
    return "<p>" + escaped(text) + "</p>";
}

/// Depth is counted in um by the laws, and fields in mm whatever their unit is.
std::string scale_of(const Quantity& q) {
    if (q.unit == "1") return {};
    return "scale_" + sbml_unit_id(q.unit) + (q.unit == "um" && q.unit_size != 1 ? "_in_mm" : "");
}

std::string parameter(const Quantity& q) {
    return "      <parameter id=\"" + q.id + "\" value=\"" + to_text(q.value / q.unit_size) + "\" units=\"" +
           sbml_unit_id(q.unit) + "\" constant=\"" + (q.constant ? "true" : "false") + "\">\n" +
           notes("        ", paragraph(q.meaning)) + "      </parameter>\n";
}

std::string rule(const std::string& kind, const std::string& variable, const std::string& math) {
    return "      <" + kind + " variable=\"" + variable +
           "\">\n        <math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + math + "</math>\n      </" + kind +
           ">\n";
}

class Writer {
public:
    Writer(const Scenario& scenario, const LayerAlone& alone)
        : scenario_{scenario},
          alone_{alone},
          network_{alone.model->network()},
          pattern_{network_.pattern(alone.site.layer)},
          laws_{network_.traced(alone.site.layer)} {
        name_inputs();
    }

    std::string document() {
        const MathML math{laws_.trace, inputs_, laws_.rates};
        std::vector<Quantity> all;
        std::string rules;
        for (const MathML::Named& step : math.named()) rules += rule("assignmentRule", step.id, step.math);
        for (std::size_t i = 0; i < quantities_.size(); ++i) {
            const bool field = i < laws_.rates.size();
            if (!field && !math.uses(laws_.inputs[i])) continue;
            all.push_back(quantities_[i]);
            if (!field || laws_.trace.is_constant(laws_.rates[i], 0.0)) continue;
            all.back().constant = false;
            rules += rule("rateRule", all.back().id, rate(math.refer(laws_.rates[i]), all.back()));
        }
        return head() + units_and_parameters(all, math) + "    <listOfRules>\n" + rules +
               "    </listOfRules>\n  </model>\n</sbml>\n";
    }

private:
    const Field& field(int f) const { return network_.fields()[static_cast<std::size_t>(f)]; }
    std::string layer() const { return std::string{to_string(alone_.site.layer)}; }

    /// In the order of laws_.inputs, but for the step.
    void name_inputs() {
        for (std::size_t i = 0; i < pattern_.fields.size(); ++i) {
            const Field& f = field(pattern_.fields[i]);
            quantities_.push_back({std::string{f.name}, f.unit, f.unit_size, alone_.start[i], std::string{f.meaning}});
        }
        for (std::size_t c = 0; c < pattern_.columns.size(); ++c) {
            const Field& f = field(pattern_.columns[c].field);
            const std::string where{to_string(pattern_.columns[c].layer)};
            quantities_.push_back({std::string{f.name} + "_in_" + where, f.unit, f.unit_size, alone_.site.columns[c],
                                   std::string{f.meaning} + ", in the layer " + where + ": held where it is"});
        }
        for (const EnvironmentFacts& e : environment_facts)
            quantities_.push_back({std::string{e.name}, e.unit, 1, 0, std::string{e.meaning}});
        quantities_.push_back({"depth", "um", 1, alone_.site.depth_um, "depth below the surface"});
        for (std::size_t i = 0; i < quantities_.size(); ++i)
            inputs_[laws_.inputs[i]] = {quantities_[i].id, scale_of(quantities_[i])};
    }

    static std::string rate(const std::string& number, const Quantity& of) {
        const std::string per_hour = MathML::apply("divide", number + MathML::name("scale_h"));
        return of.unit == "1" ? per_hour : MathML::apply("times", per_hour + MathML::name(scale_of(of)));
    }

    std::string head() const {
        const std::string title = escaped(scenario_.title);
        std::string said =
            paragraph("Local kinetics of the layer " + layer() + " in: " + scenario_.title + ".") +
            paragraph("Written by Cicatrix " + std::string{version} + " (revision " + std::string{git_revision()} +
                      "). Research and teaching software; never medical advice.") +
            paragraph(
                "The layer is well mixed: nothing diffuses, other layers stay as they are, and "
                "nothing acts from outside unless its parameter is set.");
        if (alone_.killed > 0)
            said +=
                paragraph("It starts right after a needle that killed the share " + to_text(alone_.killed) + " of it.");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" "
               "xmlns:sbml=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"3\" version=\"2\">\n"
               "  <model id=\"" +
               layer() + "_kinetics\" name=\"" + title + ": " + layer() +
               "\" timeUnits=\"h\" substanceUnits=\"item\" extentUnits=\"item\" lengthUnits=\"mm\" areaUnits=\"mm2\" "
               "volumeUnits=\"mm3\">\n" +
               notes("    ", said + table_of_numbers());
    }

    /// The declared numbers of the mechanisms that act here: in the rules they are folded into constants.
    std::string table_of_numbers() const {
        std::vector<ParameterRecord> numbers;
        for (const auto& m : network_.mechanisms())
            if (!network_.arrows(*m, alone_.site.layer).empty()) append_new(numbers, m->parameters());
        std::string rows;
        for (const ParameterRecord& p : numbers) {
            rows += "<tr>";
            for (const std::string& cell :
                 {std::string{p.owner} + "." + std::string{p.name}, to_text(p.value), std::string{p.unit},
                  std::string{to_string(p.source.evidence)}, std::string{p.source.key}, std::string{p.meaning}})
                rows += "<td>" + escaped(cell) + "</td>";
            rows += "</tr>\n";
        }
        return paragraph(
                   "Declared numbers of the mechanisms that act here (name, value, unit, evidence, source, "
                   "meaning). The rules hold what follows from them:") +
               "\n<table>\n" + rows + "</table>";
    }

    static std::string units_and_parameters(const std::vector<Quantity>& all, const MathML& math) {
        std::string definitions, parameters;
        std::set<std::string_view> defined{"1"};
        std::set<std::string> scaled{""};
        const auto define = [&](std::string_view unit) {
            if (defined.insert(unit).second) definitions += sbml_unit_definition(unit);
        };
        const auto need = [&](std::string_view unit, double size, const std::string& id) {
            define(unit);
            if (scaled.insert(id).second) parameters += parameter({id, unit, size, 1, "what the laws count as 1"});
        };
        for (const char* const of_model : {"mm", "mm2", "mm3"}) define(of_model);
        need("h", 1, "scale_h");
        for (const Quantity& q : all) need(q.unit, q.unit_size, scale_of(q));
        for (const Quantity& q : all) parameters += parameter(q);
        for (const MathML::Named& step : math.named())
            parameters += "      <parameter id=\"" + step.id + "\" units=\"dimensionless\" constant=\"false\"/>\n";
        return "    <listOfUnitDefinitions>\n" + definitions +
               "    </listOfUnitDefinitions>\n    <listOfParameters>\n" + parameters + "    </listOfParameters>\n";
    }

    const Scenario& scenario_;
    const LayerAlone& alone_;
    const Network& network_;
    const LocalPattern& pattern_;
    const TracedLaws laws_;
    std::vector<Quantity> quantities_;
    std::map<int, MathInput> inputs_;
};

}  // namespace

std::string sbml(const Scenario& scenario, const LayerAlone& layer) {
    return Writer{scenario, layer}.document();
}

std::string course_csv(const LayerAlone& layer, const WellMixedCourse& course) {
    const Network& network = layer.model->network();
    std::vector<const Field*> fields;
    for (const int f : network.pattern(layer.site.layer).fields)
        fields.push_back(&network.fields()[static_cast<std::size_t>(f)]);
    std::string text = "time [h]";
    for (const Field* f : fields) text += "," + std::string{f->name} + " [" + std::string{f->unit} + "]";
    text += "\n";
    for (std::size_t t = 0; t < course.time_h.size(); ++t) {
        text += to_text(course.time_h[t]);
        for (std::size_t i = 0; i < fields.size(); ++i)
            text += "," + to_text(course.values[t][i] / fields[i]->unit_size);
        text += "\n";
    }
    return text;
}

}  // namespace cicatrix::io
