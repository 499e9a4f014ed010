// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/walk_rows.hpp"

#include "base/check.hpp"
#include "base/csv.hpp"
#include "base/json_writer.hpp"
#include "base/thousandths.hpp"

#include <algorithm>
#include <cstring>

namespace wf::calc {
namespace {

constexpr std::uint64_t nothing = ~std::uint64_t{0};
/// Texts are copied so many bytes at a time: that much may be read and written behind their ends.
constexpr std::size_t stride = 16;

/// What stands around the values of a row; in JSON a value that is missing is null, in CSV nothing.
struct Shape {
    std::string_view begin;
    std::string_view to;
    std::string_view metres;
    std::string_view certain;
    std::string_view expected;
    std::string_view possible;
    std::string_view end;
    std::string_view missing;
};
constexpr Shape json_shape{R"({"from":)",
                           R"(,"to":)",
                           R"(,"metres":)",
                           R"(,"seconds_certain":)",
                           R"(,"seconds_expected":)",
                           R"(,"seconds_possible":)",
                           "}",
                           "null"};
constexpr Shape csv_shape{"", ",", ",", ",", ",", ",", "\n", ""};

std::uint64_t thousandths_of(graph::Ticks time)
{
    return time == graph::unreachable ? nothing : time;
}

std::string csv_cell(std::string const& text)
{
    CsvWriter writer{{"x"}};
    writer.text(text).end_row();
    auto const table = std::move(writer).finish();
    return table.substr(2, table.size() - 3); // without the header and the last line end
}

/// An id as it stands in a row: quoted where it must be.
std::string ready(std::string const& id, RowFormat format)
{
    return format == RowFormat::json ? json_string(id) : csv_cell(id);
}

} // namespace

char* RowText::room(std::size_t more)
{
    if (m_room - m_size < more) {
        std::size_t const room = std::max(2 * m_room, m_size + more);
        auto larger = std::make_unique_for_overwrite<char[]>(room);
        if (m_size > 0) std::memcpy(larger.get(), m_text.get(), m_size);
        m_text = std::move(larger);
        m_room = room;
    }
    return m_text.get() + m_size;
}

WalkRows::Piece::Piece(std::string_view of) : size{of.size()}
{
    WF_CHECK(of.size() <= text.size());
    std::copy(of.begin(), of.end(), text.begin());
}

WalkRows::WalkRows(RowFormat format, reach::WalkStates states, std::vector<std::string> const& origins,
                   std::vector<std::string> const& destinations)
    : m_format{format}, m_states{states}
{
    Shape const& shape = format == RowFormat::json ? json_shape : csv_shape;
    for (auto const& id : origins) {
        m_first.push_back(m_origins.size());
        m_origins.append(shape.begin).append(ready(id, format)).append(shape.to);
    }
    m_first.push_back(m_origins.size());
    m_origins.append(stride, ' ');
    m_destinations.reserve(destinations.size());
    auto const add = [&](std::string text) { return text.append(shape.metres).append(stride, ' '); };
    for (auto const& id : destinations) m_destinations.push_back(add(ready(id, format)));
    m_nowhere = add(std::string{shape.missing});
    m_certain = Piece{shape.certain};
    m_expected = Piece{shape.expected};
    m_possible = Piece{shape.possible};
    m_end = Piece{shape.end};
    m_missing = Piece{shape.missing};
}

std::string WalkRows::header() const
{
    std::string const drawn = m_states == reach::WalkStates::all ? "seconds_certain,seconds_expected," : "";
    return "from,to,metres," + drawn + "seconds_possible\n";
}

/// Writes into memory that is known to be large enough.
struct WalkRows::Pen {
    char* at;
    Piece const& missing;

    void piece(Piece const& piece)
    {
        std::memcpy(at, piece.text.data(), piece.text.size());
        at += piece.size;
    }
    void text(char const* from, std::size_t size)
    {
        std::memcpy(at, from, stride);
        if (size > stride) [[unlikely]]
            std::memcpy(at + stride, from + stride, size - stride);
        at += size;
    }
    void thousandths(std::uint64_t value)
    {
        if (value != nothing) [[likely]]
            at = write_thousandths(at, value);
        else piece(missing);
    }
};

void WalkRows::append(RowText& out, std::optional<std::size_t> to, reach::WalkTimes const& times) const
{
    std::size_t const rows = m_first.size() - 1;
    WF_CHECK(times.possible.size() == rows);
    bool const all = m_states == reach::WalkStates::all;
    // A comma, names of the members, and four numbers; what is copied behind the end of the last one.
    constexpr std::size_t most_around = 6 * sizeof(Piece::text) + 4 * thousandths_room;
    auto const longer = [](std::string const& a, std::string const& b) { return a.size() < b.size(); };
    std::size_t longest = to ? m_destinations[*to].size() : m_nowhere.size();
    if (!to && !m_destinations.empty()) {
        longest = std::max(longest, std::max_element(m_destinations.begin(), m_destinations.end(), longer)->size());
    }
    bool comma = m_format == RowFormat::json && !out.text().empty();
    Pen pen{out.room(m_origins.size() + rows * (longest + most_around)), m_missing};
    for (std::size_t i = 0; i < rows; ++i) {
        auto const nearest = times.nearest[i];
        bool const reached = nearest != graph::none;
        std::string const& there = to ? m_destinations[*to] : reached ? m_destinations[nearest] : m_nowhere;
        if (comma) *pen.at++ = ',';
        comma = m_format == RowFormat::json;
        pen.text(m_origins.data() + m_first[i], m_first[i + 1] - m_first[i]);
        pen.text(there.data(), there.size() - stride);
        pen.thousandths(reached ? static_cast<std::uint64_t>(times.metres[i] * 1000 + 0.5) : nothing);
        if (all) {
            pen.piece(m_certain);
            pen.thousandths(thousandths_of(times.certain[i]));
            pen.piece(m_expected);
            pen.thousandths(thousandths_of(times.expected[i]));
        }
        pen.piece(m_possible);
        pen.thousandths(thousandths_of(times.possible[i]));
        pen.piece(m_end);
    }
    out.end(pen.at);
}

} // namespace wf::calc
