// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/same_origin.hpp"

#include "base/text.hpp"

namespace wf::web {

Result<void> check_same_origin(http::Request const& request)
{
    Error const refusal{Trouble::forbidden, "web.other_site", "Origin", "send this form from our own page"};
    if (auto const site = request.header("sec-fetch-site")) {
        // "none": typed or reloaded by the visitor.
        if (*site == "same-origin" || *site == "none") return {};
        return refusal;
    }
    auto const origin = request.header("origin");
    if (!origin) return {};
    auto const scheme = origin->find("://");
    if (scheme == std::string_view::npos) return refusal; // "null": a sandbox or a file
    auto const host = request.header("host");
    if (!host || host->empty() || fold_case(origin->substr(scheme + 3)) != fold_case(*host)) return refusal;
    return {};
}

} // namespace wf::web
