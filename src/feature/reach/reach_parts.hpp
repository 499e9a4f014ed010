// SPDX-License-Identifier: EUPL-1.2
// One question about reach (for whom, where to, how long) and its answer: sentence, map and table. The home page and the page
// of reach show it.
#pragma once

#include "feature/reach/forms.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// One neighbourhood of the table; without an answer its `reach` is nothing.
struct Line {
    TownArea const* area{nullptr};
    AreaReach const* reach{nullptr};
    std::optional<double> people; ///< of the group
};

struct Question {
    Asked asked;
    Group group{Group::everybody};
    Picture const& picture;

    [[nodiscard]] Three const& share(AreaReach const& reach) const { return reach.share[limit_index(asked.minutes)]; }
    [[nodiscard]] AreaReach const* find(TownArea const& area) const
    {
        return picture.find(area.area.code, asked.profile->profile.id, asked.category->id);
    }
};

/// All neighbourhoods, by name.
[[nodiscard]] std::vector<Line> list_lines(Question const& question);
/// Neighbourhoods with an answer in the order that was asked ("-people"), then those without one by name.
void sort_lines(std::vector<Line>& lines, Question const& question, std::string_view sorted);

void write_answer_block(html::Html& page, web::Visit const& visit, Question const& question);
/// Map and table side by side; nothing for a kind of which no place is known: a table would tell everybody as "not in time".
void write_areas(html::Html& page, web::Visit const& visit, Question const& question, std::vector<Line> const& lines,
                 Drawing const& drawing, std::string_view sorted);
/// The question whole at "/bereik" or "/bereik.geojson", also what the visitor left as it was.
[[nodiscard]] std::string link_to_question(web::Visit const& visit, std::string_view path, Asked const& asked);

} // namespace wf::reach_pages
