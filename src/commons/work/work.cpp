// SPDX-License-Identifier: EUPL-1.2
#include "commons/work/work.hpp"

#include "base/enum_words.hpp"
#include "base/ids.hpp"
#include "commons/plans/plans.hpp"
#include "commons/studios/studios.hpp"

#include <array>

namespace wf::work {
namespace {

constexpr std::array words{std::pair{Kind::none, ""}, std::pair{Kind::plan, "plan"}, std::pair{Kind::studio, "studio"}};
/// More than one can choose from.
constexpr std::int64_t most_listed = 500;

Named named(plans::Plan const& plan)
{
    return {{Kind::plan, plan.id}, plan.content.title, "/plannen/" + plan.id};
}

Named named(studios::Studio const& studio)
{
    return {{Kind::studio, studio.id}, studio.content.title, "/studios/" + studio.id};
}

} // namespace

std::string_view to_word(Kind kind)
{
    return word_in(words, kind);
}

std::optional<Kind> read_kind(std::string_view word)
{
    return read_in(words, word);
}

std::string Work::to_text() const
{
    return kind == Kind::none ? std::string{} : std::string{to_word(kind)} + ":" + id;
}

Result<Work> read(std::string_view text)
{
    if (text.empty()) return Work{};
    auto const colon = text.find(':');
    auto const kind = read_kind(text.substr(0, colon));
    if (colon == std::string_view::npos || !kind || *kind == Kind::none || !Uuid::parse(text.substr(colon + 1)))
        return Error{Trouble::bad_input, "work.unknown", "over", std::string{text}};
    return Work{*kind, std::string{text.substr(colon + 1)}};
}

std::optional<Named> find(store::Session& session, std::string_view workspace, Work const& work)
{
    if (work.kind == Kind::plan) {
        auto const plan = plans::find(session, workspace, work.id);
        if (plan && plan->is_public()) return named(*plan);
    }
    if (work.kind == Kind::studio) {
        if (auto const studio = studios::find(session, workspace, work.id)) return named(*studio);
    }
    return std::nullopt;
}

std::vector<Named> list(store::Session& session, std::string_view workspace)
{
    std::vector<Named> all;
    for (auto const& studio : studios::list(session, {std::string{workspace}, std::nullopt, "", 0, most_listed}))
        all.push_back(named(studio));
    for (auto const& plan : plans::list(session, {std::string{workspace}, std::nullopt, "", 0, most_listed})) {
        if (plan.is_public()) all.push_back(named(plan));
    }
    return all;
}

Result<void> check(store::Session& session, std::string_view workspace, Work const& work)
{
    if (work.kind == Kind::none || find(session, workspace, work)) return {};
    return Error{Trouble::bad_input, "work.unknown", "over", work.to_text()};
}

} // namespace wf::work
