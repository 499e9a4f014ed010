// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/components.hpp"

#include "base/check.hpp"
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

bool has(Html const& page, std::string_view piece)
{
    return page.view().find(piece) != std::string::npos;
}

std::string spark_of(std::vector<std::optional<double>> const& values, bool joined)
{
    Html page;
    spark(page, values, joined);
    return std::string{page.view()};
}

} // namespace

TEST_CASE("every icon that we name is in the set, a foreign one is a bug, and none is read out")
{
    for (std::string_view const name : {"info", "warn", "stop", "ok", "x", "menu", "search", "people", "down", "up",
                                        "pin", "house", "clock", "walker", "off"}) {
        Html page;
        icon(page, name);
        CHECK(page.view().starts_with("<svg class=\"ic\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><"));
        CHECK(page.view().ends_with("/></svg>"));
    }
    Html page;
    CHECK_THROWS_AS(icon(page, "crown"), Bug);
    Html mark;
    logo(mark);
    CHECK(count(mark.view(), "<rect ") == 9);
    CHECK(count(mark.view(), "var(--wf-weld-bright)") == 1);
}

TEST_CASE("a message has an icon, a heading of the level asked for, and its body")
{
    Html page;
    message(
        page, Message::refuse, "Geen <getal>", [&] { page(tag::p, "Te weinig."); }, Level::h3);
    CHECK(page.view().starts_with("<div class=\"msg msg--refuse\"><svg class=\"ic\""));
    CHECK(page.view().ends_with("<h3>Geen &lt;getal&gt;</h3><p>Te weinig.</p></div>"));
    Html bare;
    message(bare, Message::info, "Kop", {});
    CHECK(bare.view().starts_with("<div class=\"msg\"><svg"));
    CHECK(bare.view().ends_with("<h2>Kop</h2></div>"));
    Html box;
    empty(box, "Nog niets", [&] { box(tag::p, "Begin."); });
    CHECK(box.view() == "<div class=\"empty\"><h2>Nog niets</h2><p>Begin.</p></div>");
    Html label;
    tag_label(label, "made", "verzonnen");
    tag_label(label, "", "gewoon");
    CHECK(label.view() == "<span class=\"tag tag--made\">verzonnen</span><span class=\"tag\">gewoon</span>");
}

TEST_CASE("tabs are links, and facts link where they can")
{
    Html page;
    std::vector<Tab> const list{{"Een", "#een", true}, {"Twee", "?tab=2", false}};
    tabs(page, "Vragen", list);
    CHECK(page.view() == "<nav class=\"tabs\" aria-label=\"Vragen\"><a href=\"#een\" aria-current=\"page\">Een</a>"
                         "<a href=\"?tab=2\">Twee</a></nav>");
    Html terms;
    std::vector<Fact> const list_of_facts{{"Bron", "CBS & co", ""}, {"Run", "a41f", "/nl/run/a41f"}};
    facts(terms, list_of_facts);
    CHECK(terms.view() == "<dl class=\"facts\"><dt>Bron</dt><dd>CBS &amp; co</dd><dt>Run</dt>"
                          "<dd><a href=\"/nl/run/a41f\">a41f</a></dd></dl>");
    TestSite const site;
    Html opened;
    why(opened, site.visit(), [](FactWriter& writer) { writer.add("Bron", "CBS & co", "/nl/bronnen"); });
    CHECK(opened.view().starts_with("<details class=\"why\"><summary>Waarom dit getal?</summary><dl><dt>Bron</dt>"
                                    "<dd><a href=\"/nl/bronnen\">CBS &amp; co</a></dd></dl>"));
}

TEST_CASE("a scale shows band and full dot when the margin is known")
{
    TestSite const site;
    Html page;
    scale(page, site.visit(), {0, 100, 60, 50, 70, 55, "Zestig"});
    CHECK(has(page, "role=\"img\" aria-label=\"Zestig\""));
    CHECK(has(page, "class=\"band\" x=\"50.0%\" y=\"10\" width=\"18.8%\""));
    CHECK(has(page, "class=\"reference\" x1=\"54.7%\""));
    CHECK(has(page, "class=\"dot\" cx=\"59.4%\""));
    CHECK(count(page.view(), "class=\"end\"") == 2);
    CHECK_FALSE(has(page, " style="));
    CHECK(has(page, "<span>0</span><span>100</span>"));
}

TEST_CASE("a scale shows an open dot without a margin, a full one for a count, and the end for what lies outside")
{
    TestSite const site;
    Html unknown;
    scale(unknown, site.visit(), {0, 50, 16.4, std::nullopt, std::nullopt, std::nullopt, "x"});
    CHECK(has(unknown, "class=\"dot dot--open\" cx=\"33.8%\""));
    CHECK_FALSE(has(unknown, "band"));
    CHECK_FALSE(has(unknown, "reference"));
    Html counted;
    scale(counted, site.visit(), {0, 50, 5, 5, 5, std::nullopt, "x"});
    CHECK(has(counted, "class=\"dot\""));
    CHECK_FALSE(has(counted, "band"));
    Html outside;
    scale(outside, site.visit(), {0.5, 2, 9, std::nullopt, std::nullopt, -3, "x"});
    CHECK(has(outside, "cx=\"97.0%\""));
    CHECK(has(outside, "class=\"reference\" x1=\"3.0%\""));
    CHECK(has(outside, "<span>0,5</span><span>2</span>"));
    Html range;
    scale(range, site.visit(), {0, 100, std::nullopt, 2, 13, std::nullopt, "x"});
    CHECK(has(range, "band"));
    CHECK_FALSE(has(range, "<circle"));
    Html wrong;
    CHECK_THROWS_AS(scale(wrong, site.visit(), {5, 5, 1, {}, {}, {}, "x"}), Bug);
}

TEST_CASE("a spark line joins years that follow each other, and never bridges a gap")
{
    CHECK(spark_of({28, 22, 16}, true).find("d=\"M4.0 6.0L30.0 16.0L56.0 26.0\"") != std::string::npos);
    auto const gap = spark_of({10, std::nullopt, 20, 30}, true);
    CHECK(gap.find("d=\"M4.0 26.0M38.7 16.0L56.0 6.0\"") != std::string::npos);
    CHECK(count(gap, "class=\"then\"") == 1);
    auto const dots = spark_of({10, 20, std::nullopt}, false);
    CHECK(dots.find("<path") == std::string::npos);
    CHECK(count(dots, "class=\"then\"") == 1);
    CHECK(dots.find("class=\"now\" cx=\"30.0\" cy=\"6.0\"") != std::string::npos);
    CHECK(spark_of({7, 7}, true).find("M4.0 16.0L56.0 16.0") != std::string::npos);
    CHECK(spark_of({7}, true).find("cx=\"56.0\" cy=\"16.0\"") != std::string::npos);
    CHECK(spark_of({}, true).empty());
    CHECK(spark_of({std::nullopt}, true).empty());
}

TEST_CASE("a table sorts by link: the other way round for the current column, most first for numbers")
{
    TestSite site;
    site.request.query = {{"jaar", "2015"}, {"sort", "-inhabitants"}};
    std::vector<Column> const columns{{"name", "Buurt", Align::start, false},
                                      {"inhabitants", "Inwoners", Align::number, false},
                                      {"share", "Deel", Align::number, true},
                                      {"", "Soort", Align::start, true}};
    Html page;
    table(page, site.visit(), "Buurten \"nu\"", columns, "-inhabitants",
          [&] { page(tag::tr, [&] { page(tag::td, html::attr::cls(cell_class(columns[1])), 5); }); });
    CHECK(page.view().starts_with("<div class=\"tablebox\" role=\"region\" tabindex=\"0\" "
                                  "aria-label=\"Buurten &quot;nu&quot;\"><table class=\"utrecht-table\"><caption>"));
    CHECK(has(page, "<th scope=\"col\"><a class=\"sort\" href=\"?jaar=2015&amp;sort=name\">Buurt</a></th>"));
    CHECK(has(page, "<th scope=\"col\" class=\"n\" aria-sort=\"descending\">"
                    "<a class=\"sort\" href=\"?jaar=2015&amp;sort=inhabitants\">Inwoners</a></th>"));
    CHECK(has(page, "<th scope=\"col\" class=\"n wide\"><a class=\"sort\" href=\"?jaar=2015&amp;sort=-share\">"));
    CHECK(has(page, "<th scope=\"col\" class=\"wide\">Soort</th>"));
    CHECK(has(page, "<tbody><tr><td class=\"n\">5</td></tr></tbody>"));
    Html up;
    table(up, site.visit(), "x", columns, "name", [] {});
    CHECK(has(up, "aria-sort=\"ascending\"><a class=\"sort\" href=\"?jaar=2015&amp;sort=-name\">"));
}

TEST_CASE("panels come in order, and one that fails shows its trouble alone")
{
    TestSite site;
    site.add_words("msgid \"x.title\"\nmsgstr \"Kop\"\n");
    auto const good = [](std::string_view words) {
        return [words](Html& page, Visit const&, std::string_view subject) -> Result<void> {
            page(tag::p, words, " ", subject);
            return {};
        };
    };
    site.panels.add({{"area.state", 20, "x.title", good("tweede")},
                     {"area.state", 10, "", good("eerste")},
                     {"area.effort", 1, "x.title", good("elders")}});
    site.panels.add({{"area.state", 30, "x.title", [](Html& page, Visit const&, std::string_view) -> Result<void> {
                          page(tag::p, "half");
                          return Error{Trouble::refused, "x.too_few", "", "n = 3"};
                      }}});
    Html page;
    CHECK(site.panels.write(page, site.visit(), "area.state", "BU1"));
    CHECK(page.view().starts_with("<section><p>eerste BU1</p></section><section><h2>Kop</h2><p>tweede BU1</p></section>"
                                  "<section><h2>Kop</h2><div class=\"msg msg--refuse\">"));
    CHECK(has(page, "<h3>Hier geven we geen getal</h3>"));
    CHECK_FALSE(has(page, "half"));
    CHECK_FALSE(has(page, "elders"));
    Html none;
    CHECK_FALSE(site.panels.write(none, site.visit(), "area.nothing", "BU1"));
    CHECK(none.view().empty());
}

TEST_CASE("of an option given twice the last one counts")
{
    TestSite const site;
    std::ostream nowhere{nullptr};
    CommandInput const input{{}, {{"year", "2015"}, {"year", "2016"}, {"from", ""}}, site.context, nowhere, nowhere};
    CHECK(input.option("year") == "2016");
    CHECK(input.option("from") == "");
    CHECK_FALSE(input.option("to").has_value());
}
