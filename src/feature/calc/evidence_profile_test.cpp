// SPDX-License-Identifier: EUPL-1.2
// `--test profile`: expected limits of tau2 are those of `confint` (metafor 3.8).
#include "feature/calc/test_evidence.hpp"
#include "kernel/stat/test_golden.hpp"

using namespace wf;
using namespace wf::calc::test;

namespace {

constexpr char const* eight = "yi,vi,x,kind\n-0.41,0.051,-1.5,a\n0.12,0.022,-0.3,b\n0.35,0.084,-1.1,a\n0.02,0.017,0,b\n"
                              "0.71,0.121,-0.2,a\n-0.15,0.033,0.9,b\n0.48,0.046,-0.6,a\n0.29,0.062,-0.7,b\n";

} // namespace

TEST_CASE("pool by profile: the estimate of REML, and what holds although tau2 is hardly known")
{
    SmallFile const file{eight};
    auto const found = answer("pool", file.name(), with({{"test", "profile"}}));
    auto const plain = answer("pool", file.name(), with({{"test", "knha"}}));
    for (auto const* same : {"k", "estimate", "tau2", "q", "i2", "weights.3"})
        CHECK(at(found, same) == at(plain, same));
    CHECK(at(found, "tau2_ci.0") == 0);
    CHECK(near(at(found, "tau2_ci.1"), 0.4621354509502, 1e-10));
    CHECK(found.find("se") == nullptr);
    CHECK(at(found, "prediction.0") < at(plain, "prediction.0"));
    CHECK(at(found, "prediction.1") > at(plain, "prediction.1"));
    auto const outcome = run("calc evidence pool", {file.name()}, with({{"test", "profile"}})).out;
    CHECK(has(outcome, R"("test":"profile")"));
    CHECK(has(outcome, R"("warnings":[])"));
}

TEST_CASE("transfer by profile: at a value, with the chance that it helps there")
{
    SmallFile const file{eight};
    Options const there{{"test", "profile"}, {"moderators", "x"}, {"at", "x=0.5"}, {"level", "0.9"}};
    auto lower = there;
    lower.emplace_back("benefit", "lower");
    auto higher = there;
    higher.emplace_back("benefit", "higher");
    auto const found = answer("transfer", file.name(), with(lower));
    CHECK(near(at(found, "tau2_ci.0"), 0.009302695003469, 1e-10));
    CHECK(near(at(found, "tau2_ci.1"), 0.4797501831982, 1e-10));
    CHECK(near(at(found, "p_benefit") + at(answer("transfer", file.name(), with(higher)), "p_benefit"), 1, 1e-10));
    CHECK(at(found, "prediction.0") < at(found, "ci.0"));
    // Without moderators: that of the pool.
    auto const plain = answer("transfer", file.name(), with({{"test", "profile"}, {"benefit", "lower"}}));
    auto const pool = answer("pool", file.name(), with({{"test", "profile"}}));
    for (auto const* same : {"ci.0", "ci.1", "prediction.0", "prediction.1", "tau2_ci.1"})
        CHECK(near(at(plain, same), at(pool, same), 1e-10));
}

TEST_CASE("tuberculosis by profile: the published limits of tau2")
{
    if (!golden::is_present("02_meta/dat_bcg.csv")) return;
    auto const found = answer("pool", golden::path("02_meta/dat_bcg.csv"), with({{"test", "profile"}}));
    CHECK(near(at(found, "tau2_ci.0"), 0.1197, 1e-4));
    CHECK(near(at(found, "tau2_ci.1"), 1.1115, 1e-4));
}

TEST_CASE("profile: what does not go with it is named, and what has no answer is refused")
{
    CHECK(error_of("pool", eight, with({{"test", "profile"}, {"method", "fixed"}})).field == "--test");
    CHECK(error_of("pool", eight, with({{"test", "profile"}, {"moderators", "kind"}})).field == "--test");
    CHECK(error_of("leave-one-out", eight, with({{"test", "profile"}})).field == "--test");
    CHECK(refusal_of("pool", "yi,vi\n1,1\n", with({{"test", "profile"}})) == "one_study");
    CHECK(refusal_of("transfer", "yi,vi\n1,0\n2,0\n", with({{"test", "profile"}, {"benefit", "lower"}})) ==
          "all_variances_zero");
}
