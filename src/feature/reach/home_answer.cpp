// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/home_answer.hpp"

#include "feature/reach/pack.hpp"

namespace wf::reach_pages {
namespace {

std::optional<std::uint32_t> time_of(std::uint16_t seconds)
{
    return seconds == reach::beyond ? std::nullopt : std::optional<std::uint32_t>{seconds};
}

Error run_is_older()
{
    return {Trouble::refused,
            "reach.run_is_older",
            {},
            "the map or the kinds of places changed after it was worked out: weefsel reach run"};
}

/// Does every column hold this many homes?
bool fits(reach::CategoryAnswer const& answer, std::size_t homes)
{
    return answer.share[0].certain.size() == homes && answer.seconds.certain.size() == homes &&
           answer.count[0].expected.size() == homes && answer.nearest.size() == homes && answer.metres.size() == homes;
}

HomeKind pick(reach::CategoryAnswer const& answer, std::size_t home)
{
    HomeKind kind;
    for (std::size_t at = 0; at < reach::limit_count; ++at) {
        auto const part = [&](std::uint8_t share) { return static_cast<double>(share) / reach::share_whole; };
        kind.share[at] = {part(answer.share[at].certain[home]), part(answer.share[at].expected[home]),
                          part(answer.share[at].possible[home])};
        kind.count[at] = answer.count[at].expected[home];
    }
    kind.seconds = {time_of(answer.seconds.certain[home]), time_of(answer.seconds.expected[home]),
                    time_of(answer.seconds.possible[home])};
    if (answer.metres[home] != reach::beyond) kind.metres = answer.metres[home];
    return kind;
}

} // namespace

Result<std::vector<HomeKind>> load_home(store::Store& store, Picture const& picture, PreparedTown const& town,
                                        Rules const& rules, std::string_view profile, std::size_t home)
{
    if (picture.run.inputs != town.datasets) return run_is_older();
    if (!town.footholds[home])
        return Error{Trouble::refused, "reach.home_off_network", {}, "there is no street or path near this home"};
    std::vector<std::optional<std::string>> packed;
    store.read([&](store::Session& session) {
        for (auto const& category : rules.categories.all())
            packed.push_back(load_home_answers(session, picture.run.id, profile, category.id));
    });
    std::vector<HomeKind> kinds;
    for (std::size_t at = 0; at < packed.size(); ++at) {
        if (!packed[at]) continue;
        WF_TRY(auto const answer, unpack(*packed[at]));
        if (!fits(answer, town.homes.size())) return run_is_older();
        auto kind = pick(answer, home);
        kind.category = &rules.categories.all()[at];
        if (auto const nearest = answer.nearest[home]; nearest != graph::none) {
            if (nearest >= town.places_of[at].size()) return run_is_older();
            kind.nearest = &town.places[town.places_of[at][nearest]];
        }
        kinds.push_back(kind);
    }
    return kinds;
}

} // namespace wf::reach_pages
