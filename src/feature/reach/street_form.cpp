// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/reach/forms.hpp"
#include "feature/reach/sketch.hpp"
#include "feature/reach/street_answers.hpp"
#include "feature/reach/street_words.hpp"
#include "platform/clock/clock.hpp"
#include "platform/web/form_body.hpp"
#include "platform/web/same_origin.hpp"

#include <algorithm>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

/// More than a municipality can look at: somebody is playing, or nobody is looking.
constexpr std::size_t most_waiting = 2000;

struct Street {
    char osm_type{'w'};
    std::int64_t osm_id{0};
    std::string name;
    std::string near;
    double metres{0};
    std::vector<reach::Attribute> asked; ///< what the form asks
    std::string dataset;                 ///< with its network and map
    std::vector<MarkedLine> lines;       ///< where it lies
    std::optional<geo::Point> spot;      ///< of a crossing
};

Date today()
{
    return Date::from_days_since_epoch(now_millis() / 86'400'000);
}

/// In the survey of any walker; adds what each of them wants to know.
bool find_in_survey(web::Visit const& visit, Desk& desk, Street& street)
{
    auto const picture = desk.pictures.get(visit.store(), municipality_of(visit));
    if (picture == nullptr) return false;
    std::uint16_t bits = 0;
    visit.store().read([&](store::Session& session) {
        for (auto const& walker : desk.rules.profiles.all()) {
            for (auto const& spot : load_survey(session, picture->run.id, walker.profile.id)) {
                if (spot.osm_type != street.osm_type || spot.osm_id != street.osm_id) continue;
                bits = static_cast<std::uint16_t>(bits | spot.attributes);
                street.name = spot.name;
                street.near = spot.near;
                street.metres = spot.metres;
            }
        }
    });
    for (auto const attribute : visible_attributes(street.osm_type)) {
        if ((bits & reach::bit(attribute)) != 0) street.asked.push_back(attribute);
    }
    return bits != 0;
}

/// Anywhere in the network of the municipality.
bool find_in_network(web::Visit const& visit, Desk& desk, Street& street)
{
    auto const prepared = desk.towns.prepare(visit.store(), municipality_of(visit), desk.rules);
    if (!prepared) return false;
    auto const& network = (*prepared)->network;
    if (street.osm_type == 'n')
        return std::any_of(network.nodes.begin(), network.nodes.end(),
                           [&](reach::NetworkNode const& node) { return node.osm_id == street.osm_id; });
    auto const found = std::find_if(network.ways.begin(), network.ways.end(),
                                    [&](reach::Way const& way) { return way.osm_id == street.osm_id; });
    if (found == network.ways.end()) return false;
    street.name = network.names[found->name];
    return true;
}

/// Its pieces in the network, for the drawing.
void find_shape(web::Visit const& visit, Desk& desk, Street& street)
{
    auto const prepared = desk.towns.prepare(visit.store(), municipality_of(visit), desk.rules);
    if (!prepared) return;
    street.dataset = (*prepared)->network_dataset;
    auto const& network = (*prepared)->network;
    for (auto const& node : network.nodes) {
        if (street.osm_type == 'n' && node.osm_id == street.osm_id) street.spot = reach::to_point(node.at);
    }
    if (street.osm_type != 'w') return;
    for (auto const& edge : network.edges) {
        if (network.ways[edge.way].osm_id != street.osm_id) continue;
        MarkedLine line;
        line.points.push_back(reach::to_point(network.nodes[edge.from].at));
        for (std::uint32_t i = 0; i < edge.bends; ++i)
            line.points.push_back(reach::to_point(network.bends[edge.first_bend + i]));
        line.points.push_back(reach::to_point(network.nodes[edge.to].at));
        street.lines.push_back(std::move(line));
    }
}

/// Empty where no map was imported.
html::Safe write_map(web::Visit const& visit, Street const& street)
{
    auto const& t = visit.t;
    html::Html page;
    Sketch sketch;
    sketch.label = t(street.spot ? "reach.street.map_node" : "reach.street.map_way");
    sketch.lines = street.lines;
    if (street.spot) sketch.points.push_back({*street.spot, Mark::pin});
    sketch.least_metres = 400;
    sketch.route_words = t("reach.street.this_way");
    sketch.pin_words = t("reach.street.this_node");
    write_sketch(page, visit, street.dataset, sketch);
    return page.take();
}

Result<Street> find_street(web::Visit const& visit, Desk& desk)
{
    auto const type = visit.request.part("type");
    auto const id = parse_integer(visit.request.part("id"));
    Error const unknown{Trouble::not_found, "reach.unknown_street",
                        std::string{type} + std::string{visit.request.part("id")}, "there is no such street here"};
    if ((type != "w" && type != "n") || !id || *id <= 0) return unknown;
    Street street;
    street.osm_type = type.front();
    street.osm_id = *id;
    if (!find_in_survey(visit, desk, street) && !find_in_network(visit, desk, street)) return unknown;
    if (street.asked.empty()) {
        auto const all = visible_attributes(street.osm_type);
        street.asked.assign(all.begin(), all.end());
    }
    find_shape(visit, desk, street);
    return street;
}

/// What the form shows: what was typed before, and what was wrong with it.
struct Filled {
    http::Pairs form;
    std::vector<Error> faults;
    [[nodiscard]] bool has_fault(std::string_view field) const
    {
        return std::any_of(faults.begin(), faults.end(), [&](Error const& one) { return one.field == field; });
    }
};

void write_fault(html::Html& page, words::Words const& t, std::string_view field)
{
    page(tag::p, attr::cls("fielderror"), attr::id("fout-" + std::string{field}), [&] {
        web::icon(page, "warn");
        page.text(field == day_field ? t("reach.street.fault.day") : t("reach.street.fault.value"));
    });
}

void write_radio(html::Html& page, words::Words const& t, std::string const& word, std::string_view choice,
                 std::string_view chosen)
{
    auto const key = word + "." + std::string{choice};
    page(tag::label, attr::cls("chip"), [&] {
        page(tag::input, attr::named("type", "radio"), attr::named("name", word), attr::named("value", choice),
             attr::when(choice == chosen, attr::bare("checked")));
        page(tag::span, [&] {
            if (choice.empty()) {
                page.text(t("reach.street.skip"));
                return;
            }
            page(tag::b, t("reach.street.short." + key));
            page(tag::i, t("reach.street.looks." + key));
        });
    });
}

void write_choices(html::Html& page, words::Words const& t, reach::Attribute attribute, Filled const& filled)
{
    auto const word = std::string{walking::to_word(attribute)};
    page(tag::fieldset, attr::cls("choices"), [&] {
        page(tag::legend, t("reach.street.ask." + word));
        if (filled.has_fault(word)) write_fault(page, t, word);
        auto const chosen = web::given(filled.form, word);
        for (auto const choice : choices(attribute)) write_radio(page, t, word, choice, chosen);
        write_radio(page, t, word, "", chosen);
    });
}

void write_centimetres(html::Html& page, words::Words const& t, reach::Attribute attribute, Filled const& filled)
{
    auto const word = std::string{walking::to_word(attribute)};
    bool const wrong = filled.has_fault(word);
    page(tag::div, attr::cls("field measure"), [&] {
        page(tag::label, attr::named("for", word), t("reach.street.ask." + word));
        page(tag::span, attr::cls("hint"), attr::id("hint-" + word), t("reach.street.measure." + word));
        if (wrong) write_fault(page, t, word);
        auto const described = "hint-" + word + (wrong ? " fout-" + word : "");
        page(tag::div, attr::cls("row"), [&] {
            page(tag::input, attr::cls("utrecht-textbox"), attr::id(word), attr::named("name", word),
                 attr::named("inputmode", "numeric"), attr::named("autocomplete", "off"), attr::named("maxlength", "4"),
                 attr::named("value", web::given(filled.form, word)), attr::named("aria-describedby", described),
                 attr::when(wrong, attr::named("aria-invalid", "true")));
            page(tag::span, t("reach.street.centimetres"));
        });
    });
}

void write_day(html::Html& page, words::Words const& t, Filled const& filled)
{
    bool const wrong = filled.has_fault(day_field);
    auto const now = today().to_iso();
    page(tag::div, attr::cls("field measure"), [&] {
        page(tag::label, attr::named("for", day_field), t("reach.street.day"));
        if (wrong) write_fault(page, t, day_field);
        auto const said = web::given(filled.form, day_field);
        page(tag::input, attr::cls("utrecht-textbox"), attr::id(day_field), attr::named("name", day_field),
             attr::named("type", "date"), attr::named("value", said.empty() ? std::string_view{now} : said),
             attr::named("max", now), attr::when(wrong, attr::named("aria-invalid", "true")),
             attr::when(wrong, attr::named("aria-describedby", "fout-dag")));
    });
}

void write_form(html::Html& page, web::Visit const& visit, Street const& street, Filled const& filled)
{
    auto const& t = visit.t;
    page(tag::form, attr::cls("streetform"), attr::named("method", "post"),
         attr::named("action", link_to(visit, path_of_street(street.osm_type, street.osm_id), {})), [&] {
             for (auto const attribute : street.asked) {
                 if (choices(attribute).empty()) write_centimetres(page, t, attribute, filled);
                 else write_choices(page, t, attribute, filled);
             }
             write_day(page, t, filled);
             page(tag::div, [&] {
                 write_submit(page, t("reach.street.send"));
                 page(tag::p, attr::cls("hint"), t("reach.street.no_name"));
             });
         });
}

web::Frame make_frame(web::Visit const& visit, std::string const& name)
{
    web::Frame frame;
    frame.title = name;
    frame.section = "home";
    frame.cache = http::Cache::never; // the day in the form is today's
    frame.has_map = true;
    frame.crumbs = {{std::string{visit.t("reach.crumb.home")}, visit.link("/")},
                    {std::string{visit.t("reach.streets.title")}, link_to(visit, "/straten", {})},
                    {name, ""}};
    return frame;
}

http::Response write_page(web::Visit const& visit, Street const& street, Filled const& filled)
{
    auto const& t = visit.t;
    auto const name = write_street_name(t, street.osm_type, street.name);
    auto frame = make_frame(visit, name);
    if (!filled.faults.empty()) frame.status = 400;
    return web::page(visit, frame, [&](html::Html& page) {
        page(tag::h1, name);
        auto const place = write_street_place(t, street.near, street.metres);
        page(tag::p, attr::cls("lead"), t("reach.street.lead"));
        page(tag::p, attr::cls("soft"), [&] {
            if (!place.empty()) page.text(place + " · ");
            page(tag::a, attr::href(osm_url(street.osm_type, street.osm_id)), t("reach.street.on_osm"));
        });
        if (!filled.faults.empty()) {
            web::message(page, web::Message::error, t("reach.street.fault"), [&] {
                page(tag::p, filled.has_fault("") ? t("reach.street.fault.nothing") : t("reach.street.fault.help"));
            });
        }
        auto const map = write_map(visit, street);
        if (map.markup.empty()) {
            write_form(page, visit, street, filled);
            return;
        }
        page(tag::div, attr::cls("cols cols--even streetcols"), [&] {
            page(tag::div, map);
            write_form(page, visit, street, filled);
        });
    });
}

http::Response write_thanks(web::Visit const& visit, Street const& street, std::size_t answers)
{
    auto const& t = visit.t;
    return web::page(visit, make_frame(visit, write_street_name(t, street.osm_type, street.name)),
                     [&](html::Html& page) {
                         page(tag::h1, t("reach.street.thanks"));
                         web::message(page, web::Message::ok,
                                      t.count("reach.street.kept", static_cast<std::int64_t>(answers)),
                                      [&] { page(tag::p, t("reach.street.kept_help")); });
                         page(tag::p, attr::cls("row afterkey"), [&] {
                             web::link_button(page, link_to(visit, "/straten", {}), t("reach.street.next"),
                                              web::Button::primary);
                         });
                     });
}

} // namespace

Result<http::Response> street_page(web::Visit const& visit, Desk& desk)
{
    WF_TRY(auto const street, find_street(visit, desk));
    return write_page(visit, street, {});
}

Result<http::Response> street_answer(web::Visit const& visit, Desk& desk)
{
    WF_TRY_VOID(web::check_same_origin(visit.request));
    WF_TRY(auto const street, find_street(visit, desk));
    WF_TRY(auto form, web::read_form_body(visit.request, web::small_form_bytes));
    Observation about;
    about.municipality = municipality_of(visit);
    about.osm_type = street.osm_type;
    about.osm_id = street.osm_id;
    auto answers = read_street_answers(form, about, today());
    if (!answers.faults.empty()) return write_page(visit, street, {std::move(form), std::move(answers.faults)});
    WF_TRY_VOID(visit.store().write([&](store::Session& session) -> Result<void> {
        if (load_observations(session, Review::waiting).size() + answers.observations.size() > most_waiting)
            return Error{Trouble::refused, "reach.too_many_waiting", "",
                         "somebody of the municipality has to look first"};
        for (auto const& seen : answers.observations) static_cast<void>(add_observation(session, seen));
        return {};
    }));
    return write_thanks(visit, street, answers.observations.size());
}

} // namespace wf::reach_pages
