// SPDX-License-Identifier: EUPL-1.2
#include "commons/codesign/codesign.hpp"

#include "base/enum_words.hpp"

namespace wf::embedded::commons_codesign {
std::string_view find(std::string_view name);
}

namespace wf::codesign {
namespace {

constexpr std::array stage_words{std::pair{Stage::question, "question"}, std::pair{Stage::ideas, "ideas"},
                                 std::pair{Stage::prototype, "prototype"}, std::pair{Stage::test, "test"},
                                 std::pair{Stage::decision, "decision"}};
constexpr std::array medium_words{std::pair{Medium::phone, "phone"}, std::pair{Medium::paper, "paper"}};

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0043_codesign", std::string{embedded::commons_codesign::find("schema.sql")}}};
}

std::string_view to_word(Stage stage)
{
    return word_in(stage_words, stage);
}

std::optional<Stage> read_stage(std::string_view word)
{
    return read_in(stage_words, word);
}

std::optional<Stage> after(Stage stage)
{
    if (stage == Stage::decision) return std::nullopt;
    return all_stages.at(static_cast<std::size_t>(stage) + 1);
}

std::optional<Stage> before(Stage stage)
{
    if (stage == Stage::question) return std::nullopt;
    return all_stages.at(static_cast<std::size_t>(stage) - 1);
}

std::string_view to_word(State state)
{
    return state == State::open ? "open" : "ended";
}

std::string_view to_word(Medium medium)
{
    return word_in(medium_words, medium);
}

std::optional<Medium> read_medium(std::string_view word)
{
    return read_in(medium_words, word);
}

std::string_view to_word(Shown shown)
{
    return shown == Shown::yes ? "yes" : "no";
}

} // namespace wf::codesign
