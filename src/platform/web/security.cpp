// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/shell.hpp"

namespace wf::web {

void add_security_headers(http::Response& response, Draws draws)
{
    // No inline script or style anywhere, nothing from another site, and no site may frame us.
    std::string policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; ";
    policy += draws == Draws::map ? "img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; "
                                  : "img-src 'self' data:; ";
    if (draws == Draws::itself) policy += "connect-src 'self'; ";
    policy += "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    response.headers.emplace_back("Content-Security-Policy", std::move(policy));
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "same-origin");
    response.headers.emplace_back("X-Frame-Options", "DENY");
    response.headers.emplace_back("Permissions-Policy",
                                  "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

} // namespace wf::web
