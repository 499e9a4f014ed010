// SPDX-License-Identifier: EUPL-1.2
#include "kernel/reach/codec.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <limits>

namespace wf::reach {
namespace {

template <class E>
E any(Random& random, E last)
{
    return static_cast<E>(random.below(static_cast<std::uint64_t>(last) + 1));
}

Place32 anywhere(Random& random)
{
    return {static_cast<std::int32_t>(static_cast<std::int64_t>(random.below(3'600'000'001)) - 1'800'000'000),
            static_cast<std::int32_t>(static_cast<std::int64_t>(random.below(1'800'000'001)) - 900'000'000)};
}

NetworkNode any_node(Random& random)
{
    NetworkNode node;
    node.osm_id = static_cast<std::int64_t>(random.next_u64());
    node.at = anywhere(random);
    node.kerb = any(random, Kerb::raised);
    node.barrier = any(random, Barrier::stile);
    node.passage_cm = static_cast<std::uint16_t>(random.below(65'536));
    node.bench = random.below(2) == 1;
    return node;
}

Way any_way(Random& random, std::size_t names)
{
    Way way;
    way.osm_id = static_cast<std::int64_t>(random.next_u64());
    way.name = static_cast<std::uint32_t>(random.below(names));
    way.road = any(random, Road::square);
    way.surface = any(random, Surface::loose);
    way.smoothness = any(random, Smoothness::impassable);
    way.sidewalk = any(random, Sidewalk::separate);
    way.access = any(random, Access::unknown);
    way.lit = any(random, Lit::yes);
    way.surroundings = any(random, Surroundings::rural);
    way.ramp = random.below(2) == 1;
    way.incline_known = random.below(2) == 1;
    way.incline_percent = static_cast<std::int8_t>(static_cast<int>(random.below(256)) - 128);
    way.width_cm = static_cast<std::uint16_t>(random.below(65'536));
    way.fixed_seconds = static_cast<std::uint16_t>(random.below(65'536));
    return way;
}

Network any_network(std::uint64_t seed, std::size_t size)
{
    Random random{seed};
    Network network;
    for (std::size_t i = 0; i < size / 3; ++i) {
        std::string name;
        for (auto n = random.below(30); n > 0; --n) name += static_cast<char>(random.below(256));
        network.names.push_back(std::move(name));
    }
    for (std::size_t i = 0; i < size + 1; ++i) network.nodes.push_back(any_node(random));
    for (std::size_t i = 0; i < size / 2 + 1; ++i) network.ways.push_back(any_way(random, network.names.size()));
    for (std::size_t i = 0; i < size; ++i) {
        Edge edge;
        edge.from = static_cast<std::uint32_t>(random.below(network.nodes.size()));
        edge.to = static_cast<std::uint32_t>(random.below(network.nodes.size()));
        edge.way = static_cast<std::uint32_t>(random.below(network.ways.size()));
        edge.metres = static_cast<float>(random.uniform() * 1000);
        edge.along_way = random.below(2) == 1;
        edge.first_bend = static_cast<std::uint32_t>(network.bends.size());
        edge.bends = static_cast<std::uint32_t>(random.below(5));
        for (std::uint32_t bend = 0; bend < edge.bends; ++bend) network.bends.push_back(anywhere(random));
        network.edges.push_back(edge);
    }
    network.extent = {-random.uniform(), random.uniform(), 1.0 / 3, 90};
    return network;
}

std::string code_of(std::string_view bytes)
{
    auto const network = decode_network(bytes);
    return network ? "sound" : network.error().code;
}

/// The payload with these bytes in their place, behind a header that fits.
std::string forge(std::string_view bytes, std::size_t at, std::string_view change)
{
    std::string payload{bytes.substr(network_header_size)};
    payload.replace(at, change.size(), change);
    return seal_network(payload);
}

constexpr std::size_t extent_size = 4 * sizeof(double);

TEST_CASE("a network comes back as it was, and the same network gives the same bytes")
{
    CHECK(decode_network(encode_network({})).value() == Network{});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        auto const network = any_network(seed, seed * 3);
        REQUIRE(check(network).has_value());
        auto const bytes = encode_network(network);
        auto const again = decode_network(bytes);
        REQUIRE(again.has_value());
        CHECK(*again == network);
        CHECK(encode_network(*again) == bytes);
    }
}

TEST_CASE("the layout stands: bytes that were stored years ago are read")
{
    Network network;
    network.nodes = {
        {.osm_id = 0x0102030405060708, .at = {-1, 2}, .kerb = Kerb::raised, .passage_cm = 0x0a0b, .bench = true}};
    auto const bytes = encode_network(network);
    std::string expected{"WFNET\0\1\0", 8};
    expected += std::string{"\x4d\0\0\0\0\0\0\0", 8}; // 77: 32 of the extent, 5 numbers, a node of 21, a length
    CHECK(bytes.substr(0, 16) == expected);
    std::string const node{"\1\0\0\0\x8\7\6\5\4\3\2\1\xff\xff\xff\xff\2\0\0\0\5\0\x0b\x0a\1", 25};
    CHECK(bytes.substr(network_header_size + extent_size, 25) == node);
    CHECK(bytes.size() == network_header_size + 77);
}

TEST_CASE("every damaged byte is an error")
{
    auto const bytes = encode_network(any_network(7, 6));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int const change : {1, 0x80, 0xff}) {
            auto damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ change);
            auto const network = decode_network(damaged);
            REQUIRE(!network.has_value());
            std::string const expected = at < 6    ? "network.not_a_network"
                                         : at < 8  ? "network.other_version"
                                         : at < 16 ? "network.truncated or network.damaged"
                                                   : "network.damaged";
            CHECK(expected.find(network.error().code) != std::string::npos);
        }
    }
}

TEST_CASE("bytes that stop early, and bytes after the end")
{
    auto const bytes = encode_network(any_network(8, 6));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK(code_of(bytes.substr(0, size)) == (size < 6 ? "network.not_a_network" : "network.truncated"));
    }
    CHECK(code_of(bytes + '\0') == "network.damaged");
    CHECK(code_of(seal_network(bytes.substr(network_header_size) + '\0')) == "network.damaged");
    CHECK(code_of("no network at all") == "network.not_a_network");
    for (std::size_t size = 0; size + 1 < bytes.size() - network_header_size; ++size) {
        CHECK(code_of(seal_network(bytes.substr(network_header_size, size))) == "network.truncated");
    }
}

TEST_CASE("behind a checksum that fits: numbers that promise more than there is, and values of no kind")
{
    Network network;
    network.nodes = {{.osm_id = 1, .at = {10, 10}}, {.osm_id = 2, .at = {20, 20}}};
    network.ways = {{.osm_id = 3, .name = 1}};
    network.edges = {{.from = 0, .to = 1, .way = 0, .metres = 5}};
    network.names = {"", "Oudestraat"};
    auto const bytes = encode_network(network);
    REQUIRE(code_of(forge(bytes, 0, "")) == "sound");

    std::size_t const nodes = extent_size;
    std::size_t const ways = nodes + 4 + 2 * 21;
    std::size_t const edges = ways + 4 + 26;
    std::size_t const bends = edges + 4 + 25;
    std::size_t const names = bends + 4;
    for (std::size_t const number : {nodes, ways, edges, bends, names, names + 4}) {
        CHECK(code_of(forge(bytes, number, "\xff\xff\xff\xff")) == "network.truncated");
        CHECK(code_of(forge(bytes, number, "\xff\xff\xff\x0f")) == "network.truncated");
    }
    CHECK(code_of(forge(bytes, nodes + 4 + 16, "\x06")) == "network.damaged");   // kerb
    CHECK(code_of(forge(bytes, nodes + 4 + 20, "\x02")) == "network.damaged");   // bench
    CHECK(code_of(forge(bytes, ways + 4 + 12, "\x12")) == "network.damaged");    // road
    CHECK(code_of(forge(bytes, ways + 4 + 20, "\x07")) == "network.damaged");    // incline known
    CHECK(code_of(forge(bytes, edges + 4 + 16, "\xff")) == "network.damaged");   // along the way
    CHECK(code_of(forge(bytes, 6, "\xf0\x7f")) == "network.damaged");            // extent: infinite
    CHECK(code_of(forge(bytes, edges + 4, "\x02")) == "network.bad_index");      // from
    CHECK(code_of(forge(bytes, ways + 4 + 8, "\x02")) == "network.bad_index");   // name
    CHECK(code_of(forge(bytes, edges + 4 + 21, "\x01")) == "network.bad_index"); // bends
    CHECK(code_of(forge(bytes, edges + 4 + 14, "\xc0\x7f")) == "network.bad_length");
    CHECK(code_of(forge(bytes, nodes + 4 + 8, "\xff\xff\xff\x7f")) == "network.bad_place");
}

} // namespace
} // namespace wf::reach
