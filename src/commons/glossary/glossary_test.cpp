// SPDX-License-Identifier: EUPL-1.2
#include "commons/glossary/glossary.hpp"

#include "commons/workspaces/workspaces.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <type_traits>
#include <utility>

namespace wf::glossary {
namespace {

struct Werkplaats {
    static constexpr auto worker = "0190a0b0-0000-7000-8000-000000000001";
    std::unique_ptr<store::Store> store{store::Store::open("sqlite::memory:").value()};
    trail::Trail trail{secret::Key::make()};
    By by{trail, worker};
    std::string id;

    Werkplaats()
    {
        std::vector<store::Migration> all;
        for (auto const& list : {workspaces::migrations(), trail::migrations(), migrations()})
            std::copy(list.begin(), list.end(), std::back_inserter(all));
        static_cast<void>(store->migrate(all).value());
        auto const made = store->write(
            [](store::Session& s) { return workspaces::add(s, "Werkplaats", workspaces::Kind::werkplaats, ""); });
        id = made.value().id;
    }
    template <class F>
    auto attempt(F&& work)
    {
        return store->write(std::forward<F>(work));
    }
    template <class F>
    auto write(F&& work)
    {
        auto result = store->write(std::forward<F>(work));
        REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().code));
        if constexpr (!std::is_same_v<decltype(result), Result<void>>) return std::move(result).value();
    }
    template <class F>
    auto read(F&& work)
    {
        return store->read(std::forward<F>(work));
    }
    LocalTerm term(std::string const& word, std::string const& meaning, std::string const& shared = {})
    {
        return write([&](store::Session& s) { return add(s, by, id, {word, meaning, "", shared}); });
    }
    std::string refusal(Content const& content)
    {
        auto const made = attempt([&](store::Session& s) { return add(s, by, id, content); });
        return made ? "" : made.error().code + " " + made.error().field;
    }
    std::vector<std::string> words(State state = State::shown)
    {
        std::vector<std::string> all;
        for (auto const& one : read([&](store::Session& s) { return list(s, id, state); }))
            all.push_back(one.content.word);
        return all;
    }
    Saved save(LocalTerm const& term, std::int64_t seen, Content const& mine)
    {
        return write([&](store::Session& s) { return glossary::save(s, by, id, term.id, seen, mine); });
    }
};

TEST_CASE("the shared words are whole, in order, and each anchor is its own")
{
    std::set<std::string> ids;
    for (auto const& term : shared_terms()) {
        CAPTURE(term.id);
        CHECK(ids.insert(term.id).second);
        for (char const c : term.id) CHECK((c == '-' || (c >= 'a' && c <= 'z')));
        CHECK(!term.nl.empty());
        CHECK(!term.en.empty());
        CHECK(!term.senses.empty());
        for (auto const& sense : term.senses) {
            CHECK(!sense.nl.empty());
            CHECK(!sense.en.empty());
            CHECK(!sense.source.empty());
            CHECK((sense.url.empty() || sense.url.starts_with("https://")));
        }
    }
    CHECK(ids.size() >= 40);
    REQUIRE(find_shared("participatie") != nullptr);
    CHECK(find_shared("participatie")->senses.size() > 1);
    CHECK(find_shared("nergens") == nullptr);
}

TEST_CASE("a definition has a word and a meaning, and stands beside a word "
          "that is there")
{
    Werkplaats here;
    CHECK(here.refusal({" ", "iets", "", ""}) == "glossary.no_word woord");
    CHECK(here.refusal({"iets", "", "", ""}) == "glossary.no_meaning betekenis");
    CHECK(here.refusal({"iets", "iets", "", "nergens"}) == "glossary.unknown_shared naast");
    here.term("wijk", "Alles tussen de twee wegen");
    here.term("Éénloket", "Een balie");
    here.term("participatie", "Meedoen bij ons", "participatie");
    CHECK(here.words() == std::vector<std::string>{"Éénloket", "participatie", "wijk"});
}

TEST_CASE("what one changed alone is kept; what two changed is decided by the "
          "second")
{
    Werkplaats here;
    auto const term = here.term("wijk", "Alles tussen de twee wegen");
    CHECK(here.save(term, 1, {"wijk", "Alles tussen de twee wegen", "Het wijkteam", ""}).clashes.empty());
    auto const both = here.save(term, 1, {"de wijk", "Alles tussen de twee wegen", "", ""});
    CHECK(both.term.content == Content{"de wijk", "Alles tussen de twee wegen", "Het wijkteam", ""});
    CHECK(both.theirs == std::vector<std::string_view>{"bron"});
    auto const clash = here.save(term, 1, {"wijk", "Alles tussen de twee wegen", "De gemeente", ""});
    CHECK(clash.clashes == std::vector<std::string_view>{"bron"});
    CHECK(clash.term.content.source == "Het wijkteam");
    CHECK(here.words() == std::vector<std::string>{"de wijk"});
}

TEST_CASE("what is retired is shown no longer, kept, and cannot be written")
{
    Werkplaats here;
    auto const term = here.term("wijk", "Alles tussen de twee wegen");
    here.write([&](store::Session& s) { return retire(s, here.by, here.id, term.id); });
    CHECK(here.words().empty());
    CHECK(here.words(State::retired) == std::vector<std::string>{"wijk"});
    auto const again = here.attempt([&](store::Session& s) { return retire(s, here.by, here.id, term.id); });
    REQUIRE(!again);
    CHECK(again.error().code == "glossary.retired");
    auto const saved =
        here.attempt([&](store::Session& s) { return glossary::save(s, here.by, here.id, term.id, 1, term.content); });
    REQUIRE(!saved);
    CHECK(saved.error().code == "glossary.retired");
}

TEST_CASE("another werkplaats has words of its own")
{
    Werkplaats here;
    auto const term = here.term("wijk", "Alles tussen de twee wegen");
    auto const other =
        here.write([](store::Session& s) { return workspaces::add(s, "Zuid", workspaces::Kind::werkplaats, ""); });
    CHECK(here.read([&](store::Session& s) { return list(s, other.id, State::shown); }).empty());
    CHECK(!here.read([&](store::Session& s) { return find(s, other.id, term.id); }));
}

TEST_CASE("each change leaves a line in the trail")
{
    Werkplaats here;
    auto const term = here.term("wijk", "Alles tussen de twee wegen");
    here.save(term, 1, {"wijk", "Anders", "", ""});
    here.write([&](store::Session& s) { return retire(s, here.by, here.id, term.id); });
    std::vector<std::string> actions;
    for (auto const& entry :
         here.read([&](store::Session& s) { return here.trail.list(s, {.workspace_id = here.id, .limit = 10}); }))
        actions.push_back(entry.action);
    std::sort(actions.begin(), actions.end());
    CHECK(actions == std::vector<std::string>{"local_term.add", "local_term.retire", "local_term.write"});
}

} // namespace
} // namespace wf::glossary
