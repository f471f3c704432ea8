// SPDX-License-Identifier: Apache-2.0
#include "cvode_peer.hpp"

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>

#include <algorithm>
#include <stdexcept>

namespace cicatrix::bench {
namespace {

int rates(realtype, N_Vector y, N_Vector slope, void* data) {
    static_cast<VoxelProblem*>(data)->rates(N_VGetArrayPointer(y), N_VGetArrayPointer(slope));
    return 0;
}
int dense_jacobian(realtype, N_Vector y, N_Vector, SUNMatrix matrix, void* data, N_Vector, N_Vector, N_Vector) {
    VoxelProblem& problem = *static_cast<VoxelProblem*>(data);
    const Lanes* const entry = problem.entries(N_VGetArrayPointer(y));
    const auto& nonzeros = problem.pattern().nonzeros;  // CVODE has set the matrix to zero
    for (std::size_t e = 0; e < nonzeros.size(); ++e)
        SM_ELEMENT_D(matrix, nonzeros[e].first, nonzeros[e].second) = entry[e][0];
    return 0;
}
/// The pattern goes row by row, as the matrix does.
int sparse_jacobian(realtype, N_Vector y, N_Vector, SUNMatrix matrix, void* data, N_Vector, N_Vector, N_Vector) {
    VoxelProblem& problem = *static_cast<VoxelProblem*>(data);
    const Lanes* const entry = problem.entries(N_VGetArrayPointer(y));
    const auto& nonzeros = problem.pattern().nonzeros;
    sunindextype row = 0;
    SM_INDEXPTRS_S(matrix)[0] = 0;
    for (std::size_t e = 0; e < nonzeros.size(); ++e) {
        while (row < nonzeros[e].first) SM_INDEXPTRS_S(matrix)[++row] = static_cast<sunindextype>(e);
        SM_INDEXVALS_S(matrix)[e] = nonzeros[e].second;
        SM_DATA_S(matrix)[e] = entry[e][0];
    }
    while (row < problem.size()) SM_INDEXPTRS_S(matrix)[++row] = static_cast<sunindextype>(nonzeros.size());
    return 0;
}

void must(bool good) {
    if (!good) throw std::runtime_error{"CVODE refused"};
}

}  // namespace

struct CvodePeer::Memory {
    Memory(VoxelProblem& problem, Solver solver, double tolerance, const Values& absolute) {
        const auto n = static_cast<sunindextype>(problem.size());
        must(SUNContext_Create(nullptr, &context) == 0);
        y = N_VNew_Serial(n, context);
        allowed = N_VNew_Serial(n, context);
        std::copy(absolute.begin(), absolute.end(), N_VGetArrayPointer(allowed));
        N_VConst(0.0, y);
        cvode = CVodeCreate(CV_BDF, context);
        must(CVodeInit(cvode, rates, 0.0, y) == CV_SUCCESS);
        must(CVodeSVtolerances(cvode, tolerance, allowed) == CV_SUCCESS);
        must(CVodeSetUserData(cvode, &problem) == CV_SUCCESS);
        must(CVodeSetMaxNumSteps(cvode, 10'000'000) == CV_SUCCESS);
        if (solver == Solver::dense) {
            matrix = SUNDenseMatrix(n, n, context);
            linear = SUNLinSol_Dense(y, matrix, context);
        } else {
            matrix =
                SUNSparseMatrix(n, n, static_cast<sunindextype>(problem.pattern().nonzeros.size()), CSR_MAT, context);
            linear = SUNLinSol_KLU(y, matrix, context);
        }
        must(CVodeSetLinearSolver(cvode, linear, matrix) == CV_SUCCESS);
        must(CVodeSetJacFn(cvode, solver == Solver::dense ? dense_jacobian : sparse_jacobian) == CV_SUCCESS);
    }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    ~Memory() {
        CVodeFree(&cvode);
        SUNLinSolFree(linear);
        SUNMatDestroy(matrix);
        N_VDestroy(allowed);
        N_VDestroy(y);
        SUNContext_Free(&context);
    }
    SUNContext context = nullptr;
    N_Vector y = nullptr, allowed = nullptr;
    SUNMatrix matrix = nullptr;
    SUNLinearSolver linear = nullptr;
    void* cvode = nullptr;
};

CvodePeer::CvodePeer(const KineticsCase& of, std::size_t voxel, Solver solver, double tolerance)
    : case_{of},
      voxel_{voxel},
      problem_{of, voxel},
      memory_{std::make_unique<Memory>(problem_, solver, tolerance, of.absolute(tolerance))} {}
CvodePeer::~CvodePeer() = default;

long CvodePeer::rates_asked() const {
    return problem_.rates_asked;
}

Values CvodePeer::values() const {
    const double* const y = N_VGetArrayPointer(memory_->y);
    return {y, y + problem_.size()};
}

void CvodePeer::begin(double time_h) {
    must(CVodeReInit(memory_->cvode, time_h, memory_->y) == CV_SUCCESS);
}

void CvodePeer::advance(double until_h) {
    realtype reached = 0;
    must(CVode(memory_->cvode, until_h, memory_->y, &reached, CV_NORMAL) >= 0);
}

Course CvodePeer::run() {
    const Values& start = case_.starts[voxel_];
    std::copy(start.begin(), start.end(), N_VGetArrayPointer(memory_->y));
    problem_.rates_asked = 0;
    begin(0.0);
    Course course;
    for (double t : case_.times_h) {
        advance(t);
        course.push_back(values());
    }
    must(CVodeGetNumSteps(memory_->cvode, &steps_) == CV_SUCCESS);
    return course;
}

Course CvodePeer::run_restarted() {
    const Values& start = case_.starts[voxel_];
    std::copy(start.begin(), start.end(), N_VGetArrayPointer(memory_->y));
    problem_.rates_asked = steps_ = 0;
    Course course;
    for (int interval = 1; course.size() < case_.times_h.size(); ++interval) {
        const double until = restart_h * interval;
        begin(until - restart_h);
        // No step beyond the stop: what comes after it is not known yet.
        must(CVodeSetStopTime(memory_->cvode, until) == CV_SUCCESS);
        advance(until);
        if (until >= case_.times_h[course.size()]) course.push_back(values());
        long steps = 0;
        must(CVodeGetNumSteps(memory_->cvode, &steps) == CV_SUCCESS);
        steps_ += steps;
    }
    return course;
}

}  // namespace cicatrix::bench
