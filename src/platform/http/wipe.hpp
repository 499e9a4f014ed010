// SPDX-License-Identifier: EUPL-1.2
// What somebody sent may hold a password: it is overwritten once it was answered, in a way that a compiler does not leave out.
#pragma once

#include <string>

#include <string.h> // NOLINT(modernize-deprecated-headers): explicit_bzero is of the system, not of C++

namespace wf::http {

inline void wipe(char* begin, std::size_t size)
{
    if (size > 0) ::explicit_bzero(begin, size);
}

inline void wipe(std::string& text)
{
    wipe(text.data(), text.size());
    text.clear();
}

} // namespace wf::http
