// SPDX-License-Identifier: EUPL-1.2
#include "base/ids.hpp"
#include "commons/datasets/datasets.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/proposal_views.hpp"
#include "feature/reach/proposal_words.hpp"
#include "platform/web/links.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr html::Element textarea{"textarea"};

struct Opened {
    Proposal proposal;
    Since since{Since::nothing};
    std::vector<std::pair<std::string, std::string>> figures; ///< datasets beside the map: id and title
};

std::vector<std::pair<std::string, std::string>> list_figures(store::Session& session, Proposal const& proposal)
{
    std::vector<std::pair<std::string, std::string>> figures;
    for (auto const& id : proposal.datasets) {
        if (id == proposal.network_dataset) continue;
        auto const dataset = datasets::find(session, id);
        figures.emplace_back(id, dataset ? dataset->origin.title : id);
    }
    return figures;
}

Result<Opened> open_proposal(web::Visit const& visit, Rules const& rules)
{
    auto const typed = visit.request.part("id");
    Error const unknown{Trouble::not_found, "reach.unknown_proposal", std::string{typed}, "there is no such proposal"};
    auto const id = Uuid::parse(typed);
    if (!id) return unknown;
    return visit.store().read([&](store::Session& session) -> Result<Opened> {
        auto proposal = find_proposal(session, id->to_string());
        if (!proposal) return unknown;
        if (proposal->review == ProposalReview::removed)
            return Error{Trouble::not_found, "reach.removed_proposal", std::string{typed}, "it was taken away"};
        auto const since = find_since(session, *proposal, rules);
        auto figures = list_figures(session, *proposal);
        return Opened{std::move(*proposal), since, std::move(figures)};
    });
}

/// As somebody pastes it in a letter. The path alone when the browser does not say which site this is.
std::string full_address(web::Visit const& visit)
{
    auto const path = web::path_in(visit, visit.language());
    auto const host = visit.request.header("host").value_or("");
    bool const plain = !host.empty() && std::all_of(host.begin(), host.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
    });
    if (!plain) return path;
    bool const secure = visit.request.header("x-forwarded-proto") == "https";
    return (secure ? "https://" : "http://") + std::string{host} + path;
}

/// "Nu" or "Dan": the bar and the people.
void write_moment(html::Html& page, words::Words const& t, std::string_view label, Three const& people, double all)
{
    page(tag::div, attr::cls("ba"), [&] {
        page(tag::span, label);
        write_bar(page, t, {people.certain / all, people.expected / all, people.possible / all});
        auto const low = t.number(people.certain);
        auto const high = t.number(people.possible);
        page(tag::span, attr::cls("num"), [&] { page(tag::b, low == high ? low : low + "–" + high); });
    });
}

void write_outcome(html::Html& page, web::Visit const& visit, Rules const& rules, Proposal const& proposal)
{
    auto const& t = visit.t;
    auto const& whole = proposal.whole;
    std::string const people{people_in_short(t, parse_group(proposal.group))};
    page(tag::div, attr::cls("card wa"), [&] {
        page(tag::h2, t("reach.proposal.outcome"));
        page(tag::div, attr::cls("stat"), [&] {
            page(tag::b, write_more(t, whole.more.expected));
            page(tag::span, t("reach.what_if.sentence", {{"people", people},
                                                         {"with", lower_first(write_whom(t, rules, proposal))},
                                                         {"minutes", std::to_string(proposal.minutes)},
                                                         {"place", write_place(t, rules, proposal)}}));
        });
        page(tag::p, attr::cls("sure"), [&] {
            if (whole.more.certain == whole.more.possible) page.text(t("reach.what_if.exact"));
            else
                page.text(t("reach.what_if.between", {{"least", write_more(t, whole.more.certain)},
                                                      {"most", write_more(t, whole.more.possible)}}));
        });
        page(tag::h3,
             t("reach.what_if.whole", {{"place", whole.name}, {"n", t.number(whole.people)}, {"people", people}}));
        if (whole.people > 0) {
            write_moment(page, t, t("reach.what_if.now"), whole.before, whole.people);
            write_moment(page, t, t("reach.what_if.then"), whole.after, whole.people);
            write_bar_key(page, t);
        }
        web::message(
            page, web::Message::warn, t("reach.what_if.no_plan"),
            [&] { page(tag::p, t("reach.what_if.no_plan.text")); }, web::Level::h3);
    });
}

void write_gains(html::Html& page, web::Visit const& visit, Proposal const& proposal)
{
    auto const& t = visit.t;
    page(tag::h2, t("reach.what_if.who"));
    if (proposal.gains.empty()) {
        page(tag::p, t("reach.proposal.nobody"));
        return;
    }
    std::array const columns{web::Column{"", std::string{t("reach.column.area")}, web::Align::start, false},
                             web::Column{"", std::string{t("reach.what_if.now")}, web::Align::number, true},
                             web::Column{"", std::string{t("reach.what_if.then")}, web::Align::number, true},
                             web::Column{"", std::string{t("reach.what_if.more")}, web::Align::number, false}};
    web::table(page, visit, t("reach.what_if.who.caption"), columns, "", [&] {
        for (auto const& area : proposal.gains) {
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"),
                     [&] { page(tag::a, attr::href(visit.link("/buurt/" + area.code)), area.name); });
                page(tag::td, attr::cls("n wide"), t.number(area.before.expected));
                page(tag::td, attr::cls("n wide"), t.number(area.after.expected));
                page(tag::td, attr::cls("n"), [&] {
                    page(tag::b, write_more(t, area.more.expected));
                    if (area.more.certain != area.more.possible)
                        page(tag::span, attr::cls("within"), write_more_range(t, area.more));
                });
            });
        }
    });
}

/// When, with which map, and whether that is still the map of today.
void write_reckoned(html::Html& page, web::Visit const& visit, Opened const& opened)
{
    auto const& t = visit.t;
    auto const& proposal = opened.proposal;
    page(tag::h2, t("reach.proposal.reckoned"));
    page(tag::p, t("reach.proposal.reckoned.text",
                   {{"day", write_day(t, proposal.made_on)}, {"map", write_day(t, proposal.network_date)}}));
    if (opened.since == Since::nothing) page(tag::p, t("reach.proposal.since.nothing"));
    else {
        std::string const key = "reach.proposal.since." + std::string{to_word(opened.since)};
        web::message(
            page, web::Message::info, t(key), [&] { page(tag::p, t("reach.proposal.since.do")); }, web::Level::h3);
    }
    page(tag::p, attr::cls("row"), [&] {
        web::link_button(page, what_if_address(visit, proposal), t("reach.proposal.again"));
        web::link_button(page, list_address(visit, proposal, true), t("reach.proposal.compare_this"));
    });
}

void write_sources(html::Html& page, web::Visit const& visit, Rules const& rules, Opened const& opened)
{
    auto const& t = visit.t;
    auto const& proposal = opened.proposal;
    auto const* walker = rules.profiles.find(proposal.profile);
    web::why(page, visit, [&](web::FactWriter& facts) {
        facts.add(t("reach.why.question"), t("reach.why.question.text"));
        facts.add(t("reach.why.people"), explain_group(t, parse_group(proposal.group)));
        facts.add(t("reach.why.streets"),
                  t("reach.why.streets.text",
                    {{"attribution", proposal.attribution}, {"date", write_day(t, proposal.network_date)}}),
                  visit.link("/dataset/" + proposal.network_dataset));
        for (auto const& [id, title] : opened.figures)
            facts.add(t("reach.proposal.figures"), title, visit.link("/dataset/" + id));
        if (walker != nullptr)
            facts.add(t("reach.why.walker"),
                      t("reach.why.walker.text", {{"profile", std::string{name_of(*walker, t.language())}}}),
                      visit.link("/loper/" + proposal.profile));
        facts.add(t("reach.why.margin"), t("reach.why.margin.text"));
        facts.add(t("reach.why.left_out"), t("reach.why.left_out.text"));
        for (auto const& fact : list_settings(visit, proposal.settings))
            facts.add(fact.term, fact.description, fact.url);
        facts.add(t("reach.proposal.version"), t("reach.proposal.version.text", {{"method", proposal.method_version},
                                                                                 {"code", proposal.code_version}}));
        facts.add(t("reach.proposal.day"), t("reach.proposal.day.text", {{"day", write_day(t, proposal.made_on)}}));
    });
}

void write_share(html::Html& page, web::Visit const& visit)
{
    auto const& t = visit.t;
    page(tag::section, attr::cls("noprint"), [&] {
        page(tag::h2, t("reach.proposal.share"));
        page(tag::div, attr::cls("field keepfield"), [&] {
            page(tag::label, attr::named("for", "adres"), t("reach.proposal.address"));
            page(tag::span, attr::cls("hint"), attr::id("adres-hint"), t("reach.proposal.address.hint"));
            page(textarea, attr::cls("utrecht-textarea"), attr::id("adres"), attr::named("rows", "2"),
                 attr::bare("readonly"), attr::named("aria-describedby", "adres-hint"), full_address(visit));
        });
    });
}

void write_page(html::Html& page, web::Visit const& visit, Rules const& rules, Opened const& opened)
{
    auto const& t = visit.t;
    auto const& proposal = opened.proposal;
    bool const waits = proposal.review == ProposalReview::waiting;
    page(tag::p, attr::cls("row keeptags"), [&] {
        web::tag_label(page, "run", t("reach.proposal.tag"));
        web::tag_label(page, "made", t("reach.what_if.sum"));
        if (waits) web::tag_label(page, "", t("reach.proposal.waits"));
    });
    page(tag::h1, proposal.name);
    page(tag::p, attr::cls("lead"), write_question(t, rules, proposal));
    if (waits)
        web::message(page, web::Message::ok, t("reach.proposal.waiting"),
                     [&] { page(tag::p, t("reach.proposal.waiting.text")); });
    page(tag::section, attr::cls("cols cols--even keepcols"), [&] {
        write_outcome(page, visit, rules, proposal);
        page(tag::div, [&] {
            write_gains(page, visit, proposal);
            write_reckoned(page, visit, opened);
        });
    });
    write_sources(page, visit, rules, opened);
    write_share(page, visit);
    write_ask_link(page, visit, "/voorstel/" + proposal.id, proposal.name);
    page(tag::p, attr::cls("small soft note"), [&] {
        page(tag::a, attr::href(visit.link("/dataset/" + proposal.network_dataset)), proposal.attribution);
        page.text(t("reach.state_of", {{"date", write_day(t, proposal.network_date)}}));
    });
}

} // namespace

Result<http::Response> proposal_page(web::Visit const& visit, Desk& desk)
{
    auto const& t = visit.t;
    WF_TRY(auto const opened, open_proposal(visit, desk.rules));
    auto const& proposal = opened.proposal;
    web::Frame frame;
    frame.title = proposal.name;
    frame.section = "gaps";
    frame.crumbs = {{std::string{t("reach.gap.title")}, link_to(visit, "/kansen", {})},
                    {std::string{t("reach.proposal.list")}, list_address(visit, proposal, false)},
                    {proposal.name, ""}};
    frame.formats = other_formats(visit, "/voorstel/" + proposal.id);
    auto response = web::answer_fresh(
        visit, [&] { return make_proposal_view(proposal, opened.since); },
        [&]() -> Result<http::Response> {
            return web::page(visit, frame, [&](html::Html& page) { write_page(page, visit, desk.rules, opened); });
        });
    // Who has the address may open what waits; no search engine hands it out.
    if (response && proposal.review == ProposalReview::waiting)
        response->headers.emplace_back("X-Robots-Tag", "noindex");
    return response;
}

} // namespace wf::reach_pages
