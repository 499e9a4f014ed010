// SPDX-License-Identifier: EUPL-1.2
#include "commons/plans/plans.hpp"

#include "base/check.hpp"
#include "base/text.hpp"

#include <utility>

namespace wf::embedded::commons_plans {
std::string_view find(std::string_view name);
}

namespace wf::plans {
namespace {

constexpr std::array state_words{std::pair{State::draft, "draft"}, std::pair{State::active, "active"},
                                 std::pair{State::closed, "closed"}, std::pair{State::stopped, "stopped"}};
constexpr std::array step_words{std::pair{StepState::promised, "promised"}, std::pair{StepState::done, "done"},
                                std::pair{StepState::dropped, "dropped"}};

} // namespace

std::string_view to_word(State state)
{
    return state_words.at(static_cast<std::size_t>(state)).second;
}

std::optional<State> read_state(std::string_view word)
{
    for (auto const& [state, its_word] : state_words) {
        if (its_word == word) return state;
    }
    return std::nullopt;
}

std::string_view to_word(StepState state)
{
    return step_words.at(static_cast<std::size_t>(state)).second;
}

std::optional<StepState> read_step_state(std::string_view word)
{
    for (auto const& [state, its_word] : step_words) {
        if (its_word == word) return state;
    }
    return std::nullopt;
}

std::vector<store::Migration> migrations()
{
    return {{"0036_plan", std::string{embedded::commons_plans::find("schema.sql")}}};
}

std::vector<std::string_view> missing(Content const& content)
{
    std::vector<std::string_view> names;
    if (trim(content.owner).empty()) names.emplace_back("eigenaar");
    if (trim(content.due).empty()) names.emplace_back("klaar");
    if (trim(content.indicator).empty()) names.emplace_back("maat");
    return names;
}

} // namespace wf::plans
