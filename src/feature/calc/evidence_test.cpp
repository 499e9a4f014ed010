// SPDX-License-Identifier: EUPL-1.2
// `calc evidence` as a researcher calls it. Expected: metafor 3.8 on its own data sets (beside the project, test_golden.hpp), the page of
// each data set in its manual, and small files by hand.
#include "feature/calc/test_evidence.hpp"
#include "kernel/stat/test_golden.hpp"

#include <array>
#include <cctype>
#include <cmath>

using namespace wf;
using namespace wf::calc::test;

namespace {

std::string lower(std::string text)
{
    for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text == "fe" ? "fixed" : text;
}

/// A name of reference.json and where the same stands in our answer.
std::vector<std::pair<std::string, std::string>> const names{{"b", "estimate"},
                                                             {"se", "se"},
                                                             {"stat", "statistic"},
                                                             {"p", "p"},
                                                             {"ci.lb", "ci.0"},
                                                             {"ci.ub", "ci.1"},
                                                             {"tau2", "tau2"},
                                                             {"I2", "i2"},
                                                             {"H2", "h2"},
                                                             {"QE", "q"},
                                                             {"QEp", "q_p"},
                                                             {"se.tau2", "tau2_se"},
                                                             {"pi.lb", "prediction.0"},
                                                             {"pi.ub", "prediction.1"}};

std::size_t compare(json::Value const& found, json::Value const& expected, std::string const& what)
{
    std::size_t compared = 0;
    for (auto const& [theirs, ours] : names) {
        auto const* const value = expected.find(theirs);
        if (value == nullptr || !value->number()) continue;
        // metafor stopped where tau2 moved less than 1e-5; with 1e-13 it agrees to ten digits (docs/methods/evidence.md).
        double const tolerance = theirs == "I2" || theirs == "H2" ? 1e-3 : 1e-4;
        CHECK_MESSAGE(near(at(found, ours), *value->number(), tolerance), what, " ", theirs);
        ++compared;
    }
    return compared;
}

std::string const small = "yi,vi,kind,site\n0.1,0.1,a,1\n0.4,0.2,b,1\n-0.2,0.1,a,2\n0.9,0.3,b,2\n0.3,0.2,b,3\n";

} // namespace

TEST_CASE("every method on raudenbush1985 and bangertdrowns2004, as metafor has it")
{
    if (!golden::is_present("02_meta/reference.json")) return;
    auto const reference = json::read(load(golden::path("02_meta/reference.json")));
    REQUIRE(reference);
    std::size_t compared = 0;
    for (auto const& [set, fits] : *reference->object()) {
        auto const file = golden::path("02_meta/dat_" + set + ".csv");
        for (auto const& [name, expected] : *fits.object()) {
            auto const split = name.find('_');
            if (split == std::string::npos || name.starts_with("metareg") || !expected.object()) continue;
            auto const method = lower(name.substr(0, split));
            auto const found = answer("pool", file, with({{"method", method}, {"test", name.substr(split + 1)}}));
            compared += compare(found, expected, set + " " + name);
            if (auto const* const weights = expected.find("weights")) {
                for (std::size_t i = 0; i < weights->array()->size(); ++i)
                    CHECK(near(at(found, "weights." + std::to_string(i)), *(*weights->array())[i].number(), 1e-3));
            }
            if (auto const* const filled = expected.find("trimfill")) {
                auto const bias = answer("bias", file, yi_vi);
                CHECK(near(at(bias, "egger.statistic"), *expected.find("egger_z")->number()));
                CHECK(near(at(bias, "egger.p"), *expected.find("egger_p")->number()));
                CHECK(at(bias, "trim_fill.k0") == *filled->find("k0")->number());
                CHECK(near(at(bias, "trim_fill.estimate"), *filled->find("b")->number()));
            }
        }
    }
    MESSAGE(compared << " numbers compared");
    CHECK(compared > 400);
}

TEST_CASE("teacher expectancy by weeks, cut at three")
{
    if (!golden::is_present("02_meta/reference.json")) return;
    auto const table = load(golden::path("02_meta/dat_raudenbush1985.csv"));
    std::string made = "yi,vi,weeks3\n";
    std::istringstream lines{table};
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::vector<std::string> cells;
        std::istringstream in{line};
        for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
        auto const n = cells.size();
        // study, "author", year, weeks, ... yi, vi; an author may hold a comma, so count from the end.
        made += cells[n - 2] + "," + cells[n - 1] + "," + std::to_string(std::min(3, std::stoi(cells[n - 7]))) + "\n";
    }
    SmallFile const file{made};
    auto const reference = json::read(load(golden::path("02_meta/reference.json")));
    auto const& fits = *reference->find("raudenbush1985")->find("metareg_weeks3");
    for (auto const& [name, expected] : *fits.object()) {
        auto const split = name.find('_');
        if (split == std::string::npos) continue;
        auto const found = answer("pool", file.name(),
                                  with({{"method", lower(name.substr(0, split))},
                                        {"test", name.substr(split + 1)},
                                        {"moderators", "weeks3"}}));
        for (std::size_t i = 0; i < 2; ++i) {
            auto const one = "coefficients." + std::to_string(i) + ".";
            auto const theirs = [&](char const* key) { return *(*expected.find(key)->array())[i].number(); };
            CHECK(near(at(found, one + "estimate"), theirs("b")));
            CHECK(near(at(found, one + "se"), theirs("se")));
            CHECK(near(at(found, one + "statistic"), theirs("stat")));
            CHECK(near(at(found, one + "p"), theirs("p")));
            CHECK(near(at(found, one + "ci.0"), theirs("ci.lb")));
            CHECK(near(at(found, one + "ci.1"), theirs("ci.ub")));
        }
        for (auto const& [theirs, ours] : std::vector<std::pair<std::string, std::string>>{
                 {"QM", "qm"}, {"QMp", "qm_p"}, {"QE", "qe"}, {"QEp", "qe_p"}, {"tau2", "tau2"}}) {
            CHECK_MESSAGE(near(at(found, ours), *expected.find(theirs)->number(), 2e-4), name, " ", theirs);
        }
        // metafor stops near 0 where the top is at 0, and says so in the fourth digit of i2.
        CHECK(std::abs(at(found, "i2") - *expected.find("I2")->number()) < 0.02);
    }
}

TEST_CASE("tuberculosis: from tables to the published pool")
{
    if (!golden::is_present("02_meta/dat_bcg.csv")) return;
    auto const file = golden::path("02_meta/dat_bcg.csv");
    auto const sizes = answer("effect-size", file,
                              {{"measure", "rr"}, {"ai", "tpos"}, {"bi", "tneg"}, {"ci", "cpos"}, {"di", "cneg"}});
    CHECK(near(at(sizes, "rows.0.yi"), -0.889311333920205, 1e-12));
    CHECK(near(at(sizes, "rows.0.vi"), 0.325584765003961, 1e-12));
    auto const z = answer("pool", file, yi_vi);
    CHECK(near(at(z, "estimate"), -0.7145));
    CHECK(near(at(z, "se"), 0.1798));
    CHECK(near(at(z, "ci.0"), -1.0669));
    CHECK(near(at(z, "ci.1"), -0.3622));
    CHECK(near(at(z, "tau2"), 0.3132));
    CHECK(near(at(z, "i2"), 92.22));
    CHECK(near(at(z, "q"), 152.233));
    auto const knha = answer("pool", file, with({{"test", "knha"}}));
    CHECK(near(at(knha, "ci.0"), -1.1084));
    CHECK(near(at(knha, "ci.1"), -0.3206));
    CHECK(near(at(answer("pool", file, with({{"method", "dl"}})), "tau2"), 0.30876));
    // rma(yi, vi, mods = ~ ablat + alloc), leave1out, cumul(order = year): metafor 3.8.
    auto const by = answer("pool", file, with({{"test", "knha"}, {"moderators", "ablat,alloc"}}));
    std::array<double, 4> const estimates{0.29319435600333, -0.02727575629814, -0.26749121151291, 0.05846128692827};
    std::array<double, 4> const errors{0.41884262187428, 0.00951387207098, 0.36241070936537, 0.39248720778130};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(near(at(by, "coefficients." + std::to_string(i) + ".estimate"), estimates[i], 1e-9));
        CHECK(near(at(by, "coefficients." + std::to_string(i) + ".se"), errors[i], 1e-9));
    }
    CHECK(*by.find("coefficients")->array()->at(2).find("name")->text() == "alloc[random]");
    CHECK(near(at(by, "qm"), 3.44710676347697, 1e-9));
    CHECK(near(at(by, "qm_p"), 0.06500697924364, 1e-9));
    CHECK(near(at(by, "r2"), 53.83961390921763, 1e-9));
    auto const left = answer("leave-one-out", file, yi_vi);
    CHECK(near(at(left, "rows.6.estimate"), -0.655247599785, 1e-9));
    CHECK(near(at(left, "rows.6.se"), 0.180473369210, 1e-9));
    CHECK(near(at(left, "rows.6.tau2"), 0.293025869767, 1e-9));
    auto const grown = answer("cumulative", file, with({{"order", "year"}}));
    CHECK(at(grown, "rows.5.added") == 9);
    CHECK(near(at(grown, "rows.5.estimate"), -0.973463894382, 1e-9));
    CHECK(near(at(grown, "rows.5.se"), 0.187655301688, 1e-9));
    auto const bias = answer("bias", file, yi_vi);
    CHECK(at(bias, "trim_fill.k0") == 1);
    CHECK(*bias.find("trim_fill")->find("side")->text() == "right");
    CHECK(near(at(bias, "trim_fill.estimate"), -0.657082800760, 1e-5));
    CHECK(near(at(bias, "trim_fill.se"), 0.178528466956, 1e-5));
    CHECK(near(at(bias, "egger.statistic"), -0.803329193091, 1e-9));
    CHECK(near(at(bias, "egger.p"), 0.421784488855, 1e-9));
}

TEST_CASE("the order of the rows changes nothing but the order of weights")
{
    std::string const turned = "site,kind,vi,yi\n3,b,0.2,0.3\n2,b,0.3,0.9\n2,a,0.1,-0.2\n1,b,0.2,0.4\n1,a,0.1,0.1\n";
    SmallFile const one{small};
    SmallFile const other{turned};
    for (Options const& options : {Options{}, Options{{"moderators", "kind"}}, Options{{"test", "knha"}}}) {
        auto here = run("calc evidence pool", {one.name()}, with(options)).out;
        auto there = run("calc evidence pool", {other.name()}, with(options)).out;
        auto const cut = here.find("\"weights\"");
        CHECK(here.substr(0, cut) == there.substr(0, cut));
    }
}

TEST_CASE("a moderator of text is a factor, and transfer says what to expect at a value")
{
    SmallFile const file{small};
    auto const found = answer("pool", file.name(), with({{"moderators", "kind"}}));
    CHECK(*found.find("coefficients")->array()->at(1).find("name")->text() == "kind[b]");
    auto const means = answer("pool", file.name(), with({{"moderators", "kind"}, {"no-intercept", "yes"}}));
    CHECK(*means.find("coefficients")->array()->at(0).find("name")->text() == "kind[a]");
    CHECK(near(at(means, "coefficients.1.estimate"),
               at(found, "coefficients.0.estimate") + at(found, "coefficients.1.estimate"), 1e-12));
    auto const lower =
        answer("transfer", file.name(), with({{"moderators", "kind"}, {"at", "kind=b"}, {"benefit", "lower"}}));
    auto const higher =
        answer("transfer", file.name(), with({{"moderators", "kind"}, {"at", "kind=b"}, {"benefit", "higher"}}));
    CHECK(near(at(lower, "estimate"), at(means, "coefficients.1.estimate"), 1e-12));
    CHECK(near(at(lower, "p_benefit") + at(higher, "p_benefit"), 1, 1e-12));
    CHECK(at(higher, "p_benefit") > 0.5);
    CHECK(at(lower, "prediction.0") <= at(lower, "ci.0"));
    // Without moderators: that of the pool with Knapp-Hartung.
    auto const plain = answer("transfer", file.name(), with({{"benefit", "higher"}}));
    auto const pool = answer("pool", file.name(), with({{"test", "knha"}}));
    for (auto const* same : {"estimate", "se", "ci.0", "ci.1", "prediction.0", "prediction.1", "tau2"})
        CHECK(near(at(plain, same), at(pool, same), 1e-12));
}

TEST_CASE("where an answer keeps less than it promises, it says so")
{
    std::string many = "yi,vi\n";
    for (int i = 0; i < 20; ++i) many += "0." + std::to_string(i % 7) + ",0.1\n";
    SmallFile const few{"yi,vi\n0.1,0.1\n0.4,0.01\n-0.2,0.1\n"};
    SmallFile const enough{many};
    auto const said = [](SmallFile const& file, char const* test) {
        return run("calc evidence pool", {file.name()}, with({{"test", test}})).out;
    };
    CHECK(has(said(few, "z"), "z_of_few_studies"));
    CHECK(!has(said(few, "z"), "few_uneven_studies"));
    CHECK(has(said(few, "knha"), "few_uneven_studies"));
    CHECK(has(said(few, "knha"), R"("code":"few_studies")"));
    CHECK(has(said(enough, "z"), R"("warnings":[])"));
    CHECK(has(said(enough, "knha"), R"("warnings":[])"));
}

TEST_CASE("the example of docs/methods/evidence.md")
{
    auto const page = load("docs/methods/evidence.md");
    CHECK(has(page, "place,effect,variance\n    a,0,0.5\n    b,2,0.5\n"));
    SmallFile const file{"place,effect,variance\na,0,0.5\nb,2,0.5\n"};
    auto const found = answer("pool", file.name(), {{"effect", "effect"}, {"variance", "variance"}});
    for (auto const& [name, expected] : std::vector<std::pair<char const*, double>>{
             {"estimate", 1}, {"se", 1}, {"tau2", 1.5}, {"i2", 75}, {"h2", 4}, {"q", 4}})
        CHECK(near(at(found, name), expected, 1e-12));
    CHECK(near(at(found, "ci.0"), -0.96, 1e-2));
    CHECK(near(at(found, "prediction.1"), 4.10, 1e-2));
}

TEST_CASE("refused, each for its own reason")
{
    CHECK(refusal_of("pool", "yi,vi\n", yi_vi) == "no_studies");
    CHECK(refusal_of("pool", "yi,vi\n1,NA\n", yi_vi) == "no_studies");
    CHECK(refusal_of("pool", "yi,vi\n1,1\n", yi_vi) == "one_study");
    CHECK(refusal_of("pool", "yi,vi\n1,0\n2,0\n", yi_vi) == "all_variances_zero");
    CHECK(refusal_of("pool", "yi,vi\n1,1\n2,0\n", yi_vi) == "variance_zero");
    CHECK(refusal_of("pool", "yi,vi\n1,1\n2,-1\n", yi_vi) == "variance_negative");
    CHECK(refusal_of("pool", "yi,vi\n1,1\n1,2\n", with({{"test", "knha"}})) == "no_spread");
    CHECK(refusal_of("transfer", "yi,vi\n1,1\n1,2\n", with({{"benefit", "lower"}})) == "no_spread");
    CHECK(refusal_of("pool", "yi,vi,x\n1,1,1\n2,2,2\n", with({{"moderators", "x"}})) == "too_few_studies");
    CHECK(refusal_of("pool", "yi,vi,x\n1,1,1\n2,2,1\n4,3,1\n", with({{"moderators", "x"}})) == "collinear");
    CHECK(refusal_of("pool", "yi,vi,x\n1,1,1\n2,2,2\n3,3,3\n", with({{"moderators", "x"}, {"test", "knha"}})) ==
          "perfect_fit");
    CHECK(refusal_of("leave-one-out", "yi,vi\n1,1\n2,2\n", yi_vi) == "too_few_studies");
    CHECK(refusal_of("bias", "yi,vi\n1,1\n2,1\n3,1\n", yi_vi) == "collinear");
    CHECK(refusal_of("effect-size", "a,b,c,d\n1,-1,1,1\n",
                     {{"measure", "rr"}, {"ai", "a"}, {"bi", "b"}, {"ci", "c"}, {"di", "d"}}) == "negative_count");
}

TEST_CASE("what was typed wrongly is named")
{
    CHECK(error_of("pool", small, {{"effect", "yi"}}).field == "--variance");
    CHECK(error_of("pool", small, with({{"method", "REML"}})).field == "--method");
    CHECK(error_of("pool", small, with({{"test", "t"}})).field == "--test");
    CHECK(error_of("pool", small, with({{"no-intercept", "yes"}})).field == "--no-intercept");
    CHECK(error_of("pool", small, {{"effect", "kind"}, {"variance", "vi"}}).code == "csv.not_a_number");
    CHECK(error_of("pool", small, {{"effect", "y"}, {"variance", "vi"}}).code == "csv.column_missing");
    CHECK(error_of("transfer", small, yi_vi).field == "--benefit");
    CHECK(error_of("transfer", small, with({{"benefit", "lower"}, {"method", "fixed"}})).field == "--method");
    Options const by_kind = with({{"benefit", "lower"}, {"moderators", "kind"}});
    CHECK(error_of("transfer", small, by_kind).field == "--at");
    for (auto const* wrong : {"kind", "kind=c", "sort=a", "kind=a,kind=b"}) {
        auto options = by_kind;
        options.emplace_back("at", wrong);
        CHECK(error_of("transfer", small, options).field == "--at");
    }
    CHECK(error_of("effect-size", small, {{"measure", "g"}}).field == "--measure");
    CHECK(error_of("effect-size", small, {{"measure", "rr"}}).field == "--ai");
    CHECK(error_of("cumulative", small, yi_vi).field == "--order");
}

TEST_CASE("rows: with the reason where there is no effect size, in the order of the file for leave-one-out")
{
    SmallFile const tables{"a,b,c,d\n4,119,11,128\n-1,2,3,4\n,2,3,4\n"};
    auto const outcome = run("calc evidence effect-size", {tables.name()},
                             {{"measure", "or"}, {"ai", "a"}, {"bi", "b"}, {"ci", "c"}, {"di", "d"}});
    CHECK(has(outcome.out, R"({"row":2,"yi":null,"vi":null,"reason":"negative_count"})"));
    CHECK(has(outcome.out, R"("reason":"missing")"));
    CHECK(has(outcome.out, "rows_without_answer"));
    SmallFile const file{small};
    auto const left = answer("leave-one-out", file.name(), yi_vi);
    for (std::size_t i = 0; i < 5; ++i) CHECK(at(left, "rows." + std::to_string(i) + ".left_out") == double(i + 1));
    auto const grown = answer("cumulative", file.name(), with({{"order", "site"}}));
    CHECK(at(grown, "rows.4.added") == 5);
    CHECK(near(at(grown, "rows.4.estimate"), at(answer("pool", file.name(), yi_vi), "estimate"), 1e-12));
}

TEST_CASE("schools in districts, as published and as clubSandwich has it")
{
    if (!golden::is_present("02_meta/dat_konstantopoulos2011.csv")) return;
    auto const file = golden::path("02_meta/dat_konstantopoulos2011.csv");
    auto const found = answer("multilevel", file, with({{"levels", "district,school"}}));
    CHECK(near(at(found, "estimate"), 0.18471));
    CHECK(near(at(found, "se"), 0.08456));
    CHECK(near(at(found, "sigma2.0"), 0.06506));
    CHECK(near(at(found, "sigma2.1"), 0.03274));
    CHECK(near(at(found, "loglik"), -7.9587240337109, 1e-8));
    auto const robust =
        answer("multilevel", file, with({{"levels", "district,school"}, {"robust", "cr2"}, {"cluster", "district"}}));
    CHECK(near(at(robust, "coefficients.0.estimate"), 0.184713164038, 1e-6));
    CHECK(near(at(robust, "coefficients.0.se"), 0.0844579955669, 1e-6));
    CHECK(near(at(robust, "coefficients.0.df"), 9.86315624225, 1e-5));
    CHECK(near(at(robust, "coefficients.0.p"), 0.0539667423645, 1e-5));
}

TEST_CASE("several effects of one site: cr2 by hand, and what cannot be asked")
{
    // Clusters with means 0, 1, 5: see groups_test.cpp.
    SmallFile const file{"yi,vi,site\n-1,1,a\n1,1,a\n0,1,b\n2,1,b\n4,1,c\n6,1,c\n"};
    for (auto const* model : {"corr", "hier"}) {
        auto const found = answer("robust", file.name(), with({{"cluster", "site"}, {"model", model}}));
        CHECK(near(at(found, "coefficients.0.estimate"), 2, 1e-12));
        CHECK(near(at(found, "coefficients.0.se"), std::sqrt(14.0 / 6), 1e-12));
        CHECK(near(at(found, "coefficients.0.df"), 2, 1e-12));
    }
    auto const outcome = run("calc evidence robust", {file.name()}, with({{"cluster", "site"}}));
    CHECK(has(outcome.out, "few_degrees_of_freedom"));
    CHECK(!has(outcome.out, "few_clusters"));
    CHECK(has(run("calc evidence robust", {file.name()}, with({{"cluster", "site"}, {"model", "hier"}})).out,
              "few_clusters"));
    CHECK(has(run("calc evidence multilevel", {file.name()}, with({{"levels", "site"}})).out, "z_of_few_groups"));
    CHECK(refusal_of("robust", small, with({{"cluster", "yi"}})) == "no_repeats");
    CHECK(refusal_of("multilevel", "yi,vi,g\n1,1,a\n2,1,a\n", with({{"levels", "g"}})) == "one_group");
    CHECK(error_of("robust", small, with({{"cluster", "site"}, {"model", "both"}})).field == "--model");
    CHECK(error_of("robust", small, with({{"cluster", "site"}, {"rho", "1.1"}})).field == "--rho");
    CHECK(error_of("robust", small, yi_vi).field == "--cluster");
    CHECK(error_of("multilevel", small, yi_vi).field == "--levels");
    CHECK(error_of("multilevel", small, with({{"levels", "site"}, {"robust", "cr3"}})).field == "--robust");
    CHECK(error_of("multilevel", small, with({{"levels", "site"}, {"cluster", "site"}})).field == "--robust");
}
