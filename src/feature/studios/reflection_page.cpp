// SPDX-License-Identifier: EUPL-1.2
// What a member writes for themselves while a studio runs, and what others shared of theirs. Also after the studio ended: that is when
// people look back.
#include "commons/reflections/reflections.hpp"
#include "feature/studios/forms.hpp"
#include "feature/studios/pages.hpp"
#include "feature/studios/parts.hpp"

namespace wf::studio_pages {

using namespace html;

namespace {

struct Loaded {
    Here here;
    std::vector<reflections::Reflection> own;
    std::vector<reflections::Reflection> shared;
};

reflections::Place place_of(web::Visit const& visit, Here const& here)
{
    return {here.workspace.id, here.studio.id, visit.actor.person_id};
}

Result<Loaded> load(web::Visit const& visit, people::House const& house)
{
    return visit.store().read([&](store::Session& session) -> Result<Loaded> {
        WF_TRY(auto here, studios::find_here(session, visit));
        auto const& keys = house.trail().person_keys();
        WF_TRY(auto own, reflections::list_own(session, keys, place_of(visit, here)));
        WF_TRY(auto shared, reflections::list_shared(session, keys, place_of(visit, here)));
        return Loaded{std::move(here), std::move(own), std::move(shared)};
    });
}

void write_own(Html& page, web::Visit const& visit, Loaded const& loaded, reflections::Reflection const& one)
{
    auto const& t = visit.t;
    auto const day = web::day_of(t, one.written_on);
    auto const below = [&](std::string_view what) {
        return studios::link_to(visit, loaded.here, "/terugblik/" + one.id + std::string{what});
    };
    page(tag::li, [&] {
        page(tag::p, [&] {
            page(tag::b, day);
            page.text(" ");
            web::tag_label(page, one.is_shared() ? "made" : "",
                           t(one.is_shared() ? "studios.reflection.is_shared" : "studios.reflection.is_private"));
        });
        page(tag::p, attr::cls("words"), one.words);
        page(tag::div, attr::cls("row noprint"), [&] {
            web::write_button_form(page, visit, below("/deel"),
                                   t(one.is_shared() ? "studios.reflection.take_back" : "studios.reflection.share",
                                     {{"day", day}}),
                                   {{"doe", one.is_shared() ? "terug" : "deel"}});
        });
        page(tag::details, attr::cls("noprint"), [&] {
            page(tag::summary, t("studios.reflection.remove", {{"day", day}}));
            page(tag::p, t("studios.reflection.remove.text"));
            web::write_button_form(page, visit, below("/verwijder"), t("studios.reflection.remove.submit"));
        });
    });
}

void write_lists(Html& page, web::Visit const& visit, Loaded const& loaded)
{
    auto const& t = visit.t;
    page(tag::section, attr::id("eigen"), [&] {
        page(tag::h2, t("studios.reflection.own"));
        if (loaded.own.empty()) page(tag::p, t("studios.reflection.none"));
        else
            page(tag::ul, attr::cls("cards plain"), [&] {
                for (auto const& one : loaded.own) write_own(page, visit, loaded, one);
            });
    });
    page(tag::section, attr::id("gedeeld"), [&] {
        page(tag::h2, t("studios.reflection.shared"));
        if (loaded.shared.empty()) page(tag::p, t("studios.reflection.shared.none"));
        else
            page(tag::ul, attr::cls("cards plain"), [&] {
                for (auto const& one : loaded.shared)
                    page(tag::li, [&] {
                        page(tag::p, attr::cls("soft"),
                             t("studios.reflection.shared.on", {{"day", web::day_of(t, one.shared_on)}}));
                        page(tag::p, attr::cls("words"), one.words);
                    });
            });
    });
}

Result<http::Response> write_page(web::Visit const& visit, Loaded const& loaded,
                                  web::Filled<ReflectionForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    auto const& t = visit.t;
    auto frame = studio_frame(visit, loaded.here, std::string{t("studios.reflection")});
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](Html& page) {
        page(tag::h1, t("studios.reflection"));
        page(tag::p, attr::cls("lead"), t("studios.reflection.lead"));
        // What is for nobody else's eyes is not left behind in a browser either.
        web::write_form(page, visit,
                        {.action = studios::link_to(visit, loaded.here, "/terugblik"),
                         .prefix = "studios.reflection",
                         .submit_key = "studios.reflection.submit",
                         .keeps_draft = false},
                        filled);
        page(tag::p, attr::cls("soft"), t("studios.reflection.safe"));
        write_lists(page, visit, loaded);
        page(tag::p, attr::cls("row noprint"),
             [&] { page(tag::a, attr::href(studios::link_to(visit, loaded.here)), t("studios.back")); });
    });
}

template <class Work>
Result<http::Response> change(web::Visit const& visit, Work const& work)
{
    WF_TRY(auto const here, visit.store().write([&](store::Session& session) -> Result<Here> {
        WF_TRY(auto found, studios::find_here(session, visit));
        WF_TRY_VOID(work(session, place_of(visit, found), visit.request.part("reflection")));
        return found;
    }));
    return web::done(visit, studios::link_to(visit, here, "/terugblik#eigen"));
}

} // namespace

Result<http::Response> reflection_page(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit, house));
    return write_page(visit, loaded, {});
}

Result<http::Response> reflection_answer(web::Visit const& visit, people::House& house)
{
    WF_TRY(auto const loaded, load(visit, house));
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto filled = web::fill_in(ReflectionForm{}, sent);
    if (filled.faults.empty()) {
        auto const written = visit.store().write([&](store::Session& session) {
            return reflections::write(session, house.trail().person_keys(), place_of(visit, loaded.here),
                                      filled.form.words);
        });
        if (written) return web::done(visit, studios::link_to(visit, loaded.here, "/terugblik#eigen"));
        filled.faults.push_back(web::fault_of(written.error(), "woorden"));
    }
    return write_page(visit, loaded, filled);
}

Result<http::Response> share_answer(web::Visit const& visit, people::House&)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    bool const is_taken_back = web::given(sent, "doe") == "terug";
    return change(visit, is_taken_back ? reflections::take_back : reflections::share);
}

Result<http::Response> remove_answer(web::Visit const& visit, people::House&)
{
    return change(visit, reflections::remove);
}

} // namespace wf::studio_pages
