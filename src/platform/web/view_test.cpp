// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/view.hpp"

#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

namespace {

struct TestSummary {
    std::string name;
    int year{0};
};

template <class V>
void fields(V& v, TestSummary const& x)
{
    v("name", x.name, "Naam", "Name");
    v("year", x.year, "Jaar", "Year");
}

struct TestRow {
    std::string code;
    std::optional<double> share;
    std::optional<std::string> note;
    bool known{false};
    wf::web::Geometry outline;
};

template <class V>
void fields(V& v, TestRow const& x)
{
    v("code", x.code, "Code van het gebied", "Code of the area");
    v("share", x.share, "Deel", "Share");
    v("note", x.note, "Opmerking", "Note");
    v("known", x.known, "Bekend", "Known");
    v("outline", x.outline, "Omtrek", "Outline");
}

struct PlainRow {
    std::int64_t count{0};
};

template <class V>
void fields(V& v, PlainRow const& x)
{
    v("count", x.count, "Aantal", "Count");
}

using wf::web::Table;

Table<TestSummary, TestRow> make_table()
{
    return {{"Kampen \"a\"", 2015},
            {{"BU1", 0.25, "a, \"b\"\nc", true, {R"({"type":"Point","coordinates":[5.9,52.5]})"}},
             {"BU2", std::nullopt, std::nullopt, false, {}}}};
}

} // namespace

TEST_CASE("JSON has the summary, the rows, null for what is missing and no shapes")
{
    CHECK(wf::web::to_json(make_table()) == R"({"name":"Kampen \"a\"","year":2015,"rows":[)"
                                            R"({"code":"BU1","share":0.25,"note":"a, \"b\"\nc","known":true},)"
                                            R"({"code":"BU2","share":null,"note":null,"known":false}]})");
}

TEST_CASE("CSV has the rows with their names, quoted where needed, and empty for what is missing")
{
    CHECK(wf::web::to_csv(make_table()) == "code,share,note,known\nBU1,0.25,\"a, \"\"b\"\"\nc\",true\nBU2,,,false\n");
}

TEST_CASE("GeoJSON has features with geometry or null, and the summary beside them")
{
    CHECK(wf::web::to_geojson(make_table()) ==
          R"({"type":"FeatureCollection","name":"Kampen \"a\"","year":2015,"features":[)"
          R"({"type":"Feature","geometry":{"type":"Point","coordinates":[5.9,52.5]},)"
          R"("properties":{"code":"BU1","share":0.25,"note":"a, \"b\"\nc","known":true}},)"
          R"({"type":"Feature","geometry":null,"properties":{"code":"BU2","share":null,"note":null,"known":false}}]})");
}

TEST_CASE("a table without a summary or without rows is whole all the same")
{
    CHECK(wf::web::to_json(Table<wf::web::Nothing, PlainRow>{{}, {{3}}}) == R"({"rows":[{"count":3}]})");
    CHECK(wf::web::to_csv(Table<wf::web::Nothing, PlainRow>{{}, {}}) == "count\n");
}

TEST_CASE("a view describes its fields in both languages, with their types")
{
    auto const help = wf::web::describe<TestSummary, TestRow>("area", "/buurt/{code}");
    CHECK(help.name == "area");
    CHECK(help.pattern == "/buurt/{code}");
    REQUIRE(help.summary.size() == 2);
    CHECK(help.summary[1].type == "integer");
    REQUIRE(help.rows.size() == 5);
    CHECK(help.rows[0].type == "text");
    CHECK(help.rows[0].nl == "Code van het gebied");
    CHECK(help.rows[0].en == "Code of the area");
    CHECK(help.rows[1].type == "number or null");
    CHECK(help.rows[2].type == "text or null");
    CHECK(help.rows[3].type == "boolean");
    CHECK(help.rows[4].type == "geometry (GeoJSON only)");
}

TEST_CASE("one answer in the format that was asked for")
{
    wf::web::TestSite site;
    auto const html = [] {
        wf::http::Response page;
        page.body = "page";
        return wf::Result<wf::http::Response>{std::move(page)};
    };
    auto const ask = [&](wf::http::Format format) {
        site.request.format = format;
        return wf::web::answer(site.visit(), make_table(), html);
    };
    CHECK(ask(wf::http::Format::html)->body == "page");
    CHECK(ask(wf::http::Format::json)->content_type.starts_with("application/json"));
    CHECK(ask(wf::http::Format::csv)->content_type.starts_with("text/csv"));
    auto const shapes = ask(wf::http::Format::geojson);
    CHECK(shapes->content_type == "application/geo+json");
    CHECK(shapes->body == wf::web::to_geojson(make_table()));
    CHECK(shapes->cache == wf::http::Cache::until_change);

    auto const none = wf::web::answer(site.visit(), Table<wf::web::Nothing, PlainRow>{}, html);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == "web.no_geometry");
    CHECK(none.error().kind == wf::Trouble::unsupported);
}
