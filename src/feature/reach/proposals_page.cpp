// SPDX-License-Identifier: EUPL-1.2
// What people kept: the newest day first, and two to four of them side by side. There is no winner.
#include "base/ids.hpp"
#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/phrases.hpp"
#include "feature/reach/proposal_views.hpp"
#include "feature/reach/proposal_words.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <tuple>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr std::size_t most_compared = 4;

struct Lists {
    std::vector<Proposal> rows;   ///< shown ones, and chosen ones that wait
    std::vector<Proposal> chosen; ///< with their neighbourhoods, in the same order
    bool too_many{false};
    bool gone{false}; ///< one that was asked for is not there
    [[nodiscard]] bool is_chosen(Proposal const& proposal) const
    {
        return std::any_of(chosen.begin(), chosen.end(), [&](Proposal const& one) { return one.id == proposal.id; });
    }
};

bool is_before(Proposal const& a, Proposal const& b)
{
    return std::tie(b.made_on, a.id) < std::tie(a.made_on, b.id);
}

std::vector<std::string> read_choice(web::Visit const& visit, Lists& lists)
{
    std::vector<std::string> ids;
    for (auto const& [name, value] : visit.request.query) {
        if (name != "vergelijk" || value.empty()) continue;
        auto const id = Uuid::parse(value);
        if (!id) lists.gone = true;
        else if (auto text = id->to_string(); std::find(ids.begin(), ids.end(), text) == ids.end())
            ids.push_back(std::move(text));
    }
    lists.too_many = ids.size() > most_compared;
    if (lists.too_many) ids.resize(most_compared);
    return ids;
}

Lists load_lists(web::Visit const& visit)
{
    Lists lists;
    auto const ids = read_choice(visit, lists);
    auto const municipality = municipality_of(visit);
    visit.store().read([&](store::Session& session) {
        lists.rows = load_proposals(session, municipality, ProposalReview::shown);
        for (auto const& id : ids) {
            auto proposal = find_proposal(session, id);
            if (!proposal || proposal->review == ProposalReview::removed || proposal->municipality != municipality) {
                lists.gone = true;
                continue;
            }
            if (proposal->review == ProposalReview::waiting) lists.rows.push_back(*proposal);
            lists.chosen.push_back(std::move(*proposal));
        }
    });
    std::sort(lists.rows.begin(), lists.rows.end(), is_before);
    std::sort(lists.chosen.begin(), lists.chosen.end(), is_before);
    return lists;
}

void write_more_cell(html::Html& page, words::Words const& t, Three const& more)
{
    page(tag::b, write_more(t, more.expected));
    if (more.certain != more.possible) page(tag::span, attr::cls("within"), write_more_range(t, more));
}

void write_row(html::Html& page, web::Visit const& visit, Rules const& rules, Proposal const& proposal, bool chosen)
{
    auto const& t = visit.t;
    auto const id = "kies-" + proposal.id;
    page(tag::tr, [&] {
        page(tag::td, attr::cls("pickcell"), [&] {
            page(tag::input, attr::cls("box"), attr::id(id), attr::named("type", "checkbox"),
                 attr::named("name", "vergelijk"), attr::named("value", proposal.id),
                 attr::when(chosen, attr::bare("checked")));
            page(tag::label, attr::cls("vh"), attr::named("for", id),
                 t("reach.proposal.pick_of", {{"name", proposal.name}}));
        });
        page(tag::th, attr::scope("row"), [&] {
            page(tag::a, attr::href(visit.link("/voorstel/" + proposal.id)), proposal.name);
            if (proposal.review == ProposalReview::waiting)
                page(tag::span, attr::cls("within"), t("reach.proposal.waits"));
            page(tag::span, attr::cls("within phone-only"),
                 t("reach.proposal.what_where", {{"what", write_what(t, rules, proposal)},
                                                 {"where", write_where(t, proposal)},
                                                 {"whom", write_whom(t, rules, proposal)},
                                                 {"aim", write_aim(t, rules, proposal)}}));
        });
        page(tag::td, attr::cls("wide"), [&] {
            page.text(write_what(t, rules, proposal));
            page(tag::span, attr::cls("within"), write_whom(t, rules, proposal) + ", " + write_aim(t, rules, proposal));
        });
        page(tag::td, attr::cls("wide"), write_where(t, proposal));
        page(tag::td, attr::cls("n"), [&] {
            write_more_cell(page, t, proposal.whole.more);
            page(tag::span, attr::cls("within"), people_in_short(t, parse_group(proposal.group)));
        });
        page(tag::td, attr::cls("wide"), write_day(t, proposal.made_on));
    });
}

void write_list(html::Html& page, web::Visit const& visit, Rules const& rules, Lists const& lists)
{
    auto const& t = visit.t;
    auto const column = [&](std::string_view key, web::Align align, bool narrow_hidden) {
        return web::Column{"", std::string{t(key)}, align, narrow_hidden};
    };
    std::array const columns{column("reach.proposal.column.pick", web::Align::start, false),
                             column("reach.proposal.column.name", web::Align::start, false),
                             column("reach.proposal.column.what", web::Align::start, true),
                             column("reach.proposal.column.where", web::Align::start, true),
                             column("reach.proposal.column.more", web::Align::number, false),
                             column("reach.proposal.column.day", web::Align::start, true)};
    page(tag::h2, t("reach.proposal.all"));
    page(tag::p, t("reach.proposal.order"));
    page(tag::form, attr::cls("keeplist"), attr::named("method", "get"),
         attr::named("action", visit.link("/voorstellen")), [&] {
             web::table(page, visit, t("reach.proposal.caption"), columns, "", [&] {
                 for (auto const& proposal : lists.rows)
                     write_row(page, visit, rules, proposal, lists.is_chosen(proposal));
             });
             keep_municipality(page, visit);
             page(tag::p, attr::cls("row noprint"), [&] {
                 page(tag::button, attr::cls("utrecht-button utrecht-button--primary-action"),
                      attr::named("type", "submit"), t("reach.proposal.compare"));
                 page(tag::span, attr::cls("soft"), t("reach.proposal.compare.help"));
             });
         });
}

/// Numbers of two questions, or of two maps, do not stand beside each other without a word.
void write_differences(html::Html& page, words::Words const& t, std::vector<Proposal> const& chosen)
{
    auto const& first = chosen.front();
    auto const question = [](Proposal const& one) {
        return std::tie(one.profile, one.category, one.legs, one.minutes);
    };
    auto const basis = [](Proposal const& one) {
        return std::tie(one.network_dataset, one.datasets, one.method_version);
    };
    if (std::any_of(chosen.begin(), chosen.end(),
                    [&](Proposal const& one) { return question(one) != question(first); }))
        web::message(
            page, web::Message::warn, t("reach.proposal.other_question"),
            [&] { page(tag::p, t("reach.proposal.other_question.text")); }, web::Level::h3);
    if (std::any_of(chosen.begin(), chosen.end(), [&](Proposal const& one) { return basis(one) != basis(first); }))
        web::message(
            page, web::Message::info, t("reach.proposal.other_basis"),
            [&] { page(tag::p, t("reach.proposal.other_basis.text")); }, web::Level::h3);
}

/// Neighbourhoods where one of them brings somebody something, by name.
std::vector<std::pair<std::string, std::string>> list_areas(std::vector<Proposal> const& chosen)
{
    std::map<std::pair<std::string, std::string>, std::string> by_name; // sort key and code -> name
    for (auto const& proposal : chosen) {
        for (auto const& area : proposal.gains) by_name[{sort_key(area.name), area.code}] = area.name;
    }
    std::vector<std::pair<std::string, std::string>> areas;
    for (auto const& [key, name] : by_name) areas.emplace_back(key.second, name);
    return areas;
}

void write_side_by_side(html::Html& page, web::Visit const& visit, Rules const& rules,
                        std::vector<Proposal> const& chosen)
{
    auto const& t = visit.t;
    std::vector<web::Column> columns{{"", std::string{t("reach.proposal.column.name")}, web::Align::start, false}};
    for (auto const& proposal : chosen) columns.push_back({"", proposal.name, web::Align::start, false});
    auto const row = [&](std::string_view label, std::function<void(Proposal const&)> const& cell) {
        page(tag::tr, [&] {
            page(tag::th, attr::scope("row"), label);
            for (auto const& proposal : chosen) page(tag::td, [&] { cell(proposal); });
        });
    };
    auto const say = [&](std::string_view key, std::function<std::string(Proposal const&)> const& words) {
        row(t(key), [&](Proposal const& proposal) { page.text(words(proposal)); });
    };
    auto const in_time = [&](std::string_view key, Three ProposalArea::*moment) {
        say(key, [&, moment](Proposal const& proposal) {
            auto const& three = proposal.whole.*moment;
            auto const low = t.number(three.certain);
            auto const high = t.number(three.possible);
            auto const range = low == high ? low : low + "–" + high;
            return t("reach.proposal.of_people",
                     {{"n", range},
                      {"all", t.number(proposal.whole.people)},
                      {"people", std::string{people_in_short(t, parse_group(proposal.group))}}});
        });
    };
    page(tag::div, attr::cls("sidebyside wrapheads"), [&] {
        web::table(page, visit, t("reach.proposal.compare.caption"), columns, "", [&] {
            say("reach.proposal.column.what", [&](Proposal const& one) { return write_what(t, rules, one); });
            say("reach.proposal.column.where", [&](Proposal const& one) { return write_where(t, one); });
            say("reach.proposal.column.whom", [&](Proposal const& one) { return write_whom(t, rules, one); });
            say("reach.proposal.column.aim", [&](Proposal const& one) { return write_aim(t, rules, one); });
            say("reach.form.legs", [&](Proposal const& one) {
                return std::string{
                    t(one.legs == graph::LegLimit::hard ? "reach.form.legs.hard" : "reach.form.legs.soft")};
            });
            row(t("reach.proposal.column.more"),
                [&](Proposal const& one) { write_more_cell(page, t, one.whole.more); });
            in_time("reach.proposal.column.now", &ProposalArea::before);
            in_time("reach.proposal.column.then", &ProposalArea::after);
            for (auto const& [code, name] : list_areas(chosen)) {
                row(t("reach.proposal.more_in", {{"area", name}}), [&](Proposal const& one) {
                    auto const found = std::find_if(one.gains.begin(), one.gains.end(),
                                                    [&](ProposalArea const& area) { return area.code == code; });
                    bool const nobody = found == one.gains.end() || found->more == Three{};
                    if (nobody) page.text(t("reach.proposal.nobody_here"));
                    else write_more_cell(page, t, found->more);
                });
            }
            say("reach.proposal.column.day", [&](Proposal const& one) { return write_day(t, one.made_on); });
            say("reach.proposal.column.map", [&](Proposal const& one) { return write_day(t, one.network_date); });
            row(t("reach.proposal.column.open"), [&](Proposal const& one) {
                page(tag::a, attr::href(visit.link("/voorstel/" + one.id)), [&] {
                    page.text(t("reach.proposal.open"));
                    page(tag::span, attr::cls("vh"), ": " + one.name);
                });
            });
        });
    });
}

void write_comparison(html::Html& page, web::Visit const& visit, Rules const& rules, Lists const& lists)
{
    auto const& t = visit.t;
    if (lists.gone)
        web::message(page, web::Message::info, t("reach.proposal.gone"),
                     [&] { page(tag::p, t("reach.proposal.gone.text")); });
    if (lists.too_many)
        web::message(page, web::Message::info, t("reach.proposal.too_many"),
                     [&] { page(tag::p, t("reach.proposal.too_many.text")); });
    if (lists.chosen.size() == 1)
        web::message(page, web::Message::info, t("reach.proposal.one_more"), [&] {
            page(tag::p, t("reach.proposal.one_more.text", {{"name", lists.chosen.front().name}}));
        });
    if (lists.chosen.size() < 2) return;
    page(tag::h2, t("reach.proposal.beside"));
    page(tag::p, t("reach.proposal.beside.text"));
    write_differences(page, t, lists.chosen);
    write_side_by_side(page, visit, rules, lists.chosen);
}

/// Each map that the list was reckoned with, named once, as its licence asks.
void write_attribution(html::Html& page, web::Visit const& visit, Lists const& lists)
{
    std::map<std::string, Proposal const*> maps;
    for (auto const& proposal : lists.rows) maps.emplace(proposal.network_dataset, &proposal);
    for (auto const& [dataset, proposal] : maps) {
        page(tag::p, attr::cls("small soft note"), [&] {
            page(tag::a, attr::href(visit.link("/dataset/" + dataset)), proposal->attribution);
            page.text(visit.t("reach.state_of", {{"date", write_day(visit.t, proposal->network_date)}}));
        });
    }
}

} // namespace

Result<http::Response> proposals_page(web::Visit const& visit, Desk& desk)
{
    auto const& t = visit.t;
    auto const lists = load_lists(visit);
    web::Frame frame;
    frame.title = t("reach.proposal.list");
    frame.section = "gaps";
    frame.crumbs = {{std::string{t("reach.gap.title")}, link_to(visit, "/kansen", {})}, {frame.title, ""}};
    frame.formats = other_formats(visit, "/voorstellen");

    auto const make_view = [&] {
        web::Table<ProposalsSummary, ProposalRow> view;
        view.summary.municipality = municipality_of(visit);
        for (auto const& proposal : lists.chosen.empty() ? lists.rows : lists.chosen)
            view.rows.push_back(make_proposal_row(proposal));
        return view;
    };
    // A review changes it without a publication.
    return web::answer_fresh(visit, make_view, [&]() -> Result<http::Response> {
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, t("reach.proposal.list"));
            page(tag::p, attr::cls("lead"), t("reach.proposal.list.lead"));
            write_comparison(page, visit, desk.rules, lists);
            if (lists.rows.empty())
                web::empty(page, t("reach.proposal.none"), [&] { page(tag::p, t("reach.proposal.none.text")); });
            else write_list(page, visit, desk.rules, lists);
            page(tag::p, attr::cls("row noprint"),
                 [&] { web::link_button(page, link_to(visit, "/kansen/wat-als", {}), t("reach.proposal.make")); });
            write_attribution(page, visit, lists);
        });
    });
}

} // namespace wf::reach_pages
