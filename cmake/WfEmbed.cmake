# SPDX-License-Identifier: EUPL-1.2
# wf_embed(TARGET NAMESPACE FILE...): the bytes of files become string_views in <module>/NAMESPACE_files.hpp's lookup.
# The module declares:  namespace wf::embedded::NAMESPACE { std::string_view find(std::string_view file_name); }
function(wf_embed target namespace)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/${namespace}.cpp)
  set(inputs ${ARGN})
  list(TRANSFORM inputs PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ REGEX "^[^/]")
  add_custom_command(OUTPUT ${out}
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tools/embed.py ${namespace} ${out} ${inputs}
    DEPENDS ${inputs} ${PROJECT_SOURCE_DIR}/tools/embed.py
    COMMENT "Embedding ${namespace}" VERBATIM)
  target_sources(${target} PRIVATE ${out})
  # A file is one literal, and may be longer than what every compiler must take; clang says so, gcc takes it.
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    set_source_files_properties(${out} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  endif()
endfunction()
