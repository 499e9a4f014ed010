// SPDX-License-Identifier: EUPL-1.2
// What who asked was told, in order, as it stands on every page that shows the way of a question. Words: "agenda.told.*".
#pragma once

#include "commons/agenda/agenda.hpp"
#include "platform/html/html.hpp"
#include "platform/words/words.hpp"

#include <span>

namespace wf::agenda {

void write_told(html::Html& page, words::Words const& t, Question const& question, std::span<Word const> words);

} // namespace wf::agenda
