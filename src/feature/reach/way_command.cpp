// SPDX-License-Identifier: EUPL-1.2
// weefsel reach way: what /adres says of one way, as JSON.
#include "feature/reach/commands.hpp"

#include "base/json_writer.hpp"
#include "feature/reach/directions.hpp"
#include "feature/reach/way_between.hpp"

namespace wf::reach_pages {
namespace {

void write_times(JsonWriter& json, ThreeTimes const& seconds)
{
    json.key("seconds").begin_object();
    json.member("certain", seconds.certain).member("expected", seconds.expected).member("possible", seconds.possible);
    json.end_object();
}

void write_one(JsonWriter& json, reach::Network const& network, Way const& way)
{
    json.begin_object();
    write_times(json, way.seconds);
    if (way.route) {
        json.member("metres", way.route->metres).member("benches", way.rests.benches);
        json.member("metres_without_bench", way.rests.longest_metres).member("unknown", way.unknown.size());
        json.key("streets").begin_array();
        for (auto const& step : list_directions(network, *way.route))
            json.begin_object().member("street", step.street).member("metres", step.metres).end_object();
        json.end_array();
    }
    json.end_object();
}

} // namespace

Result<int> way_command(web::CommandInput const& input, Rules const& rules)
{
    auto const from = input.option("from");
    auto const to = input.option("to");
    if (!from || !to)
        return Error{Trouble::bad_input, "usage", from ? "--to" : "--from", "an address, a place or coordinates"};
    WF_TRY(auto const* const profile, find_profile(input, rules));
    Towns towns;
    WF_TRY(auto const ready,
           towns.get(*input.context.store, municipality_of(input), rules, options_of(*input.context.settings)));
    auto const& town = *ready->prepared;
    WF_TRY(auto const start, find_spot(town, *from, "--from"));
    WF_TRY(auto const end, find_spot(town, *to, "--to"));
    auto const way = find_way_between(*ready, *profile, start, end);
    JsonWriter json;
    json.begin_object().member("from", start.text).member("to", end.text).member("profile", profile->profile.id);
    json.key("there");
    write_one(json, town.network, way.there);
    json.key("back");
    write_one(json, town.network, way.back);
    json.end_object();
    input.out << std::move(json).finish() << '\n';
    return 0;
}

} // namespace wf::reach_pages
