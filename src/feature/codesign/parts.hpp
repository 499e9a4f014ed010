// SPDX-License-Identifier: EUPL-1.2
// What the pages of this feature share.
#pragma once

#include "commons/codesign/codesign.hpp"
#include "commons/people/house.hpp"
#include "commons/studios/pages.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/moments.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/shell.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::codesign_pages {

using studios::InStudio;

/// A session with its studio and all notes. Errors: those of studios::find_here, codesign.unknown.
struct Here {
    InStudio place;
    codesign::Session session;
    std::vector<codesign::Note> notes;
};
Result<Here> find_session(store::Session& store, web::Visit const& visit);
Result<Here> load_session(web::Visit const& visit);

[[nodiscard]] std::string session_link(web::Visit const& visit, Here const& here, std::string_view below = {});
/// "/sessie/k7w29fqx", without language: who reads the square is sent to their own.
[[nodiscard]] std::string phone_path(people::House const& house, codesign::Session const& session);
/// An address as somebody types it over: without scheme.
[[nodiscard]] std::string to_type_over(std::string address);
[[nodiscard]] bool may_lead(web::Visit const& visit, Here const& here);
/// `title` empty: the session itself; else a page below it.
[[nodiscard]] web::Frame session_frame(web::Visit const& visit, Here const& here, std::string title = {});

[[nodiscard]] std::string stage_words(words::Words const& t, codesign::Stage stage);
/// "Stap 2 van 5: ideeën"
[[nodiscard]] std::string stage_sentence(words::Words const& t, codesign::Stage stage);
/// What is asked of who takes part in this stage.
[[nodiscard]] std::string asked_in(words::Words const& t, codesign::Stage stage);

/// Those that are on the screen in this stage, in the order in which they came.
[[nodiscard]] std::vector<codesign::Note> shown_in(std::vector<codesign::Note> const& notes, codesign::Stage stage);
[[nodiscard]] std::vector<codesign::Note> chosen_of(std::vector<codesign::Note> const& notes);
/// The ideas that the group goes on with, each with its reason; nothing when there are none.
void write_chosen(html::Html& page, words::Words const& t, std::vector<codesign::Note> const& notes);
/// As cards, newest first: what a beamer and a phone show.
void write_cards(html::Html& page, words::Words const& t, std::vector<codesign::Note> const& notes);

} // namespace wf::codesign_pages
