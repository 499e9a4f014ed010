// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/picture.hpp"

#include "base/check.hpp"
#include "commons/datasets/datasets.hpp"
#include "platform/json/json.hpp"

#include <algorithm>

namespace wf::reach_pages {
namespace {

KnownStreets read_known(std::string_view basis)
{
    KnownStreets known;
    auto const root = json::read(basis);
    if (!root) return known;
    auto const* part = root->find("known");
    if (part == nullptr) return known;
    auto const number = [&](std::string_view name) {
        auto const* value = part->find(name);
        return value != nullptr ? value->number().value_or(0) : 0.0;
    };
    known.metres = number("metres");
    known.surface = number("surface");
    known.smoothness = number("smoothness");
    known.width = number("width");
    known.incline = number("incline");
    known.lit = number("lit");
    known.sidewalk = number("sidewalk");
    known.kerb = number("kerb");
    known.passage = number("passage");
    known.benches = static_cast<int>(number("benches"));
    return known;
}

} // namespace

AreaReach const* Picture::find(std::string_view area_code, std::string_view profile, std::string_view category) const
{
    auto const of_profile = shares.find(profile);
    if (of_profile == shares.end()) return nullptr;
    auto const of_category = of_profile->second.find(category);
    if (of_category == of_profile->second.end()) return nullptr;
    auto const found = of_category->second.find(area_code);
    return found != of_category->second.end() ? &found->second : nullptr;
}

TownArea const* Picture::find_area(std::string_view code) const
{
    auto const found = area_at.find(code);
    return found != area_at.end() ? &areas[found->second] : nullptr;
}

std::int64_t Picture::places_of(std::string_view category) const
{
    auto const found = place_counts.find(category);
    return found != place_counts.end() ? found->second : 0;
}

std::shared_ptr<Picture const> load_picture(store::Store& store, std::string_view municipality)
{
    return store.read([&](store::Session& session) -> std::shared_ptr<Picture const> {
        auto run = runs::find_current(session, run_kind, municipality);
        if (!run) return nullptr;
        auto picture = std::make_shared<Picture>();
        picture->known = read_known(run->basis);
        picture->areas = load_areas(session, run->id);
        for (std::size_t at = 0; at < picture->areas.size(); ++at)
            picture->area_at.emplace(picture->areas[at].area.code, at);
        for (auto& share : load_all_shares(session, run->id))
            picture->shares[share.profile][share.category].emplace(share.area_code, std::move(share));
        for (auto const& input : run->inputs) {
            auto const dataset = datasets::find(session, input);
            if (!dataset || dataset->origin.importer != "osm") continue;
            picture->network_dataset = dataset->id;
            picture->network_date = dataset->origin.period;
            picture->attribution = dataset->origin.attribution;
            for (auto const& place : places::load_of_dataset(session, dataset->id))
                ++picture->place_counts[place.category];
        }
        for (auto const& [category, count] : picture->place_counts) picture->places += count;
        picture->run = std::move(*run);
        WF_CHECK(!picture->areas.empty());
        return picture;
    });
}

std::shared_ptr<Picture const> Pictures::get(store::Store& store, std::string_view municipality)
{
    using Made = Result<std::shared_ptr<Picture const>>;
    return m_kept.get(store, municipality, [&]() -> Made { return load_picture(store, municipality); }).value();
}

std::vector<Gap> list_gaps(Picture const& picture, Rules const& rules, std::string_view profile,
                           std::string_view category, std::size_t most_of_kind)
{
    auto const most_people_first = [](Gap const& a, Gap const& b) {
        if (a.people_without != b.people_without) return a.people_without > b.people_without;
        return a.area->area.code < b.area->area.code;
    };
    std::vector<Gap> gaps;
    for (auto const& kind : rules.categories.all()) {
        if (!category.empty() && kind.id != category) continue;
        // None known is not none there: nobody can be said to be kept from it.
        if (picture.places_of(kind.id) == 0) continue;
        std::vector<Gap> of_kind;
        for (auto const& area : picture.areas) {
            if (area.area.level != AreaLevel::neighbourhood) continue;
            auto const* reach = picture.find(area.area.code, profile, kind.id);
            if (reach == nullptr) continue;
            auto const& share = reach->share[limit_index(kind.limit_minutes)];
            Gap const gap{&area, reach, &kind, reach->people * (1 - share.expected), share};
            if (gap.people_without >= 2.5) of_kind.push_back(gap); // rounds to 5 or more
        }
        std::sort(of_kind.begin(), of_kind.end(), most_people_first);
        if (most_of_kind > 0 && of_kind.size() > most_of_kind) of_kind.resize(most_of_kind);
        gaps.insert(gaps.end(), of_kind.begin(), of_kind.end());
    }
    std::stable_sort(gaps.begin(), gaps.end(), most_people_first);
    return gaps;
}

} // namespace wf::reach_pages
