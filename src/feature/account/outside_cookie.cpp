// SPDX-License-Identifier: EUPL-1.2
#include "feature/account/outside_cookie.hpp"

#include "base/check.hpp"
#include "base/text.hpp"
#include "platform/secret/token.hpp"

#include <array>

namespace wf::account {
namespace {

constexpr std::string_view place = "cookie __Host-weefsel-oidc";
constexpr std::string_view guard = "; Path=/; Secure; HttpOnly; SameSite=Lax";
constexpr std::array errands{Errand::log_in, Errand::link, Errand::invitation};
constexpr std::size_t parts_of_cookie = 8;

} // namespace

std::string_view to_word(Errand errand)
{
    switch (errand) {
    case Errand::log_in: return "inloggen";
    case Errand::link: return "koppelen";
    case Errand::invitation: return "uitnodiging";
    }
    return {};
}

std::optional<Errand> read_errand(std::string_view word)
{
    for (auto const errand : errands) {
        if (to_word(errand) == word) return errand;
    }
    return std::nullopt;
}

std::string write_outside_cookie(secret::Key const& key, Kept const& kept)
{
    WF_CHECK(kept.matter.find('\n') == std::string::npos);
    std::string plain{to_word(kept.errand)};
    for (auto const& part : {kept.matter, kept.person, std::string{words::to_code(kept.language)},
                             std::to_string(kept.ends_at), kept.asked.state, kept.asked.nonce, kept.asked.verifier})
        plain += '\n' + part;
    return std::string{outside_cookie} + '=' + secret::to_base64url(secret::seal(key, plain, place)) +
           "; Max-Age=" + std::to_string(outside_minutes * 60) + std::string{guard};
}

std::string no_outside_cookie()
{
    return std::string{outside_cookie} + "=; Max-Age=0" + std::string{guard};
}

std::optional<Kept> read_outside_cookie(secret::Key const& key, http::Request const& request, std::int64_t now)
{
    auto const sealed = secret::read_base64url(request.cookie(outside_cookie).value_or(""));
    if (!sealed) return std::nullopt;
    auto const plain = secret::open(key, *sealed, place);
    if (!plain) return std::nullopt;
    auto const parts = split(*plain, '\n');
    if (parts.size() != parts_of_cookie) return std::nullopt; // of another version of this program
    auto const errand = read_errand(parts[0]);
    auto const ends_at = parse_integer(parts[4]);
    if (!errand || !ends_at || *ends_at <= now) return std::nullopt;
    auto const language = parts[3] == words::to_code(words::Language::en) ? words::Language::en : words::Language::nl;
    return Kept{*errand,
                std::string{parts[1]},
                std::string{parts[2]},
                language,
                *ends_at,
                {"", std::string{parts[5]}, std::string{parts[6]}, std::string{parts[7]}}};
}

bool Spent::take(Kept const& kept, std::int64_t now)
{
    std::lock_guard const lock{m_mutex};
    std::erase_if(m_until, [&](auto const& one) { return one.second <= now; });
    return m_until.emplace(kept.asked.state, kept.ends_at).second;
}

} // namespace wf::account
