# SPDX-License-Identifier: EUPL-1.2
# The guards of compiler and linker. tests/lint/hardening_test.py reads these two lines and sees that a program made with them has each
# guard; tools/check_binary.py asks our own program. Those of the compiler are for what people run: they cost every other build a cache.
set(WF_HARDEN_COMPILE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE)
set(WF_HARDEN_LINK -pie -Wl,-z,relro,-z,now)

if(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options(${WF_HARDEN_COMPILE})
  add_link_options(${WF_HARDEN_LINK})
elseif(NOT WF_FUZZ)
  # The system's own g++ makes everything fit to be placed anywhere.
  add_link_options(${WF_HARDEN_LINK})
endif()
