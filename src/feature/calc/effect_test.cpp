// SPDX-License-Identifier: EUPL-1.2
// `calc effect ...` as a researcher calls it: answers of R (tests/reference/effect), published ones, refusals, wrong use.
#include "feature/calc/test_run.hpp"
#include "kernel/stat/test_golden.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"

#include <cmath>

using namespace wf;
using namespace wf::calc::test;

namespace {

std::string const reference = "tests/reference/effect/";

Outcome ask(std::string const& method, std::string const& file, Options options)
{
    return run("calc effect " + method, {file}, std::move(options));
}

/// The number after "key": that follows `from`; not a number when it is not there.
double number(std::string const& out, std::string const& key, std::string const& from = "")
{
    auto const begin = out.find(from);
    auto const at = begin == std::string::npos ? begin : out.find("\"" + key + "\":", begin);
    if (at == std::string::npos) return NAN;
    auto const start = at + key.size() + 3;
    auto const end = out.find_first_of(",}]", start);
    return parse_double(std::string_view{out}.substr(start, end - start)).value_or(NAN);
}

std::string named(std::string const& name)
{
    return R"("name":")" + name + "\"";
}

bool near(double value, double expected, double tolerance = 1e-6)
{
    return std::abs(value / expected - 1) < tolerance;
}

std::string code_of(Outcome const& outcome)
{
    REQUIRE(outcome.status);
    CHECK(*outcome.status == 3);
    CHECK(!has(outcome.out, "nan"));
    auto const at = outcome.out.find(R"("code":")") + 8;
    return outcome.out.substr(at, outcome.out.find('"', at) - at);
}

} // namespace

TEST_CASE("the job training of Dehejia and Wahba (1999): 1794 (633), and the robust errors of R")
{
    auto const file = reference + "nsw_dw_experimental.csv";
    for (auto const& [se, expected] : {std::pair{"classical", 632.853392414363}, std::pair{"hc1", 670.824490766935},
                                       std::pair{"hc2", 670.996544467325}, std::pair{"hc3", 672.682147081139}}) {
        auto const out = ask("regression", file, {{"outcome", "re78"}, {"covariates", "treat"}, {"se", se}}).out;
        CHECK(near(number(out, "estimate", named("treat")), 1794.34238185009, 1e-9));
        CHECK(near(number(out, "se", named("treat")), expected, 1e-9));
        CHECK(has(out, R"("n":445)"));
    }
    auto const out =
        ask("regression", file,
            {{"outcome", "re78"}, {"covariates", "treat,age,educ,black,hisp,marr,nodegree,re74,re75"}, {"se", "hc2"}})
            .out;
    CHECK(near(number(out, "estimate", named("treat")), 1676.34262540306, 1e-9));
    CHECK(near(number(out, "se", named("treat")), 677.049144018397, 1e-9));
    CHECK(near(number(out, "p", named("treat")), 0.01366767642242, 1e-9));
    auto const compared = ask("compare", file, {{"outcome", "re78"}, {"treated", "treat"}}).out;
    CHECK(near(number(compared, "estimate"), 1794.34238185009, 1e-9));
    CHECK(near(number(compared, "se"), 632.853392414363, 1e-9));
}

TEST_CASE("clusters, weights, two ways, absorbed levels: as clubSandwich and sandwich of R")
{
    auto const file = reference + "clusters.csv";
    auto const text = load(reference + "clusters_r.csv");
    auto const table = read_csv(text).value();
    REQUIRE(table.rows() > 60);
    std::string asked;
    std::string out;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::string name{table.cell(row, 0)};
        if (name != asked) {
            asked = name;
            bool const weighted = name.ends_with('w');
            auto se = weighted ? name.substr(0, name.size() - 1) : name;
            Options options{{"outcome", "lonely"}, {"covariates", "help,age,kind"}};
            if (weighted) options.emplace_back("weights", "w");
            if (se == "two") {
                options.insert(options.end(), {{"se", "cr1s"}, {"cluster", "site,year"}});
            } else if (se == "wald") {
                options.insert(options.end(),
                               {{"se", "cr2"}, {"cluster", "site"}, {"wald", "kind[couple],kind[family]"}});
            } else if (se == "absorb") {
                options[1].second = "age,kind";
                options.insert(options.end(), {{"se", "cr2"}, {"cluster", "site"}, {"absorb", "year,site"}});
            } else {
                options.emplace_back("se", se);
                if (se.starts_with("cr")) options.emplace_back("cluster", "site");
            }
            out = ask("regression", file, options).out;
        }
        std::string const what{table.cell(row, 1)};
        double const expected = **table.number(row, 2);
        if (name == "wald") {
            CHECK_MESSAGE(near(number(out, what, "\"wald\""), expected, 1e-7), name, what);
            continue;
        }
        CHECK_MESSAGE(near(number(out, "se", named(what)), expected, 1e-7), name, what);
        auto const df = *table.number(row, 3);
        if (df) CHECK_MESSAGE(near(number(out, "df", named(what)), *df, 1e-6), name, what);
    }
}

TEST_CASE("a series: as gls with corAR1 of R, with a month that is missing")
{
    auto const out =
        ask("series", reference + "series.csv", {{"outcome", "lonely"}, {"time", "month"}, {"from", "14"}}).out;
    CHECK(near(number(out, "estimate", "\"level\""), -0.7667771468076));
    CHECK(near(number(out, "se", "\"level\""), 0.6249313960274));
    CHECK(near(number(out, "p", "\"level\""), 0.233409500839));
    CHECK(near(number(out, "estimate", "\"slope\""), -0.0819477249263));
    CHECK(near(number(out, "se", "\"slope\""), 0.1239385612991));
    CHECK(near(number(out, "estimate", "slope_before"), -0.1342707460053));
    CHECK(near(number(out, "rho"), 0.6079696192));
}

TEST_CASE("the job training beside others (lalonde): as MatchIt")
{
    if (!golden::is_present("01_impact/lalonde_matchit.csv")) return;
    auto const file = golden::path("01_impact/lalonde_matchit.csv");
    auto const ask_for = [&](std::string const& method, std::string const& covariates, std::string const& whom) {
        return ask("compare", file,
                   {{"outcome", "re78"},
                    {"treated", "treat"},
                    {"covariates", covariates},
                    {"method", method},
                    {"estimand", whom}})
            .out;
    };
    std::string const all = "age,educ,race,married,nodegree,re74,re75";
    CHECK(near(number(ask_for("difference", all, "att"), "estimate"), -635.026212));
    CHECK(near(number(ask_for("regression", all, "att"), "estimate"), 1548.243802));
    CHECK(near(number(ask_for("ipw", all, "att"), "estimate"), 1214.071221));
    CHECK(near(number(ask_for("match-exact", "race,married,nodegree", "att"), "estimate"), 1309.89721));
    // MatchIt 4.5.1 on the same machine, 12 digits.
    CHECK(near(number(ask_for("ipw", all, "ate"), "estimate"), 224.676308271));
    CHECK(near(number(ask_for("match-exact", "race,married,nodegree", "ate"), "estimate"), -4.22611556229));
    CHECK(near(number(ask_for("match-cem", all, "att"), "estimate"), 1070.90732643));
    CHECK(near(number(ask_for("match-cem", all, "ate"), "estimate"), 1331.36575936));
    CHECK(near(number(ask_for("subclass", all, "ate"), "estimate"), -581.481210294));
    auto const subclass = ask_for("subclass", all, "att");
    CHECK(near(number(subclass, "estimate"), 1359.48753303));
    CHECK(near(number(subclass, "smd_before", named("age")), -0.3094452619980));
    CHECK(near(number(subclass, "smd_after", named("married")), -0.1361230600555));
    CHECK(near(number(subclass, "smd_after", named("re74")), -0.1465979263994));
    // Ties of the chance are broken by order in another way there: the balance is no worse in all.
    auto const nearest = ask_for("match-nearest", all, "att");
    CHECK(has(nearest, R"("n_treated":185,"n_control":185)"));
    auto const entropy = ask_for("entropy", all, "att");
    for (auto const* name : {"age", "educ", "race[white]", "re75"})
        CHECK(std::abs(number(entropy, "smd_after", named(name))) < 1e-8);
}

TEST_CASE("wages in fast food (Card and Krueger): 2.754 (1.688)")
{
    if (!golden::is_present("01_impact/card_krueger_njmin3.csv")) return;
    auto const file = golden::path("01_impact/card_krueger_njmin3.csv");
    Options options{{"outcome", "fte"}, {"treated", "nj"}, {"post", "d"}};
    auto const plain = ask("did", file, options).out;
    CHECK(near(number(plain, "estimate"), 2.75360578, 1e-8));
    CHECK(near(number(plain, "se"), 1.68840913, 1e-8));
    CHECK(near(number(plain, "p"), 0.1033125781231, 1e-8));
    CHECK(near(number(plain, "mean", R"("treated":1,"post":1)"), 21.02742947, 1e-8));
    CHECK(has(plain, R"("n":794,"missing":26)"));
    options.emplace_back("se", "hc1");
    CHECK(near(number(ask("did", file, options).out, "se"), 1.795450809606, 1e-8));
    options.back() = {"covariates", "kfc,roys,wendys,co_owned"};
    CHECK(near(number(ask("did", file, options).out, "se"), 1.523338497161, 1e-8));
    options.back().second += ",southj,centralj,pa1";
    CHECK(near(number(ask("did", file, options).out, "estimate"), 2.814908029647, 1e-8));
    CHECK(near(number(ask("did", file, options).out, "se"), 1.502381650482, 1e-8));
}

TEST_CASE("firms and years (Petersen 2009)")
{
    if (!golden::is_present("01_impact/petersen_cl.csv")) return;
    auto const file = golden::path("01_impact/petersen_cl.csv");
    auto const se_of = [&](std::string const& se, std::string const& cluster) {
        Options options{{"outcome", "y"}, {"covariates", "x"}, {"se", se}};
        if (!cluster.empty()) options.emplace_back("cluster", cluster);
        auto const out = ask("regression", file, options).out;
        CHECK(near(number(out, "estimate", named("x")), 1.034833439462, 1e-9));
        return number(out, "se", named("x"));
    };
    CHECK(near(se_of("classical", ""), 0.02858328779128, 1e-9));
    CHECK(near(se_of("hc0", ""), 0.02838948186763, 1e-9));
    CHECK(near(se_of("cr1s", "firm"), 0.05059572588403, 1e-9));
    CHECK(near(se_of("cr1", "firm"), 0.05059066504622, 1e-9));
    CHECK(near(se_of("cr1s", "year"), 0.03338891341193, 1e-9));
    CHECK(near(se_of("cr1s", "firm,year"), 0.05355802294494, 1e-9));
    CHECK(near(se_of("cr2", "firm"), 0.05067776674031, 1e-9));
    CHECK(near(se_of("cr3", "firm"), 0.05081596631015, 1e-9));
}

TEST_CASE("the examples of docs/methods/effect.md")
{
    SmallFile const calls{"before,after\n8,6\n9,9\n7,5\n10,8\n6,6\n9,7\n8,8\n11,8\n7,7\n9,6\n"};
    auto const change =
        ask("prepost", calls.name(), {{"before", "before"}, {"after", "after"}, {"min-pairs", "10"}}).out;
    CHECK(number(change, "change") == doctest::Approx(-1.4)); // by hand: -14 over 10
    CHECK(number(change, "se") == doctest::Approx(std::sqrt(14.4 / 9 / 10)));
    CHECK(number(change, "df") == 9);
    CHECK(has(change, "no_comparison"));
    CHECK(code_of(ask("prepost", calls.name(), {{"before", "before"}, {"after", "after"}})) == "too_few");

    SmallFile const lottery{"place,help,score\na,0,1\nb,0,2\nc,0,3\nd,1,10\ne,1,11\nf,1,12\n"};
    auto const chance =
        ask("permute", lottery.name(), {{"outcome", "score"}, {"treated", "help"}, {"cluster", "place"}}).out;
    CHECK(number(chance, "statistic") == doctest::Approx(9));
    CHECK(number(chance, "p") == 0.1);
    SmallFile const space{"a,b,c,d,e,f\n0,0,0,1,1,1\n1,1,1,0,0,0\n1,0,0,0,1,1\n0,1,0,1,0,1\n0,0,1,1,1,0\n1,1,0,0,0,1\n"
                          "1,0,1,0,1,0\n0,1,1,1,0,0\n1,0,0,1,1,0\n0,1,1,0,0,1\n"};
    auto const among = ask("permute", lottery.name(),
                           {{"outcome", "score"}, {"treated", "help"}, {"cluster", "place"}, {"space", space.name()}})
                           .out;
    CHECK(number(among, "ways") == 10);
    CHECK(number(among, "p") == 0.2);
}

TEST_CASE("the order of the rows changes nothing")
{
    SmallFile const one{"y,t,g,k\n1,0,a,x\n2,1,b,y\n4,0,c,x\n3,1,d,y\n6,1,a,x\n5,0,b,y\n8,1,c,z\n2,0,d,z\n"};
    SmallFile const other{"y,t,g,k\n2,0,d,z\n8,1,c,z\n5,0,b,y\n6,1,a,x\n3,1,d,y\n4,0,c,x\n2,1,b,y\n1,0,a,x\n"};
    Options const options{{"outcome", "y"}, {"covariates", "t,k"}, {"cluster", "g"}, {"se", "cr2"}};
    for (auto const* name : {"intercept", "t", "k[y]", "k[z]"}) {
        for (auto const* key : {"estimate", "se", "df"})
            CHECK(number(ask("regression", one.name(), options).out, key, named(name)) ==
                  doctest::Approx(number(ask("regression", other.name(), options).out, key, named(name))));
    }
    Options const wild{{"outcome", "y"}, {"covariates", "t"}, {"cluster", "g"}, {"test", "t"}};
    CHECK(number(ask("wild-bootstrap", one.name(), wild).out, "p") ==
          number(ask("wild-bootstrap", other.name(), wild).out, "p"));
}

TEST_CASE("no honest answer: refused with a code, status 3")
{
    SmallFile const file{"y,t,x,z,g,one\n1,0,1,2,a,5\n2,1,2,4,a,5\n4,0,3,6,b,5\n3,1,4,8,b,5\n6,0,5,10,b,5\n"};
    Options const base{{"outcome", "y"}, {"covariates", "x,z"}};
    CHECK(code_of(ask("regression", file.name(), base)) == "collinear");
    CHECK(code_of(ask("regression", file.name(), {{"outcome", "y"}, {"covariates", "one"}})) == "collinear");
    CHECK(code_of(ask("regression", file.name(), {{"outcome", "z"}, {"covariates", "x"}})) == "no_residual");
    CHECK(code_of(ask("regression", file.name(), {{"outcome", "one"}, {"covariates", "x"}})) == "no_residual");
    CHECK(code_of(ask("regression", file.name(), {{"outcome", "y"}, {"covariates", "factor(one)"}})) == "one_level");
    CHECK(code_of(ask("regression", file.name(), {{"outcome", "y"}, {"covariates", "x"}, {"cluster", "one"}})) ==
          "one_cluster");
    CHECK(code_of(ask("regression", file.name(), {{"outcome", "y"}, {"covariates", "factor(x)"}})) == "too_few_rows");
    CHECK(code_of(ask("compare", file.name(),
                      {{"outcome", "y"}, {"treated", "t"}, {"covariates", "x"}, {"method", "match-exact"}})) ==
          "no_overlap");
    SmallFile const apart{"y,t,x\n1,0,1\n2,0,2\n4,0,3\n3,1,7\n6,1,8\n5,1,9\n"};
    CHECK(code_of(ask("compare", apart.name(),
                      {{"outcome", "y"}, {"treated", "t"}, {"covariates", "x"}, {"method", "ipw"}})) == "separation");
    SmallFile const empty{"y,t\n1,NA\nNA,1\n"};
    CHECK(code_of(ask("regression", empty.name(), {{"outcome", "y"}, {"covariates", "t"}})) == "no_rows");
}

TEST_CASE("wrong use names the option; wrong input the file, line and column")
{
    auto const error_of = [](Outcome const& outcome) {
        REQUIRE(!outcome.status);
        CHECK(outcome.out.empty());
        return outcome.status.error();
    };
    SmallFile const file{"y,t,x,g\n1,0,1,a\n2,1,2,a\n4,2,3,b\n3,1,4,b\n"};
    auto const& name = file.name();
    CHECK(error_of(ask("regression", name, {{"covariates", "x"}})).field == "--outcome");
    CHECK(error_of(ask("regression", name, {{"outcome", "y"}})).field == "--covariates");
    CHECK(error_of(ask("regression", name, {{"outcome", "y"}, {"covariates", "x,,t"}})).field == "--covariates");
    CHECK(error_of(ask("regression", name, {{"outcome", "y"}, {"covariates", "x"}, {"se", "hc9"}})).field == "--se");
    CHECK(error_of(ask("regression", name, {{"outcome", "y"}, {"covariates", "x"}, {"se", "cr2"}})).field ==
          "--cluster");
    CHECK(error_of(ask("regression", name, {{"outcome", "y"}, {"covariates", "x"}, {"level", "95"}})).field ==
          "--level");
    CHECK(
        has(error_of(ask("regression", name, {{"outcome", "y"}, {"covariates", "x"}, {"wald", "z"}})).field, "--wald"));
    CHECK(has(error_of(ask("regression", name, {{"outcome", "g"}, {"covariates", "x"}})).field, "line 2, column g"));
    CHECK(error_of(ask("compare", name, {{"outcome", "y"}, {"treated", "t"}})).code == "not_zero_or_one");
    CHECK(error_of(ask("compare", name, {{"outcome", "y"}, {"treated", "t"}, {"method", "magic"}})).field ==
          "--method");
    CHECK(error_of(ask("compare", name, {{"outcome", "y"}, {"treated", "t"}, {"method", "ipw"}})).field ==
          "--covariates");
    CHECK(
        error_of(ask("wild-bootstrap", name, {{"outcome", "y"}, {"covariates", "x"}, {"cluster", "g"}, {"test", "q"}}))
            .field == "--test");
    CHECK(error_of(ask("wild-bootstrap", name,
                       {{"outcome", "y"}, {"covariates", "x"}, {"cluster", "g"}, {"test", "x"}, {"draws", "5"}}))
              .field == "--draws");
    CHECK(error_of(ask("series", name, {{"outcome", "y"}, {"time", "x"}})).field == "--from");
    CHECK(error_of(ask("permute", name, {{"outcome", "y"}, {"treated", "t"}, {"cluster", "g"}})).code ==
          "not_zero_or_one");
}

TEST_CASE("--planned: before so many have come in, p and ci are those of who looks often; from then on the usual ones")
{
    std::string csv = "first,second\n";
    for (int i = 0; i < 30; ++i) csv += std::to_string(i % 7) + "," + std::to_string(i % 7 + 1 + i % 3) + "\n";
    SmallFile const file{csv};
    auto const out = [&](Options more) {
        Options options{{"before", "first"}, {"after", "second"}};
        options.insert(options.end(), more.begin(), more.end());
        return ask("prepost", file.name(), options).out;
    };
    auto const usual = out({});
    CHECK(number(out({{"planned", "30"}}), "p") == number(usual, "p"));
    auto const early = out({{"planned", "60"}});
    CHECK(has(early, R"("planned":60)"));
    CHECK(has(early, R"({"code":"before_planned","text":"30 of the 60 )"));
    CHECK(number(early, "se") == number(usual, "se"));
    CHECK(number(early, "p") > number(usual, "p"));
    auto const wrong = ask("prepost", file.name(), {{"before", "first"}, {"after", "second"}, {"planned", "soon"}});
    REQUIRE(!wrong.status);
    CHECK(wrong.status.error().field == "--planned");
}
