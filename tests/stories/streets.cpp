// SPDX-License-Identifier: EUPL-1.2
#include "streets.hpp"

#include "base/text.hpp"
#include "drawing.hpp"
#include "story.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wf::story {
namespace {

using Tags = std::map<std::string, std::string>;

struct Point {
    int column{0};
    int row{0};
    Tags tags;
    int homes{0};
};
struct Street {
    char from{0};
    char to{0};
    Tags tags{{"highway", "residential"}};
};
struct Drawing {
    std::map<char, Point> points;
    std::vector<Street> streets;
    int columns{0};
    int rows{0};
};

constexpr double characters_a_square = 4;

Error bad_streets(std::string detail)
{
    return {Trouble::bad_input, "story.bad_streets", {}, std::move(detail)};
}

bool is_point(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char at(std::vector<std::string> const& drawn, int column, int row)
{
    if (row < 0 || row >= static_cast<int>(drawn.size())) return ' ';
    auto const& line = drawn[static_cast<std::size_t>(row)];
    return column >= 0 && column < static_cast<int>(line.size()) ? line[static_cast<std::size_t>(column)] : ' ';
}

/// Walks along `line` characters from a point; the point at the other end, or nothing.
char follow(std::vector<std::string> const& drawn, Point const& point, int right, int down, char line)
{
    int column = point.column + right;
    int row = point.row + down;
    if (at(drawn, column, row) != line) return 0;
    while (at(drawn, column, row) == line) {
        column += right;
        row += down;
    }
    char const end = at(drawn, column, row);
    return is_point(end) ? end : 0;
}

Result<Drawing> read_drawing(std::vector<std::string> const& drawn)
{
    Drawing drawing;
    drawing.rows = static_cast<int>(drawn.size());
    for (int row = 0; row < drawing.rows; ++row) {
        auto const& line = drawn[static_cast<std::size_t>(row)];
        drawing.columns = std::max(drawing.columns, static_cast<int>(line.size()));
        for (int column = 0; column < static_cast<int>(line.size()); ++column) {
            char const c = at(drawn, column, row);
            if (is_point(c) && !drawing.points.emplace(c, Point{column, row, {}, 0}).second)
                return bad_streets(std::string{"point "} + c + " stands twice on the drawing");
            if (!is_point(c) && c != ' ' && c != '-' && c != '|')
                return bad_streets(std::string{"\""} + c + "\" is no point, - or |");
        }
    }
    for (auto const& [letter, point] : drawing.points) {
        for (char const end : {follow(drawn, point, 1, 0, '-'), follow(drawn, point, 0, 1, '|')}) {
            if (end == 0) continue;
            Street street;
            street.from = letter;
            street.to = end;
            drawing.streets.push_back(std::move(street));
        }
    }
    return drawing;
}

Result<void> add_tags(Drawing& drawing, std::string const& what, std::string const& text)
{
    Tags* tags = nullptr;
    Point* point = nullptr;
    if (what.size() == 1 && drawing.points.contains(what.front())) {
        point = &drawing.points.at(what.front());
        tags = &point->tags;
    }
    for (auto& street : drawing.streets) {
        if (what.size() == 3 && what[1] == '-' &&
            ((street.from == what[0] && street.to == what[2]) || (street.from == what[2] && street.to == what[0])))
            tags = &street.tags;
    }
    if (tags == nullptr) return bad_streets("\"" + what + "\" is neither a point nor a street of the drawing");
    for (auto const word : split(text, ' ')) {
        if (word.empty()) continue;
        auto const equals = word.find('=');
        if (equals == std::string_view::npos)
            return bad_streets("a tag is written as key=value, not as " + std::string{word});
        std::string value{word.substr(equals + 1)};
        std::replace(value.begin(), value.end(), '~', ' ');
        std::string const key{word.substr(0, equals)};
        if (key == "homes" && point != nullptr) point->homes = static_cast<int>(parse_integer(value).value_or(0));
        else (*tags)[key] = value;
    }
    return {};
}

std::string escape(std::string_view text)
{
    std::string safe;
    for (char const c : text) {
        if (c == '&') safe += "&amp;";
        else if (c == '<') safe += "&lt;";
        else if (c == '"') safe += "&quot;";
        else safe.push_back(c);
    }
    return safe;
}

std::string degrees(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.7f", value);
    return text;
}

/// The middle of a character.
std::string position(double column, double row)
{
    auto const lon = drawn_west + (column + 0.5) / characters_a_square * drawn_step_lon;
    auto const lat = drawn_north - (row + 0.5) / characters_a_square * drawn_step_lat;
    return " lat=\"" + degrees(lat) + "\" lon=\"" + degrees(lon) + "\"";
}

void write_tags(std::string& xml, Tags const& tags)
{
    for (auto const& [key, value] : tags) xml += "<tag k=\"" + escape(key) + "\" v=\"" + escape(value) + "\"/>";
}

std::string write_xml(Drawing const& drawing)
{
    constexpr double margin = 8;
    auto const lon = [](double column) { return degrees(drawn_west + column / characters_a_square * drawn_step_lon); };
    auto const lat = [](double row) { return degrees(drawn_north - row / characters_a_square * drawn_step_lat); };
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n";
    xml += "<bounds minlat=\"" + lat(drawing.rows + margin) + "\" minlon=\"" + lon(-margin) + "\" maxlat=\"" +
           lat(-margin) + "\" maxlon=\"" + lon(drawing.columns + margin) + "\"/>\n";
    std::map<char, int> id_of;
    int next = 1;
    for (auto const& [letter, point] : drawing.points) {
        id_of[letter] = next;
        xml += "<node id=\"" + std::to_string(next++) + "\" version=\"1\"" + position(point.column, point.row) + ">";
        write_tags(xml, point.tags);
        xml += "</node>\n";
    }
    for (auto const& [letter, point] : drawing.points) {
        for (int home = 1; home <= point.homes; ++home) {
            xml +=
                "<node id=\"" + std::to_string(next++) + "\" version=\"1\"" + position(point.column, point.row) + ">";
            write_tags(xml,
                       {{"addr:street", std::string{"Straat "} + letter}, {"addr:housenumber", std::to_string(home)}});
            xml += "</node>\n";
        }
    }
    next = 1;
    for (auto const& street : drawing.streets) {
        xml += "<way id=\"" + std::to_string(next++) + "\" version=\"1\"><nd ref=\"" +
               std::to_string(id_of[street.from]) + "\"/><nd ref=\"" + std::to_string(id_of[street.to]) + "\"/>";
        write_tags(xml, street.tags);
        xml += "</way>\n";
    }
    return xml + "</osm>\n";
}

} // namespace

Result<std::string> draw_streets(std::vector<std::string> const& lines)
{
    // A table begins with "| what"; a line of the drawing may begin with | too.
    auto const legend =
        std::find_if(lines.begin(), lines.end(), [](std::string const& line) { return line.starts_with("| what"); });
    WF_TRY(auto drawing, read_drawing({lines.begin(), legend}));
    if (drawing.streets.empty()) return bad_streets("there is no street on the drawing");
    if (legend != lines.end()) {
        WF_TRY(auto const table, read_table({legend, lines.end()}));
        if (table.front().size() != 2 || table.front()[1] != "tags")
            return bad_streets("the columns of the table are called what and tags");
        for (auto row = table.begin() + 1; row != table.end(); ++row)
            WF_TRY_VOID(add_tags(drawing, (*row)[0], (*row)[1]));
    }
    return write_xml(drawing);
}

} // namespace wf::story
