// SPDX-License-Identifier: EUPL-1.2
#include "commons/watch/events.hpp"

#include <algorithm>

namespace wf::watch {
namespace {

constexpr std::array<std::string_view, kind_count> words{"login_right",          "password_right", "logout",
                                                         "password_reset_asked", "login_needed",   "code_needed",
                                                         "login_wrong",          "login_slowed",   "code_wrong",
                                                         "code_again",           "link_wrong",     "outside_wrong",
                                                         "setup_wrong",          "page_refused",   "other_site",
                                                         "form_word_wrong",      "wrong_method",   "bad_input"};

} // namespace

std::array<Kind, kind_count> const& all_kinds()
{
    static auto const kinds = [] {
        std::array<Kind, kind_count> all{};
        for (std::size_t at = 0; at < kind_count; ++at) all.at(at) = static_cast<Kind>(at);
        return all;
    }();
    return kinds;
}

std::string_view to_word(Kind kind)
{
    return words.at(static_cast<std::size_t>(kind));
}

std::optional<Kind> read_kind(std::string_view word)
{
    auto const found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Kind>(found - words.begin());
}

bool is_failed_login(Kind kind)
{
    switch (kind) {
    case Kind::login_wrong:
    case Kind::login_slowed:
    case Kind::code_wrong:
    case Kind::code_again:
    case Kind::link_wrong:
    case Kind::outside_wrong:
    case Kind::setup_wrong: return true;
    default: return false;
    }
}

bool is_failure(Kind kind)
{
    switch (kind) {
    case Kind::page_refused:
    case Kind::other_site:
    case Kind::form_word_wrong:
    case Kind::wrong_method: return true;
    default: return is_failed_login(kind);
    }
}

std::string to_line(std::vector<Oddity> const& oddities)
{
    struct Sort {
        Oddity::What what;
        std::string one, many;
        std::int64_t limit;
    };
    std::array const sorts{Sort{Oddity::What::failures_of_place, "place", "places", odd_failures_of_place},
                           Sort{Oddity::What::failures_of_account, "account", "accounts", odd_failures_of_account},
                           Sort{Oddity::What::failures_in_all, "sum of all places", "", odd_failures_in_all},
                           Sort{Oddity::What::inputs_of_place, "place with what cannot be read",
                                "places with what cannot be read", odd_inputs_of_place}};
    std::string line;
    for (auto const& sort : sorts) {
        std::int64_t places = 0;
        std::int64_t most = 0;
        for (auto const& oddity : oddities) {
            if (oddity.what != sort.what) continue;
            ++places;
            most = std::max(most, oddity.count);
        }
        if (places == 0) continue;
        line += (line.empty() ? "" : "; ") + std::to_string(places) + " " + (places == 1 ? sort.one : sort.many) +
                " above " + std::to_string(sort.limit) + ", the most " + std::to_string(most);
    }
    return line;
}

} // namespace wf::watch
