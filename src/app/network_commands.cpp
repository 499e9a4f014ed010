// SPDX-License-Identifier: EUPL-1.2
// The werkplaatsen that there are in the Netherlands, as workspaces of this installation.
#include "app/commands.hpp"
#include "app/keys.hpp"
#include "commons/partners/known.hpp"

namespace wf::app {
namespace {

Result<int> add_werkplaatsen(web::CommandInput const& input)
{
    WF_TRY(auto const key, installation_key(*input.context.settings));
    trail::Trail const trail{key};
    WF_TRY(auto const added, input.context.store->write([&](store::Session& session) {
        return partners::add_known(session, {trail, trail::program_actor});
    }));
    input.out << added.workspaces << " werkplaatsen added, " << added.facts << " facts, " << added.themes << " themes, "
              << added.words << " own words; what was there is left as it is\n";
    return 0;
}

} // namespace

std::vector<web::Command> network_commands()
{
    return {
        {"werkplaatsen add",
         "",
         "Add the 16 Werkplaatsen Sociaal Domein that are missing, with what is known of each; what somebody changed stays",
         {},
         add_werkplaatsen},
    };
}

} // namespace wf::app
