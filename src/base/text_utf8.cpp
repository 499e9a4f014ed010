// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"

#include <cstring>

namespace wf {
namespace {

struct Piece {
    std::size_t length; ///< bytes that belong together, at least 1
    bool well_formed;
};

/// The character, or the broken start of one, at the front of `rest` (not empty). Unicode table 3-7.
Piece piece_at(std::string_view rest)
{
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    unsigned char const lead = byte(0);
    if (lead < 0x80) return {1, true};
    if (lead < 0xc2 || lead > 0xf4) return {1, false};
    std::size_t const wanted = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    // The second byte is narrower after these four: it keeps out overlong forms, surrogates and what is past U+10FFFF.
    unsigned char const lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char const highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (rest.size() < 2 || byte(1) < lowest || byte(1) > highest) return {1, false};
    for (std::size_t i = 2; i < wanted; ++i)
        if (i >= rest.size() || (byte(i) & 0xc0) != 0x80) return {i, false};
    return {wanted, true};
}

} // namespace

std::optional<std::size_t> find_broken_utf8(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        // Most of what we read is ASCII: sixteen bytes in a step.
        while (bytes.size() - at >= 16) {
            std::uint64_t first = 0;
            std::uint64_t second = 0;
            std::memcpy(&first, bytes.data() + at, 8);
            std::memcpy(&second, bytes.data() + at + 8, 8);
            if (((first | second) & 0x8080808080808080U) != 0) break;
            at += 16;
        }
        if (at == bytes.size()) break;
        Piece const piece = piece_at(bytes.substr(at));
        if (!piece.well_formed) return at;
        at += piece.length;
    }
    return std::nullopt;
}

bool is_utf8(std::string_view bytes)
{
    return !find_broken_utf8(bytes).has_value();
}

std::string repair_utf8(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    while (auto const broken = find_broken_utf8(bytes)) {
        text += bytes.substr(0, *broken);
        text += "\xef\xbf\xbd";
        bytes.remove_prefix(*broken);
        bytes.remove_prefix(piece_at(bytes).length);
    }
    return text += bytes;
}

} // namespace wf
