// SPDX-License-Identifier: EUPL-1.2
#include "commons/partners/walls.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace wf::partners {

std::string_view to_word(Wall::State state)
{
    constexpr std::array<std::string_view, 3> words{"no_line", "crossed", "unknown"};
    return words.at(static_cast<std::size_t>(state));
}

std::vector<Wall> walls_of(std::span<Partner const> partners, std::span<Tie const> ties)
{
    std::map<std::string_view, Field> field_of;
    std::set<Field> known;
    for (auto const& partner : partners) {
        field_of[partner.id] = partner.field();
        known.insert(partner.field());
    }
    std::map<std::pair<Field, Field>, std::int64_t> crossing;
    for (auto const& tie : ties) {
        auto const one = field_of.find(tie.one_id);
        auto const other = field_of.find(tie.other_id);
        if (one == field_of.end() || other == field_of.end()) continue;
        crossing[std::minmax(one->second, other->second)] += 1;
    }
    std::vector<Wall> walls;
    for (auto one = all_fields.begin(); one != all_fields.end(); ++one) {
        for (auto other = std::next(one); other != all_fields.end(); ++other) {
            if (*one == Field::other || *other == Field::other) continue;
            Wall wall{*one, *other};
            bool const can_tell = known.contains(*one) && known.contains(*other);
            if (can_tell) {
                auto const found = crossing.find({*one, *other});
                wall.ties = found == crossing.end() ? 0 : found->second;
                wall.state = wall.ties > 0 ? Wall::State::crossed : Wall::State::no_line;
            }
            walls.push_back(wall);
        }
    }
    return walls;
}

} // namespace wf::partners
