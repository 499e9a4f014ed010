// SPDX-License-Identifier: EUPL-1.2
#include "feature/glossary/entries.hpp"

#include <doctest/doctest.h>

#include <array>

namespace wf::glossary_pages {
namespace {

std::vector<glossary::SharedTerm> shared()
{
    return {{"buurt", "buurt", "neighbourhood", {"wijk"}, {{"Waar mensen wonen", "Where people live", "Bron", ""}}},
            {"cafe", "café", "café", {}, {{"Waar mensen zitten", "Where people sit", "Bron", ""}}}};
}

glossary::LocalTerm own(std::string const& word, std::string const& meaning, std::string const& beside)
{
    glossary::LocalTerm term;
    term.id = "id-" + word;
    term.content = {word, meaning, "", beside};
    return term;
}

std::vector<std::string> words(std::vector<Entry> const& entries)
{
    std::vector<std::string> all;
    for (auto const& entry : entries) all.push_back(entry.word);
    return all;
}

using Words = std::vector<std::string>;

TEST_CASE("an own definition stands behind the shared ones of its word, or as "
          "a word of its own")
{
    auto const terms = shared();
    std::array const locals{own("de buurt", "Tussen de twee wegen", "buurt"), own("brink", "Het plein", ""),
                            own("dam", "De oude dam", "weg")};
    auto const all = put_together(terms, locals);
    REQUIRE(words(all) == Words{"brink", "buurt", "café", "dam"});
    CHECK(all[0].anchor == "eigen-id-brink");
    REQUIRE(all[1].meanings.size() == 2);
    CHECK(!all[1].meanings[0].is_local);
    CHECK(all[1].meanings[1].is_local);
    CHECK(all[1].meanings[1].sense.nl == "Tussen de twee wegen");
}

TEST_CASE("all words that are sought must be there; capitals and accents do "
          "not count")
{
    auto const all = put_together(shared(), {});
    CHECK(words(choose(all, "")) == Words{"buurt", "café"});
    CHECK(words(choose(all, "CAFE")) == Words{"café"});
    CHECK(words(choose(all, "wijk")) == Words{"buurt"});
    CHECK(words(choose(all, "where people")) == Words{"buurt", "café"});
    CHECK(words(choose(all, "people wonen")) == Words{"buurt"});
    CHECK(choose(all, "nergens").empty());
}

} // namespace
} // namespace wf::glossary_pages
