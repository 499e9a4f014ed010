// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "platform/clock/clock.hpp"
#include "platform/mail/postman.hpp"
#include "platform/mail/test_server.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace wf::mail {
namespace {

using std::chrono::milliseconds;

Sender const sender{"weefsel@example.org", "Weefsel"};

class Office {
public:
    Office() { REQUIRE(store->migrate(migrations())); }

    std::string put(std::string const& subject = "Uitnodiging")
    {
        return store
            ->write([&](store::Session& session) {
                return enqueue(session, key, {"j.jansen@example.nl", subject, "Welkom.\n.\nTot ziens.\n", ""});
            })
            .value();
    }
    std::unique_ptr<Postman> open(std::string const& where, milliseconds between_looks = milliseconds{20})
    {
        return std::make_unique<Postman>(*store, key, sender, open_transport(where, {}).value(), between_looks);
    }
    Entry entry(std::string const& id)
    {
        auto const entries = store->read([](store::Session& session) { return recent(session, 100); });
        for (auto const& each : entries) {
            if (each.id == id) return each;
        }
        return {};
    }
    bool becomes(std::string const& id, State state)
    {
        return eventually([&] { return entry(id).state == state; });
    }
    void hurry(std::string const& id)
    {
        store
            ->write([&](store::Session& session) -> Result<void> {
                session.exec("UPDATE mail_outbox SET next_at = created_at WHERE id = $1", {id});
                return {};
            })
            .value();
    }
    void again(std::string const& id)
    {
        store->write([&](store::Session& session) { return resend(session, id, Timestamp{now_millis()}); }).value();
    }

    file::TestFolder folder;
    std::unique_ptr<store::Store> store = store::Store::open("sqlite:" + folder.path + "/test.db").value();
    secret::Key key = secret::Key::make();
};

TEST_CASE("what waits is sent once each, in the order in which it came")
{
    Office office;
    TestServer const server{"take"};
    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i) ids.push_back(office.put("Brief " + std::to_string(i)));
    auto const postman = office.open(server.url());
    for (auto const& id : ids) CHECK(office.becomes(id, State::sent));
    auto const later = office.put("Brief 5");
    CHECK(office.becomes(later, State::sent));
    REQUIRE(server.taken() == 6);
    for (int i = 0; i < 6; ++i) {
        auto const message = server.read(std::to_string(i + 1) + ".eml");
        CHECK(message.find("Subject: Brief " + std::to_string(i) + "\r\n") != std::string::npos);
        CHECK(message.ends_with("\r\n\r\nWelkom.\r\n.\r\nTot ziens.\r\n"));
    }
}

TEST_CASE("woken, it does not wait for its next look")
{
    Office office;
    TestServer const server{"take"};
    auto const postman = office.open(server.url(), std::chrono::hours{1});
    auto const id = office.put();
    postman->wake();
    CHECK(office.becomes(id, State::sent));
}

TEST_CASE("refused for now, then taken: one message arrives")
{
    Office office;
    TestServer const server{"busy,drop_data,full,take"};
    auto const id = office.put();
    auto const postman = office.open(server.url());
    for (int attempt = 1; attempt <= 3; ++attempt) {
        CHECK(eventually([&] {
            auto const entry = office.entry(id);
            return entry.state == State::waiting && entry.attempts == attempt;
        }));
        CHECK(server.taken() == 0);
        CHECK(office.entry(id).next_at > office.entry(id).created_at);
        office.hurry(id);
    }
    CHECK(office.becomes(id, State::sent));
    CHECK(office.entry(id).attempts == 4);
    CHECK(server.taken() == 1);
}

TEST_CASE("refused for good: not again, and the list does not say who it was")
{
    Office office;
    TestServer const server{"never,take"};
    auto const id = office.put();
    auto const after = office.put();
    auto const postman = office.open(server.url());
    CHECK(office.becomes(after, State::sent));
    CHECK(office.entry(id).state == State::failed);
    CHECK(office.entry(id).last_error == "550 5.1.1");
    CHECK(server.taken() == 1);
    office.again(id);
    postman->wake();
    CHECK(office.becomes(id, State::sent));
    CHECK(server.taken() == 2);
}

TEST_CASE("killed between sending and knowing: unsure, and not sent again until a person says so")
{
    Office office;
    TestServer const server{"take"};
    auto const id = office.put();
    static_cast<void>(office.store->write([&](store::Session& session) -> Result<bool> {
        return mark_sending(session, office.key, id, Timestamp{now_millis()}).has_value();
    }));
    {
        auto const postman = office.open(server.url());
        auto const other = office.put();
        CHECK(office.becomes(other, State::sent));
        CHECK(office.entry(id).state == State::unsure);
        CHECK(server.taken() == 1);
    }
    office.again(id);
    auto const postman = office.open(server.url());
    CHECK(office.becomes(id, State::sent));
    CHECK(server.taken() == 2);
}

TEST_CASE("a program that is really killed while the server is silent: one message, and unsure")
{
    Office office;
    TestServer const server{"silent,take"};
    auto const id = office.put();
    auto const child = ::fork();
    if (child == 0) {
        // Its own connection to the database; it is killed before it could end.
        auto const store = store::Store::open("sqlite:" + office.folder.path + "/test.db").value();
        Postman const postman{*store, office.key, sender, open_transport(server.url(), {}).value()};
        ::pause();
    }
    REQUIRE(child > 0);
    CHECK(eventually([&] { return server.taken() == 1; }));
    CHECK(office.entry(id).state == State::sending);
    ::kill(child, SIGKILL);
    static_cast<void>(::waitpid(child, nullptr, 0));
    auto const postman = office.open(server.url());
    CHECK(office.becomes(id, State::unsure));
    CHECK(office.becomes(office.put(), State::sent));
    CHECK(server.taken() == 2);
}

TEST_CASE("stopped while the server is silent: it says honestly what is known")
{
    Office office;
    TestServer const server{"silent"};
    auto const id = office.put();
    {
        auto const postman = office.open(server.url());
        CHECK(eventually([&] { return server.taken() == 1; }));
    }
    CHECK(office.entry(id).state == State::unsure);
    CHECK(server.taken() == 1);
}

TEST_CASE("the server took it and hung up: unsure, and not sent again by itself")
{
    Office office;
    TestServer const server{"drop_answer,take"};
    auto const id = office.put();
    auto const postman = office.open(server.url());
    CHECK(office.becomes(id, State::unsure));
    auto const other = office.put();
    CHECK(office.becomes(other, State::sent));
    CHECK(server.taken() == 2);
    CHECK(office.entry(id).state == State::unsure);
}

TEST_CASE("nobody listens: it waits; and without a transport nothing happens at all")
{
    Office office;
    auto const id = office.put();
    {
        auto const postman = office.open("smtp://127.0.0.1:1");
        CHECK(eventually([&] { return office.entry(id).attempts == 1 && office.entry(id).state == State::waiting; }));
        CHECK_FALSE(office.entry(id).last_error.empty());
    }
    auto const postman = office.open("");
    postman->wake();
    CHECK(office.entry(id).state == State::waiting);
}

} // namespace
} // namespace wf::mail
