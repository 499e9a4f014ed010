// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/store.hpp"

#include "base/check.hpp"
#include "commons/runs/runs.hpp"
#include "commons/walking/walking.hpp"
#include "feature/reach/observations.hpp"
#include "platform/clock/clock.hpp"

namespace wf::reach_pages {
namespace {

constexpr std::size_t area_width = 16;
constexpr std::size_t share_width = 25;
constexpr std::size_t survey_width = 13;

std::optional<double> people_of(TownArea const& area, Group group)
{
    return area.people[static_cast<std::size_t>(group)];
}

std::string select_shares(std::string_view rest)
{
    return std::string{"SELECT area_code, profile, category, people, certain_5, expected_5, possible_5, certain_10, "
                       "expected_10, possible_10, certain_15, expected_15, possible_15, seconds_certain, "
                       "seconds_expected, seconds_possible, count_certain, count_expected, count_possible, "
                       "kept_by_distance, kept_by_pace, kept_by_streets, kept_by_unknown FROM reach_share "
                       "WHERE workspace_id = $1 AND run_id = $2 "}
        .append(rest);
}

AreaReach read_share(store::Row const& row)
{
    AreaReach share;
    share.area_code = row.string(0);
    share.profile = row.string(1);
    share.category = row.string(2);
    share.people = row.real(3);
    for (int limit = 0; limit < static_cast<int>(reach::limit_count); ++limit) {
        int const first = 4 + 3 * limit;
        share.share[static_cast<std::size_t>(limit)] = {row.real(first), row.real(first + 1), row.real(first + 2)};
    }
    for (int at = 0; at < 3; ++at) {
        share.median_seconds[static_cast<std::size_t>(at)] = row.maybe_real(13 + at);
        share.median_count[static_cast<std::size_t>(at)] = row.maybe_real(16 + at);
    }
    share.obstacles = {row.real(19), row.real(20), row.real(21), row.real(22)};
    return share;
}

std::vector<AreaReach> read_shares(store::Session& session, std::string const& sql,
                                   std::initializer_list<store::Value> parameters)
{
    std::vector<AreaReach> shares;
    session.query(sql, parameters, [&](store::Row const& row) { shares.push_back(read_share(row)); });
    return shares;
}

reach::Attribute parse_attribute(std::string_view word)
{
    for (std::size_t at = 0; at < reach::attribute_count; ++at) {
        auto const attribute = static_cast<reach::Attribute>(at);
        if (walking::to_word(attribute) == word) return attribute;
    }
    WF_CHECK(false && "only our own words are stored");
    return reach::Attribute::surface;
}

std::vector<Observation> read_observations(store::Session& session, Review review)
{
    std::vector<Observation> found;
    session.query("SELECT id, municipality, osm_type, osm_id, attribute, value, seen_on FROM street_observation "
                  "WHERE workspace_id = $1 AND review = $2 ORDER BY seen_on, id",
                  {runs::public_workspace, to_word(review)}, [&](store::Row const& row) {
                      found.push_back({row.string(0), row.string(1), row.text(2).front(), row.integer(3),
                                       parse_attribute(row.text(4)), row.string(5), row.string(6), review});
                  });
    return found;
}

} // namespace

void add_areas(store::Session& session, std::string_view run_id, std::span<TownArea const> areas)
{
    std::vector<store::Value> values;
    values.reserve(areas.size() * area_width);
    std::int64_t position = 0;
    for (auto const& area : areas) {
        values.insert(values.end(), {runs::public_workspace, run_id, area.area.code, position++,
                                     to_word(area.area.level), area.area.name, to_word(area.coverage), area.inside,
                                     area.homes, people_of(area, Group::everybody), people_of(area, Group::age_65),
                                     people_of(area, Group::age_80), people_of(area, Group::age_0_14),
                                     area.age_65_percent, area.limited_in_moving_percent, area.income});
    }
    session.batch("INSERT INTO reach_area (workspace_id, run_id, area_code, position, level, name, coverage, inside, "
                  "homes, people, people_65, people_80, people_0_14, age_65_percent, limited_percent, income) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
                  area_width, values);
}

void add_shares(store::Session& session, std::string_view run_id, std::span<AreaReach const> shares)
{
    std::vector<store::Value> values;
    values.reserve(shares.size() * share_width);
    for (auto const& row : shares) {
        values.insert(values.end(),
                      {runs::public_workspace, run_id, row.profile, row.category, row.area_code, row.people});
        for (auto const& three : row.share)
            values.insert(values.end(), {three.certain, three.expected, three.possible});
        for (auto const& seconds : row.median_seconds) values.emplace_back(seconds);
        for (auto const& count : row.median_count) values.emplace_back(count);
        values.insert(values.end(),
                      {row.obstacles.distance, row.obstacles.pace, row.obstacles.streets, row.obstacles.unknown});
    }
    session.batch("INSERT INTO reach_share (workspace_id, run_id, profile, category, area_code, people, certain_5, "
                  "expected_5, possible_5, certain_10, expected_10, possible_10, certain_15, expected_15, possible_15, "
                  "seconds_certain, seconds_expected, seconds_possible, count_certain, count_expected, count_possible, "
                  "kept_by_distance, kept_by_pace, kept_by_streets, kept_by_unknown) VALUES ($1, $2, $3, $4, $5, $6, "
                  "$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)",
                  share_width, values);
}

void add_home_answers(store::Session& session, std::string_view run_id, std::string_view profile,
                      std::string_view category, std::string_view packed)
{
    session.exec("INSERT INTO reach_home (workspace_id, run_id, profile, category, packed) VALUES ($1, $2, $3, $4, $5)",
                 {runs::public_workspace, run_id, profile, category, store::Bytes{packed}});
}

void drop_home_answers(store::Session& session, std::string_view run_id)
{
    session.exec("DELETE FROM reach_home WHERE workspace_id = $1 AND run_id = $2", {runs::public_workspace, run_id});
}

void add_survey(store::Session& session, std::string_view run_id, std::span<SurveySpot const> spots)
{
    std::vector<store::Value> values;
    values.reserve(spots.size() * survey_width);
    for (auto const& spot : spots) {
        values.insert(values.end(), {runs::public_workspace, run_id, spot.profile, spot.position,
                                     std::string_view{&spot.osm_type, 1}, spot.osm_id, spot.name, spot.near,
                                     spot.at.lon, spot.at.lat, spot.metres, spot.attributes, spot.worth});
    }
    session.batch(
        "INSERT INTO reach_survey (workspace_id, run_id, profile, position, osm_type, osm_id, name, near, lon, "
        "lat, metres, attributes, worth) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        survey_width, values);
}

std::vector<TownArea> load_areas(store::Session& session, std::string_view run_id)
{
    std::vector<TownArea> areas;
    session.query("SELECT area_code, level, name, coverage, inside, homes, people, people_65, people_80, people_0_14, "
                  "age_65_percent, limited_percent, income FROM reach_area WHERE workspace_id = $1 AND run_id = $2 "
                  "ORDER BY position, area_code",
                  {runs::public_workspace, run_id}, [&](store::Row const& row) {
                      TownArea area;
                      area.area.code = row.string(0);
                      area.area.level = parse_area_level(row.text(1)).value();
                      area.area.name = row.string(2);
                      area.coverage = parse_coverage(row.text(3));
                      area.inside = row.real(4);
                      area.homes = static_cast<std::size_t>(row.integer(5));
                      area.people[static_cast<std::size_t>(Group::everybody)] = row.maybe_real(6);
                      area.people[static_cast<std::size_t>(Group::age_65)] = row.maybe_real(7);
                      area.people[static_cast<std::size_t>(Group::age_80)] = row.maybe_real(8);
                      area.people[static_cast<std::size_t>(Group::age_0_14)] = row.maybe_real(9);
                      area.age_65_percent = row.maybe_real(10);
                      area.limited_in_moving_percent = row.maybe_real(11);
                      area.income = row.maybe_real(12);
                      areas.push_back(std::move(area));
                  });
    return areas;
}

std::vector<AreaReach> load_all_shares(store::Session& session, std::string_view run_id)
{
    return read_shares(session, select_shares("ORDER BY profile, category, area_code"),
                       {runs::public_workspace, run_id});
}

std::optional<std::string> load_home_answers(store::Session& session, std::string_view run_id, std::string_view profile,
                                             std::string_view category)
{
    std::optional<std::string> packed;
    session.query("SELECT packed FROM reach_home WHERE workspace_id = $1 AND run_id = $2 AND profile = $3 AND "
                  "category = $4",
                  {runs::public_workspace, run_id, profile, category},
                  [&](store::Row const& row) { packed = std::string{row.bytes(0)}; });
    return packed;
}

std::vector<SurveySpot> load_survey(store::Session& session, std::string_view run_id, std::string_view profile)
{
    std::vector<SurveySpot> spots;
    session.query(
        "SELECT position, osm_type, osm_id, name, near, lon, lat, metres, attributes, worth FROM reach_survey "
        "WHERE workspace_id = $1 AND run_id = $2 AND profile = $3 ORDER BY position",
        {runs::public_workspace, run_id, profile}, [&](store::Row const& row) {
            SurveySpot spot;
            spot.profile = profile;
            spot.position = static_cast<int>(row.integer(0));
            spot.osm_type = row.text(1).front();
            spot.osm_id = row.integer(2);
            spot.name = row.string(3);
            spot.near = row.string(4);
            spot.at = {row.real(5), row.real(6)};
            spot.metres = row.real(7);
            spot.attributes = static_cast<std::uint16_t>(row.integer(8));
            spot.worth = row.real(9);
            spots.push_back(std::move(spot));
        });
    return spots;
}

std::string add_observation(store::Session& session, Observation observation)
{
    // The time inside a UUIDv7 would tell when somebody stood there: chance alone here.
    observation.id = new_uuid_v4();
    session.exec("INSERT INTO street_observation (workspace_id, id, municipality, osm_type, osm_id, attribute, value, "
                 "seen_on, review) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                 {runs::public_workspace, observation.id, observation.municipality,
                  std::string_view{&observation.osm_type, 1}, observation.osm_id,
                  walking::to_word(observation.attribute), observation.value, observation.seen_on,
                  to_word(observation.review)});
    return observation.id;
}

std::vector<Observation> load_accepted(store::Session& session)
{
    return read_observations(session, Review::accepted);
}

std::vector<Observation> load_observations(store::Session& session, Review review)
{
    return read_observations(session, review);
}

bool review_observation(store::Session& session, std::string_view id, Review review)
{
    return session.exec("UPDATE street_observation SET review = $3 WHERE workspace_id = $1 AND id = $2",
                        {runs::public_workspace, id, to_word(review)}) > 0;
}

} // namespace wf::reach_pages
