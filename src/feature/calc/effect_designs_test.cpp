// SPDX-License-Identifier: EUPL-1.2
// Commands of designs over time: small panels by hand, and the counties beside the project.
#include "base/text.hpp"
#include "feature/calc/test_run.hpp"

#include <algorithm>

using namespace wf;
using namespace wf::calc::test;

namespace {

/// Six that begin at 2 (changes 2 and 6), eight that never do (1 and 3).
std::string small_panel()
{
    std::string csv = "who,when,y,first,on,age,days\n";
    for (int unit = 0; unit < 14; ++unit) {
        int const first = unit < 6 ? 2 : 0;
        int const change = (unit < 6 ? 2 : 1) * (unit % 2 == 0 ? 1 : 3);
        for (int time = 1; time <= 2; ++time)
            csv += "u" + std::to_string(unit) + "," + std::to_string(time) + "," +
                   std::to_string(10 * unit + (time == 2 ? change : 0)) + "," + std::to_string(first) + "," +
                   (first > 0 && time >= first ? "1" : "0") + "," + std::to_string(unit * unit % 7) + "," +
                   std::to_string(365 * (unit * unit % 7)) + "\n";
    }
    return csv;
}

Outcome staggered(std::string const& csv, Options more = {})
{
    SmallFile const file{csv};
    Options options{{"outcome", "y"}, {"unit", "who"}, {"time", "when"}, {"first-treated", "first"}};
    options.insert(options.end(), more.begin(), more.end());
    return run("calc effect did-staggered", {file.name()}, options);
}

Outcome decompose(std::string const& csv)
{
    SmallFile const file{csv};
    return run("calc effect did-decompose", {file.name()},
               {{"outcome", "y"}, {"unit", "who"}, {"time", "when"}, {"treated", "on"}});
}

Outcome advise(std::string const& json, Options options = {})
{
    SmallFile const file{json};
    return run("calc effect advise", {file.name()}, std::move(options));
}

std::string turned(std::string const& csv)
{
    std::vector<std::string> lines;
    std::istringstream in{csv};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    std::reverse(lines.begin() + 1, lines.end());
    std::string out;
    for (auto const& line : lines) out += line + "\n";
    return out;
}

} // namespace

TEST_CASE("did-staggered: a small panel by hand, in any order of its rows")
{
    auto const there = staggered(small_panel());
    REQUIRE(there.status);
    CHECK(*there.status == 0);
    CHECK(has(there.out, R"("att_gt":[{"group":2,"time":2,"att":2,"se":0.88)")); // sqrt(4/6 + 1/8) = 0.8898
    // t.test of R 4.2.2 on the changes: 2 and 6 three times, 1 and 3 four times.
    CHECK(has(there.out, R"("ci":[-0.31050929)"));
    CHECK(has(there.out, R"("statistic":2.05971460)"));
    CHECK(has(there.out, R"("df":6.7904863)"));
    CHECK(has(there.out, R"("p":0.07963578)"));
    CHECK(has(there.out, R"("dynamic":{"att":2,)"));
    CHECK(has(there.out, R"("by":[{"event_time":0,"att":2,)"));
    CHECK(has(there.out, R"("pretest":null)"));
    CHECK(has(there.out, R"("basis":{"n":28,"missing":0,"method":"did-staggered","method_version":"2","units":14)"));
    CHECK(has(there.out, "no_pretest"));
    CHECK(staggered(turned(small_panel())).out == there.out);
    auto const with_age = staggered(small_panel(), {{"covariates", "age"}, {"estimator", "reg"}});
    CHECK(has(with_age.out, R"("status":"answered")"));
    CHECK(staggered(turned(small_panel()), {{"covariates", "age"}, {"estimator", "reg"}}).out == with_age.out);
}

TEST_CASE("did-staggered: units that miss a moment are left out and counted")
{
    auto const outcome = staggered(small_panel() + "late,2,5,0,0,1,1\nlost,1,NA,2,0,1,1\nlost,2,4,2,1,1,1\n");
    REQUIRE(outcome.status);
    CHECK(has(outcome.out, R"("n":31,"missing":3)"));
    CHECK(has(outcome.out, R"({"code":"units_dropped","text":"2 units)"));
}

TEST_CASE("did-staggered: what has no answer is refused with its code")
{
    auto const refused = [](std::string const& csv, Options options, std::string_view code) {
        auto const outcome = staggered(csv, std::move(options));
        if (!outcome.status) FAIL(code << ": " << to_line(outcome.status.error()));
        CHECK(*outcome.status == 3);
        CHECK_MESSAGE(has(outcome.out, "\"status\":\"refused\",\"reason\":{\"code\":\"" + std::string{code} + "\""),
                      outcome.out);
        CHECK(!has(outcome.out, "nan"));
    };
    std::string const head = "who,when,y,first\n";
    refused(head + "a,1,2,0\na,2,3,0\nb,1,1,0\nb,2,5,0\n", {}, "nobody_treated");
    refused(head + "a,1,2,1\na,2,3,1\nb,1,1,0\nb,2,5,0\n", {}, "nobody_treated");
    refused(head + "a,1,2,2\na,2,3,2\nb,1,1,2\nb,2,5,2\n", {}, "no_controls");
    refused(head + "a,1,2,2\nb,1,1,0\n", {}, "one_period");
    refused(head + "a,1,2,2\na,2,3,2\nb,1,1,0\nb,2,5,0\n", {}, "too_few");
    refused(head, {}, "one_period");
    refused(small_panel(), {{"covariates", "age,days"}}, "singular");
    refused(small_panel(), {{"covariates", "first"}}, "singular");
    refused(small_panel(), {{"covariates", "first"}, {"estimator", "ipw"}}, "no_overlap");
}

TEST_CASE("did-staggered: wrong input names what and where")
{
    auto const error_of = [](std::string const& csv, Options options = {}) {
        auto const outcome = staggered(csv, std::move(options));
        REQUIRE(!outcome.status);
        return outcome.status.error();
    };
    auto const twice = error_of(small_panel() + "u3,1,4,2,0,1,1\n");
    CHECK(twice.code == "effect.unit_twice");
    CHECK(has(twice.field, "line 30"));
    CHECK(has(twice.detail, "unit u3 at 1"));
    CHECK(error_of("who,when,y,first\na,1,2,2\na,2,3,3\n").code == "effect.first_treated_changes");
    CHECK(error_of("who,when,y,first\na,1,2,-2\na,2,3,-2\n").code == "effect.negative");
    CHECK(error_of(small_panel(), {{"control", "later"}}).field == "--control");
    CHECK(error_of(small_panel(), {{"estimator", "best"}}).field == "--estimator");
    CHECK(error_of(small_panel(), {{"base", "none"}}).field == "--base");
    CHECK(error_of(small_panel(), {{"anticipation", "-1"}}).field == "--anticipation");
    CHECK(error_of(small_panel(), {{"covariates", "weight"}}).code == "csv.column_missing");
    CHECK(!run("calc effect did-staggered", {"x.csv"}, {{"outcome", "y"}}).status);
}

TEST_CASE("did-decompose: by hand, and what compares with who is treated already is told")
{
    // Early, late and never (kernel/effect/bacon_test.cpp).
    std::string const csv =
        "who,when,y,on\ne,1,0,0\ne,2,2,1\ne,3,6,1\nl,1,5,0\nl,2,5,0\nl,3,7,1\nn,1,1,0\nn,2,1,0\nn,3,1,0\n";
    auto const outcome = decompose(csv);
    REQUIRE(outcome.status);
    constexpr std::string_view key = "{\"twfe\":";
    REQUIRE(has(outcome.out, key));
    CHECK(std::strtod(outcome.out.c_str() + outcome.out.find(key) + key.size(), nullptr) == doctest::Approx(2));
    CHECK(has(outcome.out, R"({"type":"treated_vs_never","treated":2,"untreated":"never","estimate":4,)"));
    CHECK(has(outcome.out, R"({"type":"later_vs_earlier","treated":3,"untreated":2,"estimate":-2,)"));
    CHECK(has(outcome.out, "16.7 % of the regression"));
    CHECK(decompose(turned(csv)).out == outcome.out);
    CHECK(has(decompose("who,when,y,on\na,1,0,0\na,2,2,1\nb,1,0,0\nb,2,1,1\n").out, R"("code":"no_controls")"));
    CHECK(decompose("who,when,y,on\na,1,0,0\na,2,2,2004\n").status.error().code == "effect.not_yes_or_no");
}

TEST_CASE("power: as R power.t.test, and what is missing or out of range is said")
{
    auto const outcome = run("calc effect power", {}, {{"design", "compare"}, {"effect", "0.5"}, {"power", "0.8"}});
    REQUIRE(outcome.status);
    CHECK(has(outcome.out, R"({"power":0.8014595579)"));
    CHECK(has(outcome.out, R"("n":64,"n_control":64,"people":128,"effect":0.5,)"));
    auto const pairs =
        run("calc effect power", {}, {{"design", "prepost"}, {"effect", "0.5"}, {"r", "0.5"}, {"n", "34"}});
    CHECK(has(pairs.out, R"({"power":0.80777750127)"));
    auto const wedge =
        run("calc effect power", {},
            {{"design", "stepped-wedge"}, {"effect", "0.3"}, {"cluster-size", "20"}, {"icc", "0.05"}, {"n", "8"}});
    CHECK(has(wedge.out, "cac_assumed"));
    CHECK(has(wedge.out, "few_clusters"));
    CHECK(!has(wedge.out, "\"df\""));
    auto const field = [](Options options) {
        return run("calc effect power", {}, std::move(options)).status.error().field;
    };
    CHECK(field({{"effect", "1"}}) == "--design");
    CHECK(field({{"design", "did"}}) == "--effect");
    CHECK(field({{"design", "prepost"}, {"effect", "1"}}) == "--r");
    CHECK(field({{"design", "compare"}, {"effect", "0"}}) == "--effect");
    CHECK(field({{"design", "compare"}, {"effect", "1"}, {"n", "5"}, {"power", "0.8"}}) == "--power");
    CHECK(field({{"design", "compare"}, {"effect", "1"}, {"icc", "0.1"}}) == "--icc");
    auto const far = run("calc effect power", {}, {{"design", "compare"}, {"effect", "0.000001"}});
    REQUIRE(far.status);
    CHECK(*far.status == 3);
    CHECK(has(far.out, "out_of_reach"));
}

TEST_CASE("advise: a design with its cautions, a refusal with its remedy, and answers that are wrong")
{
    std::string const waiting =
        R"({"others":"later","decides":"lot","before":1,"after":1,"people":80,"clusters":0,"starts":1,)"
        R"("can_stagger":false,"selected_on_outcome":true})";
    auto const outcome = advise(waiting);
    REQUIRE(outcome.status);
    CHECK(has(outcome.out, R"({"design":"compare","command":"calc effect compare)"));
    CHECK(has(outcome.out, R"({"code":"regression_to_the_mean",)"));
    auto alone = waiting;
    alone.replace(alone.find("later"), 5, "none");
    auto const refused = advise(alone, {{"language", "nl"}});
    REQUIRE(refused.status);
    CHECK(*refused.status == 3);
    CHECK(has(refused.out, R"("code":"regression_to_the_mean","text":"De mensen zijn gekozen)"));
    CHECK(has(refused.out, "Meet twee keer voor het begin"));
    auto const field = [](std::string const& json) { return advise(json).status.error().field; };
    CHECK(has(field(R"({"others":"some"})"), "others"));
    CHECK(has(field(R"({"others":"none","colour":1})"), "colour"));
    CHECK(has(field(R"({"others":"none","decides":"lot","before":-1})"), "before"));
    CHECK(has(field(R"({"others":"none","decides":"lot","before":1.5})"), "before"));
    CHECK(advise("[1]").status.error().code == "effect.answer");
    CHECK(advise("{").status.error().code == "json.syntax");
}
