// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/shell.hpp"

#include "platform/web/components.hpp"
#include "platform/web/problem.hpp"
#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::web;
using html::Html;
namespace tag = wf::html::tag;

namespace {

std::size_t count(std::string_view text, std::string_view piece)
{
    std::size_t n = 0;
    for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + piece.size())) ++n;
    return n;
}

bool has(http::Response const& response, std::string_view piece)
{
    return response.body.find(piece) != std::string::npos;
}

std::string header(http::Response const& response, std::string_view name)
{
    std::string found;
    for (auto const& [each, value] : response.headers) {
        if (each == name) found += value;
    }
    return found;
}

http::Response make_page(Visit const& visit, Frame const& frame)
{
    return page(visit, frame, [](Html& out) { out(tag::h1, "Kop"); });
}

} // namespace

TEST_CASE("a page has one of each landmark, a language and a title")
{
    TestSite site;
    site.request.path = "/nl/buurten";
    auto const answer = make_page(site.visit(), {.title = "Buurten", .section = "areas"});
    CHECK(answer.body.starts_with("<!doctype html><html lang=\"nl\"><head>"));
    CHECK(answer.content_type == "text/html; charset=utf-8");
    CHECK(has(answer, "<title>Buurten · Weefsel</title>"));
    for (std::string_view const once : {"<h1>", "<main ", "<header ", "<footer ", "class=\"skip\"", "id=\"inhoud\"",
                                        "id=\"menu\"", "class=\"mainnav\"", "<meta charset=\"utf-8\">"}) {
        CAPTURE(once);
        CHECK(count(answer.body, once) == 1);
    }
    CHECK(has(answer, "<span>Kampen</span>"));
    CHECK(has(answer, "href=\"" + site.context.assets->path("weefsel.css") + "\""));
    // In the menu at the head and in the one at the foot.
    CHECK(count(answer.body, "href=\"/nl/buurten\" aria-current=\"page\"") == 2);
    CHECK(count(answer.body, "aria-current") == 2);
    CHECK(answer.cache == http::Cache::until_change);
}

TEST_CASE("below its section a menu item is current without being the page")
{
    TestSite site;
    site.request.path = "/nl/buurt/BU01660001";
    auto const answer = make_page(site.visit(), {.title = "Brunnepe",
                                                 .section = "areas",
                                                 .crumbs = {{"Buurten", "/nl/buurten"}, {"Brunnepe", ""}},
                                                 .formats = {{"JSON", "/nl/buurt/BU01660001.json"}}});
    CHECK(count(answer.body, "href=\"/nl/buurten\" aria-current=\"true\"") == 2);
    CHECK(has(answer, "<li aria-current=\"page\">Brunnepe</li>"));
    CHECK(has(answer, "<a href=\"/nl/buurt/BU01660001.json\">JSON</a>"));
}

TEST_CASE("what comes from outside is escaped wherever it stands")
{
    TestSite site{"<i>Plaats"};
    site.request.path = "/nl/\"><script>alert(1)</script>";
    site.request.query = {{"q", "\"><b>&x=1"}};
    std::string const nasty = "</title><script>alert(1)</script>";
    auto const answer = make_page(site.visit(), {.title = nasty,
                                                 .section = "",
                                                 .crumbs = {{nasty, ""}},
                                                 .formats = {{nasty, "javascript:alert(1)"}}});
    CHECK_FALSE(has(answer, "<script>"));
    CHECK_FALSE(has(answer, "<b>"));
    CHECK_FALSE(has(answer, "<i>Plaats"));
    CHECK_FALSE(has(answer, "javascript:"));
    CHECK(has(answer, "&lt;/title&gt;"));
    CHECK(has(answer, "?q=%22%3E%3Cb%3E%26x%3D1&amp;letters=groot"));
    CHECK(has(answer, "href=\"/en/%22%3E%3Cscript%3Ealert%281%29%3C/script%3E?q="));
}

TEST_CASE("there is nothing inline, so the policy can forbid it")
{
    TestSite site;
    auto const answer = make_page(site.visit(), {.title = "x", .section = "home"});
    CHECK_FALSE(has(answer, " style="));
    CHECK_FALSE(has(answer, "<style"));
    CHECK(count(answer.body, "<script") == 1);
    CHECK(has(answer, "\" defer></script>"));
    CHECK(header(answer, "Content-Security-Policy") ==
          "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
    CHECK(header(answer, "Referrer-Policy") == "same-origin");
    CHECK(header(answer, "X-Frame-Options") == "DENY");
    CHECK(header(answer, "Cross-Origin-Opener-Policy") == "same-origin");
    CHECK_FALSE(header(answer, "Permissions-Policy").empty());
    CHECK(header(answer, "Content-Language") == "nl");
}

TEST_CASE("the other language and the other size of letters are links to the same page")
{
    TestSite site;
    site.request.path = "/en/buurten";
    site.request.query = {{"sort", "-inhabitants"}, {"letters", "groot"}};
    auto const answer =
        make_page(site.visit(words::Language::en, Letters::large), {.title = "Areas", .section = "areas"});
    CHECK(has(answer, "<html lang=\"en\" class=\"letters-large\">"));
    CHECK(has(answer, "<a href=\"?sort=-inhabitants&amp;letters=gewoon\">Normal letters</a>"));
    CHECK(
        has(answer,
            "<a href=\"/nl/buurten?sort=-inhabitants&amp;letters=groot\" lang=\"nl\" hreflang=\"nl\">Nederlands</a>"));
    CHECK(has(answer, "<link rel=\"canonical\" href=\"/en/buurten\">"));
    CHECK(has(answer, "<link rel=\"alternate\" hreflang=\"nl\" href=\"/nl/buurten\">"));
    site.request.path = "/en";
    CHECK(site.visit(words::Language::en).link("/") == "/en");
    CHECK(site.visit(words::Language::nl).link("/over") == "/nl/over");
    CHECK(has(make_page(site.visit(words::Language::en), {.title = "x", .section = ""}),
              "<link rel=\"alternate\" hreflang=\"nl\" href=\"/nl\">"));
}

TEST_CASE("an error is a page with its own words, else those of its kind")
{
    TestSite site;
    site.add_words("msgid \"error.areas.unknown\"\nmsgstr \"{field} kennen we niet\"\n");
    auto const own = error_page(site.visit(), {Trouble::not_found, "areas.unknown", "BU<9", "no such area"});
    CHECK(own.status == 404);
    CHECK(own.cache == http::Cache::never);
    CHECK(count(own.body, "<h1>") == 1);
    CHECK(has(own, "<h1>BU&lt;9 kennen we niet</h1>"));
    CHECK(has(own, "Ga naar het begin en zoek van daaruit verder."));
    CHECK(has(own, "<meta name=\"robots\" content=\"noindex\">"));
    CHECK(has(own, "<dd lang=\"en\">no such area</dd>"));
    CHECK_FALSE(header(own, "Content-Security-Policy").empty());

    auto const refused = error_page(site.visit(), {Trouble::refused, "x.y", "", ""});
    CHECK(refused.status == 422);
    CHECK(has(refused, "<h1>Hier geven we geen getal</h1>"));
    CHECK(has(refused, "msg--refuse"));

    auto const english = status_page(site.visit(words::Language::en), 503, "http.too_busy");
    CHECK(english.status == 503);
    CHECK(has(english, "<h1>It is very busy right now</h1>"));
    CHECK(has(english, "msg--error"));
    CHECK(has(status_page(site.visit(), 500, "unheard.of"), "<h1>Er gaat bij ons iets mis</h1>"));
}

TEST_CASE("who asked for data gets a problem as data")
{
    TestSite site;
    site.request.format = http::Format::csv;
    auto const answer = error_page(site.visit(words::Language::en),
                                   {Trouble::too_large, "csv.too_large", "line \"3\"", "more than 5 bytes"});
    CHECK(answer.status == 413);
    CHECK(answer.content_type == "application/problem+json");
    CHECK(answer.body ==
          R"({"type":"about:blank","title":"This is too large","status":413,"detail":"more than 5 bytes",)"
          R"("code":"csv.too_large","field":"line \"3\""})");
    CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
    site.request.format = http::Format::json;
    auto const status = status_page(site.visit(), 400, "http.bad_path");
    CHECK(has(status, R"("title":"Dit adres kunnen we niet lezen")"));
    CHECK(has(status, R"("detail":"Kijk of het adres goed is overgenomen.")"));
}

TEST_CASE("both languages have the same keys, and every kind of trouble has words")
{
    words::Words nl{words::Language::nl};
    words::Words en{words::Language::en};
    REQUIRE(nl.add(own_words(words::Language::nl)));
    REQUIRE(en.add(own_words(words::Language::en)));
    CHECK(nl.keys() == en.keys());
    for (auto const kind : {Trouble::bad_input, Trouble::not_found, Trouble::forbidden, Trouble::conflict,
                            Trouble::refused, Trouble::too_large, Trouble::unsupported}) {
        auto const words = explain(nl, {kind, "no.words", "", ""});
        CHECK_FALSE(words.title.starts_with("error."));
        CHECK_FALSE(words.remedy.starts_with("error."));
    }
    for (int const status : {400, 403, 404, 405, 408, 409, 413, 414, 415, 422, 431, 500, 501, 503}) {
        CHECK_FALSE(explain_status(en, status, "no.words").title.starts_with("error."));
    }
}
