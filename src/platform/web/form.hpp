// SPDX-License-Identifier: EUPL-1.2
// The twin of a View, for what comes in: a form names its fields once.
//
//     struct Invitation { std::string mail; std::vector<std::string> roles; std::vector<web::Option> known_roles; };
//     void fields(web::FormVisitor& f, Invitation& x)
//     {
//         f.text({.name = "mail", .type = "email"}, x.mail, people::read_mail);
//         f.any_of({.name = "rollen"}, x.roles, x.known_roles);
//     }
//
// The HTML form, the JSON body, the header of a CSV, the list of all errors and docs/reference/forms.md follow. The words of a field
// are "<prefix>.<name>" and, when they are there, "<prefix>.<name>.hint".
#pragma once

#include "base/result.hpp"
#include "platform/web/feature.hpp"
#include "platform/web/form_body.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::web {

enum class Presence { required, optional };

struct Field {
    std::string_view name{};
    Presence presence{Presence::required};
    std::size_t most{200};                ///< characters
    std::string_view type{"text"};        ///< of the input: text, email, tel, search
    std::string_view autocomplete{"off"}; ///< what the browser may fill in
    std::string_view input_mode{};        ///< "numeric"
};

struct Option {
    std::string value;
    std::string words;
    std::string hint{};
};

/// A rule for one field: an Error whose `code` has words "error.<code>".
using Rule = std::function<Result<void>(std::string_view)>;

class FormVisitor {
public:
    virtual ~FormVisitor() = default;
    virtual void text(Field const& field, std::string& value, Rule const& rule = {}) = 0;
    virtual void lines(Field const& field, std::string& value, Rule const& rule = {}) = 0;
    /// Never sent back filled in, never kept as a draft.
    virtual void secret(Field const& field, std::string& value, Rule const& rule = {}) = 0;
    virtual void whole(Field const& field, std::optional<std::int64_t>& value, std::int64_t least,
                       std::int64_t most) = 0;
    /// "2026-11-22"
    virtual void day(Field const& field, std::string& value) = 0;
    virtual void yes(Field const& field, bool& value) = 0;
    virtual void one_of(Field const& field, std::string& value, std::span<Option const> options) = 0;
    virtual void any_of(Field const& field, std::vector<std::string>& values, std::span<Option const> options) = 0;
};

struct Fault {
    std::string name; ///< of the field
    Error error;
};

/// Where a store found something wrong, at the field of its error; `otherwise` when it is about no field.
[[nodiscard]] Fault fault_of(Error const& error, std::string_view otherwise = {});

/// Reads what was sent into a form; all faults, not only the first. What was sent and no field asks for is left out.
class FormReader final : public FormVisitor {
public:
    explicit FormReader(http::Pairs const& sent) : m_sent{sent} {}
    void text(Field const& field, std::string& value, Rule const& rule) override;
    void lines(Field const& field, std::string& value, Rule const& rule) override;
    void secret(Field const& field, std::string& value, Rule const& rule) override;
    void whole(Field const& field, std::optional<std::int64_t>& value, std::int64_t least, std::int64_t most) override;
    void day(Field const& field, std::string& value) override;
    void yes(Field const& field, bool& value) override;
    void one_of(Field const& field, std::string& value, std::span<Option const> options) override;
    void any_of(Field const& field, std::vector<std::string>& values, std::span<Option const> options) override;

    std::vector<Fault> faults;

private:
    bool take(Field const& field, std::string& value, bool trimmed);
    void judge(Field const& field, std::string const& value, Rule const& rule);
    void add(Field const& field, Error error);
    http::Pairs const& m_sent;
};

/// The names of the fields with what they take, in order.
class FormNames final : public FormVisitor {
public:
    struct Named {
        std::string name;
        std::string_view type;
        Presence presence;
    };
    std::vector<Named> names;
    void text(Field const& field, std::string&, Rule const&) override { add(field, "text"); }
    void lines(Field const& field, std::string&, Rule const&) override { add(field, "text"); }
    void secret(Field const& field, std::string&, Rule const&) override { add(field, "secret"); }
    void whole(Field const& field, std::optional<std::int64_t>&, std::int64_t, std::int64_t) override
    {
        add(field, "integer");
    }
    void day(Field const& field, std::string&) override { add(field, "date"); }
    void yes(Field const& field, bool&) override { add(field, "boolean"); }
    void one_of(Field const& field, std::string&, std::span<Option const>) override { add(field, "one of"); }
    void any_of(Field const& field, std::vector<std::string>&, std::span<Option const>) override
    {
        add(field, "any of");
    }

private:
    void add(Field const& field, std::string_view type)
    {
        names.push_back({std::string{field.name}, type, field.presence});
    }
};

/// What a form asks, for docs/reference/forms.md.
template <class F>
FormHelp describe_form(std::string prefix, std::string pattern, F form = {})
{
    FormNames names;
    fields(names, form);
    FormHelp help{std::move(prefix), std::move(pattern), {}};
    for (auto& name : names.names)
        help.asks.push_back({std::move(name.name), std::string{name.type}, name.presence == Presence::required});
    return help;
}

template <class F>
struct Filled {
    F form;
    std::vector<Fault> faults;
    /// Made from another version of the form than this one (the program was renewed meanwhile): say so when there are faults.
    bool is_old{false};
};

/// Field names in order, joined: two forms that ask the same have the same version.
[[nodiscard]] std::string version_of(std::vector<FormNames::Named> const& names);
inline constexpr std::string_view form_version_field = "_versie";

/// `form`: the empty form, with its options.
template <class F>
Filled<F> fill_in(F form, http::Pairs const& sent)
{
    FormNames names;
    fields(names, form);
    FormReader reader{sent};
    fields(reader, form);
    auto const version = given(sent, form_version_field);
    return {std::move(form), std::move(reader.faults), !version.empty() && version != version_of(names.names)};
}

/// Rows of a CSV whose header has the names of the form's fields, in any order; several values in one cell stand apart by "|".
/// A row with faults is given with its line, so that all are told. Errors: those of read_csv, form.column_missing, form.too_many_rows.
struct FormRows {
    std::vector<http::Pairs> rows;
    std::vector<std::size_t> lines;
};
Result<FormRows> read_form_rows(std::string_view csv, std::vector<FormNames::Named> const& names,
                                std::size_t most_rows);

/// How a form is written on a page.
struct FormFrame {
    std::string action;     ///< where it goes; already with its language
    std::string prefix;     ///< of its words: "account.login"
    std::string submit_key; ///< words of the button
    std::string id{"formulier"};
    bool is_quiet{false};   ///< a secondary button
    bool keeps_draft{true}; ///< what was typed survives a lost connection; never secrets
};
/// The whole <form>: list of faults with a link to each, fields, the hidden word and version, button. `more` writes before the button.
void write_form(html::Html& page, Visit const& visit, FormFrame const& frame,
                std::function<void(FormVisitor&)> const& fields_of, std::span<Fault const> faults, bool is_old,
                std::vector<FormNames::Named> const& names, std::function<void()> const& more = {});

template <class F>
void write_form(html::Html& page, Visit const& visit, FormFrame const& frame, Filled<F> const& filled,
                std::function<void()> const& more = {})
{
    auto form = filled.form;
    FormNames names;
    fields(names, form);
    write_form(
        page, visit, frame, [&](FormVisitor& visitor) { fields(visitor, form); }, filled.faults, filled.is_old,
        names.names, more);
}

/// The hidden word of a form that is written by hand, for somebody with an account; else nothing.
void write_form_word(html::Html& page, Visit const& visit);

/// A form that is one button: to log out, to revoke.
void write_button_form(html::Html& page, Visit const& visit, std::string_view action, std::string_view words,
                       http::Pairs const& hidden = {});

/// To who sent a form and wants no page: 400 as problem+json with "errors": [{field, code, title}], all of them. Nothing when there are
/// no faults, or when a page is to show them.
[[nodiscard]] std::optional<http::Response> refuse_form(Visit const& visit, std::span<Fault const> faults);

} // namespace wf::web
