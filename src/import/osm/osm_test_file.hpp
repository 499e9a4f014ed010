// SPDX-License-Identifier: EUPL-1.2
// Small maps for tests, written as text: nodes by their place in metres from a corner in the Netherlands. Only tests include
// this header.
#pragma once

#include "import/osm/geometry.hpp"
#include "import/osm/read.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace wf::osm {

using Words = std::initializer_list<std::pair<char const*, char const*>>;

class TestFile {
public:
    TestFile& node(int id, double east, double north, Words tags = {})
    {
        double const lat = 52.5 + north / (metres_per_unit * 1e7);
        double const lon = 5.9 + east / (metres_per_unit * 1e7 * std::cos(52.5 * std::numbers::pi / 180));
        char place[100];
        std::snprintf(place, sizeof place, "lat=\"%.7f\" lon=\"%.7f\"", lat, lon);
        return add("<node id=\"" + std::to_string(id) + "\" " + place + ">", tags, "</node>");
    }
    TestFile& way(int id, std::initializer_list<int> nodes, Words tags)
    {
        std::string text = "<way id=\"" + std::to_string(id) + "\">";
        for (int const node : nodes) text += "<nd ref=\"" + std::to_string(node) + "\"/>";
        return add(text, tags, "</way>");
    }
    TestFile& multipolygon(int id, std::initializer_list<std::pair<int, char const*>> ways, Words tags)
    {
        std::string text = "<relation id=\"" + std::to_string(id) + "\">";
        for (auto const& [way, role] : ways)
            text += "<member type=\"way\" ref=\"" + std::to_string(way) + "\" role=\"" + role + "\"/>";
        text += "<tag k=\"type\" v=\"multipolygon\"/>";
        return add(text, tags, "</relation>");
    }
    [[nodiscard]] std::string text() const { return "<osm version=\"0.6\">" + m_text + "</osm>"; }
    [[nodiscard]] Result<Extract> read() const { return read_extract_bytes(text(), walking::Categories::built_in()); }
    [[nodiscard]] Extract extract() const
    {
        auto result = read();
        REQUIRE_MESSAGE(result, (result ? std::string{} : to_line(result.error())));
        CHECK(result->report.read == result->report.kept + result->report.refused);
        return std::move(*result);
    }

private:
    TestFile& add(std::string const& open, Words tags, char const* close)
    {
        m_text += open;
        for (auto const& [key, value] : tags) m_text += std::string{"<tag k=\""} + key + "\" v=\"" + value + "\"/>";
        m_text += close;
        return *this;
    }

    std::string m_text;
};

/// The node of the network with this id; fails the test when there is none.
inline reach::NetworkNode const& node_of(reach::Network const& network, std::int64_t id)
{
    for (reach::NetworkNode const& node : network.nodes) {
        if (node.osm_id == id) return node;
    }
    FAIL("no node " << id);
    return network.nodes.front();
}
inline bool has_refusal(Extract const& extract, std::string_view code)
{
    for (auto const& refusal : extract.report.refusals) {
        if (refusal.code == code) return true;
    }
    return false;
}

} // namespace wf::osm
