// SPDX-License-Identifier: EUPL-1.2
#include "drawing.hpp"

#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "story.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace wf::story {
namespace {

/// A corner of a square: column and row, the row counted from the top.
using Corner = std::pair<int, int>;
using Ring = std::vector<Corner>;

Error bad_map(std::string detail)
{
    return {Trouble::bad_input, "story.bad_map", {}, std::move(detail)};
}

/// Sides between a square of the letter and anything else, with the letter on the left: anticlockwise around it.
std::map<Corner, std::vector<Corner>> find_sides(std::set<Corner> const& squares)
{
    std::map<Corner, std::vector<Corner>> sides;
    for (auto const& [column, row] : squares) {
        if (!squares.contains({column, row - 1})) sides[{column + 1, row}].push_back({column, row});
        if (!squares.contains({column - 1, row})) sides[{column, row}].push_back({column, row + 1});
        if (!squares.contains({column, row + 1})) sides[{column, row + 1}].push_back({column + 1, row + 1});
        if (!squares.contains({column + 1, row})) sides[{column + 1, row + 1}].push_back({column + 1, row});
    }
    return sides;
}

/// Twice the area, negative for a hole. Rows count downwards, hence the sign.
int turn(Ring const& ring)
{
    int sum = 0;
    for (std::size_t at = 0; at + 1 < ring.size(); ++at) {
        sum -= ring[at].first * ring[at + 1].second - ring[at + 1].first * ring[at].second;
    }
    return sum;
}

Result<Ring> outline_of(char letter, std::set<Corner> const& squares)
{
    auto sides = find_sides(squares);
    auto const start = sides.begin()->first;
    Ring ring{start};
    do {
        auto& next = sides[ring.back()];
        if (next.size() != 1)
            return bad_map(std::string{"the squares of "} + letter + " touch in a corner only; draw them side by side");
        ring.push_back(next.front());
        sides.erase(ring[ring.size() - 2]);
    } while (ring.back() != start);
    if (!sides.empty())
        return bad_map(std::string{letter} + " lies in several pieces or has a hole; draw it in one piece");
    if (turn(ring) <= 0) return bad_map(std::string{letter} + " cannot be drawn");
    return ring;
}

void write_outline(JsonWriter& json, Ring const& ring)
{
    json.key("geometry").begin_object().member("type", "Polygon");
    json.key("coordinates").begin_array().begin_array();
    for (auto const& [column, row] : ring) {
        json.begin_array()
            .value(drawn_west + column * drawn_step_lon)
            .value(drawn_north - row * drawn_step_lat)
            .end_array();
    }
    json.end_array().end_array().end_object();
}

std::map<char, std::set<Corner>> read_squares(std::vector<std::string> const& drawn)
{
    std::map<char, std::set<Corner>> squares;
    for (std::size_t row = 0; row < drawn.size(); ++row) {
        for (std::size_t column = 0; column < drawn[row].size(); ++column) {
            char const letter = drawn[row][column];
            if (letter != ' ' && letter != '.')
                squares[letter].insert({static_cast<int>(column), static_cast<int>(row)});
        }
    }
    return squares;
}

} // namespace

Result<std::string> draw_map(std::vector<std::string> const& lines)
{
    auto const legend =
        std::find_if(lines.begin(), lines.end(), [](std::string const& line) { return line.starts_with('|'); });
    auto const squares = read_squares({lines.begin(), legend});
    WF_TRY(auto const table, read_table({legend, lines.end()}));
    if (table.front().front() != "letter") return bad_map("the first column of the table is called letter");
    JsonWriter json;
    json.begin_object().member("type", "FeatureCollection").key("features").begin_array();
    std::set<char> described;
    for (auto row = table.begin() + 1; row != table.end(); ++row) {
        auto const& letter = row->front();
        if (letter.size() != 1 || !squares.contains(letter.front()))
            return bad_map("\"" + letter + "\" is not on the map");
        described.insert(letter.front());
        WF_TRY(auto const ring, outline_of(letter.front(), squares.at(letter.front())));
        json.begin_object().member("type", "Feature");
        write_outline(json, ring);
        json.key("properties").begin_object();
        for (std::size_t column = 1; column < row->size(); ++column) {
            auto const& cell = (*row)[column];
            if (cell.empty()) continue;
            if (auto const number = parse_double(cell)) json.member(table.front()[column], *number);
            else json.member(table.front()[column], cell);
        }
        json.end_object().end_object();
    }
    json.end_array().end_object();
    for (auto const& [letter, its_squares] : squares) {
        if (!described.contains(letter)) return bad_map(std::string{"the table says nothing about "} + letter);
    }
    return std::move(json).finish();
}

} // namespace wf::story
