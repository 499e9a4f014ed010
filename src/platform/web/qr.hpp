// SPDX-License-Identifier: EUPL-1.2
// A square that a phone can read, drawn here: what it says is a secret, and goes to nobody else.
#pragma once

#include "platform/html/html.hpp"

#include <string_view>

namespace wf::web {

/// Black on white whatever the colours of the page, with the margin that readers need. `label` is for who cannot see it.
void qr_code(html::Html& page, std::string_view text, std::string_view label);

} // namespace wf::web
