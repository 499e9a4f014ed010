// SPDX-License-Identifier: EUPL-1.2
#include "platform/clock/clock.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

struct FixedNow {
    explicit FixedNow(char const* millis) { setenv("WEEFSEL_NOW", millis, 1); }
    ~FixedNow() { unsetenv("WEEFSEL_NOW"); }
};

bool is_canonical(std::string const& id)
{
    if (id.size() != 36) return false;
    for (std::size_t i = 0; i < id.size(); ++i) {
        bool const dash = i == 8 || i == 13 || i == 18 || i == 23;
        bool const digit = (id[i] >= '0' && id[i] <= '9') || (id[i] >= 'a' && id[i] <= 'f');
        if (dash ? id[i] != '-' : !digit) return false;
    }
    return std::string_view{"89ab"}.find(id[19]) != std::string_view::npos;
}

} // namespace

TEST_CASE("now goes on by itself and can be fixed for tests")
{
    auto const before = std::chrono::system_clock::now().time_since_epoch() / std::chrono::milliseconds{1};
    auto const now = wf::now_millis();
    auto const after = std::chrono::system_clock::now().time_since_epoch() / std::chrono::milliseconds{1};
    CHECK(now >= before);
    CHECK(now <= after);

    FixedNow const fixed{"1767225600000"};
    CHECK(wf::now_millis() == 1767225600000);
}

TEST_CASE("a fixed now that is no number is refused aloud")
{
    for (char const* const wrong : {"", "soon", "12x", "-5", "99999999999999999999"}) {
        CAPTURE(wrong);
        FixedNow const fixed{wrong};
        CHECK_THROWS_AS((void)wf::now_millis(), std::runtime_error);
    }
}

TEST_CASE("v7 ids hold the time in their first 48 bits")
{
    // 0x017F22E279B0 is the moment of the example in RFC 9562, appendix A.6; far from it, the sequence follows the
    // clock.
    FixedNow const fixed{"1645557742000"};
    auto const id = wf::new_uuid_v7();
    CHECK(is_canonical(id));
    CHECK(id.substr(0, 13) == "017f22e2-79b0");
    CHECK(id[14] == '7');
}

TEST_CASE("v7 ids made after each other sort in that order, also within one millisecond")
{
    FixedNow const fixed{"1700000000000"};
    std::vector<std::string> ids;
    for (int i = 0; i < 10'000; ++i) ids.push_back(wf::new_uuid_v7());
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("v7 ids follow a clock that was set back by hours")
{
    FixedNow const later{"1800000000000"};
    auto const ahead = wf::new_uuid_v7();
    setenv("WEEFSEL_NOW", "1700000000000", 1);
    CHECK(wf::new_uuid_v7() < ahead);
}

TEST_CASE("ids from several threads are all different")
{
    std::vector<std::vector<std::string>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& mine : made) {
            threads.emplace_back([&mine] {
                for (int i = 0; i < 2'000; ++i) mine.push_back(i % 2 == 0 ? wf::new_uuid_v7() : wf::new_uuid_v4());
            });
        }
    }
    std::set<std::string> all;
    for (auto const& mine : made) all.insert(mine.begin(), mine.end());
    CHECK(all.size() == 8'000);
}

TEST_CASE("v4 ids tell nothing about time")
{
    FixedNow const fixed{"1700000000000"};
    auto const a = wf::new_uuid_v4();
    auto const b = wf::new_uuid_v4();
    CHECK(is_canonical(a));
    CHECK(a[14] == '4');
    CHECK(a.substr(0, 13) != b.substr(0, 13));
}

TEST_CASE("random digits: as many as asked, hexadecimal, never the same")
{
    CHECK(wf::random_hex(0).empty());
    CHECK(wf::random_hex(1).size() == 1);
    auto const secret = wf::random_hex(33);
    CHECK(secret.size() == 33);
    CHECK(secret.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(wf::random_hex(32) != wf::random_hex(32));
    // All sixteen digits turn up in 4,096 of them (chance of missing one: below 1e-110).
    auto const many = wf::random_hex(4'096);
    CHECK(std::set<char>{many.begin(), many.end()}.size() == 16);
}
