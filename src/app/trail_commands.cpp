// SPDX-License-Identifier: EUPL-1.2
// The trail on the command line: does it still hold, what is its head, what does it say.
#include "app/commands.hpp"
#include "app/keys.hpp"
#include "base/ids.hpp"
#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "commons/trail/chain.hpp"
#include "commons/trail/trail.hpp"

#include <limits>

namespace wf::app {
namespace {

constexpr int exit_broken = 1;

/// The workspace that was asked for, or all that have a trail.
Result<std::vector<std::string>> workspaces_of(web::CommandInput const& input)
{
    if (auto const asked = input.option("workspace")) {
        WF_TRY(auto const workspace, Uuid::parse(*asked));
        return std::vector<std::string>{workspace.to_string()};
    }
    return input.context.store->read([](store::Session& session) { return trail::list_workspaces(session); });
}

Result<int> verify(web::CommandInput const& input)
{
    std::optional<trail::Anchor> expected;
    if (auto const text = input.option("expect")) {
        if (!input.option("workspace"))
            return Error{Trouble::bad_input, "usage", "--expect", "say of which workspace, with --workspace ID"};
        WF_TRY(expected, trail::parse_anchor(*text));
    }
    WF_TRY(auto const workspaces, workspaces_of(input));
    if (workspaces.empty()) input.out << "the trail is empty\n";
    int status = 0;
    for (auto const& workspace : workspaces) {
        auto const verified = input.context.store->read(
            [&](store::Session& session) { return trail::verify(session, workspace, expected); });
        input.out << "workspace " << workspace << ": " << verified.entries << " entries, head "
                  << trail::to_text(verified.head) << '\n';
        if (verified.first_break) {
            input.out << "    BROKEN at entry " << verified.first_break->number << ": "
                      << trail::to_word(verified.first_break->fault) << '\n';
            status = exit_broken;
        } else {
            input.out << "    the chain holds" << (expected ? " and has the entry that was written down" : "") << '\n';
        }
    }
    return status;
}

Result<int> print_head(web::CommandInput const& input)
{
    WF_TRY(auto const workspaces, workspaces_of(input));
    input.context.store->read([&](store::Session& session) {
        for (auto const& workspace : workspaces)
            input.out << workspace << ' ' << trail::to_text(trail::head(session, workspace)) << '\n';
    });
    return 0;
}

/// As JSON text, so that no control character of a value reaches a terminal.
std::string shown(trail::SeenValue const& value)
{
    using State = trail::SeenValue::State;
    switch (value.state) {
    case State::absent: return "(nothing)";
    case State::plain: return json_string(value.text);
    case State::erased: return "(erased)";
    case State::unreadable: return "(cannot be opened)";
    }
    return {};
}

void print(std::ostream& out, trail::SeenEntry const& entry)
{
    out << entry.number << "  " << entry.at << "  " << entry.actor.value_or("without an account") << "  "
        << entry.action << "  " << entry.kind << ' ' << json_string(entry.record_id) << '\n';
    for (auto const& change : entry.changes) {
        out << "    " << json_string(change.field) << ": " << shown(change.before) << " -> " << shown(change.after);
        if (!change.about.empty()) out << "  about " << change.about;
        out << '\n';
    }
}

Result<std::optional<std::int64_t>> number_option(web::CommandInput const& input, std::string const& name)
{
    auto const text = input.option(name);
    if (!text) return std::optional<std::int64_t>{};
    auto const number = parse_integer(*text);
    if (!number || *number < 0 || *number > std::numeric_limits<int>::max())
        return Error{Trouble::bad_input, "usage", "--" + name, "a whole number is wanted"};
    return number;
}

Result<int> show(web::CommandInput const& input)
{
    WF_TRY(auto const key, installation_key(*input.context.settings));
    trail::Trail const trail{key};
    trail::Choice choice;
    choice.record_id = input.option("record");
    choice.actor = input.option("actor");
    WF_TRY(choice.below, number_option(input, "below"));
    WF_TRY(auto const limit, number_option(input, "limit"));
    if (limit) choice.limit = static_cast<int>(*limit);
    WF_TRY(auto const workspaces, workspaces_of(input));
    for (auto const& workspace : workspaces) {
        choice.workspace_id = workspace;
        input.out << "workspace " << workspace << '\n';
        auto const entries =
            input.context.store->read([&](store::Session& session) { return trail.list(session, choice); });
        for (auto const& entry : entries) print(input.out, entry);
    }
    return 0;
}

} // namespace

std::vector<web::Command> trail_commands()
{
    return {
        {"audit verify",
         "[--workspace ID] [--expect NUMBER:HASH]",
         "Walk the chain of who did what: is every entry as it was written, and is the entry there that was written down? Exit 1 when not",
         {"workspace", "expect"},
         verify},
        {"audit head",
         "[--workspace ID]",
         "The last entry of each chain, to be written down elsewhere and asked for later with audit verify --expect",
         {"workspace"},
         print_head},
        {"audit show",
         "[--workspace ID] [--record ID] [--actor ID] [--below NUMBER] [--limit NUMBER]",
         "Who did what, newest first",
         {"workspace", "record", "actor", "below", "limit"},
         show},
    };
}

} // namespace wf::app
