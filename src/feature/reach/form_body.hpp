// SPDX-License-Identifier: EUPL-1.2
// What a form sent in the body of a request, as a browser sends it.
#pragma once

#include "base/result.hpp"
#include "platform/http/message.hpp"

#include <string_view>

namespace wf::reach_pages {

/// Errors: reach.bad_form (not sent as a form, or larger than forms of these pages are).
Result<http::Pairs> read_form_body(http::Request const& request);
/// Empty where it was not sent.
[[nodiscard]] std::string_view given(http::Pairs const& form, std::string_view name);

} // namespace wf::reach_pages
