// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/pack.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

using namespace wf;

namespace {

reach::CategoryAnswer make_answer(std::size_t homes)
{
    Random random{7};
    reach::CategoryAnswer answer;
    auto const fill = [&](auto& column, std::uint64_t most) {
        for (std::size_t home = 0; home < homes; ++home)
            column.push_back(
                static_cast<typename std::remove_reference_t<decltype(column)>::value_type>(random.below(most)));
    };
    for (auto& share : answer.share) {
        fill(share.certain, 201);
        fill(share.expected, 201);
        fill(share.possible, 201);
    }
    fill(answer.seconds.certain, 65536);
    fill(answer.seconds.expected, 3601);
    fill(answer.seconds.possible, 3601);
    for (auto& count : answer.count) {
        fill(count.certain, 256);
        fill(count.expected, 256);
        fill(count.possible, 256);
    }
    fill(answer.nearest, std::uint64_t{1} << 32);
    fill(answer.metres, 65536);
    return answer;
}

bool same(reach::CategoryAnswer const& a, reach::CategoryAnswer const& b)
{
    for (std::size_t at = 0; at < reach::limit_count; ++at) {
        if (a.share[at].certain != b.share[at].certain || a.share[at].expected != b.share[at].expected ||
            a.share[at].possible != b.share[at].possible || a.count[at].certain != b.count[at].certain ||
            a.count[at].expected != b.count[at].expected || a.count[at].possible != b.count[at].possible)
            return false;
    }
    return a.seconds.certain == b.seconds.certain && a.seconds.expected == b.seconds.expected &&
           a.seconds.possible == b.seconds.possible && a.nearest == b.nearest && a.metres == b.metres;
}

} // namespace

TEST_CASE("what is packed comes back as it was, also for nobody and without counts")
{
    for (std::size_t const homes : {0, 1, 1000}) {
        auto const answer = make_answer(homes);
        auto const back = reach_pages::unpack(reach_pages::pack(answer));
        REQUIRE(back);
        CHECK(same(answer, *back));
    }
    auto without = make_answer(10);
    without.count = {};
    auto const back = reach_pages::unpack(reach_pages::pack(without));
    REQUIRE(back);
    CHECK(same(without, *back));
}

TEST_CASE("bytes that are something else are refused, whatever they are")
{
    auto const packed = reach_pages::pack(make_answer(50));
    CHECK(!reach_pages::unpack(""));
    CHECK(!reach_pages::unpack("not at all what was packed"));
    CHECK(!reach_pages::unpack(std::string(64, '\xff')));
    for (std::size_t const length : {std::size_t{8}, std::size_t{20}, packed.size() - 1})
        CHECK(!reach_pages::unpack(std::string_view{packed}.substr(0, length)));
    auto wrong = packed;
    wrong[0] = static_cast<char>(wrong[0] + 1); // says another length than there is
    CHECK(!reach_pages::unpack(wrong));
}
