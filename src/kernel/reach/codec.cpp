// SPDX-License-Identifier: EUPL-1.2
// Layout: magic, version (16 bits), payload size and checksum (64 bits each), payload. The payload holds the extent and then,
// each behind its number (32 bits), nodes, ways, edges, bends, lengths of names, and the names' bytes. No padding anywhere.
#include "kernel/reach/codec.hpp"

#include "base/check.hpp"

#include <xxhash.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace wf::reach {
namespace {

constexpr std::string_view magic{"WFNET\0", 6};
constexpr std::uint16_t format_version = 1;
constexpr std::size_t header_size = network_header_size;
static_assert(header_size == 6 + 2 + 8 + 8);
constexpr std::size_t node_size = 8 + 8 + 1 + 1 + 2 + 1;
constexpr std::size_t way_size = 8 + 4 + 7 + 1 + 1 + 1 + 2 + 2;
constexpr std::size_t edge_size = 3 * 4 + 4 + 1 + 2 * 4;
constexpr std::size_t place_size = 8;

template <class T>
void turn([[maybe_unused]] std::array<char, sizeof(T)>& bytes)
{
    if constexpr (std::endian::native != std::endian::little) {
        for (std::size_t i = 0; i < sizeof(T) / 2; ++i) std::swap(bytes[i], bytes[sizeof(T) - 1 - i]);
    }
}

/// Writes into memory that was made large enough.
class Pen {
public:
    explicit Pen(char* at) : m_at{at} {}
    template <class T>
    void put(T value)
    {
        if constexpr (std::is_enum_v<T>) {
            put(static_cast<std::underlying_type_t<T>>(value));
        } else if constexpr (std::is_same_v<T, bool>) {
            *m_at++ = value ? '\1' : '\0';
        } else {
            auto bytes = std::bit_cast<std::array<char, sizeof(T)>>(value);
            turn<T>(bytes);
            std::memcpy(m_at, bytes.data(), sizeof(T));
            m_at += sizeof(T);
        }
    }
    void put_text(std::string_view text)
    {
        if (!text.empty()) std::memcpy(m_at, text.data(), text.size());
        m_at += text.size();
    }
    [[nodiscard]] char const* at() const { return m_at; }

private:
    char* m_at;
};

/// Reads what the caller knows to be there; `sound()` is false once a value was none of its kind.
class Eye {
public:
    explicit Eye(std::string_view bytes) : m_at{bytes.data()}, m_left{bytes.size()} {}
    [[nodiscard]] std::size_t left() const { return m_left; }
    [[nodiscard]] bool sound() const { return m_sound; }

    template <class T>
    T get()
    {
        if constexpr (std::is_same_v<T, bool>) {
            auto const byte = get<std::uint8_t>();
            m_sound = m_sound && byte <= 1;
            return byte == 1;
        } else {
            std::array<char, sizeof(T)> bytes;
            std::memcpy(bytes.data(), m_at, sizeof(T));
            m_at += sizeof(T);
            m_left -= sizeof(T);
            turn<T>(bytes);
            return std::bit_cast<T>(bytes);
        }
    }
    /// `last` is the last one that the type knows.
    template <class E>
    E get_enum(E last)
    {
        auto const number = get<std::uint8_t>();
        m_sound = m_sound && number <= static_cast<std::uint8_t>(last);
        return static_cast<E>(number);
    }
    std::string_view get_text(std::size_t size)
    {
        std::string_view const text{m_at, size};
        m_at += size;
        m_left -= size;
        return text;
    }

private:
    char const* m_at;
    std::size_t m_left;
    bool m_sound{true};
};

void put(Pen& pen, Place32 const& place)
{
    pen.put(place.lon);
    pen.put(place.lat);
}

void put(Pen& pen, NetworkNode const& node)
{
    pen.put(node.osm_id);
    put(pen, node.at);
    pen.put(node.kerb);
    pen.put(node.barrier);
    pen.put(node.passage_cm);
    pen.put(node.bench);
}

void put(Pen& pen, Way const& way)
{
    pen.put(way.osm_id);
    pen.put(way.name);
    pen.put(way.road);
    pen.put(way.surface);
    pen.put(way.smoothness);
    pen.put(way.sidewalk);
    pen.put(way.access);
    pen.put(way.lit);
    pen.put(way.surroundings);
    pen.put(way.ramp);
    pen.put(way.incline_known);
    pen.put(way.incline_percent);
    pen.put(way.width_cm);
    pen.put(way.fixed_seconds);
}

void put(Pen& pen, Edge const& edge)
{
    pen.put(edge.from);
    pen.put(edge.to);
    pen.put(edge.way);
    pen.put(edge.metres);
    pen.put(edge.along_way);
    pen.put(edge.first_bend);
    pen.put(edge.bends);
}

void get(Eye& eye, Place32& place)
{
    place.lon = eye.get<std::int32_t>();
    place.lat = eye.get<std::int32_t>();
}

void get(Eye& eye, NetworkNode& node)
{
    node.osm_id = eye.get<std::int64_t>();
    get(eye, node.at);
    node.kerb = eye.get_enum(Kerb::raised);
    node.barrier = eye.get_enum(Barrier::stile);
    node.passage_cm = eye.get<std::uint16_t>();
    node.bench = eye.get<bool>();
}

void get(Eye& eye, Way& way)
{
    way.osm_id = eye.get<std::int64_t>();
    way.name = eye.get<std::uint32_t>();
    way.road = eye.get_enum(Road::square);
    way.surface = eye.get_enum(Surface::loose);
    way.smoothness = eye.get_enum(Smoothness::impassable);
    way.sidewalk = eye.get_enum(Sidewalk::separate);
    way.access = eye.get_enum(Access::unknown);
    way.lit = eye.get_enum(Lit::yes);
    way.surroundings = eye.get_enum(Surroundings::rural);
    way.ramp = eye.get<bool>();
    way.incline_known = eye.get<bool>();
    way.incline_percent = eye.get<std::int8_t>();
    way.width_cm = eye.get<std::uint16_t>();
    way.fixed_seconds = eye.get<std::uint16_t>();
}

void get(Eye& eye, Edge& edge)
{
    edge.from = eye.get<std::uint32_t>();
    edge.to = eye.get<std::uint32_t>();
    edge.way = eye.get<std::uint32_t>();
    edge.metres = eye.get<float>();
    edge.along_way = eye.get<bool>();
    edge.first_bend = eye.get<std::uint32_t>();
    edge.bends = eye.get<std::uint32_t>();
}

template <class T>
void put_all(Pen& pen, std::vector<T> const& all)
{
    WF_CHECK(all.size() <= std::numeric_limits<std::uint32_t>::max());
    pen.put(static_cast<std::uint32_t>(all.size()));
    for (auto const& one : all) put(pen, one);
}

/// For the payload that stands behind its place already.
void put_header(std::string& bytes)
{
    auto const payload = std::string_view{bytes}.substr(header_size);
    Pen header{bytes.data()};
    header.put_text(magic);
    header.put(format_version);
    header.put(static_cast<std::uint64_t>(payload.size()));
    header.put(static_cast<std::uint64_t>(XXH3_64bits(payload.data(), payload.size())));
}

Error damaged(std::string what)
{
    return {Trouble::bad_input, "network.damaged", std::move(what),
            "the bytes of this network were changed: import it again"};
}

Error truncated(std::string what)
{
    return {Trouble::bad_input, "network.truncated", std::move(what),
            "the bytes of this network stop early: import it again"};
}

/// How many records follow; there is room for them in what is left.
Result<std::size_t> get_number(Eye& eye, std::size_t record_size, char const* what)
{
    if (eye.left() < sizeof(std::uint32_t)) return truncated(what);
    std::size_t const number = eye.get<std::uint32_t>();
    if (number > eye.left() / record_size) return truncated(what);
    return number;
}

template <class T>
Result<void> get_all(Eye& eye, std::size_t record_size, char const* what, std::vector<T>& all)
{
    WF_TRY(std::size_t const number, get_number(eye, record_size, what));
    all.resize(number);
    Eye near = eye; // stays in registers
    if constexpr (std::is_same_v<T, Place32> && std::endian::native == std::endian::little) {
        static_assert(sizeof(Place32) == place_size);
        auto const bytes = near.get_text(number * place_size);
        if (number > 0) std::memcpy(all.data(), bytes.data(), bytes.size());
    } else {
        for (auto& one : all) get(near, one);
    }
    eye = near;
    if (!eye.sound()) return damaged(what);
    return {};
}

Result<void> get_names(Eye& eye, std::vector<std::string>& names)
{
    WF_TRY(std::size_t const number, get_number(eye, sizeof(std::uint32_t), "names"));
    Eye lengths{eye.get_text(number * sizeof(std::uint32_t))};
    names.clear();
    names.reserve(number);
    for (std::size_t i = 0; i < number; ++i) {
        std::size_t const length = lengths.get<std::uint32_t>();
        if (length > eye.left()) return truncated("names");
        names.emplace_back(eye.get_text(length));
    }
    return {};
}

Result<void> get_extent(Eye& eye, geo::Box& extent)
{
    if (eye.left() < 4 * sizeof(double)) return truncated("extent");
    for (double* side : {&extent.west, &extent.south, &extent.east, &extent.north}) {
        *side = eye.get<double>();
        if (!std::isfinite(*side)) return damaged("extent");
    }
    return {};
}

} // namespace

std::string encode_network(Network const& network)
{
    std::size_t size = header_size + 4 * sizeof(double) + 5 * sizeof(std::uint32_t) + network.nodes.size() * node_size +
                       network.ways.size() * way_size + network.edges.size() * edge_size +
                       network.bends.size() * place_size + network.names.size() * sizeof(std::uint32_t);
    for (auto const& name : network.names) size += name.size();

    std::string bytes(size, '\0');
    Pen pen{bytes.data() + header_size};
    pen.put(network.extent.west);
    pen.put(network.extent.south);
    pen.put(network.extent.east);
    pen.put(network.extent.north);
    put_all(pen, network.nodes);
    put_all(pen, network.ways);
    put_all(pen, network.edges);
    put_all(pen, network.bends);
    pen.put(static_cast<std::uint32_t>(network.names.size()));
    for (auto const& name : network.names) pen.put(static_cast<std::uint32_t>(name.size()));
    for (auto const& name : network.names) pen.put_text(name);
    WF_CHECK(pen.at() == bytes.data() + bytes.size());

    put_header(bytes);
    return bytes;
}

std::string seal_network(std::string_view payload)
{
    std::string bytes(header_size, '\0');
    bytes.append(payload);
    put_header(bytes);
    return bytes;
}

Result<Network> decode_network(std::string_view bytes)
{
    if (!bytes.starts_with(magic)) {
        return Error{Trouble::bad_input,
                     "network.not_a_network",
                     {},
                     "these bytes do not begin as a stored network does"};
    }
    if (bytes.size() < header_size) return truncated("header");
    Eye header{bytes.substr(magic.size(), header_size - magic.size())};
    if (auto const version = header.get<std::uint16_t>(); version != format_version) {
        return Error{Trouble::unsupported, "network.other_version", std::to_string(version),
                     "this network was stored by another version of the program: import it again"};
    }
    auto const size = header.get<std::uint64_t>();
    auto const checksum = header.get<std::uint64_t>();
    auto const payload = bytes.substr(header_size);
    if (payload.size() < size) return truncated("payload");
    if (payload.size() > size) return damaged("payload");
    if (XXH3_64bits(payload.data(), payload.size()) != checksum) return damaged("checksum");

    Network network;
    Eye eye{payload};
    WF_TRY_VOID(get_extent(eye, network.extent));
    WF_TRY_VOID(get_all(eye, node_size, "nodes", network.nodes));
    WF_TRY_VOID(get_all(eye, way_size, "ways", network.ways));
    WF_TRY_VOID(get_all(eye, edge_size, "edges", network.edges));
    WF_TRY_VOID(get_all(eye, place_size, "bends", network.bends));
    WF_TRY_VOID(get_names(eye, network.names));
    if (eye.left() != 0) return damaged("payload");
    WF_TRY_VOID(check(network));
    return network;
}

} // namespace wf::reach
