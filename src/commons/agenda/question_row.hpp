// SPDX-License-Identifier: EUPL-1.2
// What the stores of this folder share: a question as its row has it.
#pragma once

#include "commons/agenda/agenda.hpp"

namespace wf::agenda {

inline constexpr std::string_view question_columns =
    "workspace_id, question_id, asked_words, words, asker, area_code, origin_page, origin_name, theme, national_theme, "
    "status, merged_into, asked_on, last_word_on, version, is_invented";

[[nodiscard]] Question read_question(store::Row const& row);
/// What can be sought of it, for everybody and for the werkplaats.
void index(store::Session& session, Question const& question);

} // namespace wf::agenda
