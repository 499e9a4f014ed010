// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/home_tags.hpp"

#include "base/text.hpp"

namespace wf::osm {

bool is_home(Tags tags)
{
    return !tags.get("addr:housenumber").empty() && !tags.get_first({"addr:street", "addr:place"}).empty();
}

bool is_residential(Tags tags)
{
    return tags.is("building", {"yes", "house", "apartments", "residential", "detached", "terrace",
                                "semidetached_house", "farm", "bungalow"});
}

network::Home make_home(char type, std::int64_t id, Tags tags)
{
    network::Home home;
    home.osm_id = id;
    home.osm_type = type;
    home.street = repair_utf8(tags.get_first({"addr:street", "addr:place"}));
    home.number = repair_utf8(tags.get("addr:housenumber"));
    home.postcode = repair_utf8(tags.get("addr:postcode"));
    return home;
}

} // namespace wf::osm
