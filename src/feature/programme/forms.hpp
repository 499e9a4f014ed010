// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask.
#pragma once

#include "commons/programme/programme.hpp"
#include "platform/web/form.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wf::programme_pages {

struct ProgrammeForm {
    std::string name{};
    std::string from{};
    std::string until{};
    std::string giver{};
    std::optional<std::int64_t> amount{};
    std::string source{};
};
inline void fields(web::FormVisitor& f, ProgrammeForm& x)
{
    using web::Presence;
    f.text({.name = "naam", .most = 150}, x.name);
    f.day({.name = "van"}, x.from);
    f.day({.name = "tot"}, x.until);
    f.text({.name = "gever", .most = 200}, x.giver);
    f.whole({.name = "bedrag", .presence = Presence::optional, .input_mode = "numeric"}, x.amount, 0,
            programme::most_euros);
    f.text({.name = "bron", .presence = Presence::optional, .most = 300}, x.source);
}

struct PublicationForm {
    std::string medium{};
    std::string title{};
    std::string place{};
    std::string day{};
    std::string link{};
    std::string about{};
    std::vector<web::Option> media{};
    std::vector<web::Option> works{};
};
inline void fields(web::FormVisitor& f, PublicationForm& x)
{
    using web::Presence;
    f.one_of({.name = "soort"}, x.medium, x.media);
    f.text({.name = "titel", .most = 300}, x.title);
    f.text({.name = "waar", .most = 200}, x.place);
    f.day({.name = "dag"}, x.day);
    f.text({.name = "adres", .presence = Presence::optional, .most = 300}, x.link, programme::check_link);
    if (!x.works.empty()) f.one_of({.name = "over", .presence = Presence::optional}, x.about, x.works);
}

struct LineForm {
    std::string name{};
    std::optional<std::int64_t> planned{};
    bool is_national{false};
};
inline void fields(web::FormVisitor& f, LineForm& x)
{
    f.text({.name = "post", .most = 150}, x.name);
    f.whole({.name = "begroot", .input_mode = "numeric"}, x.planned, 0, programme::most_euros);
    f.yes({.name = "landelijk", .presence = web::Presence::optional}, x.is_national);
}

struct SpendForm {
    std::string line{};
    std::optional<std::int64_t> amount{};
    std::string day{};
    std::string words{};
    std::vector<web::Option> lines{};
};
inline void fields(web::FormVisitor& f, SpendForm& x)
{
    f.one_of({.name = "post"}, x.line, x.lines);
    f.whole({.name = "bedrag"}, x.amount, -programme::most_euros, programme::most_euros);
    f.day({.name = "dag"}, x.day);
    f.text({.name = "woorden", .presence = web::Presence::optional, .most = 300}, x.words);
}

struct ActivityForm {
    std::string name{};
    std::string day{};
    std::optional<std::int64_t> number{};
    std::string about{};
    std::vector<web::Option> works{};
};
inline void fields(web::FormVisitor& f, ActivityForm& x)
{
    using web::Presence;
    constexpr std::int64_t most = 1'000'000;
    f.text({.name = "naam", .most = 200}, x.name);
    f.day({.name = "dag", .presence = Presence::optional}, x.day);
    f.whole({.name = "aantal", .presence = Presence::optional, .input_mode = "numeric"}, x.number, 0, most);
    if (!x.works.empty()) f.one_of({.name = "over", .presence = Presence::optional}, x.about, x.works);
}

struct EndForm {
    std::string state{};
    std::string day{};
    std::optional<std::int64_t> number{};
    std::string result{};
    std::vector<web::Option> states{};
};
inline void fields(web::FormVisitor& f, EndForm& x)
{
    constexpr std::int64_t most = 1'000'000;
    f.one_of({.name = "staat"}, x.state, x.states);
    f.day({.name = "dag"}, x.day);
    f.whole({.name = "aantal", .presence = web::Presence::optional, .input_mode = "numeric"}, x.number, 0, most);
    f.lines({.name = "resultaat", .most = 1000}, x.result);
}

} // namespace wf::programme_pages
