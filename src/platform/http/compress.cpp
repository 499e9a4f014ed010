// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/compress.hpp"

#include "base/check.hpp"
#include "platform/http/token.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace wf::http {

namespace {

constexpr int gzip_window = 15 + 16; // zlib: 16 more than the window asks for a gzip frame

/// zlib never writes through next_in; its interface is older than const.
Bytef* as_input(std::string_view bytes)
{
    return const_cast<Bytef*>(reinterpret_cast<Bytef const*>(bytes.data()));
}

} // namespace

bool is_worth_compressing(std::string_view content_type, std::size_t bytes)
{
    if (bytes <= 1024) return false;
    auto const type = take_until(content_type, ';');
    if (type.size() > 5 && same(type.substr(0, 5), "text/")) return true;
    auto const plus = type.rfind('+');
    if (plus != std::string_view::npos && (same(type.substr(plus), "+json") || same(type.substr(plus), "+xml")))
        return true;
    return same(type, "application/json") || same(type, "application/javascript") || same(type, "application/xml") ||
           same(type, "application/manifest+json");
}

std::string compress(std::string_view bytes, Effort effort)
{
    WF_CHECK(bytes.size() < std::numeric_limits<uInt>::max());
    z_stream stream{};
    int const level = effort == Effort::quick ? 1 : 6;
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc{};
    gz_header header{};
    header.os = 255; // unknown: the same bytes on every system
    deflateSetHeader(&stream, &header);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = as_input(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    int const state = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    WF_CHECK(state == Z_STREAM_END);
    out.shrink_to_fit();
    return out;
}

std::optional<std::string> decompress(std::string_view gzip, std::size_t limit)
{
    if (gzip.size() >= std::numeric_limits<uInt>::max()) return std::nullopt;
    z_stream stream{};
    if (inflateInit2(&stream, gzip_window) != Z_OK) throw std::bad_alloc{};
    stream.next_in = as_input(gzip);
    stream.avail_in = static_cast<uInt>(gzip.size());
    std::string out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= limit) {
        auto const room = std::min<std::size_t>(64 * 1024, limit + 1 - out.size());
        auto const at = out.size();
        out.resize(at + room);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + at);
        stream.avail_out = static_cast<uInt>(room);
        state = inflate(&stream, Z_NO_FLUSH);
        out.resize(at + room - stream.avail_out);
    }
    bool const whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!whole || out.size() > limit) return std::nullopt;
    return out;
}

} // namespace wf::http
