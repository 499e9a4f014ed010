// SPDX-License-Identifier: EUPL-1.2
#include "base/ids.hpp"

#include <doctest/doctest.h>

#include <type_traits>
#include <unordered_set>

using namespace wf;

static_assert(!std::is_convertible_v<RunId, DatasetId> && !std::is_constructible_v<RunId, DatasetId>);
static_assert(!std::is_convertible_v<Uuid, RunId>);

TEST_CASE("ids: the examples of RFC 9562 appendix A come out bit for bit")
{
    // Version 7: time 0x017F22E279B0, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F. Set bits in the places of version and
    // variant must not get through.
    std::array<std::uint8_t, 10> const random7{0xfc, 0xc3, 0xd8, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f};
    Uuid const seven = make_uuid_v7(0x017F22E279B0, random7);
    CHECK(seven.to_string() == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    CHECK(seven.version() == 7);

    std::array<std::uint8_t, 16> const random4{0x91, 0x91, 0x08, 0xf7, 0x52, 0xd1, 0xf3, 0x20,
                                               0xdb, 0xac, 0xf8, 0x47, 0xdb, 0x41, 0x48, 0xa8};
    Uuid const four = make_uuid_v4(random4);
    CHECK(four.to_string() == "919108f7-52d1-4320-9bac-f847db4148a8");
    CHECK(four.version() == 4);
}

TEST_CASE("ids: version 7 sorts by time, as bytes and as text")
{
    std::array<std::uint8_t, 10> high{};
    high.fill(0xff);
    std::array<std::uint8_t, 10> const low{};
    Uuid const earlier = make_uuid_v7(1'800'000'000'000, high);
    Uuid const later = make_uuid_v7(1'800'000'000'001, low);
    CHECK(earlier < later);
    CHECK(earlier.to_string() < later.to_string());
    CHECK_THROWS_AS((void)make_uuid_v7(std::uint64_t{1} << 48, low), Bug);
}

TEST_CASE("ids: text is read back in small letters, and anything else is refused")
{
    std::string const text = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
    CHECK(Uuid::parse(text).value().to_string() == text);
    CHECK(Uuid::parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F").value().to_string() == text);
    for (std::string_view bad : {"", "017f22e2", "017f22e279b07cc398c4dc0c0c07398f",
                                 "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f ",
                                 "{17f22e2-79b0-7cc3-98c4-dc0c0c07398f", "017f22e2079b0-7cc3-98c4-dc0c0c07398f"}) {
        CAPTURE(bad);
        auto const answer = Uuid::parse(bad);
        REQUIRE(!answer);
        CHECK(answer.error().code == "id.not_a_uuid");
    }
    CHECK(Uuid{}.is_nil());
    CHECK(Uuid{}.to_string() == "00000000-0000-0000-0000-000000000000");
}

TEST_CASE("ids: a strong id parses, orders and hashes like its uuid")
{
    RunId const run = RunId::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f").value();
    CHECK(run.to_string() == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    CHECK(RunId{} < run);
    CHECK(RunId{}.is_nil());
    CHECK(!RunId::parse("x"));
    CHECK(std::hash<RunId>{}(run) == std::hash<Uuid>{}(run.uuid()));

    std::unordered_set<std::size_t> hashes;
    for (unsigned i = 0; i < 1000; ++i) {
        std::array<std::uint8_t, 10> random{};
        random[8] = static_cast<std::uint8_t>(i >> 8);
        random[9] = static_cast<std::uint8_t>(i);
        hashes.insert(std::hash<Uuid>{}(make_uuid_v7(1, random)));
    }
    CHECK(hashes.size() == 1000);
}
