// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "commons/areas/names.hpp"
#include "feature/admin/choices.hpp"
#include "feature/admin/forms.hpp"
#include "feature/admin/pages.hpp"
#include "feature/admin/parts.hpp"
#include "platform/clock/clock.hpp"
#include "platform/web/redirect.hpp"

#include <algorithm>
#include <array>

namespace wf::admin {

using namespace html;

namespace {

constexpr std::string_view address = "/beheer/instellingen";

using All = std::vector<settings::Settings::Shown>;

settings::Settings::Shown const* find(All const& all, std::string_view name)
{
    auto const found =
        std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.definition.name == name; });
    return found == all.end() ? nullptr : &*found;
}

/// Set in a file, the environment or on the command line: that weighs more than a page.
bool is_fixed(settings::Settings::Shown const& shown)
{
    return shown.from != "default" && shown.from != "page";
}

bool may_be_chosen(All const& all, std::string_view name)
{
    auto const* shown = find(all, name);
    return shown != nullptr && !is_fixed(*shown);
}

SettingsForm form_of(web::Visit const& visit, All const& all)
{
    SettingsForm form;
    form.asks_place = may_be_chosen(all, place_setting);
    form.asks_municipality = may_be_chosen(all, municipality_setting);
    if (form.asks_place) form.place = find(all, place_setting)->value;
    if (!form.asks_municipality) return form;
    form.municipality = find(all, municipality_setting)->value;
    auto const names =
        visit.store().read([](store::Session& session) { return areas::list_names(session, AreaLevel::municipality); });
    for (auto const& one : names) form.municipalities.push_back({one.code, one.name + " (" + one.code + ")"});
    form.asks_municipality = !form.municipalities.empty();
    return form;
}

std::string from_word(words::Words const& t, std::string const& from)
{
    auto key = "admin.settings.from." + from;
    std::replace(key.begin(), key.end(), ' ', '_');
    return std::string{t(key)};
}

void write_table(Html& page, web::Visit const& visit, All const& all)
{
    auto const& t = visit.t;
    std::array const columns{web::Column{"", std::string{t("admin.settings.name")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.settings.value")}, web::Align::start, false},
                             web::Column{"", std::string{t("admin.settings.from")}, web::Align::start, false}};
    web::table(page, visit, t("admin.settings.caption"), columns, "", [&] {
        for (auto const& shown : all) {
            auto const& definition = shown.definition;
            page(tag::tr, [&] {
                page(tag::th, attr::scope("row"), [&] {
                    page(tag::code, definition.name);
                    page(tag::span, attr::cls("small soft blk"),
                         visit.language() == words::Language::nl ? definition.help_nl : definition.help_en);
                });
                page(tag::td, [&] {
                    if (shown.value.empty()) page(tag::span, attr::cls("soft"), t("admin.settings.empty"));
                    else page(tag::code, attr::cls("breaks"), shown.value);
                });
                page(tag::td, from_word(t, shown.from));
            });
        }
    });
}

void write_fixed(Html& page, web::Visit const& visit, All const& all)
{
    for (auto const name : {place_setting, municipality_setting}) {
        auto const* shown = find(all, name);
        if (shown == nullptr || !is_fixed(*shown)) continue;
        page(tag::p, visit.t("admin.settings.fixed", {{"name", name}, {"from", from_word(visit.t, shown->from)}}));
    }
}

Result<http::Response> write(web::Visit const& visit, All const& all, web::Filled<SettingsForm> const& filled)
{
    if (auto const refused = web::refuse_form(visit, filled.faults)) return *refused;
    bool const asks = filled.form.asks_place || filled.form.asks_municipality;
    return write_page(
        visit, address, "admin.settings",
        [&](Html& page) {
            auto const& t = visit.t;
            page(tag::section, [&] {
                page(tag::h2, t("admin.settings.choose"));
                write_fixed(page, visit, all);
                if (!asks || !visit.may(access::Action::manage, "installation")) return;
                web::write_form(page, visit,
                                {.action = visit.link(address),
                                 .prefix = "admin.settings.form",
                                 .submit_key = "admin.settings.submit"},
                                filled);
            });
            page(tag::section, [&] {
                page(tag::h2, t("admin.settings.all"));
                page(tag::p, t("admin.settings.all_text"));
                write_table(page, visit, all);
            });
        },
        filled.faults.empty() ? 200 : 400);
}

struct Changed {
    std::string_view name;
    std::string before;
    std::string after;
};

/// Kept with what stands in the trail of it, all or nothing; then it counts.
Result<void> keep(web::Visit const& visit, people::House const& house, std::vector<Changed> const& changes)
{
    auto const now = Timestamp{now_millis()}.to_iso();
    auto const kept = visit.store().write([&](store::Session& session) -> Result<void> {
        auto const top = workspaces::find_top(session);
        if (!top) return Error{Trouble::conflict, "people.no_top", "", "the first set-up was not finished"};
        for (auto const& change : changes) {
            keep_choice(session, {std::string{change.name}, change.after, now});
            trail::Entry entry{top->id, visit.actor.person_id, "setting.choose", "setting", std::string{change.name}};
            entry.changes = {{"value", change.before, change.after}};
            WF_TRY_VOID(house.trail().add(session, entry));
        }
        return {};
    });
    if (!kept) return kept.error();
    for (auto const& change : changes) WF_TRY_VOID(visit.context.settings->choose(change.name, change.after));
    visit.store().announce_change();
    return {};
}

} // namespace

Result<http::Response> settings_page(web::Visit const& visit, Office&)
{
    auto const all = visit.context.settings->all();
    return write(visit, all, {form_of(visit, all), {}});
}

Result<http::Response> settings_answer(web::Visit const& visit, Office& office)
{
    WF_TRY(auto const sent, web::read_form_body(visit.request));
    auto const all = visit.context.settings->all();
    auto const now = form_of(visit, all);
    auto const filled = web::fill_in(now, sent);
    if (!filled.faults.empty()) return write(visit, all, filled);
    auto const& form = filled.form;
    std::vector<Changed> changes;
    if (form.place != now.place) changes.push_back({place_setting, now.place, form.place});
    if (form.municipality != now.municipality)
        changes.push_back({municipality_setting, now.municipality, form.municipality});
    if (!changes.empty()) WF_TRY_VOID(keep(visit, *office.house, changes));
    return web::done(visit, visit.link(address));
}

} // namespace wf::admin
