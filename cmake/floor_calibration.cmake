# SPDX-License-Identifier: Apache-2.0
# Small matrices: without vectors Eigen adds in one order, so that a fit gives the same bits on every machine.
target_compile_definitions(cicatrix_calibration PRIVATE EIGEN_DONT_VECTORIZE)
