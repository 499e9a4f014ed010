// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/street_words.hpp"

#include "feature/reach/parts.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <cmath>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr std::array<KnownPart, 8> parts{{{"surface", &KnownStreets::surface},
                                          {"smoothness", &KnownStreets::smoothness},
                                          {"width", &KnownStreets::width},
                                          {"incline", &KnownStreets::incline},
                                          {"sidewalk", &KnownStreets::sidewalk},
                                          {"lit", &KnownStreets::lit},
                                          {"kerb", &KnownStreets::kerb},
                                          {"passage", &KnownStreets::passage}}};

constexpr std::array<reach::Attribute, 4> of_street{reach::Attribute::surface, reach::Attribute::smoothness,
                                                    reach::Attribute::width, reach::Attribute::sidewalk};
constexpr std::array<reach::Attribute, 2> of_crossing{reach::Attribute::kerb, reach::Attribute::passage};

} // namespace

std::span<KnownPart const> known_parts()
{
    return parts;
}

KnownStreets read_known_streets(std::string_view basis)
{
    KnownStreets known;
    auto const root = json::read(basis);
    auto const* part = root ? root->find("known") : nullptr;
    if (part == nullptr) return known;
    auto const number = [&](std::string_view name) {
        auto const* value = part->find(name);
        return value != nullptr ? value->number().value_or(0) : 0.0;
    };
    known.metres = number("metres");
    known.benches = static_cast<int>(number("benches"));
    for (auto const& one : parts) known.*one.part = number(one.word);
    return known;
}

void write_known_table(html::Html& page, web::Visit const& visit, KnownStreets const& known)
{
    auto const& t = visit.t;
    std::vector<web::Column> const columns{{"", std::string{t("reach.known.column.what")}, web::Align::start, false},
                                           {"", std::string{t("reach.known.column.known")}, web::Align::number, false},
                                           {"", std::string{t("reach.known.column.bar")}, web::Align::start, true}};
    web::table(page, visit, t("reach.known.caption"), columns, "", [&] {
        for (auto const& one : parts) {
            double const part = std::clamp(known.*one.part, 0.0, 1.0);
            auto const hundred = std::to_string(in_hundred(part));
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), t("reach.known." + std::string{one.word}));
                page(tag::td, attr::cls("n"), attr::named("data-v", hundred),
                     t("reach.known.of_hundred", {{"n", hundred}}));
                page(tag::td, attr::cls("wide"), [&] {
                    web::certainty(page, {part, part, 1.0, t("reach.known.bar", {{"n", hundred}})});
                });
            });
        }
    });
}

std::vector<reach::Attribute> list_attributes(std::uint16_t bits)
{
    std::vector<reach::Attribute> list;
    for (std::size_t at = 0; at < reach::attribute_count; ++at) {
        auto const attribute = static_cast<reach::Attribute>(at);
        if ((bits & reach::bit(attribute)) != 0) list.push_back(attribute);
    }
    return list;
}

std::span<reach::Attribute const> visible_attributes(char osm_type)
{
    if (osm_type == 'n') return of_crossing;
    return of_street;
}

std::string write_look_at(words::Words const& t, std::uint16_t bits)
{
    std::string text;
    for (auto const attribute : list_attributes(bits)) {
        text += text.empty() ? "" : ", ";
        text += t("reach.look_at." + std::string{walking::to_word(attribute)});
    }
    return text;
}

std::string write_street_name(words::Words const& t, char osm_type, std::string_view name)
{
    if (osm_type == 'n')
        return name.empty() ? std::string{t("reach.streets.crossing_unnamed")}
                            : t("reach.streets.crossing", {{"streets", name}});
    return std::string{name.empty() ? t("reach.streets.street_unnamed") : name};
}

double told_metres(double metres)
{
    return std::max(1.0, metres < 100 ? std::round(metres) : std::round(metres / 10) * 10);
}

std::string write_street_place(words::Words const& t, std::string_view near, double metres)
{
    if (metres < 1) return std::string{near};
    auto const length = t.number(told_metres(metres));
    if (near.empty()) return t("reach.streets.metres", {{"n", length}});
    return t("reach.streets.near_metres", {{"near", near}, {"n", length}});
}

std::string path_of_street(char osm_type, std::int64_t osm_id)
{
    return std::string{"/straten/"} + osm_type + "/" + std::to_string(osm_id);
}

std::string osm_url(char osm_type, std::int64_t osm_id)
{
    return std::string{"https://www.openstreetmap.org/"} + (osm_type == 'n' ? "node/" : "way/") +
           std::to_string(osm_id);
}

std::string write_people_range(words::Words const& t, double low, double high)
{
    auto const from = t.number(round_people(low));
    auto to = t.number(round_people(high));
    return from == to ? to : t("reach.people_range", {{"low", from}, {"high", to}});
}

} // namespace wf::reach_pages
