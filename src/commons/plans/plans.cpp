// SPDX-License-Identifier: EUPL-1.2
#include "commons/plans/plans.hpp"

#include "base/enum_words.hpp"
#include "base/text.hpp"

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
    return word_in(state_words, state);
}

std::optional<State> read_state(std::string_view word)
{
    return read_in(state_words, word);
}

std::string_view to_word(StepState state)
{
    return word_in(step_words, state);
}

std::optional<StepState> read_step_state(std::string_view word)
{
    return read_in(step_words, word);
}

std::vector<store::Migration> migrations()
{
    return {{"0036_plan", std::string{embedded::commons_plans::find("schema.sql")}},
            {"0049_plan_days", std::string{embedded::commons_plans::find("days.sql")}}};
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
