// SPDX-License-Identifier: EUPL-1.2
// Text that leaves nothing in memory when it goes: what somebody typed as a password. Where a std::string is wanted it is one; what grows
// by small steps leaves its earlier places behind, so it is given whole.
#pragma once

#include "platform/secret/token.hpp"

#include <string>

namespace wf::secret {

class Wiped : public std::string {
public:
    using std::string::string;
    Wiped() = default;
    explicit(false) Wiped(std::string const& text) : std::string{text} {}
    Wiped(Wiped const&) = default;
    Wiped& operator=(Wiped const&) = default;
    ~Wiped() { wipe(*this); }
};

} // namespace wf::secret
