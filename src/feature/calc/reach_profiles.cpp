// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/reach_profiles.hpp"

#include "commons/walking/walking.hpp"
#include "feature/calc/frame.hpp"
#include "kernel/reach/reach.hpp"

#include <array>
#include <span>
#include <string_view>

namespace wf::calc {
namespace {

// The words of data/profiles.json, in the order of the enumerations; `unknown` and `none` have no entry of their own.
constexpr std::array<std::string_view, 6> kerb_words{"", "", "flush", "lowered", "rolled", "raised"};
constexpr std::array<std::string_view, 6> surface_words{"", "smooth", "paving", "rough", "compacted", "loose"};
constexpr std::array<std::string_view, 5> smoothness_words{"", "good", "intermediate", "bad", "impassable"};

void write(JsonWriter& json, reach::Obstacle const& obstacle)
{
    if (obstacle.forbidden) json.value("forbidden");
    else json.value(obstacle.seconds);
}

void write(JsonWriter& json, reach::Going const& going)
{
    if (going.forbidden) json.value("forbidden");
    else json.value(going.factor);
}

template <class Cost, std::size_t N>
void write_levels(JsonWriter& json, std::string_view name, std::array<Cost, N> const& costs,
                  std::array<std::string_view, N> const& words)
{
    json.key(name).begin_object();
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i].empty()) continue;
        json.key(words[i]);
        write(json, costs[i]);
    }
    json.end_object();
}

void write_numbers(JsonWriter& json, reach::Profile const& profile)
{
    json.member("speed_mean", profile.speed_mean).member("speed_sd", profile.speed_sd);
    json.member("speed_median", reach::speed_at(profile, 0.5));
    write_levels(json, "kerb", profile.kerb, kerb_words);
    write_levels(json, "surface", profile.surface, surface_words);
    write_levels(json, "smoothness", profile.smoothness, smoothness_words);
    write(json.key("steps"), profile.steps);
    write(json.key("stile"), profile.stile);
    json.member("slope_percent", profile.slope_percent);
    write(json.key("slope_above"), profile.slope_above);
    json.member("slope_down_factor", profile.slope_down_factor).member("width_cm", profile.width_cm);
    write(json.key("narrow"), profile.narrow);
    write(json.key("road_without_sidewalk"), profile.road_without_sidewalk);
    json.member("longest_leg_m", profile.longest_leg_m).member("rest_seconds", profile.rest_seconds);
}

} // namespace

Result<int> run_profiles(web::CommandInput const& input)
{
    if (!input.arguments.empty()) return usage(input.arguments.front(), "this command takes no file");
    auto const& profiles = walking::Profiles::built_in();
    JsonWriter json;
    json.begin_object().key("profiles").begin_array();
    for (auto const& walker : profiles.all()) {
        json.begin_object().member("id", walker.profile.id);
        json.member("name_nl", walker.name_nl).member("name_en", walker.name_en).member("people", walker.people);
        write_numbers(json, walker.profile);
        json.key("assumptions").begin_array();
        for (auto const& assumption : walker.assumptions) {
            json.begin_object().member("field", assumption.field);
            json.member("nl", assumption.text_nl).member("en", assumption.text_en);
            json.member("source", assumption.source).member("assumed", assumption.assumed).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().end_object();
    Basis basis{profiles.all().size(), 0, "reach", reach::reach_version, {}, {}};
    basis.settings.emplace_back("profiles_version", json_string(profiles.version()));
    return print_answer(input.out, std::move(json).finish(), basis, {});
}

} // namespace wf::calc
