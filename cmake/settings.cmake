# SPDX-License-Identifier: Apache-2.0
# Language, warnings and the flags that keep results the same on every compiler.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O3")  # NDEBUG stays off: contracts are cheap outside kernels

add_library(cicatrix_settings INTERFACE)
target_include_directories(cicatrix_settings INTERFACE ${CMAKE_CURRENT_SOURCE_DIR}/include)
target_compile_options(cicatrix_settings INTERFACE
  -ffp-contract=off   # fused multiply-add would change bits between machines
  -Wall -Wextra -Wpedantic -Wshadow -Wno-psabi)
if(CICATRIX_WARNINGS_AS_ERRORS)
  target_compile_options(cicatrix_settings INTERFACE -Werror)
endif()
if(CICATRIX_NATIVE AND NOT EMSCRIPTEN)
  target_compile_options(cicatrix_settings INTERFACE -march=native)
endif()
if(CICATRIX_SANITIZERS)
  target_compile_options(cicatrix_settings INTERFACE -fsanitize=${CICATRIX_SANITIZERS} -fno-sanitize-recover=all)
  target_link_options(cicatrix_settings INTERFACE -fsanitize=${CICATRIX_SANITIZERS})
endif()
if(EMSCRIPTEN)
  target_compile_options(cicatrix_settings INTERFACE -fwasm-exceptions -msimd128)
  target_link_options(cicatrix_settings INTERFACE -fwasm-exceptions -sALLOW_MEMORY_GROWTH=1 -sSINGLE_FILE=1)
endif()
