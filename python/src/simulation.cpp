// SPDX-License-Identifier: Apache-2.0
// A run that stops where Python wants it to, and shows its fields without copying them.
#include "cicatrix/simulation/simulation.hpp"
#include "cicatrix/io/udunits.hpp"
#include "cicatrix/numerics/parallel.hpp"

#include "acting.hpp"
#include "watch.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <atomic>
#include <cmath>

namespace cicatrix::python {

namespace {

/// A simulation and the model that it refers to.
struct Running {
    Running(std::shared_ptr<const Model> m, Simulation s) : model{std::move(m)}, simulation{std::move(s)} {}
    std::shared_ptr<const Model> model;
    Simulation simulation;
};

/// What views hang on to. A step exchanges the memory of the state; so when there are views of a moment as the
/// simulation leaves it, they get the memory, and the simulation goes on with a copy.
struct Moment {
    std::shared_ptr<Running> running;  ///< until the simulation leaves this moment
    std::optional<State> left;         ///< after that
    const State& state() const { return left ? *left : running->simulation.state(); }
};

class Stepper {
public:
    explicit Stepper(std::shared_ptr<WrittenScenario> scenario)
        : scenario_{std::move(scenario)}, running_{begin(scenario_->scenario)} {}

    std::shared_ptr<Stepper> copy() const {
        const Busy turn{*this};
        std::shared_ptr<Stepper> other{new Stepper{*this, running_->simulation.branch()}};
        return other;
    }

    void advance_to(double until_h, int threads, py::object progress) {
        const Busy turn{*this};
        check_time(until_h);
        leave_moment();
        Watch watch{std::move(progress)};
        {
            const py::gil_scoped_release others_go_on;
            const ThreadLimit limit{threads};
            const double from_h = time_h(), span_h = until_h - from_h;
            const auto tell = [&](double now_h) {
                now_h_ = now_h;
                return watch.go_on(span_h > 0.0 ? (now_h - from_h) / span_h : 1.0);
            };
            if (tell(from_h)) running_->simulation.advance_to(until_h, {}, {}, tell);
        }
        watch.rethrow_if_stopped();
    }

    /// A session now, as another scenario says it. How many of its needles met the patch.
    std::size_t needle(const WrittenScenario& how) {
        const Busy turn{*this};
        const Model& model = *running_->model;
        const int planned = count_sessions(model).all, done = sessions_before(model, time_h()) + more_sessions_;
        const std::vector<Act> acts = acts_of_session(model, how.scenario, planned + more_sessions_ + 1, done);
        leave_moment();
        std::size_t met = 0;
        for (const Act& act : acts) {
            if (const auto* needling = std::get_if<Needling>(&act.kind)) met += needling->punctures.size();
            running_->simulation.act(act);
        }
        ++more_sessions_;
        return met;
    }

    void apply(const std::string& product, double amount) {
        const Busy turn{*this};
        const Act act = application_of(*running_->model, scenario_->scenario, product, amount);
        leave_moment();
        running_->simulation.act(act);
    }

    /// Values in the engine's units, as `field` gives them.
    void put(const std::string& name, const py::array_t<double, py::array::c_style | py::array::forcecast>& values) {
        const Busy turn{*this};
        const int f = field_named(name);
        const Layout& layout = *running_->model->layout();
        const Grid& grid = layout.grid();
        const PlaneRange lives = layout.planes(f);
        const auto from = values.unchecked<3>();
        if (from.shape(0) != lives.count() || from.shape(1) != grid.ny() || from.shape(2) != grid.nx())
            throw py::value_error{"values of " + in_quotes(name) + " have another shape than the field"};
        leave_moment();
        running_->simulation.change([&](State& state) {
            for (py::ssize_t k = 0; k < from.shape(0); ++k) {
                const auto plane = state.plane(f, lives.first + static_cast<int>(k));
                for (py::ssize_t j = 0; j < from.shape(1); ++j)
                    for (py::ssize_t i = 0; i < from.shape(2); ++i)
                        plane[static_cast<std::size_t>(j * grid.pitch() + i)] = from(k, j, i);
            }
        });
    }

    py::array field(const std::string& name) {
        const Busy turn{*this};
        const int f = field_named(name);
        if (!moment_) moment_ = std::make_shared<Moment>(Moment{running_, std::nullopt});
        const State& state = moment_->state();
        const Layout& layout = state.layout();
        const Grid& grid = layout.grid();
        const py::ssize_t size = sizeof(double), planes = layout.planes(f).count();
        const std::vector<py::ssize_t> shape{planes, grid.ny(), grid.nx()};
        const std::vector<py::ssize_t> strides{static_cast<py::ssize_t>(grid.plane_size()) * size, grid.pitch() * size,
                                               size};
        // The capsule keeps the moment, and the moment keeps the memory.
        auto* const kept = new std::shared_ptr<Moment>{moment_};
        const py::capsule owner{kept, [](void* p) { delete static_cast<std::shared_ptr<Moment>*>(p); }};
        py::array view{py::dtype::of<double>(), shape, strides, state.array(f).data(), owner};
        view.attr("setflags")(py::arg("write") = false);
        return view;
    }

    py::list fields() const {
        py::list all;
        const Layout& layout = *running_->model->layout();
        for (int f = 0; f < layout.field_count(); ++f) {
            const Field& field = layout.fields()[static_cast<std::size_t>(f)];
            py::dict row;
            row["field"] = text_of(field.name);
            row["symbol"] = text_of(field.symbol);
            row["unit"] = text_of(field.unit);
            row["units"] = io::udunits(field.unit);
            row["unit_size"] = field.unit_size;
            row["owner"] = text_of(field.owner);
            row["first_plane"] = layout.planes(f).first;
            row["last_plane"] = layout.planes(f).last;
            row["meaning"] = text_of(field.meaning);
            all.append(row);
        }
        return all;
    }

    py::dict grid() const {
        const Grid& g = running_->model->layout()->grid();
        py::list edges, layers;
        for (int k = 0; k <= g.nz(); ++k) edges.append(g.edge_um(k));
        for (int k = 0; k < g.nz(); ++k) layers.append(text_of(to_string(g.layer(k))));
        py::dict all;
        all["nx"] = g.nx();
        all["ny"] = g.ny();
        all["dx_um"] = g.dx_um();
        all["dy_um"] = g.dy_um();
        all["edges_um"] = edges;
        all["layers"] = layers;
        return all;
    }

    double time_h() const { return now_h_; }
    double end_h() const { return running_->model->end_h(); }
    std::shared_ptr<WrittenScenario> scenario() const { return scenario_; }

private:
    /// One thread at a time: while the engine works, the interpreter's lock is free for others.
    class Busy {
    public:
        explicit Busy(const Stepper& stepper) : stepper_{stepper} {
            if (stepper.busy_.exchange(true))
                throw RunError{"this simulation is being advanced already; a copy() can be used beside it"};
        }
        ~Busy() { stepper_.busy_ = false; }
        Busy(const Busy&) = delete;
        Busy& operator=(const Busy&) = delete;

    private:
        const Stepper& stepper_;
    };

    Stepper(const Stepper& other, Simulation branch)
        : scenario_{other.scenario_},
          running_{std::make_shared<Running>(other.running_->model, std::move(branch))},
          more_sessions_{other.more_sessions_} {}

    static std::shared_ptr<Running> begin(const Scenario& scenario) {
        auto model = std::make_shared<const Model>(scenario);
        State rest = model->rest();
        return std::make_shared<Running>(model, Simulation{*model, std::move(rest)});
    }

    void check_time(double until_h) const {
        if (std::isfinite(until_h) && time_h() <= until_h && until_h <= end_h()) return;
        throw py::value_error{"time_h: " + py::repr(py::float_(until_h)).cast<std::string>() +
                              " h is not between now (" + to_text(time_h()) + " h) and the end of the scenario (" +
                              to_text(end_h()) + " h)"};
    }

    void leave_moment() {
        if (moment_ && moment_.use_count() > 1) {
            moment_->left = running_->simulation.hand_over();
            moment_->running.reset();
        }
        moment_.reset();
    }

    int field_named(const std::string& name) const {
        const int f = running_->model->layout()->find(name);
        if (f < 0) throw py::key_error{unknown(name)};
        return f;
    }

    std::string unknown(const std::string& name) const {
        std::vector<std::string> known;
        for (const Field& f : running_->model->layout()->fields()) known.emplace_back(f.name);
        const std::string near = nearest(name, known);
        return "there is no field " + in_quotes(name) + (near.empty() ? "" : "; did you mean '" + near + "'?");
    }

    std::shared_ptr<WrittenScenario> scenario_;
    std::shared_ptr<Running> running_;
    std::shared_ptr<Moment> moment_;
    int more_sessions_ = 0;                                           ///< beside those of the timeline
    std::atomic<double> now_h_{running_->simulation.state().time_h};  ///< may be asked for while another thread steps
    mutable std::atomic<bool> busy_{false};
};

}  // namespace

void add_simulation(py::module_& m) {
    py::class_<Stepper, std::shared_ptr<Stepper>>(m, "Stepper")
        .def(py::init<std::shared_ptr<WrittenScenario>>(), py::arg("scenario"))
        .def("advance_to", &Stepper::advance_to, py::arg("until_h"), py::arg("threads"), py::arg("progress"))
        .def("copy", &Stepper::copy)
        .def("needle", &Stepper::needle, py::arg("how"))
        .def("apply", &Stepper::apply, py::arg("product"), py::arg("amount"))
        .def("put", &Stepper::put, py::arg("name"), py::arg("values"))
        .def("field", &Stepper::field, py::arg("name"))
        .def("fields", &Stepper::fields)
        .def("grid", &Stepper::grid)
        .def_property_readonly("time_h", &Stepper::time_h)
        .def_property_readonly("end_h", &Stepper::end_h)
        .def_property_readonly("scenario", &Stepper::scenario);
}

}  // namespace cicatrix::python
