// SPDX-License-Identifier: EUPL-1.2
// Sheets of A4 for who has no phone or would rather write: one for each stage.
#include "feature/codesign/pages.hpp"
#include "feature/codesign/parts.hpp"
#include "platform/web/qr.hpp"

namespace wf::codesign_pages {

using namespace html;

namespace {

constexpr int lines_on_a_sheet = 10;

void write_sheet(Html& page, web::Visit const& visit, people::House const& house, Here const& here,
                 codesign::Stage stage)
{
    auto const& t = visit.t;
    page(tag::section, attr::cls("sheet"), [&] {
        page(tag::p, attr::cls("soft"), here.session.question);
        page(tag::h2, stage_sentence(t, stage));
        page(tag::p, attr::cls("ask"), asked_in(t, stage));
        page(tag::div, attr::cls("room"), attr::hidden_from_readers(), [&] {
            for (int line = 0; line < lines_on_a_sheet; ++line) page(tag::div);
        });
        page(tag::p, t("codesign.sheet.one_a_line"));
        if (here.session.state == codesign::State::ended) return;
        page(tag::div, attr::cls("foot-of-sheet"), [&] {
            web::qr_code(page, web::absolute_link(visit, phone_path(house, here.session)), t("codesign.join.square"));
            page(tag::p, [&] {
                page.text(t("codesign.sheet.phone", {{"address", to_type_over(web::absolute_link(visit, "/sessie"))}}));
                page.text(" ");
                page(tag::b, codesign::code_of(house.codesign_key(), here.session));
            });
        });
    });
}

} // namespace

Result<http::Response> sheets_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const here, load_session(visit));
    auto const& t = visit.t;
    auto const only = codesign::read_stage(visit.request.parameter("stap").value_or(""));
    return web::page(visit, session_frame(visit, here, std::string{t("codesign.sheets")}), [&](Html& page) {
        page(tag::div, attr::cls("noprint"), [&] {
            page(tag::h1, t("codesign.sheets"));
            page(tag::p, attr::cls("lead"), t("codesign.sheets.lead"));
            page(tag::ul, [&] {
                for (auto const stage : codesign::all_stages)
                    page(tag::li, [&] {
                        page(tag::a,
                             attr::href(
                                 session_link(visit, here, "/papier?stap=" + std::string{codesign::to_word(stage)})),
                             t("codesign.sheets.only", {{"stage", stage_words(t, stage)}}));
                    });
            });
        });
        for (auto const stage : codesign::all_stages) {
            if (!only || *only == stage) write_sheet(page, visit, house, here, stage);
        }
    });
}

} // namespace wf::codesign_pages
