// SPDX-License-Identifier: EUPL-1.2
#include "commons/studios/studios.hpp"

#include "base/enum_words.hpp"
#include "base/text.hpp"
#include "base/web_address.hpp"

#include <utility>

namespace wf::embedded::commons_studios {
std::string_view find(std::string_view name);
}

namespace wf::studios {
namespace {

constexpr std::array state_words{std::pair{State::open, "open"}, std::pair{State::ended, "ended"}};
constexpr std::array kind_words{std::pair{Kind::log, "log"},           std::pair{Kind::decision, "decision"},
                                std::pair{Kind::cycle, "cycle"},       std::pair{Kind::source, "source"},
                                std::pair{Kind::material, "material"}, std::pair{Kind::handover, "handover"}};
constexpr std::array stage_words{std::pair{Stage::plan, "plan"}, std::pair{Stage::carry_out, "do"},
                                 std::pair{Stage::study, "study"}, std::pair{Stage::act, "act"}};

} // namespace

std::string_view to_word(State state)
{
    return word_in(state_words, state);
}

std::optional<State> read_state(std::string_view word)
{
    return read_in(state_words, word);
}

std::string_view to_word(Kind kind)
{
    return word_in(kind_words, kind);
}

std::optional<Kind> read_kind(std::string_view word)
{
    return read_in(kind_words, word);
}

std::string_view to_word(Stage stage)
{
    return word_in(stage_words, stage);
}

std::optional<Stage> read_stage(std::string_view word)
{
    return read_in(stage_words, word);
}

std::vector<store::Migration> migrations()
{
    return {{"0037_studio", std::string{embedded::commons_studios::find("schema.sql")}}};
}

Result<void> check_count(std::string_view text)
{
    constexpr std::int64_t most = 10'000;
    if (text.empty()) return {};
    auto const number = parse_integer(text);
    if (number && *number >= 0 && *number <= most) return {};
    return Error{Trouble::bad_input, "studio.bad_count", "", std::string{text}};
}

Result<void> check_link(std::string_view link)
{
    if (is_web_address(link) || is_own_page(link)) return {};
    return Error{Trouble::bad_input, "studio.bad_link", "adres", std::string{link}};
}

std::optional<Stage> Cycle::next() const
{
    if (!is_open()) return std::nullopt;
    return all_stages.at(static_cast<std::size_t>(stage()) + 1);
}

std::vector<Cycle> cycles_of(std::span<Entry const> entries)
{
    std::map<std::int64_t, Cycle> by_number;
    for (auto const& entry : entries) {
        if (entry.kind != Kind::cycle) continue;
        auto& cycle = by_number[entry.cycle];
        cycle.number = entry.cycle;
        cycle.entries.push_back(entry);
    }
    std::vector<Cycle> cycles;
    for (auto& [number, cycle] : by_number) cycles.push_back(std::move(cycle));
    return cycles;
}

} // namespace wf::studios
