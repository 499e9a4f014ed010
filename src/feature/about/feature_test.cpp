// SPDX-License-Identifier: EUPL-1.2
#include "feature/about/feature.hpp"

#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

using namespace wf;

TEST_CASE("each page is words under one heading, in both languages, and nothing else")
{
    auto const feature = about::make_feature();
    web::TestSite site;
    CHECK(feature.routes.size() == 3);
    words::Words nl{words::Language::nl};
    words::Words en{words::Language::en};
    REQUIRE(nl.add(web::own_words(words::Language::nl)));
    REQUIRE(nl.add(feature.words_nl));
    REQUIRE(en.add(web::own_words(words::Language::en)));
    REQUIRE(en.add(feature.words_en));
    site.context.nl = &nl;
    site.context.en = &en;
    for (auto const& route : feature.routes) {
        for (auto const* t : {&nl, &en}) {
            site.request.path = route.pattern;
            web::Visit const visit{site.request, *t, site.context, web::Letters::normal};
            auto const page = route.handler(visit);
            REQUIRE(page);
            CHECK(page->status == 200);
            auto const first = page->body.find("<h1>");
            REQUIRE(first != std::string::npos);
            CHECK(page->body.find("<h1>", first + 1) == std::string::npos);
            CHECK(page->body.find("about.") == std::string::npos); // a key that has no words would show
        }
    }
}

TEST_CASE("there is no CSV of a page of words")
{
    auto const feature = about::make_feature();
    web::TestSite site;
    site.request.format = http::Format::csv;
    auto const page = feature.routes.front().handler(site.visit());
    REQUIRE(!page);
    CHECK(page.error().code == "about.words_only");
}
