// SPDX-License-Identifier: EUPL-1.2
// What an administrator gives to the organisation through which people log in.
#include "app/commands.hpp"
#include "app/house.hpp"

namespace wf::app {
namespace {

/// The set alone on standard output, so that it can go into a file; the address beside it.
Result<int> print_keys(web::CommandInput const& input)
{
    auto const& settings = *input.context.settings;
    WF_TRY(auto const key, load_provider_key(settings));
    auto const set = oidc::public_key_set(key);
    if (!set) {
        auto error = set.error();
        error.field = settings.text("oidc.key_file");
        return error;
    }
    input.out << *set << '\n';
    auto const address = redirect_address(settings);
    input.err << "redirect URI: " << (address ? *address : "set site.url first") << '\n';
    return 0;
}

} // namespace

std::vector<web::Command> provider_commands()
{
    return {
        {"oidc keys",
         "",
         "The public half of our key (oidc.key_file) as a JSON Web Key Set, to register with the sign-in provider of your organisation",
         {},
         print_keys,
         web::NeedsStore::no},
    };
}

} // namespace wf::app
