// SPDX-License-Identifier: EUPL-1.2
// Question     which kinds of place is a thing with these tags, and what else do they say of it?
// Assumption   a value is a list with semicolons; one that fits is enough. Things out of use (disused=yes, abandoned=yes) are
//              no place.
#pragma once

#include "commons/places/places.hpp"
#include "commons/walking/walking.hpp"
#include "import/osm/tags.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wf::osm {

class PlaceRules {
public:
    /// The categories outlive the rules.
    explicit PlaceRules(walking::Categories const& categories);
    /// Each category once, in their own order.
    [[nodiscard]] std::vector<walking::Category const*> find(Tags tags) const;

private:
    struct Entry {
        std::size_t category;
        walking::TagRule const* rule;
    };
    std::vector<walking::Category> const* m_categories;
    std::unordered_map<std::string_view, std::vector<Entry>> m_by_key; ///< by the first key that the rule wants
};
[[nodiscard]] bool fits(walking::TagRule const& rule, Tags tags);

/// Without a point. `type` is 'n', 'w' or 'r'.
[[nodiscard]] places::Place make_place(char type, std::int64_t id, std::string const& category, Tags tags);

} // namespace wf::osm
