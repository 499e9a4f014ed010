// SPDX-License-Identifier: EUPL-1.2
// Logging in through one's own organisation: the provider of this installation, the button to go there, and the two addresses of it.
// Who the provider names is somebody here only when that was linked before, or with an invitation: a mail address alone proves nothing.
#pragma once

#include "commons/people/house.hpp"
#include "feature/account/outside_cookie.hpp"
#include "platform/web/feature.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace wf::account {

struct Outside {
    std::shared_ptr<oidc::Provider> provider;
    Spent spent;
};

/// As the setting oidc.name says; else "uw organisatie".
[[nodiscard]] std::string name_of_outside(web::Visit const& visit);
/// "Inloggen met ..."; `matter` as in Kept. Nothing without a provider.
void write_outside_button(html::Html& page, web::Visit const& visit, Outside const* outside, Errand errand,
                          std::string_view matter = {});

/// POST: keeps what it is for in a cookie and sends the browser on.
Result<http::Response> outside_ask(web::Visit const& visit, people::House& house, Outside* outside);
/// GET: who comes back.
Result<http::Response> outside_return(web::Visit const& visit, people::House& house, Outside* outside);

/// Why it did not go well, with a way on; 429 with how long to wait when that is what the error says.
[[nodiscard]] http::Response write_outside_failure(web::Visit const& visit, Error const& error, Kept const& kept);
/// What somebody went there for, done with who they turned out to be.
Result<http::Response> end_errand(web::Visit const& visit, people::House& house, Kept const& kept,
                                  oidc::Person const& person);

} // namespace wf::account
