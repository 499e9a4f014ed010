// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask.
#pragma once

#include "commons/plans/plans.hpp"
#include "platform/web/form.hpp"

#include <string>
#include <vector>

namespace wf::plan_pages {

/// The names are those of plans::parts, so that a clash between two writers can be shown at its field.
struct PlanForm {
    plans::Content content;
    std::vector<web::Option> areas;
};
inline void fields(web::FormVisitor& f, PlanForm& x)
{
    using web::Presence;
    auto& c = x.content;
    auto const optional = [](std::string_view name, std::size_t most) {
        return web::Field{.name = name, .presence = Presence::optional, .most = most};
    };
    f.text({.name = "titel", .most = 150}, c.title);
    f.lines(optional("wat", 2000), c.change);
    f.lines(optional("wie", 1000), c.for_whom);
    if (!x.areas.empty()) f.one_of(optional("gebieden", 20), c.areas, x.areas);
    f.text(optional("plek", 300), c.place, agenda::check_origin_page);
    f.lines(optional("werkwijze", 2000), c.method);
    f.text(optional("eigenaar", 200), c.owner);
    f.day(optional("klaar", 10), c.due);
    f.lines(optional("maat", 500), c.indicator);
    f.lines(optional("nu", 500), c.baseline);
    f.text(optional("bron", 300), c.baseline_run, agenda::check_origin_page);
    f.lines(optional("doel", 500), c.target);
    f.text(optional("kosten", 200), c.cost);
    f.text(optional("betaalt", 200), c.payer);
    f.lines(optional("wint", 1000), c.gains);
    f.lines(optional("wint_niet", 1000), c.loses);
    f.lines(optional("risico", 1000), c.risks);
    f.lines(optional("stoppen", 500), c.stop_rule);
}

struct PromiseForm {
    std::string words;
    std::string due;
};
inline void fields(web::FormVisitor& f, PromiseForm& x)
{
    f.text({.name = "stap", .most = 300}, x.words);
    f.day({.name = "voor", .presence = web::Presence::optional}, x.due);
}

struct StepForm {
    std::string state;
    std::string said;
    std::vector<web::Option> states;
};
inline void fields(web::FormVisitor& f, StepForm& x)
{
    f.one_of({.name = "af"}, x.state, x.states);
    f.lines({.name = "gezegd", .presence = web::Presence::optional, .most = 500}, x.said);
}

struct EndForm {
    std::string how;
    std::string outcome;
    std::vector<web::Option> ways;
};
inline void fields(web::FormVisitor& f, EndForm& x)
{
    f.one_of({.name = "hoe"}, x.how, x.ways);
    f.lines({.name = "uitkomst", .most = 1000}, x.outcome);
}

} // namespace wf::plan_pages
