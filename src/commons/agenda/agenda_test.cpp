// SPDX-License-Identifier: EUPL-1.2
#include "base/ids.hpp"
#include "commons/agenda/test_werkplaats.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::agenda;

namespace {

constexpr auto worker = TestWerkplaats::worker;

struct Werkplaats : TestWerkplaats {
    Werkplaats() : TestWerkplaats{{}} {}
    Asked ask(std::string const& words, Asker asker = Asker::resident)
    {
        Question question;
        question.workspace_id = id;
        question.asked_words = words;
        question.asker = asker;
        return write([&](store::Session& s) { return agenda::ask(s, trail, question, ""); });
    }
    Question find(std::string const& question)
    {
        auto const found = read([&](store::Session& s) { return agenda::find(s, id, question); });
        REQUIRE(found);
        return *found;
    }
    void word(std::string const& question, std::string const& words)
    {
        auto const before = find(question);
        write([&](store::Session& s) { return agenda::write(s, trail, before, {words, "", "", ""}, worker); });
    }
    void tell(std::string const& question, Status status, std::string const& words)
    {
        auto const before = find(question);
        write([&](store::Session& s) {
            return agenda::tell(s, trail, before, {"", "", status, words, "", ""}, worker);
        });
    }
};

} // namespace

TEST_CASE("a question is for the werkplaats alone until somebody wrote it for the agenda")
{
    Werkplaats here;
    auto const asked = here.ask("Waarom is er geen bankje bij de Albert Heijn?");
    CHECK_FALSE(asked.question.is_public());
    Choice everything{.workspace_id = here.id};
    CHECK(here.read([&](store::Session& s) { return list(s, everything); }).empty());
    everything.only_public = false;
    CHECK(here.read([&](store::Session& s) { return list(s, everything); }).size() == 1);

    auto const before = here.find(asked.question.id);
    auto const early = here.attempt([&](store::Session& s) {
        return tell(s, here.trail, before, {"", "", Status::on_agenda, "", "", ""}, worker);
    });
    CHECK(early.error().code == "agenda.no_words");
    here.word(asked.question.id, "Een bank op weg naar de supermarkt");
    CHECK_FALSE(here.find(asked.question.id).is_public());
    here.tell(asked.question.id, Status::on_agenda, "Dank u wel. We bespreken dit in de volgende vergadering.");
    auto const now = here.find(asked.question.id);
    CHECK(now.is_public());
    CHECK(now.asked_words == "Waarom is er geen bankje bij de Albert Heijn?");
    everything.only_public = true;
    CHECK(here.read([&](store::Session& s) { return list(s, everything); }).size() == 1);
}

TEST_CASE("the private link opens the question and is kept nowhere; another word opens nothing")
{
    Werkplaats here;
    auto const asked = here.ask("Wie helpt mij met de computer?");
    auto const found = here.read([&](store::Session& s) { return find_by_link(s, here.id, asked.token); });
    REQUIRE(found);
    CHECK(found->id == asked.question.id);
    CHECK_FALSE(here.read([&](store::Session& s) { return find_by_link(s, here.id, asked.token + "x"); }));
    CHECK_FALSE(here.read([&](store::Session& s) { return find_by_link(s, worker, asked.token); }));
    // Of who asks the day is kept, in an id that tells no moment.
    CHECK(Uuid::parse(asked.question.id)->version() == 4);
    CHECK(asked.question.asked_on.size() == 10);
    auto const entries = here.read([&](store::Session& s) { return here.trail.list(s, {.workspace_id = here.id}); });
    REQUIRE(entries.size() == 1);
    CHECK_FALSE(entries[0].actor);
    CHECK(entries[0].at.size() == 10);
}

TEST_CASE("what is not taken up says why, and who asked hears every step")
{
    Werkplaats here;
    auto const asked = here.ask("Kan de sporthal op zondag open?", Asker::worker);
    here.word(asked.question.id, "Sporthal op zondag");
    auto const before = here.find(asked.question.id);
    auto const silent = here.attempt([&](store::Session& s) {
        return tell(s, here.trail, before, {"", "", Status::not_taken_up, "  ", "", ""}, worker);
    });
    CHECK(silent.error().code == "agenda.no_reason");
    here.tell(asked.question.id, Status::on_agenda, "Op de agenda.");
    here.tell(asked.question.id, Status::not_taken_up, "De gemeente besloot in mei anders.");
    auto const words =
        here.read([&](store::Session& s) { return list_words(s, *agenda::find(s, here.id, asked.question.id)); });
    REQUIRE(words.size() == 2);
    CHECK(words[0].status == Status::on_agenda);
    CHECK(words[1].words == "De gemeente besloot in mei anders.");
    CHECK(here.find(asked.question.id).status == Status::not_taken_up);
}

TEST_CASE("two people who write the same question: the second is told, and loses nothing of the first")
{
    Werkplaats here;
    auto const asked = here.ask("Een vraag");
    auto const seen = here.find(asked.question.id);
    here.word(asked.question.id, "Zoals de eerste het schreef");
    auto const second = here.attempt([&](store::Session& s) {
        return write(s, here.trail, seen, {"Zoals de tweede het schreef", "", "", ""}, worker);
    });
    CHECK(second.error().code == "agenda.overtaken");
    CHECK(here.find(asked.question.id).words == "Zoals de eerste het schreef");
}

TEST_CASE("questions that are the same go on as one; each asker hears what becomes of it, and nobody is counted twice")
{
    Werkplaats here;
    auto const first = here.ask("Geen bank bij de winkel").question;
    auto const second = here.ask("Ik kan nergens zitten onderweg").question;
    auto const third = here.ask("Zitplekken", Asker::worker).question;
    for (auto const& one : {first, second, third}) here.word(one.id, one.asked_words);
    here.tell(first.id, Status::on_agenda, "");
    here.tell(third.id, Status::on_agenda, "");
    auto const join = [&](std::string const& from, std::string const& into) {
        return here.attempt([&](store::Session& s) {
            return merge(s, here.trail, *agenda::find(s, here.id, from), *agenda::find(s, here.id, into), worker);
        });
    };
    REQUIRE(join(second.id, third.id));
    REQUIRE(join(third.id, first.id));
    CHECK(join(first.id, first.id).error().code == "agenda.same");
    CHECK(join(second.id, first.id).error().code == "agenda.merged");
    // What had been merged into the third goes on with it.
    CHECK(here.find(second.id).merged_into == first.id);
    CHECK(here.read([&](store::Session& s) { return list_merged(s, *agenda::find(s, here.id, first.id)); }).size() ==
          2);
    here.tell(first.id, Status::answered, "Er staan nu twee banken.");
    for (auto const& one : {second, third}) {
        auto const words =
            here.read([&](store::Session& s) { return list_words(s, *agenda::find(s, here.id, one.id)); });
        REQUIRE_FALSE(words.empty());
        CHECK(words.back().words == "Er staan nu twee banken.");
        CHECK(here.find(one.id).status == Status::merged);
    }
    auto const tally = here.read([&](store::Session& s) { return agenda::tally(s, here.id); });
    CHECK(tally.all_public() == 1);
    CHECK(tally.by_asker.at(Asker::resident) == 1);
    CHECK(tally.by_status.at(Status::merged) == 2);
}

TEST_CASE("words are found by their stems, and the longest waiting stands first")
{
    Werkplaats here;
    auto const bench = here.ask("Waarom staan er geen banken langs de dijk?").question;
    auto const hall = here.ask("Mag de sporthal open?").question;
    for (auto const& one : {bench, hall}) {
        here.word(one.id, one.asked_words);
        here.tell(one.id, Status::on_agenda, "");
    }
    auto const find = [&](std::string const& words) {
        return here.read([&](store::Session& s) { return list(s, {.workspace_id = here.id, .sought = words}); });
    };
    REQUIRE(find("bank").size() == 1);
    CHECK(find("bank")[0].id == bench.id);
    CHECK(find("dijk banken").size() == 1);
    CHECK(find("dijk sporthal").empty());
    CHECK(find("").size() == 2);
    CHECK(find("100%").empty());
    CHECK(here.read([&](store::Session& s) { return count(s, {.workspace_id = here.id, .sought = "de sporthal"}); }) ==
          1);
}

TEST_CASE("a question stands on a page of this site, and on no other")
{
    CHECK(check_origin_page(""));
    CHECK(check_origin_page("/kansen?wie=rollator&waar=supermarket"));
    for (auto const* page : {"https://elsewhere.example", "//elsewhere.example", "kansen", "/a b", "/<script>"})
        CHECK(check_origin_page(page).error().code == "agenda.bad_origin");
    CHECK_FALSE(check_origin_page("/" + std::string(400, 'a')));
    CHECK(national_themes().size() == 4);
}

TEST_CASE("words of who asked lead to the question for the werkplaats alone")
{
    Werkplaats here;
    auto const asked = here.ask("Mijn zieke moeder zoekt een zitplek");
    here.word(asked.question.id, "Een bank op de route");
    here.tell(asked.question.id, Status::on_agenda, "");
    auto const found = [&](std::string const& sought, bool also_as_asked) {
        Choice choice{.workspace_id = here.id, .sought = sought, .also_as_asked = also_as_asked};
        auto const listed = here.read([&](store::Session& s) { return list(s, choice); });
        CHECK(here.read([&](store::Session& s) { return count(s, choice); }) ==
              static_cast<std::int64_t>(listed.size()));
        return listed.size();
    };
    CHECK(found("banken", false) == 1);
    CHECK(found("zitplek", false) == 1); // means the same as a bank
    CHECK(found("moeder", false) == 0);
    CHECK(found("moeder", true) == 1);
    CHECK(found("moeder route", true) == 1);
    CHECK(found("moeder fiets", true) == 0);
}

TEST_CASE("who asked can take it back: unread it is gone, on the agenda their own words go and the rest stays")
{
    Werkplaats here;
    auto const unread = here.ask("Mijn buurman Jan drinkt");
    here.write([&](store::Session& s) { return take_words_away(s, here.trail, unread.question, ""); });
    CHECK_FALSE(here.read([&](store::Session& s) { return agenda::find(s, here.id, unread.question.id); }));

    auto const asked = here.ask("Mijn buurvrouw Mien valt vaak");
    auto const early =
        here.attempt([&](store::Session& s) { return take_words_away(s, here.trail, asked.question, worker); });
    CHECK(early.error().code == "agenda.no_words"); // the werkplaats writes it first
    here.word(asked.question.id, "Hulp na een val");
    here.tell(asked.question.id, Status::on_agenda, "");
    here.write([&](store::Session& s) {
        return take_words_away(s, here.trail, *agenda::find(s, here.id, asked.question.id), worker);
    });
    auto const now = here.find(asked.question.id);
    CHECK(now.asked_words.empty());
    CHECK(now.words == "Hulp na een val");
    Choice choice{.workspace_id = here.id, .sought = "Mien", .also_as_asked = true};
    CHECK(here.read([&](store::Session& s) { return list(s, choice); }).empty());
    CHECK(here.read([&](store::Session& s) { return find_by_link(s, here.id, asked.token); })->words ==
          "Hulp na een val");
}

TEST_CASE("how a question stood on the agenda before can be read back")
{
    Werkplaats here;
    auto const asked = here.ask("Iets met bankjes");
    here.word(asked.question.id, "Bankjes");
    CHECK(here.read([&](store::Session& s) { return list_earlier(s, asked.question); }).empty());
    here.word(asked.question.id, "Bankjes op de Noordweg");
    here.word(asked.question.id, "Bankjes op de Noordweg");
    here.word(asked.question.id, "Twee bankjes op de Noordweg");
    auto const question = here.find(asked.question.id);
    auto const earlier = here.read([&](store::Session& s) { return list_earlier(s, question); });
    REQUIRE(earlier.size() == 2);
    CHECK(earlier[0].words == "Bankjes");
    CHECK(earlier[1].words == "Bankjes op de Noordweg");
}
