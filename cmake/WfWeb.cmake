# SPDX-License-Identifier: EUPL-1.2
# wf_web_assets(TARGET): style, script and fonts of web/ are bundled when the program is built and embedded in TARGET:
#   namespace wf::embedded::assets { std::string_view find(std::string_view name); std::span<std::string_view const> names(); }
# The names carry their hash; "manifest.json" says which is which.
#
# The names are not known before the bundle is made, so the build step is this same file in script mode (cmake -P).
if(CMAKE_SCRIPT_MODE_FILE)
  execute_process(COMMAND ${NODE} ${WEB}/build.mjs ${FOLDER} COMMAND_ERROR_IS_FATAL ANY)
  file(GLOB files ${FOLDER}/*)
  execute_process(COMMAND ${PYTHON} ${EMBED} assets ${OUT} ${files} COMMAND_ERROR_IS_FATAL ANY)
  return()
endif()

set(WF_WEB_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(wf_web_assets target)
  set(web ${PROJECT_SOURCE_DIR}/web)
  find_program(WF_NODE NAMES node nodejs)
  if(NOT WF_NODE OR NOT EXISTS ${web}/node_modules/esbuild)
    message(FATAL_ERROR "The tools that bundle style and script are not there yet. Run ./wf build: it fetches them "
      "(npm ci in the folder web; Node 18 or newer) and then builds. Or do that by hand and configure again.")
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${web}/style/*.css ${web}/src/*.ts ${web}/icons/*.svg)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/assets.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DNODE=${WF_NODE} -DPYTHON=${Python3_EXECUTABLE} -DWEB=${web}
      -DEMBED=${PROJECT_SOURCE_DIR}/tools/embed.py -DFOLDER=${CMAKE_CURRENT_BINARY_DIR}/assets -DOUT=${out}
      -P ${WF_WEB_SCRIPT}
    DEPENDS ${sources} ${web}/build.mjs ${web}/package-lock.json ${PROJECT_SOURCE_DIR}/tools/embed.py ${WF_WEB_SCRIPT}
    COMMENT "Bundling style, script and fonts" VERBATIM)
  target_sources(${target} PRIVATE ${out})
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    set_source_files_properties(${out} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  endif()
endfunction()
