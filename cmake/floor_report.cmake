# SPDX-License-Identifier: Apache-2.0
# Puts the report's page and uPlot (npm, pinned by package-lock.json) into the program as text.
set(page ${PROJECT_SOURCE_DIR}/src/report/page)
set(npm_files package.json package-lock.json .npmrc)

# The checkout's own node_modules if someone ran `npm ci` there, else a copy of our own in the build folder.
set(uplot ${PROJECT_SOURCE_DIR}/node_modules/uplot)
if(NOT EXISTS ${uplot}/dist/uPlot.iife.min.js)
  set(uplot ${PROJECT_BINARY_DIR}/npm/node_modules/uplot)
endif()
if(NOT EXISTS ${uplot}/dist/uPlot.iife.min.js)
  find_program(NPM npm)
  if(NPM)
    foreach(name ${npm_files})
      file(COPY ${PROJECT_SOURCE_DIR}/${name} DESTINATION ${PROJECT_BINARY_DIR}/npm)
    endforeach()
    execute_process(COMMAND ${NPM} ci --omit=dev --ignore-scripts WORKING_DIRECTORY ${PROJECT_BINARY_DIR}/npm
                    RESULT_VARIABLE npm_result OUTPUT_QUIET ERROR_VARIABLE npm_error)
    if(NOT npm_result EQUAL 0)
      message(STATUS "npm ci: ${npm_error}")
    endif()
  endif()
endif()
if(NOT EXISTS ${uplot}/dist/uPlot.iife.min.js)
  message(WARNING "uPlot was not found: reports will show tables in place of curves. "
                  "Install npm (apt-get install npm) and configure again.")
  set(uplot "")
endif()

set(script_parts util text curves curve_data sections section_view tables main)
list(TRANSFORM script_parts PREPEND ${page}/)
list(TRANSFORM script_parts APPEND .js)
set(embed ${PROJECT_SOURCE_DIR}/cmake/floor_report_embed.cmake)
set(embedded ${PROJECT_BINARY_DIR}/report_page.cpp)
set(uplot_parts "")
if(uplot)
  set(uplot_parts ${uplot}/dist/uPlot.iife.min.js ${uplot}/dist/uPlot.min.css ${uplot}/LICENSE)
endif()
add_custom_command(
  OUTPUT ${embedded}
  COMMAND ${CMAKE_COMMAND} "-Dpage=${page}" "-Dscripts=${script_parts}" "-Duplot=${uplot}" "-Doutput=${embedded}" -P ${embed}
  DEPENDS ${embed} ${page}/page.html ${page}/page.css ${script_parts} ${uplot_parts}
  COMMENT "Putting the report's page into the program" VERBATIM)
target_sources(cicatrix_report PRIVATE ${embedded})
