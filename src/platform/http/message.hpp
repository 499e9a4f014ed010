// SPDX-License-Identifier: EUPL-1.2
// What came in and what goes out, free of any network library.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::http {

enum class Method { get, head, post, put, patch, delete_, options };
[[nodiscard]] std::string_view to_word(Method method);

/// How a page's answer is written: chosen by suffix (.json) first, then by Accept; html otherwise.
enum class Format { html, json, csv, geojson };

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method{Method::get};
    std::string target; ///< path and query as they came, without scheme and host: "/nl/buurt/BU01660001.json?jaar=2015"
    std::string path;   ///< decoded, checked, without format suffix: "/nl/buurt/BU01660001"
    Format format{Format::html};
    Pairs query;   ///< decoded, in order
    Pairs headers; ///< names in lower case
    Pairs cookies;
    Pairs path_parts; ///< what the route's {names} matched
    std::string body;
    std::string peer; ///< address of the other side, for limits only: never logged with a path

    /// First of that name, or nothing.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view lower_case_name) const;
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
    /// What {name} matched; asking for one that the route does not have is a bug.
    [[nodiscard]] std::string_view part(std::string_view name) const;
};

/// May the server keep this answer and give it again to the same question?
enum class Cache {
    never,        ///< personal, a form, an error
    until_change, ///< until the store announces a change (a dataset or run was published)
    forever       ///< named by its own hash (assets)
};

/// How the bytes of a body are written, and what a reader can unpack.
enum class Coding { plain, gzip };

struct Response {
    int status{200};
    std::string content_type{"text/html; charset=utf-8"};
    Pairs headers;
    std::string body;
    Cache cache{Cache::never};
    /// gzip: the body was kept compressed. It goes out as it is, and unpacked to who cannot unpack it.
    Coding body_coding{Coding::plain};
};

/// Reads "a=1&b=%20x+y". Errors: http.bad_encoding (field = the name), http.too_many (over 200 pairs).
Result<Pairs> read_query(std::string_view text);
/// Reads a Cookie header; pairs that are not well formed are left out, as browsers send what they like.
[[nodiscard]] Pairs read_cookies(std::string_view header);
/// Percent-decodes and checks a path: no "..", no empty segments, no control characters, no NUL, valid UTF-8. Error: http.bad_path.
Result<std::string> read_path(std::string_view raw);

/// Takes a known suffix off the path; without one, Accept decides (quality values and order are honoured).
Format choose_format(std::string& path, std::optional<std::string_view> accept);

struct FormPart {
    std::string name;
    std::string file_name; ///< empty for a field; the last path part only
    std::string content_type;
    std::string body;
};
/// Reads multipart/form-data. Errors: http.bad_form (what and where), http.too_many.
Result<std::vector<FormPart>> read_multipart(std::string_view content_type, std::string_view body);

} // namespace wf::http
