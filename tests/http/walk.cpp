// SPDX-License-Identifier: EUPL-1.2
#include "walk.hpp"

#include "base/csv.hpp"
#include "page_text.hpp"
#include "platform/json/json.hpp"
#include "scenario_run.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace wf::http_scenarios {
namespace {

/// More than any demonstration has: past this a link makes new addresses without end.
constexpr std::size_t most_pages = 20'000;

std::string path_word(std::string const& level)
{
    if (level == "municipality") return "gemeente";
    return level == "district" ? "wijk" : "buurt";
}

json::Array rows_of(json::Value const& document)
{
    auto const* rows = document.find("rows");
    return rows != nullptr && rows->array() != nullptr ? *rows->array() : json::Array{};
}

std::string text_of(json::Value const& row, std::string_view key)
{
    auto const* found = row.find(key);
    return found != nullptr && found->text() != nullptr ? *found->text() : std::string{};
}

std::optional<double> number_of(json::Value const& row, std::string_view key)
{
    auto const* found = row.find(key);
    return found != nullptr ? found->number() : std::nullopt;
}

class Visitor {
public:
    explicit Visitor(app::Site const& site) : m_site{site} {}

    /// The answer; what is wrong with any answer is noted.
    http::Response ask(std::string const& target)
    {
        auto response = m_site.ask(target);
        ++walk.pages;
        if (auto const bad = find_bad_number(response.body); !bad.empty()) note(target, "it shows " + bad);
        return response;
    }

    void note(std::string const& target, std::string const& fault)
    {
        constexpr std::size_t most_noted = 100;
        if (walk.faults.size() < most_noted) walk.faults.push_back(target + ": " + fault);
    }

    Walk walk;

private:
    app::Site const& m_site;
};

void check_figure(Visitor& visitor, std::string const& target, json::Value const& row)
{
    auto const about = text_of(row, "indicator") + ": ";
    auto const value = number_of(row, "value");
    auto const low = number_of(row, "low");
    auto const high = number_of(row, "high");
    bool const answered = text_of(row, "status") == "answered";
    if (answered != value.has_value()) visitor.note(target, about + "status and value contradict each other");
    if (!answered && (low || high)) visitor.note(target, about + "a margin around nothing");
    if (!answered && text_of(row, "reason").empty()) visitor.note(target, about + "no figure, and no reason");
    if (low.has_value() != high.has_value()) visitor.note(target, about + "half a margin");
    if (value && low && (*low > *value || *value > *high))
        visitor.note(target, about + "the value lies outside its margin");
    if (text_of(row, "kind") == "modelled" && low)
        visitor.note(target, about + "a modelled figure with a margin that nobody published");
    if (value && text_of(row, "unit") == "percent" && (*value < 0 || *value > 100))
        visitor.note(target, about + "no percentage");
    if (value && *value < 0) visitor.note(target, about + "less than nothing");
    if (answered &&
        (text_of(row, "dataset").empty() || text_of(row, "licence").empty() || text_of(row, "source").empty()))
        visitor.note(target, about + "nobody knows where it comes from");
    if (text_of(row, "run").empty()) visitor.note(target, about + "no run");
}

/// HTML, JSON, CSV and GeoJSON of one area in one language.
void check_area(Visitor& visitor, std::string const& base, std::string const& code, std::string const& name)
{
    auto const page = visitor.ask(base);
    if (page.status != 200 || page_text::visible_text(page.body).find(name) == std::string::npos)
        visitor.note(base, "no page about " + name);

    auto const document = json::read(visitor.ask(base + ".json").body);
    if (!document) return visitor.note(base + ".json", "no JSON");
    auto const rows = rows_of(*document);
    if (rows.empty()) visitor.note(base + ".json", "no figures");
    for (auto const& row : rows) check_figure(visitor, base + ".json", row);

    auto const table = read_csv(visitor.ask(base + ".csv").body);
    if (!table || table->rows() != rows.size() || table->refused_count() > 0) {
        visitor.note(base + ".csv", "not the rows of the JSON");
    } else if (auto const column = table->column("value"); column) {
        for (std::size_t at = 0; at < rows.size(); ++at) {
            auto const number = table->number(at, *column);
            if (!number || *number != number_of(rows[at], "value"))
                visitor.note(base + ".csv", "another value than in JSON, row " + std::to_string(at + 1));
        }
    } else {
        visitor.note(base + ".csv", "no column value");
    }

    auto const map = json::read(visitor.ask(base + ".geojson").body);
    auto const* features = map ? map->find("features") : nullptr;
    if (features == nullptr || features->array() == nullptr || features->array()->size() != 1)
        return visitor.note(base + ".geojson", "not one feature");
    auto const& feature = features->array()->front();
    auto const* geometry = feature.find("geometry");
    auto const* properties = feature.find("properties");
    if (geometry == nullptr || text_of(*geometry, "type").find("Polygon") == std::string::npos)
        visitor.note(base + ".geojson", "no outline");
    if (properties == nullptr || text_of(*properties, "code") != code) visitor.note(base + ".geojson", "another area");
}

/// The address of a link as the browser would ask for it; empty when it is not ours. `here` is where it stands.
std::string resolve(std::string const& here, std::string const& link)
{
    auto const whole = link.substr(0, link.find('#'));
    if (whole.starts_with('/')) return whole;
    if (whole.starts_with('?')) return here.substr(0, here.find('?')) + whole;
    return {};
}

/// Some pages have hundreds of alike ones (places, streets, choices of a form): of each such sort a number is enough.
class Alike {
public:
    /// May this address be asked for?
    bool take(std::string_view address)
    {
        constexpr std::size_t most = 40;
        auto const path = address.substr(0, address.find('?'));
        for (auto const sort : {"/plek/", "/plekken", "/bereik", "/kansen/wat-als", "/kansen", "/straten"}) {
            if (path.find(sort) != std::string_view::npos)
                return ++m_asked[std::string{path.substr(0, 3)} + sort] <= most;
        }
        return true;
    }

private:
    std::map<std::string, std::size_t> m_asked;
};

void check_page(Visitor& visitor, std::string const& target, std::string const& body)
{
    auto const ids = page_text::attribute_values(body, "id");
    std::set<std::string> const known{ids.begin(), ids.end()};
    if (known.size() != ids.size()) visitor.note(target, "an id twice");
    for (auto const& link : page_text::links(body)) {
        if (link.target.empty() || link.text.empty())
            visitor.note(target, "a link without address or words: " + link.target + link.text);
        if (link.target.starts_with('#') && !known.contains(link.target.substr(1)))
            visitor.note(target, link.target + " leads nowhere");
        bool const elsewhere = link.target.find("://") != std::string::npos;
        if (elsewhere && !link.target.starts_with("https://")) visitor.note(target, "an unsafe link: " + link.target);
    }
}

} // namespace

Walk walk_areas(app::Site const& site)
{
    Visitor visitor{site};
    for (auto const* list : {"/nl/gemeenten.json", "/nl/wijken.json", "/nl/buurten.json"}) {
        auto const document = json::read(visitor.ask(list).body);
        if (!document) {
            visitor.note(list, "no JSON");
            continue;
        }
        for (auto const& row : rows_of(*document)) {
            ++visitor.walk.areas;
            auto const code = text_of(row, "code");
            for (auto const* language : {"/nl/", "/en/"}) {
                check_area(visitor, language + path_word(text_of(row, "level")) + "/" + code, code,
                           text_of(row, "name"));
            }
        }
    }
    return std::move(visitor.walk);
}

Walk follow_all_links(app::Site const& site)
{
    Visitor visitor{site};
    std::deque<std::string> waiting{"/nl", "/en"};
    std::set<std::string> seen{waiting.begin(), waiting.end()};
    Alike alike;
    while (!waiting.empty()) {
        auto const target = std::move(waiting.front());
        waiting.pop_front();
        if (visitor.walk.pages == most_pages) {
            visitor.note(target, "links without end");
            break;
        }
        auto const response = visitor.ask(target);
        if (response.status >= 400)
            visitor.note(target, "a link leads here, and it answers " + std::to_string(response.status));
        if (response.status != 200 || !response.content_type.starts_with("text/html")) continue;
        check_page(visitor, target, response.body);
        for (auto const& link : page_text::links(response.body)) {
            auto address = resolve(target, link.target);
            if (!address.empty() && seen.insert(address).second && alike.take(address))
                waiting.push_back(std::move(address));
        }
    }
    return std::move(visitor.walk);
}

} // namespace wf::http_scenarios
