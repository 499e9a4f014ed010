// SPDX-License-Identifier: EUPL-1.2
#include "platform/oidc/callback.hpp"

#include "platform/secret/token.hpp"

#include <algorithm>
#include <optional>

namespace wf::oidc {
namespace {

constexpr std::size_t longest_code = 2000;

Error bad(std::string field, std::string what)
{
    return {Trouble::bad_input, "oidc.bad_callback", std::move(field), std::move(what)};
}

/// Twice is an Error: of two values, two readers may each see another.
Result<std::optional<std::string>> once(http::Pairs const& callback, std::string_view name)
{
    std::optional<std::string> found;
    for (auto const& [key, value] : callback) {
        if (key != name) continue;
        if (found) return bad(std::string{name}, "this parameter stands there twice");
        found = value;
    }
    return found;
}

/// A word of RFC 6749, 4.1.2.1; what somebody made up is not repeated.
std::string known_word(std::string_view error)
{
    for (std::string_view const word :
         {"access_denied", "invalid_request", "unauthorized_client", "unsupported_response_type", "invalid_scope",
          "server_error", "temporarily_unavailable", "login_required", "consent_required", "interaction_required",
          "account_selection_required"}) {
        if (error == word) return std::string{word};
    }
    return "an unknown error";
}

} // namespace

Result<std::string> read_callback(http::Pairs const& callback, std::string_view state, std::string_view issuer,
                                  bool issuer_expected)
{
    WF_TRY(auto const came, once(callback, "state"));
    // First of all: without it this may be somebody else's sign-in, also when it says that it failed.
    if (!came || state.empty() || !secret::same(*came, state))
        return Error{Trouble::forbidden, "oidc.wrong_state", "state",
                     "this answer does not belong to a question of this browser; sign in again"};
    WF_TRY(auto const named, once(callback, "iss"));
    if (named ? *named != issuer : issuer_expected)
        return Error{Trouble::forbidden, "oidc.wrong_answer_issuer", "iss",
                     "this answer is not of the sign-in provider that was asked"};
    WF_TRY(auto const error, once(callback, "error"));
    if (error)
        return Error{Trouble::forbidden, "oidc.denied", "error", "the sign-in provider says no: " + known_word(*error)};
    WF_TRY(auto code, once(callback, "code"));
    auto const visible = [](char c) { return c >= ' ' && c < 0x7f; };
    if (!code || code->empty() || code->size() > longest_code || !std::all_of(code->begin(), code->end(), visible))
        return bad("code", "the sign-in provider sent no code");
    return std::move(*code);
}

} // namespace wf::oidc
