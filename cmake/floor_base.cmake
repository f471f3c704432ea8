# SPDX-License-Identifier: Apache-2.0
if(NOT EMSCRIPTEN)
  target_include_directories(cicatrix_base SYSTEM PRIVATE ${RANDOM123_INCLUDE})
endif()

# Provenance for result files. A new commit reconfigures, so that the revision is never stale.
set(revision "unknown")
find_package(Git QUIET)
if(GIT_FOUND AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
  execute_process(COMMAND ${GIT_EXECUTABLE} -C ${PROJECT_SOURCE_DIR} rev-parse --short=12 HEAD
                  OUTPUT_VARIABLE found RESULT_VARIABLE failed OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT failed AND found)
    set(revision ${found})
  endif()
  if(EXISTS ${PROJECT_SOURCE_DIR}/.git/logs/HEAD)
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
                 ${PROJECT_SOURCE_DIR}/.git/logs/HEAD)
  endif()
endif()
string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
set(flags "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}} -ffp-contract=off")
if(CICATRIX_NATIVE AND NOT EMSCRIPTEN)
  string(APPEND flags " -march=native")
endif()
string(STRIP "${flags}" flags)
string(REGEX REPLACE "[ \t]+" " " flags "${flags}")
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/base/version.cpp PROPERTIES COMPILE_DEFINITIONS
  "CICATRIX_GIT_REVISION=\"${revision}\";CICATRIX_COMPILER=\"${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}\";CICATRIX_BUILD_FLAGS=\"${flags}\"")

# The one file of this floor in which time is spent.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/base/programme_run.cpp PROPERTIES COMPILE_OPTIONS
  "$<$<CONFIG:Release>:-O3>")
