// SPDX-License-Identifier: EUPL-1.2
// From one's own door. An address is sent in the body of the request, never in the address of a page: so it stays out of histories,
// logs and links. Nothing of it is kept.
#include "feature/reach/address_parts.hpp"
#include "feature/reach/address_views.hpp"
#include "feature/reach/place_words.hpp"
#include "platform/web/form_body.hpp"
#include "platform/web/problem.hpp"

#include <algorithm>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// A place without a name is called after its kind.
Result<Spot> find_named_spot(words::Words const& t, Rules const& rules, PreparedTown const& town,
                             std::string_view typed, std::string_view field)
{
    WF_TRY(auto spot, find_spot(town, typed, field));
    if (spot.place == nullptr) return spot;
    if (auto const* kind = rules.categories.find(spot.place->category))
        spot.name = write_place_name(t, spot.place->name, *kind);
    return spot;
}

Result<AddressAnswer> find_answer(web::Visit const& visit, Desk& desk, ReadyTown const& ready, Picture const& picture,
                                  AddressAsked const& asked)
{
    auto const& town = *ready.prepared;
    AddressAnswer answer;
    if (asked.from.empty()) return Error{Trouble::bad_input, "reach.no_address", "van", "type a street with a number"};
    WF_TRY(answer.from, find_named_spot(visit.t, desk.rules, town, asked.from, "van"));
    if (!asked.to.empty()) {
        WF_TRY(auto to, find_named_spot(visit.t, desk.rules, town, asked.to, "naar"));
        answer.way = find_way_between(ready, *asked.profile, answer.from, to);
        answer.to = std::move(to);
    } else if (!answer.from.home) {
        return Error{Trouble::bad_input, "reach.only_a_way", "naar", "from a place, say where to"};
    }
    if (answer.from.home) {
        WF_TRY(answer.near,
               load_home(visit.store(), picture, town, desk.rules, asked.profile->profile.id, *answer.from.home));
    }
    return answer;
}

std::optional<double> minutes_of(std::optional<std::uint32_t> const& seconds)
{
    if (!seconds) return std::nullopt;
    return *seconds / 60.0;
}

web::Table<AddressSummary, NearRow> make_view(Picture const& picture, AddressAsked const& asked,
                                              AddressAnswer const& answer)
{
    web::Table<AddressSummary, NearRow> view;
    auto& summary = view.summary;
    summary.from = answer.from.text;
    summary.profile = asked.profile->profile.id;
    summary.network_date = picture.network_date;
    summary.attribution = picture.attribution;
    summary.run = picture.run.id;
    if (answer.way) {
        auto const& there = answer.way->there;
        summary.to = answer.to->text;
        summary.certain_minutes = minutes_of(there.seconds.certain);
        summary.expected_minutes = minutes_of(there.seconds.expected);
        summary.possible_minutes = minutes_of(there.seconds.possible);
        summary.back_expected_minutes = minutes_of(answer.way->back.seconds.expected);
        if (there.route) {
            summary.metres = there.route->metres;
            summary.benches = static_cast<int>(there.rests.benches);
            summary.metres_without_bench = there.rests.longest_metres;
        }
    }
    for (auto const& kind : answer.near) {
        NearRow row;
        row.category = kind.category->id;
        if (kind.nearest != nullptr) {
            row.place = kind.nearest->id;
            row.name = kind.nearest->name;
        }
        row.metres = kind.metres;
        row.certain_minutes = minutes_of(kind.seconds.certain);
        row.expected_minutes = minutes_of(kind.seconds.expected);
        row.possible_minutes = minutes_of(kind.seconds.possible);
        row.within_5 = kind.count[0];
        row.within_10 = kind.count[1];
        row.within_15 = kind.count[2];
        view.rows.push_back(std::move(row));
    }
    return view;
}

web::Frame make_frame(web::Visit const& visit)
{
    web::Frame frame;
    frame.title = visit.t("reach.door.title");
    frame.section = "home";
    frame.crumbs = {{std::string{visit.t("reach.crumb.home")}, visit.link("/")}, {frame.title, ""}};
    frame.cache = http::Cache::never;
    frame.has_map = true;
    return frame;
}

void write_head(html::Html& page, web::Visit const& visit)
{
    page(tag::h1, visit.t("reach.door.title"));
    page(tag::p, attr::cls("lead"), visit.t("reach.door.lead"));
}

http::Response write_faulty(web::Visit const& visit, Desk const& desk, PreparedTown const& town,
                            AddressAsked const& asked)
{
    auto const& fault = *asked.fault;
    auto const problem = web::explain(visit.t, fault);
    auto frame = make_frame(visit);
    frame.status = http_status(fault.kind);
    return web::page(visit, frame, [&](html::Html& page) {
        write_head(page, visit);
        web::message(page, fault.kind == Trouble::refused ? web::Message::refuse : web::Message::error, problem.title,
                     [&] {
                         page(tag::p, problem.remedy);
                         auto const& typed = fault.field == "naar" ? asked.to : asked.from;
                         if (fault.code == "reach.unknown_spot" || fault.code == "reach.several_spots")
                             write_meant(page, visit, asked, suggest_spots(town, typed));
                     });
        write_address_form(page, visit, desk.rules, asked, problem.title);
    });
}

} // namespace

Result<http::Response> address_page(web::Visit const& visit, Desk& desk)
{
    AddressAsked asked;
    WF_TRY(asked.profile, find_walker(desk.rules, visit.request.parameter("wie").value_or("")));
    // Where a place's page sends a visitor from: the id of a place says nothing about who asks.
    asked.to = visit.request.parameter("naar").value_or("");
    if (!asked.to.empty()) {
        WF_TRY(auto const town, desk.towns.prepare(visit.store(), municipality_of(visit), desk.rules));
        if (auto const spot = find_spot(*town, asked.to, "naar")) asked.to = spot->text;
    }
    return web::page(visit, make_frame(visit), [&](html::Html& page) {
        write_head(page, visit);
        write_address_form(page, visit, desk.rules, asked, {});
    });
}

Result<http::Response> address_answer(web::Visit const& visit, Desk& desk)
{
    WF_TRY(auto const form, web::read_form_body(visit.request, web::small_form_bytes));
    AddressAsked asked;
    WF_TRY(asked.profile, find_walker(desk.rules, web::given(form, "wie")));
    asked.from = web::given(form, "van");
    asked.to = web::given(form, "naar");
    auto const municipality = municipality_of(visit);
    auto const picture = desk.pictures.get(visit.store(), municipality);
    if (picture == nullptr) return nothing_yet(visit, make_frame(visit));
    WF_TRY(auto const ready,
           desk.towns.get(visit.store(), municipality, desk.rules, options_of(*visit.context.settings)));
    auto const answer = find_answer(visit, desk, *ready, *picture, asked);
    bool const is_page = visit.request.format == http::Format::html;
    if (!answer) {
        if (!is_page) return answer.error();
        asked.fault = answer.error();
        return write_faulty(visit, desk, *ready->prepared, asked);
    }
    asked.from = answer->from.text;
    // The id of a place without a name says nothing to who reads it.
    if (answer->to) asked.to = answer->to->text.starts_with("osm-") ? std::string{} : answer->to->text;
    return web::answer_fresh(
        visit, [&] { return make_view(*picture, asked, *answer); },
        [&]() -> Result<http::Response> {
            return web::page(visit, make_frame(visit), [&](html::Html& page) {
                write_head(page, visit);
                write_address_form(page, visit, desk.rules, asked, {});
                if (answer->way) write_way(page, visit, *ready->prepared, asked, *answer);
                write_near(page, visit, *ready->prepared, asked, *answer);
                write_why(page, visit, *picture, *asked.profile);
            });
        });
}

} // namespace wf::reach_pages
