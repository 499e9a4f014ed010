// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/forms.hpp"

#include "base/percent.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace wf::reach_pages {

namespace tag = html::tag;
namespace attr = html::attr;

namespace {

constexpr html::Element optgroup{"optgroup"};
constexpr std::array<std::string_view, 3> usual{"rollator", "age_80", "adult"};

void write_option(html::Html& page, std::string_view value, std::string_view words, bool chosen)
{
    page(tag::option, attr::named("value", value), attr::when(chosen, attr::bare("selected")), words);
}

bool is_usual(walking::WalkerProfile const& profile)
{
    return std::find(usual.begin(), usual.end(), profile.profile.id) != usual.end();
}

/// Percent-encoded: letters, digits and - _ . stay.
void encode(std::string& out, std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (unsigned char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
        if (plain) out += static_cast<char>(c);
        else ((out += '%') += digits[c / 16]) += digits[c % 16];
    }
}

} // namespace

std::vector<walking::WalkerProfile const*> usual_walkers(walking::Profiles const& profiles,
                                                         walking::WalkerProfile const& chosen)
{
    std::vector<walking::WalkerProfile const*> walkers;
    for (auto const id : usual) {
        if (auto const* profile = profiles.find(id)) walkers.push_back(profile);
    }
    if (std::find(walkers.begin(), walkers.end(), &chosen) == walkers.end()) walkers.push_back(&chosen);
    return walkers;
}

void write_field(html::Html& page, std::string_view id, std::string_view label, std::string_view hint,
                 std::function<void()> const& control)
{
    page(tag::div, attr::cls("field"), [&] {
        page(tag::label, attr::named("for", id), [&] {
            page.text(label);
            if (!hint.empty()) page(tag::span, attr::cls("hint"), hint);
        });
        control();
    });
}

void write_text_field(html::Html& page, std::string_view id, std::string_view label, std::string_view hint,
                      std::string_view value, std::string_view fault)
{
    auto const fault_id = std::string{id} + "-fout";
    page(tag::div, attr::cls("field"), [&] {
        page(tag::label, attr::named("for", id), [&] {
            page.text(label);
            if (!hint.empty()) page(tag::span, attr::cls("hint"), hint);
        });
        if (!fault.empty()) page(tag::p, attr::cls("fault"), attr::id(fault_id), fault);
        page(tag::input, attr::cls("utrecht-textbox"), attr::id(id), attr::named("name", id),
             attr::named("type", "text"), attr::named("value", value), attr::named("autocomplete", "off"),
             attr::when(!fault.empty(), attr::named("aria-invalid", "true")),
             attr::when(!fault.empty(), attr::named("aria-describedby", fault_id)));
    });
}

void write_profile_field(html::Html& page, web::Visit const& visit, Rules const& rules,
                         walking::WalkerProfile const& chosen)
{
    auto const& t = visit.t;
    auto const option = [&](walking::WalkerProfile const& profile) {
        write_option(page, profile.profile.id, name_of(profile, t.language()), &profile == &chosen);
    };
    write_field(page, "wie", t("reach.form.who"), {}, [&] {
        page(tag::select, attr::cls("utrecht-select"), attr::id("wie"), attr::named("name", "wie"), [&] {
            page(optgroup, attr::named("label", t("reach.form.usual")), [&] {
                for (auto const id : usual) {
                    if (auto const* profile = rules.profiles.find(id)) option(*profile);
                }
            });
            page(optgroup, attr::named("label", t("reach.form.others")), [&] {
                for (auto const& profile : rules.profiles.all()) {
                    if (!is_usual(profile)) option(profile);
                }
            });
        });
    });
}

void write_category_field(html::Html& page, web::Visit const& visit, Rules const& rules,
                          walking::Category const* chosen, AllKinds all_kinds)
{
    auto const& t = visit.t;
    std::vector<walking::Category const*> kinds;
    for (auto const& category : rules.categories.all()) kinds.push_back(&category);
    std::sort(kinds.begin(), kinds.end(), [&](walking::Category const* a, walking::Category const* b) {
        return sort_key(name_of(*a, t.language())) < sort_key(name_of(*b, t.language()));
    });
    write_field(page, "waar", t("reach.form.where"), {}, [&] {
        page(tag::select, attr::cls("utrecht-select"), attr::id("waar"), attr::named("name", "waar"), [&] {
            if (all_kinds == AllKinds::yes) write_option(page, "", t("reach.form.all_kinds"), chosen == nullptr);
            for (auto const* kind : kinds) write_option(page, kind->id, name_of(*kind, t.language()), kind == chosen);
        });
    });
}

void write_minutes_field(html::Html& page, web::Visit const& visit, int chosen)
{
    auto const& t = visit.t;
    page(tag::fieldset, [&] {
        page(tag::legend, t("reach.form.minutes"));
        page(tag::div, attr::cls("chips"), [&] {
            for (int const minutes : {5, 10, 15}) {
                auto const value = std::to_string(minutes);
                page(tag::label, attr::cls("chip"), [&] {
                    page(tag::input, attr::named("type", "radio"), attr::named("name", "minuten"),
                         attr::named("value", value), attr::when(minutes == chosen, attr::bare("checked")));
                    page(tag::span, t("reach.minutes", {{"n", value}}));
                });
            }
        });
    });
}

void write_legs_field(html::Html& page, web::Visit const& visit, graph::LegLimit chosen)
{
    auto const& t = visit.t;
    page(tag::fieldset, attr::cls("whole"), [&] {
        page(tag::legend, t("reach.form.legs"));
        page(tag::div, attr::cls("chips"), [&] {
            for (auto const limit : {graph::LegLimit::soft, graph::LegLimit::hard}) {
                bool const hard = limit == graph::LegLimit::hard;
                page(tag::label, attr::cls("chip"), [&] {
                    page(tag::input, attr::named("type", "radio"), attr::named("name", "bank"),
                         attr::named("value", hard ? "grens" : "tijd"),
                         attr::when(limit == chosen, attr::bare("checked")));
                    page(tag::span, t(hard ? "reach.form.legs.hard" : "reach.form.legs.soft"));
                });
            }
        });
    });
}

void write_submit(html::Html& page, std::string_view words)
{
    page(tag::button, attr::cls("utrecht-button utrecht-button--primary-action"), attr::named("type", "submit"), words);
}

void keep_municipality(html::Html& page, web::Visit const& visit)
{
    if (auto const asked = visit.request.parameter("gemeente").value_or(""); !asked.empty())
        page(tag::input, attr::named("type", "hidden"), attr::named("name", "gemeente"), attr::named("value", asked));
}

void write_hidden(html::Html& page, std::string_view name, std::string_view value)
{
    if (value.empty()) return;
    page(tag::input, attr::named("type", "hidden"), attr::named("name", name), attr::named("value", value));
}

std::string link_to(web::Visit const& visit, std::string_view path, Parameters parameters)
{
    auto url = visit.link(path);
    char separator = '?';
    auto const add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        url += separator;
        url += name;
        url += '=';
        encode(url, value);
        separator = '&';
    };
    for (auto const& [name, value] : parameters) add(name, value);
    add("gemeente", visit.request.parameter("gemeente").value_or(""));
    return url;
}

void write_ask_link(html::Html& page, web::Visit const& visit, std::string_view address, std::string_view name)
{
    auto const url = "/vragen?bij=" + percent_encode(address) + "&naam=" + percent_encode(name);
    page(html::tag::p, html::attr::cls("noprint"),
         [&] { page(html::tag::a, html::attr::href(visit.link(url)), visit.t("reach.ask")); });
}

std::vector<std::pair<std::string, std::string>> other_formats(web::Visit const& visit, std::string_view path)
{
    auto const mark = visit.request.target.find('?');
    auto const query = mark == std::string::npos ? std::string{} : visit.request.target.substr(mark);
    auto const base = visit.link(path);
    return {{"CSV", base + ".csv" + query}, {"JSON", base + ".json" + query}};
}

} // namespace wf::reach_pages
