// SPDX-License-Identifier: EUPL-1.2
#include "feature/account/commands.hpp"

#include "base/check.hpp"
#include "commons/people/leave.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/workspaces/workspaces.hpp"

namespace wf::account {
namespace {

Result<people::Account> find(store::Session& session, people::House const& house, web::CommandInput const& input)
{
    if (input.arguments.size() != 1) return Error{Trouble::bad_input, "usage", "MAIL", "give one email address"};
    auto account = people::find_by_mail(session, house, input.arguments.front());
    if (!account) return Error{Trouble::not_found, "people.unknown", "MAIL", "nobody has an account with this address"};
    return std::move(*account);
}

Result<int> list_accounts(web::CommandInput const& input, people::House const& house)
{
    input.context.store->read([&](store::Session& session) {
        for (auto const& workspace : workspaces::list(session)) {
            for (auto const& member : people::list_members(session, house, workspace.id)) {
                input.out << workspace.address << '\t' << member.account.mail << '\t' << member.account.name << '\t'
                          << access::to_words(member.roles) << '\t' << (member.account.has_code ? "code" : "no code")
                          << (member.account.is_blocked ? "\tblocked" : "") << '\n';
            }
        }
    });
    return 0;
}

Result<int> print_link(web::CommandInput const& input, people::House const& house)
{
    WF_TRY(auto const token, input.context.store->write([&](store::Session& session) -> Result<std::string> {
        WF_TRY(auto const account, find(session, house, input));
        auto const reset = people::begin_reset(session, house, account.mail);
        if (!reset) return Error{Trouble::conflict, "people.blocked", "MAIL", "this account is blocked"};
        return reset->token;
    }));
    input.out << input.context.settings->text("site.url") << "/nl/nieuw-wachtwoord/" << token << '\n';
    return 0;
}

Result<int> turn_codes_off(web::CommandInput const& input, people::House const& house)
{
    WF_TRY_VOID(input.context.store->write([&](store::Session& session) -> Result<void> {
        WF_TRY(auto const account, find(session, house, input));
        people::end_logins(session, account.id, "");
        return people::turn_off_code(session, house, account.id, trail::program_actor);
    }));
    input.out << "logs in with the password alone now, and is logged out everywhere\n";
    return 0;
}

Result<int> block(web::CommandInput const& input, people::House const& house)
{
    bool const blocked = !input.option("undo");
    WF_TRY_VOID(input.context.store->write([&](store::Session& session) -> Result<void> {
        WF_TRY(auto const account, find(session, house, input));
        return people::set_blocked(session, house, account.id, blocked, trail::program_actor);
    }));
    input.out << (blocked ? "blocked, and logged out everywhere\n" : "may log in again\n");
    return 0;
}

Result<int> erase(web::CommandInput const& input, people::House const& house)
{
    WF_TRY(auto const taken, input.context.store->write([&](store::Session& session) -> Result<std::vector<runs::Run>> {
        WF_TRY(auto const account, find(session, house, input));
        return people::erase_person(session, house, account.id, trail::program_actor);
    }));
    input.context.store->announce_change(); // kept pages of a running server may still show those runs
    input.out
        << "erased; " << taken.size()
        << " runs that used this person are off the pages; a running server makes them anew, or `weefsel runs renew`\n";
    return 0;
}

} // namespace

std::vector<web::Command> commands(std::shared_ptr<people::House> const& house)
{
    using Run = Result<int> (*)(web::CommandInput const&, people::House const&);
    auto const with_house = [&](Run run) {
        return [house, run](web::CommandInput const& input) {
            WF_CHECK(house != nullptr);
            return run(input, *house);
        };
    };
    return {{"account list", "", "Who has a part in which workspace", {}, with_house(list_accounts)},
            {"account link",
             "MAIL",
             "A link with which somebody chooses a new password, for when mail does not come",
             {},
             with_house(print_link)},
            {"account codes-off",
             "MAIL",
             "For who lost phone and recovery codes: the password alone will do",
             {},
             with_house(turn_codes_off)},
            {"account block",
             "MAIL [--undo]",
             "Log somebody out everywhere and let them in no more",
             {"undo"},
             with_house(block)},
            {"account erase",
             "MAIL",
             "Remove an account, and the key that opens what is sealed about it",
             {},
             with_house(erase)}};
}

} // namespace wf::account
