// SPDX-License-Identifier: EUPL-1.2
// The pieces in one square as the bytes of a vector tile, version 2. Inside the module only.
#pragma once

#include "kernel/tile/cut.hpp"
#include "kernel/tile/sheet.hpp"

#include <functional>
#include <span>
#include <string>

namespace wf::tile {

/// A piece and the points that it counts in.
struct Part {
    Piece const* piece{nullptr};
    Local const* points{nullptr};

    [[nodiscard]] std::span<Local const> span() const { return {points + piece->begin, piece->count}; }
};

/// Parts in the order of their features. Empty when nothing is left to draw, say where a hole takes all of an outline.
[[nodiscard]] std::string encode(std::span<Part const> parts, Sheet const& sheet, Plan const& plan);

} // namespace wf::tile
