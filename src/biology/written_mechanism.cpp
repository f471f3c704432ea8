// SPDX-License-Identifier: Apache-2.0
// Replays what was written down on whatever numbers come: lanes, traced ones, or those of one voxel.
#include "cicatrix/biology/written_mechanism.hpp"

#include <algorithm>

namespace cicatrix {

class Replay final : public Law<Replay> {
public:
    Replay(std::shared_ptr<const WrittenMechanism> written, const Adjustments& adjustments)
        : Law{written->name, adjustments}, written_{std::move(written)} {
        for (const WrittenField& f : written_->owns) open({Access::owns, field_of(f)});
        for (const std::string& name : written_->writes) open({Access::writes, named(name)});
        for (const std::string& name : written_->reads) open({Access::reads, named(name)});
        for (const auto& [name, layer] : written_->reads_column) open({Access::reads_column, named(name), layer});
        for (const WrittenParameter& p : written_->parameters) settle(record_of(p));
    }

    void rest(Patch& patch) const override {
        for (std::size_t slot = 0; slot < written_->owns.size(); ++slot) {
            const WrittenField& f = written_->owns[slot];
            for (int k = 0; k < patch.grid().nz(); ++k) {
                const auto values = plane(patch, slot, k);
                std::fill(values.begin(), values.end(), f.rest[layer_at(patch, k)] * f.unit.size);
            }
        }
    }

    void respond(const Event& event, Patch& patch) const override {
        if (!event.wound) return;
        for (int k = 0; k < patch.grid().nz(); ++k) answer(*event.wound, patch, k);
    }

    template <class Num>
    void law(Voxel<Num>& v) const {
        const WrittenLaw& text = written_->law[static_cast<std::size_t>(index(v.layer()))];
        const auto outside = members(v.environment());
        const auto input = [&](int number) -> Num {
            if (number < WrittenLaw::depth) return v.values_[static_cast<std::size_t>(number)];
            if (number == WrittenLaw::depth) return v.depth_um();
            return outside[static_cast<std::size_t>(number - WrittenLaw::environment)];
        };
        std::vector<Num> values;
        replay(text, input, values);
        for (const WrittenLaw::Result& r : text.results) v.rates_[r.slot] += values[static_cast<std::size_t>(r.node)];
    }

private:
    Field field_of(const WrittenField& f) const {
        Field field = named(f.name);
        field.symbol = f.symbol;
        field.unit = f.unit.symbol;
        field.meaning = f.meaning;
        field.owner = written_->name;
        field.dimension = f.unit.dimension;
        field.unit_size = f.unit.size;
        field.layers = f.layers;
        field.scale = f.scale * f.unit.size;
        field.diffusivity_um2_per_h = f.diffusivity_um2_per_h;
        return field;
    }
    static Field named(std::string_view name) {
        Field field{};
        field.name = name;
        return field;
    }
    ParameterRecord record_of(const WrittenParameter& p) const {
        Source source = assumed("written at run time");
        source.key = p.source;
        source.where = p.where;
        source.evidence = p.evidence;
        return {written_->name, p.name,  p.symbol, p.unit.symbol, p.meaning,   p.unit.dimension,
                p.unit.size,    p.value, p.value,  p.range,       p.plausible, source};
    }

    static std::size_t layer_at(const Patch& patch, int k) {
        return static_cast<std::size_t>(index(patch.grid().layer(k)));
    }
    static std::span<double> plane(Patch& patch, std::size_t slot, int k) {
        return patch.state_->plane(patch.field_of_slot_[slot], k);
    }

    void answer(const Wound& wound, Patch& patch, int k) const {
        const WrittenLaw& text = written_->answer[layer_at(patch, k)];
        if (text.results.empty()) return;
        std::vector<std::span<double>> planes;
        for (std::size_t slot = 0; slot < handles().size(); ++slot) {
            const HandleRecord& h = handles()[slot];
            const bool elsewhere = h.access == Access::reads_column;
            planes.push_back(plane(patch, slot, elsewhere ? column_plane(patch.grid(), {-1, h.column_layer}, k) : k));
        }
        const auto killed = wound.killed(k), torn = wound.torn(k);
        std::vector<double> values;
        for (std::size_t i = 0; i < killed.size(); ++i) {
            const auto input = [&](int number) {
                if (number == WrittenLaw::depth) return patch.grid().centre_um(k);
                if (number == WrittenLaw::killed) return killed[i];
                if (number == WrittenLaw::torn) return torn[i];
                const auto& field = planes[static_cast<std::size_t>(number)];
                return field.empty() ? 0.0 : field[i];
            };
            replay(text, input, values);
            for (const WrittenLaw::Result& r : text.results)
                if (!planes[r.slot].empty()) planes[r.slot][i] = values[static_cast<std::size_t>(r.node)];
        }
    }

    template <class Num, class Input>
    static void replay(const WrittenLaw& text, const Input& input, std::vector<Num>& values) {
        using std::max, std::min;
        values.clear();
        const auto value = [&](int node) -> const Num& { return values[static_cast<std::size_t>(node)]; };
        for (const Trace::Node& n : text.nodes) switch (n.operation) {
                case Operation::input:
                    values.push_back(input(n.a));
                    break;
                case Operation::constant:
                    values.push_back(Num{n.value});
                    break;
                case Operation::add:
                    values.push_back(value(n.a) + value(n.b));
                    break;
                case Operation::subtract:
                    values.push_back(value(n.a) - value(n.b));
                    break;
                case Operation::multiply:
                    values.push_back(value(n.a) * value(n.b));
                    break;
                case Operation::divide:
                    values.push_back(value(n.a) / value(n.b));
                    break;
                case Operation::negate:
                    values.push_back(-value(n.a));
                    break;
                case Operation::maximum:
                    values.push_back(max(value(n.a), value(n.b)));
                    break;
                case Operation::minimum:
                    values.push_back(min(value(n.a), value(n.b)));
                    break;
                case Operation::greater:
                    break;
            }
    }

    std::shared_ptr<const WrittenMechanism> written_;
};

MechanismEntry entry_of(std::shared_ptr<const WrittenMechanism> written) {
    const std::string_view name = written->name, summary = written->summary;
    return {name, summary, [written = std::move(written)](std::string_view, const Adjustments& adjustments) {
                return std::make_unique<Replay>(written, adjustments);
            }};
}

}  // namespace cicatrix
