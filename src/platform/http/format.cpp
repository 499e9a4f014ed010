// SPDX-License-Identifier: EUPL-1.2
// Suffix first, then Accept (RFC 9110, 12.5.1): the most specific range that names a format gives its quality; of
// formats with the same quality the one whose range came first wins, and html where one range names them all.
#include "platform/http/message.hpp"
#include "platform/http/token.hpp"

#include <algorithm>
#include <array>

namespace wf::http {

namespace {

struct Known {
    Format format;
    std::string_view suffix;
    std::string_view type;
    std::string_view subtype;
};
constexpr std::array known{Known{Format::html, ".html", "text", "html"},
                           Known{Format::json, ".json", "application", "json"},
                           Known{Format::csv, ".csv", "text", "csv"},
                           Known{Format::geojson, ".geojson", "application", "geo+json"}};

struct Wish {
    int specific{-1}; ///< 0 for */*, 1 for text/*, 2 for text/html
    int quality{0};
    int place{0};
};

int how_specific(Known const& format, std::string_view type, std::string_view subtype)
{
    if (type == "*") return subtype == "*" ? 0 : -1;
    if (!same(type, format.type)) return -1;
    if (subtype == "*") return 1;
    if (same(subtype, format.subtype)) return 2;
    return -1;
}

Format choose_by_accept(std::string_view accept)
{
    std::array<Wish, known.size()> wishes{};
    for (int place = 0; !accept.empty(); ++place) {
        auto range = take_until(accept, ',');
        auto name = take_until(range, ';');
        int quality = 1000;
        while (!range.empty()) {
            auto value = take_until(range, ';');
            if (same(take_until(value, '='), "q")) quality = read_quality(trimmed(value));
        }
        if (same(name, "application/xhtml+xml")) name = "text/html";
        auto const type = take_until(name, '/');
        for (std::size_t i = 0; i < known.size(); ++i) {
            int const specific = how_specific(known[i], type, name);
            if (specific > wishes[i].specific) wishes[i] = {specific, quality, place};
        }
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < known.size(); ++i) {
        if (wishes[i].quality > wishes[best].quality ||
            (wishes[i].quality == wishes[best].quality && wishes[i].place < wishes[best].place)) {
            best = i;
        }
    }
    return wishes[best].quality > 0 ? known[best].format : Format::html;
}

} // namespace

Format choose_format(std::string& path, std::optional<std::string_view> accept)
{
    for (auto const& each : known) {
        // "/.json" has no name before the suffix: that is a segment of its own, not a format.
        auto const rest = path.size() - std::min(path.size(), each.suffix.size());
        if (rest > 1 && path.ends_with(each.suffix) && path[rest - 1] != '/') {
            path.resize(rest);
            return each.format;
        }
    }
    return accept ? choose_by_accept(*accept) : Format::html;
}

} // namespace wf::http
