// SPDX-License-Identifier: EUPL-1.2
// All features as one web site: addresses in two languages, assets, errors as pages. Knows no network: tests and stories ask it
// directly, the server calls it from its pool.
#pragma once

#include "platform/http/message.hpp"
#include "platform/http/router.hpp"
#include "platform/web/assets.hpp"
#include "platform/web/feature.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wf::app {

/// Who is behind the word in a cookie, from memory where it can; never nullptr. Not set: nobody is known here.
using Identify = std::function<std::shared_ptr<access::Actor const>(std::string_view token)>;

/// Why somebody did not get what they asked for; or what could not be read.
enum class Refusal { needs_login, needs_factor, rights, other_site, form_word, method, input };
/// Hears of each refusal; must be quick, and is called from many threads. Of an answer that is given it hears nothing.
using OnRefusal = std::function<void(Refusal refusal, http::Request const& request, access::Actor const& actor)>;

class Site {
public:
    /// Words that two features give twice, or PO files that cannot be read, are an Error.
    /// So is a route whose needs do not stand in the table of rights.
    static Result<std::unique_ptr<Site>> make(store::Store& store, settings::Settings const& settings,
                                              std::vector<web::Feature> features, Identify identify = {},
                                              OnRefusal on_refusal = {});
    Site(Site const&) = delete;
    Site& operator=(Site const&) = delete;

    /// Never throws for what the world did; StoreFailure becomes http::Unavailable.
    [[nodiscard]] http::Response handle(http::Request const& request) const;
    /// For the server: does it wait in the slow line? Touches no database.
    [[nodiscard]] bool is_slow(http::Request const& request) const;
    /// For the server: what never reached a handler.
    [[nodiscard]] http::Response explain_failure(int status, std::string_view code, http::Request const* request) const;

    /// Asks as a browser would: target with suffix and query. For tests, stories and the demo.
    [[nodiscard]] http::Response ask(std::string_view target, http::Pairs const& headers = {}) const;

    /// What a mounted address needs, by its pattern without language: for tests that go over all of them.
    [[nodiscard]] std::vector<web::Route const*> all_routes() const;

    [[nodiscard]] web::Context const& context() const { return m_context; }
    [[nodiscard]] std::vector<web::Feature> const& features() const { return m_features; }
    [[nodiscard]] http::Router const& router() const { return m_router; }

private:
    Site(store::Store& store, settings::Settings const& settings, std::vector<web::Feature> features, Identify identify,
         OnRefusal on_refusal);
    void tell(Refusal refusal, http::Request const& request, access::Actor const& actor) const;
    [[nodiscard]] http::Response route(http::Request const& asked) const;
    void mount(web::Route const& route);
    void mount_assets();
    [[nodiscard]] http::Response answer(web::Route const& route, words::Words const& words,
                                        http::Request const& request) const;
    [[nodiscard]] http::Response answer_judged(web::Route const& route, web::Visit const& visit) const;
    [[nodiscard]] words::Words const& words_of(http::Request const& request) const;

    std::vector<web::Feature> m_features;
    Identify m_identify;
    OnRefusal m_on_refusal;
    words::Words m_nl{words::Language::nl};
    words::Words m_en{words::Language::en};
    web::Assets m_assets;
    web::Panels m_panels;
    web::Context m_context;
    http::Router m_router;
};

} // namespace wf::app
