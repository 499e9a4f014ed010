// SPDX-License-Identifier: EUPL-1.2
#include "app/demo_network.hpp"

#include "app/demo_file.hpp"
#include "commons/partners/known.hpp"
#include "commons/workspaces/workspaces.hpp"

#include <algorithm>
#include <map>

namespace wf::app {
namespace {

Result<void> fill(store::Session& session, partners::By const& by, json::Value const& document, std::string const& file)
{
    auto const name = text_of(document, "werkplaats");
    auto const workspace = workspaces::find_by_address(session, workspaces::make_address(name));
    if (!workspace) return Error{Trouble::bad_input, "demo.bad_network", file, "there is no werkplaats called " + name};
    bool any = !partners::list_partners(session, workspace->id).empty();
    for (auto const& fact : partners::list_facts(session, workspace->id)) any = any || fact.version > 0;
    if (any) return {};
    for (auto const& one : list_of(document, "facts"))
        WF_TRY_VOID(partners::save_fact(session, by, workspace->id, text_of(one, "name"), 0,
                                        {text_of(one, "text"), text_of(one, "source"), text_of(one, "looked_on"), ""}));
    for (auto const& one : list_of(document, "themes"))
        WF_TRY_VOID(partners::add_theme(
            session, by, workspace->id,
            {"", text_of(one, "words"), text_of(one, "national"), {text_of(one, "source"), "", false}}));
    std::map<std::string, std::string> ids;
    for (auto const& one : list_of(document, "partners")) {
        partners::Partner partner;
        partner.workspace_id = workspace->id;
        partner.is_invented = true;
        partner.content = {text_of(one, "name"),
                           text_of(one, "kind"),
                           text_of(one, "field"),
                           "",
                           text_of(one, "since"),
                           text_of(one, "source"),
                           "",
                           ""};
        WF_TRY(auto const added, partners::add_partner(session, by, partner));
        ids[text_of(one, "key")] = added.id;
    }
    for (auto const& one : list_of(document, "ties")) {
        partners::Tie const tie{"",
                                ids[text_of(one, "one")],
                                ids[text_of(one, "other")],
                                text_of(one, "about"),
                                text_of(one, "since"),
                                text_of(one, "said_by"),
                                ""};
        WF_TRY_VOID(partners::add_tie(session, by, workspace->id, tie));
    }
    return {};
}

} // namespace

Result<void> fill_network(store::Store& store, trail::Trail const& trail, std::string const& file)
{
    partners::By const by{trail, trail::program_actor};
    WF_TRY_VOID(store.write([&](store::Session& session) { return partners::add_known(session, by); }));
    WF_TRY(auto const document, load_demo_file(file));
    if (!document) return {};
    return store.write([&](store::Session& session) { return fill(session, by, *document, file); });
}

} // namespace wf::app
