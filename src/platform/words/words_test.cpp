// SPDX-License-Identifier: EUPL-1.2
#include "platform/words/words.hpp"

#include <doctest/doctest.h>

using namespace wf::words;

namespace {

char const* const nl_po = R"(# Words of a test
msgid ""
msgstr "Language: nl\n"

#: pages.cpp
msgid "areas.why"
msgstr "Waarom dit getal?"

msgid "areas.lead"
msgstr ""
"{area} is een buurt "
"in {place}."

msgid "areas.people"
msgid_plural "areas.people"
msgstr[0] "{n} inwoner van {area}"
msgstr[1] "{n} inwoners van {area}"
)";

char const* const en_po = R"(
msgid "areas.people"
msgid_plural "areas.people"
msgstr[0] "{n} resident"
msgstr[1] "{n} residents"
)";

Words make_words(Language language, char const* po)
{
    Words words{language};
    auto const added = words.add(po);
    REQUIRE(added);
    return words;
}

wf::Error error_of(std::string_view po)
{
    auto const read = read_po(po);
    REQUIRE_FALSE(read);
    return read.error();
}

} // namespace

TEST_CASE("a word is found by its key, over several lines, and filled in")
{
    auto const t = make_words(Language::nl, nl_po);
    CHECK(t("areas.why") == "Waarom dit getal?");
    CHECK(t("areas.lead", {{"area", "Brunnepe"}, {"place", "Kampen"}}) == "Brunnepe is een buurt in Kampen.");
    CHECK(t.keys() == std::vector<std::string>{"areas.lead", "areas.people", "areas.why"});
}

TEST_CASE("a key without a word shows itself")
{
    auto const t = make_words(Language::nl, nl_po);
    CHECK_FALSE(t.has("areas.gone"));
    CHECK(t("areas.gone") == "areas.gone");
    CHECK(t("areas.gone", {{"x", "y"}}) == "areas.gone");
    CHECK(t.count("areas.gone", 3) == "areas.gone");
}

TEST_CASE("only one is one, and the number is written as the language does")
{
    auto const nl = make_words(Language::nl, nl_po);
    CHECK(nl.count("areas.people", 0, {{"area", "X"}}) == "0 inwoners van X");
    CHECK(nl.count("areas.people", 1, {{"area", "X"}}) == "1 inwoner van X");
    CHECK(nl.count("areas.people", 3725, {{"area", "X"}}) == "3.725 inwoners van X");
    auto const en = make_words(Language::en, en_po);
    CHECK(en.count("areas.people", 1) == "1 resident");
    CHECK(en.count("areas.people", 3725) == "3,725 residents");
    CHECK(nl.count("areas.why", 2) == "Waarom dit getal?");
    CHECK(nl.number(0.24, 2) == "0,24");
    CHECK(en.number(1340.5, 1) == "1,340.5");
}

TEST_CASE("fill leaves unknown names and loose braces, and never fills twice")
{
    CHECK(fill("{a} {b}", {{"a", "1"}}) == "1 {b}");
    CHECK(fill("{ {a", {{"a", "1"}}) == "{ {a");
    CHECK(fill("{x{a}}", {{"a", "1"}}) == "{x1}");
    CHECK(fill("{}{a}{a}", {{"a", "{a}"}}) == "{}{a}{a}");
    CHECK(fill("", {{"a", "1"}}).empty());
}

TEST_CASE("escapes, carriage returns, a byte order mark and a last line without an end")
{
    auto const read =
        read_po("\xEF\xBB\xBFmsgid \"k\"\r\nmsgstr \"a\\n\\t\\\"\\\\b\"\r\n\r\nmsgid \"l\"\r\nmsgstr \"m\"");
    REQUIRE(read);
    CHECK(read->at("k").one == "a\n\t\"\\b");
    CHECK(read->at("l").one == "m");
    CHECK(read->at("l").line == 4);
    CHECK(read_po("")->empty());
}

TEST_CASE("what is wrong is named with its line")
{
    CHECK(error_of("msgid \"a\"\nmsgstr \"b").code == "words.syntax");
    CHECK(error_of("msgid \"a\"\nmsgstr \"b").field == "line 2");
    CHECK(error_of("msgid \"a\"\nmsgstr \"\\x\"").code == "words.syntax");
    CHECK(error_of("msgid \"a\"\nmsgstr \"b\" c").code == "words.syntax");
    CHECK(error_of("\"loose\"").code == "words.syntax");
    CHECK(error_of("msgctxt \"a\"").code == "words.syntax");
    CHECK(error_of("msgstr \"a\"").code == "words.syntax");
    CHECK(error_of("msgid \"a\"\nmsgid_plural \"a\"\nmsgstr \"b\"").code == "words.syntax");
    CHECK(error_of("msgid \"a\"\nmsgid_plural \"a\"\nmsgstr[0] \"b\"").code == "words.syntax");
    CHECK(error_of("msgid \"a\"\nmsgstr[0] \"b\"").code == "words.syntax");
    CHECK(error_of("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"").field == "line 1");
    CHECK(error_of("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"").field == "line 3");
    auto const empty = error_of("\n\nmsgid \"a\"\nmsgstr \"\"\n");
    CHECK(empty.code == "words.empty");
    CHECK(empty.field == "line 3");
    auto const twice = error_of("msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n");
    CHECK(twice.code == "words.twice");
    CHECK(twice.field == "line 3");
    auto const latin = error_of("msgid \"a\"\nmsgstr \"caf\xE9\"");
    CHECK(latin.code == "words.syntax");
    CHECK(latin.field == "line 2");
}

TEST_CASE("two files of one language may not say the same key, and then nothing is added")
{
    auto words = make_words(Language::nl, nl_po);
    auto const again = words.add("msgid \"a.new\"\nmsgstr \"x\"\nmsgid \"areas.why\"\nmsgstr \"y\"\n");
    REQUIRE_FALSE(again);
    CHECK(again.error().code == "words.twice");
    CHECK_FALSE(words.has("a.new"));
    CHECK(words("areas.why") == "Waarom dit getal?");
}

TEST_CASE("languages have codes and locales")
{
    CHECK(to_code(Language::nl) == "nl");
    CHECK(to_code(Language::en) == "en");
    CHECK(to_locale(Language::nl) == wf::Locale::nl);
    CHECK(to_locale(Language::en) == wf::Locale::en);
}
