// SPDX-License-Identifier: EUPL-1.2
#include "base/random.hpp"
#include "kernel/address/slips.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace wf::address;

namespace {

Slips count_slips(std::string_view typed, std::string_view name, unsigned bound)
{
    return SlipWalk{typed, bound}.next(name, 0);
}

/// The textbook table, in full: the last row, for each beginning of the name.
std::vector<unsigned> by_the_book(std::string const& typed, std::string const& name)
{
    std::vector<std::vector<unsigned>> d(typed.size() + 1, std::vector<unsigned>(name.size() + 1));
    for (std::size_t i = 0; i <= typed.size(); ++i) {
        for (std::size_t j = 0; j <= name.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<unsigned>(i + j);
                continue;
            }
            d[i][j] =
                std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (typed[i - 1] == name[j - 1] ? 0U : 1U)});
            bool const swapped = i > 1 && j > 1 && typed[i - 1] == name[j - 2] && typed[i - 2] == name[j - 1];
            if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d.back();
}

} // namespace

TEST_CASE("four kinds of slips count as one")
{
    CHECK(count_slips("noordweg", "noordweg", 2).whole == 0);
    CHECK(count_slips("nordweg", "noordweg", 2).whole == 1);
    CHECK(count_slips("nooordweg", "noordweg", 2).whole == 1);
    CHECK(count_slips("noortweg", "noordweg", 2).whole == 1);
    CHECK(count_slips("nooredwg", "noordweg", 2).whole == 2);
    CHECK(count_slips("onordweg", "noordweg", 2).whole == 1);
    CHECK(count_slips("zuidweg", "noordweg", 2).whole == 3);
    CHECK(count_slips("nordwg", "noordweg", 1).whole == 2);
}

TEST_CASE("a beginning is near as far as it was typed")
{
    CHECK(count_slips("noordw", "noordweg", 2).start == 0);
    CHECK(count_slips("nordw", "noordweg", 2).start == 1);
    CHECK(count_slips("", "noordweg", 2).start == 0);
    CHECK(count_slips("", "", 0).whole == 0);
    CHECK(count_slips("noordweg", "", 2).whole == 3);
    CHECK(count_slips("noordweg", "noord", 2).start == 3);
}

TEST_CASE("slips are those of the full table, also when names are walked in order")
{
    wf::Random random{1894};
    auto const word = [&](std::string_view letters) {
        std::string made;
        for (std::uint64_t n = random.below(9); n > 0; --n) made += letters[random.below(letters.size())];
        return made;
    };
    for (int round = 0; round < 150; ++round) {
        std::string const typed = word("abc1");
        std::vector<std::string> names;
        for (int i = 0; i < 150; ++i) names.push_back(word("abcd\xc3"));
        std::sort(names.begin(), names.end());
        for (unsigned bound = 0; bound <= 2; ++bound) {
            SlipWalk walk{typed, bound};
            std::string before;
            for (auto const& name : names) {
                auto const row = by_the_book(typed, name);
                auto const split = std::mismatch(name.begin(), name.end(), before.begin(), before.end());
                auto const slips = walk.next(name, static_cast<std::size_t>(split.first - name.begin()));
                REQUIRE(slips.whole == std::min(row.back(), bound + 1));
                REQUIRE(slips.start == std::min(*std::min_element(row.begin(), row.end()), bound + 1));
                before = name;
            }
        }
    }
}

TEST_CASE("short words bear fewer slips")
{
    CHECK(slips_allowed(2) == 0);
    CHECK(slips_allowed(3) == 1);
    CHECK(slips_allowed(5) == 1);
    CHECK(slips_allowed(6) == 2);
}
