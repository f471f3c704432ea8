# SPDX-License-Identifier: Apache-2.0
# One static library per floor, made of all sources in src/<floor>.
set(floor_dependencies_numerics "TBB::tbb")
set(floor_dependencies_io "hdf5::hdf5" "hdf5::hdf5_hl" "${LIBDEFLATE}" "nlohmann_json::nlohmann_json" "fmt::fmt")
set(floor_dependencies_calibration "Eigen3::Eigen" "${NLOPT}")
set(floor_dependencies_report "nlohmann_json::nlohmann_json" "fmt::fmt")

# Floors where no time is spent are built for a quick build, not for speed.
set(floors_off_the_hot_path base protocol scenario io calibration report)

function(cicatrix_floor name)
  set(target cicatrix_${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  if(NOT sources)  # a floor of headers only is still a library
    set(sources ${PROJECT_BINARY_DIR}/generated/${name}_headers_only.cpp)
    file(CONFIGURE OUTPUT ${sources} CONTENT "// Generated: this floor has no sources of its own.\n")
  endif()
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC cicatrix_settings)
  foreach(below ${ARGN})
    target_link_libraries(${target} PUBLIC cicatrix_${below})
  endforeach()
  if(name IN_LIST floors_off_the_hot_path)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  if(NOT EMSCRIPTEN)
    target_link_libraries(${target} PRIVATE ${floor_dependencies_${name}})
  endif()
  if(EXISTS ${PROJECT_SOURCE_DIR}/cmake/floor_${name}.cmake)
    include(${PROJECT_SOURCE_DIR}/cmake/floor_${name}.cmake)  # what only this floor needs
  endif()
endfunction()

# Collects <folder>/*.cpp (below src/, or an absolute path) into a generated catalogue: each file NAME.cpp offers
# `<type> NAME();` in namespace cicatrix::<space>. Being in the folder is all the registration there is.
function(cicatrix_catalogue target folder type space template)
  cmake_path(ABSOLUTE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/src)
  cmake_path(ABSOLUTE_PATH template BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
  file(GLOB files CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*.cpp)
  list(SORT files)
  set(declarations "")
  set(calls "")
  foreach(file ${files})
    cmake_path(GET file STEM name)
    string(APPEND declarations "${type} ${name}();\n")
    string(APPEND calls "        ${space}::${name}(),\n")
  endforeach()
  set(generated ${PROJECT_BINARY_DIR}/generated/${target}_${space}_catalogue.cpp)
  configure_file(${template} ${generated} @ONLY)
  target_sources(${target} PRIVATE ${generated})
endfunction()

# Builds a floor with another file in place of one of its own.
function(cicatrix_replace_source target old new)
  get_target_property(sources ${target} SOURCES)
  list(REMOVE_ITEM sources ${PROJECT_SOURCE_DIR}/${old})
  set_property(TARGET ${target} PROPERTY SOURCES ${sources} ${PROJECT_SOURCE_DIR}/${new})
endfunction()
