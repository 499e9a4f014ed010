// SPDX-License-Identifier: EUPL-1.2
// What was kept reads back the same, in the order of the days, and only its review changes.
#include "commons/runs/runs.hpp"
#include "feature/reach/feature.hpp"
#include "feature/reach/proposal.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace wf;
using namespace wf::reach_pages;

namespace {

constexpr std::string_view nobody = "00000000-0000-4000-8000-00000000000a";

std::unique_ptr<store::Store> open_store()
{
    auto store = std::move(store::Store::open("sqlite::memory:").value());
    auto migrations = runs::migrations();
    for (auto& more : make_feature(walking::Rules::built_in()).migrations) migrations.push_back(std::move(more));
    REQUIRE(store->migrate(migrations));
    return store;
}

class Chance {
public:
    explicit Chance(std::uint32_t seed) : m_random{seed} {}
    std::size_t below(std::size_t end) { return m_random() % end; }
    double people() { return static_cast<double>(below(2000)) * 5; }
    double degrees() { return static_cast<double>(m_random()) / 4e8; }
    Three three() { return {-people(), people(), people()}; }
    std::string text()
    {
        static constexpr std::array<std::string_view, 8> pieces{"a", "É", "'", "\"", "<", "%", "你", " "};
        std::string made;
        for (auto left = below(12); left > 0; --left) made += pieces[below(pieces.size())];
        return made;
    }
    ProposalArea area() { return {text(), text(), people(), three(), three(), three()}; }
    ProposalSpot spot() { return {text(), text(), {degrees(), degrees()}}; }

private:
    std::mt19937 m_random;
};

Proposal make_any(Chance& chance)
{
    Proposal made;
    made.municipality = chance.below(2) == 0 ? "GM0001" : "GM0002";
    made.name = chance.text() + "x";
    made.addition = static_cast<Addition>(chance.below(5));
    made.profile = chance.text();
    made.category = chance.text();
    made.legs = chance.below(2) == 0 ? graph::LegLimit::soft : graph::LegLimit::hard;
    made.at = chance.spot();
    if (chance.below(2) == 0) made.to = chance.spot();
    made.minutes = static_cast<int>(chance.below(16));
    made.group = chance.text();
    made.whole = chance.area();
    for (auto left = chance.below(4); left > 0; --left) made.gains.push_back(chance.area());
    made.network_dataset = chance.text();
    made.network_date = chance.text();
    made.attribution = chance.text();
    for (auto left = chance.below(4); left > 0; --left) made.datasets.push_back(chance.text());
    made.method_version = chance.text();
    made.code_version = chance.text();
    made.settings = R"({"draws":20})";
    made.made_on = "2026-11-" + std::to_string(10 + chance.below(20));
    made.review = static_cast<ProposalReview>(chance.below(3));
    return made;
}

std::string keep(store::Store& store, Proposal const& proposal)
{
    return store.write([&](store::Session& session) -> Result<std::string> { return add_proposal(session, proposal); })
        .value();
}

} // namespace

TEST_CASE("whatever was kept reads back the same")
{
    auto const store = open_store();
    Chance chance{7};
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        auto made = make_any(chance);
        made.id = keep(*store, made);
        auto const read = store->read([&](store::Session& session) { return find_proposal(session, made.id); });
        REQUIRE(read);
        CHECK(*read == made);
    }
    CHECK_FALSE(store->read([&](store::Session& session) { return find_proposal(session, nobody); }));
}

TEST_CASE("lists hold one review and municipality, newest day first, and miss nothing")
{
    auto const store = open_store();
    Chance chance{11};
    std::size_t shown_here = 0;
    std::size_t shown = 0;
    for (int round = 0; round < 60; ++round) {
        auto const made = make_any(chance);
        static_cast<void>(keep(*store, made));
        if (made.review != ProposalReview::shown) continue;
        ++shown;
        if (made.municipality == "GM0001") ++shown_here;
    }
    REQUIRE(shown_here > 0);
    REQUIRE(shown > shown_here);
    store->read([&](store::Session& session) {
        auto const here = load_proposals(session, "GM0001", ProposalReview::shown);
        CHECK(here.size() == shown_here);
        for (std::size_t at = 0; at < here.size(); ++at) {
            CHECK(here[at].municipality == "GM0001");
            CHECK(here[at].review == ProposalReview::shown);
            if (at > 0) CHECK(here[at - 1].made_on >= here[at].made_on);
        }
        CHECK(load_proposals(session, "", ProposalReview::shown).size() == shown);
        CHECK(count_proposals(session, ProposalReview::shown) == static_cast<std::int64_t>(shown));
    });
}

TEST_CASE("a review changes the review and nothing else")
{
    auto const store = open_store();
    Chance chance{3};
    auto made = make_any(chance);
    made.review = ProposalReview::waiting;
    made.id = keep(*store, made);
    REQUIRE(store->write([&](store::Session& session) -> Result<void> {
        CHECK(review_proposal(session, made.id, ProposalReview::shown));
        CHECK_FALSE(review_proposal(session, nobody, ProposalReview::shown));
        auto const read = find_proposal(session, made.id);
        REQUIRE(read);
        made.review = ProposalReview::shown;
        CHECK(*read == made);
        return {};
    }));
}

TEST_CASE("what is erased is gone whole, and nothing else is")
{
    auto const store = open_store();
    Chance chance{4};
    auto const gone = keep(*store, make_any(chance));
    auto stays = make_any(chance);
    stays.id = keep(*store, stays);
    REQUIRE(store->write([&](store::Session& session) -> Result<void> {
        CHECK(erase_proposal(session, gone));
        CHECK_FALSE(erase_proposal(session, gone));
        CHECK_FALSE(find_proposal(session, gone));
        CHECK(*find_proposal(session, stays.id) == stays);
        std::int64_t areas = 0;
        session.query("SELECT count(*) FROM reach_proposal_area WHERE proposal_id = $1", {gone},
                      [&](store::Row const& row) { areas = row.integer(0); });
        CHECK(areas == 0);
        return {};
    }));
}

TEST_CASE("the same question and name of one day is the same proposal, until it was removed")
{
    auto const store = open_store();
    Chance chance{5};
    auto made = make_any(chance);
    made.review = ProposalReview::waiting;
    made.id = keep(*store, made);
    REQUIRE(store->write([&](store::Session& session) -> Result<void> {
        CHECK(find_same_proposal(session, made) == made.id);
        auto other = made;
        other.name += "!";
        CHECK_FALSE(find_same_proposal(session, other));
        other = made;
        other.legs = made.legs == graph::LegLimit::soft ? graph::LegLimit::hard : graph::LegLimit::soft;
        CHECK_FALSE(find_same_proposal(session, other));
        other = made;
        other.made_on = "2027-01-01";
        CHECK_FALSE(find_same_proposal(session, other));
        CHECK(review_proposal(session, made.id, ProposalReview::removed));
        CHECK_FALSE(find_same_proposal(session, made));
        return {};
    }));
}

TEST_CASE("a name has 1 to 80 characters, whatever the script")
{
    auto const name = [](std::string_view typed) {
        auto const checked = check_proposal_name(typed);
        return checked ? *checked : checked.error().code;
    };
    std::string const long_letters = [] {
        std::string text;
        for (int i = 0; i < 80; ++i) text += "é";
        return text;
    }();
    CHECK(name("  Ontmoeten in de kerk ") == "Ontmoeten in de kerk");
    CHECK(name(long_letters) == long_letters);
    CHECK(name(long_letters + "é") == "reach.bad_proposal_name");
    CHECK(name("") == "reach.bad_proposal_name");
    CHECK(name(" \t ") == "reach.bad_proposal_name");
    CHECK(name("een\nregel") == "reach.bad_proposal_name");
    CHECK(name("\xff") == "reach.bad_proposal_name");
}

TEST_CASE("words of a review are read back, and others are none")
{
    for (auto const review : {ProposalReview::waiting, ProposalReview::shown, ProposalReview::removed})
        CHECK(parse_proposal_review(to_word(review)) == review);
    CHECK_FALSE(parse_proposal_review("accepted"));
}

TEST_CASE("what has changed since: the map first, then figures, then rules")
{
    auto const store = open_store();
    auto const& rules = *walking::Rules::built_in();
    auto const publish = [&](std::vector<std::string> inputs) {
        REQUIRE(store->write([&](store::Session& session) -> Result<void> {
            runs::Run run;
            run.kind = run_kind;
            run.subject = "GM0001";
            run.method = "reach";
            run.inputs = std::move(inputs);
            static_cast<void>(runs::publish(session, run));
            return {};
        }));
    };
    std::string const map{"00000000-0000-7000-8000-000000000001"};
    std::string const figures{"00000000-0000-7000-8000-000000000002"};
    std::string const newer{"00000000-0000-7000-8000-000000000003"};
    Proposal made;
    made.municipality = "GM0001";
    made.network_dataset = map;
    made.datasets = {map, figures};
    made.method_version = reach::reach_version;
    made.settings = R"({"categories":")" + rules.categories.version() + R"(","profiles":")" + rules.profiles.version() +
                    R"(","priors":")" + rules.priors.version + R"("})";
    auto const since = [&](Proposal const& proposal) {
        return store->read([&](store::Session& session) { return find_since(session, proposal, rules); });
    };
    CHECK(since(made) == Since::nothing); // no run to hold it against
    publish({map, figures});
    CHECK(since(made) == Since::nothing);
    auto other = made;
    other.method_version = "0";
    CHECK(since(other) == Since::other_rules);
    other = made;
    other.settings = R"({"categories":"x"})";
    CHECK(since(other) == Since::other_rules);
    publish({map, newer});
    CHECK(since(made) == Since::newer_figures);
    publish({figures, newer});
    CHECK(since(made) == Since::newer_map);
}
