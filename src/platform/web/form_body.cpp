// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/form_body.hpp"

#include "base/text.hpp"
#include "platform/json/json.hpp"
#include "platform/secret/token.hpp"

#include <algorithm>
#include <cmath>

namespace wf::web {
namespace {

Error bad_form(Trouble kind, std::string field, std::string detail)
{
    return {kind, "web.bad_form", std::move(field), std::move(detail)};
}

Result<std::string> to_field(json::Value const& value, std::string const& name)
{
    if (value.is_null()) return std::string{};
    if (auto const* text = value.text()) return *text;
    if (auto const yes = value.boolean()) return std::string{*yes ? "ja" : ""};
    if (auto const number = value.number()) return to_text(*number);
    return bad_form(Trouble::bad_input, name, "a text, a number, true or false, or a list of texts is wanted");
}

Result<http::Pairs> read_json_form(std::string_view body)
{
    constexpr int flat = 3;
    WF_TRY(auto const document, json::read(body, {usual_form_bytes * 16, flat}));
    auto const* object = document.object();
    if (object == nullptr) return bad_form(Trouble::bad_input, "", "an object is wanted");
    http::Pairs pairs;
    for (auto const& [name, value] : *object) {
        if (auto const* list = value.array()) {
            for (auto const& entry : *list) {
                WF_TRY(auto text, to_field(entry, name));
                pairs.emplace_back(name, std::move(text));
            }
        } else {
            WF_TRY(auto text, to_field(value, name));
            pairs.emplace_back(name, std::move(text));
        }
    }
    return pairs;
}

} // namespace

Result<SentForm> read_form_body(http::Request const& request, std::size_t most_bytes)
{
    if (request.body.size() > most_bytes)
        return bad_form(Trouble::too_large, "", "at most " + std::to_string(most_bytes) + " bytes");
    // Nobody packs a form, and nothing is unpacked that could become larger than it was allowed to be.
    auto const coding = request.header("content-encoding").value_or("identity");
    if (fold_case(coding) != "identity")
        return bad_form(Trouble::unsupported, "Content-Encoding", "send the form as it is, not packed");
    auto const type = request.header("content-type").value_or("");
    if (type.starts_with("application/x-www-form-urlencoded")) {
        WF_TRY(auto pairs, http::read_query(request.body));
        return SentForm{std::move(pairs)};
    }
    if (type.starts_with("application/json")) {
        WF_TRY(auto pairs, read_json_form(request.body));
        return SentForm{std::move(pairs)};
    }
    if (type.starts_with("multipart/form-data")) {
        WF_TRY(auto parts, http::read_multipart(type, request.body));
        http::Pairs pairs;
        for (auto& part : parts) pairs.emplace_back(std::move(part.name), std::move(part.body));
        return SentForm{std::move(pairs)};
    }
    return bad_form(Trouble::unsupported, "Content-Type", "send the form as a browser does, or as JSON");
}

SentForm::~SentForm()
{
    for (auto& [name, value] : *this) secret::wipe(value);
}

std::string_view given(http::Pairs const& form, std::string_view name)
{
    auto const found = std::find_if(form.begin(), form.end(), [&](auto const& pair) { return pair.first == name; });
    return found == form.end() ? std::string_view{} : std::string_view{found->second};
}

Result<void> check_form_word(http::Request const& request, access::Actor const& actor)
{
    if (auto const word = request.header(form_word_header); word && secret::same(*word, actor.form_word)) return {};
    constexpr std::size_t with_a_file = 16U << 20U;
    auto const form = read_form_body(request, with_a_file);
    if (form && secret::same(given(*form, form_word_field), actor.form_word)) return {};
    return Error{Trouble::forbidden, "web.form_word", std::string{form_word_field},
                 "open the form anew and send it again"};
}

} // namespace wf::web
