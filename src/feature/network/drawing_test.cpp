// SPDX-License-Identifier: EUPL-1.2
#include "feature/network/drawing.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace wf;
using namespace wf::network_pages;

namespace {

partners::Partner partner(std::string id, partners::Field field)
{
    partners::Partner made;
    made.id = std::move(id);
    made.content.kind = partners::to_word(partners::Kind::provider);
    made.content.field = partners::to_word(field);
    return made;
}

partners::Tie tie(std::string one, std::string other)
{
    partners::Tie made;
    made.one_id = std::move(one);
    made.other_id = std::move(other);
    return made;
}

double apart(Spot one, Spot other)
{
    return std::hypot(one.x - other.x, one.y - other.y);
}

Network network_of(int partners_in_each, int fields)
{
    Network network;
    for (int f = 0; f < fields; ++f)
        for (int i = 0; i < partners_in_each; ++i)
            network.partners.push_back(partner(std::to_string(f) + "-" + std::to_string(i),
                                               partners::all_fields.at(static_cast<std::size_t>(f))));
    return network;
}

} // namespace

TEST_CASE("nobody: nothing is drawn")
{
    CHECK(lay_out(Network{}).partners.empty());
    CHECK(lay_out(Network{}).width == 0);
}

TEST_CASE("all stand on one circle inside the drawing, none over another, however many there are")
{
    for (auto const& [each, fields] : {std::pair{1, 1}, std::pair{1, 9}, std::pair{3, 4}, std::pair{10, 10}}) {
        auto const network = network_of(each, fields);
        auto const layout = lay_out(network);
        REQUIRE(layout.partners.size() == network.partners.size());
        CHECK(layout.groups.size() == static_cast<std::size_t>(fields));
        Spot const middle{layout.width / 2, layout.height / 2};
        auto const radius = apart(layout.partners[0], middle);
        for (std::size_t i = 0; i < layout.partners.size(); ++i) {
            CHECK(apart(layout.partners[i], middle) == doctest::Approx(radius));
            CHECK(radius + node_radius < std::min(layout.width, layout.height) / 2);
            for (std::size_t j = 0; j < i; ++j) CHECK(apart(layout.partners[i], layout.partners[j]) > 2 * node_radius);
        }
        for (auto const& group : layout.groups) CHECK(apart(group.label, middle) > radius + node_radius);
    }
}

TEST_CASE("each tie is one line between its two partners; two ties of the same two bend apart, also straight across")
{
    auto network = network_of(1, 2);
    network.ties = {tie("0-0", "1-0"), tie("0-0", "1-0"), tie("1-0", "0-0")};
    auto const layout = lay_out(network);
    REQUIRE(layout.lines.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        auto const& line = layout.lines[i];
        bool const is_turned = i == 2;
        CHECK(apart(line.from, layout.partners[is_turned ? 1 : 0]) == doctest::Approx(0));
        CHECK(apart(line.to, layout.partners[is_turned ? 0 : 1]) == doctest::Approx(0));
        for (std::size_t j = 0; j < i; ++j) CHECK(apart(line.bend, layout.lines[j].bend) > 30);
    }
}
