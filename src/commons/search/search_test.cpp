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
    Answer find(std::string_view typed, std::set<std::string> const& may = {"plan_work"}, std::int64_t limit = 20)
    {
        return store->read([&](store::Session& s) {
            return search::find(
                s, workspace, typed, [&](std::string_view needs) { return may.count(std::string{needs}) > 0; }, limit);
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
    CHECK(shelf.find("bank", {"plan_work"}, 1).found.size() == 1);
    CHECK(shelf.find("bank", {"plan_work"}, 1).all.at("plan") == 3);
    auto const other = shelf.store->read([&](store::Session& s) {
        return search::find(
            s, new_uuid_v7(), "bank", [](std::string_view) { return true; }, 20);
    });
    CHECK(other.found.empty());
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
