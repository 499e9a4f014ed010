// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/same_origin.hpp"

#include <doctest/doctest.h>

using namespace wf;

namespace {

http::Request post(http::Pairs headers)
{
    http::Request request;
    request.method = http::Method::post;
    request.headers = std::move(headers);
    return request;
}

bool passes(http::Pairs headers)
{
    auto const checked = web::check_same_origin(post(std::move(headers)));
    if (!checked) CHECK(checked.error().code == "web.other_site");
    return checked.has_value();
}

} // namespace

TEST_CASE("what the browser says about the site decides")
{
    CHECK(passes({{"sec-fetch-site", "same-origin"}}));
    CHECK(passes({{"sec-fetch-site", "none"}}));
    CHECK_FALSE(passes({{"sec-fetch-site", "cross-site"}}));
    CHECK_FALSE(passes({{"sec-fetch-site", "same-site"}})); // a neighbour on the same domain is another site
    CHECK_FALSE(passes({{"sec-fetch-site", ""}}));
    // A proxy may have changed Host: the browser knows better.
    CHECK(passes({{"sec-fetch-site", "same-origin"}, {"origin", "https://weefsel.example"}, {"host", "10.0.0.1"}}));
    CHECK_FALSE(passes({{"sec-fetch-site", "cross-site"}, {"origin", "https://a.example"}, {"host", "a.example"}}));
}

TEST_CASE("without it Origin must name our Host")
{
    CHECK(passes({{"origin", "http://localhost:8080"}, {"host", "localhost:8080"}}));
    CHECK(passes({{"origin", "https://Weefsel.example"}, {"host", "weefsel.example"}}));
    CHECK_FALSE(passes({{"origin", "http://localhost:8081"}, {"host", "localhost:8080"}}));
    CHECK_FALSE(passes({{"origin", "https://weefsel.example.evil.example"}, {"host", "weefsel.example"}}));
    CHECK_FALSE(passes({{"origin", "null"}, {"host", "weefsel.example"}}));
    CHECK_FALSE(passes({{"origin", "https://"}, {"host", ""}}));
    CHECK_FALSE(passes({{"origin", "https://weefsel.example"}}));
}

TEST_CASE("a program that is no browser passes")
{
    CHECK(passes({{"host", "weefsel.example"}}));
}
