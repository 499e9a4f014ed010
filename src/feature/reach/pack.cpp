// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/pack.hpp"

#include "base/check.hpp"

#include <zlib.h>

#include <cstdint>
#include <cstring>
#include <vector>

namespace wf::reach_pages {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{1} << 31;

/// Calls f for each column, in the order in which they are kept.
template <class Answer, class F>
void each_column(Answer& answer, F const& f)
{
    for (auto& share : answer.share) {
        f(share.certain);
        f(share.expected);
        f(share.possible);
    }
    f(answer.seconds.certain);
    f(answer.seconds.expected);
    f(answer.seconds.possible);
    for (auto& count : answer.count) {
        f(count.certain);
        f(count.expected);
        f(count.possible);
    }
    f(answer.nearest);
    f(answer.metres);
}

void add_number(std::string& bytes, std::uint64_t number)
{
    for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<char>(number >> shift));
}

std::optional<std::uint64_t> take_number(std::string_view& bytes)
{
    if (bytes.size() < 8) return std::nullopt;
    std::uint64_t number = 0;
    for (int at = 7; at >= 0; --at)
        number = number << 8 | static_cast<std::uint8_t>(bytes[static_cast<std::size_t>(at)]);
    bytes.remove_prefix(8);
    return number;
}

Error damaged()
{
    return {Trouble::bad_input, "reach.damaged_answer", {}, "the stored answer cannot be read; run: weefsel reach run"};
}

} // namespace

std::string pack(reach::CategoryAnswer const& answer)
{
    std::string columns;
    each_column(answer, [&](auto const& column) {
        add_number(columns, column.size());
        // Low bytes and high bytes apart: they compress better so, and the order of bytes is the same on any machine.
        for (std::size_t byte = 0; byte < sizeof column[0]; ++byte) {
            for (auto const value : column) columns.push_back(static_cast<char>(value >> (8 * byte)));
        }
    });
    uLongf size = compressBound(static_cast<uLong>(columns.size()));
    std::string packed;
    add_number(packed, columns.size());
    packed.resize(8 + size);
    auto const status =
        compress2(reinterpret_cast<Bytef*>(packed.data() + 8), &size, reinterpret_cast<Bytef const*>(columns.data()),
                  static_cast<uLong>(columns.size()), 1);
    WF_CHECK(status == Z_OK);
    packed.resize(8 + size);
    return packed;
}

Result<reach::CategoryAnswer> unpack(std::string_view packed)
{
    auto const bytes = take_number(packed);
    if (!bytes || *bytes > most_bytes || *bytes > 2000 * (packed.size() + 1)) return damaged();
    std::string columns(static_cast<std::size_t>(*bytes), '\0');
    uLongf size = static_cast<uLongf>(*bytes);
    if (uncompress(reinterpret_cast<Bytef*>(columns.data()), &size, reinterpret_cast<Bytef const*>(packed.data()),
                   static_cast<uLong>(packed.size())) != Z_OK ||
        size != *bytes)
        return damaged();
    std::string_view rest{columns};
    reach::CategoryAnswer answer;
    bool good = true;
    each_column(answer, [&](auto& column) {
        using Value = typename std::remove_reference_t<decltype(column)>::value_type;
        auto const length = take_number(rest);
        if (!good || !length || *length > rest.size() / sizeof(Value)) {
            good = false;
            return;
        }
        auto const count = static_cast<std::size_t>(*length);
        column.assign(count, 0);
        for (std::size_t byte = 0; byte < sizeof(Value); ++byte) {
            for (std::size_t at = 0; at < count; ++at)
                column[at] = static_cast<Value>(
                    column[at] | static_cast<Value>(static_cast<std::uint8_t>(rest[byte * count + at])) << (8 * byte));
        }
        rest.remove_prefix(count * sizeof(Value));
    });
    if (!good || !rest.empty()) return damaged();
    return answer;
}

} // namespace wf::reach_pages
