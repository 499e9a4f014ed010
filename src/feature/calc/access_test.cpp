// SPDX-License-Identifier: EUPL-1.2
// `calc reach access` and `calc reach inequality`: on the sample of Belo Horizonte (tests/reference/access) and by hand.
#include "feature/calc/test_run.hpp"

#include <zlib.h>

#include <array>

using namespace wf;
using namespace wf::calc::test;

namespace {

std::string const reference = "tests/reference/access/";

std::string unzip(std::string const& path)
{
    auto* const file = gzopen(path.c_str(), "rb");
    REQUIRE(file != nullptr);
    std::string bytes;
    std::array<char, 1 << 16> part{};
    for (int read = 0; (read = gzread(file, part.data(), static_cast<unsigned>(part.size()))) > 0;)
        bytes.append(part.data(), static_cast<std::size_t>(read));
    REQUIRE(gzclose(file) == Z_OK);
    return bytes;
}

SmallFile const& matrix()
{
    static SmallFile const file{unzip(reference + "bho_travel_matrix.csv.gz")};
    return file;
}

Outcome ask_city(Options options)
{
    options.insert(options.end(), {{"id", "id"}, {"cost", "travel_time"}});
    return run("calc reach access", {matrix().name(), reference + "bho_land_use.csv"}, std::move(options));
}

std::string const pairs = "a,b,minutes\nx,x,0\nx,y,10\ny,y,0\ny,z,10\nz,y,10\n";
std::string const zones = "zone,places,people\nx,4,10\ny,6,20\nz,0,30\n";

Outcome ask(std::string const& od, std::string const& of, Options options)
{
    SmallFile const od_file{od};
    SmallFile const zone_file{of};
    Options all{{"id", "zone"}, {"opportunity", "places"}, {"cost", "minutes"}, {"from", "a"}, {"to", "b"}};
    all.insert(all.end(), options.begin(), options.end());
    return run("calc reach access", {od_file.name(), zone_file.name()}, std::move(all));
}

} // namespace

TEST_CASE("jobs within 30 minutes and the closest school, as published")
{
    auto const jobs = ask_city({{"opportunity", "jobs"}, {"measure", "cumulative"}, {"cutoff", "30"}});
    REQUIRE(jobs.status);
    CHECK(*jobs.status == 0);
    CHECK(has(jobs.out, R"({"id":"89a881a5a2bffff","value":14561})"));
    CHECK(has(jobs.out,
              R"("basis":{"n":748437,"missing":0,"method":"access","method_version":"1","measure":"cumulative")"));
    CHECK(has(jobs.out, R"("warnings":[])"));
    auto const school = ask_city({{"opportunity", "schools"}, {"measure", "closest"}});
    CHECK(has(school.out, R"({"id":"89a881a5a2bffff","value":29})"));
    CHECK(has(school.out, R"({"id":"89a881acd1bffff","value":null})"));
}

TEST_CASE("competition for jobs, as published to its last digit")
{
    auto const balanced =
        ask_city({{"opportunity", "jobs"}, {"measure", "fca-bfca"}, {"decay", "0.5"}, {"demand", "population"}});
    CHECK(has(balanced.out, R"({"id":"89a88cdb57bffff","value":0.10280082)"));
}

TEST_CASE("a small town by hand, in any order of its rows")
{
    Options const within{{"measure", "cumulative"}, {"cutoff", "10"}};
    auto const there = ask(pairs, zones, within);
    CHECK(has(there.out, R"("rows":[{"id":"x","value":10},{"id":"y","value":6},{"id":"z","value":6}])"));
    auto const back = ask("a,b,minutes\nz,y,10\ny,z,10\ny,y,0\nx,y,10\nx,x,0\n",
                          "zone,places,people\nz,0,30\ny,6,20\nx,4,10\n", within);
    CHECK(has(back.out, R"("rows":[{"id":"z","value":6},{"id":"y","value":6},{"id":"x","value":10}])"));
    // 4 of zone x for its own 10 people, 6 of zone y for all 60.
    auto const shared = ask(pairs, zones, {{"measure", "fca-2sfca"}, {"cutoff", "10"}, {"demand", "people"}});
    CHECK(has(shared.out, R"({"id":"x","value":0.5},{"id":"y","value":0.1},{"id":"z","value":0.1})"));
}

TEST_CASE("what is missing or unknown counts nothing and is told")
{
    auto const outcome = ask(pairs + "x,elsewhere,3\nx,z,NA\n", "zone,places\nx,\ny,6\nz,0\n",
                             {{"measure", "cumulative"}, {"cutoff", "10"}});
    REQUIRE(outcome.status);
    CHECK(has(outcome.out, R"({"id":"x","value":6})"));
    CHECK(has(outcome.out, R"("n":7,"missing":2)"));
    for (auto const* code : {"unknown_zone", "cost_missing", "opportunity_missing"}) CHECK(has(outcome.out, code));
    auto const nobody = ask(pairs, "zone,places,people\nx,4,0\ny,6,0\nz,0,0\n",
                            {{"measure", "fca-2sfca"}, {"cutoff", "10"}, {"demand", "people"}});
    CHECK(has(nobody.out, "nobody_comes"));
    CHECK(!has(nobody.out, "nan"));
}

TEST_CASE("wrong input to access names what and where")
{
    auto const error_of = [](std::string const& od, std::string const& of, Options options) {
        auto const outcome = ask(od, of, std::move(options));
        REQUIRE(!outcome.status);
        CHECK(outcome.out.empty());
        return outcome.status.error();
    };
    Options const within{{"measure", "cumulative"}, {"cutoff", "10"}};
    auto const twice = error_of(pairs + "x,y,11\n", zones, within);
    CHECK(twice.code == "access.pair_twice");
    CHECK(has(twice.field, "7"));
    auto const negative = error_of("a,b,minutes\nx,y,-1\n", zones, within);
    CHECK(negative.code == "csv.negative");
    CHECK(has(negative.field, "minutes"));
    CHECK(error_of(pairs, "zone,places\nx,1\nx,2\n", within).code == "access.id_twice");
    CHECK(error_of(pairs, "zone,places\nx,1\n,2\n", within).code == "access.id_missing");
    CHECK(error_of(pairs, zones, {}).field == "--measure");
    CHECK(error_of(pairs, zones, {{"measure", "gravity"}}).field == "--measure");
    CHECK(error_of(pairs, zones, {{"measure", "cumulative"}}).field == "--cutoff");
    CHECK(error_of(pairs, zones, {{"measure", "gravity-linear"}, {"cutoff", "0"}}).field == "--cutoff");
    CHECK(error_of(pairs, zones, {{"measure", "gravity-exponential"}}).field == "--decay");
    CHECK(error_of(pairs, zones, {{"measure", "gravity-logistic"}, {"cutoff", "10"}}).field == "--sd");
    CHECK(error_of(pairs, zones, {{"measure", "fca-2sfca"}, {"cutoff", "10"}}).field == "--demand");
    CHECK(!run("calc reach access", {"one.csv"}, {}).status);
}

TEST_CASE("inequality by hand: with and without income")
{
    SmallFile const file{"jobs,n,income\n0,1,1\n0,1,2\n0,1,3\n12,1,4\n5,0,NA\n"};
    auto const plain = run("calc reach inequality", {file.name()}, {{"value", "jobs"}, {"population", "n"}});
    REQUIRE(plain.status);
    CHECK(has(plain.out, R"("answer":{"gini":0.75,"theil":1.386294361119890)"));
    CHECK(!has(plain.out, "palma"));
    CHECK(has(plain.out, R"("n":5,"missing":0)"));
    auto const by_income =
        run("calc reach inequality", {file.name()}, {{"value", "jobs"}, {"population", "n"}, {"income", "income"}});
    CHECK(has(by_income.out, R"("palma":null,"concentration":0.75)"));
    CHECK(has(by_income.out, "palma_nobody_above"));
}

TEST_CASE("inequality: rows with a gap are left out and told; nobody or nothing is refused")
{
    SmallFile const gaps{"jobs;n;income\n1;10;5\n.;10;6\n3;10;\n3;10;7\n"};
    auto const outcome =
        run("calc reach inequality", {gaps.name()}, {{"value", "jobs"}, {"population", "n"}, {"income", "income"}});
    CHECK(has(outcome.out, R"("n":4,"missing":2)"));
    CHECK(has(outcome.out, "row_left_out"));
    CHECK(has(outcome.out, R"("gini":0.25)"));
    SmallFile const nobody{"jobs,n\n1,0\n2,0\n"};
    auto const refused = run("calc reach inequality", {nobody.name()}, {{"value", "jobs"}, {"population", "n"}});
    REQUIRE(refused.status);
    CHECK(*refused.status == 3);
    CHECK(has(refused.out, R"("reason":{"code":"no_people")"));
    SmallFile const nothing{"jobs,n\n0,1\n0,2\n"};
    CHECK(
        has(run("calc reach inequality", {nothing.name()}, {{"value", "jobs"}, {"population", "n"}}).out, "mean_zero"));
    CHECK(!run("calc reach inequality", {nothing.name()}, {{"value", "jobs"}}).status);
}
