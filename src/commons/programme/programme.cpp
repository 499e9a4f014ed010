// SPDX-License-Identifier: EUPL-1.2
#include "commons/programme/programme.hpp"

#include "base/enum_words.hpp"
#include "base/web_address.hpp"

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

} // namespace

std::string_view to_word(State state)
{
    return word_in(state_words, state);
}

std::optional<State> read_state(std::string_view word)
{
    return read_in(state_words, word);
}

std::string_view to_word(Medium medium)
{
    return word_in(medium_words, medium);
}

std::optional<Medium> read_medium(std::string_view word)
{
    return read_in(medium_words, word);
}

std::vector<store::Migration> migrations()
{
    return {{"0041_programme", std::string{embedded::commons_programme::find("schema.sql")}}};
}

Result<void> check_link(std::string_view link)
{
    if (link.empty() || is_web_address(link) || is_own_page(link)) return {};
    return Error{Trouble::bad_input, "programme.bad_link", "adres", std::string{link}};
}

} // namespace wf::programme
