// SPDX-License-Identifier: EUPL-1.2
// What a browser brings back from the provider. All of it may be made up by somebody else.
#pragma once

#include "base/result.hpp"
#include "platform/http/message.hpp"

#include <string>
#include <string_view>

namespace wf::oidc {

/// The code. `issuer_expected`: the provider always names itself (RFC 9207). Errors: oidc.bad_callback (field = the parameter),
/// oidc.wrong_state, oidc.wrong_answer_issuer, oidc.denied.
Result<std::string> read_callback(http::Pairs const& callback, std::string_view state, std::string_view issuer,
                                  bool issuer_expected);

} // namespace wf::oidc
