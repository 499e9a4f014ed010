// SPDX-License-Identifier: EUPL-1.2
#include "commons/uptake/uptake.hpp"

#include <utility>

namespace wf::embedded::commons_uptake {
std::string_view find(std::string_view name);
}

namespace wf::uptake {
namespace {

constexpr std::array kind_words{std::pair{Kind::education, "education"}, std::pair{Kind::provider, "provider"},
                                std::pair{Kind::municipal, "municipal"}, std::pair{Kind::national, "national"}};
constexpr std::array state_words{std::pair{State::waiting, "waiting"}, std::pair{State::confirmed, "confirmed"},
                                 std::pair{State::refused, "refused"}, std::pair{State::withdrawn, "withdrawn"}};

template <class Words>
auto read_word(Words const& words, std::string_view word) -> std::optional<decltype(words.front().first)>
{
    for (auto const& [value, its_word] : words) {
        if (its_word == word) return value;
    }
    return std::nullopt;
}

} // namespace

std::string_view to_word(Kind kind)
{
    return kind_words.at(static_cast<std::size_t>(kind)).second;
}

std::optional<Kind> read_kind(std::string_view word)
{
    return read_word(kind_words, word);
}

std::string_view to_word(State state)
{
    return state_words.at(static_cast<std::size_t>(state)).second;
}

std::optional<State> read_state(std::string_view word)
{
    return read_word(state_words, word);
}

std::vector<store::Migration> migrations()
{
    return {{"0040_uptake", std::string{embedded::commons_uptake::find("schema.sql")}}};
}

Result<void> check_proof_link(std::string_view link)
{
    constexpr std::size_t most = 300;
    if (link.empty()) return {};
    bool const is_web = link.starts_with("https://") || link.starts_with("http://");
    if (is_web && link.size() <= most && link.find_first_of(" \t\r\n") == std::string_view::npos) return {};
    return Error{Trouble::bad_input, "uptake.bad_link", "", std::string{link}};
}

} // namespace wf::uptake
