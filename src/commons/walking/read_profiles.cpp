// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"
#include "commons/walking/fields.hpp"
#include "commons/walking/version.hpp"
#include "commons/walking/walking.hpp"

#include <algorithm>
#include <array>

namespace wf::walking {
namespace {

using reach::Going;
using reach::Obstacle;

constexpr double most_seconds = 3600;
constexpr double most_factor = 20;
constexpr std::string_view wall = "forbidden";

/// Each of these has a reason in `assumptions`.
constexpr std::array<std::string_view, 15> explained{"speed_mean",
                                                     "speed_sd",
                                                     "kerb",
                                                     "steps",
                                                     "surface",
                                                     "smoothness",
                                                     "stile",
                                                     "slope_percent",
                                                     "slope_above",
                                                     "slope_down_factor",
                                                     "width_cm",
                                                     "narrow",
                                                     "road_without_sidewalk",
                                                     "longest_leg_m",
                                                     "rest_seconds"};
constexpr std::array<std::string_view, 4> groups{"all", "65+", "80+", "0-14"};

bool is_wall(Field const& field)
{
    auto const* const said = field.value().text();
    if (said != nullptr && *said != wall) field.fault("walking.unknown_word", "write a number, or \"forbidden\"");
    return said != nullptr;
}
Obstacle read_obstacle(Field const& field)
{
    return is_wall(field) ? Obstacle{true, 0} : Obstacle{false, field.number(0, most_seconds)};
}
Going read_going(Field const& field)
{
    return is_wall(field) ? Going{true, 1} : Going{false, field.number(1, most_factor)};
}

/// Entry `first` of the list is the first that a file names: those before it are "none" and "unknown".
template <class Cost, std::size_t N, class Read>
void read_levels(Field const& field, std::array<Cost, N>& costs, std::initializer_list<std::string_view> names,
                 Read read)
{
    field.allow(names);
    std::size_t place = N - names.size();
    for (auto const name : names) costs[place++] = read(field[name]);
}

reach::Profile read_walker(Field const& field)
{
    reach::Profile p;
    p.id = field["id"].id();
    p.speed_mean = field["speed_mean"].number(0.1, 3);
    p.speed_sd = field["speed_sd"].number(0.01, 1);
    read_levels(field["kerb"], p.kerb, {"flush", "lowered", "rolled", "raised"}, read_obstacle);
    p.steps = read_obstacle(field["steps"]);
    read_levels(field["surface"], p.surface, {"smooth", "paving", "rough", "compacted", "loose"}, read_going);
    read_levels(field["smoothness"], p.smoothness, {"good", "intermediate", "bad", "impassable"}, read_going);
    p.stile = read_obstacle(field["stile"]);
    p.slope_percent = field["slope_percent"].number(1, 50);
    p.slope_above = read_going(field["slope_above"]);
    p.slope_down_factor = field["slope_down_factor"].number(1, most_factor);
    p.width_cm = field["width_cm"].number(30, 200);
    p.narrow = read_going(field["narrow"]);
    p.road_without_sidewalk = read_going(field["road_without_sidewalk"]);
    if (auto const leg = field["longest_leg_m"]; !leg.value().is_null()) p.longest_leg_m = leg.number(20, 2000);
    p.rest_seconds = field["rest_seconds"].number(0, most_seconds);
    return p;
}

std::vector<Assumption> read_assumptions(Field const& field)
{
    std::vector<Assumption> list;
    for (auto const& [name, one] : field.members()) {
        if (std::find(explained.begin(), explained.end(), name) == explained.end())
            one.fault("walking.unknown_word", "a profile has no such number");
        one.allow({"nl", "en", "source"});
        Assumption assumption{name, one["nl"].text(), one["en"].text(), {}, true};
        assumption.source = one.text_or_empty("source");
        assumption.assumed = assumption.source.empty();
        list.push_back(std::move(assumption));
    }
    for (auto const name : explained) {
        static_cast<void>(field[name]); // a fault when it is missing
    }
    return list;
}

std::string read_people(Field const& field)
{
    auto said = field.text();
    if (std::find(groups.begin(), groups.end(), said) == groups.end())
        field.fault("walking.unknown_word", "write one of: all, 65+, 80+, 0-14");
    return said;
}

WalkerProfile read_profile(Field const& field)
{
    field.allow({"id",
                 "name_nl",
                 "name_en",
                 "with_nl",
                 "with_en",
                 "icon",
                 "people",
                 "speed_mean",
                 "speed_sd",
                 "kerb",
                 "steps",
                 "surface",
                 "smoothness",
                 "stile",
                 "slope_percent",
                 "slope_above",
                 "slope_down_factor",
                 "width_cm",
                 "narrow",
                 "road_without_sidewalk",
                 "longest_leg_m",
                 "rest_seconds",
                 "assumptions"});
    WalkerProfile walker;
    walker.profile = read_walker(field);
    walker.name_nl = field["name_nl"].text();
    walker.name_en = field["name_en"].text();
    walker.with_nl = field["with_nl"].text();
    walker.with_en = field["with_en"].text();
    walker.icon = field["icon"].id();
    walker.people = read_people(field["people"]);
    walker.assumptions = read_assumptions(field["assumptions"]);
    return walker;
}

void write(JsonWriter& json, Obstacle const& obstacle)
{
    obstacle.forbidden ? json.value(wall) : json.value(obstacle.seconds);
}
void write(JsonWriter& json, Going const& going)
{
    going.forbidden ? json.value(wall) : json.value(going.factor);
}

/// All that is calculated with, and the words that a page says.
std::string canonical(std::vector<WalkerProfile> const& walkers)
{
    JsonWriter json;
    json.begin_array();
    for (auto const& one : walkers) {
        auto const& p = one.profile;
        json.begin_array().value(p.id).value(one.name_nl).value(one.name_en).value(one.with_nl).value(one.with_en);
        json.value(one.icon).value(one.people).value(p.speed_mean).value(p.speed_sd);
        for (auto const& kerb : p.kerb) write(json, kerb);
        write(json, p.steps);
        for (auto const& surface : p.surface) write(json, surface);
        for (auto const& smoothness : p.smoothness) write(json, smoothness);
        write(json, p.stile);
        json.value(p.slope_percent);
        write(json, p.slope_above);
        json.value(p.slope_down_factor).value(p.width_cm);
        write(json, p.narrow);
        write(json, p.road_without_sidewalk);
        json.value(p.longest_leg_m).value(p.rest_seconds);
        for (auto const& assumption : one.assumptions) {
            json.begin_array().value(assumption.field).value(assumption.text_nl).value(assumption.text_en);
            json.value(assumption.source).end_array();
        }
        json.end_array();
    }
    json.end_array();
    return std::move(json).finish();
}

} // namespace

Result<Profiles> read_profiles(std::string_view json)
{
    WF_TRY(auto const file, read_file_text(json));
    Faults faults;
    Field const root{file, "", faults};
    root.allow({"about", "profiles"});
    if (auto const about = root.find("about")) static_cast<void>(about->text());
    Profiles profiles;
    for (auto const& field : root["profiles"].some_items()) {
        auto walker = read_profile(field);
        if (profiles.find(walker.profile.id) != nullptr)
            faults.add("walking.twice", field.path() + ".id", "another profile has this id already");
        if (!faults.first()) {
            if (auto const checked = reach::check(walker.profile); !checked)
                faults.add("walking.bad_number", field.path() + "." + checked.error().field, checked.error().detail);
        }
        profiles.m_all.push_back(std::move(walker));
    }
    if (faults.first()) return *faults.first();
    profiles.m_version = short_version(canonical(profiles.m_all));
    return profiles;
}

WalkerProfile const* Profiles::find(std::string_view id) const
{
    auto const found =
        std::find_if(m_all.begin(), m_all.end(), [&](WalkerProfile const& one) { return one.profile.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

} // namespace wf::walking
