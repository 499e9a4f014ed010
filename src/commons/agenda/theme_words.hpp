// SPDX-License-Identifier: EUPL-1.2
// National themes as people read and choose them.
#pragma once

#include "platform/web/form.hpp"
#include "platform/words/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::agenda {

/// Its name; of one that is not in data/themes.json its id.
[[nodiscard]] std::string national_theme_words(words::Words const& t, std::string_view id);
/// All of them, after `none` (what is chosen when it is none).
[[nodiscard]] std::vector<web::Option> national_theme_options(words::Words const& t, web::Option none);

} // namespace wf::agenda
