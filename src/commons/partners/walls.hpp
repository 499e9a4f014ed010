// SPDX-License-Identifier: EUPL-1.2
// Across which walls do partners work together, and across which do they not yet?
//
// A wall stands between two fields (sport and care). It is crossed by a tie whose ends work in those two. It can only be told when a
// partner of both fields is known here; else the answer is unknown, not "no line": nobody knows what was not looked up.
#pragma once

#include "commons/partners/partners.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wf::partners {

struct Wall {
    enum class State { no_line, crossed, unknown };
    Field one{Field::welfare};
    Field other{Field::welfare};
    std::int64_t ties{0};
    State state{State::unknown};
};
[[nodiscard]] std::string_view to_word(Wall::State state);

/// Each pair of two fields once, in the order of `all_fields`; `other` is no field to have a wall with. A tie with an end that is not
/// among the partners is left out, and so is one within a field.
[[nodiscard]] std::vector<Wall> walls_of(std::span<Partner const> partners, std::span<Tie const> ties);

} // namespace wf::partners
