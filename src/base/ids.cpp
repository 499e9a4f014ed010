// SPDX-License-Identifier: EUPL-1.2
#include "base/ids.hpp"

#include <algorithm>
#include <cstring>

namespace wf {
namespace {

constexpr std::size_t text_length = 36;

constexpr bool is_dash_place(std::size_t place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

void stamp(Uuid::Bytes& bytes, int version)
{
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
}

} // namespace

Result<Uuid> Uuid::parse(std::string_view text)
{
    Error const refusal{Trouble::bad_input, "id.not_a_uuid", {}, "not an identifier of the form 8-4-4-4-12"};
    if (text.size() != text_length) return refusal;
    Bytes bytes{};
    std::size_t digit = 0;
    for (std::size_t place = 0; place < text_length; ++place) {
        if (is_dash_place(place)) {
            if (text[place] != '-') return refusal;
            continue;
        }
        int const value = hex_value(text[place]);
        if (value < 0) return refusal;
        bytes[digit / 2] = static_cast<std::uint8_t>(bytes[digit / 2] << 4 | value);
        ++digit;
    }
    return Uuid{bytes};
}

std::string Uuid::to_string() const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(text_length);
    for (std::uint8_t const byte : m_bytes) {
        if (is_dash_place(text.size())) text += '-';
        text += digits[byte >> 4];
        text += digits[byte & 0x0f];
    }
    return text;
}

Uuid make_uuid_v7(std::uint64_t unix_millis, std::span<std::uint8_t const, 10> random)
{
    WF_CHECK(unix_millis < std::uint64_t{1} << 48);
    Uuid::Bytes bytes{};
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(unix_millis >> (40 - 8 * i));
    std::copy(random.begin(), random.end(), bytes.begin() + 6);
    stamp(bytes, 7);
    return Uuid{bytes};
}

Uuid make_uuid_v4(std::span<std::uint8_t const, 16> random)
{
    Uuid::Bytes bytes{};
    std::copy(random.begin(), random.end(), bytes.begin());
    stamp(bytes, 4);
    return Uuid{bytes};
}

} // namespace wf

std::size_t std::hash<wf::Uuid>::operator()(wf::Uuid const& uuid) const noexcept
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::memcpy(&high, uuid.bytes().data(), 8);
    std::memcpy(&low, uuid.bytes().data() + 8, 8);
    // Ids made in the same millisecond share their first half: spread the second over all bits before they meet.
    std::uint64_t mixed = (low ^ (low >> 31)) * 0x9e3779b97f4a7c15U;
    mixed ^= high + (mixed >> 29);
    return static_cast<std::size_t>(mixed * 0xd6e8feb86659fd93U);
}
