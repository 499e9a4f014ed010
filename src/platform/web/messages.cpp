// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/components.hpp"

namespace wf::web {

using namespace html;

namespace {

struct Look {
    std::string_view classes;
    std::string_view icon;
};

Look look_of(Message kind)
{
    switch (kind) {
    case Message::info: return {"msg", "info"};
    case Message::ok: return {"msg msg--ok", "ok"};
    case Message::warn: return {"msg msg--warn", "warn"};
    case Message::error: return {"msg msg--error", "x"};
    case Message::refuse: return {"msg msg--refuse", "stop"};
    }
    return {"msg", "info"};
}

Element element_of(Level level)
{
    switch (level) {
    case Level::h2: return tag::h2;
    case Level::h3: return tag::h3;
    case Level::h4: return tag::h4;
    }
    return tag::h2;
}

} // namespace

void message(Html& page, Message kind, std::string_view heading, std::function<void()> const& body, Level level)
{
    auto const look = look_of(kind);
    page(tag::div, attr::cls(look.classes), [&] {
        icon(page, look.icon);
        page(element_of(level), heading);
        if (body) body();
    });
}

void empty(Html& page, std::string_view heading, std::function<void()> const& body, Level level)
{
    page(tag::div, attr::cls("empty"), [&] {
        page(element_of(level), heading);
        if (body) body();
    });
}

void tag_label(Html& page, std::string_view modifier, std::string_view words)
{
    std::string classes = "tag";
    if (!modifier.empty()) (classes += " tag--") += modifier;
    page(tag::span, attr::cls(classes), words);
}

void link_button(Html& page, std::string_view url, std::string_view words, Button kind)
{
    page(tag::a,
         attr::cls(kind == Button::primary ? "utrecht-button utrecht-button--primary-action"
                                           : "utrecht-button utrecht-button--secondary-action"),
         attr::href(url), words);
}

} // namespace wf::web
