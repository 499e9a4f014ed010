// SPDX-License-Identifier: EUPL-1.2
#include "app/site.hpp"

#include "app/features.hpp"
#include "base/text.hpp"
#include "platform/http/server.hpp"
#include "platform/secret/token.hpp"
#include "platform/web/download.hpp"
#include "platform/web/form_body.hpp"
#include "platform/web/refuse.hpp"
#include "platform/web/same_origin.hpp"
#include "platform/web/shell.hpp"

#include <algorithm>
#include <span>

namespace wf::app {
namespace {

/// How much the browser wants a language, by its Accept-Language header: 0 when it does not name it.
double wish_for(std::string_view accepted, std::string_view code)
{
    double wish = 0;
    for (auto const part : split(accepted, ',')) {
        auto const pieces = split(part, ';');
        auto const name = trim(pieces.front());
        bool const fits =
            starts_with_ignoring_case(name, code) && (name.size() == code.size() || name[code.size()] == '-');
        if (!fits) continue;
        double quality = 1;
        for (auto const piece : std::span{pieces}.subspan(1)) {
            auto const setting = trim(piece);
            if (setting.starts_with("q=")) quality = parse_double(setting.substr(2)).value_or(0);
        }
        wish = std::max(wish, quality);
    }
    return wish;
}

/// English only when the browser wants it more than Dutch.
words::Language preferred_language(http::Request const& request)
{
    auto const accepted = request.header("accept-language").value_or("");
    return wish_for(accepted, "en") > wish_for(accepted, "nl") ? words::Language::en : words::Language::nl;
}

/// A form may have been in it.
struct WipedBody {
    http::Request& request;
    ~WipedBody() { secret::wipe(request.body); }
};

http::Response redirect(int status, std::string location)
{
    http::Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.headers.emplace_back("Location", std::move(location));
    return response;
}

web::Letters letters_of(http::Request const& request)
{
    return request.cookie("letters") == "groot" ? web::Letters::large : web::Letters::normal;
}

/// The same target without ?letters=..., which has done its work.
std::string without_letters(std::string_view target)
{
    auto const mark = target.find('?');
    std::string out{target.substr(0, mark)};
    if (mark == std::string_view::npos) return out;
    char joint = '?';
    for (auto rest = target.substr(mark + 1); !rest.empty();) {
        auto const end = rest.find('&');
        auto const pair = rest.substr(0, end);
        if (!pair.empty() && !pair.starts_with("letters=")) {
            out += joint;
            out += pair;
            joint = '&';
        }
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return out;
}

http::Response change_letters(http::Request const& request, std::string_view wanted)
{
    auto response = redirect(303, without_letters(request.target));
    // SameSite and HttpOnly: no other site can set it off, no script reads it. It says nothing but this.
    response.headers.emplace_back("Set-Cookie", wanted == "groot"
                                                    ? "letters=groot; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
                                                    : "letters=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
    return response;
}

/// For the next year browsers come by TLS alone; on every answer, where the site says that it is found there.
void ask_for_tls(http::Response& response, settings::Settings const& settings)
{
    constexpr std::string_view name = "Strict-Transport-Security";
    bool const is_asked = std::any_of(response.headers.begin(), response.headers.end(),
                                      [&](auto const& header) { return header.first == name; });
    if (!is_asked && settings.text("site.url").starts_with("https://"))
        response.headers.emplace_back(name, settings.boolean("site.tls_below") ? "max-age=31536000; includeSubDomains"
                                                                               : "max-age=31536000");
}

std::string to_list(std::vector<http::Method> const& methods)
{
    std::string list;
    for (auto const method : methods) {
        if (!list.empty()) list += ", ";
        list += http::to_word(method);
    }
    return list;
}

Refusal refusal_of(access::Verdict verdict)
{
    switch (verdict) {
    case access::Verdict::needs_login: return Refusal::needs_login;
    case access::Verdict::needs_factor: return Refusal::needs_factor;
    case access::Verdict::refused:
    case access::Verdict::allowed: break;
    }
    return Refusal::rights;
}

/// Did what came not fit: its text, its size, its kind?
bool is_bad_input(int status)
{
    return status == 400 || status == 413 || status == 414 || status == 415 || status == 431;
}

} // namespace

Site::Site(store::Store& store, settings::Settings const& settings, std::vector<web::Feature> features,
           Identify identify, OnRefusal on_refusal)
    : m_features{std::move(features)}, m_identify{std::move(identify)}, m_on_refusal{std::move(on_refusal)}
{
    m_context.store = &store;
    m_context.settings = &settings;
    m_context.nl = &m_nl;
    m_context.en = &m_en;
    m_context.assets = &m_assets;
    m_context.panels = &m_panels;
    m_context.code_version = code_version();
}

Result<std::unique_ptr<Site>> Site::make(store::Store& store, settings::Settings const& settings,
                                         std::vector<web::Feature> features, Identify identify, OnRefusal on_refusal)
{
    std::unique_ptr<Site> site{
        new Site{store, settings, std::move(features), std::move(identify), std::move(on_refusal)}};
    WF_TRY_VOID(site->m_nl.add(web::own_words(words::Language::nl)));
    WF_TRY_VOID(site->m_en.add(web::own_words(words::Language::en)));
    for (auto const& feature : site->m_features) {
        WF_TRY_VOID(site->m_nl.add(feature.words_nl));
        WF_TRY_VOID(site->m_en.add(feature.words_en));
        site->m_panels.add(feature.panels);
        for (auto const& route : feature.routes) {
            if (!site->m_context.rights->knows(route.needs))
                return Error{Trouble::bad_input, "access.no_right", route.pattern,
                             "say what this route does, and who may, in data/rights.json"};
            site->mount(route);
        }
    }
    site->mount_assets();
    return site;
}

void Site::mount(web::Route const& route)
{
    if (route.addresses == web::Addresses::one) {
        m_router.add(
            {route.method, route.pattern,
             [this, &route](http::Request const& request) { return answer(route, words_of(request), request); },
             route.lane});
        return;
    }
    for (auto const* const words : {&m_nl, &m_en}) {
        auto pattern = "/" + std::string{words::to_code(words->language())};
        if (route.pattern != "/") pattern += route.pattern;
        m_router.add({route.method, std::move(pattern),
                      [this, words, &route](http::Request const& request) { return answer(route, *words, request); },
                      route.lane});
    }
    if (route.method != http::Method::get) return;
    m_router.add({http::Method::get, route.pattern, [](http::Request const& request) {
                      auto const code = words::to_code(preferred_language(request));
                      // "/?x=y" becomes "/nl?x=y": the router knows no slash at the end.
                      auto const target = std::string_view{request.target}.substr(request.path == "/" ? 1 : 0);
                      auto response = redirect(302, "/" + std::string{code} + std::string{target});
                      response.headers.emplace_back("Vary", "Accept-Language");
                      return response;
                  }});
}

void Site::mount_assets()
{
    m_router.add({http::Method::get, "/assets/{name}", [this](http::Request const& request) {
                      auto const* file = m_assets.find("/assets/" + std::string{request.part("name")});
                      if (file == nullptr) return explain_failure(404, "web.no_page", &request);
                      http::Response response;
                      response.content_type = file->content_type;
                      response.body = std::string{file->bytes};
                      response.cache = http::Cache::forever;
                      // What works beside a page has the policy of its own file, not that of the page.
                      if (file->name.ends_with("_worker.js")) web::add_security_headers(response, web::Draws::map);
                      return response;
                  }});
    m_router.add({http::Method::get, "/health", [](http::Request const&) {
                      http::Response response;
                      response.content_type = "application/json; charset=utf-8";
                      response.body = R"({"status":"up"})";
                      return response;
                  }});
}

words::Words const& Site::words_of(http::Request const& request) const
{
    auto const& path = request.path;
    if (path == "/en" || path.starts_with("/en/")) return m_en;
    if (path == "/nl" || path.starts_with("/nl/")) return m_nl;
    return preferred_language(request) == words::Language::en ? m_en : m_nl;
}

http::Response Site::answer(web::Route const& route, words::Words const& words, http::Request const& request) const
{
    if (auto const letters = request.parameter("letters")) return change_letters(request, *letters);
    // Who sends no cookie of ours is nobody, and is not looked up.
    auto const token = m_identify ? request.cookie(web::session_cookie) : std::nullopt;
    auto const known = token ? m_identify(*token) : nullptr;
    auto const& actor = known ? *known : access::nobody();
    web::Visit const visit{request, words, m_context, letters_of(request), actor};
    auto response = answer_judged(route, visit);
    // What was made for somebody is for nobody else, not even for the same browser after logging out.
    if (actor.has_account() && response.cache != http::Cache::forever) response.cache = http::Cache::never;
    return response;
}

http::Response Site::answer_judged(web::Route const& route, web::Visit const& visit) const
{
    auto const workspace = visit.request.path_parts.empty() ? std::string_view{} : web::workspace_of(visit.request);
    auto const verdict = m_context.rights->judge(visit.actor, route.needs, workspace);
    if (verdict != access::Verdict::allowed) {
        tell(refusal_of(verdict), visit.request, visit.actor);
        return web::refuse(visit, verdict);
    }
    if (route.method != http::Method::get) {
        if (auto const same = web::check_same_origin(visit.request); !same) {
            tell(Refusal::other_site, visit.request, visit.actor);
            return web::error_page(visit, same.error());
        }
        if (visit.actor.has_account()) {
            if (auto const word = web::check_form_word(visit.request, visit.actor); !word) {
                tell(Refusal::form_word, visit.request, visit.actor);
                return web::error_page(visit, word.error());
            }
        }
    }
    auto result = route.handler(visit);
    auto response = result ? std::move(*result) : web::error_page(visit, result.error());
    // A login that is wrong was judged, and told, where people are known.
    bool const was_judged = result.has_value() && (route.needs.kind == "login" || route.needs.kind == "setup");
    if (is_bad_input(response.status) && !was_judged) tell(Refusal::input, visit.request, visit.actor);
    return response;
}

void Site::tell(Refusal refusal, http::Request const& request, access::Actor const& actor) const
{
    if (m_on_refusal) m_on_refusal(refusal, request, actor);
}

bool Site::is_slow(http::Request const& request) const
{
    return m_router.match(request.method, request.path).lane == http::Lane::slow;
}

std::vector<web::Route const*> Site::all_routes() const
{
    std::vector<web::Route const*> all;
    for (auto const& feature : m_features) {
        for (auto const& route : feature.routes) all.push_back(&route);
    }
    return all;
}

http::Response Site::handle(http::Request const& asked) const
{
    try {
        auto response = route(asked);
        // Data, redirects and assets deserve what pages have.
        auto const has_policy = std::any_of(response.headers.begin(), response.headers.end(), [](auto const& header) {
            return header.first == "Content-Security-Policy";
        });
        if (!has_policy) web::add_security_headers(response);
        web::offer_as_file(response, asked);
        ask_for_tls(response, *m_context.settings);
        return response;
    } catch (store::StoreFailure const& failure) {
        throw http::Unavailable{failure.what()};
    }
}

http::Response Site::route(http::Request const& came) const
{
    auto const* proxied = web::is_from_proxy(came, m_context.settings->text("http.proxy")) ? &came : nullptr;
    http::Request seen;
    WipedBody const wiped_seen{seen};
    if (proxied != nullptr) {
        seen = came;
        seen.peer = web::peer_behind_proxy(came);
    }
    auto const& asked = proxied != nullptr ? seen : came;
    auto match = m_router.match(asked.method, asked.path);
    if (match.handler == nullptr) {
        if (match.allowed.empty()) return explain_failure(404, "web.no_page", &asked);
        auto response = explain_failure(405, "web.wrong_method", &asked);
        response.headers.emplace_back("Allow", to_list(match.allowed));
        return response;
    }
    if (match.parts.empty()) return (*match.handler)(asked);
    auto request = asked;
    WipedBody const wiped{request};
    request.path_parts = std::move(match.parts);
    return (*match.handler)(request);
}

http::Response Site::explain_failure(int status, std::string_view code, http::Request const* request) const
{
    http::Request const nobody;
    auto const& about = request != nullptr ? *request : nobody;
    web::Visit const visit{about, words_of(about), m_context, letters_of(about)};
    if (status == 405 || status == 501) tell(Refusal::method, about, visit.actor);
    else if (is_bad_input(status)) tell(Refusal::input, about, visit.actor);
    auto response = web::status_page(visit, status, code);
    web::offer_as_file(response, about);
    ask_for_tls(response, *m_context.settings);
    return response;
}

http::Response Site::ask(std::string_view target, http::Pairs const& headers) const
{
    http::Request request;
    request.target = std::string{target};
    request.headers = headers;
    auto const mark = target.find('?');
    auto path = http::read_path(target.substr(0, mark));
    if (!path) return explain_failure(400, path.error().code, nullptr);
    request.path = std::move(*path);
    if (mark != std::string_view::npos) {
        auto query = http::read_query(target.substr(mark + 1));
        if (!query) return explain_failure(400, query.error().code, &request);
        request.query = std::move(*query);
    }
    if (auto const cookie = request.header("cookie")) request.cookies = http::read_cookies(*cookie);
    request.format = http::choose_format(request.path, request.header("accept"));
    return handle(request);
}

} // namespace wf::app
