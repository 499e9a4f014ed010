// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/pbf_frames.hpp"

#include <protozero/pbf_reader.hpp>

#include <exception>
#include <string_view>

namespace wf::osm {
namespace {

// As the format sets them.
constexpr std::uint64_t largest_header = 64 * 1024;
constexpr std::uint64_t largest_blob = 32 * 1024 * 1024;

Error truncated()
{
    return {Trouble::bad_input, "osm.truncated", {}, "the file stops halfway; download or copy it again"};
}

Error malformed(std::string const& what)
{
    return {Trouble::bad_input,
            "osm.malformed",
            {},
            "the file is damaged; download it or make it again (" + what + ")"};
}

/// The length of the blob behind this header.
Result<std::uint64_t> read_header(std::string const& bytes, std::string_view wanted)
{
    std::string type;
    std::int64_t length = 0;
    try {
        protozero::pbf_reader header{bytes};
        while (header.next()) {
            if (header.tag() == 1 && header.wire_type() == protozero::pbf_wire_type::length_delimited) {
                type = header.get_string();
            } else if (header.tag() == 3 && header.wire_type() == protozero::pbf_wire_type::varint) {
                length = header.get_int32();
            } else {
                header.skip();
            }
        }
    } catch (std::exception const& trouble) {
        return malformed(trouble.what());
    }
    if (type != wanted) return malformed("a part is not called " + std::string{wanted});
    if (length <= 0 || static_cast<std::uint64_t>(length) > largest_blob) return malformed("a part has no length");
    return static_cast<std::uint64_t>(length);
}

} // namespace

Result<void> check_frames(std::uint64_t size, std::function<std::string(std::uint64_t, std::size_t)> const& read)
{
    std::string_view wanted = "OSMHeader";
    for (std::uint64_t at = 0; at < size;) {
        std::string const length = read(at, 4);
        if (length.size() < 4) return truncated();
        std::uint64_t header = 0;
        for (char const byte : length) header = header << 8 | static_cast<unsigned char>(byte);
        if (header == 0 || header > largest_header) return malformed("a header is too long");
        std::string const bytes = read(at + 4, static_cast<std::size_t>(header));
        if (bytes.size() < header) return truncated();
        WF_TRY(std::uint64_t const blob, read_header(bytes, wanted));
        at += 4 + header + blob;
        if (at > size) return truncated();
        wanted = "OSMData";
    }
    return {};
}

} // namespace wf::osm
