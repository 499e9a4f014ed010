// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "commons/search/search.hpp"
#include "platform/clock/clock.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace wf;
using namespace wf::search;

namespace {

struct Shelf {
    std::unique_ptr<store::Store> store = store::Store::open("sqlite::memory:").value();
    std::string workspace = new_uuid_v7();

    Shelf() { static_cast<void>(store->migrate(migrations()).value()); }
    std::string keep(std::string_view kind, std::string const& title, std::string const& text,
                     std::string const& day = "2026-11-01", std::string id = new_uuid_v7())
    {
        change([&](store::Session& s) {
            search::keep(s, {workspace, std::string{kind}, id, title, text, "/x/" + id, day});
        });
        return id;
    }
    template <class F>
    void change(F&& work)
    {
        static_cast<void>(store
                              ->write([&](store::Session& s) -> Result<void> {
                                  work(s);
                                  return {};
                              })
                              .value());
    }
    Answer find(std::string_view typed, std::set<std::string> const& may = {"plan_work"}, Limits const& limits = {})
    {
        return store->read([&](store::Session& s) {
            return search::find(
                s, workspace, typed, [&](std::string_view needs) { return may.count(std::string{needs}) > 0; }, limits);
        });
    }
    std::vector<std::string> titles(std::string_view typed, std::set<std::string> const& may = {"plan_work"})
    {
        std::vector<std::string> all;
        for (auto const& found : find(typed, may).found) all.push_back(found.title);
        return all;
    }
};

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE("every word must be there, in any form")
{
    Shelf shelf;
    shelf.keep("question", "Een bank bij de brug", "");
    shelf.keep("question", "De brug is dicht", "");
    CHECK(shelf.titles("bruggen").size() == 2);
    CHECK(shelf.titles("banken bruggen") == Titles{"Een bank bij de brug"});
    CHECK(shelf.titles("bank fiets").empty());
    shelf.keep("question", "Brieven in nieuwe huizen", "");
    CHECK(shelf.titles("brief huis") == Titles{"Brieven in nieuwe huizen"});
    CHECK(shelf.titles("").empty());
    CHECK(shelf.titles("?!").empty());
}

TEST_CASE("words that mean the same find each other, both ways")
{
    Shelf shelf;
    shelf.keep("question", "Koffie in het dorpshuis", "");
    shelf.keep("question", "Een zitplek bij de halte", "");
    CHECK(shelf.titles("buurthuizen") == Titles{"Koffie in het dorpshuis"});
    CHECK(shelf.titles("wijkcentrum koffie") == Titles{"Koffie in het dorpshuis"});
    CHECK(shelf.titles("bankje bushalte") == Titles{"Een zitplek bij de halte"});
    auto const also = also_found("buurthuis koffie");
    CHECK(std::find(also.begin(), also.end(), "dorpshuis") != also.end());
    CHECK(std::find(also.begin(), also.end(), "buurthuis") == also.end());
    CHECK(also_found("koffie").empty());
}

TEST_CASE("no word stands in two groups, and each is one word")
{
    std::set<std::string> seen;
    for (auto const& same : synonyms()) {
        CHECK(same.words.size() > 1);
        std::set<std::string> here;
        for (auto const& word : same.words) {
            auto const stem = stems(word);
            CHECK_MESSAGE(stem.find(' ') == std::string::npos, word);
            here.insert(stem);
        }
        for (auto const& stem : here) CHECK_MESSAGE(seen.insert(stem).second, stem);
    }
}

TEST_CASE("what somebody may not read is not found, not even counted")
{
    Shelf shelf;
    shelf.keep("question", "Een bank", "");
    shelf.keep("asked", "Een bank voor mijn zieke moeder", "");
    CHECK(shelf.titles("bank") == Titles{"Een bank"});
    CHECK(shelf.find("moeder").all.empty());
    CHECK(shelf.titles("moeder", {"agenda"}) == Titles{"Een bank voor mijn zieke moeder"});
    auto const both = shelf.find("bank", {"agenda"});
    CHECK(both.all.at("asked") == 1);
    CHECK(both.all.at("question") == 1);
    CHECK(shelf.find("bank", {"plan_work"}).found.size() == 1);
}

TEST_CASE("in the title before in the text, then the newest; another workspace has its own")
{
    Shelf shelf;
    shelf.keep("plan", "Iets anders", "over de bank", "2026-11-09");
    shelf.keep("plan", "De bank, oud", "", "2026-01-01");
    shelf.keep("plan", "De bank, nieuw", "", "2026-05-01");
    CHECK(shelf.titles("bank") == Titles{"De bank, nieuw", "De bank, oud", "Iets anders"});
    CHECK(shelf.find("bank", {"plan_work"}, {1}).found.size() == 1);
    CHECK(shelf.find("bank", {"plan_work"}, {1}).all.at("plan") == 3);
    auto const other = shelf.store->read([&](store::Session& s) {
        return search::find(s, new_uuid_v7(), "bank", [](std::string_view) { return true; });
    });
    CHECK(other.found.empty());
}

TEST_CASE("a word that stands in most records finds the same, walked from the newest")
{
    Shelf shelf;
    for (int i = 0; i < 40; ++i) {
        auto const day = "2026-10-" + std::to_string(10 + i * 7 % 20);
        auto const title = std::string{i % 3 == 0 ? "Bank " : "Iets "} + std::to_string(i);
        shelf.keep(i % 5 == 0 ? "question" : "plan", title, i % 2 == 0 ? "bank, stoel, brug" : "tafel bij de brug",
                   day);
    }
    auto const ids = [&](std::string_view typed, Limits const& limits) {
        Titles all;
        for (auto const& found : shelf.find(typed, {"plan_work"}, limits).found) all.push_back(found.title);
        return all;
    };
    constexpr std::int64_t many = 100;
    for (auto const* typed : {"bank", "bank brug", "brug tafel", "tafel bank"}) {
        for (std::int64_t const page : {5, 20, 100}) {
            auto const sorted = ids(typed, {page, many, many});
            CHECK(ids(typed, {page, many, 1}) == sorted);  // all titles by day
            CHECK(ids(typed, {page, many, 15}) == sorted); // few in a title, and many by day
        }
    }
    CHECK(ids("stoel tafel", {many, many, 1}).empty());
    // Who may not read plans finds none of them by day either.
    for (auto const& found : shelf.find("bank", {}, {many, many, 1}).found) CHECK(found.kind == "question");
}

TEST_CASE("counting stops where the number says enough")
{
    Shelf shelf;
    for (int i = 0; i < 6; ++i) shelf.keep("plan", "Een bank", "");
    auto const counted = [&](std::int64_t most) { return shelf.find("bank", {"plan_work"}, {2, most}); };
    CHECK(counted(6).all.at("plan") == 6);
    CHECK(!counted(6).has_more);
    CHECK(counted(5).has_more);
    CHECK(counted(5).all.empty());
    CHECK(counted(5).found.size() == 2);
}

TEST_CASE("a record that changed is found by its words of now")
{
    Shelf shelf;
    auto const id = shelf.keep("plan", "Een bank", "bij de school");
    shelf.keep("plan", "Een fontein", "bij de bank", "2026-11-02", id);
    CHECK(shelf.titles("school").empty());
    CHECK(shelf.titles("bank") == Titles{"Een fontein"});
    CHECK(shelf.titles("fontein bank") == Titles{"Een fontein"});
    shelf.change([&](store::Session& s) { forget(s, shelf.workspace, "plan", id); });
    CHECK(shelf.titles("fontein").empty());
}

TEST_CASE("other rules, other words: the rooms must say it again")
{
    Shelf shelf;
    auto const made = [&] { return shelf.store->read([&](store::Session& s) { return is_made(s, shelf.workspace); }); };
    shelf.keep("plan", "Een bank", "");
    CHECK(!made());
    shelf.change([&](store::Session& s) { begin_anew(s, shelf.workspace); });
    CHECK(made());
    CHECK(shelf.titles("bank").empty());
}

TEST_CASE("the first four words count, and signs of LIKE are none")
{
    Shelf shelf;
    shelf.keep("plan", "een twee drie vier", "");
    CHECK(shelf.titles("een twee drie vier vijf") == Titles{"een twee drie vier"});
    CHECK(shelf.titles("%").empty());
    CHECK(shelf.titles("tw_e").empty());
    CHECK(sought_words("Buurten 50% Buurten")[1] == "50");
    CHECK(sought_words("Buurten 50% Buurten")[2].empty());
}
