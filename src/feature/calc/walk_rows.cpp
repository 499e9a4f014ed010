// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/walk_rows.hpp"

#include "base/csv.hpp"
#include "base/json_writer.hpp"

#include <charconv>
#include <cmath>

namespace wf::calc {
namespace {

constexpr std::uint64_t nothing = ~std::uint64_t{0};

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

/// Writes into memory that is known to be large enough.
class Pen {
public:
    Pen(char* at, Shape const& shape) : m_at{at}, m_shape{&shape} {}

    void text(std::string_view text)
    {
        for (char const letter : text) *m_at++ = letter;
    }
    /// 12345 thousandths: 12.345; zeros at the end are left out.
    void thousandths(std::string_view before, std::uint64_t value)
    {
        text(before);
        if (value == nothing) return text(m_shape->missing);
        m_at = std::to_chars(m_at, m_at + 20, value / 1000).ptr;
        auto rest = static_cast<unsigned>(value % 1000);
        if (rest == 0) return;
        *m_at++ = '.';
        for (unsigned unit = 100; rest > 0; unit /= 10) {
            *m_at++ = static_cast<char>('0' + rest / unit);
            rest %= unit;
        }
    }
    [[nodiscard]] char* at() const { return m_at; }

private:
    char* m_at;
    Shape const* m_shape;
};

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

} // namespace

std::vector<std::string> ready_ids(std::vector<std::string> const& ids, RowFormat format)
{
    std::vector<std::string> ready;
    ready.reserve(ids.size());
    for (auto const& id : ids) ready.push_back(format == RowFormat::json ? json_string(id) : csv_cell(id));
    return ready;
}

std::string walk_header()
{
    return "from,to,metres,seconds_certain,seconds_expected,seconds_possible\n";
}

void append_walks(std::string& out, RowFormat format, std::vector<std::string> const& origins, std::string const* to,
                  std::vector<std::string> const& destinations, reach::WalkTimes const& times)
{
    Shape const& shape = format == RowFormat::json ? json_shape : csv_shape;
    constexpr std::size_t most_around = 200; // names of the members, and four numbers of at most 24 signs
    for (std::size_t i = 0; i < origins.size(); ++i) {
        auto const nearest = times.nearest[i];
        std::string_view const there = to != nullptr            ? std::string_view{*to}
                                       : nearest != graph::none ? std::string_view{destinations[nearest]}
                                                                : shape.missing;
        auto const before = out.size();
        auto const most = origins[i].size() + there.size() + most_around;
        if (out.capacity() < before + most) out.reserve(2 * (before + most));
        out.resize(before + most);
        Pen pen{out.data() + before, shape};
        if (format == RowFormat::json && before > 0) pen.text(",");
        pen.text(shape.begin);
        pen.text(origins[i]);
        pen.text(shape.to);
        pen.text(there);
        bool const reached = nearest != graph::none;
        pen.thousandths(shape.metres, reached ? static_cast<std::uint64_t>(times.metres[i] * 1000 + 0.5) : nothing);
        pen.thousandths(shape.certain, thousandths_of(times.certain[i]));
        pen.thousandths(shape.expected, thousandths_of(times.expected[i]));
        pen.thousandths(shape.possible, thousandths_of(times.possible[i]));
        pen.text(shape.end);
        out.resize(static_cast<std::size_t>(pen.at() - out.data()));
    }
}

} // namespace wf::calc
