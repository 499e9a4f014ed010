// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/node_tags.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace wf::osm;
using wf::reach::Barrier;
using wf::reach::Kerb;

namespace {

Meaning meaning(std::vector<Tag> const& tags)
{
    return meaning_of(Tags{tags});
}

} // namespace

TEST_CASE("kerbs by their word, else by their height, else unknown")
{
    CHECK(meaning({{"kerb", "lowered"}}).kerb == Kerb::lowered);
    CHECK(meaning({{"barrier", "kerb"}, {"kerb", "flush"}}).kerb == Kerb::flush);
    CHECK(meaning({{"kerb", "no"}}).kerb == Kerb::flush);
    CHECK(meaning({{"kerb", "regular"}}).kerb == Kerb::raised);
    CHECK(meaning({{"kerb", "rolled"}}).kerb == Kerb::rolled);
    CHECK(meaning({{"kerb", "yes"}}).kerb == Kerb::unknown);
    CHECK(meaning({{"kerb", "yes"}, {"kerb:height", "0.03"}}).kerb == Kerb::lowered);
    CHECK(meaning({{"barrier", "kerb"}, {"height", "0.1"}}).kerb == Kerb::raised);
    CHECK(meaning({{"barrier", "kerb"}, {"kerb:height", "1 cm"}}).kerb == Kerb::flush);
    CHECK(meaning({{"barrier", "kerb"}}).kerb == Kerb::unknown);
    CHECK(meaning({{"barrier", "kerb"}}).kerb_tagged);
    CHECK(meaning({{"highway", "crossing"}}).kerb == Kerb::unknown);
    CHECK(!meaning({{"highway", "crossing"}}).kerb_tagged);
    CHECK(meaning({{"highway", "crossing"}, {"tactile_paving", "yes"}}).kerb == Kerb::flush);
    CHECK(meaning({{"highway", "bus_stop"}, {"tactile_paving", "yes"}}).kerb == Kerb::none);
    CHECK(meaning({}) == Meaning{});
}

TEST_CASE("barriers let everybody through, or those who are narrow enough, or nobody")
{
    CHECK(meaning({{"barrier", "bollard"}, {"width", "0.2"}}).passage_cm == 0);
    CHECK(meaning({{"barrier", "bollard"}, {"maxwidth:physical", "1.2"}}).passage_cm == 120);
    CHECK(meaning({{"barrier", "cycle_barrier"}, {"maxwidth:physical", "0.8"}}).barrier == Barrier::narrow);
    CHECK(meaning({{"barrier", "kissing_gate"}, {"width", "70 cm"}}).passage_cm == 70);
    CHECK(meaning({{"barrier", "stile"}}).barrier == Barrier::stile);
    CHECK(meaning({{"barrier", "gate"}}).barrier == Barrier::gate);
    CHECK(!meaning({{"barrier", "gate"}}).barred);
    CHECK(meaning({{"barrier", "lift_gate"}, {"access", "private"}}).barred);
    CHECK(!meaning({{"barrier", "lift_gate"}, {"access", "private"}, {"foot", "yes"}}).barred);
    CHECK(!meaning({{"barrier", "bollard"}, {"access", "no"}}).barred);
    CHECK(meaning({{"barrier", "bollard"}, {"foot", "no"}}).barred);
    CHECK(meaning({{"barrier", "entrance"}}).barrier == Barrier::none);
}

TEST_CASE("entrances are those of visitors; benches may stand in a shelter")
{
    CHECK(meaning({{"entrance", "main"}}).entrance);
    CHECK(!meaning({{"entrance", "emergency"}}).entrance);
    CHECK(!meaning({{"entrance", "service"}}).entrance);
    CHECK(!meaning({{"entrance", "no"}}).entrance);
    std::vector<Tag> const bench{{"amenity", "bench"}};
    std::vector<Tag> const shelter{{"amenity", "shelter"}, {"bench", "yes"}};
    std::vector<Tag> const bare{{"amenity", "shelter"}};
    std::vector<Tag> const gone{{"amenity", "bench"}, {"disused", "yes"}};
    CHECK(is_bench(Tags{bench}));
    CHECK(is_bench(Tags{shelter}));
    CHECK(!is_bench(Tags{bare}));
    CHECK(!is_bench(Tags{gone}));
}
