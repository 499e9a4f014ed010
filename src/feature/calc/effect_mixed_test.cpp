// SPDX-License-Identifier: EUPL-1.2
// `calc effect mixed` as a researcher calls it. Expected: lme4 1.1-31 on its sleepstudy (beside the project), and by hand.
#include "feature/calc/test_run.hpp"
#include "kernel/stat/test_golden.hpp"
#include "platform/json/json.hpp"

#include <cmath>

using namespace wf;
using namespace wf::calc::test;

namespace {

json::Value answer(std::string const& file, Options options)
{
    auto const outcome = run("calc effect mixed", {file}, std::move(options));
    REQUIRE(outcome.status);
    REQUIRE_MESSAGE(*outcome.status == 0, outcome.out);
    return *json::read(outcome.out)->find("answer");
}

bool near(json::Value const* found, double expected, double tolerance)
{
    REQUIRE(found != nullptr);
    REQUIRE(found->number());
    return std::abs(*found->number() - expected) <= tolerance * std::abs(expected);
}

json::Value const* number(json::Value const& value, char const* list, std::size_t i, char const* key)
{
    return value.find(list)->array()->at(i).find(key);
}

// Three groups of two: see mixed_test.cpp.
std::string const six = "y,g,h,x\n0,a,n,1\n2,a,n,2\n4,b,n,3\n6,b,n,1\n8,c,s,2\n10,c,s,3\n";

Error error_of(Options options)
{
    SmallFile const file{six};
    auto const outcome = run("calc effect mixed", {file.name()}, std::move(options));
    REQUIRE(!outcome.status);
    return outcome.status.error();
}

std::string refusal_of(std::string const& text, Options options)
{
    SmallFile const file{text};
    auto const outcome = run("calc effect mixed", {file.name()}, std::move(options));
    REQUIRE(outcome.status);
    CHECK(*outcome.status == 3);
    return *json::read(outcome.out)->find("reason")->find("code")->text();
}

} // namespace

TEST_CASE("days without sleep: a level and a slope for each person, as published")
{
    if (!golden::is_present("01_impact/sleepstudy.csv")) return;
    auto const file = golden::path("01_impact/sleepstudy.csv");
    auto const reference = json::read(load(golden::path("01_impact/reference_clustered_and_mixed.json")));
    auto const& expected = *reference->find("sleepstudy");
    auto const found = answer(file, {{"outcome", "Reaction"}, {"fixed", "Days"}, {"random", "Days|Subject"}});
    auto const theirs = [&](char const* key, std::size_t i) { return *expected.find(key)->array()->at(i).number(); };
    CHECK(near(number(found, "fixed", 0, "estimate"), *expected.find("fixef")->find("(Intercept)")->number(), 1e-9));
    CHECK(near(number(found, "fixed", 1, "estimate"), *expected.find("fixef")->find("Days")->number(), 1e-9));
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(near(number(found, "fixed", i, "se"), theirs("se", i), 1e-5));
        CHECK(near(&number(found, "random", 0, "sd")->array()->at(i), theirs("sd", i), 1e-5));
    }
    CHECK(near(number(found, "random", 0, "correlation"), *expected.find("corr")->number(), 1e-3));
    CHECK(near(found.find("sigma"), *expected.find("sigma")->number(), 1e-6));
    CHECK(near(found.find("reml"), *expected.find("REMLcrit")->number(), 1e-9));
    CHECK(near(found.find("loglik"), -*expected.find("REMLcrit")->number() / 2, 1e-9));
}

TEST_CASE("groups of equal size by hand")
{
    SmallFile const file{six};
    auto const found = answer(file.name(), {{"outcome", "y"}, {"random", "1|g"}});
    CHECK(near(number(found, "fixed", 0, "estimate"), 5, 1e-12));
    CHECK(near(number(found, "fixed", 0, "se"), std::sqrt(32.0 / 6), 1e-7));
    CHECK(near(&number(found, "random", 0, "sd")->array()->at(0), std::sqrt(15), 1e-7));
    CHECK(near(found.find("sigma"), std::sqrt(2), 1e-7));
    // Full likelihood: 32 becomes 2 * 32 / 3, so (64/3 - 2) / 2.
    auto const full = answer(file.name(), {{"outcome", "y"}, {"random", "1|g"}, {"ml", "yes"}});
    CHECK(near(&number(full, "random", 0, "sd")->array()->at(0), std::sqrt(29.0 / 3), 1e-7));
    CHECK(full.find("reml") == nullptr);
    CHECK(full.find("deviance") != nullptr);
}

TEST_CASE("groups inside groups are a term each, and a variance at its border is told")
{
    std::string text = "y,g,h\n";
    for (int i = 0; i < 24; ++i)
        text += std::to_string((i * 7) % 5) + "," + std::to_string(i / 2 % 3) + "," + std::to_string(i / 6) + "\n";
    SmallFile const file{text};
    auto const outcome = run("calc effect mixed", {file.name()}, {{"outcome", "y"}, {"random", "1|h/g"}});
    REQUIRE(outcome.status);
    CHECK(has(outcome.out, R"({"group":"h","groups":4)"));
    CHECK(has(outcome.out, R"({"group":"h/g","groups":12)"));
    CHECK(has(outcome.out, R"("code":"boundary")"));
}

TEST_CASE("refused and typed wrongly")
{
    CHECK(refusal_of("y,g\n1,a\n2,a\n3,a\n4,a\n", {{"outcome", "y"}, {"random", "1|g"}}) == "one_group");
    CHECK(refusal_of("y,g\n1,a\n2,b\n3,c\n4,d\n", {{"outcome", "y"}, {"random", "1|g"}}) == "no_repeats");
    CHECK(refusal_of("y,g\nNA,a\n", {{"outcome", "y"}, {"random", "1|g"}}) == "no_rows");
    CHECK(refusal_of("y,g\n1,a\n", {{"outcome", "y"}, {"random", "1|g"}}) == "too_few_rows");
    for (auto const* wrong : {"g", "|g", "1|", "1|g/", "1|/g"})
        CHECK(error_of({{"outcome", "y"}, {"random", wrong}}).field == "--random");
    CHECK(error_of({{"outcome", "y"}}).field == "--random");
    CHECK(error_of({{"random", "1|g"}}).field == "--outcome");
    CHECK(error_of({{"outcome", "y"}, {"random", "h|g"}}).code == "csv.not_a_number");
}
