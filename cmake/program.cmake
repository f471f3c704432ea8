# SPDX-License-Identifier: Apache-2.0
# The command-line program.
file(GLOB cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.cpp)
if(cli_sources)
  add_executable(cicatrix ${cli_sources})
  target_link_libraries(cicatrix PRIVATE cicatrix_study cicatrix_io cicatrix_report CLI11::CLI11 fmt::fmt
    nlohmann_json::nlohmann_json hdf5::hdf5 TBB::tbb ${NLOPT})  # the last three only to tell their versions
  target_compile_options(cicatrix PRIVATE $<$<CONFIG:Release>:-O1>)
  install(TARGETS cicatrix RUNTIME)
endif()
