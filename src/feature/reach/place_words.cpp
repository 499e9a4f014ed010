// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/place_words.hpp"

#include "base/date.hpp"
#include "feature/reach/opening_hours.hpp"
#include "feature/reach/parts.hpp"

namespace wf::reach_pages {

namespace tag = html::tag;

std::string write_place_name(words::Words const& t, std::string_view name, walking::Category const& kind)
{
    if (!name.empty()) return std::string{name};
    return t("reach.place.unnamed", {{"kind", name_of(kind, t.language())}});
}

std::string write_where(words::Words const& t, std::string_view address, std::string_view street)
{
    if (!address.empty()) return std::string{address};
    if (!street.empty()) return t("reach.place.near_street", {{"street", street}});
    return std::string{t("reach.place.no_address")};
}

std::string_view write_wheelchair(words::Words const& t, std::string_view wheelchair)
{
    if (wheelchair == "yes") return t("reach.place.wheelchair.yes");
    if (wheelchair == "limited") return t("reach.place.wheelchair.limited");
    if (wheelchair == "no") return t("reach.place.wheelchair.no");
    return t("reach.place.wheelchair.unknown");
}

std::string write_state_of_map(words::Words const& t, std::string_view date)
{
    auto const day = Date::parse(date);
    if (!day) return std::string{t("reach.places.state_unknown")};
    return t("reach.places.state", {{"date", long_date(*day, words::to_locale(t.language()))}});
}

void write_hours(html::Html& page, web::Visit const& visit, std::string_view opening_hours)
{
    auto const rules = write_opening_hours(opening_hours, visit.language());
    if (rules.empty()) page.text(visit.t("reach.place.hours_unknown"));
    bool first = true;
    for (auto const& rule : rules) {
        if (!first) page(tag::br);
        first = false;
        page.text(rule);
    }
}

} // namespace wf::reach_pages
