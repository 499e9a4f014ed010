// SPDX-License-Identifier: EUPL-1.2
#include "feature/codesign/parts.hpp"

#include "commons/codesign/code.hpp"

#include <algorithm>
#include <iterator>

namespace wf::codesign_pages {

using namespace html;
using codesign::Note;
using codesign::Stage;

Result<Here> find_session(store::Session& store, web::Visit const& visit)
{
    WF_TRY(auto place, studios::find_here(store, visit));
    auto const id = visit.request.part("session");
    auto session = codesign::find(store, place.workspace.id, id);
    if (!session || session->studio_id != place.studio.id)
        return Error{Trouble::not_found, "codesign.unknown", std::string{id}, ""};
    auto notes = codesign::list_notes(store, *session);
    return Here{std::move(place), std::move(*session), std::move(notes)};
}

Result<Here> load_session(web::Visit const& visit)
{
    return visit.store().read([&](store::Session& store) { return find_session(store, visit); });
}

std::string session_link(web::Visit const& visit, Here const& here, std::string_view below)
{
    return studios::link_to(visit, here.place, "/sessie/" + here.session.id) + std::string{below};
}

std::string phone_path(people::House const& house, codesign::Session const& session)
{
    return "/sessie/" + codesign::make_code(house.codesign_key(), session.id);
}

std::string to_type_over(std::string address)
{
    auto const at = address.find("://");
    return at == std::string::npos ? address : address.substr(at + 3);
}

bool may_lead(web::Visit const& visit, Here const& here)
{
    return here.session.state == codesign::State::open && here.place.studio.state == studios::State::open &&
           visit.may(access::Action::change, "studio", here.place.workspace.address);
}

web::Frame session_frame(web::Visit const& visit, Here const& here, std::string title)
{
    auto const& t = visit.t;
    auto between = studios::crumbs_to(visit, here.place);
    if (title.empty()) title = t("codesign.title");
    else between.push_back({std::string{t("codesign.title")}, session_link(visit, here)});
    return workspaces::frame_inside(visit, std::move(title), here.place.workspace, std::move(between));
}

std::string stage_words(words::Words const& t, Stage stage)
{
    return std::string{t("codesign.stage." + std::string{codesign::to_word(stage)})};
}

std::string stage_sentence(words::Words const& t, Stage stage)
{
    return t("codesign.stage.sentence", {{"number", std::to_string(static_cast<int>(stage) + 1)},
                                         {"of", std::to_string(codesign::all_stages.size())},
                                         {"stage", stage_words(t, stage)}});
}

std::string asked_in(words::Words const& t, Stage stage)
{
    return std::string{t("codesign.ask." + std::string{codesign::to_word(stage)})};
}

std::vector<Note> shown_in(std::vector<Note> const& notes, Stage stage)
{
    std::vector<Note> shown;
    std::copy_if(notes.begin(), notes.end(), std::back_inserter(shown),
                 [&](Note const& note) { return note.stage == stage && note.shown == codesign::Shown::yes; });
    return shown;
}

std::vector<Note> chosen_of(std::vector<Note> const& notes)
{
    std::vector<Note> chosen;
    std::copy_if(notes.begin(), notes.end(), std::back_inserter(chosen),
                 [](Note const& note) { return note.is_chosen(); });
    return chosen;
}

void write_chosen(Html& page, words::Words const& t, std::vector<Note> const& notes)
{
    auto const chosen = chosen_of(notes);
    if (chosen.empty()) return;
    page(tag::h2, t("codesign.chosen"));
    page(tag::ul, attr::cls("cards plain chosen"), [&] {
        for (auto const& note : chosen) {
            page(tag::li, [&] {
                page(tag::p, attr::cls("words"), note.words);
                page(tag::p, [&] {
                    page(tag::b, t("codesign.because"));
                    page.text(" " + note.chosen_because);
                });
            });
        }
    });
}

void write_cards(Html& page, words::Words const& t, std::vector<Note> const& notes)
{
    if (notes.empty()) {
        page(tag::p, attr::cls("soft"), t("codesign.notes.none"));
        return;
    }
    page(tag::ul, attr::cls("cards plain"), [&] {
        for (auto note = notes.rbegin(); note != notes.rend(); ++note)
            page(tag::li, [&] { page(tag::p, attr::cls("words"), note->words); });
    });
}

} // namespace wf::codesign_pages
