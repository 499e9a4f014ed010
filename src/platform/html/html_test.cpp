// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/html.hpp"

#include "base/check.hpp"

#include <doctest/doctest.h>

using namespace wf::html;

TEST_CASE("text and attribute values are escaped")
{
    Html page;
    page(tag::p, attr::cls("a\"b"), "1 < 2 & 'x'");
    CHECK(page.view() == "<p class=\"a&quot;b\">1 &lt; 2 &amp; &#39;x&#39;</p>");
}

TEST_CASE("content may be text, numbers, safe markup and callables, in page order")
{
    Html page;
    page(tag::div, attr::id("x"), [&] {
        page(tag::b, 42);
        page.text(" & ");
        page(tag::i, Safe{"<u>ok</u>"});
        page(tag::br);
    });
    CHECK(page.view() == "<div id=\"x\"><b>42</b> &amp; <i><u>ok</u></i><br></div>");
}

TEST_CASE("an empty element closes and an absent attribute leaves no trace")
{
    Html page;
    page(tag::a, attr::href("/nl"), attr::current(false), attr::when(false, attr::lang("en")));
    CHECK(page.view() == "<a href=\"/nl\"></a>");
}

TEST_CASE("a link to a script becomes a dead link")
{
    CHECK(attr::href("javascript:alert(1)").value == "#");
    CHECK(attr::href("//evil.example").value == "#");
    CHECK(attr::href("/nl/buurt/BU01660001").value == "/nl/buurt/BU01660001");
    CHECK(attr::href("https://example.org/?a=1").value == "https://example.org/?a=1");
}

TEST_CASE("event handlers are refused")
{
    CHECK_THROWS_AS((void)attr::named("onclick", "x"), wf::Bug);
    CHECK_THROWS_AS((void)attr::named("a b", "x"), wf::Bug);
}

TEST_CASE("marked text has strong parts and no other markup")
{
    Html page;
    page.marked({"Van de **100** <b>"});
    CHECK(page.view() == "Van de <b>100</b> &lt;b&gt;");
    Html open;
    open.marked({"**never closed"});
    CHECK(open.view() == "<b>never closed</b>");
}

TEST_CASE("control characters do not reach a page")
{
    CHECK(escape(std::string_view{"a\0b\x01"
                                  "c\td",
                                  7}) == "abc\td");
}

TEST_CASE("specials are found wherever they stand in short and long texts")
{
    for (std::size_t length = 0; length < 70; ++length) {
        for (std::size_t at = 0; at < length; ++at) {
            std::string text(length, 'x');
            text[at] = '<';
            auto const expected = std::string(at, 'x') + "&lt;" + std::string(length - at - 1, 'x');
            CHECK(escape(text) == expected);
            Html page;
            page.text(text);
            CHECK(page.view() == expected);
        }
    }
    CHECK(escape("een\tregel\nen nog een regel met é en ë, langer dan zestien") ==
          "een\tregel\nen nog een regel met é en ë, langer dan zestien");
}

TEST_CASE("a page grows past the room that it began with")
{
    Html page;
    std::string const line(1000, '&');
    for (int i = 0; i < 200; ++i) page(tag::p, line);
    CHECK(page.view().size() == 200 * (1000 * 5 + 7));
    CHECK(page.take().markup.ends_with("&amp;</p>"));
}
