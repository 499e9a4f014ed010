// SPDX-License-Identifier: EUPL-1.2
#include "platform/clock/clock.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/mail/test_server.hpp"

#include <doctest/doctest.h>

namespace wf::mail {
namespace {

Message const letter{"j.jansen@example.nl", "Uitnodiging", "https://weefsel.example/uitnodiging/token-of-jan", ""};

class Outbox {
public:
    explicit Outbox(std::string const& url) : m_store{store::Store::open(url).value()}
    {
        REQUIRE(m_store->migrate(migrations()));
    }

    template <class F>
    auto in(F&& work)
    {
        using R = std::invoke_result_t<F, store::Session&>;
        if constexpr (std::is_void_v<R>) {
            m_store->write([&](store::Session& session) -> Result<void> { return work(session), Result<void>{}; })
                .value();
        } else {
            return m_store->write([&](store::Session& session) -> Result<R> { return work(session); }).value();
        }
    }
    /// A transaction that may end in an Error.
    template <class F>
    auto attempt(F&& work)
    {
        return m_store->write(std::forward<F>(work));
    }
    std::string put(Message const& message = letter)
    {
        return attempt([&](store::Session& session) { return enqueue(session, key, message); }).value();
    }
    Entry entry(std::string const& id)
    {
        for (auto const& each : in([](store::Session& session) { return recent(session, 100); })) {
            if (each.id == id) return each;
        }
        FAIL("no such entry");
        return {};
    }
    std::optional<Message> take(std::string const& id, Timestamp now)
    {
        return in([&](store::Session& session) { return mark_sending(session, key, id, now); });
    }
    void tell(std::string const& id, Delivery const& delivery, Timestamp now)
    {
        in([&](store::Session& session) { mark_delivered(session, id, delivery, now); });
    }
    std::vector<std::string> due_at(Timestamp now)
    {
        return in([&](store::Session& session) { return due(session, now, 100); });
    }
    Result<void> again(std::string const& id, Timestamp now)
    {
        return attempt([&](store::Session& session) { return resend(session, id, now); });
    }
    /// How many of the three sealed columns hold something, and whether one holds this in plain.
    std::pair<int, bool> sealed(std::string const& id, std::string_view plain)
    {
        std::pair<int, bool> found{0, false};
        in([&](store::Session& session) {
            session.query("SELECT to_sealed, subject_sealed, text_sealed FROM mail_outbox WHERE id = $1", {id},
                          [&](store::Row const& row) {
                              for (int i = 0; i < 3; ++i) {
                                  if (!row.is_null(i)) ++found.first;
                                  if (row.bytes(i).find(plain) != std::string_view::npos) found.second = true;
                              }
                          });
        });
        return found;
    }

    secret::Key key = secret::Key::make();

private:
    std::unique_ptr<store::Store> m_store;
};

template <class F>
void on_both(F const& check)
{
    SUBCASE("in memory")
    {
        Outbox outbox{"sqlite::memory:"};
        check(outbox);
    }
    SUBCASE("in a file")
    {
        file::TestFolder const folder;
        Outbox outbox{"sqlite:" + folder.path + "/test.db"};
        check(outbox);
    }
}

Timestamp later(std::int64_t minutes)
{
    return Timestamp{now_millis() + minutes * 60'000};
}

TEST_CASE("a message waits sealed, comes out as it was, and is wiped when it was sent")
{
    on_both([](Outbox& outbox) {
        auto const id = outbox.put();
        CHECK(outbox.sealed(id, "jansen") == std::pair{3, false});
        CHECK(outbox.sealed(id, "token-of-jan") == std::pair{3, false});
        CHECK(outbox.entry(id).state == State::waiting);
        CHECK(outbox.due_at(later(0)) == std::vector{id});
        CHECK(outbox.due_at(later(-1)).empty());

        auto const message = outbox.take(id, later(0));
        REQUIRE(message.has_value());
        CHECK(message->to == letter.to);
        CHECK(message->subject == letter.subject);
        CHECK(message->text == letter.text);
        CHECK(message->id == id);
        CHECK(outbox.entry(id).state == State::sending);
        CHECK(outbox.entry(id).attempts == 1);
        CHECK(outbox.due_at(later(0)).empty());
        CHECK_FALSE(outbox.take(id, later(0)).has_value()); // one postman has it

        outbox.tell(id, {Outcome::sent, ""}, later(0));
        CHECK(outbox.entry(id).state == State::sent);
        CHECK_FALSE(outbox.entry(id).ended_at.empty());
        CHECK(outbox.sealed(id, "").first == 0);
        CHECK(outbox.again(id, later(0)).error().code == "mail.not_resendable");
        CHECK(outbox.again(new_uuid_v7(), later(0)).error().code == "mail.unknown");
    });
}

TEST_CASE("a message that cannot be sent is not taken in, and what its transaction did is undone")
{
    on_both([](Outbox& outbox) {
        auto wrong = letter;
        wrong.to = "jansen";
        auto const put_both = outbox.attempt([&](store::Session& session) -> Result<std::string> {
            WF_TRY_VOID(enqueue(session, outbox.key, letter));
            return enqueue(session, outbox.key, wrong);
        });
        CHECK(put_both.error().code == "mail.bad_address");
        CHECK(outbox.in([](store::Session& session) { return recent(session, 9); }).empty());
    });
}

TEST_CASE("later, and later again, and after a day and a half no more")
{
    // 1 + 2 + 4 + ... + 1024 minutes, and the twelfth attempt is the last.
    std::int64_t total = 0;
    int attempts = 1;
    for (; delay_after(attempts); ++attempts) total += delay_after(attempts)->count();
    CHECK(attempts == 12);
    CHECK(total == 2047);

    on_both([](Outbox& outbox) {
        auto const id = outbox.put();
        std::int64_t minute = 0;
        for (int i = 1; i <= 12; ++i) {
            REQUIRE(outbox.take(id, later(minute)).has_value());
            outbox.tell(id, {Outcome::try_later, "450 4.2.1"}, later(minute));
            CHECK(outbox.entry(id).last_error == "450 4.2.1");
            CHECK(outbox.due_at(later(minute)).empty());
            minute += (1LL << (i - 1)) + 1;
        }
        CHECK(outbox.entry(id).state == State::failed);
        CHECK(outbox.entry(id).attempts == 12);
        CHECK(outbox.sealed(id, "").first == 3);

        CHECK(outbox.again(id, later(minute)).has_value());
        CHECK(outbox.entry(id).state == State::waiting);
        CHECK(outbox.entry(id).attempts == 0);
        CHECK(outbox.entry(id).last_error.empty());
        CHECK(outbox.take(id, later(minute))->text == letter.text);
    });
}

TEST_CASE("refused, unsure, interrupted and too late")
{
    on_both([](Outbox& outbox) {
        auto const refused = outbox.put();
        auto const unsure = outbox.put();
        auto const interrupted = outbox.put();
        auto const waiting = outbox.put();
        REQUIRE(outbox.take(refused, later(0)).has_value());
        outbox.tell(refused, {Outcome::refused, "550 5.1.1"}, later(0));
        REQUIRE(outbox.take(unsure, later(0)).has_value());
        outbox.tell(unsure, {Outcome::unsure, "Timeout"}, later(0));
        REQUIRE(outbox.take(interrupted, later(0)).has_value());
        CHECK(outbox.in([](store::Session& session) { return mark_unsure(session, later(0)); }) == 1);
        CHECK(outbox.entry(refused).state == State::failed);
        CHECK(outbox.entry(refused).last_error == "550 5.1.1");
        CHECK(outbox.entry(unsure).state == State::unsure);
        CHECK(outbox.entry(interrupted).state == State::unsure);
        CHECK(outbox.entry(interrupted).last_error == "mail.interrupted");
        CHECK(outbox.due_at(later(100)) == std::vector{waiting});
        // What a postman says about one that it no longer has changes nothing.
        outbox.tell(interrupted, {Outcome::sent, ""}, later(0));
        CHECK(outbox.entry(interrupted).state == State::unsure);
        CHECK(outbox.again(interrupted, later(0)).has_value());
        CHECK(outbox.due_at(later(100)) == std::vector{waiting, interrupted});

        CHECK(outbox.in([](store::Session& session) { return fail_late(session, later(7 * 24 * 60 - 5)); }) == 0);
        CHECK(outbox.in([](store::Session& session) { return fail_late(session, later(7 * 24 * 60 + 5)); }) == 2);
        CHECK(outbox.entry(waiting).state == State::failed);
        CHECK(outbox.entry(waiting).last_error == "mail.too_late");
    });
}

TEST_CASE("under another key a message does not open: it fails and stays as it was")
{
    on_both([](Outbox& outbox) {
        auto const id = outbox.put();
        auto const right = outbox.key;
        outbox.key = secret::Key::make();
        CHECK_FALSE(outbox.take(id, later(0)).has_value());
        CHECK(outbox.entry(id).state == State::failed);
        CHECK(outbox.entry(id).last_error == "secret.not_opened");
        outbox.key = right;
        CHECK(outbox.again(id, later(0)).has_value());
        CHECK(outbox.take(id, later(0)).has_value());
    });
}

TEST_CASE("the list is newest first and no longer than asked; what ended long ago is removed")
{
    on_both([](Outbox& outbox) {
        auto const first = outbox.put();
        auto const second = outbox.put();
        auto const third = outbox.put();
        auto const list = outbox.in([](store::Session& session) { return recent(session, 2); });
        REQUIRE(list.size() == 2);
        CHECK(list[0].id == third);
        CHECK(list[1].id == second);
        REQUIRE(outbox.take(first, later(0)).has_value());
        outbox.tell(first, {Outcome::sent, ""}, later(0));
        CHECK(outbox.in([](store::Session& session) { return purge(session, later(-1)); }) == 0);
        CHECK(outbox.in([](store::Session& session) { return purge(session, later(1)); }) == 1);
        CHECK(outbox.in([](store::Session& session) { return recent(session, 9).size(); }) == 2);
    });
}

} // namespace
} // namespace wf::mail
