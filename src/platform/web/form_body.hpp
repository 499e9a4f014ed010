// SPDX-License-Identifier: EUPL-1.2
// What a form sent in the body of a request: as a browser sends it, or a program, as JSON with the same names.
#pragma once

#include "base/result.hpp"
#include "platform/access/actor.hpp"
#include "platform/http/message.hpp"

#include <string_view>
#include <utility>

namespace wf::web {

inline constexpr std::size_t small_form_bytes = 4 * 1024; ///< a few words
inline constexpr std::size_t usual_form_bytes = 64 * 1024;

/// What was sent. A password may be in it: it is wiped when it goes.
class SentForm : public http::Pairs {
public:
    explicit(false) SentForm(http::Pairs pairs) : http::Pairs{std::move(pairs)} {}
    SentForm(SentForm&&) = default;
    SentForm& operator=(SentForm&&) = default;
    SentForm(SentForm const&) = delete;
    SentForm& operator=(SentForm const&) = delete;
    ~SentForm();
};

/// Urlencoded, multipart (files come as their content), or a JSON object of texts, numbers, booleans and lists of texts. Errors:
/// web.bad_form (another kind, too large, or what does not fit), those of the readers.
Result<SentForm> read_form_body(http::Request const& request, std::size_t most_bytes = usual_form_bytes);
/// Empty where it was not sent.
[[nodiscard]] std::string_view given(http::Pairs const& form, std::string_view name);

/// The field that carries Actor::form_word, so that a form of another site, which cannot know it, changes nothing here.
inline constexpr std::string_view form_word_field = "_woord";
/// A program sends it as this header.
inline constexpr std::string_view form_word_header = "x-form-word";
/// For requests of somebody with an account that change something. Error: web.form_word.
Result<void> check_form_word(http::Request const& request, access::Actor const& actor);

} // namespace wf::web
