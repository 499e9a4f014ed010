// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/run.hpp"

#include "base/json_writer.hpp"
#include "base/parallel.hpp"
#include "commons/runs/runs.hpp"
#include "feature/reach/aggregate.hpp"
#include "feature/reach/pack.hpp"
#include "feature/reach/store.hpp"
#include "feature/reach/survey_spots.hpp"

#include <algorithm>

namespace wf::reach_pages {
namespace {

constexpr std::string_view answer_text =
    R"({"areas":"reach_area","shares":"reach_share","homes":"reach_home","survey":"reach_survey"})";

/// This profile's pace where nothing stands in the way.
reach::Profile without_obstacles(reach::Profile const& profile)
{
    reach::Profile free;
    free.id = profile.id;
    free.speed_mean = profile.speed_mean;
    free.speed_sd = profile.speed_sd;
    return free;
}

struct Answered {
    std::vector<AreaReach> shares;
    std::vector<std::string> packed; ///< by category
    std::vector<SurveySpot> survey;
};

/// What all profiles are compared with: an adult at median speed, by category.
using Times = std::vector<std::vector<graph::Ticks>>;

Times median_times(PreparedTown const& prepared, reach::Town const& town, reach::Profile const& profile,
                   reach::Options const& options)
{
    Times times(prepared.destinations.size());
    auto const speed = reach::speed_at(profile, 0.5);
    parallel_for(times.size(), Threads{options.threads}, [&](std::size_t category) {
        times[category] = reach::times_to_nearest(town, profile, town.possible, speed, prepared.destinations[category],
                                                  options.horizon_seconds * 1000);
    });
    return times;
}

Answered answer_profile(PreparedTown const& prepared, reach::Town const& town, walking::WalkerProfile const& walker,
                        Times const& adult, Rules const& rules, reach::Options const& options,
                        std::vector<std::vector<std::uint32_t>> const& homes)
{
    auto const& categories = rules.categories.all();
    auto const people = prepared.people_of_homes(group_of(walker));
    auto const answers = reach::compute_reach(town, walker.profile, prepared.destinations, options, reach::Counts::yes);
    auto const ideal = median_times(prepared, town, without_obstacles(walker.profile), options);
    std::vector<std::size_t> limits;
    for (auto const& category : categories) limits.push_back(limit_index(options, category.limit_minutes));

    Answered answered;
    answered.packed.resize(categories.size());
    std::vector<std::vector<AreaReach>> shares(categories.size());
    parallel_for(categories.size(), Threads{options.threads}, [&](std::size_t at) {
        answered.packed[at] = pack(answers[at]);
        for (std::size_t area = 0; area < prepared.areas.size(); ++area) {
            if (homes[area].empty()) continue;
            auto share = aggregate(homes[area], people, {&answers[at], ideal[at], adult[at]}, options, limits[at]);
            if (!(share.people > 0)) continue; // nobody of this group is known here
            share.area_code = prepared.areas[area].area.code;
            share.profile = walker.profile.id;
            share.category = categories[at].id;
            shares[at].push_back(std::move(share));
        }
    });
    for (auto& some : shares) std::move(some.begin(), some.end(), std::back_inserter(answered.shares));
    answered.survey = find_survey_spots(prepared, town, walker.profile, answers, limits, people);
    return answered;
}

std::string write_basis(PreparedTown const& town)
{
    auto const answered = std::count_if(town.areas.begin(), town.areas.end(),
                                        [](TownArea const& area) { return area.coverage == Coverage::answered; });
    auto const known = reach::coverage_of(town.network);
    auto const part = [](double a, double b) { return b > 0 ? a / b : 0.0; };
    JsonWriter json;
    json.begin_object()
        .member("n", town.homes.size())
        .member("areas", town.areas.size())
        .member("areas_answered", answered)
        .member("places", town.places.size())
        .member("nodes", town.network.nodes.size())
        .member("edges", town.network.edges.size())
        .key("known")
        .begin_object()
        .member("metres", known.metres)
        .member("surface", part(known.surface, known.metres))
        .member("smoothness", part(known.smoothness, known.metres))
        .member("width", part(known.width, known.metres))
        .member("incline", part(known.incline, known.metres))
        .member("lit", part(known.lit, known.metres))
        .member("sidewalk", part(known.sidewalk, known.sidewalk_metres))
        .member("kerb", part(static_cast<double>(known.kerb_known), static_cast<double>(known.kerb_nodes)))
        .member("passage", part(static_cast<double>(known.barrier_known), static_cast<double>(known.barrier_nodes)))
        .member("benches", known.benches)
        .end_object()
        .end_object();
    return std::move(json).finish();
}

/// The run and its rows in one transaction: all there, or nothing.
Result<std::string> publish(store::Store& store, runs::Run const& run, PreparedTown const& town,
                            std::vector<Answered> const& answered, Rules const& rules)
{
    return store.write([&](store::Session& session) -> Result<std::string> {
        auto const replaced = runs::find_current(session, run.kind, run.subject);
        auto const id = runs::publish(session, run);
        if (replaced) drop_home_answers(session, replaced->id);
        add_areas(session, id, town.areas);
        for (std::size_t at = 0; at < answered.size(); ++at) {
            auto const& profile = rules.profiles.all()[at].profile.id;
            add_shares(session, id, answered[at].shares);
            add_survey(session, id, answered[at].survey);
            for (std::size_t category = 0; category < answered[at].packed.size(); ++category)
                add_home_answers(session, id, profile, rules.categories.all()[category].id,
                                 answered[at].packed[category]);
        }
        return id;
    });
}

Error cancelled()
{
    return {Trouble::refused, "job.cancelled", {}, "stopped on request; nothing was kept"};
}

} // namespace

Result<ReachRun> compute_reach_run(store::Store& store, std::string_view municipality, Rules const& rules,
                                   reach::Options const& options, std::string_view code_version,
                                   job::Progress& progress)
{
    WF_TRY(auto const prepared, load_town(store, municipality, rules.categories));
    auto const settings = write_settings(rules, options, *prepared);
    auto const current =
        store.read([&](store::Session& session) { return runs::find_current(session, run_kind, municipality); });
    if (current && current->inputs == prepared->datasets && current->settings == settings &&
        current->method_version == reach::reach_version)
        return ReachRun{current->id, true, prepared->areas.size(), prepared->homes.size(), prepared->places.size()};

    auto const town = reach::make_town(prepared->network, rules.priors.priors, prepared->footholds, options);
    auto const homes = homes_by_area(*prepared);
    auto const* reference = rules.profiles.find("adult");
    WF_CHECK(reference != nullptr); // load_rules refuses walkers without one
    auto const adult = median_times(*prepared, town, reference->profile, options);
    std::vector<Answered> answered;
    auto const profiles = static_cast<std::int64_t>(rules.profiles.all().size());
    for (auto const& walker : rules.profiles.all()) {
        if (progress.cancelled()) return cancelled();
        progress.report(static_cast<std::int64_t>(answered.size()), profiles, "walking");
        answered.push_back(answer_profile(*prepared, town, walker, adult, rules, options, homes));
    }
    progress.report(profiles, profiles, "publishing");
    runs::Run run;
    run.kind = run_kind;
    run.subject = std::string{municipality};
    run.method = "reach";
    run.method_version = reach::reach_version;
    run.code_version = std::string{code_version};
    run.settings = settings;
    run.inputs = prepared->datasets;
    run.answer = std::string{answer_text};
    run.basis = write_basis(*prepared);
    WF_TRY(auto id, publish(store, run, *prepared, answered, rules));
    store.announce_change();
    return ReachRun{std::move(id), false, prepared->areas.size(), prepared->homes.size(), prepared->places.size()};
}

std::string write_settings(Rules const& rules, reach::Options const& options, PreparedTown const& town)
{
    JsonWriter json;
    json.begin_object()
        .member("categories", rules.categories.version())
        .member("profiles", rules.profiles.version())
        .member("priors", rules.priors.version)
        .member("quantiles", options.quantiles)
        .member("draws", options.draws)
        .member("count_draws", options.count_draws)
        .member("seed", options.seed)
        .member("horizon_seconds", options.horizon_seconds)
        .member("leg_limit", to_word(options.leg_limit))
        .member("observations", town.observations)
        .end_object();
    return std::move(json).finish();
}

std::string_view to_word(graph::LegLimit limit)
{
    return limit == graph::LegLimit::hard ? "hard" : "soft";
}

reach::Options options_of(settings::Settings const& settings)
{
    reach::Options options;
    options.draws = static_cast<std::uint32_t>(settings.integer("reach.draws"));
    options.count_draws = std::min(options.count_draws, options.draws);
    if (settings.boolean("reach.hard_legs")) options.leg_limit = graph::LegLimit::hard;
    return options;
}

Result<std::vector<ReachRun>> compute_reach_runs(store::Store& store, Rules const& rules, reach::Options const& options,
                                                 std::string_view code_version, job::Progress& progress)
{
    std::vector<ReachRun> computed;
    auto const municipalities = store.read([](store::Session& session) {
        return network::list(session).empty() ? std::vector<areas::Area>{}
                                              : areas::list(session, AreaLevel::municipality, "");
    });
    for (auto const& municipality : municipalities) {
        auto run = compute_reach_run(store, municipality.code, rules, options, code_version, progress);
        if (!run && run.error().code == "reach.no_network") continue;
        if (!run) return run.error();
        computed.push_back(std::move(*run));
    }
    return computed;
}

} // namespace wf::reach_pages
