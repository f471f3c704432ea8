# SPDX-License-Identifier: Apache-2.0
# uBLAS of Boost 1.74 is not C++20; the last -std on the command line counts.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/numerics/rosenbrock4.cpp PROPERTIES
  COMPILE_OPTIONS "-std=c++17" COMPILE_DEFINITIONS BOOST_UBLAS_NDEBUG)
