// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"
#include "commons/people/leave.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/people/row_parts.hpp"
#include "commons/reflections/reflections.hpp"

#include <map>

namespace wf::people {
namespace {

void write_value(JsonWriter& out, std::string_view name, trail::SeenValue const& value)
{
    if (value.state == trail::SeenValue::State::plain) out.member(name, value.text);
}

/// By this person, or about it, in one workspace: by number, which says which came first.
std::map<std::int64_t, trail::SeenEntry> entries_of(store::Session& session, House const& house,
                                                    std::string const& workspace, std::string_view person)
{
    std::map<std::int64_t, trail::SeenEntry> found;
    for (bool const by : {true, false}) {
        trail::Choice choice;
        choice.workspace_id = workspace;
        (by ? choice.actor : choice.record_id) = std::string{person};
        for (;;) {
            auto entries = house.trail().list(session, choice);
            if (entries.empty()) break;
            choice.below = entries.back().number;
            for (auto& entry : entries) found.insert_or_assign(entry.number, std::move(entry));
        }
    }
    return found;
}

void write_entry(JsonWriter& out, trail::SeenEntry const& entry, std::string_view workspace, std::string_view person)
{
    out.begin_object();
    out.member("workspace", workspace);
    out.member("number", entry.number);
    out.member("at", entry.at);
    out.member("by_me", entry.actor == person);
    out.member("action", entry.action);
    out.key("changes");
    out.begin_array();
    for (auto const& change : entry.changes) {
        if (!change.about.empty() && change.about != person) continue; // somebody else's
        out.begin_object();
        out.member("field", change.field);
        write_value(out, "before", change.before);
        write_value(out, "after", change.after);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_trail(JsonWriter& out, store::Session& session, House const& house, std::string_view person)
{
    out.key("trail");
    out.begin_array();
    for (auto const& workspace : trail::list_workspaces(session)) {
        for (auto const& [number, entry] : entries_of(session, house, workspace, person))
            write_entry(out, entry, workspace, person);
    }
    out.end_array();
}

void write_events(JsonWriter& out, store::Session& session, std::string_view person)
{
    out.key("login_events");
    out.begin_array();
    watch::Choice choice{.person = std::string{person}};
    for (;;) {
        auto const events = watch::list(session, choice);
        if (events.empty()) break;
        choice.below = events.back().id;
        for (auto const& event : events) {
            out.begin_object();
            out.member("at", event.at);
            out.member("what", watch::to_word(event.kind));
            out.member("count", event.count);
            out.end_object();
        }
    }
    out.end_array();
}

Result<void> write_reflections(JsonWriter& out, store::Session& session, House const& house, std::string_view person)
{
    WF_TRY(auto const kept, reflections::list_of_person(session, house.trail().person_keys(), person));
    out.key("reflections");
    out.begin_array();
    for (auto const& one : kept) {
        out.begin_object();
        out.member("workspace", one.workspace_id);
        out.member("studio", one.studio_id);
        out.member("written_on", one.reflection.written_on);
        out.member("shared", one.reflection.is_shared());
        out.member("words", one.reflection.words);
        out.end_object();
    }
    out.end_array();
    return {};
}

} // namespace

Result<std::string> export_person(store::Session& session, House const& house, std::string_view person)
{
    auto const account = find_account(session, house, person);
    if (!account) return Error{Trouble::not_found, "people.unknown", std::string{person}, ""};
    WF_TRY_VOID(log_processing(session, house, "account.export", person));
    JsonWriter out;
    out.begin_object();
    out.key("account");
    out.begin_object();
    out.member("id", account->id);
    out.member("mail", account->mail);
    out.member("name", account->name);
    out.member("language", account->language);
    out.member("created_at", account->created_at);
    out.member("has_password", account->has_password);
    out.member("logs_in_with_code", account->has_code);
    out.end_object();
    out.key("workspaces");
    out.begin_array();
    for (auto const& membership : list_memberships(session, person)) {
        out.begin_object();
        out.member("name", membership.name);
        out.member("roles", access::to_words(membership.roles));
        out.end_object();
    }
    out.end_array();
    out.key("logins");
    out.begin_array();
    for (auto const& login : list_logins(session, house, person)) {
        out.begin_object();
        out.member("started_at", login.started_at);
        out.member("seen_at", login.seen_at);
        out.member("device", login.device);
        out.end_object();
    }
    out.end_array();
    out.key("identity_providers");
    out.begin_array();
    session.query("SELECT issuer FROM outside_identity WHERE person_id = $1 ORDER BY issuer, subject_digest", {person},
                  [&](store::Row const& row) { out.value(row.text(0)); });
    out.end_array();
    WF_TRY_VOID(write_reflections(out, session, house, person));
    write_events(out, session, person);
    write_trail(out, session, house, person);
    out.end_object();
    return std::move(out).finish();
}

Result<std::vector<runs::Run>> erase_person(store::Session& session, House const& house, std::string_view person,
                                            std::string_view actor)
{
    auto const account = find_account(session, house, person);
    if (!account) return Error{Trouble::not_found, "people.unknown", std::string{person}, ""};
    WF_TRY_VOID(check_not_last(session, person));
    for (auto const& membership : list_memberships(session, person))
        WF_TRY_VOID(set_roles(session, house, membership.workspace_id, person, {}, actor));
    WF_TRY_VOID(log_processing(session, house, "account.erase", person));
    WF_TRY_VOID(tell(session, house, "", actor, "account.erase", "account", person, {}));
    // Names of tables are ours; each has the person in a column of the same name.
    for (std::string const table :
         {"login", "login_device", "recovery_code", "password_reset", "outside_identity", "account"})
        session.exec("DELETE FROM " + table + " WHERE person_id = $1", {person});
    session.exec("DELETE FROM invitation WHERE mail_digest = $1", {house.digest_of(account->mail)});
    house.notebook()->forget(person);
    watch::forget_person(session, person);
    reflections::forget_person(session, person);
    auto runs = runs::take_down_using(session, person);
    trail::PersonKeys::destroy(session, person);
    return runs;
}

} // namespace wf::people
