// SPDX-License-Identifier: EUPL-1.2
#include "commons/agenda/theme_words.hpp"

#include "commons/agenda/agenda.hpp"

namespace wf::agenda {

std::string national_theme_words(words::Words const& t, std::string_view id)
{
    for (auto const& theme : national_themes()) {
        if (theme.id == id) return t.language() == words::Language::nl ? theme.nl : theme.en;
    }
    return std::string{id};
}

std::vector<web::Option> national_theme_options(words::Words const& t, web::Option none)
{
    std::vector<web::Option> options{std::move(none)};
    for (auto const& theme : national_themes()) options.push_back({theme.id, national_theme_words(t, theme.id)});
    return options;
}

} // namespace wf::agenda
