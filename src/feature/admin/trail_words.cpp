// SPDX-License-Identifier: EUPL-1.2
#include "feature/admin/trail_words.hpp"

#include "platform/web/roles.hpp"

namespace wf::admin {

using namespace html;

namespace {

using State = trail::SeenValue::State;

/// Is the record of this entry a person?
bool is_about_person(trail::SeenEntry const& entry)
{
    return entry.kind == "account" || entry.kind == "membership";
}

std::string value_words(words::Words const& t, std::string const& field, trail::SeenValue const& value)
{
    switch (value.state) {
    case State::absent: return std::string{t("admin.trail.absent")};
    case State::erased: return std::string{t("admin.trail.erased")};
    case State::unreadable: return std::string{t("admin.trail.unreadable")};
    case State::plain: break;
    }
    if (value.text.empty()) return std::string{t("admin.trail.absent")};
    if (field == "roles") {
        auto const list = web::role_list(t, access::read_roles(value.text));
        return list.empty() ? value.text : list;
    }
    auto const kind = "admin.workspaces.kind." + value.text;
    return field == "kind" && t.has(kind) ? std::string{t(kind)} : value.text;
}

void write_value(Html& page, words::Words const& t, std::string const& field, trail::SeenValue const& value)
{
    auto const words = value_words(t, field, value);
    if (value.state == State::plain && !value.text.empty()) page.text(words);
    else page(tag::em, words);
}

} // namespace

Names load_names(store::Session& session, people::House const& house, std::span<trail::SeenEntry const> entries)
{
    Names names;
    std::map<std::string, bool> looked_up;
    auto const look_up = [&](std::string const& id) {
        if (!looked_up.try_emplace(id, true).second) return;
        if (auto const account = people::find_account(session, house, id)) names[id] = account->name;
    };
    for (auto const& entry : entries) {
        if (entry.actor && *entry.actor != trail::program_actor) look_up(*entry.actor);
        if (is_about_person(entry)) look_up(entry.record_id);
    }
    return names;
}

std::string who(words::Words const& t, std::optional<std::string> const& actor, Names const& names)
{
    if (!actor) return std::string{t("admin.trail.no_account")};
    if (*actor == trail::program_actor) return std::string{t("admin.trail.program")};
    auto const found = names.find(*actor);
    return found == names.end() ? std::string{t("admin.trail.gone")} : found->second;
}

std::string action_words(words::Words const& t, std::string const& action)
{
    auto const key = "admin.trail.action." + action;
    return t.has(key) ? std::string{t(key)} : action;
}

std::string about_words(words::Words const& t, trail::SeenEntry const& entry, Names const& names)
{
    if (entry.kind == "setting") return entry.record_id;
    // Who changed their own account is named already.
    if (!is_about_person(entry) || entry.actor == entry.record_id) return {};
    return t("admin.trail.about", {{"name", who(t, entry.record_id, names)}});
}

std::string state_code(State state)
{
    switch (state) {
    case State::absent: return "absent";
    case State::plain: return "plain";
    case State::erased: return "erased";
    case State::unreadable: break;
    }
    return "unreadable";
}

std::optional<std::string> text_of(trail::SeenValue const& value)
{
    if (value.state != State::plain) return std::nullopt;
    return value.text;
}

void write_changes(Html& page, words::Words const& t, std::span<trail::SeenChange const> changes)
{
    if (changes.empty()) return;
    page(tag::ul, attr::cls("plain"), [&] {
        for (auto const& change : changes) {
            page(tag::li, [&] {
                auto const key = "admin.trail.field." + change.field;
                page(tag::b, t.has(key) ? t(key) : std::string_view{change.field});
                page.text(": ");
                if (change.before.state != State::absent) {
                    write_value(page, t, change.field, change.before);
                    page.text(" ");
                    page.text(t("admin.trail.became"));
                    page.text(" ");
                }
                write_value(page, t, change.field, change.after);
            });
        }
    });
}

} // namespace wf::admin
