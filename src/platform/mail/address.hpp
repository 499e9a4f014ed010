// SPDX-License-Identifier: EUPL-1.2
// Is this an address that mail can be sent to? RFC 5321 without its rarities: no quoted names, no comments, no [numbers], ASCII only.
// Says nothing about whether somebody reads it. An error never repeats the address: it is personal.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace wf::mail {

/// The address without blanks around it, its domain in small letters, at most 254 bytes. Error: mail.bad_address.
Result<std::string> read_address(std::string_view text);

} // namespace wf::mail
