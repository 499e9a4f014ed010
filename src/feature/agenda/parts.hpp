// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/agenda/agenda.hpp"
#include "commons/areas/areas.hpp"
#include "commons/plans/plans.hpp"
#include "commons/workspaces/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <vector>

namespace wf::agenda_pages {

/// "/nl/vragen/<address>" and what comes below it.
[[nodiscard]] std::string in_public(web::Visit const& visit, workspaces::Workspace const& workspace,
                                    std::string_view below = {});
/// A page for everybody; `title` empty: the agenda itself.
[[nodiscard]] web::Frame public_frame(web::Visit const& visit, workspaces::Workspace const& workspace,
                                      std::string title);

[[nodiscard]] std::string status_words(words::Words const& t, agenda::Status status);
/// "een bewoner"
[[nodiscard]] std::string asker_words(words::Words const& t, agenda::Asker asker);
void write_status(html::Html& page, words::Words const& t, agenda::Question const& question);

/// Whole days from one day to another; 0 when one of them is none.
[[nodiscard]] std::int64_t days_between(std::string const& from, std::string const& to);
/// "vandaag", "gisteren", "12 dagen geleden".
[[nodiscard]] std::string ago(words::Words const& t, std::string const& day);

/// A plan of a question, with its promised steps.
struct Planned {
    plans::Plan plan;
    std::vector<plans::Step> steps;
};
struct Way {
    agenda::Question question;
    std::vector<agenda::Word> words;
    std::vector<Planned> plans; ///< public ones
    std::string area_name;
    std::int64_t joined{0}; ///< other questions that went on in this one
    std::vector<agenda::Earlier> earlier;
};
[[nodiscard]] Way load_way(store::Session& session, agenda::Question const& question);
/// What became of it, in order, and the plans with what was done and what was not.
void write_way(html::Html& page, web::Visit const& visit, Way const& way);
/// As it was asked; or that those words were taken away.
void write_asked(html::Html& page, words::Words const& t, agenda::Question const& question);
/// Who asked, when, where, on what.
void write_about(html::Html& page, web::Visit const& visit, Way const& way);

[[nodiscard]] std::vector<web::Option> asker_options(words::Words const& t);

} // namespace wf::agenda_pages
