// SPDX-License-Identifier: EUPL-1.2
// Keeping a what-if: the form under its answer, and what is done with it. The form says the question and a name; the answer is
// reckoned again here.
#include "base/date.hpp"
#include "commons/datasets/datasets.hpp"
#include "feature/reach/proposal.hpp"
#include "feature/reach/what_if_parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/web/form_body.hpp"
#include "platform/web/problem.hpp"
#include "platform/web/redirect.hpp"
#include "platform/web/same_origin.hpp"

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// More than a municipality can look at: somebody is playing, or nobody is looking.
constexpr std::int64_t most_waiting = 500;

/// The form as if the same were asked of the page of the what-if: then all its links lead there.
http::Request as_question(web::Visit const& visit, http::Pairs form)
{
    auto request = visit.request;
    request.method = http::Method::get;
    request.path = visit.link("/kansen/wat-als");
    request.body.clear();
    request.query = std::move(form);
    auto const given = [&](std::string_view name) { return request.parameter(name).value_or(""); };
    http::Request bare;
    auto const nowhere = visit.asking(bare);
    request.target = link_to(nowhere, "/kansen/wat-als",
                             {{"wat", given("wat")},
                              {"wie", given("wie")},
                              {"waar", given("waar")},
                              {"plek", given("plek")},
                              {"naar", given("naar")},
                              {"bank", given("bank")},
                              {"buurt", given("buurt")},
                              {"gemeente", given("gemeente")}});
    return request;
}

/// What the town does not know: where the map comes from, and how the spots were given.
void add_origin(store::Session& session, PreparedTown const& town, Posed const& posed, Proposal& proposal)
{
    if (auto const dataset = datasets::find(session, town.network_dataset)) {
        proposal.network_date = dataset->origin.period;
        proposal.attribution = dataset->origin.attribution;
    }
    proposal.at.given = posed.where();
    proposal.at.name = find_spot_name(town, posed.where());
    if (proposal.to) {
        proposal.to->given = posed.to;
        proposal.to->name = find_spot_name(town, posed.to);
    }
}

/// Its id: a new one, or that of the same proposal a moment ago. Error: reach.too_many_proposals.
Result<std::string> keep(store::Store& store, Proposal const& proposal)
{
    return store.write([&](store::Session& session) -> Result<std::string> {
        if (auto same = find_same_proposal(session, proposal)) return std::move(*same);
        if (count_proposals(session, ProposalReview::waiting) >= most_waiting)
            return Error{Trouble::refused, "reach.too_many_proposals", "naam",
                         "somebody of the municipality has to look first"};
        return add_proposal(session, proposal);
    });
}

} // namespace

void write_save_form(html::Html& page, web::Visit const& visit, Posed const& posed)
{
    auto const& t = visit.t;
    bool const wrong = posed.name_fault.has_value();
    page(tag::form, attr::cls("pane keepform noprint"), attr::id("bewaar"), attr::named("method", "post"),
         attr::named("action", visit.link("/voorstellen")), [&] {
             page(tag::h2, t("reach.proposal.keep"));
             page(tag::p, t("reach.proposal.keep.text"));
             write_hidden(page, "wat", to_word(posed.addition));
             write_hidden(page, "wie", posed.asked.profile->profile.id);
             write_hidden(page, "waar", posed.asked.category->id);
             write_hidden(page, "plek", posed.where());
             write_hidden(page, "naar", posed.to);
             write_hidden(page, "bank", posed.leg_limit == graph::LegLimit::hard ? "grens" : "tijd");
             write_hidden(page, "buurt", posed.neighbourhood);
             keep_municipality(page, visit);
             page(tag::div, attr::cls("field"), [&] {
                 page(tag::label, attr::named("for", "naam"), t("reach.proposal.name"));
                 page(tag::span, attr::cls("hint"), attr::id("naam-hint"), t("reach.proposal.name.hint"));
                 if (wrong)
                     page(tag::p, attr::cls("fault"), attr::id("naam-fout"), web::explain(t, *posed.name_fault).title);
                 page(tag::input, attr::cls("utrecht-textbox"), attr::id("naam"), attr::named("name", "naam"),
                      attr::named("type", "text"), attr::named("value", posed.name), attr::named("autocomplete", "off"),
                      attr::named("aria-describedby", wrong ? "naam-hint naam-fout" : "naam-hint"),
                      attr::when(wrong, attr::named("aria-invalid", "true")));
             });
             write_submit(page, t("reach.proposal.save"));
         });
}

Result<http::Response> proposal_answer(web::Visit const& visit, Desk& desk)
{
    WF_TRY_VOID(web::check_same_origin(visit.request));
    WF_TRY(auto form, web::read_form_body(visit.request, web::small_form_bytes));
    auto const request = as_question(visit, std::move(form));
    auto const asked = visit.asking(request);
    WF_TRY(auto posed, read_posed(asked, desk.rules));
    if (posed.where().empty())
        return Error{Trouble::bad_input, "reach.no_spot", "plek", "an address, a place's id or \"52.5557,5.9108\""};
    auto const refuse = [&](Error const& error) -> Result<http::Response> {
        if (request.format != http::Format::html) return error;
        posed.name_fault = error;
        return answer_posed(asked, desk, posed);
    };
    auto const name = check_proposal_name(posed.name);
    if (!name) return refuse(name.error());

    WF_TRY(auto const ready,
           desk.towns.get(visit.store(), municipality_of(asked), desk.rules, options_of(*visit.context.settings)));
    auto const answer = find_answer(asked, desk, *ready, posed);
    if (!answer) return request.format == http::Format::html ? answer_posed(asked, desk, posed) : answer.error();
    auto proposal = make_proposal(*ready, desk.rules, **answer);
    proposal.name = *name;
    proposal.code_version = visit.context.code_version;
    proposal.made_on = Date::from_days_since_epoch(now_millis() / 86'400'000).to_iso();
    visit.store().read([&](store::Session& session) { add_origin(session, *ready->prepared, posed, proposal); });
    auto const id = keep(visit.store(), proposal);
    if (!id) return refuse(id.error());

    return web::see_other(visit.link("/voorstel/" + *id));
}

} // namespace wf::reach_pages
