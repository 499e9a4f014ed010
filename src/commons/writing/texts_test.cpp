// SPDX-License-Identifier: EUPL-1.2
#include "commons/writing/texts.hpp"

#include <doctest/doctest.h>

using namespace wf::writing;

namespace {

struct Note {
    std::string head;
    std::string body;
    friend bool operator==(Note const&, Note const&) = default;
};
constexpr std::array parts{Part<Note>{"kop", &Note::head}, Part<Note>{"tekst", &Note::body}};

} // namespace

TEST_CASE("each text is put together by itself: alone is kept, the same twice is no clash, differing is")
{
    Note const base{"kop", "tekst"};
    auto const apart = merge(parts, base, Note{"hun kop", "tekst"}, Note{"kop", "mijn tekst"});
    CHECK(apart.content == Note{"hun kop", "mijn tekst"});
    CHECK(apart.theirs == std::vector<std::string_view>{"kop"});
    CHECK(apart.clashes.empty());
    CHECK(merge(parts, base, Note{"nieuw", "tekst"}, Note{"nieuw", "tekst"}).clashes.empty());
    auto const clash = merge(parts, base, Note{"kop", "hun tekst"}, Note{"kop", "mijn tekst"});
    CHECK(clash.clashes == std::vector<std::string_view>{"tekst"});
    CHECK(clash.content.body == "mijn tekst");
}

TEST_CASE("texts come back from JSON as they went in; what is not known is left out, what is missing is empty")
{
    Note const note{"\"a\"", "\xc3\xab\n<b>"};
    CHECK(read_content<Note>(parts, to_json(parts, note)) == note);
    CHECK(to_json(parts, Note{"", "b"}) == R"({"tekst":"b"})");
    CHECK(read_content<Note>(parts, R"({"kop":"a","oud":"b"})") == Note{"a", ""});
}

TEST_CASE("an object is read the same with and without what must be escaped")
{
    std::vector<Named> const plain{{"kop", "Een bank"}, {"tekst", ""}};
    CHECK(read_texts(texts_to_json(plain)) == plain);
    CHECK(read_texts("{}").empty());
    CHECK(read_texts(R"({ "kop": "Een bank", "tekst": "" })") == plain);
    std::vector<Named> const escaped{{"kop", "zeg \"a\", b}"}, {"te\\kst", "c:\\\n\t\x01"}, {"wie", "{\"x\":\"y\"}"}};
    CHECK(read_texts(texts_to_json(escaped)) == escaped);
    CHECK(read_texts(R"({"kop":"a,\"b","wie":"}"})") == std::vector<Named>{{"kop", "a,\"b"}, {"wie", "}"}});
}

TEST_CASE("what is no object of texts is a bug of ours")
{
    for (auto const* wrong : {"", "{", "[]", R"({"a":1})", R"({"a":"b")", R"({"a":"b"}x)", R"({"a":"b",})", R"({"a"})"})
        CHECK_THROWS(static_cast<void>(read_texts(wrong)));
}

TEST_CASE("the trail hears of what changed and of nothing else")
{
    auto const changes = changes_of(parts, Note{"a", "b"}, Note{"a", "c"});
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].field == "tekst");
    CHECK(changes[0].before == "b");
    CHECK(changes[0].after == "c");
}

TEST_CASE("all texts as one, with a blank between them")
{
    CHECK(text_of(parts, Note{"Buurten", "eten"}) == "Buurten eten ");
}
