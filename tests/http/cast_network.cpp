// SPDX-License-Identifier: EUPL-1.2
#include "cast_network.hpp"

#include "commons/partners/partners.hpp"

#include <stdexcept>

namespace wf::http_scenarios {
namespace {

Result<partners::Partner> add_partner(store::Session& session, partners::By const& by, std::string const& workspace,
                                      std::string name, partners::Field field)
{
    partners::Partner partner;
    partner.workspace_id = workspace;
    partner.content.name = std::move(name);
    partner.content.kind = partners::to_word(partners::Kind::club);
    partner.content.field = partners::to_word(field);
    return partners::add_partner(session, by, partner);
}

Result<Pairs> add_all(store::Session& session, people::House& house, std::string const& workspace)
{
    partners::By const by{house.trail(), trail::program_actor};
    WF_TRY_VOID(
        partners::save_fact(session, by, workspace, "region", 0, {"Noordweg en omgeving (verzonnen)", "", "", ""}));
    WF_TRY(auto const theme, partners::add_theme(session, by, workspace, {"", "Samen lopen (verzonnen)"}));
    WF_TRY(auto const club,
           add_partner(session, by, workspace, "Wandelclub Noord (verzonnen)", partners::Field::sport));
    WF_TRY(auto const choir, add_partner(session, by, workspace, "Koor Noord (verzonnen)", partners::Field::culture));
    WF_TRY(auto const tie,
           partners::add_tie(session, by, workspace,
                             {"", club.id, choir.id, "Zingend wandelen (verzonnen)", "2025", "overleg", ""}));
    return Pairs{{"partner", club.id}, {"partner_other", choir.id}, {"tie", tie.id}, {"theme", theme.id}};
}

} // namespace

Pairs add_network(store::Store& store, people::House& house, std::string const& workspace)
{
    auto made = store.write([&](store::Session& session) { return add_all(session, house, workspace); });
    if (!made) throw std::runtime_error{to_line(made.error())};
    return std::move(*made);
}

} // namespace wf::http_scenarios
