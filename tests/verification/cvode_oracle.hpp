// SPDX-License-Identifier: Apache-2.0
// An independent judge: SUNDIALS CVODE (BDF, dense, finite-difference Jacobian) at tight tolerance.
#pragma once

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

namespace cicatrix::toy {

/// dy/dt = f(y); writes the rates into the second argument.
using Rates = std::function<void(const std::vector<double>& y, std::vector<double>& rate)>;

/// Values at each of the rising output times, starting from `y` at time 0.
/// `absolute` is the absolute tolerance of every value, `relative` the relative one.
inline std::vector<std::vector<double>> cvode_course(const Rates& rates, const std::vector<double>& y,
                                                     const std::vector<double>& times, double relative = 1e-10,
                                                     double absolute = 1e-12) {
    struct Call {
        const Rates& rates;
        std::vector<double> y, rate;
    } call{rates, y, y};
    const auto rhs = [](realtype, N_Vector state, N_Vector slope, void* data) -> int {
        Call& c = *static_cast<Call*>(data);
        const double* from = N_VGetArrayPointer(state);
        c.y.assign(from, from + c.y.size());
        c.rates(c.y, c.rate);
        double* to = N_VGetArrayPointer(slope);
        for (std::size_t i = 0; i < c.rate.size(); ++i) to[i] = c.rate[i];
        return 0;
    };
    const auto must = [](bool good) {
        if (!good) throw std::runtime_error{"CVODE refused"};
    };
    const auto n = static_cast<sunindextype>(y.size());

    SUNContext raw_context = nullptr;
    must(SUNContext_Create(nullptr, &raw_context) == 0);
    const auto free_context = [](SUNContext c) { SUNContext_Free(&c); };
    const std::unique_ptr<std::remove_pointer_t<SUNContext>, decltype(free_context)> context{raw_context, free_context};
    const std::unique_ptr<_generic_N_Vector, void (*)(N_Vector)> state{N_VNew_Serial(n, context.get()), N_VDestroy};
    const std::unique_ptr<_generic_SUNMatrix, void (*)(SUNMatrix)> matrix{SUNDenseMatrix(n, n, context.get()),
                                                                          SUNMatDestroy};
    const auto free_solver = [](SUNLinearSolver s) { SUNLinSolFree(s); };
    const std::unique_ptr<_generic_SUNLinearSolver, decltype(free_solver)> solver{
        SUNLinSol_Dense(state.get(), matrix.get(), context.get()), free_solver};
    const auto free_cvode = [](void* p) { CVodeFree(&p); };
    const std::unique_ptr<void, decltype(free_cvode)> cvode{CVodeCreate(CV_BDF, context.get()), free_cvode};

    for (std::size_t i = 0; i < y.size(); ++i) N_VGetArrayPointer(state.get())[i] = y[i];
    must(CVodeInit(cvode.get(), rhs, 0.0, state.get()) == CV_SUCCESS);
    must(CVodeSStolerances(cvode.get(), relative, absolute) == CV_SUCCESS);
    must(CVodeSetUserData(cvode.get(), &call) == CV_SUCCESS);
    must(CVodeSetMaxNumSteps(cvode.get(), 1'000'000) == CV_SUCCESS);
    must(CVodeSetLinearSolver(cvode.get(), solver.get(), matrix.get()) == CV_SUCCESS);

    std::vector<std::vector<double>> course;
    for (double until : times) {
        realtype reached = 0.0;
        must(CVodeSetStopTime(cvode.get(), until) == CV_SUCCESS);
        must(CVode(cvode.get(), until, state.get(), &reached, CV_NORMAL) >= 0);
        const double* values = N_VGetArrayPointer(state.get());
        course.emplace_back(values, values + y.size());
    }
    return course;
}

}  // namespace cicatrix::toy
