// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/shell.hpp"

#include "platform/web/assets.hpp"
#include "platform/web/components.hpp"
#include "platform/web/links.hpp"

#include <array>

namespace wf::embedded::platform_web {
std::string_view find(std::string_view name);
}

namespace wf::web {

using namespace html;

namespace {

struct MenuItem {
    std::string_view section;
    std::string_view path;
    std::string_view key;
};
constexpr std::array menu{
    MenuItem{"home", "/", "shell.home"},
    MenuItem{"areas", "/buurten", "shell.areas"},
    MenuItem{"gaps", "/kansen", "shell.gaps"},
    MenuItem{"places", "/plekken", "shell.places"},
    MenuItem{"questions", "/vragen", "shell.questions"},
    MenuItem{"sources", "/bronnen", "shell.sources"},
    MenuItem{"about", "/over", "shell.about"},
};

words::Language other_language(Visit const& visit)
{
    return visit.language() == words::Language::nl ? words::Language::en : words::Language::nl;
}

void write_head(Html& out, Visit const& visit, Frame const& frame)
{
    auto const& t = visit.t;
    auto const& assets = *visit.context.assets;
    out(tag::head, [&] {
        out(tag::meta, attr::named("charset", "utf-8"));
        out(tag::meta, attr::named("name", "viewport"), attr::named("content", "width=device-width, initial-scale=1"));
        out(tag::title, frame.title, " · Weefsel");
        out(tag::meta, attr::named("name", "description"),
            attr::named("content", frame.description.empty() ? t("shell.description") : frame.description));
        out(tag::meta, attr::named("name", "color-scheme"), attr::named("content", "light dark"));
        out(tag::link, attr::named("rel", "stylesheet"), attr::href(assets.path("weefsel.css")));
        out(tag::link, attr::named("rel", "icon"), attr::named("type", "image/svg+xml"),
            attr::href(assets.path("logo.svg")));
        if (frame.status >= 400) {
            out(tag::meta, attr::named("name", "robots"), attr::named("content", "noindex"));
        } else {
            out(tag::link, attr::named("rel", "canonical"), attr::href(path_in(visit, visit.language())));
            for (auto const language : {words::Language::nl, words::Language::en}) {
                out(tag::link, attr::named("rel", "alternate"), attr::named("hreflang", words::to_code(language)),
                    attr::href(path_in(visit, language)));
            }
        }
        out(tag::script, attr::named("src", assets.path("weefsel.js")), attr::bare("defer"));
    });
}

/// The section's own page is "page", a page below it "true": the item is current, but it does lead somewhere else.
void write_menu_item(Html& out, Visit const& visit, Frame const& frame, MenuItem const& item)
{
    auto const url = visit.link(item.path);
    bool const current = item.section == frame.section;
    bool const here = current && path_in(visit, visit.language()) == url;
    out(tag::li, [&] {
        out(tag::a, attr::href(url), attr::when(current, attr::named("aria-current", here ? "page" : "true")),
            visit.t(item.key));
    });
}

void write_letters_link(Html& out, Visit const& visit)
{
    bool const large = visit.letters == Letters::large;
    out(tag::a, attr::href(link_with(visit, "letters", large ? "gewoon" : "groot")),
        visit.t(large ? "shell.letters_normal" : "shell.letters_larger"));
}

void write_language_link(Html& out, Visit const& visit)
{
    auto const language = other_language(visit);
    auto const code = words::to_code(language);
    out(tag::a, attr::href(link_in(visit, language)), attr::lang(code), attr::named("hreflang", code),
        visit.t("shell.other_language"));
}

/// Where somebody goes for what is one's own: to the login, or past it.
struct Own {
    std::string url;
    std::string_view key;
    std::string_view section;
};
std::vector<Own> own_items(Visit const& visit)
{
    if (!visit.actor.has_account()) return {{visit.link("/inloggen"), "shell.login", "login"}};
    std::vector<Own> items;
    if (visit.may(access::Action::read, "installation"))
        items.push_back({visit.link("/beheer"), "shell.admin", "admin"});
    items.push_back({visit.link("/mijn"), "shell.mine", "mine"});
    return items;
}

void write_own_link(Html& out, Visit const& visit, Frame const& frame, Own const& own)
{
    bool const current = own.section == frame.section;
    out(tag::a, attr::href(own.url), attr::when(current, attr::named("aria-current", "true")), visit.t(own.key));
}

void write_header(Html& out, Visit const& visit, Frame const& frame)
{
    auto const& t = visit.t;
    out(tag::header, attr::cls("top"), [&] {
        out(tag::div, attr::cls("wrap"), [&] {
            out(tag::a, attr::cls("brand"), attr::href(visit.link("/")), [&] {
                logo(out);
                out.text("Weefsel ");
                auto const& place = visit.context.settings->text("site.place");
                if (!place.empty()) out(tag::span, place);
            });
            out(tag::nav, attr::cls("mainnav"), attr::label(t("shell.main_menu")), [&] {
                out(tag::ul, [&] {
                    for (auto const& item : menu) write_menu_item(out, visit, frame, item);
                });
            });
            out(tag::div, attr::cls("util"), [&] {
                write_letters_link(out, visit);
                write_language_link(out, visit);
                for (auto const& own : own_items(visit)) write_own_link(out, visit, frame, own);
            });
            out(tag::a, attr::cls("menulink"), attr::href("#menu"), [&] {
                icon(out, "menu");
                out.text(t("shell.menu"));
            });
        });
    });
}

void write_crumbs(Html& out, Visit const& visit, std::vector<Crumb> const& crumbs)
{
    if (crumbs.empty()) return;
    out(tag::nav, attr::cls("crumb"), attr::label(visit.t("shell.crumbs")), [&] {
        out(tag::ol, [&] {
            for (auto const& crumb : crumbs) {
                out(tag::li, attr::current(crumb.url.empty()), [&] {
                    if (crumb.url.empty()) out.text(crumb.title);
                    else out(tag::a, attr::href(crumb.url), crumb.title);
                });
            }
        });
    });
}

void write_formats(Html& out, Visit const& visit, Frame const& frame)
{
    if (frame.formats.empty()) return;
    out(tag::nav, attr::cls("formats noprint"), attr::label(visit.t("shell.formats")), [&] {
        out(tag::p, attr::cls("dl"), [&] {
            icon(out, "down");
            out(tag::span, visit.t("shell.formats"));
            for (auto const& [name, url] : frame.formats) out(tag::a, attr::href(url), name);
        });
    });
}

void write_footer(Html& out, Visit const& visit, Frame const& frame)
{
    auto const& t = visit.t;
    out(tag::footer, attr::cls("foot"), [&] {
        out(tag::div, attr::cls("wrap"), [&] {
            out(tag::nav, attr::id("menu"), attr::label(t("shell.foot_menu")), [&] {
                out(tag::h2, t("shell.menu"));
                out(tag::ul, [&] {
                    for (auto const& item : menu) write_menu_item(out, visit, frame, item);
                    out(tag::li, [&] { out(tag::a, attr::href(visit.link("/zoeken")), t("shell.search")); });
                    out(tag::li, [&] { write_letters_link(out, visit); });
                    out(tag::li, [&] { write_language_link(out, visit); });
                    for (auto const& own : own_items(visit))
                        out(tag::li, [&] { write_own_link(out, visit, frame, own); });
                });
            });
            out(tag::div, [&] {
                out(tag::h2, t("shell.origin"));
                out(tag::p, t("shell.origin_text"));
                out(tag::p, [&] { out(tag::a, attr::href(visit.link("/bronnen")), t("shell.origin_link")); });
            });
            out(tag::div, [&] {
                out(tag::h2, t("shell.help"));
                out(tag::p, t("shell.help_text"));
                out(tag::ul, [&] {
                    out(tag::li,
                        [&] { out(tag::a, attr::href(visit.link("/toegankelijkheid")), t("shell.accessibility")); });
                    out(tag::li, [&] { out(tag::a, attr::href(visit.link("/begrippen")), t("shell.glossary")); });
                    out(tag::li, [&] { out(tag::a, attr::href(visit.link("/privacy")), t("shell.privacy")); });
                });
            });
        });
    });
}

} // namespace

std::string_view own_words(words::Language language)
{
    return embedded::platform_web::find(language == words::Language::nl ? "nl.po" : "en.po");
}

http::Response page(Visit const& visit, Frame const& frame, std::function<void(Html&)> const& write_main)
{
    Html out;
    out.safe(Safe{"<!doctype html>"});
    out(tag::html, attr::lang(words::to_code(visit.language())),
        attr::when(visit.letters == Letters::large, attr::cls("letters-large")), [&] {
            write_head(out, visit, frame);
            out(tag::body, [&] {
                out(tag::a, attr::cls("skip"), attr::href("#inhoud"), visit.t("shell.skip"));
                write_header(out, visit, frame);
                out(tag::main, attr::id("inhoud"), attr::named("tabindex", "-1"), [&] {
                    out(tag::div, attr::cls("wrap"), [&] {
                        write_crumbs(out, visit, frame.crumbs);
                        write_main(out);
                        write_formats(out, visit, frame);
                    });
                });
                write_footer(out, visit, frame);
            });
        });

    http::Response response;
    response.status = frame.status;
    response.cache = frame.cache;
    response.body = out.take().markup;
    response.headers.emplace_back("Content-Language", words::to_code(visit.language()));
    add_security_headers(response, frame.has_map ? Draws::map : frame.is_renewed ? Draws::itself : Draws::nothing);
    return response;
}

} // namespace wf::web
