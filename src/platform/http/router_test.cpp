// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/router.hpp"

#include <doctest/doctest.h>

using namespace wf::http;

namespace {

Handler says(int status)
{
    return [status](Request const&) { return Response{status, "", {}, "", Cache::never}; };
}

int status_of(Router const& router, Method method, std::string_view path)
{
    auto const match = router.match(method, path);
    return match.handler == nullptr ? 0 : (*match.handler)(Request{}).status;
}

Router make_router()
{
    Router router;
    router.add({Method::get, "/", says(1)});
    router.add({Method::get, "/{lang}", says(2)});
    router.add({Method::get, "/{lang}/buurt/{code}", says(3)});
    router.add({Method::post, "/{taal}/buurt/{code}", says(4)});
    router.add({Method::get, "/{lang}/buurt/alle", says(5)});
    router.add({Method::get, "/nl/help", says(6)});
    router.add({Method::post, "/nl/new", says(7)});
    return router;
}

} // namespace

TEST_CASE("router: literals win over names, and parts are handed on")
{
    auto const router = make_router();
    CHECK(status_of(router, Method::get, "/") == 1);
    CHECK(status_of(router, Method::get, "/nl") == 2);
    CHECK(status_of(router, Method::get, "/nl/buurt/BU1") == 3);
    CHECK(status_of(router, Method::get, "/nl/buurt/alle") == 5);
    CHECK(status_of(router, Method::get, "/nl/help") == 6);
    CHECK(status_of(router, Method::head, "/nl/help") == 6);
    CHECK(router.match(Method::get, "/en/buurt/BU1").parts == Pairs{{"lang", "en"}, {"code", "BU1"}});
    CHECK(router.match(Method::post, "/en/buurt/BU1").parts == Pairs{{"taal", "en"}, {"code", "BU1"}});
    // The literal "nl" leads nowhere here, so {lang} is tried, and no half match stays behind.
    CHECK(router.match(Method::get, "/nl/buurt/alle").parts == Pairs{{"lang", "nl"}});
    CHECK(router.routes().size() == 7);
    CHECK(router.routes()[2].pattern == "/{lang}/buurt/{code}");
}

TEST_CASE("router: not found, and found for other methods")
{
    auto const router = make_router();
    for (auto const* path :
         {"", "nl", "/nl/", "/nl/help/", "//", "/nl//BU1", "/nl/buurt", "/nl/buurt/BU1/", "/nl/buurt/BU1/x"}) {
        CAPTURE(path);
        auto const match = router.match(Method::get, path);
        CHECK(match.handler == nullptr);
        CHECK(match.allowed.empty());
    }
    auto const match = router.match(Method::delete_, "/nl/buurt/BU1");
    CHECK(match.handler == nullptr);
    CHECK(match.allowed == std::vector{Method::get, Method::head, Method::post});
    CHECK(router.match(Method::get, "/nl/new").allowed == std::vector{Method::post});
}

TEST_CASE("router: a bad or double pattern is a bug")
{
    auto router = make_router();
    for (auto const* pattern :
         {"", "nl", "/nl/", "//", "/{}", "/{a", "/a}", "/x{a}", "/{a}/{a}", "/", "/{x}/buurt/{y}"}) {
        CAPTURE(pattern);
        CHECK_THROWS_AS(router.add({Method::get, pattern, says(1)}), wf::Bug);
    }
    CHECK_THROWS_AS(router.add({Method::get, "/new", nullptr}), wf::Bug);
}
