# SPDX-License-Identifier: EUPL-1.2
# How everything of ours is compiled: warnings are errors, sanitizers by preset, ccache and mold when present.
set(WF_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them")
option(WF_FUZZ "Build the libFuzzer targets (clang only)" OFF)

find_program(WF_CCACHE ccache)
if(WF_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${WF_CCACHE})
endif()
find_program(WF_MOLD mold)
if(WF_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-g)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options(-g1)
endif()
if(WF_SANITIZE)
  add_compile_options(-fsanitize=${WF_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1)
  add_link_options(-fsanitize=${WF_SANITIZE})
endif()
if(WF_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(wf_options INTERFACE)
target_compile_options(wf_options INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
  -Wformat=2 -Wimplicit-fallthrough -Wundef)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports false positives of these two inside the standard library at -O2 and with sanitizers.
  target_compile_options(wf_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()

find_package(Threads REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
