// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/walker_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace wf;
using namespace wf::reach_pages;

namespace {

AssumptionRow const& row_of(std::vector<AssumptionRow> const& rows, std::string_view field, std::string_view level = {})
{
    auto const found = std::find_if(rows.begin(), rows.end(),
                                    [&](AssumptionRow const& row) { return row.field == field && row.level == level; });
    REQUIRE(found != rows.end());
    return *found;
}

} // namespace

TEST_CASE("each number of a walker has a row with its own level")
{
    auto const* walker = walking::Profiles::built_in().find("rollator");
    REQUIRE(walker != nullptr);
    auto const rows = list_assumption_rows(*walker, words::Language::nl);
    // Four kerbs, five surfaces, four kinds of smoothness, and twelve numbers that stand alone.
    CHECK(rows.size() == 4 + 5 + 4 + 12);
    CHECK(row_of(rows, "kerb", "raised").value ==
          walker->profile.kerb[static_cast<std::size_t>(reach::Kerb::raised)].seconds);
    CHECK(row_of(rows, "kerb", "flush").value ==
          walker->profile.kerb[static_cast<std::size_t>(reach::Kerb::flush)].seconds);
    CHECK(row_of(rows, "surface", "loose").value ==
          walker->profile.surface[static_cast<std::size_t>(reach::Surface::loose)].factor);
    CHECK(row_of(rows, "smoothness", "good").value ==
          walker->profile.smoothness[static_cast<std::size_t>(reach::Smoothness::good)].factor);
    auto const& steps = row_of(rows, "steps");
    CHECK(steps.forbidden);
    CHECK_FALSE(steps.value.has_value());
    CHECK_FALSE(row_of(rows, "rest_seconds").value.has_value()); // no longest leg: resting is no number
}

TEST_CASE("every walker's rows say why, in the language asked")
{
    for (auto const& walker : walking::Profiles::built_in().all()) {
        auto const nl = list_assumption_rows(walker, words::Language::nl);
        auto const en = list_assumption_rows(walker, words::Language::en);
        REQUIRE(nl.size() == en.size());
        std::set<std::string> seen;
        for (std::size_t at = 0; at < nl.size(); ++at) {
            CHECK(seen.insert(nl[at].field + "." + nl[at].level).second);
            CHECK_FALSE(nl[at].text.empty());
            CHECK(nl[at].text != en[at].text);
            CHECK(nl[at].assumed == nl[at].source.empty());
        }
        CHECK(count_assumed(walker) <= walker.assumptions.size());
    }
}

TEST_CASE("the middle one walks slower than the mean, as speeds are skewed")
{
    auto const& adult = walking::Profiles::built_in().find("adult")->profile;
    CHECK(metres_in(adult, 10) < adult.speed_mean * 600);
    CHECK(metres_in(adult, 10) > adult.speed_mean * 600 * 0.95);
    CHECK(metres_in(adult, 5) == doctest::Approx(metres_in(adult, 10) / 2));
}
