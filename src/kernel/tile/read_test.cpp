// SPDX-License-Identifier: EUPL-1.2
#include "kernel/tile/read.hpp"

#include "kernel/tile/test_decoder.hpp"
#include "kernel/tile/test_property.hpp"

#include <doctest/doctest.h>

#include <protozero/pbf_writer.hpp>

using namespace wf::tile;
using namespace wf::tile::test;

namespace {

bool all(std::string_view)
{
    return true;
}

std::string bytes_of(std::vector<Feature> const& features, Plan const& plan)
{
    std::string found;
    make_tiles(features, plan, [&](Address, std::string const& content) { found = content; });
    return found;
}

/// Points, a line of two parts and a surface with a hole, with a tag of each kind.
std::vector<Feature> some_things()
{
    Feature points = feature_at(Shape::point, {{{25, 17}}, {{90, 3}}}, 0);
    points.id = 300;
    points.tags = {{0, std::string{"IJsselkade"}}, {1, std::int64_t{-7}}};
    Feature lines = feature_at(Shape::line, {{{2, 2}, {2, 10}, {10, 10}}, {{1, 1}, {3, 5}}}, 0);
    lines.layer = 1;
    lines.tags = {{2, true}, {1, std::int64_t{12}}};
    Feature surface = feature_at(Shape::surface,
                                 {{{11, 11}, {20, 11}, {20, 20}, {11, 20}, {11, 11}},
                                  {{13, 13}, {13, 17}, {17, 17}, {17, 13}, {13, 13}}},
                                 0);
    surface.layer = 1;
    surface.tags = {{1, 2.5}};
    return {points, lines, surface};
}

Plan two_layers()
{
    Plan plan = plan_at(0);
    plan.layers = {"spots", "shapes"};
    plan.keys = {"name", "rank", "bridge"};
    return plan;
}

/// A tile of one layer with one feature, made by hand.
struct ByHand {
    std::uint32_t version{2};
    std::uint32_t extent{4096};
    int type{2};
    std::vector<std::uint32_t> geometry{9, 4, 4, 10, 2, 2};
    std::vector<std::uint32_t> tags{};
    std::string name{"road"};

    [[nodiscard]] std::string bytes() const
    {
        std::string layer;
        protozero::pbf_writer out{layer};
        out.add_uint32(15, version);
        out.add_string(1, name);
        std::string feature;
        protozero::pbf_writer inner{feature};
        inner.add_packed_uint32(2, tags.begin(), tags.end());
        inner.add_enum(3, type);
        inner.add_packed_uint32(4, geometry.begin(), geometry.end());
        out.add_message(2, feature);
        out.add_string(3, "kind");
        out.add_uint32(5, extent);
        std::string tile;
        protozero::pbf_writer whole{tile};
        whole.add_message(3, layer);
        return tile;
    }
    [[nodiscard]] std::string trouble() const
    {
        auto const read = read_tile(bytes(), all);
        return read ? "" : read.error().code;
    }
};

} // namespace

TEST_CASE("what was made is read as the decoder of the tests reads it")
{
    auto const bytes = bytes_of(some_things(), two_layers());
    auto const expected = test::read_tile(bytes);
    auto const found = wf::tile::read_tile(bytes, all).value();
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].name == expected[i].name);
        CHECK(found[i].extent == expected[i].extent);
        REQUIRE(found[i].features.size() == expected[i].features.size());
        for (std::size_t j = 0; j < found[i].features.size(); ++j) {
            auto const& feature = found[i].features[j];
            auto const& shown = expected[i].features[j];
            CHECK(feature.id == shown.id);
            CHECK(static_cast<int>(feature.shape) + 1 == shown.type);
            CHECK(feature.tags == shown.tags.size());
            for (auto const& [key, value] : shown.tags) {
                REQUIRE(found[i].find(feature, key) != nullptr);
                CHECK(*found[i].find(feature, key) == value);
            }
            REQUIRE(feature.parts == shown.parts.size());
            for (std::uint32_t k = 0; k < feature.parts; ++k) {
                auto const part = found[i].part(feature.first_part + k);
                CHECK(std::vector<Unit>{part.begin(), part.end()} == shown.parts[k]);
            }
        }
    }
    auto const& spots = found.at(0);
    CHECK(spots.text(spots.features[0], "name") == "IJsselkade");
    CHECK(spots.text(spots.features[0], "rank").empty()); // a number is no text
    CHECK(spots.find(spots.features[0], "bridge") == nullptr);
}

TEST_CASE("layers that nobody wants are not read")
{
    auto const bytes = bytes_of(some_things(), two_layers());
    auto const found = wf::tile::read_tile(bytes, [](std::string_view name) { return name == "shapes"; }).value();
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "shapes");
    CHECK(found[0].features.size() == 2);
    CHECK(wf::tile::read_tile("", all).value().empty());
}

TEST_CASE("bytes that end early are an error or fewer layers, wherever they end")
{
    auto const bytes = bytes_of(some_things(), two_layers());
    std::size_t whole_layers = 0;
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        auto const read = wf::tile::read_tile(std::string_view{bytes}.substr(0, length), all);
        if (read) {
            ++whole_layers;
            CHECK(read->size() < 2);
        } else {
            CHECK(read.error().code == "tile.damaged");
        }
    }
    CHECK(whole_layers == 2); // nothing at all, and the first layer whole
}

TEST_CASE("any byte may be another one")
{
    auto const bytes = bytes_of(some_things(), two_layers());
    int refused = 0;
    CHECK(holds(
        [&] {
            std::string hostile = bytes;
            for (auto slips = 1 + below(3); slips > 0; --slips)
                hostile[static_cast<std::size_t>(below(static_cast<std::int64_t>(hostile.size())))] =
                    static_cast<char>(below(256));
            auto const read = wf::tile::read_tile(hostile, all);
            if (!read) {
                ++refused;
                return read.error().code.starts_with("tile.");
            }
            for (auto const& layer : *read) {
                if (layer.points.size() > bytes.size()) return false;
            }
            return true;
        },
        2'000));
    CHECK(refused > 100);
}

TEST_CASE("shapes and tables that cannot be are refused")
{
    CHECK(ByHand{}.trouble().empty());
    CHECK(ByHand{.version = 1}.trouble().empty());
    CHECK(ByHand{.version = 3}.trouble() == "tile.version");
    CHECK(ByHand{.extent = 0}.trouble() == "tile.extent");
    CHECK(ByHand{.extent = 65'537}.trouble() == "tile.extent");
    CHECK(ByHand{.name = "\xff"}.trouble() == "tile.damaged");
    CHECK(ByHand{.tags = {0, 0}}.trouble() == "tile.damaged"); // there is no value
    CHECK(ByHand{.tags = {0}}.trouble() == "tile.damaged");
    CHECK(ByHand{.geometry = {}}.trouble() == "tile.damaged");
    CHECK(ByHand{.geometry = {9, 4}}.trouble() == "tile.damaged");                             // half a step
    CHECK(ByHand{.geometry = {9, 4, 4}}.trouble() == "tile.damaged");                          // a line of one point
    CHECK(ByHand{.geometry = {10, 2, 2}}.trouble() == "tile.damaged");                         // no MoveTo
    CHECK(ByHand{.geometry = {17, 2, 2, 2, 2, 10, 2, 2}}.trouble() == "tile.damaged");         // two MoveTos
    CHECK(ByHand{.geometry = {9, 4, 4, 0xffff'fffa, 2, 2}}.trouble() == "tile.damaged");       // half a milliard steps
    CHECK(ByHand{.geometry = {9, 0xffff'ffff, 4, 10, 2, 2}}.trouble() == "tile.damaged");      // 2^31 units away
    CHECK(ByHand{.type = 3, .geometry = {9, 0, 0, 10, 2, 2, 15}}.trouble() == "tile.damaged"); // a ring of two
    CHECK(ByHand{.type = 3, .geometry = {9, 0, 0, 18, 2, 2, 2, 0}}.trouble() == "tile.damaged"); // that does not close
    CHECK(ByHand{.type = 3, .geometry = {9, 0, 0, 18, 2, 2, 2, 0, 15}}.trouble().empty());
}

TEST_CASE("a shape that nobody knows is left out, as the specification asks")
{
    auto const none = wf::tile::read_tile(ByHand{.type = 0}.bytes(), all).value();
    CHECK(none.at(0).features.empty());
    CHECK(wf::tile::read_tile(ByHand{.type = 7}.bytes(), all).value().at(0).features.empty());
}

TEST_CASE("more than eight megabytes is not looked at")
{
    auto const read = wf::tile::read_tile(std::string((std::size_t{8} << 20) + 1, '\0'), all);
    REQUIRE(!read);
    CHECK(read.error().code == "tile.too_large");
}
