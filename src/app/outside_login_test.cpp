// SPDX-License-Identifier: EUPL-1.2
// Logging in through one's own organisation, over the whole site, with a provider that is another program and a browser that keeps
// cookies and goes where it is sent.
#include "app/features.hpp"
#include "app/house.hpp"
#include "app/site.hpp"
#include "base/date.hpp"
#include "base/percent.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/clock/clock.hpp"
#include "platform/oidc/test_provider.hpp"
#include "platform/secret/password.hpp"
#include "platform/web/links.hpp"
#include "platform/web/refuse.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>

namespace wf::app {
namespace {

constexpr auto mail = "jo@voorbeeld.example";
constexpr auto password = "vier paarse fietsen zingen";

/// A municipality in memory, where people log in at that provider.
struct Town {
    oidc::TestProvider provider;
    file::TestFolder folder;
    std::unique_ptr<store::Store> store;
    std::optional<settings::Settings> settings;
    std::shared_ptr<people::House> house;
    std::unique_ptr<Site> site;
    std::string workspace;
    std::string inviter;

    template <class F>
    auto write(F&& work)
    {
        return store->write(std::forward<F>(work)).value();
    }

    explicit Town(bool const has_provider = true)
    {
        auto const key_file = folder.path + "/client.pem";
        file::save(key_file, oidc::test_key()).value();
        auto const definitions = setting_definitions();
        std::vector<std::pair<std::string, std::string>> chosen{{"store.url", "sqlite::memory:"},
                                                                {"site.url", "https://weefsel.example.org"},
                                                                {"oidc.client_id", oidc::TestProvider::client_id},
                                                                {"oidc.key_file", key_file},
                                                                {"oidc.name", "Stad Voorbeeld"}};
        if (has_provider) chosen.emplace_back("oidc.issuer", provider.issuer());
        settings = settings::Settings::load(definitions, "", chosen).value();
        store = store::Store::open("sqlite::memory:").value();
        house = make_house(*settings).value();
        auto features = make_features(walking::Rules::built_in(), house, {}, make_provider(*settings).value());
        static_cast<void>(store->migrate(all_migrations(features)).value());
        site = Site::make(*store, *settings, std::move(features), [this](std::string_view token) {
                   return people::identify(*store, *house, token);
               }).value();
        workspace = write([&](store::Session& s) -> Result<std::string> {
            WF_TRY(auto const top, workspaces::add(s, "Beheer", workspaces::Kind::association, ""));
            static_cast<void>(top);
            WF_TRY(auto const made, workspaces::add(s, "Werkplaats (verzonnen)", workspaces::Kind::werkplaats, ""));
            return made.id;
        });
        inviter = write([&](store::Session& s) {
            return people::add_account(s, *house, "bea@voorbeeld.example", "Bea (verzonnen)", "nl");
        });
    }

    std::string add_person()
    {
        return write([&](store::Session& s) -> Result<std::string> {
            WF_TRY(auto id, people::add_account(s, *house, mail, "Jo (verzonnen)", "nl"));
            WF_TRY_VOID(
                people::set_password(s, *house, id, secret::hash_password(password, house->password_key()), id, ""));
            return id;
        });
    }
    /// Somebody whom the provider calls person-1.
    std::string add_linked_person()
    {
        auto const id = add_person();
        write([&](store::Session& s) -> Result<int> {
            WF_TRY_VOID(people::add_identity(s, *house, id, provider.issuer(), "person-1"));
            return 0;
        });
        return id;
    }
    std::string invite(std::string const& address, access::Role role)
    {
        access::Roles roles;
        roles.add(role);
        return write([&](store::Session& s) -> Result<std::string> {
            WF_TRY(auto const invited, people::invite(s, *house, workspace, address, roles, inviter));
            return invited.token;
        });
    }
    std::int64_t count_letters()
    {
        std::int64_t letters = 0;
        store->read([&](store::Session& s) {
            s.query("SELECT count(*) FROM mail_outbox", {}, [&](store::Row const& row) { letters = row.integer(0); });
        });
        return letters;
    }
    std::optional<people::Account> find(std::string const& address)
    {
        return store->read([&](store::Session& s) { return people::find_by_mail(s, *house, address); });
    }
    std::optional<std::string> find_identity(std::string const& subject)
    {
        return store->read(
            [&](store::Session& s) { return people::find_by_identity(s, *house, provider.issuer(), subject); });
    }
};

std::string header(http::Response const& response, std::string_view name)
{
    for (auto const& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

bool has(http::Response const& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

/// Keeps cookies as a browser does.
class Browser {
public:
    explicit Browser(Town& town) : m_town{town} {}

    http::Response get(std::string const& target) { return send(http::Method::get, target, ""); }
    http::Response post(std::string const& target, std::string body = "")
    {
        auto const actor = *people::identify(*m_town.store, *m_town.house, cookie(web::session_cookie));
        if (actor.has_account()) body += (body.empty() ? "" : "&") + ("_woord=" + actor.form_word);
        return send(http::Method::post, target, body);
    }
    /// Presses the button; where the page goes on.
    std::string ask(std::string const& errand, std::string const& body = "")
    {
        auto const response = post("/nl/inloggen/organisatie?waarvoor=" + errand, body);
        REQUIRE(response.status == 200);
        auto const refresh = header(response, "Refresh");
        REQUIRE(refresh.starts_with("0; url=" + m_town.provider.issuer() + "/authorize?"));
        return refresh.substr(std::string_view{"0; url="}.size());
    }
    /// Goes there, and comes back.
    http::Response come_back(std::string const& url) { return get(return_address(url)); }
    [[nodiscard]] static std::string return_address(std::string const& url)
    {
        std::string target{"/inloggen/terug"};
        char joint = '?';
        for (auto const& [name, value] : oidc::TestProvider::visit(url)) {
            target += joint + percent_encode(name) + '=' + percent_encode(value);
            joint = '&';
        }
        return target;
    }
    [[nodiscard]] std::string cookie(std::string_view name) const
    {
        auto const found = m_cookies.find(name);
        return found == m_cookies.end() ? "" : found->second;
    }
    void set_cookie(std::string_view name, std::string value) { m_cookies[std::string{name}] = std::move(value); }
    bool is_in() { return get("/nl/mijn").status == 200; }

private:
    http::Response send(http::Method method, std::string const& target, std::string const& body)
    {
        http::Request request;
        request.method = method;
        request.target = target;
        auto const mark = target.find('?');
        request.path = http::read_path(target.substr(0, mark)).value();
        if (mark != std::string::npos) request.query = http::read_query(target.substr(mark + 1)).value();
        request.headers = {{"content-type", "application/x-www-form-urlencoded"}, {"user-agent", "Firefox/1 Linux"}};
        for (auto const& one : m_cookies) request.cookies.push_back(one);
        request.body = body;
        request.peer = "192.0.2.1";
        auto response = m_town.site->handle(request);
        for (auto const& [name, value] : response.headers) {
            if (name != "Set-Cookie") continue;
            auto const equals = value.find('=');
            auto const kept = value.substr(equals + 1, value.find(';') - equals - 1);
            if (kept.empty()) m_cookies.erase(value.substr(0, equals));
            else m_cookies[value.substr(0, equals)] = kept;
        }
        return response;
    }
    Town& m_town;
    std::map<std::string, std::string, std::less<>> m_cookies;
};

constexpr std::string_view question = "__Host-weefsel-oidc";

TEST_CASE("who is known logs in, and comes where they were going")
{
    Town town;
    town.add_linked_person();
    Browser browser{town};
    CHECK(has(browser.get("/nl/inloggen"), "Inloggen met Stad Voorbeeld"));
    auto const url = browser.ask("inloggen", "wat=%2Fnl%2Fmijn%2Fnaam");
    CHECK_FALSE(browser.cookie(question).empty());
    auto const back = browser.come_back(url);
    CHECK(back.status == 303);
    CHECK(header(back, "Location") == "/nl/mijn/naam");
    CHECK(browser.cookie(question).empty());
    CHECK(browser.is_in());
    // Never to another site.
    Browser other{town};
    CHECK(header(other.come_back(other.ask("inloggen", "wat=https%3A%2F%2Felsewhere.example")), "Location") ==
          "/nl/mijn");
}

TEST_CASE("the cookie is sealed, short, and ours alone; the policy of the page is that of every page")
{
    Town town;
    Browser browser{town};
    auto const page = browser.post("/en/inloggen/organisatie?waarvoor=inloggen");
    auto const cookie = header(page, "Set-Cookie");
    CHECK(cookie.starts_with("__Host-weefsel-oidc="));
    CHECK(cookie.ends_with("; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=Lax"));
    CHECK(header(page, "Content-Security-Policy").find("form-action 'self';") != std::string::npos);
    CHECK(has(page, "Go to Stad Voorbeeld"));
    auto const url = header(page, "Refresh");
    auto const state = url.substr(url.find("state=") + 6, 43);
    CHECK(cookie.find(state) == std::string::npos);
    // It goes on in the language in which it began.
    CHECK(has(browser.come_back(url.substr(7)), "You do not have an account here yet"));
}

TEST_CASE("who has codes still owes one")
{
    Town town;
    auto const id = town.add_linked_person();
    town.write([&](store::Session& s) -> Result<int> {
        WF_TRY(auto const secret, people::begin_code(s, *town.house, id));
        static_cast<void>(secret);
        s.exec("UPDATE account SET code_is_on = TRUE WHERE person_id = $1", {id});
        return 0;
    });
    Browser browser{town};
    auto const back = browser.come_back(browser.ask("inloggen", "wat=%2Fnl%2Fmijn%2Fnaam"));
    CHECK(header(back, "Location") == "/nl/inloggen/code?naar=%2Fnl%2Fmijn%2Fnaam");
    CHECK_FALSE(browser.is_in());
    CHECK(browser.get("/nl/inloggen/code").status == 200);
}

TEST_CASE("who is blocked does not come in")
{
    Town town;
    auto const id = town.add_linked_person();
    town.write([&](store::Session& s) -> Result<int> {
        WF_TRY_VOID(people::set_blocked(s, *town.house, id, true, id));
        return 0;
    });
    Browser browser{town};
    auto const back = browser.come_back(browser.ask("inloggen"));
    CHECK(back.status == 403);
    CHECK(has(back, "Dit account is geblokkeerd"));
    CHECK_FALSE(browser.is_in());
}

TEST_CASE("who is not known gets no account, not even with the address of somebody")
{
    Town town;
    // The provider says j.jansen@example.org, verified.
    town.write(
        [&](store::Session& s) { return people::add_account(s, *town.house, "j.jansen@example.org", "Jo", "nl"); });
    Browser browser{town};
    auto const back = browser.come_back(browser.ask("inloggen"));
    CHECK(back.status == 403);
    CHECK(has(back, "U hebt hier nog geen account"));
    CHECK(has(back, "om een uitnodiging"));
    CHECK_FALSE(browser.is_in());
    CHECK_FALSE(town.find_identity("person-1"));
}

TEST_CASE("who is logged in links, after the password, and can then come in by it")
{
    Town town;
    auto const id = town.add_person();
    Browser browser{town};
    CHECK(browser.post("/nl/inloggen/organisatie?waarvoor=koppelen").status == 401);
    CHECK(browser.post("/nl/inloggen", "mail=jo%40voorbeeld.example&wachtwoord=vier+paarse+fietsen+zingen").status ==
          303);
    CHECK(has(browser.get("/nl/mijn"), "Koppel Stad Voorbeeld"));
    auto const letters = town.count_letters();
    auto const form = browser.post("/nl/inloggen/organisatie?waarvoor=koppelen");
    CHECK(form.status == 200);
    CHECK(has(form, "current-password"));
    CHECK(header(form, "Refresh").empty());
    auto const wrong = browser.post("/nl/inloggen/organisatie?waarvoor=koppelen", "wachtwoord=iets+anders");
    CHECK(wrong.status == 400);
    CHECK(has(wrong, "Dit wachtwoord klopt niet"));
    auto const back = browser.come_back(browser.ask("koppelen", "wachtwoord=vier+paarse+fietsen+zingen"));
    CHECK(header(back, "Location") == "/nl/mijn#veiligheid");
    CHECK(town.find_identity("person-1") == id);
    CHECK_FALSE(town.find_identity("PERSON-1")); // another person
    CHECK(town.count_letters() == letters + 1);  // who did not do this hears of it
    CHECK(has(browser.get("/nl/mijn"), "U kunt inloggen met Stad Voorbeeld."));
    Browser other{town};
    other.come_back(other.ask("inloggen"));
    CHECK(other.is_in());

    // And takes the link away again, with the password; a letter tells it.
    CHECK(has(browser.get("/nl/mijn"), "/nl/mijn/organisatie"));
    CHECK(browser.post("/nl/mijn/organisatie", "wachtwoord=iets+anders").status == 400);
    CHECK(town.find_identity("person-1") == id);
    auto const gone = browser.post("/nl/mijn/organisatie", "wachtwoord=vier+paarse+fietsen+zingen");
    CHECK(header(gone, "Location") == "/nl/mijn#veiligheid");
    CHECK_FALSE(town.find_identity("person-1"));
    CHECK(has(browser.get("/nl/mijn"), "Koppel Stad Voorbeeld"));
    CHECK(browser.post("/nl/mijn/organisatie", "wachtwoord=vier+paarse+fietsen+zingen").status == 400);
    Browser late{town};
    late.come_back(late.ask("inloggen"));
    CHECK_FALSE(late.is_in());
}

TEST_CASE("what was begun by one is not ended by another, and nobody takes what is somebody's")
{
    Town town;
    auto const id = town.add_linked_person();
    town.write([&](store::Session& s) -> Result<std::string> {
        WF_TRY(auto other, people::add_account(s, *town.house, "an@voorbeeld.example", "An (verzonnen)", "nl"));
        WF_TRY_VOID(people::set_password(s, *town.house, other,
                                         secret::hash_password(password, town.house->password_key()), other, ""));
        return other;
    });
    auto const log_in = [&](Browser& browser, std::string const& name) {
        CHECK(
            browser.post("/nl/inloggen", "mail=" + name + "%40voorbeeld.example&wachtwoord=vier+paarse+fietsen+zingen")
                .status == 303);
    };
    Browser browser{town};
    log_in(browser, "an");
    auto const taken = browser.come_back(browser.ask("koppelen", "wachtwoord=vier+paarse+fietsen+zingen"));
    CHECK(taken.status == 409);
    CHECK(has(taken, "hoort al bij een ander account"));
    auto const url = browser.ask("koppelen", "wachtwoord=vier+paarse+fietsen+zingen");
    log_in(browser, "jo");
    auto const changed = browser.come_back(url);
    CHECK(changed.status == 403);
    CHECK(has(changed, "niet meer ingelogd zoals toen u begon"));
    CHECK(town.find_identity("person-1") == id);
}

TEST_CASE("an invitation is taken without a password")
{
    Town town;
    auto const token = town.invite(mail, access::Role::researcher);
    Browser browser{town};
    CHECK(has(browser.get("/nl/uitnodiging/" + token), "Maak mijn account met Stad Voorbeeld"));
    auto const url = browser.ask("uitnodiging", "wat=" + token);
    auto const back = browser.come_back(url);
    CHECK(header(back, "Location") == "/nl/mijn");
    CHECK(browser.is_in());
    auto const account = town.find(mail); // the invited address, not the one that the provider tells
    REQUIRE(account);
    CHECK(account->name == "Jo Jansen");
    CHECK_FALSE(account->has_password);
    CHECK(town.find_identity("person-1") == account->id);
    auto const member = town.store->read(
        [&](store::Session& s) { return people::find_member(s, *town.house, town.workspace, account->id); });
    REQUIRE(member);
    CHECK(member->roles.has(access::Role::researcher));
    CHECK(browser.get("/nl/uitnodiging/" + token).status == 404);
    auto const page = browser.get("/nl/mijn");
    CHECK(has(page, "U hebt hier geen wachtwoord"));
    // A second invitation does not make a second account for the same person there; nothing is left half done.
    auto const second = town.invite("ander@voorbeeld.example", access::Role::researcher);
    Browser other{town};
    auto const refused = other.come_back(other.ask("uitnodiging", "wat=" + second));
    CHECK(refused.status == 409);
    CHECK_FALSE(town.find("ander@voorbeeld.example"));
    CHECK(other.get("/nl/uitnodiging/" + second).status == 200);
    CHECK(other.post("/nl/inloggen/organisatie?waarvoor=uitnodiging", "wat=made-up").status == 404);
    // Who is trusted with more sets up a code first.
    town.write([&](store::Session& s) -> Result<int> {
        s.exec("DELETE FROM outside_identity", {});
        return 0;
    });
    Browser third{town};
    auto const careful = town.invite("beheer@voorbeeld.example", access::Role::administrator);
    CHECK(header(third.come_back(third.ask("uitnodiging", "wat=" + careful)), "Location") == "/nl/mijn/code");
}

TEST_CASE("a return counts once, in the browser that asked, within ten minutes")
{
    Town town;
    town.add_linked_person();
    Browser browser{town};
    auto const refused = [&](http::Response const& response, std::string_view words) {
        CHECK(response.status >= 400);
        CHECK(has(response, words));
        CHECK(has(response, "Probeer het opnieuw"));
        CHECK(has(response, "href=\"/nl/inloggen\""));
    };
    auto const url = browser.ask("inloggen");
    auto const address = Browser::return_address(url);
    Browser without{town};
    refused(without.get(address), "Deze inlog is verlopen of al gebruikt");
    Browser another{town};
    another.ask("inloggen");
    refused(another.get(address), "Dit antwoord hoort bij een andere inlog");
    CHECK_FALSE(another.is_in());

    auto const kept = browser.cookie(question);
    Browser forger{town};
    auto forged = kept;
    forged[forged.size() / 2] = forged[forged.size() / 2] == 'A' ? 'B' : 'A';
    forger.set_cookie(question, forged);
    refused(forger.get(address), "Deze inlog is verlopen of al gebruikt");

    CHECK(browser.get(address).status == 303);
    Browser thief{town};
    thief.set_cookie(question, kept);
    refused(thief.get(address), "Deze inlog is verlopen of al gebruikt");
    CHECK_FALSE(thief.is_in());

    Browser slow{town};
    auto const late = Browser::return_address(slow.ask("inloggen"));
    auto const now = static_cast<std::int64_t>(::time(nullptr)) * 1000;
    ::setenv("WEEFSEL_NOW", std::to_string(now + 601'000).c_str(), 1);
    refused(slow.get(late), "Deze inlog is verlopen of al gebruikt");
    ::unsetenv("WEEFSEL_NOW");
}

TEST_CASE("whatever the provider does wrong, there is a page that says so and a way on")
{
    Town town;
    town.add_linked_person();
    struct Wrong {
        std::string word;
        std::string words;
        std::string code;
    };
    std::vector<Wrong> const all{{"wrong_state", "Dit antwoord hoort bij een andere inlog", "oidc.wrong_state"},
                                 {"no_state", "Dit antwoord hoort bij een andere inlog", "oidc.wrong_state"},
                                 {"deny", "Stad Voorbeeld heeft u niet ingelogd", "oidc.denied"},
                                 {"broken_error", "Stad Voorbeeld heeft u niet ingelogd", "oidc.denied"},
                                 {"no_code", "Het antwoord van Stad Voorbeeld klopt niet", "oidc.bad_callback"},
                                 {"changed", "Het antwoord van Stad Voorbeeld klopt niet", "oidc.bad_signature"},
                                 {"alg_none", "Het antwoord van Stad Voorbeeld klopt niet", "oidc.bad_algorithm"},
                                 {"wrong_nonce", "Het antwoord van Stad Voorbeeld klopt niet", "oidc.wrong_nonce"},
                                 {"expired", "Het antwoord van Stad Voorbeeld klopt niet", "oidc.expired"},
                                 {"token_down", "Het antwoord van Stad Voorbeeld klopt niet", "oidc.bad_answer"}};
    for (auto const& each : all) {
        CAPTURE(each.word);
        Browser browser{town};
        town.provider.misbehave(each.word);
        auto const back = browser.come_back(browser.ask("inloggen"));
        CHECK(back.status >= 400);
        CHECK(has(back, each.words));
        CHECK(has(back, each.code));
        CHECK(has(back, "href=\"/nl/inloggen\""));
        CHECK_FALSE(has(back, "<script>alert"));
        CHECK_FALSE(has(back, "eyJ")); // no token
        CHECK_FALSE(browser.is_in());
    }
    town.provider.misbehave("");
    Browser browser{town};
    CHECK(browser.come_back(browser.ask("inloggen")).status == 303);
}

TEST_CASE("a provider that is away is told before anybody goes there")
{
    Town town;
    town.provider.misbehave("discovery_none");
    Browser browser{town};
    auto const page = browser.post("/nl/inloggen/organisatie?waarvoor=inloggen");
    CHECK(page.status >= 400);
    CHECK(has(page, "Het antwoord van Stad Voorbeeld klopt niet"));
    CHECK(browser.cookie(question).empty());
    CHECK(browser.post("/nl/inloggen/organisatie?waarvoor=iets").status == 400);
}

TEST_CASE("without a provider there is no button, and nothing behind it")
{
    Town town{false};
    Browser browser{town};
    CHECK_FALSE(has(browser.get("/nl/inloggen"), "organisatie"));
    CHECK_FALSE(has(browser.get("/nl/uitnodiging/" + town.invite(mail, access::Role::researcher)), "organisatie"));
    CHECK(browser.post("/nl/inloggen/organisatie").status == 404);
    CHECK(browser.get("/inloggen/terug").status == 404);
}

TEST_CASE("settings that are wanting are told by their own names")
{
    auto const definitions = setting_definitions();
    auto const field_of = [&](std::vector<std::pair<std::string, std::string>> chosen) {
        chosen.emplace_back("oidc.issuer", "https://connect.example.org");
        auto const made = make_provider(settings::Settings::load(definitions, "", chosen).value());
        REQUIRE_FALSE(made);
        CHECK(made.error().code == "oidc.bad_settings");
        return made.error().field;
    };
    file::TestFolder const folder;
    auto const key = folder.path + "/key.pem";
    file::save(key, oidc::test_key()).value();
    CHECK(field_of({}) == "site.url");
    CHECK(field_of({{"site.url", "https://weefsel.example.org"}}) == "oidc.key_file");
    CHECK(field_of({{"site.url", "https://weefsel.example.org"}, {"oidc.key_file", key}}) == "oidc.client_id");
    CHECK(field_of({{"site.url", "http://weefsel.example.org"}, {"oidc.key_file", key}, {"oidc.client_id", "a"}}) ==
          "site.url");
}

TEST_CASE("who has no password ends other logins only just after logging in")
{
    Town town;
    auto const token = town.invite(mail, access::Role::researcher);
    Browser first{town};
    first.come_back(first.ask("uitnodiging", "wat=" + token));
    Browser second{town};
    second.come_back(second.ask("inloggen"));
    REQUIRE(first.is_in());
    REQUIRE(second.is_in());
    // As if both had been logged in for eleven minutes.
    town.write([&](store::Session& s) -> Result<int> {
        auto const then = Timestamp{now_millis() - 11 * 60'000}.to_iso();
        s.exec("UPDATE login SET started_at = $1", {then});
        return 0;
    });
    CHECK(has(second.get("/nl/mijn/ingelogd"), "Inloggen met Stad Voorbeeld"));
    auto const late = second.post("/nl/mijn/ingelogd", "login=anders");
    CHECK(late.status == 400);
    CHECK(has(late, "Log eerst opnieuw in"));
    CHECK(first.is_in());
    second.come_back(second.ask("inloggen", "wat=%2Fnl%2Fmijn%2Fingelogd"));
    CHECK_FALSE(has(second.get("/nl/mijn/ingelogd"), "Inloggen met Stad Voorbeeld"));
    CHECK(second.post("/nl/mijn/ingelogd", "login=anders").status == 303);
    CHECK_FALSE(first.is_in());
    CHECK(second.is_in());
}

} // namespace
} // namespace wf::app
