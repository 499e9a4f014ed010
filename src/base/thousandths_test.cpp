// SPDX-License-Identifier: EUPL-1.2
#include "base/thousandths.hpp"

#include <cstdio>
#include <doctest/doctest.h>
#include <limits>
#include <string>

namespace {

std::string written(std::uint64_t value)
{
    char room[wf::thousandths_room];
    return {room, wf::write_thousandths(room, value)};
}

/// The same in another way: all three decimals, then the zeros off.
std::string printed(std::uint64_t value)
{
    char room[40];
    std::snprintf(room, sizeof room, "%llu.%03llu", static_cast<unsigned long long>(value / 1000),
                  static_cast<unsigned long long>(value % 1000));
    std::string text{room};
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

} // namespace

TEST_CASE("thousandths are written without zeros at the end, and stay in their room")
{
    CHECK(written(0) == "0");
    CHECK(written(5) == "0.005");
    CHECK(written(12'345) == "12.345");
    CHECK(written(61'500) == "61.5");
    CHECK(written(100'250) == "100.25");
    CHECK(written(9'999'999) == "9999.999");
    CHECK(written(10'000'000) == "10000");
    CHECK(written(4'294'967'294) == "4294967.294");
    CHECK(written(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551.615");
    std::size_t wrong = 0;
    for (std::uint64_t value = 0; value < 12'000'000; value += 7) wrong += written(value) == printed(value) ? 0 : 1;
    CHECK(wrong == 0);
}
