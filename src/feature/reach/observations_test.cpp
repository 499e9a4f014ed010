// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/observations.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;
using reach::Attribute;

namespace {

Observation saw(char type, std::int64_t id, Attribute attribute, std::string value)
{
    Observation seen;
    seen.osm_type = type;
    seen.osm_id = id;
    seen.attribute = attribute;
    seen.value = std::move(value);
    seen.seen_on = "2026-11-21";
    return seen;
}

reach::Network small_network()
{
    reach::Network network;
    network.nodes.resize(2);
    network.nodes[1].osm_id = 11;
    network.nodes[1].kerb = reach::Kerb::unknown;
    network.ways.resize(2);
    network.ways[0].osm_id = 21;
    network.ways[1].osm_id = 21; // one street in two pieces with other tags between
    return network;
}

} // namespace

TEST_CASE("each answer of the form becomes what the street is like")
{
    auto network = small_network();
    std::vector<Observation> const seen{saw('w', 21, Attribute::surface, "paving"),
                                        saw('w', 21, Attribute::smoothness, "bad"),
                                        saw('w', 21, Attribute::width, "85"),
                                        saw('w', 21, Attribute::sidewalk, "yes"),
                                        saw('n', 11, Attribute::kerb, "raised"),
                                        saw('n', 11, Attribute::passage, "90")};
    CHECK(apply_observations(network, seen) == 6);
    for (auto const& way : network.ways) {
        CHECK(way.surface == reach::Surface::paving);
        CHECK(way.smoothness == reach::Smoothness::bad);
        CHECK(way.width_cm == 85);
        CHECK(way.sidewalk == reach::Sidewalk::yes);
    }
    CHECK(network.nodes[1].kerb == reach::Kerb::raised);
    CHECK(network.nodes[1].passage_cm == 90);
}

TEST_CASE("who looked last is believed, and a street that is not there changes nothing")
{
    auto network = small_network();
    std::vector<Observation> const seen{saw('n', 11, Attribute::kerb, "raised"), saw('n', 11, Attribute::kerb, "flush"),
                                        saw('w', 99, Attribute::surface, "loose")};
    CHECK(apply_observations(network, seen) == 2);
    CHECK(network.nodes[1].kerb == reach::Kerb::flush);
}

TEST_CASE("every word that may be answered is a value of its own")
{
    for (auto const attribute : {Attribute::surface, Attribute::smoothness, Attribute::sidewalk}) {
        for (auto const word : choices(attribute)) {
            auto network = small_network();
            auto const before = network.ways[0];
            CHECK(apply_observations(network, std::vector{saw('w', 21, attribute, std::string{word})}) == 1);
            CHECK_FALSE(network.ways[0] == before);
        }
    }
}

TEST_CASE("what cannot be seen or is no answer is refused with its field")
{
    auto const field = [](Observation const& seen) {
        auto const checked = check(seen);
        return checked ? std::string{} : checked.error().field;
    };
    CHECK(field(saw('w', 21, Attribute::surface, "paving")).empty());
    CHECK(field(saw('w', 21, Attribute::surface, "gold")) == "value");
    CHECK(field(saw('w', 21, Attribute::width, "3")) == "value");
    CHECK(field(saw('w', 21, Attribute::width, "9999")) == "value");
    CHECK(field(saw('w', 21, Attribute::width, "1.5 m")) == "value");
    CHECK(field(saw('w', 21, Attribute::kerb, "flush")) == "attribute");
    CHECK(field(saw('n', 11, Attribute::surface, "paving")) == "attribute");
    CHECK(field(saw('w', 21, Attribute::access, "yes")) == "attribute");
    CHECK(field(saw('w', 0, Attribute::surface, "paving")) == "osm_id");
    auto when = saw('w', 21, Attribute::surface, "paving");
    when.seen_on = "yesterday";
    CHECK(field(when) == "seen_on");
}
