// SPDX-License-Identifier: EUPL-1.2
#include "commons/uptake/uptake.hpp"

#include "base/enum_words.hpp"
#include "base/web_address.hpp"

namespace wf::embedded::commons_uptake {
std::string_view find(std::string_view name);
}

namespace wf::uptake {
namespace {

constexpr std::array kind_words{std::pair{Kind::education, "education"}, std::pair{Kind::provider, "provider"},
                                std::pair{Kind::municipal, "municipal"}, std::pair{Kind::national, "national"}};
constexpr std::array state_words{std::pair{State::waiting, "waiting"}, std::pair{State::confirmed, "confirmed"},
                                 std::pair{State::refused, "refused"}, std::pair{State::withdrawn, "withdrawn"}};

} // namespace

std::string_view to_word(Kind kind)
{
    return word_in(kind_words, kind);
}

std::optional<Kind> read_kind(std::string_view word)
{
    return read_in(kind_words, word);
}

std::string_view to_word(State state)
{
    return word_in(state_words, state);
}

std::optional<State> read_state(std::string_view word)
{
    return read_in(state_words, word);
}

std::vector<store::Migration> migrations()
{
    return {{"0040_uptake", std::string{embedded::commons_uptake::find("schema.sql")}}};
}

Result<void> check_proof_link(std::string_view link)
{
    if (link.empty() || is_web_address(link)) return {};
    return Error{Trouble::bad_input, "uptake.bad_link", "", std::string{link}};
}

} // namespace wf::uptake
