// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/answer.hpp"

#include "base/check.hpp"
#include "platform/http/compress.hpp"
#include "platform/http/token.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>

namespace wf::http {

namespace {

constexpr std::size_t compress_alone_above = 8 * 1024;
constexpr std::size_t largest_unpacked = 64UL << 20U;

std::string_view reason(int status)
{
    struct Reason {
        int status;
        std::string_view words;
    };
    static constexpr std::array reasons{Reason{200, "OK"},
                                        Reason{201, "Created"},
                                        Reason{202, "Accepted"},
                                        Reason{204, "No Content"},
                                        Reason{301, "Moved Permanently"},
                                        Reason{302, "Found"},
                                        Reason{303, "See Other"},
                                        Reason{304, "Not Modified"},
                                        Reason{307, "Temporary Redirect"},
                                        Reason{308, "Permanent Redirect"},
                                        Reason{400, "Bad Request"},
                                        Reason{401, "Unauthorized"},
                                        Reason{403, "Forbidden"},
                                        Reason{404, "Not Found"},
                                        Reason{405, "Method Not Allowed"},
                                        Reason{406, "Not Acceptable"},
                                        Reason{408, "Request Timeout"},
                                        Reason{409, "Conflict"},
                                        Reason{410, "Gone"},
                                        Reason{412, "Precondition Failed"},
                                        Reason{413, "Content Too Large"},
                                        Reason{414, "URI Too Long"},
                                        Reason{415, "Unsupported Media Type"},
                                        Reason{422, "Unprocessable Content"},
                                        Reason{429, "Too Many Requests"},
                                        Reason{431, "Request Header Fields Too Large"},
                                        Reason{500, "Internal Server Error"},
                                        Reason{501, "Not Implemented"},
                                        Reason{503, "Service Unavailable"}};
    for (auto const& each : reasons) {
        if (each.status == status) return each.words;
    }
    return "Status";
}

bool is_header_name(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (to_lower(c) >= 'a' && to_lower(c) <= 'z') ||
               std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
    });
}

bool is_header_value(std::string_view value)
{
    return std::none_of(value.begin(), value.end(),
                        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool is_ours_alone(std::string_view name)
{
    return same(name, "content-length") || same(name, "connection") || same(name, "date") || same(name, "server") ||
           same(name, "transfer-encoding");
}

bool has_no_body(int status)
{
    return status == 204 || status == 304 || status < 200;
}

std::string const* find(Pairs const& headers, std::string_view lower_case_name)
{
    auto const found = std::find_if(headers.begin(), headers.end(),
                                    [&](auto const& pair) { return same(pair.first, lower_case_name); });
    return found == headers.end() ? nullptr : &found->second;
}

/// 128 bits of XXH3: equal bytes give equal tags and others practically never do. It guards no secret, and a slow hash would cost
/// a fifth of a fresh page.
std::string hash_tag(std::string_view body, Coding coding)
{
    XXH128_canonical_t canonical{};
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(body.data(), body.size()));
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string tag = "\"";
    for (auto const byte : canonical.digest) {
        tag += digits[byte >> 4U];
        tag += digits[byte & 15U];
    }
    tag += coding == Coding::gzip ? "-gz\"" : "\""; // other bytes, so another strong tag
    return tag;
}

void add_line(std::string& head, std::string_view name, std::string_view value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

std::string status_line(int status)
{
    WF_CHECK(status >= 200 && status <= 599);
    std::string line = "HTTP/1.1 " + std::to_string(status) + ' ';
    return line.append(reason(status)).append("\r\nServer: weefsel\r\n");
}

std::string unpack(std::string_view gzip)
{
    auto plain = decompress(gzip, largest_unpacked);
    WF_CHECK(plain.has_value());
    return std::move(*plain);
}

std::string_view cache_control(Cache cache)
{
    switch (cache) {
    case Cache::never: return "no-store";
    case Cache::until_change: return "no-cache";
    case Cache::forever: return "public, max-age=31536000, immutable";
    }
    return "no-store";
}

} // namespace

AnswerPtr finish(Response response, Question question, Coding coding)
{
    auto answer = std::make_shared<Answer>();
    answer->status = response.status;
    answer->cache = question == Question::reading && may_keep(response) ? response.cache : Cache::never;
    bool const keeps = answer->cache != Cache::never;
    bool const packed = response.body_coding == Coding::gzip && !has_no_body(response.status);
    bool const compressible = !packed && is_worth_compressing(response.content_type, response.body.size()) &&
                              find(response.headers, "content-encoding") == nullptr && !has_no_body(response.status);
    bool const compresses =
        compressible && coding == Coding::gzip && (keeps || response.body.size() > compress_alone_above);
    bool const goes_as_gzip = compresses || (packed && coding == Coding::gzip);
    if (packed && !goes_as_gzip) response.body = unpack(response.body);

    // The lines that a 304 repeats: what tells a cache how to keep the answer.
    std::string shared;
    if (keeps && response.status == 200) {
        auto const* own = find(response.headers, "etag");
        answer->etag = own != nullptr ? *own : hash_tag(response.body, goes_as_gzip ? Coding::gzip : Coding::plain);
        if (own == nullptr) add_line(shared, "ETag", answer->etag);
    }
    if (answer->cache == Cache::until_change) {
        add_line(shared, "Vary", "Accept, Accept-Encoding, Cookie");
    } else if (compressible || packed) {
        add_line(shared, "Vary", "Accept-Encoding");
    }
    if (find(response.headers, "cache-control") == nullptr)
        add_line(shared, "Cache-Control", cache_control(answer->cache));

    std::string own_lines;
    for (auto const& [name, value] : response.headers) {
        WF_CHECK(is_header_name(name) && is_header_value(value));
        if (is_ours_alone(name)) continue;
        bool const is_shared = same(name, "etag") || same(name, "cache-control") || same(name, "vary");
        add_line(is_shared ? shared : own_lines, name, value);
    }
    WF_CHECK(is_header_value(response.content_type));

    answer->body =
        compresses ? compress(response.body, keeps ? Effort::thorough : Effort::quick) : std::move(response.body);
    if (has_no_body(response.status)) answer->body.clear();
    answer->head = status_line(response.status) + shared + own_lines;
    if (goes_as_gzip) add_line(answer->head, "Content-Encoding", "gzip");
    if (!has_no_body(response.status)) {
        if (!response.content_type.empty()) add_line(answer->head, "Content-Type", response.content_type);
        add_line(answer->head, "Content-Length", std::to_string(answer->body.size()));
    }
    if (!answer->etag.empty()) answer->unchanged = status_line(304) + shared;
    return answer;
}

bool may_keep(Response const& response)
{
    return response.cache != Cache::never && response.status < 500 && find(response.headers, "set-cookie") == nullptr;
}

Coding read_coding(std::string_view accept_encoding)
{
    int gzip = -1;
    int any = -1;
    while (!accept_encoding.empty()) {
        auto wish = take_until(accept_encoding, ',');
        auto const name = take_until(wish, ';');
        int quality = 1000;
        while (!wish.empty()) {
            auto value = take_until(wish, ';');
            if (same(take_until(value, '='), "q")) quality = read_quality(trimmed(value));
        }
        if (same(name, "gzip") || same(name, "x-gzip")) gzip = std::max(gzip, quality);
        if (name == "*") any = std::max(any, quality);
    }
    return (gzip >= 0 ? gzip : any) > 0 ? Coding::gzip : Coding::plain;
}

bool names_etag(std::string_view if_none_match, std::string_view etag)
{
    auto const bare = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
    if (etag.empty()) return false;
    while (!if_none_match.empty()) {
        auto const tag = take_until(if_none_match, ',');
        if (tag == "*" || bare(tag) == bare(etag)) return true;
    }
    return false;
}

std::string http_date(std::time_t time)
{
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm parts{};
    gmtime_r(&time, &parts);
    auto const two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::string{days[static_cast<std::size_t>(parts.tm_wday)]} + ", " + two(parts.tm_mday) + ' ' +
           months[static_cast<std::size_t>(parts.tm_mon)] + ' ' + std::to_string(parts.tm_year + 1900) + ' ' +
           two(parts.tm_hour) + ':' + two(parts.tm_min) + ':' + two(parts.tm_sec) + " GMT";
}

} // namespace wf::http
