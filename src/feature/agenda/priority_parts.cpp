// SPDX-License-Identifier: EUPL-1.2
#include "feature/agenda/priority_parts.hpp"

#include "feature/agenda/parts.hpp"

#include <algorithm>
#include <numeric>

namespace wf::agenda_pages {

using namespace html;

namespace {

/// Most marks first; where marks are equal, as on the list.
std::vector<std::size_t> by_marks(ranking::OrderResult const& order)
{
    std::vector<std::size_t> all(order.places.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::stable_sort(all.begin(), all.end(),
                     [&](auto a, auto b) { return order.places[a].marks > order.places[b].marks; });
    return all;
}

std::string places_words(words::Words const& t, ranking::Place const& place)
{
    if (place.first == place.last) return std::string{t("priority.place", {{"place", std::to_string(place.first)}})};
    return std::string{
        t("priority.places", {{"first", std::to_string(place.first)}, {"last", std::to_string(place.last)}})};
}

} // namespace

web::Table<RoundSummary, RoundRow> make_view(Outcome const& outcome)
{
    web::Table<RoundSummary, RoundRow> view;
    auto const& round = outcome.round;
    view.summary = {round.title,
                    round.closed_on,
                    outcome.ballots,
                    round.marks,
                    static_cast<std::int64_t>(outcome.order.can_be_first()),
                    round.is_invented};
    for (auto const i : by_marks(outcome.order)) {
        auto const& place = outcome.order.places[i];
        view.rows.push_back({round.options[i].question_id, round.options[i].words, place.marks,
                             static_cast<std::int64_t>(place.first), static_cast<std::int64_t>(place.last)});
    }
    return view;
}

void write_outcome(Html& page, web::Visit const& visit, Outcome const& outcome)
{
    auto const& t = visit.t;
    auto const top = static_cast<std::int64_t>(outcome.order.can_be_first());
    auto const all = static_cast<std::int64_t>(outcome.round.options.size());
    page(tag::p, attr::cls("lead"), [&] {
        if (top == all) page.text(t("priority.sentence.none"));
        else page.text(t.count("priority.sentence", top));
    });
    page(tag::p, attr::cls("soft"),
         t.count("priority.who", outcome.ballots,
                 {{"most", std::to_string(outcome.round.marks)}, {"day", web::day_of(t, outcome.round.closed_on)}}));
    std::array const columns{web::Column{"", std::string{t("priority.column.question")}, web::Align::start, false},
                             web::Column{"", std::string{t("priority.column.marks")}, web::Align::number, false},
                             web::Column{"", std::string{t("priority.column.places")}, web::Align::start, false}};
    web::table(page, visit, t("priority.caption"), columns, "", [&] {
        for (auto const i : by_marks(outcome.order)) {
            auto const& place = outcome.order.places[i];
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::a,
                         attr::href(
                             in_public(visit, outcome.workspace, "/vraag/" + outcome.round.options[i].question_id)),
                         outcome.round.options[i].words);
                });
                page(tag::td, attr::cls("n"), std::to_string(place.marks));
                page(tag::td, places_words(t, place));
            });
        }
    });
    page(tag::details, [&] {
        page(tag::summary, t("priority.how"));
        page(tag::p, t("priority.how.text"));
    });
}

} // namespace wf::agenda_pages
