# SPDX-License-Identifier: Apache-2.0
if(NOT EMSCRIPTEN)
  target_include_directories(cicatrix_base SYSTEM PRIVATE ${RANDOM123_INCLUDE})
endif()
