// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/commands.hpp"

#include "base/csv.hpp"
#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "feature/reach/home_answer.hpp"
#include "feature/reach/observations.hpp"
#include "feature/reach/picture.hpp"
#include "feature/reach/point.hpp"
#include "feature/reach/what_if.hpp"

#include <cmath>

namespace wf::reach_pages {
namespace {

using web::CommandInput;

Error usage(std::string option, std::string detail)
{
    return {Trouble::bad_input, "usage", std::move(option), std::move(detail)};
}

Result<std::shared_ptr<Picture const>> find_picture(CommandInput const& input, std::string const& municipality)
{
    auto picture = load_picture(*input.context.store, municipality);
    if (picture == nullptr)
        return Error{Trouble::not_found, "reach.not_computed", municipality, "work it out first: weefsel reach run"};
    return picture;
}

Result<std::string> find_category(CommandInput const& input, Rules const& rules)
{
    auto id = input.option("category").value_or("");
    if (!id.empty() && rules.categories.find(id) == nullptr)
        return Error{Trouble::bad_input, "reach.unknown_category", id,
                     "data/categories.json lists the kinds of places"};
    return id;
}

class PrintedProgress final : public job::Progress {
public:
    explicit PrintedProgress(std::ostream& err) : m_err{err} {}
    void report(std::int64_t done, std::int64_t total, std::string_view stage) override
    {
        m_err << '\r' << stage << ' ' << done << " of " << total << "   " << std::flush;
    }
    [[nodiscard]] bool cancelled() const override { return false; }

private:
    std::ostream& m_err;
};

Result<int> run_command(CommandInput const& input, Rules const& rules)
{
    PrintedProgress progress{input.err};
    auto const options = options_of(*input.context.settings);
    std::vector<ReachRun> done;
    if (input.arguments.empty()) {
        WF_TRY(done, compute_reach_runs(*input.context.store, rules, options, input.context.code_version, progress));
        if (done.empty())
            return Error{Trouble::not_found, "reach.no_network", "",
                         "import a walking network: weefsel import osm FILE"};
    } else {
        for (auto const& code : input.arguments) {
            WF_TRY(auto run,
                   compute_reach_run(*input.context.store, code, rules, options, input.context.code_version, progress));
            done.push_back(std::move(run));
        }
    }
    input.err << '\r';
    for (auto const& run : done) {
        input.out << "run " << run.run_id << ": " << run.homes << " homes, " << run.places << " places, " << run.areas
                  << " areas" << (run.already_there ? ", nothing had changed" : "") << '\n';
    }
    return 0;
}

void write_three(JsonWriter& json, Three const& share)
{
    json.member("certain", share.certain).member("expected", share.expected).member("possible", share.possible);
}

void write_reach(JsonWriter& json, AreaReach const& reach, int minutes)
{
    json.begin_object().member("area", reach.area_code).member("profile", reach.profile);
    json.member("category", reach.category).member("minutes", minutes).member("people", reach.people);
    write_three(json, reach.share[limit_index(minutes)]);
    json.key("median_seconds").begin_array();
    for (auto const& seconds : reach.median_seconds) {
        if (seconds) json.value(*seconds);
        else json.null();
    }
    json.end_array().end_object();
}

void write_maybe(JsonWriter& json, std::string_view name, std::optional<std::uint32_t> const& number)
{
    json.key(name);
    if (number) json.value(*number);
    else json.null();
}

/// One home: what the run says of it, for each kind of place.
Result<int> show_home(CommandInput const& input, Rules const& rules, std::string const& address)
{
    auto const municipality = municipality_of(input);
    WF_TRY(auto const picture, find_picture(input, municipality));
    WF_TRY(auto const* const profile, find_profile(input, rules));
    WF_TRY(auto const only, find_category(input, rules));
    Towns towns;
    WF_TRY(auto const town, towns.prepare(*input.context.store, municipality, rules));
    auto const home = find_address(*town, address);
    if (!home) {
        std::string detail = "give a street with a number";
        for (auto const& meant : suggest_addresses(*town, address)) detail += "; perhaps " + meant;
        return Error{Trouble::not_found, "reach.unknown_address", address, std::move(detail)};
    }
    WF_TRY(auto const kinds, load_home(*input.context.store, *picture, *town, rules, profile->profile.id, *home));
    JsonWriter json;
    auto const& there = town->homes[*home];
    json.begin_object().member("run", picture->run.id).member("address", there.street + " " + there.number);
    json.member("profile", profile->profile.id).key("rows").begin_array();
    for (auto const& kind : kinds) {
        if (!only.empty() && kind.category->id != only) continue;
        auto const limit = limit_index(kind.category->limit_minutes);
        json.begin_object().member("category", kind.category->id).member("minutes", kind.category->limit_minutes);
        write_three(json, kind.share[limit]);
        json.key("seconds").begin_object();
        write_maybe(json, "certain", kind.seconds.certain);
        write_maybe(json, "expected", kind.seconds.expected);
        write_maybe(json, "possible", kind.seconds.possible);
        json.end_object().member("within", kind.count[limit]);
        json.member("nearest", kind.nearest != nullptr ? std::optional{kind.nearest->id} : std::nullopt);
        json.member("name", kind.nearest != nullptr ? std::optional{kind.nearest->name} : std::nullopt);
        json.member("metres", kind.metres).end_object();
    }
    json.end_array().end_object();
    input.out << std::move(json).finish() << '\n';
    return 0;
}

Result<int> show_command(CommandInput const& input, Rules const& rules)
{
    if (auto const address = input.option("at")) return show_home(input, rules, *address);
    auto const municipality = municipality_of(input);
    WF_TRY(auto const picture, find_picture(input, municipality));
    WF_TRY(auto const* const profile, find_profile(input, rules));
    WF_TRY(auto const category, find_category(input, rules));
    JsonWriter json;
    json.begin_object().member("run", picture->run.id).key("rows").begin_array();
    for (auto const& kind : rules.categories.all()) {
        if (!category.empty() && kind.id != category) continue;
        for (auto const& area : picture->areas) {
            if (auto const* reach = picture->find(area.area.code, profile->profile.id, kind.id))
                write_reach(json, *reach, kind.limit_minutes);
        }
    }
    json.end_array().end_object();
    input.out << std::move(json).finish() << '\n';
    return 0;
}

Result<int> gaps_command(CommandInput const& input, Rules const& rules)
{
    WF_TRY(auto const picture, find_picture(input, municipality_of(input)));
    WF_TRY(auto const* const profile, find_profile(input, rules));
    WF_TRY(auto const category, find_category(input, rules));
    CsvWriter csv{{"area", "name", "category", "minutes", "people", "people_without", "certain", "expected", "possible",
                   "kept_by_distance", "kept_by_pace", "kept_by_streets", "kept_by_unknown"}};
    for (auto const& gap : list_gaps(*picture, rules, profile->profile.id, category, 0)) {
        csv.text(gap.area->area.code).text(gap.area->area.name).text(gap.category->id);
        csv.integer(gap.category->limit_minutes);
        for (double const number : {gap.reach->people, gap.people_without, gap.share.certain, gap.share.expected,
                                    gap.share.possible, gap.reach->obstacles.distance, gap.reach->obstacles.pace,
                                    gap.reach->obstacles.streets, gap.reach->obstacles.unknown})
            csv.number(std::round(number * 10000) / 10000);
        csv.end_row();
    }
    input.out << std::move(csv).finish();
    return 0;
}

Result<int> what_if_command(CommandInput const& input, Rules const& rules)
{
    Towns towns;
    WF_TRY(auto const ready,
           towns.get(*input.context.store, municipality_of(input), rules, options_of(*input.context.settings)));
    auto const word = input.option("add").value_or("place");
    auto const addition = parse_addition(word);
    if (!addition) return usage("--add", "\"" + word + "\" is not one of place, bench, kerb, crossing, path");
    WhatIf question;
    question.addition = *addition;
    WF_TRY(auto const* const profile, find_profile(input, rules));
    question.profile = profile->profile.id;
    question.leg_limit = ready->options.leg_limit;
    if (auto const legs = input.option("legs")) {
        if (*legs != "soft" && *legs != "hard")
            return usage("--legs", "soft (takes time) or hard (no getting through)");
        question.leg_limit = *legs == "hard" ? graph::LegLimit::hard : graph::LegLimit::soft;
    }
    WF_TRY(question.category, find_category(input, rules));
    if (question.category.empty()) return usage("--category", "name the kind of place, as in data/categories.json");
    auto const at = input.option("at");
    if (!at) return usage("--at", "give an address, a place's id or \"52.5557,5.9108\"");
    WF_TRY(question.at, resolve_point(*ready->prepared, *at, "--at"));
    if (*addition == Addition::path || *addition == Addition::crossing) {
        auto const to = input.option("to");
        if (!to) return usage("--to", "give the other end, as --at");
        WF_TRY(question.to, resolve_point(*ready->prepared, *to, "--to"));
    }
    WF_TRY(auto const answer, answer_what_if(*ready, rules, question));
    JsonWriter json;
    auto const write = [&](Gain const& gain) {
        json.begin_object().member("area", ready->prepared->areas[gain.area].area.code).member("people", gain.people);
        json.key("before").begin_object();
        write_three(json, gain.before);
        json.end_object().key("after").begin_object();
        write_three(json, gain.after);
        json.end_object().end_object();
    };
    json.begin_object().member("minutes", answer.limit_minutes).key("whole");
    write(answer.whole);
    json.key("gains").begin_array();
    for (auto const& gain : answer.places) write(gain);
    json.end_array().key("without").begin_array();
    for (auto const& gain : answer.without) write(gain);
    json.end_array().end_object();
    input.out << std::move(json).finish() << '\n';
    return 0;
}

Result<int> list_observations(CommandInput const& input)
{
    auto const waiting =
        input.context.store->read([](store::Session& session) { return load_observations(session, Review::waiting); });
    for (auto const& seen : waiting) {
        input.out << seen.id << "  " << seen.osm_type << seen.osm_id << "  " << walking::to_word(seen.attribute)
                  << " = " << seen.value << "  (" << seen.seen_on << ")\n";
    }
    if (waiting.empty()) input.out << "nothing waits\n";
    return 0;
}

Result<int> review_command(CommandInput const& input, Review review)
{
    if (input.arguments.empty()) return usage("ID", "name the observations, as weefsel reach observations lists them");
    WF_TRY_VOID(input.context.store->write([&](store::Session& session) -> Result<void> {
        for (auto const& id : input.arguments) {
            if (!review_observation(session, id, review))
                return Error{Trouble::not_found, "reach.unknown_observation", id,
                             "weefsel reach observations lists what waits"};
        }
        return {};
    }));
    input.out << input.arguments.size() << ' ' << to_word(review) << "; weefsel reach run works with it\n";
    return 0;
}

} // namespace

std::string municipality_of(CommandInput const& input)
{
    return input.arguments.empty() ? input.context.settings->text("site.municipality") : input.arguments.front();
}

Result<walking::WalkerProfile const*> find_profile(CommandInput const& input, Rules const& rules)
{
    auto const id = input.option("profile").value_or("rollator");
    auto const* profile = rules.profiles.find(id);
    if (profile == nullptr)
        return Error{Trouble::bad_input, "reach.unknown_profile", id, "weefsel calc reach profiles lists them"};
    return profile;
}

std::vector<web::Command> make_commands(std::shared_ptr<Rules const> rules)
{
    auto const with_rules = [&](Result<int> (*command)(CommandInput const&, Rules const&)) {
        return [rules, command](CommandInput const& input) { return command(input, *rules); };
    };
    return {
        {"reach run",
         "[GM0166 ...]",
         "Work out who reaches what on foot, for all profiles and kinds of places; a run is published",
         {},
         with_rules(run_command)},
        {"reach show",
         "[GM0166] [--profile rollator] [--category supermarket] [--at ADDRESS]",
         "Shares of the people of each area within the usual limit, or what one home has near it, as JSON",
         {"profile", "category", "at"},
         with_rules(show_command)},
        {"reach way",
         "[GM0166] --from WHERE --to WHERE [--profile rollator]",
         "How somebody walks from one address or place to another and back, and what is not known on the way, as JSON",
         {"from", "to", "profile"},
         with_rules(way_command)},
        {"reach gaps",
         "[GM0166] [--profile rollator] [--category supermarket]",
         "Where people do not come in time, and what keeps them: CSV, most people first",
         {"profile", "category"},
         with_rules(gaps_command)},
        {"reach what-if",
         "[GM0166] --add place|bench|kerb|crossing|path --at WHERE [--to WHERE] --category C [--profile P] [--legs soft|hard]",
         "Who would come in time with a place, bench, dropped kerb, crossing or path more; nothing is kept",
         {"add", "at", "to", "category", "profile", "legs"},
         with_rules(what_if_command)},
        {"reach rules",
         "[FOLDER] [--write FOLDER]",
         "What own files change about kinds of places, walkers, chances and norm: those in FOLDER, or those in force; "
         "--write makes all four to begin with",
         {"write"},
         with_rules(rules_command),
         web::NeedsStore::no},
        {"reach observations", "", "What people saw in the street and nobody has looked at yet", {}, list_observations},
        {"reach accept",
         "ID...",
         "Let what somebody saw in the street count from the next run on",
         {},
         [](CommandInput const& input) { return review_command(input, Review::accepted); }},
        {"reach reject",
         "ID...",
         "Set aside what somebody saw in the street",
         {},
         [](CommandInput const& input) { return review_command(input, Review::rejected); }},
    };
}

} // namespace wf::reach_pages
