// SPDX-License-Identifier: EUPL-1.2
#include "feature/@name@/feature.hpp"
#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

using namespace wf;

namespace {

http::Response ask(words::Language language, http::Format format)
{
    auto const feature = @name@::make_feature();
    web::TestSite site;
    site.add_words(language == words::Language::nl ? feature.words_nl : feature.words_en);
    site.request.format = format;
    REQUIRE(feature.routes.size() == 1);
    return feature.routes.front().handler(site.visit(language)).value();
}

bool contains(http::Response const& response, std::string_view part)
{
    return response.body.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("@name@: the page in both languages")
{
    auto const nl = ask(words::Language::nl, http::Format::html);
    CHECK(nl.status == 200);
    CHECK(contains(nl, "<h1>@Title@</h1>"));
    CHECK(contains(nl, "in het Nederlands"));
    auto const en = ask(words::Language::en, http::Format::html);
    CHECK(contains(en, "in English"));
    for (auto const& page : {nl, en})
        CHECK(!contains(page, "@name@.lead")); // the key shows only when the word is missing
}

TEST_CASE("@name@: the same answer as JSON and CSV, and every field has help")
{
    CHECK(contains(ask(words::Language::nl, http::Format::json), "\"language\":\"nl\""));
    CHECK(ask(words::Language::en, http::Format::csv).body == "language,title\nen,@Title@\n");
    CHECK(ask(words::Language::nl, http::Format::json).content_type == "application/json; charset=utf-8");
    for (auto const& view : @name@::make_feature().views) {
        CHECK(view.rows.size() == 2);
        for (auto const& field : view.rows) {
            CHECK(!field.nl.empty());
            CHECK(!field.en.empty());
        }
    }
}
