// SPDX-License-Identifier: EUPL-1.2
// What a browser and a mailbox see of logging in, where time and letters matter: the whole site, without a network. What a browser
// alone can see stands in tests/http/security.http.json.
#include "app/features.hpp"
#include "app/house.hpp"
#include "app/site.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/people/people_test_house.hpp"
#include "commons/watch/writer.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "feature/admin/alarm.hpp"
#include "platform/http/desk.hpp"
#include "platform/secret/one_time_code.hpp"
#include "platform/secret/password.hpp"
#include "platform/web/refuse.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t begin = 1'790'000'000'000;
constexpr auto form_type = "application/x-www-form-urlencoded";
std::string const password = "vier+paarse+fietsen+zingen";

std::string header(http::Response const& response, std::string_view name)
{
    for (auto const& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

/// A new installation: nobody has an account.
class Installation {
public:
    explicit Installation(std::string const& tls_below = "false")
        : m_house{std::make_shared<people::House>(secret::Key::make(), people::LoginTimes{},
                                                  [this](store::Session&, people::Letter const& letter) {
                                                      letters.push_back(letter);
                                                      return Result<void>{};
                                                  })}
    {
        store = store::Store::open("sqlite::memory:").value();
        auto features = app::make_features(walking::Rules::built_in(), m_house);
        static_cast<void>(store->migrate(app::all_migrations(features)).value());
        m_settings.emplace(
            settings::Settings::load(app::setting_definitions(), "",
                                     {{"site.url", "https://weefsel.example"}, {"site.tls_below", tls_below}})
                .value());
        site = app::Site::make(*store, *m_settings, std::move(features), app::identify_by(m_house, *store),
                               app::refusals_for(m_house))
                   .value();
    }

    /// As a browser that has this cookie, from a computer that says it asks that host.
    http::Response post(std::string const& path, std::string const& body, std::string const& token = "",
                        http::Pairs const& headers = {})
    {
        auto request = question(path, token);
        request.method = http::Method::post;
        request.headers.emplace_back("content-type", form_type);
        request.headers.insert(request.headers.end(), headers.begin(), headers.end());
        request.body = body;
        return site->handle(request);
    }
    http::Response get(std::string const& path, std::string const& token = "")
    {
        return site->handle(question(path, token));
    }

    /// The first administrator; gives the cookie.
    std::string begin_all()
    {
        auto const answer =
            post("/nl/begin", "code=" + m_house->setup_code() +
                                  "&naam=Eerste+(verzonnen)&mail=eerste@voorbeeld.example&wachtwoord=" + password);
        REQUIRE(answer.status == 303);
        return token_of(answer);
    }
    static std::string token_of(http::Response const& response)
    {
        auto const cookie = header(response, "Set-Cookie");
        auto const start = cookie.find('=') + 1;
        return cookie.substr(start, cookie.find(';') - start);
    }
    people::House& house() { return *m_house; }
    /// The field that a form of this login carries.
    std::string word_of(std::string const& token)
    {
        return "_woord=" + people::identify(*store, *m_house, token)->form_word;
    }
    std::string first_person()
    {
        return store->read([&](store::Session& session) {
            return people::find_by_mail(session, *m_house, "eerste@voorbeeld.example")->id;
        });
    }
    /// How often this was written down, for all accounts or for one.
    std::int64_t count(watch::Kind kind, std::optional<std::string> const& person = {})
    {
        watch::write_down(*store, *m_house->notebook());
        std::int64_t sum = 0;
        store->read([&](store::Session& session) {
            for (auto const& event : watch::list(session, {.person = person, .limit = 1000}))
                sum += event.kind == kind ? event.count : 0;
        });
        return sum;
    }
    /// Codes from a phone, turned on; gives the secret and the cookie.
    std::pair<std::string, std::string> turn_on_codes(std::string const& token, std::int64_t now)
    {
        REQUIRE(get("/nl/mijn/code", token).status == 200);
        auto const secret = store->read([&](store::Session& session) {
            return people::find_code_secret(session, *m_house, first_person_in(session));
        });
        REQUIRE(secret);
        auto const code = secret::code_at(*secret, now / 1000 / secret::code_step_seconds);
        auto const on = post("/nl/mijn/code", word_of(token) + "&code=" + code + "&wachtwoord=" + password, token);
        REQUIRE(on.status == 200);
        return {*secret, token_of(on)};
    }

    std::vector<people::Letter> letters;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<app::Site> site;

private:
    std::string first_person_in(store::Session& session)
    {
        return people::find_by_mail(session, *m_house, "eerste@voorbeeld.example")->id;
    }
    static http::Request question(std::string const& path, std::string const& token)
    {
        http::Request request;
        request.target = request.path = path;
        request.peer = "192.0.2.1";
        request.headers = {{"host", "kwaad.example"}, {"x-forwarded-host", "kwaad.example"}};
        if (!token.empty()) request.cookies = {{std::string{web::session_cookie}, token}};
        return request;
    }

    std::shared_ptr<people::House> m_house;
    std::optional<settings::Settings> m_settings;
};

/// The path of the only link in a letter, which must lead to our own address.
std::string path_in(people::Letter const& letter)
{
    constexpr std::string_view ours = "https://weefsel.example";
    auto const at = letter.text.find(ours);
    REQUIRE(at != std::string::npos);
    auto const path = letter.text.substr(at + ours.size());
    return path.substr(0, path.find_first_of(" \n"));
}

} // namespace

TEST_CASE("there is no account at first, and the first one asks for the code of the server")
{
    Installation one;
    for (auto const* name : {"admin", "root", "beheer", "admin@localhost.example", ""}) {
        for (auto const* word : {"admin", "root", "weefsel", "wachtwoord", "password"}) {
            auto const answer = one.post("/nl/inloggen", "mail=" + std::string{name} + "&wachtwoord=" + word);
            CHECK((answer.status == 400 || answer.status == 429));
            CHECK(header(answer, "Set-Cookie").empty());
        }
    }
    auto const form = "&naam=Eerste&mail=eerste@voorbeeld.example&wachtwoord=" + password;
    for (auto const* code : {"", "0", "00000000000000000000"}) {
        auto const answer = one.post("/nl/begin", "code=" + std::string{code} + form);
        CHECK(answer.status == 400);
        CHECK(header(answer, "Set-Cookie").empty());
    }
    CHECK_FALSE(one.begin_all().empty());
    // The code is worth nothing any more.
    CHECK(one.post("/nl/begin", "code=" + one.house().setup_code() + form).status == 409);
}

TEST_CASE("a link for a new password works once, for an hour, and shows nothing")
{
    Installation one;
    people::Clock clock{begin};
    auto const first = one.begin_all();
    auto const ask = [&] {
        one.letters.clear();
        CHECK(one.post("/nl/wachtwoord-vergeten", "mail=eerste@voorbeeld.example").status == 200);
        REQUIRE(one.letters.size() == 1);
        CHECK(one.letters[0].to == "eerste@voorbeeld.example");
        // A host that the browser made up leads nobody away.
        CHECK(one.letters[0].text.find("kwaad") == std::string::npos);
        CHECK(one.letters[0].text.find("paarse") == std::string::npos);
        return path_in(one.letters[0]);
    };
    auto const late = ask();
    clock.set(begin + 61 * minute);
    CHECK(one.get(late).status == 404);
    CHECK(one.post(late, "wachtwoord=zeven+groene+ladders+fluiten").status == 404);

    auto const replaced = ask();
    auto const path = ask();
    CHECK(one.get(replaced).status == 404);
    auto const page = one.get(path);
    CHECK(page.status == 200);
    CHECK(page.body.find("paarse") == std::string::npos);
    CHECK(header(page, "Referrer-Policy") == "same-origin");
    CHECK(one.post(path, "wachtwoord=kort").status == 400);
    auto const done = one.post(path, "wachtwoord=zeven+groene+ladders+fluiten");
    CHECK(done.status == 303);
    // Who did not do this hears of it.
    CHECK(one.letters.size() == 2);
    // Who has the mailbox alone is not logged in by it: who has a code must still give it.
    CHECK(header(done, "Set-Cookie").empty());
    CHECK(header(done, "Location") == "/nl/inloggen");
    CHECK(one.get(path).status == 404);
    CHECK(one.post(path, "wachtwoord=acht+witte+wolken+zwemmen").status == 404);
    CHECK(one.get("/nl/mijn", first).status == 303);
    CHECK(one.post("/nl/inloggen", "mail=eerste@voorbeeld.example&wachtwoord=" + password).status == 400);
    CHECK(one.post("/nl/inloggen", "mail=eerste@voorbeeld.example&wachtwoord=zeven+groene+ladders+fluiten").status ==
          303);

    one.letters.clear();
    CHECK(one.post("/nl/wachtwoord-vergeten", "mail=niemand@voorbeeld.example").status == 200);
    CHECK(one.letters.empty());
}

TEST_CASE("who logs in hears by letter that something about it changed")
{
    Installation one;
    people::Clock clock{begin};
    auto token = one.begin_all();
    auto const word = [&] { return "_woord=" + people::identify(*one.store, one.house(), token)->form_word; };
    auto const expect_letter = [&](std::size_t count) {
        REQUIRE(one.letters.size() == count);
        auto const& letter = one.letters.back();
        CHECK(letter.to == "eerste@voorbeeld.example");
        CHECK(path_in(letter) == "/nl/wachtwoord-vergeten");
        for (auto const* secret : {"fietsen", "ladders"}) CHECK(letter.text.find(secret) == std::string::npos);
    };
    std::string const other = "zeven+groene+ladders+fluiten";
    CHECK(one.post("/nl/mijn/wachtwoord", word() + "&huidig=verkeerd&wachtwoord=" + other, token).status == 400);
    CHECK(one.letters.empty());
    auto const changed =
        one.post("/nl/mijn/wachtwoord", word() + "&huidig=" + password + "&wachtwoord=" + other, token);
    CHECK(changed.status == 303);
    expect_letter(1);
    CHECK(one.letters.back().text.find("wachtwoord voor Weefsel is veranderd") != std::string::npos);

    token = one.token_of(changed);
    CHECK(one.get("/nl/mijn/code", token).status == 200);
    auto const secret = one.store->read([&](store::Session& session) {
        auto const account = people::find_by_mail(session, one.house(), "eerste@voorbeeld.example");
        return people::find_code_secret(session, one.house(), account->id);
    });
    REQUIRE(secret);
    auto const code = secret::code_at(*secret, begin / 1000 / secret::code_step_seconds);
    auto const on = one.post("/nl/mijn/code", word() + "&code=" + code + "&wachtwoord=" + other, token);
    CHECK(on.status == 200);
    expect_letter(2);
    CHECK(one.letters.back().text.find("codes aangezet") != std::string::npos);

    token = one.token_of(on);
    CHECK(one.post("/nl/mijn/code/uit", word() + "&wachtwoord=" + other, token).status == 303);
    expect_letter(3);
    CHECK(one.letters.back().text.find("codes uitgezet") != std::string::npos);
    // The link goes to who has the mailbox; nothing in the letter opens anything by itself.
    CHECK(one.letters.back().text.find(code) == std::string::npos);
}

TEST_CASE("a login with another browser is told by letter, once, in the language of who it is about")
{
    Installation one;
    people::Clock clock{begin};
    constexpr std::int64_t day = 24 * 60 * minute;
    auto const log_in = [&](std::string const& browser, std::string const& language = "nl") {
        one.letters.clear();
        auto const answer =
            one.post("/" + language + "/inloggen", "mail=eerste@voorbeeld.example&wachtwoord=" + password, "",
                     {{"user-agent", browser}});
        CHECK(answer.status == 303);
        return one.letters.size();
    };
    one.begin_all();
    CHECK(one.letters.empty()); // the browser with which an account is made is that of its person
    CHECK(log_in("") == 0);
    std::string const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    CHECK(log_in(firefox, "en") == 1);
    auto const& letter = one.letters.back();
    CHECK(letter.to == "eerste@voorbeeld.example");
    CHECK(letter.subject == "Bij Weefsel ingelogd met een andere browser");
    CHECK(letter.text.find("Firefox, Linux") != std::string::npos);
    CHECK(letter.text.find("192.0.2.1") == std::string::npos);
    CHECK(path_in(letter) == "/nl/wachtwoord-vergeten");
    CHECK(log_in("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0") == 0); // a newer one
    CHECK(log_in("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/128.0") == 1);
    clock.set(begin + 60 * day);
    CHECK(log_in(firefox) == 0);
    clock.set(begin + 149 * day);
    CHECK(log_in(firefox) == 0);
    clock.set(begin + 240 * day);
    CHECK(log_in(firefox) == 1);
    // A wrong password tells nothing.
    one.letters.clear();
    CHECK(one.post("/nl/inloggen", "mail=eerste@voorbeeld.example&wachtwoord=iets", "", {{"user-agent", "Edg/1"}})
              .status == 400);
    CHECK(one.letters.empty());
}

TEST_CASE("a code that is used again is refused, written down, and told by letter once an hour")
{
    Installation one;
    people::Clock clock{begin};
    auto const [secret, token] = one.turn_on_codes(one.begin_all(), begin);
    auto const begin_login = [&] {
        return one.token_of(one.post("/nl/inloggen", "mail=eerste@voorbeeld.example&wachtwoord=" + password));
    };
    auto const used = secret::code_at(secret, begin / 1000 / secret::code_step_seconds);
    one.letters.clear();
    auto const waiting = begin_login();
    CHECK(one.post("/nl/inloggen/code", "code=000000x", waiting).status == 400);
    CHECK(one.letters.empty());
    CHECK(one.count(watch::Kind::code_wrong, one.first_person()) == 1);
    for (int again = 0; again < 2; ++again) {
        auto const answer = one.post("/nl/inloggen/code", "code=" + used, waiting);
        CHECK(answer.status == 400);
        CHECK(header(answer, "Set-Cookie").empty());
    }
    CHECK(one.count(watch::Kind::code_again, one.first_person()) == 2);
    REQUIRE(one.letters.size() == 1);
    CHECK(one.letters[0].to == "eerste@voorbeeld.example");
    CHECK(one.letters[0].subject == "Bij Weefsel is een oude code gebruikt");
    CHECK(one.letters[0].text.find(used) == std::string::npos);
    CHECK(path_in(one.letters[0]) == "/nl/wachtwoord-vergeten");
}

TEST_CASE("every decision about a login is written down, without what was typed")
{
    using watch::Kind;
    Installation one;
    people::Clock clock{begin};
    CHECK(one.post("/nl/begin", "code=x&naam=E&mail=e@voorbeeld.example&wachtwoord=" + password).status == 400);
    CHECK(one.count(Kind::setup_wrong) == 1);
    auto const [secret, token] = one.turn_on_codes(one.begin_all(), begin);
    auto const person = one.first_person();
    CHECK(one.count(Kind::login_right, person) == 1);

    clock.set(begin + minute);
    auto const mail = std::string{"mail=eerste@voorbeeld.example&wachtwoord="};
    CHECK(one.post("/nl/inloggen", mail + "geheim+dat+niet+klopt").status == 400);
    CHECK(one.post("/nl/inloggen", "mail=niemand@voorbeeld.example&wachtwoord=geheim+dat+niet+klopt").status == 400);
    CHECK(one.count(Kind::login_wrong) == 2);
    CHECK(one.count(Kind::login_wrong, person) == 1);
    auto const waiting = one.token_of(one.post("/nl/inloggen", mail + password));
    CHECK(one.count(Kind::password_right, person) == 1);
    CHECK(one.post("/nl/inloggen/code", "code=123", waiting).status == 400);
    CHECK(one.count(Kind::code_wrong, person) == 1);
    auto const code = secret::code_at(secret, (begin + minute) / 1000 / secret::code_step_seconds);
    auto const in = one.post("/nl/inloggen/code", "code=" + code, waiting);
    CHECK(in.status == 303);
    CHECK(one.count(Kind::login_right, person) == 2);
    auto const second = one.token_of(in);
    CHECK(one.post("/nl/uitloggen", one.word_of(second), second).status == 303);
    CHECK(one.count(Kind::logout, person) == 1);

    CHECK(one.post("/nl/wachtwoord-vergeten", "mail=eerste@voorbeeld.example").status == 200);
    CHECK(one.post("/nl/wachtwoord-vergeten", "mail=niemand@voorbeeld.example").status == 200);
    CHECK(one.count(Kind::password_reset_asked) == 2);
    CHECK(one.count(Kind::password_reset_asked, person) == 1);
    CHECK(one.get("/nl/nieuw-wachtwoord/verzonnen").status == 404);
    CHECK(one.get("/nl/uitnodiging/verzonnen").status == 404);
    CHECK(one.count(Kind::link_wrong) == 2);
    for (int i = 0; i < 10; ++i) static_cast<void>(one.post("/nl/inloggen", mail + "geheim+dat+niet+klopt"));
    CHECK(one.count(Kind::login_slowed) > 0);

    // One's own page tells it.
    CHECK(one.get("/nl/mijn", token).body.find("Verkeerd wachtwoord gegeven") != std::string::npos);
    one.store->read([&](store::Session& session) {
        session.query("SELECT id || at || day || kind || coalesce(person_id, '') || place FROM login_event ORDER BY id",
                      {}, [&](store::Row const& row) {
                          for (std::string_view const typed :
                               {"192.0.2", "geheim", "fietsen", "voorbeeld", "verzonnen", "123456"})
                              CHECK(row.text(0).find(typed) == std::string_view::npos);
                          for (auto const& word : {token, second, waiting, code})
                              CHECK(row.text(0).find(word) == std::string_view::npos);
                      });
    });
}

TEST_CASE("every refusal is written down, and a page that is given writes nothing")
{
    using watch::Kind;
    Installation one;
    people::Clock clock{begin};
    auto const token = one.begin_all();
    auto const person = one.first_person();
    CHECK(one.count(Kind::login_right) == 1);
    for (auto const* path : {"/nl", "/nl/over", "/nl/inloggen", "/health", "/", "/nl/nergens"})
        static_cast<void>(one.get(path));
    CHECK(one.get("/nl/mijn", token).status == 200);
    CHECK(one.house().notebook()->is_empty());

    CHECK(one.get("/nl/mijn").status == 303);
    CHECK(one.count(Kind::login_needed) == 1);
    CHECK(one.get("/nl/beheer", token).status == 303); // who keeps the installation needs a code too
    CHECK(one.count(Kind::code_needed, person) == 1);
    one.store
        ->write([&](store::Session& session) -> Result<void> {
            WF_TRY(auto const other, people::add_account(session, one.house(), "t@voorbeeld.example", "Tweede", "nl"));
            auto const top = workspaces::find_top(session)->id;
            WF_TRY_VOID(people::set_roles(session, one.house(), top, other, {access::Role::administrator}, person));
            return people::set_roles(session, one.house(), top, person, {access::Role::researcher}, person);
        })
        .value();
    one.house().memory().forget();
    CHECK(one.get("/nl/beheer", token).status == 403);
    CHECK(one.count(Kind::page_refused, person) == 1);

    auto const name = one.word_of(token) + "&naam=Nieuw";
    CHECK(one.post("/nl/mijn/naam", name, token, {{"sec-fetch-site", "cross-site"}}).status == 403);
    CHECK(one.count(Kind::other_site, person) == 1);
    CHECK(one.post("/nl/mijn/naam", "naam=Nieuw", token).status == 403);
    CHECK(one.count(Kind::form_word_wrong, person) == 1);
    CHECK(one.post("/nl/mijn/naam", one.word_of(token) + "&naam=", token).status == 400);
    CHECK(one.count(Kind::bad_input, person) == 1);
    CHECK(one.get("/nl/uitloggen", token).status == 405);
    CHECK(one.count(Kind::wrong_method) == 1);
    // What never reaches a page: the server tells it in these words.
    static_cast<void>(one.site->explain_failure(501, "http.unknown_method", nullptr));
    CHECK(one.count(Kind::wrong_method) == 2);
    static_cast<void>(one.site->explain_failure(400, "http.bad_path", nullptr));
    CHECK(one.count(Kind::bad_input) == 2);
    static_cast<void>(one.site->explain_failure(503, "http.busy", nullptr));
    static_cast<void>(one.get("/nl/mijn", token));
    CHECK(one.house().notebook()->is_empty());
}

TEST_CASE("an odd number of failures is seen on the page of who keeps the installation, and told to them by letter")
{
    Installation one;
    people::Clock clock{begin};
    auto const token = one.turn_on_codes(one.begin_all(), begin).second;
    admin::Alarm alarm{one.site->context(), std::shared_ptr<people::House>{&one.house(), [](auto*) {}}};
    auto const look = [&](std::int64_t after) {
        clock.set(begin + after);
        one.letters.clear();
        watch::write_down(*one.store, *one.house().notebook());
        return alarm.look(begin + after);
    };
    for (int i = 0; i < 100; ++i) static_cast<void>(one.get("/nl/uitloggen"));
    CHECK(look(0) == 0);
    CHECK(one.get("/nl/beheer/inloggen", token).body.find("Er valt niets op") != std::string::npos);
    static_cast<void>(one.get("/nl/uitloggen"));
    CHECK(look(minute) == 0); // five minutes between looks
    CHECK(look(5 * minute) == 1);
    REQUIRE(one.letters.size() == 1);
    CHECK(one.letters[0].to == "eerste@voorbeeld.example");
    CHECK(path_in(one.letters[0]) == "/nl/beheer/inloggen");
    auto const page = one.get("/nl/beheer/inloggen", token);
    CHECK(page.status == 200);
    CHECK(page.body.find("ging het de laatste 24 uur 101 keer mis") != std::string::npos);
    // The same is not told twice; something else is, an hour later.
    CHECK(look(90 * minute) == 0);
    for (int i = 0; i < 21; ++i) one.house().note(watch::Kind::login_wrong, one.first_person(), "192.0.2.9");
    CHECK(look(100 * minute) == 1);
    for (int i = 0; i < 101; ++i) one.house().note(watch::Kind::page_refused, "", "192.0.2.8");
    CHECK(look(110 * minute) == 0);
    CHECK(look(161 * minute) == 1);
    // A day later it is over.
    CHECK(look(40 * 60 * minute) == 0);
}

TEST_CASE("a page is closed after half an hour without a visit, and after twelve hours")
{
    Installation one;
    people::Clock clock{begin};
    auto const token = one.begin_all();
    clock.set(begin + 29 * minute);
    CHECK(one.get("/nl/mijn", token).status == 200);
    clock.set(begin + (29 + 31) * minute);
    auto const closed = one.get("/nl/mijn", token);
    CHECK(closed.status == 303);
    CHECK(header(closed, "Location").starts_with("/nl/inloggen?naar="));

    clock.set(begin);
    auto const used = one.token_of(one.post("/nl/inloggen", "mail=eerste@voorbeeld.example&wachtwoord=" + password));
    for (int half = 1; half < 25; ++half) {
        clock.set(begin + half * 29 * minute);
        CHECK(one.get("/nl/mijn", used).status == 200);
    }
    clock.set(begin + 12 * 60 * minute);
    CHECK(one.get("/nl/mijn", used).status == 303);
}

TEST_CASE("what people type makes no header and no second address of a letter")
{
    Installation one;
    one.begin_all();
    for (auto const* mail :
         {"eerste@voorbeeld.example%0D%0ABcc:+kwaad@voorbeeld.example",
          "eerste@voorbeeld.example,kwaad@voorbeeld.example", "eerste@voorbeeld.example%0ABcc:kwaad@voorbeeld.example",
          "eerste@voorbeeld.example+kwaad@voorbeeld.example", "%3Ceerste@voorbeeld.example%3E",
          "eerste@voorbeeld.example%00kwaad"}) {
        CHECK(one.post("/nl/wachtwoord-vergeten", "mail=" + std::string{mail}).status == 400);
        CHECK(one.letters.empty());
    }
}

TEST_CASE("what was typed makes no line of the log")
{
    std::vector<std::string> lines;
    http::ServerHooks hooks;
    hooks.handle = [](http::Request const&) { return http::Response{}; };
    hooks.on_failure = [](int, std::string_view, http::Request const*) { return http::Response{}; };
    hooks.log = [&](std::string_view line) { lines.emplace_back(line); };
    http::Desk desk{http::ServerOptions{}, hooks};
    desk.log("cannot read \"x\r\n2026-11-22 administrator logged in\n\x1b[2J\"");
    REQUIRE(lines.size() == 1);
    CHECK(std::none_of(lines[0].begin(), lines[0].end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
}

TEST_CASE("every answer of a site that is found by TLS asks for it, once")
{
    Installation one;
    for (auto const* path : {"/nl/inloggen", "/nl/nergens", "/", "/health", "/nl/uitloggen"}) {
        auto const answer = one.get(path);
        auto const count = std::count_if(answer.headers.begin(), answer.headers.end(),
                                         [](auto const& pair) { return pair.first == "Strict-Transport-Security"; });
        CHECK_MESSAGE(count == 1, path);
    }
    auto const refused = one.site->explain_failure(400, "http.bad_path", nullptr);
    CHECK(header(refused, "Strict-Transport-Security") == "max-age=31536000");
}

TEST_CASE("what is sent without an account has a pace, for each place on the net")
{
    people::Clock clock{begin};
    Installation town;
    auto const send = [&](char const* path) { return town.post(path, "naam=x"); };
    // A quarter of 240 an hour at once; what is wrong in them is told first.
    for (int i = 0; i < 30; ++i) {
        CHECK(send("/nl/voorstellen").status == 400);
        CHECK(send("/nl/straten/way/1").status == 404);
    }
    auto const refused = send("/nl/voorstellen");
    CHECK(refused.status == 429);
    CHECK(header(refused, "Retry-After") == "15"); // 240 an hour
    CHECK(refused.body.find("veel verstuurd") != std::string::npos);
    CHECK(send("/nl/straten/way/1").status == 429);
    CHECK(town.get("/nl/voorstellen").status == 200); // looking has no pace
    clock.set(begin + 15'000);
    CHECK(send("/nl/straten/way/1").status == 404);
    CHECK(send("/nl/straten/way/1").status == 429);
}

TEST_CASE("who runs it may ask https of all names below, too")
{
    Installation one{"true"};
    CHECK(header(one.site->ask("/nl/over"), "Strict-Transport-Security") == "max-age=31536000; includeSubDomains");
}
