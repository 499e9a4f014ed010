// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/node_tags.hpp"

#include <cmath>

namespace wf::osm {
namespace {

using reach::Barrier;
using reach::Kerb;

constexpr double flush_cm = 1;
constexpr double lowered_cm = 3;

Kerb kerb_of(Tags tags)
{
    std::string_view const kerb = tags.get("kerb");
    if (is_one_of(kerb, {"flush", "no"})) return Kerb::flush;
    if (kerb == "lowered") return Kerb::lowered;
    if (kerb == "rolled") return Kerb::rolled;
    if (is_one_of(kerb, {"raised", "regular"})) return Kerb::raised;
    std::string_view height_text = tags.get("kerb:height");
    if (height_text.empty() && tags.get("barrier") == "kerb") height_text = tags.get("height");
    if (auto const height = parse_length_cm(height_text)) {
        return *height <= flush_cm ? Kerb::flush : *height <= lowered_cm ? Kerb::lowered : Kerb::raised;
    }
    std::string_view const sloped = tags.get("sloped_curb");
    if (sloped == "at_grade") return Kerb::flush;
    if (is_one_of(sloped, {"yes", "both"})) return Kerb::lowered;
    if (tags.get("barrier") == "step") return Kerb::raised;
    if (tags.is("tactile_paving", {"yes", "contrasted", "primitive"})) return Kerb::flush;
    return Kerb::unknown;
}

Barrier barrier_of(std::string_view barrier)
{
    if (is_one_of(barrier, {"bollard", "cycle_barrier", "motorcycle_barrier", "kissing_gate", "turnstile",
                            "full-height_turnstile", "swing_gate", "block", "log", "planter", "chain", "rope",
                            "jersey_barrier", "sump_buster", "bus_trap", "debris", "horse_stile"})) {
        return Barrier::narrow;
    }
    if (is_one_of(barrier, {"gate", "lift_gate", "hampshire_gate", "sliding_gate", "wicket_gate", "bump_gate"})) {
        return Barrier::gate;
    }
    return is_one_of(barrier, {"stile", "cattle_grid"}) ? Barrier::stile : Barrier::none;
}

/// The width of a bollard is that of the post, not of what is left beside it.
std::uint16_t passage_of(Tags tags)
{
    std::string_view text = tags.get("maxwidth:physical");
    if (text.empty() && !tags.is("barrier", {"bollard", "block", "log", "planter", "jersey_barrier"})) {
        text = tags.get("width");
    }
    auto const width = parse_length_cm(text);
    if (!width || *width < 1 || *width > 10'000) return 0;
    return static_cast<std::uint16_t>(std::lround(*width));
}

} // namespace

Meaning meaning_of(Tags tags)
{
    Meaning meaning;
    if (tags.empty()) return meaning;
    meaning.crossing = tags.get("highway") == "crossing" || tags.has("crossing");
    meaning.kerb_tagged = !tags.get("kerb").empty() || !tags.get("kerb:height").empty() ||
                          !tags.get("sloped_curb").empty() || tags.is("barrier", {"kerb", "step"});
    if (meaning.kerb_tagged || meaning.crossing) meaning.kerb = kerb_of(tags);
    meaning.barrier = barrier_of(tags.get("barrier"));
    if (meaning.barrier != Barrier::none) {
        meaning.passage_cm = passage_of(tags);
        std::string_view const foot = tags.get("foot");
        meaning.barred = is_one_of(foot, {"no", "private"}) ||
                         (meaning.barrier == Barrier::gate && foot.empty() && tags.is("access", {"no", "private"}));
    }
    meaning.entrance =
        tags.has("entrance") && !tags.is("entrance", {"emergency", "service", "garage", "exit", "fire_exit"});
    return meaning;
}

bool is_bench(Tags tags)
{
    if (tags.get("disused") == "yes") return false;
    return tags.get("amenity") == "bench" || (tags.get("amenity") == "shelter" && tags.get("bench") == "yes");
}

} // namespace wf::osm
