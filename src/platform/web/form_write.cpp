// SPDX-License-Identifier: EUPL-1.2
#include "base/json_writer.hpp"
#include "platform/secret/password.hpp"
#include "platform/web/components.hpp"
#include "platform/web/form.hpp"
#include "platform/web/problem.hpp"
#include "platform/web/shell.hpp"

#include <algorithm>

namespace wf::web {

using namespace html;

namespace {

void write_hidden(Html& page, std::string_view name, std::string_view value)
{
    page(tag::input, attr::named("type", "hidden"), attr::named("name", name), attr::named("value", value));
}

/// Writes the fields, each with its words, its hint and its fault.
class FormPainter final : public FormVisitor {
public:
    FormPainter(Html& page, Visit const& visit, FormFrame const& frame, std::span<Fault const> faults)
        : m_page{page}, m_t{visit.t}, m_frame{frame}, m_faults{faults}
    {
    }

    void text(Field const& field, std::string& value, Rule const&) override { write_input(field, field.type, value); }
    void secret(Field const& field, std::string&, Rule const&) override
    {
        write_field(field, [&](std::string const& id, std::string const& described, bool wrong) {
            // Words for web/src/password.ts; without script they do nothing.
            bool const is_new = field.autocomplete == "new-password";
            m_page(tag::input, attr::cls("utrecht-textbox"), attr::id(id), attr::named("name", field.name),
                   attr::named("type", "password"), attr::named("value", ""),
                   attr::named("autocomplete", field.autocomplete), attr::named("spellcheck", "false"),
                   attr::named("data-show", m_t("form.secret.show")),
                   attr::when(is_new, attr::named("data-strength", m_t("form.secret.strength"))),
                   attr::when(is_new, attr::named("data-least", std::to_string(secret::least_password))),
                   attr::when(is_new, attr::named("data-too-short", m_t("form.secret.too_short"))),
                   attr::when(is_new, attr::named("data-too-long", m_t("form.secret.too_long"))),
                   attr::when(is_new, attr::named("data-obvious", m_t("form.secret.obvious"))),
                   attr::when(is_new, attr::named("data-good", m_t("form.secret.good"))),
                   attr::when(!described.empty(), attr::named("aria-describedby", described)),
                   attr::when(field.presence == Presence::required, attr::bare("required")),
                   attr::when(wrong, attr::named("aria-invalid", "true")));
        });
    }
    void whole(Field const& field, std::optional<std::int64_t>& value, std::int64_t, std::int64_t) override
    {
        auto numeric = field;
        numeric.input_mode = "numeric";
        write_input(numeric, "text", value ? std::to_string(*value) : "");
    }
    void day(Field const& field, std::string& value) override { write_input(field, "date", value); }

    void lines(Field const& field, std::string& value, Rule const&) override
    {
        write_field(field, [&](std::string const& id, std::string const& described, bool wrong) {
            m_page(tag::textarea, attr::cls("utrecht-textarea"), attr::id(id), attr::named("name", field.name),
                   attr::when(!described.empty(), attr::named("aria-describedby", described)),
                   attr::when(field.presence == Presence::required, attr::bare("required")),
                   attr::when(wrong, attr::named("aria-invalid", "true")), value);
        });
    }

    void yes(Field const& field, bool& value) override
    {
        auto const id = id_of(field);
        auto const* fault = find(field);
        m_page(tag::div, attr::cls("field"), [&] {
            write_fault(field, fault);
            m_page(tag::label, attr::cls("tick"), [&] {
                m_page(tag::input, attr::named("type", "checkbox"), attr::id(id), attr::named("name", field.name),
                       attr::named("value", "ja"), attr::when(value, attr::bare("checked")),
                       attr::when(fault != nullptr, attr::named("aria-invalid", "true")));
                m_page(tag::span, m_t(key_of(field)));
            });
        });
    }

    void one_of(Field const& field, std::string& value, std::span<Option const> options) override
    {
        constexpr std::size_t few = 6;
        if (options.size() <= few) {
            write_choices(field, "radio", options, [&](std::string const& one) { return one == value; });
            return;
        }
        write_field(field, [&](std::string const& id, std::string const& described, bool wrong) {
            m_page(tag::select, attr::cls("utrecht-select"), attr::id(id), attr::named("name", field.name),
                   attr::when(!described.empty(), attr::named("aria-describedby", described)),
                   attr::when(wrong, attr::named("aria-invalid", "true")), [&] {
                       if (value.empty()) m_page(tag::option, attr::named("value", ""), m_t("form.choose"));
                       for (auto const& option : options) {
                           m_page(tag::option, attr::named("value", option.value),
                                  attr::when(option.value == value, attr::bare("selected")), option.words);
                       }
                   });
        });
    }

    void any_of(Field const& field, std::vector<std::string>& values, std::span<Option const> options) override
    {
        write_choices(field, "checkbox", options, [&](std::string const& one) {
            return std::find(values.begin(), values.end(), one) != values.end();
        });
    }

private:
    [[nodiscard]] std::string key_of(Field const& field) const
    {
        return m_frame.prefix + "." + std::string{field.name};
    }
    [[nodiscard]] std::string id_of(Field const& field) const { return m_frame.id + "-" + std::string{field.name}; }
    [[nodiscard]] Fault const* find(Field const& field) const
    {
        auto const found = std::find_if(m_faults.begin(), m_faults.end(),
                                        [&](Fault const& fault) { return fault.name == field.name; });
        return found == m_faults.end() ? nullptr : &*found;
    }

    void write_label(Field const& field, Element element, std::string const& id)
    {
        m_page(element, attr::when(element.name == "label", attr::named("for", id)), [&] {
            m_page.text(m_t(key_of(field)));
            if (field.presence == Presence::optional) {
                m_page.text(" ");
                m_page(tag::span, attr::cls("soft optional"), m_t("form.optional"));
            }
        });
    }

    [[nodiscard]] bool has_hint(Field const& field) const { return m_t.has(key_of(field) + ".hint"); }

    void write_hint(Field const& field)
    {
        if (has_hint(field))
            m_page(tag::span, attr::cls("hint"), attr::id(id_of(field) + "-hint"), m_t(key_of(field) + ".hint"));
    }
    void write_fault(Field const& field, Fault const* fault)
    {
        if (fault != nullptr)
            m_page(tag::p, attr::cls("fault"), attr::id(id_of(field) + "-fout"), explain(m_t, fault->error).title);
    }

    template <class Control>
    void write_field(Field const& field, Control const& control)
    {
        auto const id = id_of(field);
        auto const* fault = find(field);
        std::string described;
        if (has_hint(field)) described = id + "-hint";
        if (fault != nullptr) described += (described.empty() ? "" : " ") + id + "-fout";
        m_page(tag::div, attr::cls("field"), [&] {
            write_label(field, tag::label, id);
            write_hint(field);
            write_fault(field, fault);
            control(id, described, fault != nullptr);
        });
    }

    void write_input(Field const& field, std::string_view type, std::string_view value)
    {
        write_field(field, [&](std::string const& id, std::string const& described, bool wrong) {
            m_page(tag::input, attr::cls("utrecht-textbox"), attr::id(id), attr::named("name", field.name),
                   attr::named("type", type), attr::named("value", value),
                   attr::named("autocomplete", field.autocomplete),
                   attr::when(!field.input_mode.empty(), attr::named("inputmode", field.input_mode)),
                   attr::when(type == "email", attr::named("spellcheck", "false")),
                   attr::when(!described.empty(), attr::named("aria-describedby", described)),
                   attr::when(field.presence == Presence::required, attr::bare("required")),
                   attr::when(wrong, attr::named("aria-invalid", "true")));
        });
    }

    template <class IsChosen>
    void write_choices(Field const& field, std::string_view type, std::span<Option const> options,
                       IsChosen const& is_chosen)
    {
        auto const* fault = find(field);
        auto const id = id_of(field);
        m_page(tag::fieldset, attr::cls("field ticks"), attr::id(id), attr::named("tabindex", "-1"), [&] {
            write_label(field, tag::legend, id);
            write_hint(field);
            write_fault(field, fault);
            std::size_t number = 0;
            for (auto const& option : options) {
                auto const option_id = id + "-" + std::to_string(++number);
                m_page(tag::label, attr::cls("tick"), [&] {
                    m_page(tag::input, attr::named("type", type), attr::id(option_id), attr::named("name", field.name),
                           attr::named("value", option.value),
                           attr::when(is_chosen(option.value), attr::bare("checked")),
                           attr::when(!option.hint.empty(), attr::named("aria-describedby", option_id + "-hint")));
                    m_page(tag::span, [&] {
                        m_page.text(option.words);
                        if (!option.hint.empty())
                            m_page(tag::span, attr::cls("hint"), attr::id(option_id + "-hint"), option.hint);
                    });
                });
            }
        });
    }

    Html& m_page;
    words::Words const& m_t;
    FormFrame const& m_frame;
    std::span<Fault const> m_faults;
};

/// What is wrong, all of it, each with a link to its field.
void write_fault_list(Html& page, Visit const& visit, FormFrame const& frame, std::span<Fault const> faults,
                      bool is_old)
{
    if (faults.empty()) return;
    auto const& t = visit.t;
    page(tag::div, attr::role("alert"), attr::id(frame.id + "-fouten"), attr::named("tabindex", "-1"), [&] {
        message(page, Message::error, t.count("form.faults", static_cast<std::int64_t>(faults.size())), [&] {
            if (is_old) page(tag::p, t("form.renewed"));
            page(tag::ul, [&] {
                for (auto const& fault : faults) {
                    page(tag::li, [&] {
                        auto const words = explain(t, fault.error).title;
                        if (fault.name.empty()) {
                            page.text(words);
                            return;
                        }
                        auto const key = frame.prefix + "." + fault.name;
                        auto const label = t(key);
                        page(tag::a, attr::href("#" + frame.id + "-" + fault.name), std::string{label} + ": " + words);
                    });
                }
            });
        });
    });
}

} // namespace

void write_form_word(Html& page, Visit const& visit)
{
    if (visit.actor.has_account()) write_hidden(page, form_word_field, visit.actor.form_word);
}

void write_form(Html& page, Visit const& visit, FormFrame const& frame,
                std::function<void(FormVisitor&)> const& fields_of, std::span<Fault const> faults, bool is_old,
                std::vector<FormNames::Named> const& names, std::function<void()> const& more)
{
    write_fault_list(page, visit, frame, faults, is_old);
    // The program's own list of faults says more than the browser's balloons, and says all at once.
    page(tag::form, attr::cls("form"), attr::id(frame.id), attr::named("method", "post"),
         attr::named("action", frame.action), attr::bare("novalidate"),
         attr::when(frame.keeps_draft, attr::named("data-draft", visit.t("form.draft"))),
         attr::when(frame.keeps_draft, attr::named("data-draft-clear", visit.t("form.draft.clear"))), [&] {
             write_form_word(page, visit);
             write_hidden(page, form_version_field, version_of(names));
             FormPainter painter{page, visit, frame, faults};
             fields_of(painter);
             if (more) more();
             page(tag::p, [&] {
                 page(tag::button, attr::named("type", "submit"),
                      attr::cls(frame.is_quiet ? "utrecht-button utrecht-button--secondary-action"
                                               : "utrecht-button utrecht-button--primary-action"),
                      visit.t(frame.submit_key));
             });
         });
}

void write_button_form(Html& page, Visit const& visit, std::string_view action, std::string_view words,
                       http::Pairs const& hidden)
{
    page(tag::form, attr::cls("buttonform"), attr::named("method", "post"), attr::named("action", action), [&] {
        write_form_word(page, visit);
        for (auto const& [name, value] : hidden) write_hidden(page, name, value);
        page(tag::button, attr::named("type", "submit"), attr::cls("utrecht-button utrecht-button--secondary-action"),
             words);
    });
}

std::optional<http::Response> refuse_form(Visit const& visit, std::span<Fault const> faults)
{
    if (faults.empty() || visit.request.format == http::Format::html) return std::nullopt;
    JsonWriter writer;
    writer.begin_object();
    writer.member("type", "about:blank");
    writer.member("title", visit.t.count("form.faults", static_cast<std::int64_t>(faults.size())));
    writer.member("status", 400);
    writer.key("errors");
    writer.begin_array();
    for (auto const& fault : faults) {
        writer.begin_object();
        writer.member("field", fault.name);
        writer.member("code", fault.error.code);
        writer.member("title", explain(visit.t, fault.error).title);
        writer.end_object();
    }
    writer.end_array();
    writer.end_object();
    http::Response response;
    response.status = 400;
    response.content_type = "application/problem+json";
    response.body = std::move(writer).finish();
    response.headers.emplace_back("Content-Language", words::to_code(visit.language()));
    add_security_headers(response);
    return response;
}

} // namespace wf::web
