// SPDX-License-Identifier: EUPL-1.2
#include "commons/programme/programme.hpp"

#include <utility>

namespace wf::embedded::commons_programme {
std::string_view find(std::string_view name);
}

namespace wf::programme {
namespace {

constexpr std::array state_words{std::pair{State::planned, "planned"}, std::pair{State::done, "done"},
                                 std::pair{State::dropped, "dropped"}};
constexpr std::array medium_words{std::pair{Medium::article, "article"}, std::pair{Medium::report, "report"},
                                  std::pair{Medium::book, "book"},       std::pair{Medium::lesson, "lesson"},
                                  std::pair{Medium::talk, "talk"},       std::pair{Medium::film, "film"},
                                  std::pair{Medium::other, "other"}};

template <class Words>
auto read_word(Words const& words, std::string_view word) -> std::optional<decltype(words.front().first)>
{
    for (auto const& [value, its_word] : words) {
        if (its_word == word) return value;
    }
    return std::nullopt;
}

} // namespace

std::string_view to_word(State state)
{
    return state_words.at(static_cast<std::size_t>(state)).second;
}

std::optional<State> read_state(std::string_view word)
{
    return read_word(state_words, word);
}

std::string_view to_word(Medium medium)
{
    return medium_words.at(static_cast<std::size_t>(medium)).second;
}

std::optional<Medium> read_medium(std::string_view word)
{
    return read_word(medium_words, word);
}

std::vector<store::Migration> migrations()
{
    return {{"0041_programme", std::string{embedded::commons_programme::find("schema.sql")}}};
}

Result<void> check_link(std::string_view link)
{
    constexpr std::size_t most = 300;
    if (link.empty()) return {};
    bool const is_page = link.starts_with('/') && !link.starts_with("//");
    bool const is_web = link.starts_with("https://") || link.starts_with("http://");
    if ((is_page || is_web) && link.size() <= most && link.find_first_of(" \t\r\n\\") == std::string_view::npos)
        return {};
    return Error{Trouble::bad_input, "programme.bad_link", "adres", std::string{link}};
}

} // namespace wf::programme
