// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/advise.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace wf::effect;

namespace {

template <class Visit>
void each_situation(Visit const& visit)
{
    for (auto const others : {Others::never, Others::later, Others::none})
        for (auto const decides : {Decider::lot, Decider::organisation, Decider::people})
            for (std::uint64_t const before : {0U, 1U, 2U, 3U, 4U, 9U, 30U})
                for (std::uint64_t const after : {0U, 1U, 2U, 3U, 9U, 30U})
                    for (std::uint64_t const people : {0U, 19U, 20U, 63U, 64U, 5000U})
                        for (std::uint64_t const clusters : {0U, 1U, 2U, 3U, 5U, 6U, 9U, 10U, 39U, 40U})
                            for (std::uint64_t const starts : {1U, 2U, 3U, 12U})
                                for (bool const stagger : {false, true})
                                    for (bool const selected : {false, true})
                                        visit(Situation{others, decides, before, after, people, clusters, starts,
                                                        stagger, selected});
}

std::string_view code(Situation const& situation)
{
    return advise(situation).first.code;
}

bool warns(Situation const& situation, std::string_view caution)
{
    for (auto const& each : advise(situation).cautions)
        if (each.code == caution) return true;
    return false;
}

} // namespace

TEST_CASE("every combination of answers has a design with its command, or a refusal with a remedy")
{
    std::map<std::string_view, int> met;
    std::set<std::string_view> cautions;
    each_situation([&](Situation const& situation) {
        auto const advised = advise(situation);
        ++met[advised.first.why.nl];
        if (advised.first.kind == Kind::refusal) {
            if (advised.first.remedy.nl.empty() || !advised.cautions.empty()) FAIL(advised.first.code);
        } else if (advised.first.kind != Kind::design || !advised.first.command.starts_with("calc effect ")) {
            FAIL(advised.first.code);
        }
        for (auto const& caution : advised.cautions) cautions.insert(caution.code);
        // What no design may do.
        auto const design = advised.first.code;
        if (situation.after == 0) CHECK(advised.first.kind == Kind::refusal);
        if ((design == "did" || design == "prepost") && situation.before == 0) FAIL(design);
        if ((design == "did" || design == "compare") && situation.others == Others::none) FAIL(design);
        if (design == "permute" && situation.decides != Decider::lot) FAIL(design);
    });
    // No rule is never met.
    for (auto const& advice : all_advice()) {
        if (advice.kind == Kind::caution) CHECK_MESSAGE(cautions.count(advice.code) == 1, advice.code);
        else CHECK_MESSAGE(met.count(advice.why.nl) == 1, advice.code << " " << advice.why.en);
    }
}

TEST_CASE("each rule says why in two languages, what to do, and where that comes from")
{
    for (auto const& advice : all_advice()) {
        for (auto const text :
             {advice.code, advice.why.nl, advice.why.en, advice.remedy.nl, advice.remedy.en, advice.source})
            CHECK_MESSAGE(!text.empty(), advice.code);
        CHECK((advice.kind == Kind::design) == !advice.command.empty());
        for (auto const text : {advice.why.nl, advice.why.en, advice.remedy.nl, advice.remedy.en})
            CHECK_MESSAGE(text.ends_with('.'), text);
    }
}

TEST_CASE("situations as they are met")
{
    // A walk-in group of 45, measured before and after, people come of themselves.
    Situation walk_in{Others::none, Decider::people, 1, 1, 45, 0, 1, false, false};
    CHECK(code(walk_in) == "prepost");
    CHECK(warns(walk_in, "small"));
    walk_in.selected_on_outcome = true;
    CHECK(code(walk_in) == "regression_to_the_mean");
    walk_in.before = 2;
    CHECK(code(walk_in) == "prepost");
    CHECK(warns(walk_in, "regression_to_the_mean"));
    // Twelve neighbourhoods that get a community builder one after the other.
    Situation wave{Others::later, Decider::organisation, 1, 4, 600, 12, 4, true, false};
    CHECK(code(wave) == "stepped-wedge");
    wave.can_stagger = false; // it is running already, in an order that nobody drew
    CHECK(code(wave) == "did-staggered");
    // Four neighbourhoods, two of them with, measured before.
    Situation four{Others::never, Decider::organisation, 2, 1, 200, 4, 1, false, false};
    CHECK(code(four) == "did");
    CHECK(advise(four).first.command.find("wild-bootstrap") != std::string_view::npos);
    CHECK(warns(four, "few_clusters"));
    CHECK(!warns(four, "trends_unseen"));
    // A waiting list with a lot.
    CHECK(code({Others::later, Decider::lot, 1, 1, 80, 0, 1, false, true}) == "compare");
    CHECK(code({Others::never, Decider::lot, 1, 1, 80, 8, 1, false, false}) == "permute");
    CHECK(code({Others::never, Decider::people, 0, 1, 80, 0, 1, false, false}) == "compare");
    CHECK(warns({Others::never, Decider::people, 0, 1, 80, 0, 1, false, false}, "self_selection"));
    CHECK(code({Others::never, Decider::organisation, 0, 1, 80, 0, 1, false, true}) == "selected_without_before");
    CHECK(code({Others::none, Decider::organisation, 24, 12, 1, 1, 1, false, false}) == "series");
    CHECK(code({Others::none, Decider::organisation, 0, 1, 100, 0, 1, false, false}) == "nothing_to_compare");
    CHECK(code({Others::none, Decider::organisation, 1, 1, 12, 0, 1, false, false}) == "too_few");
    CHECK(code({Others::none, Decider::organisation, 1, 1, 120, 1, 1, false, false}) == "one_cluster");
    CHECK(code({Others::never, Decider::organisation, 1, 0, 120, 10, 1, false, false}) == "not_measured");
}
