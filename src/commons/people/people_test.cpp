// SPDX-License-Identifier: EUPL-1.2
#include "commons/people/leave.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/people_test_house.hpp"
#include "commons/trail/chain.hpp"
#include "commons/watch/writer.hpp"
#include "platform/clock/clock.hpp"
#include "platform/secret/one_time_code.hpp"
#include "platform/secret/password.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <span>

namespace wf::people {
namespace {

using access::Role;

TEST_CASE("mail addresses as people have them, and what is none")
{
    for (auto const* good : {"a@b.nl", "F.Yilmaz+x@welzijn-ijssel.example", " o'brien@mail.example.org "})
        CHECK(read_mail(good));
    CHECK(read_mail(" F.Yilmaz@Example.NL ").value() == "f.yilmaz@example.nl");
    for (auto const* poor : {"", "a", "@b.nl", "a@", "a@b", "a b@c.nl", "a@b@c.nl", "a@.nl", "a@b..nl", ".a@b.nl",
                             "a@-b.nl", "a@b.nl\r\nBcc: x@y.nl", "\"a\"@b.nl", "a@b_c.nl"})
        CHECK_MESSAGE(!read_mail(poor), std::string{poor});
}

TEST_CASE("an account: found by its address however that is written, and nothing of it readable in the store")
{
    TestHouse test;
    auto const id = test.add_person("Fatma Yilmaz", "f.yilmaz@example.nl");
    auto const found =
        test.read([&](store::Session& s) { return find_by_mail(s, test.house, " F.Yilmaz@EXAMPLE.nl "); });
    REQUIRE(found);
    CHECK(found->id == id);
    CHECK(found->name == "Fatma Yilmaz");
    CHECK_FALSE(test.read([&](store::Session& s) { return find_by_mail(s, test.house, "other@example.nl"); }));
    CHECK(
        test.try_write([&](store::Session& s) { return add_account(s, test.house, "F.YILMAZ@example.nl", "x", "nl"); })
            .error()
            .code == "people.mail_taken");
    for (auto const* word : {"yilmaz", "Yilmaz", "Fatma"}) CHECK_MESSAGE(!test.holds_text(word), std::string{word});
}

TEST_CASE("who a provider says somebody is: one account each, capitals count, and nothing of it readable in the store")
{
    TestHouse test;
    auto const one = test.add_person("Fatma", "f@example.nl");
    auto const other = test.add_person("An", "an@example.nl");
    constexpr auto issuer = "https://connect.example.org";
    auto const link = [&](std::string const& person, std::string const& subject) {
        return test.try_write([&](store::Session& s) { return add_identity(s, test.house, person, issuer, subject); });
    };
    auto const find = [&](std::string const& at, std::string const& subject) {
        return test.read([&](store::Session& s) { return find_by_identity(s, test.house, at, subject); });
    };
    CHECK_FALSE(find(issuer, "aBc-subject"));
    CHECK(link(one, "aBc-subject"));
    CHECK(link(one, "aBc-subject"));
    CHECK(find(issuer, "aBc-subject") == one);
    // OpenID Connect Core, 2: a subject is case sensitive. Nor is a blank at its end nothing.
    CHECK_FALSE(find(issuer, "abc-subject"));
    CHECK_FALSE(find(issuer, "aBc-subject "));
    CHECK_FALSE(find("https://elsewhere.example.org", "aBc-subject"));
    CHECK(link(other, "aBc-subject").error().code == "people.identity_taken");
    CHECK(link(other, "abc-subject"));
    CHECK(find(issuer, "abc-subject") == other);
    // Without a password nothing else would be left to log in with.
    auto const unlink = [&](std::string const& person) {
        return test.try_write([&](store::Session& s) { return remove_identity(s, test.house, person, issuer); });
    };
    CHECK(unlink(other).error().code == "people.no_other_way");
    test.write([&](store::Session& s) {
        return set_password(s, test.house, other,
                            secret::hash_password("vier paarse fietsen", test.house.password_key()), other, "");
    });
    CHECK(unlink(other));
    CHECK_FALSE(find(issuer, "abc-subject"));
    CHECK(unlink(other).error().code == "people.unknown");
    CHECK(find(issuer, "aBc-subject") == one);
    CHECK(link(other, "abc-subject"));
    auto const is_linked = [&](std::string const& at) {
        return test.read([&](store::Session& s) { return has_identity(s, one, at); });
    };
    CHECK(is_linked(issuer));
    CHECK_FALSE(is_linked("https://elsewhere.example.org"));
    CHECK_FALSE(test.holds_text("c-subject"));
}

TEST_CASE("logging in: the right password alone, and slower after some failures, for one account and for one place")
{
    TestHouse test;
    auto const id = test.add_person("Fatma", "f@example.nl", "vier paarse fietsen zingen");
    LoginAttempt right{"f@example.nl", "vier paarse fietsen zingen", "192.0.2.1"};
    CHECK(check_login(*test.store, test.house, right).value().id == id);
    LoginAttempt wrong{"f@example.nl", "vier paarse fietsen zongen", "192.0.2.1"};
    for (int i = 0; i < 5; ++i) CHECK(check_login(*test.store, test.house, wrong).error().code == "people.wrong_login");
    // Now even the right one has to wait, and so must somebody who asks from elsewhere.
    CHECK(check_login(*test.store, test.house, right).error().code == "people.slow_down");
    right.peer = "198.51.100.7";
    CHECK(check_login(*test.store, test.house, right).error().code == "people.slow_down");
    LoginAttempt nobody{"nobody@example.nl", "vier paarse fietsen zingen", "192.0.2.2"};
    CHECK(check_login(*test.store, test.house, nobody).error().code == "people.wrong_login");
}

TEST_CASE("a password hashed without pepper and with other costs is hashed anew at a login, and nothing else happens")
{
    TestHouse test;
    auto const id = test.add_person("Sanne", "s@example.nl");
    // Of the same password, with 8 MiB and one pass, by Debian's argon2 0~20171227: argon2 saltsaltsalt -id -m 13 -t 1 -p 1 -e
    std::string const cheap =
        "$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0$AWlmqqm3R6JQVPze6NgL+D18EErfLFEk5K0KNDKhTy0";
    test.write([&](store::Session& s) { return renew_hash(s, id, cheap); });
    auto const token = test.write_value(
        [&](store::Session& s) -> Result<std::string> { return begin_login(s, test.house, id, Proof::password, ""); });
    auto const count_trail = [&] {
        return test.read([&](store::Session& s) { return test.house.trail().list(s, {}).size(); });
    };
    auto const before = count_trail();
    REQUIRE(check_login(*test.store, test.house, {"s@example.nl", "vier paarse fietsen zingen", "192.0.2.1"}));
    auto const after = test.read([&](store::Session& s) { return find_password(s, id); });
    REQUIRE(after);
    CHECK(*after != cheap);
    CHECK(secret::is_password("vier paarse fietsen zingen", *after, test.house.password_key()));
    CHECK_FALSE(secret::needs_new_hash(*after));
    // With the database alone, so without the key of the installation, it is nobody's password.
    CHECK_FALSE(secret::is_password("vier paarse fietsen zingen", *after, secret::Key::make()));
    CHECK(count_trail() == before);
    CHECK(identify(*test.store, test.house, token)->has_account());
}

TEST_CASE("who is behind a cookie: only while the login holds, and not before the code")
{
    TestHouse test;
    auto const id = test.add_person("Fatma", "f@example.nl");
    test.write(
        [&](store::Session& s) { return set_roles(s, test.house, test.werkplaats, id, {Role::researcher}, id); });
    auto const token = test.write_value([&](store::Session& s) -> Result<std::string> {
        return begin_login(s, test.house, id, Proof::password, "Firefox, Linux");
    });
    auto const actor = *identify(*test.store, test.house, token);
    CHECK(actor.person_id == id);
    CHECK(actor.name == "Fatma");
    CHECK_FALSE(actor.two_factors);
    REQUIRE(actor.memberships.size() == 1);
    CHECK(actor.memberships[0].address == "werkplaats");
    CHECK(actor.memberships[0].roles == access::Roles{Role::researcher});
    CHECK_FALSE(identify(*test.store, test.house, token + "x")->has_account());
    CHECK_FALSE(test.holds_text(token));

    auto const waiting = test.write_value([&](store::Session& s) -> Result<std::string> {
        return begin_login(s, test.house, id, Proof::password_code_waits, "");
    });
    CHECK_FALSE(identify(*test.store, test.house, waiting)->has_account());
    CHECK(test.read([&](store::Session& s) { return find_waiting(s, test.house, waiting); }));
    CHECK_FALSE(test.read([&](store::Session& s) { return find_waiting(s, test.house, token); }));
    auto const full = test.write_value([&](store::Session& s) -> Result<std::string> {
        return step_up(s, test.house, id, waiting, Proof::two_factors, "");
    });
    CHECK(identify(*test.store, test.house, full)->two_factors);
    test.house.memory().forget();
    CHECK_FALSE(test.read([&](store::Session& s) { return find_waiting(s, test.house, waiting); }));
    CHECK(test.read([&](store::Session& s) { return list_logins(s, test.house, id); }).size() == 2);

    test.write([&](store::Session& s) -> Result<void> { return end_logins(s, id, ""), Result<void>{}; });
    test.house.memory().forget();
    CHECK_FALSE(identify(*test.store, test.house, full)->has_account());
}

TEST_CASE("a login ends after half an hour without a visit, and after twelve hours whatever happens")
{
    TestHouse test;
    constexpr std::int64_t minute = 60'000;
    std::int64_t const begin = 1'790'000'000'000;
    Clock clock{begin};
    auto const id = test.add_person("Fatma", "f@example.nl");
    auto const token = test.write_value(
        [&](store::Session& s) -> Result<std::string> { return begin_login(s, test.house, id, Proof::password, ""); });
    for (int half = 1; half <= 24; ++half) { // each 29 minutes a visit
        clock.set(begin + half * 29 * minute);
        CHECK(identify(*test.store, test.house, token)->has_account());
    }
    clock.set(begin + 12 * 60 * minute);
    CHECK_FALSE(identify(*test.store, test.house, token)->has_account());

    clock.set(begin);
    auto const idle = test.write_value(
        [&](store::Session& s) -> Result<std::string> { return begin_login(s, test.house, id, Proof::password, ""); });
    clock.set(begin + 31 * minute);
    CHECK_FALSE(identify(*test.store, test.house, idle)->has_account());
}

TEST_CASE("a browser is known for ninety days after a login with it, and by that person alone")
{
    TestHouse test;
    constexpr std::int64_t day = 86'400'000;
    std::int64_t const begin = 1'790'000'000'000;
    Clock clock{begin};
    auto const id = test.add_person("Fatma", "f@example.nl");
    auto const other = test.add_person("Bea", "b@example.nl");
    auto const knows = [&](std::string const& person, std::string const& device) {
        return test.read([&](store::Session& s) { return knows_device(s, person, device); });
    };
    auto const log_in = [&](Proof proof) {
        test.write([&](store::Session& s) -> Result<void> {
            static_cast<void>(begin_login(s, test.house, id, proof, "Firefox, Linux"));
            return {};
        });
    };
    CHECK_FALSE(knows(id, "Firefox, Linux"));
    log_in(Proof::password_code_waits); // who has the password alone is not in
    CHECK_FALSE(knows(id, "Firefox, Linux"));
    log_in(Proof::two_factors);
    CHECK(knows(id, "Firefox, Linux"));
    CHECK_FALSE(knows(id, "Edge, Windows"));
    CHECK_FALSE(knows(other, "Firefox, Linux"));
    clock.set(begin + 89 * day);
    CHECK(knows(id, "Firefox, Linux"));
    log_in(Proof::password);
    clock.set(begin + 178 * day);
    CHECK(knows(id, "Firefox, Linux"));
    clock.set(begin + 179 * day);
    CHECK_FALSE(knows(id, "Firefox, Linux"));
}

TEST_CASE("who was logged in before browsers were remembered is not told about the one in use")
{
    auto const store = store::Store::open("sqlite::memory:").value();
    auto const all = migrations();
    REQUIRE(store->migrate(std::span{all}.first(1)).has_value());
    store
        ->write([&](store::Session& s) -> Result<void> {
            for (auto const* rest : {"'a', 'p', '2026-09-01T10:00:00.000Z', '', '', FALSE, FALSE, 'Firefox, Linux')",
                                     "'b', 'p', '2026-09-02T10:00:00.000Z', '', '', FALSE, TRUE, 'Firefox, Linux')",
                                     "'c', 'p', '2026-09-03T10:00:00.000Z', '', '', TRUE, FALSE, 'Edge, Windows')"})
                s.exec(std::string{"INSERT INTO login VALUES ("} + rest);
            return {};
        })
        .value();
    REQUIRE(store->migrate(all).has_value());
    std::vector<std::string> known;
    store->read([&](store::Session& s) {
        s.query("SELECT person_id || ' ' || device || ' ' || last_at FROM login_device ORDER BY 1", {},
                [&](store::Row const& row) { known.push_back(row.string(0)); });
    });
    CHECK(known == std::vector<std::string>{"p Firefox, Linux 2026-09-02T10:00:00.000Z"});
}

TEST_CASE("logins that are judged are noted with what came of them, and go with who they are about")
{
    TestHouse test;
    auto const id = test.add_person("Fatma", "f@example.nl", "vier paarse fietsen zingen");
    auto const kinds_of = [&](std::optional<std::string> const& person) {
        watch::write_down(*test.store, *test.house.notebook());
        std::vector<watch::Kind> kinds;
        for (auto const& event : test.read([&](store::Session& s) { return watch::list(s, {.person = person}); })) {
            for (std::int64_t i = 0; i < event.count; ++i) kinds.push_back(event.kind);
        }
        std::sort(kinds.begin(), kinds.end());
        return kinds;
    };
    using watch::Kind;
    auto const try_login = [&](std::string const& mail, std::string const& password) {
        return check_login(*test.store, test.house, {mail, password, "192.0.2.1"}).has_value();
    };
    CHECK_FALSE(try_login("f@example.nl", "iets heel anders dan dat"));
    CHECK_FALSE(try_login("niemand@example.nl", "iets heel anders dan dat"));
    CHECK(kinds_of(id) == std::vector{Kind::login_wrong});
    CHECK(kinds_of({}) == std::vector{Kind::login_wrong, Kind::login_wrong});
    for (int i = 0; i < 5; ++i) static_cast<void>(try_login("f@example.nl", "iets heel anders dan dat"));
    CHECK(kinds_of(id).size() == 5);
    CHECK(kinds_of({}) == std::vector{Kind::login_wrong, Kind::login_wrong, Kind::login_wrong, Kind::login_wrong,
                                      Kind::login_wrong, Kind::login_wrong, Kind::login_slowed});
    // Nothing of what was typed, nor from which address.
    for (auto const* text : {"192.0.2.1", "f@example.nl", "niemand@", "iets heel"}) CHECK_FALSE(test.holds_text(text));

    test.write([&](store::Session& s) -> Result<void> {
        return set_roles(s, test.house, test.top, id, {Role::researcher}, id);
    });
    auto const data = test.write_value([&](store::Session& s) { return export_person(s, test.house, id); });
    CHECK(data.find("\"login_wrong\"") != std::string::npos);
    test.house.note(Kind::logout, id, "192.0.2.1");
    test.write([&](store::Session& s) -> Result<void> {
        WF_TRY(auto const runs, erase_person(s, test.house, id, id));
        return {};
    });
    CHECK(kinds_of(id).empty());
    CHECK_FALSE(kinds_of({}).empty());
    CHECK(test.read([&](store::Session& s) {
        int rows = 0;
        s.query("SELECT count(*) FROM login_device WHERE person_id = $1", {id},
                [&](store::Row const& row) { rows = static_cast<int>(row.integer(0)); });
        return rows;
    }) == 0);
}

TEST_CASE("codes: only after one was confirmed, each once, and a recovery code once")
{
    TestHouse test;
    auto const id = test.add_person("Fatma", "f@example.nl");
    auto const secret = test.write_value([&](store::Session& s) { return begin_code(s, test.house, id); });
    auto const now = now_millis() / 1000 / secret::code_step_seconds;
    CHECK(test.try_write([&](store::Session& s) { return confirm_code(s, test.house, id, "000000x"); }).error().code ==
          "people.wrong_code");
    auto const recovery = test.write_value(
        [&](store::Session& s) { return confirm_code(s, test.house, id, secret::code_at(secret, now)); });
    CHECK(recovery.size() == 10);
    auto const use = [&](std::string const& typed) {
        return test.try_write([&](store::Session& s) { return use_code(s, test.house, id, typed); }).has_value();
    };
    auto const why = [&](std::string const& typed) {
        return test.try_write([&](store::Session& s) { return use_code(s, test.house, id, typed); }).error().code;
    };
    CHECK_FALSE(use(secret::code_at(secret, now))); // that one was used
    CHECK(why(secret::code_at(secret, now)) == "people.code_again");
    CHECK(why("000000x") == "people.wrong_code");
    CHECK(use(secret::code_at(secret, now + 1)));
    CHECK_FALSE(use(secret::code_at(secret, now + 1)));
    CHECK(use(recovery[3]));
    CHECK_FALSE(use(recovery[3]));
    CHECK(why(recovery[3]) == "people.code_again");
    // Of the step before the one that was used no code was ever given: that is a guess.
    CHECK(why(secret::code_at(secret, now - 1)) == "people.wrong_code");
    CHECK(test.read([&](store::Session& s) { return count_recovery_codes(s, id); }) == 9);
    CHECK(test.read([&](store::Session& s) { return find_account(s, test.house, id); })->has_code);
}

TEST_CASE("an invitation is for one address, fourteen days and one use")
{
    TestHouse test;
    auto const admin = test.add_person("Beheer", "b@example.nl");
    auto const invite_f = [&] {
        return test.write_value([&](store::Session& s) {
            return invite(s, test.house, test.werkplaats, "f@example.nl", {Role::researcher}, admin);
        });
    };
    auto const first = invite_f();
    auto const second = invite_f();
    auto const find = [&](std::string const& token) {
        return test.read([&](store::Session& s) { return find_invitation(s, test.house, token); });
    };
    CHECK_FALSE(find(first.token));
    REQUIRE(find(second.token));
    CHECK(find(second.token)->mail == "f@example.nl");
    CHECK_FALSE(test.holds_text("f@example.nl"));
    auto const id = test.add_person("Fatma", "f@example.nl");
    auto const invitation = *find(second.token);
    test.write([&](store::Session& s) { return accept(s, test.house, invitation, id); });
    CHECK_FALSE(find(second.token));
    CHECK_FALSE(test.try_write([&](store::Session& s) { return accept(s, test.house, invitation, id); }));
    CHECK(test.read([&](store::Session& s) { return find_member(s, test.house, test.werkplaats, id); })->roles ==
          access::Roles{Role::researcher});
    CHECK(test.try_write([&](store::Session& s) {
                  return invite(s, test.house, test.werkplaats, "f@example.nl", {Role::worker}, admin);
              })
              .error()
              .code == "people.is_member");
    std::int64_t const now = now_millis();
    auto const late = test.write_value([&](store::Session& s) {
        return invite(s, test.house, test.werkplaats, "late@example.nl", {Role::worker}, admin);
    });
    Clock clock{now + 15LL * 24 * 3'600'000};
    CHECK_FALSE(find(late.token));
}

TEST_CASE("the last administrator of a workspace stays, cannot be blocked, and cannot be erased")
{
    TestHouse test;
    auto const one = test.add_person("Een", "een@example.nl");
    auto const two = test.add_person("Twee", "twee@example.nl");
    auto const give = [&](std::string const& id, access::Roles roles) {
        return test.try_write(
            [&](store::Session& s) { return set_roles(s, test.house, test.werkplaats, id, roles, one); });
    };
    CHECK(give(one, {Role::administrator}));
    CHECK(give(one, {}).error().code == "people.last_administrator");
    CHECK(give(one, {Role::worker}).error().code == "people.last_administrator");
    CHECK(test.try_write([&](store::Session& s) { return set_blocked(s, test.house, one, true, two); }).error().code ==
          "people.last_administrator");
    CHECK(test.try_write([&](store::Session& s) { return erase_person(s, test.house, one, one); }).error().code ==
          "people.last_administrator");
    CHECK(give(two, {Role::administrator}));
    CHECK(give(one, {}));
}

TEST_CASE("how many people have which role, in one workspace; who has two counts in both")
{
    TestHouse test;
    auto const one = test.add_person("Een", "een@example.nl");
    auto const two = test.add_person("Twee", "twee@example.nl");
    auto const give = [&](std::string const& workspace, std::string const& id, access::Roles roles) {
        test.write([&](store::Session& s) { return set_roles(s, test.house, workspace, id, roles, one); });
    };
    give(test.werkplaats, one, {Role::administrator, Role::worker});
    give(test.werkplaats, two, {Role::worker});
    give(test.top, two, {Role::administrator});
    auto const counts = test.store->read([&](store::Session& s) { return count_roles(s, test.werkplaats); });
    CHECK(counts == std::map<access::Role, std::int64_t>{{Role::administrator, 1}, {Role::worker, 2}});
}

TEST_CASE("somebody who goes is gone: nothing left to read, the chain holds, and runs that used them are taken down")
{
    TestHouse test;
    auto const admin = test.add_person("Beheer", "b@example.nl");
    auto const id = test.add_person("Fatma Yilmaz", "f.yilmaz@example.nl", "vier paarse fietsen zingen");
    test.write(
        [&](store::Session& s) { return set_roles(s, test.house, test.werkplaats, id, {Role::researcher}, admin); });
    test.write([&](store::Session& s) { return set_name(s, test.house, id, "F. Yilmaz-de Vries", id); });
    auto const run = test.write_value([&](store::Session& s) -> Result<std::string> {
        runs::Run made;
        made.workspace = test.werkplaats;
        made.kind = "test.run";
        made.subject = "x";
        made.inputs = {id};
        return runs::publish(s, made);
    });
    reflections::Place const place{test.werkplaats, "0190a0b0-0000-7000-8000-0000000000cc", id};
    test.write([&](store::Session& s) {
        return reflections::write(s, test.house.trail().person_keys(), place, "Wat ik leerde");
    });
    auto const told = test.write_value([&](store::Session& s) { return export_person(s, test.house, id); });
    for (auto const* word :
         {"f.yilmaz@example.nl", "Fatma Yilmaz", "F. Yilmaz-de Vries", "researcher", "account.rename", "Wat ik leerde"})
        CHECK_MESSAGE(told.find(word) != std::string::npos, std::string{word});
    CHECK(told.find("b@example.nl") == std::string::npos);

    auto const taken = test.write_value([&](store::Session& s) { return erase_person(s, test.house, id, id); });
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].id == run);
    test.read([&](store::Session& s) {
        int left = 0;
        s.query("SELECT count(*) FROM reflection WHERE workspace_id = $1", {test.werkplaats},
                [&](store::Row const& row) { left = static_cast<int>(row.integer(0)); });
        CHECK(left == 0);
        CHECK_FALSE(runs::find_current(s, "test.run", "x", test.werkplaats));
        CHECK(runs::find(s, run, test.werkplaats));
        CHECK_FALSE(find_by_mail(s, test.house, "f.yilmaz@example.nl"));
        CHECK(list_members(s, test.house, test.werkplaats).empty());
        std::vector<std::string> done;
        for (auto const& line : test.house.log().list_about(s, test.top, id)) done.push_back(line.operation.name);
        CHECK(done == std::vector<std::string>{"account.add", "account.rename", "account.export", "account.erase"});
        for (auto const& workspace : trail::list_workspaces(s)) {
            CHECK_FALSE(trail::verify(s, workspace).first_break);
            trail::Choice all;
            all.workspace_id = workspace;
            for (auto const& entry : test.house.trail().list(s, all)) {
                for (auto const& change : entry.changes)
                    if (change.about == id) CHECK(change.after.state == trail::SeenValue::State::erased);
            }
        }
    });
}

TEST_CASE("a browser by a name that its owner knows")
{
    CHECK(name_device("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0") == "Firefox, Linux");
    CHECK(name_device("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                      "Version/17.5 Mobile/15E148 Safari/604.1") == "Safari, iPhone");
    CHECK(
        name_device("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 "
                    "Safari/537.36 Edg/126.0.0.0") == "Edge, Windows");
    CHECK(name_device("curl/8").empty());
}

} // namespace
TEST_CASE("showing who is part of a workspace stands in the log of processing, for each of them")
{
    TestHouse test;
    auto const one = test.add_person("Een", "een@example.nl");
    auto const two = test.add_person("Twee", "twee@example.nl");
    for (auto const& id : {one, two})
        test.write(
            [&](store::Session& s) { return set_roles(s, test.house, test.werkplaats, id, {Role::worker}, id); });
    test.write([&](store::Session& s) {
        return note_shown(s, test.house, test.werkplaats, list_members(s, test.house, test.werkplaats));
    });
    test.read([&](store::Session& s) {
        for (auto const& id : {one, two}) {
            auto const lines = test.house.log().list_about(s, test.werkplaats, id);
            REQUIRE(lines.size() == 1);
            CHECK(lines[0].operation.name == "membership.show");
            CHECK(lines[0].operation.parent_span_id);
        }
    });
}

} // namespace wf::people
