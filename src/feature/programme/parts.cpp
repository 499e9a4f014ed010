// SPDX-License-Identifier: EUPL-1.2
#include "feature/programme/parts.hpp"

#include <utility>

namespace wf::programme_pages {

Result<Here> find_programme(store::Session& session, web::Visit const& visit)
{
    WF_TRY(auto workspace, workspaces::find_here(session, visit));
    auto const id = visit.request.part("programme");
    auto found = programme::find(session, workspace.id, id);
    if (!found) return Error{Trouble::not_found, "programme.unknown", std::string{id}, ""};
    return Here{std::move(workspace), std::move(*found)};
}

std::string programme_link(web::Visit const& visit, workspaces::Workspace const& workspace, std::string_view below)
{
    return workspaces::inside(visit, workspace, "/programma") + std::string{below};
}

std::string euros(words::Words const& t, std::int64_t amount)
{
    return "€ " + t.number(static_cast<double>(amount));
}

std::string period_of(words::Words const& t, programme::Programme const& programme)
{
    return t("programme.period",
             {{"from", web::day_of(t, programme.from)}, {"until", web::day_of(t, programme.until)}});
}

std::vector<web::Option> work_options(store::Session& session, std::string_view workspace)
{
    std::vector<web::Option> options;
    for (auto const& named : work::list(session, workspace)) options.push_back({named.work.to_text(), named.title});
    return options;
}

programme::Programme programme_of(ProgrammeForm const& form, programme::Programme base)
{
    base.name = form.name;
    base.from = form.from;
    base.until = form.until;
    base.giver = form.giver;
    base.amount = form.amount;
    base.source = form.source;
    return base;
}

ProgrammeForm form_of(programme::Programme const& programme)
{
    return {programme.name, programme.from, programme.until, programme.giver, programme.amount, programme.source};
}

} // namespace wf::programme_pages
