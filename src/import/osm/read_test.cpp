// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/read.hpp"

#include "import/osm/osm_test_file.hpp"
#include "platform/file/file.hpp"
#include "platform/file/test_folder.hpp"

#include <algorithm>
#include <map>

using namespace wf;
using namespace wf::osm;

namespace {

walking::Categories const& categories()
{
    return walking::Categories::built_in();
}

/// A street of 100 m, so that there is something to walk on.
TestFile make_street()
{
    TestFile file;
    file.node(1, 0, 0).node(2, 100, 0);
    file.way(10, {1, 2}, {{"highway", "residential"}});
    return file;
}

std::string code_of(std::string_view bytes)
{
    auto const read = read_extract_bytes(bytes, categories());
    return read ? "" : read.error().code;
}

std::string load(std::string const& path)
{
    auto bytes = file::load(path);
    REQUIRE(bytes);
    return std::move(*bytes);
}

places::Place const& place_of(Extract const& extract, std::string_view id)
{
    auto const found = std::ranges::find(extract.places, id, &places::Place::id);
    REQUIRE(found != extract.places.end());
    return *found;
}

} // namespace

TEST_CASE("addresses are homes: points, and the middle of surfaces")
{
    TestFile file = make_street();
    file.node(20, 10, 10, {{"addr:street", "Kade"}, {"addr:housenumber", "12-A"}, {"addr:postcode", "8261 AA"}});
    file.node(21, 10, 10, {{"addr:housenumber", "13"}})
        .node(22, 5, 5, {{"addr:place", "Buurtschap"}, {"addr:housenumber", "1"}});
    file.node(30, 20, 20).node(31, 40, 20).node(32, 40, 30).node(33, 20, 30);
    file.way(40, {30, 31, 32, 33, 30}, {{"building", "house"}, {"addr:street", "Kade"}, {"addr:housenumber", "14"}});
    auto const homes = file.extract().homes;
    REQUIRE(homes.size() == 3);
    CHECK(homes[0] == network::Home{20, 'n', homes[0].at, "Kade", "12-A", "8261 AA"});
    CHECK(homes[1].street == "Buurtschap");
    CHECK(homes[2].osm_type == 'w');
    TestFile middle;
    middle.node(1, 30, 25);
    auto const expected =
        TestFile{make_street()}.node(50, 30, 25, {{"addr:street", "x"}, {"addr:housenumber", "1"}}).extract();
    CHECK(metres_between(homes[2].at, expected.homes[0].at) < 0.05);
}

TEST_CASE("buildings are homes only where no address is near")
{
    TestFile file = make_street();
    file.node(30, 20, 20).node(31, 40, 20).node(32, 40, 30).node(33, 20, 30);
    file.way(40, {30, 31, 32, 33, 30}, {{"building", "house"}});
    file.node(50, 20, 60).node(51, 40, 60).node(52, 40, 70).node(53, 20, 70);
    file.way(41, {50, 51, 52, 53, 50}, {{"building", "church"}});
    auto const without = file.extract();
    REQUIRE(without.homes.size() == 1);
    CHECK(without.homes[0].osm_id == 40);
    CHECK(without.homes[0].street.empty());
    file.node(20, 10, 10, {{"addr:street", "Kade"}, {"addr:housenumber", "1"}});
    auto const with = file.extract();
    REQUIRE(with.homes.size() == 1);
    CHECK(with.homes[0].osm_id == 20);
}

TEST_CASE("places have a kind, a middle, entrances and words")
{
    TestFile file = make_street();
    file.node(20, 10, 10,
              {{"amenity", "library"},
               {"name", "Boeken (verzonnen)"},
               {"addr:street", "Kade"},
               {"addr:housenumber", "3"},
               {"addr:postcode", "8261 AA"},
               {"addr:city", "Kampen"},
               {"opening_hours", "Mo-Fr 09:00-17:00"},
               {"wheelchair", "limited"}});
    file.node(30, 0, 100)
        .node(31, 50, 100, {{"entrance", "main"}})
        .node(32, 50, 150)
        .node(33, 0, 150, {{"entrance", "emergency"}});
    file.way(40, {30, 31, 32, 33, 30}, {{"amenity", "school"}});
    file.node(60, 100, 100).node(61, 150, 100).node(62, 150, 150).node(63, 100, 150);
    file.way(41, {60, 61, 62, 63, 60}, {{"leisure", "playground"}});
    file.node(70, 5, 5, {{"amenity", "library"}, {"disused", "yes"}}).node(71, 5, 5, {{"disused:amenity", "library"}});
    auto const extract = file.extract();
    CHECK(extract.places.size() == 3);
    auto const& library = place_of(extract, "osm-n20");
    CHECK(library.category == "library");
    CHECK(library.name == "Boeken (verzonnen)");
    CHECK(library.address == "Kade 3, 8261 AA Kampen");
    CHECK(library.opening_hours == "Mo-Fr 09:00-17:00");
    CHECK(library.wheelchair == "limited");
    CHECK(library.source_url == "https://www.openstreetmap.org/node/20");
    auto const& school = place_of(extract, "osm-w40");
    CHECK(school.entrances.size() == 1);
    CHECK(school.outline.empty());
    auto const& playground = place_of(extract, "osm-w41");
    CHECK(playground.entrances.empty());
    CHECK(playground.outline.size() == 5);
    CHECK(playground.source_url == "https://www.openstreetmap.org/way/41");
}

TEST_CASE("a thing that is mapped twice is one: the point stays, with what the surface knows")
{
    TestFile file = make_street();
    file.node(20, 20, 20, {{"amenity", "school"}, {"name", "De School (verzonnen)"}});
    file.node(30, 0, 0).node(31, 50, 0).node(32, 50, 50, {{"entrance", "yes"}}).node(33, 0, 50);
    file.way(40, {30, 31, 32, 33, 30},
             {{"amenity", "school"}, {"name", "De school (verzonnen)"}, {"wheelchair", "yes"}});
    file.node(50, 400, 0).node(51, 450, 0).node(52, 450, 50).node(53, 400, 50);
    file.way(41, {50, 51, 52, 53, 50}, {{"amenity", "school"}, {"name", "Andere school (verzonnen)"}});
    auto const extract = file.extract();
    CHECK(extract.places.size() == 2);
    auto const& school = place_of(extract, "osm-n20");
    CHECK(school.wheelchair == "yes");
    CHECK(school.entrances.size() == 1);
    CHECK(has_refusal(extract, "osm.mapped_twice"));
    CHECK(extract.set_aside == 1);
}

TEST_CASE("multipolygons are places too; without a member they are counted and left out")
{
    TestFile file = make_street();
    file.node(30, 0, 0).node(31, 90, 0).node(32, 90, 90).node(33, 0, 90);
    file.way(40, {30, 31, 32}, {}).way(41, {32, 33, 30}, {});
    file.multipolygon(50, {{40, "outer"}, {41, "outer"}}, {{"leisure", "park"}});
    file.multipolygon(51, {{40, "outer"}, {99, "outer"}}, {{"leisure", "park"}});
    auto const extract = file.extract();
    REQUIRE(extract.places.size() == 1);
    CHECK(extract.places[0].id == "osm-r50");
    CHECK(extract.places[0].outline.size() == 5);
    CHECK(has_refusal(extract, "osm.incomplete_place"));
}

TEST_CASE("ways that go on outside the file are cut and counted")
{
    TestFile file = make_street();
    file.way(11, {2, 1, 77, 78}, {{"highway", "footway"}}).way(12, {1, 79}, {{"highway", "footway"}});
    auto const extract = file.extract();
    CHECK(extract.network.edges.size() == 2);
    CHECK(has_refusal(extract, "osm.cut_way"));
    CHECK(has_refusal(extract, "osm.incomplete_way"));
}

TEST_CASE("what is not a map says what to do")
{
    CHECK(code_of("") == "osm.empty");
    CHECK(code_of("id,lon,lat\n1,5,52\n") == "osm.not_osm");
    CHECK(code_of("BZh91AY&SY") == "osm.not_osm");
    CHECK(code_of("\x1f\x8b\x08") == "osm.not_osm");
    CHECK(code_of("<osmChange version=\"0.6\"></osmChange>") == "osm.not_osm");
    CHECK(code_of("<osm version=\"0.6\"></osm>") == "osm.empty");
    CHECK(code_of("<osm version=\"0.6\"><node id=\"1\" lat=\"52\" lon=\"5\"/></osm>") == "osm.empty");
    CHECK(code_of("<osm version=\"0.6\"><node id=\"1\" lat=\"52\" lon=") == "osm.truncated");
    CHECK(code_of("<osm version=\"0.6\"><node id=\"1\" lat=\"52\" lon=\"5\"></way></osm>") == "osm.malformed");
    CHECK(code_of("<osm version=\"0.6\"><way id=\"x\"/></osm>") == "osm.malformed");
    CHECK(
        code_of(
            "<osm version=\"0.6\"><way id=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"path\"/></way></osm>") ==
        "osm.no_locations");
    auto const missing = read_extract("no/such/file.osm.pbf", categories());
    REQUIRE(!missing);
    CHECK(missing.error().code == "file.not_found");
    CHECK(read_extract("data", categories()).error().code == "file.unreadable");
}

TEST_CASE("a map names no other file, and does not unfold into more than it is")
{
    file::TestFolder const folder;
    auto const secret = folder.path + "/secret.txt";
    file::save(secret, "niet voor de kaart").value();
    auto const text = [](std::string const& declared) {
        TestFile file = make_street();
        file.node(20, 10, 10, {{"addr:street", "&een;"}, {"addr:housenumber", "12"}});
        return "<?xml version=\"1.0\"?><!DOCTYPE osm " + declared + ">" + file.text();
    };
    auto const refused = [](std::string const& map) {
        auto const read = read_extract_bytes(map, categories());
        if (read) return false;
        CHECK(read.error().code == "osm.malformed");
        return read.error().detail.find("niet voor de kaart") == std::string::npos;
    };
    CHECK(refused(text("[<!ENTITY een SYSTEM \"file://" + secret + "\">]")));
    CHECK(refused(text("[<!ENTITY % twee SYSTEM \"file://" + secret + "\"> %twee;]")));
    CHECK(refused(text("[<!ENTITY een \"Kade\">]")));
    std::string laughs = "<!ENTITY l0 \"haha\">";
    for (int i = 1; i < 6; ++i) {
        auto const before = "&l" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY l" + std::to_string(i) + " \"" + before + before + before + "\">";
    }
    CHECK(refused(text("[" + laughs + "<!ENTITY een \"&l5;\">]")));
    // A grammar that stands elsewhere is not fetched: what it may declare is not known.
    auto const grammar = read_extract_bytes(text("SYSTEM \"file://" + secret + "\""), categories());
    if (grammar) {
        for (auto const& home : grammar->homes) CHECK(home.street.find("niet voor") == std::string::npos);
    }
    // And the same map without any of it is one.
    TestFile plain = make_street();
    plain.node(20, 10, 10, {{"addr:street", "Kade"}, {"addr:housenumber", "12"}});
    CHECK(read_extract_bytes("<?xml version=\"1.0\"?>" + plain.text(), categories())->homes.size() == 1);
}

TEST_CASE("the sample: a hamlet of the imagination")
{
    auto const extract = read_extract("src/import/osm/sample/gehucht.osm", categories());
    REQUIRE(extract);
    CHECK(extract->homes.size() == 3);
    CHECK(extract->places.size() == 2);
    CHECK(extract->network.edges.size() == 6);
    CHECK(extract->network.extent.west == doctest::Approx(5.899));
    CHECK(extract->timestamp == "2024-05-01");
}

TEST_CASE("Kampen: what is in the file comes in")
{
    std::string const path = "data/kampen/kampen.osm.pbf";
    if (!file::exists(path)) {
        MESSAGE("skipped: " << path << " is not present");
        return;
    }
    int last = -1;
    auto const read = read_extract(path, categories(), [&](int percent) {
        CHECK(percent > last);
        last = percent;
    });
    REQUIRE(read);
    CHECK(last == 100);
    Extract const& kampen = *read;
    CHECK(kampen.timestamp == "2023-01-30");
    CHECK(kampen.network.extent.west == doctest::Approx(5.841));
    CHECK(kampen.network.extent.north == doctest::Approx(52.584));
    CHECK(std::ranges::count(kampen.homes, 'n', &network::Home::osm_type) == 25'819);
    // 140 benches in the file; those that stand at no street are told.
    auto const benches = std::ranges::count(kampen.network.nodes, true, &reach::NetworkNode::bench);
    auto const far =
        std::ranges::count(kampen.report.refusals, "osm.bench_far", &datasets::ImportReport::Refusal::code);
    CHECK(benches + far == 140);
    CHECK(benches >= 100);
    std::map<std::string, int> kinds;
    for (places::Place const& place : kampen.places) ++kinds[place.category];
    CHECK(kinds["school"] == 22);
    CHECK(kinds["library"] == 2);
    CHECK(kinds["meeting_place"] >= 3);
    CHECK(kinds["gp"] <= 3);
    CHECK(kinds["pharmacy"] == 3);
    CHECK(reach::check(kampen.network).has_value());
    CHECK(kampen.report.read == kampen.report.kept + kampen.report.refused);
    auto const again = read_extract_bytes(load(path), categories());
    REQUIRE(again);
    CHECK(again->network == kampen.network);
    CHECK(again->homes == kampen.homes);
    CHECK(again->places == kampen.places);
}

TEST_CASE("half of Kampen is truncated, spoilt Kampen is malformed: never a crash")
{
    std::string const path = "data/kampen/kampen.osm.pbf";
    if (!file::exists(path)) {
        MESSAGE("skipped: " << path << " is not present");
        return;
    }
    std::string bytes = load(path);
    CHECK(code_of(std::string_view{bytes}.substr(0, bytes.size() / 2)) == "osm.truncated");
    CHECK(code_of(std::string_view{bytes}.substr(0, 10)) == "osm.truncated");
    std::fill(bytes.begin() + 100'000, bytes.begin() + 100'100, '\x55');
    CHECK(code_of(bytes) == "osm.malformed");
}

TEST_CASE("whatever byte of a map is spoilt, the answer is a map that holds together or an error that says so")
{
    std::string const whole = load("src/import/osm/sample/gehucht.osm.pbf");
    auto const undamaged = read_extract_bytes(whole, categories());
    REQUIRE(undamaged);
    CHECK(undamaged->network.edges.size() == 6);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string spoilt = whole;
        spoilt[i] = static_cast<char>(spoilt[i] ^ (i % 2 == 0 ? '\x80' : '\x03'));
        auto const read = read_extract_bytes(spoilt, categories());
        if (read) CHECK(reach::check(read->network).has_value());
        else CHECK(!read.error().detail.empty());
        CHECK(!read_extract_bytes(std::string_view{whole}.substr(0, i), categories()).has_value());
    }
}
