// SPDX-License-Identifier: EUPL-1.2
// What a browser and a mailbox see of logging in, where time and letters matter: the whole site, without a network. What a browser
// alone can see stands in tests/http/security.http.json.
#include "app/features.hpp"
#include "app/site.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/people_test_house.hpp"
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
    Installation()
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
            settings::Settings::load(app::setting_definitions(), "", {{"site.url", "https://weefsel.example"}})
                .value());
        site = app::Site::make(*store, *m_settings, std::move(features), [this](std::string_view token) {
                   return people::identify(*store, *m_house, token);
               }).value();
    }

    /// As a browser that has this cookie, from a computer that says it asks that host.
    http::Response post(std::string const& path, std::string const& body, std::string const& token = "")
    {
        auto request = question(path, token);
        request.method = http::Method::post;
        request.headers.emplace_back("content-type", form_type);
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

    std::vector<people::Letter> letters;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<app::Site> site;

private:
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
