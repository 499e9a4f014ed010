// SPDX-License-Identifier: EUPL-1.2
// What the leader of a session does: goes on, types paper over, takes notes off the screen, chooses, ends with a decision.
#include "base/text.hpp"
#include "feature/codesign/desk.hpp"
#include "feature/codesign/pages.hpp"

namespace wf::codesign_pages {

using codesign::Stage;

namespace {

studios::By by_of(web::Visit const& visit, people::House const& house)
{
    return {house.trail(), visit.actor.person_id};
}

/// Something that is about no field, or about a session that is over, is a page of its own.
bool is_about_a_field(Error const& error)
{
    return !error.field.empty() && error.code != "codesign.unknown" && error.code != "studio.ended";
}

/// A form whose fault is shown where it stands.
template <class Form, class Work>
Result<http::Response> take(web::Visit const& visit, people::House& house, web::Filled<Form> DeskForms::*which,
                            std::string_view field, std::string_view below, Work const& work)
{
    WF_TRY(auto const here, load_session(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto forms = empty_forms(visit, here);
    auto& filled = forms.*which;
    filled = web::fill_in(filled.form, sent);
    if (filled.faults.empty()) {
        auto const done =
            visit.store().write([&](store::Session& store) -> Result<void> { return work(store, here, filled.form); });
        if (done) return web::done(visit, session_link(visit, here, below));
        if (!is_about_a_field(done.error())) return done.error();
        filled.faults.push_back(web::fault_of(done.error(), field));
    }
    return write_desk(visit, house, here, forms);
}

} // namespace

Result<http::Response> move_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const here, load_session(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto const from = codesign::read_stage(web::given(sent, "van"));
    auto const to = codesign::read_stage(web::given(sent, "naar"));
    if (!from || !to) return Error{Trouble::bad_input, "codesign.stage_order", "naar", ""};
    WF_TRY_VOID(visit.store().write(
        [&](store::Session& store) { return codesign::move(store, by_of(visit, house), here.session, *from, *to); }));
    return web::done(visit, session_link(visit, here));
}

Result<http::Response> paper_answer(web::Visit const& visit, people::House& house)
{
    return take(visit, house, &DeskForms::paper, "woorden", "",
                [&](store::Session& store, Here const& here, PaperForm const& form) -> Result<void> {
                    auto const stage = codesign::read_stage(form.stage).value_or(here.session.stage);
                    WF_TRY(auto const count,
                           codesign::type_in(store, by_of(visit, house), here.session, stage, form.lines));
                    static_cast<void>(count);
                    return {};
                });
}

Result<http::Response> choose_answer(web::Visit const& visit, people::House& house)
{
    return take(visit, house, &DeskForms::choose, "omdat", "#ideas",
                [&](store::Session& store, Here const& here, ChooseForm const& form) {
                    return codesign::choose(store, by_of(visit, house), here.session,
                                            parse_integer(form.note).value_or(0), form.because);
                });
}

Result<http::Response> close_answer(web::Visit const& visit, people::House& house)
{
    return take(visit, house, &DeskForms::close, "besluit", "",
                [&](store::Session& store, Here const& here, CloseForm const& form) {
                    return codesign::close(store, by_of(visit, house), here.session, form.decision, form.reason);
                });
}

Result<http::Response> note_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const here, load_session(visit));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto const number = parse_integer(visit.request.part("note")).value_or(0);
    auto const what = web::given(sent, "doe");
    auto const by = by_of(visit, house);
    WF_TRY_VOID(visit.store().write([&](store::Session& store) -> Result<void> {
        if (what == "hide") return codesign::set_shown(store, by, here.session, number, codesign::Shown::no);
        if (what == "show") return codesign::set_shown(store, by, here.session, number, codesign::Shown::yes);
        if (what == "leave_out") return codesign::leave_out(store, by, here.session, number);
        return Error{Trouble::bad_input, "codesign.do_what", "doe", std::string{what}};
    }));
    return web::done(visit, session_link(visit, here, "#briefje-" + std::to_string(number)));
}

} // namespace wf::codesign_pages
