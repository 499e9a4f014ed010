// SPDX-License-Identifier: EUPL-1.2
#include "import/osm/place_rules.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace wf::osm {
namespace {

bool has_any(Tags tags, std::string const& key, std::vector<std::string> const& wanted)
{
    std::string_view const value = tags.get(key);
    if (value.empty()) return false;
    for (std::string_view const one : split(value, ';')) {
        std::string_view const word = trim(one);
        if (std::ranges::any_of(wanted,
                                [&](std::string const& want) { return want == "*" ? word != "no" : want == word; }))
            return true;
    }
    return false;
}

std::string address_of(Tags tags)
{
    std::string const street = repair_utf8(tags.get_first({"addr:street", "addr:place"}));
    std::string const number = repair_utf8(tags.get("addr:housenumber"));
    std::string const postcode = repair_utf8(tags.get("addr:postcode"));
    std::string const city = repair_utf8(tags.get("addr:city"));
    std::string first = street.empty() || number.empty() ? street : street + " " + number;
    std::string second = postcode.empty() || city.empty() ? postcode + city : postcode + " " + city;
    if (first.empty() || second.empty()) return first + second;
    return first + ", " + second;
}

std::string_view word_of(char type)
{
    return type == 'n' ? "node" : type == 'w' ? "way" : "relation";
}

} // namespace

PlaceRules::PlaceRules(walking::Categories const& categories) : m_categories{&categories.all()}
{
    for (std::size_t i = 0; i < m_categories->size(); ++i) {
        for (walking::TagRule const& rule : (*m_categories)[i].any_of) {
            if (!rule.all.empty()) m_by_key[rule.all.front().first].push_back({i, &rule});
        }
    }
}

std::vector<walking::Category const*> PlaceRules::find(Tags tags) const
{
    std::vector<std::size_t> found;
    for (Tag const& tag : tags.all()) {
        auto const entries = m_by_key.find(tag.key);
        if (entries == m_by_key.end()) continue;
        for (Entry const& entry : entries->second) {
            if (fits(*entry.rule, tags)) found.push_back(entry.category);
        }
    }
    if (found.empty() || tags.get("disused") == "yes" || tags.get("abandoned") == "yes") return {};
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end()); // of std::ranges clang 14 does not take it
    std::vector<walking::Category const*> categories;
    for (std::size_t const category : found) categories.push_back(&(*m_categories)[category]);
    return categories;
}

bool fits(walking::TagRule const& rule, Tags tags)
{
    return std::ranges::all_of(rule.all, [&](auto const& want) { return has_any(tags, want.first, want.second); }) &&
           std::ranges::none_of(rule.none, [&](auto const& bar) { return has_any(tags, bar.first, bar.second); });
}

places::Place make_place(char type, std::int64_t id, std::string const& category, Tags tags)
{
    places::Place place;
    place.id = "osm-" + std::string{type} + std::to_string(id);
    place.category = category;
    place.name = repair_utf8(tags.get_first({"name", "brand"}));
    place.address = address_of(tags);
    place.opening_hours = repair_utf8(tags.get("opening_hours"));
    std::string_view const wheelchair = tags.get("wheelchair");
    if (is_one_of(wheelchair, {"yes", "limited", "no"})) place.wheelchair = wheelchair;
    if (wheelchair == "designated") place.wheelchair = "yes";
    place.source_url = "https://www.openstreetmap.org/" + std::string{word_of(type)} + "/" + std::to_string(id);
    return place;
}

} // namespace wf::osm
