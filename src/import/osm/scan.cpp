// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/scan.hpp"

#include "base/text.hpp"
#include "import/osm/pbf_frames.hpp"

#include <osmium/io/pbf_input.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <new>
#include <system_error>
#include <vector>

namespace wf::osm {
namespace {

constexpr std::string_view make_one = "make an .osm.pbf, for example: osmium cat INPUT -o place.osm.pbf";
constexpr std::size_t looked_at = 512;

Error not_osm(std::string detail)
{
    return {Trouble::unsupported, "osm.not_osm", {}, std::move(detail)};
}

Result<std::string> read_start(Source const& source)
{
    if (source.in_memory) return std::string{source.bytes.substr(0, looked_at)};
    std::error_code trouble;
    auto const status = std::filesystem::status(source.path, trouble);
    if (!std::filesystem::exists(status))
        return Error{Trouble::not_found, "file.not_found", source.path, "no such file"};
    std::ifstream file{source.path, std::ios::binary};
    if (!std::filesystem::is_regular_file(status) || !file) {
        return Error{Trouble::bad_input, "file.unreadable", source.path, "not a file, or it may not be read"};
    }
    std::string start(looked_at, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    return start;
}

/// Views into the buffer of libosmium, made anew for each thing but in the same memory.
class Shower {
public:
    explicit Shower(Visitor& visitor) : m_visitor{visitor} {}

    void show(osmium::OSMObject const& object)
    {
        if (!object.visible()) return;
        switch (object.type()) {
        case osmium::item_type::node: return show_node(static_cast<osmium::Node const&>(object));
        case osmium::item_type::way: return show_way(static_cast<osmium::Way const&>(object));
        case osmium::item_type::relation: return show_relation(static_cast<osmium::Relation const&>(object));
        default: return;
        }
    }

private:
    /// The bytes of libosmium's list are key, zero, value, zero ... A text in a damaged file can hold a zero itself, so that a
    /// key is without its value at the end, where libosmium's own iterator would read on.
    Tags tags_of(osmium::OSMObject const& object)
    {
        m_tags.clear();
        osmium::TagList const& list = object.tags();
        auto const* const start = reinterpret_cast<char const*>(list.data());
        std::string_view left{start + sizeof(osmium::TagList), list.byte_size() - sizeof(osmium::TagList)};
        while (true) {
            auto const key_end = left.find('\0');
            auto const value_end = key_end == left.npos ? left.npos : left.find('\0', key_end + 1);
            if (value_end == left.npos) return Tags{m_tags};
            m_tags.push_back({left.substr(0, key_end), left.substr(key_end + 1, value_end - key_end - 1)});
            left.remove_prefix(value_end + 1);
        }
    }

    void show_node(osmium::Node const& node)
    {
        MapNode shown{node.id(), std::nullopt, tags_of(node)};
        osmium::Location const at = node.location();
        if (at.valid()) shown.at = reach::Place32{at.x(), at.y()};
        m_visitor.visit(shown);
    }

    void show_way(osmium::Way const& way)
    {
        m_nodes.clear();
        for (osmium::NodeRef const& node : way.nodes()) m_nodes.push_back(node.ref());
        m_visitor.visit(MapWay{way.id(), m_nodes, tags_of(way)});
    }

    void show_relation(osmium::Relation const& relation)
    {
        m_members.clear();
        for (osmium::RelationMember const& member : relation.members()) {
            m_members.push_back({osmium::item_type_to_char(member.type()), member.ref(), member.role()});
        }
        m_visitor.visit(MapRelation{relation.id(), m_members, tags_of(relation)});
    }

    Visitor& m_visitor;
    std::vector<Tag> m_tags;
    std::vector<std::int64_t> m_nodes;
    std::vector<Member> m_members;
};

bool is_day(std::string_view text)
{
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
    return std::ranges::all_of(text.substr(0, 10), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

Header header_of(osmium::io::Header const& header)
{
    Header out;
    osmium::Box const box = header.joined_boxes();
    if (box.valid())
        out.box =
            geo::Box{box.bottom_left().lon(), box.bottom_left().lat(), box.top_right().lon(), box.top_right().lat()};
    for (auto const* const key : {"osmosis_replication_timestamp", "timestamp"}) {
        std::string const when = header.get(key);
        if (out.timestamp.empty() && is_day(when)) out.timestamp = when.substr(0, 10);
    }
    return out;
}

osmium::osm_entity_bits::type bits_of(Things things)
{
    switch (things) {
    case Things::nodes: return osmium::osm_entity_bits::node;
    case Things::ways: return osmium::osm_entity_bits::way;
    case Things::relations: return osmium::osm_entity_bits::relation;
    }
    return osmium::osm_entity_bits::nothing;
}

/// Things without a time carry the first seconds of 1970 in some files; OpenStreetMap began in 2004.
std::uint32_t const first_believed = 1'072'915'200;

Result<Header> scan_file(osmium::io::File const& file, Things things, Visitor& visitor,
                         std::function<void(double part)> const& progress)
{
    osmium::io::Reader reader{file, bits_of(things), osmium::io::read_meta::yes};
    osmium::io::Header const said = reader.header();
    if (said.has_multiple_object_versions()) {
        reader.close();
        return not_osm(
            "a history file; take one moment out of it, for example: osmium time-filter INPUT -o place.osm.pbf");
    }
    Header header = header_of(said);
    Shower shower{visitor};
    std::uint32_t newest = 0;
    while (osmium::memory::Buffer buffer = reader.read()) {
        for (auto const& object : buffer.select<osmium::OSMObject>()) {
            newest = std::max(newest, std::uint32_t{object.timestamp()});
            shower.show(object);
        }
        if (progress && reader.file_size() > 0) {
            progress(static_cast<double>(reader.offset()) / static_cast<double>(reader.file_size()));
        }
    }
    reader.close();
    if (header.timestamp.empty() && newest >= first_believed) {
        header.timestamp = osmium::Timestamp{newest}.to_iso().substr(0, 10);
    }
    return header;
}

Error error_of(std::string const& what, bool in_memory, std::string const& path)
{
    auto const says = [&](std::string_view part) { return what.find(part) != std::string::npos; };
    std::string const field = in_memory ? std::string{} : path;
    if (says("truncated") || says("EOF") || says("no element found") || says("unclosed token")) {
        return {Trouble::bad_input, "osm.truncated", field,
                "the file stops halfway; download or copy it again (" + what + ")"};
    }
    return {Trouble::bad_input, "osm.malformed", field,
            "the file is damaged or was not made as OpenStreetMap describes; make it again (" + what + ")"};
}

} // namespace

Result<Format> find_format(Source const& source)
{
    WF_TRY(std::string const start, read_start(source));
    std::string_view text = start;
    if (text.empty())
        return Error{Trouble::bad_input, "osm.empty", source.path, "the file has no bytes; download it again"};
    if (text.starts_with("BZh"))
        return not_osm("compressed with bzip2; unpack it first (bunzip2), or " + std::string{make_one});
    if (text.starts_with("\x1f\x8b"))
        return not_osm("compressed with gzip; unpack it first (gunzip), or " + std::string{make_one});
    if (text.starts_with("\xff\xe0")) return not_osm("this is .o5m; " + std::string{make_one});
    // A PBF begins with the length of its first header, which says what it is.
    if (text.size() >= 15 && text[0] == '\0' && text.substr(4, 11) == "\x0a\x09OSMHeader") return Format::pbf;
    if (text.size() < 15 && text.substr(0, 3) == std::string_view{"\0\0\0", 3}) {
        return error_of("truncated before its first header", source.in_memory, source.path);
    }
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    text = trim(text);
    if (text.starts_with("<osmChange") || text.find("<osmChange") != std::string_view::npos) {
        return not_osm("a file of changes (.osc), not of a place; " + std::string{make_one});
    }
    if (text.starts_with("<osm") ||
        (text.starts_with("<?xml") && (text.find("<osm") != std::string_view::npos || start.size() < looked_at))) {
        return Format::xml;
    }
    return not_osm("neither .osm.pbf nor .osm; export the place from OpenStreetMap, or " + std::string{make_one});
}

Result<void> check_whole(Source const& source)
{
    if (source.in_memory) {
        return check_frames(source.bytes.size(), [&](std::uint64_t at, std::size_t length) {
            return std::string{source.bytes.substr(static_cast<std::size_t>(at), length)};
        });
    }
    std::ifstream file{source.path, std::ios::binary};
    return check_frames(std::filesystem::file_size(source.path), [&](std::uint64_t at, std::size_t length) {
        std::string bytes(length, '\0');
        file.seekg(static_cast<std::streamoff>(at));
        file.read(bytes.data(), static_cast<std::streamsize>(length));
        bytes.resize(static_cast<std::size_t>(file.gcount()));
        return bytes;
    });
}

Result<Header> scan(Source const& source, Format format, Things things, Visitor& visitor,
                    std::function<void(double part)> const& progress)
{
    char const* const name = format == Format::pbf ? "pbf" : "xml";
    try {
        if (source.in_memory) {
            return scan_file(osmium::io::File{source.bytes.data(), source.bytes.size(), name}, things, visitor,
                             progress);
        }
        // An absolute path: libosmium takes "-" for its input stream and "http:" for an address.
        return scan_file(osmium::io::File{std::filesystem::absolute(source.path).string(), name}, things, visitor,
                         progress);
    } catch (Bug const&) {
        throw;
    } catch (std::bad_alloc const&) {
        throw;
    } catch (std::system_error const&) {
        throw; // the disk
    } catch (std::exception const& trouble) {
        return error_of(trouble.what(), source.in_memory, source.path);
    }
}

} // namespace wf::osm
