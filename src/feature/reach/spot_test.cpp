// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/spot.hpp"

#include "kernel/reach/town_examples.hpp"

#include <doctest/doctest.h>

using namespace wf;
using namespace wf::reach_pages;

namespace {

/// Two homes and four places on one straight street of a kilometre; the last place lies far from any street.
struct Village {
    PreparedTown town;

    Village()
    {
        reach::Maker maker;
        auto const way = maker.good_way(reach::Road::residential);
        auto previous = maker.node(0);
        for (int i = 1; i <= 100; ++i) {
            auto const next = maker.node(10 * i);
            maker.edge(previous, next, way, 10);
            previous = next;
        }
        town.network = maker.network;
        town.network.names = {"", "Lange Weg"};
        town.network.ways[way].name = 1;
        town.locator = std::make_unique<reach::Locator const>(town.network);
        std::vector<address::Entry> entries;
        for (auto const* number : {"1", "3"}) {
            network::Home home;
            home.street = "Lange Weg";
            home.number = number;
            home.at = town.network.nodes[5].at;
            town.homes.push_back(home);
            town.footholds.push_back(town.locator->find(reach::to_point(home.at)));
            town.home_of_address.push_back(static_cast<std::uint32_t>(town.homes.size() - 1));
        }
        for (auto const& home : town.homes) entries.push_back({home.street, home.number, "", ""});
        town.addresses = address::Index::build(entries);
        town.places_of.resize(1);
        town.destinations.resize(1);
        add("osm-n1", "Lidl (verzonnen)", "Dorp 1", 20);
        add("osm-n2", "Lidl (verzonnen)", "", 60);
        add("osm-n3", "De Boekenkast (verzonnen)", "", 80);
        add("osm-n4", "", "", 40);
        add("osm-n5", "Ver Weg (verzonnen)", "", -1);
    }
    void add(std::string id, std::string name, std::string address, int node)
    {
        places::Place place;
        place.id = std::move(id);
        place.name = std::move(name);
        place.address = std::move(address);
        place.at =
            node < 0 ? geo::Point{6.5, 53} : reach::to_point(town.network.nodes[static_cast<std::size_t>(node)].at);
        town.places.push_back(place);
        town.places_of[0].push_back(static_cast<std::uint32_t>(town.places.size() - 1));
        town.destinations[0].push_back(find_destination(place, *town.locator));
    }
    [[nodiscard]] std::string trouble(std::string_view text) const
    {
        auto const spot = find_spot(town, text, "van");
        return spot ? "none" : spot.error().code + " " + spot.error().field;
    }
};

} // namespace

TEST_CASE(
    "an address, a place by name or id, and coordinates are found, and found again by what they say of themselves")
{
    Village const village;
    for (auto const* text : {"Lange Weg 3", "lange weg 3 ", "De boekenkast (Verzonnen)", "osm-n4", "osm-n2",
                             "lidl (verzonnen), Dorp 1", "52.5000,5.9010"}) {
        CAPTURE(text);
        auto const spot = find_spot(village.town, text, "van");
        REQUIRE(spot);
        CHECK(spot->door.footholds.size() == 1);
        auto const again = find_spot(village.town, spot->text, "van");
        REQUIRE(again);
        CHECK(again->at == spot->at);
        CHECK(again->text == spot->text);
    }
    CHECK(find_spot(village.town, "Lange Weg 3", "van")->home == 1);
    CHECK(find_spot(village.town, "Lange Weg 3", "van")->name == "Lange Weg 3");
    CHECK(find_spot(village.town, "osm-n2", "van")->text == "Lidl (verzonnen), Lange Weg");
    CHECK(find_spot(village.town, "osm-n2", "van")->name == "Lidl (verzonnen)");
    CHECK(find_spot(village.town, "osm-n4", "van")->text == "osm-n4");
}

TEST_CASE("a name that several have, none has, or that lies off the streets: each its own message, at the field")
{
    Village const village;
    CHECK(village.trouble("Lidl (verzonnen)") == "reach.several_spots van");
    CHECK(village.trouble("Nergensweg 8") == "reach.unknown_spot van");
    CHECK(village.trouble("") == "reach.unknown_spot van");
    CHECK(village.trouble("Ver Weg (verzonnen)") == "reach.spot_off_network van");
    CHECK(village.trouble("10.0,10.0") == "reach.spot_off_network van");
}

TEST_CASE("what somebody may have meant: places that hold the text, then addresses; each finds one thing")
{
    Village const village;
    auto const meant = suggest_spots(village.town, "lidl");
    REQUIRE(meant.size() == 2);
    CHECK(meant[0].label == "Lidl (verzonnen), Dorp 1");
    CHECK(meant[1].label == "Lidl (verzonnen), Lange Weg");
    CHECK(meant[1].text == "osm-n2");
    auto const addresses = suggest_spots(village.town, "Lagne Weg 3");
    REQUIRE(!addresses.empty());
    CHECK(addresses.front().text == "Lange Weg 3");
    CHECK(suggest_spots(village.town, "").empty());
}
