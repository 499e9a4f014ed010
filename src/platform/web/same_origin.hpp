// SPDX-License-Identifier: EUPL-1.2
// Did a page of this site send this? A form on another site may not change something here behind a visitor's back.
#pragma once

#include "base/result.hpp"
#include "platform/http/message.hpp"

namespace wf::web {

/// For requests that change something. What the browser says of itself decides: Sec-Fetch-Site, else whether Origin names our Host.
/// Neither is there: it is no browser, so there is no visitor to be used. Error: web.other_site.
Result<void> check_same_origin(http::Request const& request);

} // namespace wf::web
