// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask.
#pragma once

#include "commons/reflections/reflections.hpp"
#include "commons/studios/studios.hpp"
#include "platform/web/form.hpp"

#include <string>
#include <vector>

namespace wf::studio_pages {

/// Who takes part; the names are those of studios::team_parts.
inline void team_fields(web::FormVisitor& f, studios::Content& c, web::Presence who)
{
    f.text({.name = "wie", .presence = who, .most = 300}, c.who);
    auto const count = [&](std::string_view name, std::string& value) {
        f.text({.name = name, .presence = web::Presence::optional, .most = 5, .input_mode = "numeric"}, value,
               studios::check_count);
    };
    count("studenten", c.students);
    count("onderzoekers", c.researchers);
    count("werkers", c.workers);
    count("bewoners", c.residents);
}

/// The names are those of studios::parts, so that a clash between two writers can be shown at its field.
struct StudioForm {
    studios::Content content;
};
inline void fields(web::FormVisitor& f, StudioForm& x)
{
    auto& c = x.content;
    auto const optional = [](std::string_view name, std::size_t most) {
        return web::Field{.name = name, .presence = web::Presence::optional, .most = most};
    };
    f.text({.name = "titel", .most = 150}, c.title);
    f.lines(optional("over", 2000), c.about);
    f.day(optional("van", 10), c.from);
    f.day(optional("tot", 10), c.until);
    team_fields(f, c, web::Presence::optional);
    f.lines(optional("ethiek", 2000), c.ethics);
    f.lines(optional("gegevens", 2000), c.data_plan);
}

struct LogForm {
    std::string words;
};
inline void fields(web::FormVisitor& f, LogForm& x)
{
    f.lines({.name = "woorden", .most = 2000}, x.words);
}

struct DecisionForm {
    std::string words;
    std::string reason;
};
inline void fields(web::FormVisitor& f, DecisionForm& x)
{
    f.lines({.name = "woorden", .most = 500}, x.words);
    f.lines({.name = "omdat", .most = 1000}, x.reason);
}

struct CycleForm {
    std::string cycle;
    std::string stage;
    std::string words;
    std::vector<web::Option> cycles;
    std::vector<web::Option> stages;
};
inline void fields(web::FormVisitor& f, CycleForm& x)
{
    f.one_of({.name = "ronde"}, x.cycle, x.cycles);
    f.one_of({.name = "stap"}, x.stage, x.stages);
    f.lines({.name = "woorden", .most = 2000}, x.words);
}

/// A source or a material.
struct LinkForm {
    std::string words;
    std::string link;
};
inline void fields(web::FormVisitor& f, LinkForm& x)
{
    f.text({.name = "woorden", .most = 300}, x.words);
    f.text({.name = "adres", .most = 300}, x.link, studios::check_link);
}

struct HandoverForm {
    std::string from;
    studios::Content team;
    std::string words;
};
inline void fields(web::FormVisitor& f, HandoverForm& x)
{
    f.day({.name = "vanaf"}, x.from);
    team_fields(f, x.team, web::Presence::required);
    f.lines({.name = "woorden", .presence = web::Presence::optional, .most = 2000}, x.words);
}

struct EndForm {
    std::string outcome;
};
inline void fields(web::FormVisitor& f, EndForm& x)
{
    f.lines({.name = "uitkomst", .most = 1000}, x.outcome);
}

struct ReflectionForm {
    std::string words;
};
inline void fields(web::FormVisitor& f, ReflectionForm& x)
{
    f.lines({.name = "woorden", .most = reflections::longest_reflection}, x.words);
}

} // namespace wf::studio_pages
