// SPDX-License-Identifier: EUPL-1.2
// Rows of a matrix as text, many at a time: JSON objects or lines of CSV. What is not reachable is null, or an empty cell.
// Times and metres have three decimals at most.
#pragma once

#include "kernel/reach/walks.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::calc {

enum class RowFormat { json, csv };

/// Text that grows at its end, without being wiped first.
class RowText {
public:
    [[nodiscard]] std::string_view text() const { return {m_text.get(), m_size}; }
    void clear() { m_size = 0; }
    /// Where `more` bytes may be written; then end() tells how far it went.
    [[nodiscard]] char* room(std::size_t more);
    void end(char const* at) { m_size = static_cast<std::size_t>(at - m_text.get()); }

private:
    std::unique_ptr<char[]> m_text;
    std::size_t m_size{0};
    std::size_t m_room{0};
};

/// Rows between two lists of points: from, to, metres, seconds_certain, seconds_expected, seconds_possible; of these the last
/// alone when only that state is walked. Safe to use from several threads.
class WalkRows {
public:
    WalkRows(RowFormat format, reach::WalkStates states, std::vector<std::string> const& origins,
             std::vector<std::string> const& destinations);

    /// Of the CSV, with its line end.
    [[nodiscard]] std::string header() const;
    /// A row for each origin, to that destination; nothing: to that of reach::WalkTimes::nearest, null where there is none.
    /// JSON rows are parted by commas, also from what was there.
    void append(RowText& out, std::optional<std::size_t> to, reach::WalkTimes const& times) const;
    [[nodiscard]] RowFormat format() const { return m_format; }

private:
    /// A short text that is copied whole, whatever its size.
    struct Piece {
        std::array<char, 32> text{};
        std::size_t size{0};
        Piece() = default;
        explicit Piece(std::string_view of);
    };
    struct Pen;

    RowFormat m_format;
    reach::WalkStates m_states;
    std::string m_origins; ///< what a row begins with, up to the destination; one after the other
    std::vector<std::size_t> m_first;
    std::vector<std::string> m_destinations; ///< what follows, up to the metres
    std::string m_nowhere;
    Piece m_certain;
    Piece m_expected;
    Piece m_possible;
    Piece m_end;
    Piece m_missing;
};

} // namespace wf::calc
