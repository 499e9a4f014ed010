// SPDX-License-Identifier: EUPL-1.2
#include "platform/file/test_certificate.hpp"
#include "platform/json/json.hpp"
#include "platform/mail/smtp.hpp"
#include "platform/mail/test_server.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

namespace wf::mail {
namespace {

Envelope const envelope{"01900000-0000-7000-8000-00000000000a", "weefsel@example.org", "j.jansen@example.nl",
                        "Subject: a\r\n\r\n.\r\n..\r\n.a\r\nlast\r\n"};

Delivery send(std::string const& where, Options const& options = {})
{
    auto const transport = open_transport(where, options).value();
    return transport->deliver(envelope, std::stop_token{});
}

std::string text_of(std::string const& json, std::string_view key)
{
    auto const value = json::read(json).value();
    auto const* found = value.find(key);
    return found != nullptr && found->text() != nullptr ? *found->text() : "";
}

TEST_CASE("which servers can be named")
{
    auto const server = read_server("smtp://mail.example.org").value();
    CHECK(server.scheme == Scheme::smtp);
    CHECK(server.host == "mail.example.org");
    CHECK(server.port == 587);
    CHECK(read_server(" smtps://mail.example.org ")->port == 465);
    CHECK(read_server("smtps://[2001:db8::1]:2525")->host == "[2001:db8::1]");
    CHECK(read_server("smtps://[2001:db8::1]:2525")->port == 2525);
    for (std::string const bad :
         {"mail.example.org", "http://mail.example.org", "smtp://", "smtp://:25", "smtp://a:0", "smtp://a:65536",
          "smtp://a:", "smtp://a:b", "smtp://a/b", "smtp://a?b", "smtp://a b", "smtp://me:secret@mail.example.org",
          "smtp://[::1", "smtp://[]", "smtp://-a", "smtp://a\r\nb", "folder:"}) {
        CAPTURE(bad);
        auto const opened = open_transport(bad, {});
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == "mail.bad_server");
        CHECK(opened.error().field.find("secret") == std::string::npos);
    }
    CHECK(open_transport("", {}).value() == nullptr);
}

TEST_CASE("a folder: one file for each message, and for its owner alone")
{
    file::TestFolder const folder;
    auto const path = folder.path + "/out";
    CHECK(send("folder:" + path).outcome == Outcome::sent);
    CHECK(send("folder:" + path).outcome == Outcome::sent);
    CHECK(file::list(path).value() == std::vector<std::string>{envelope.id + ".eml"});
    CHECK(file::load(path + "/" + envelope.id + ".eml").value() == envelope.bytes);
    struct stat about = {};
    REQUIRE(::stat(path.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0700);
    file::save(folder.path + "/file", "").value();
    CHECK_FALSE(open_transport("folder:" + folder.path + "/file", {}));
}

TEST_CASE("a server takes the message as it was, and hears nothing of this machine")
{
    TestServer const server{"take"};
    auto const delivery = send(server.url());
    CHECK(delivery.outcome == Outcome::sent);
    REQUIRE(server.taken() == 1);
    CHECK(server.read("1.eml") == envelope.bytes);
    auto const facts = server.read("1.json");
    CHECK(text_of(facts, "from") == "<weefsel@example.org>");
    CHECK(text_of(facts, "to") == "<j.jansen@example.nl>");
    CHECK(text_of(facts, "hello") == "example.org");
}

TEST_CASE("what a server answers decides whether it is tried again")
{
    struct Case {
        std::string plan;
        Outcome outcome;
        std::string said;
        std::size_t taken;
    };
    for (Case const& expected :
         {Case{"busy", Outcome::try_later, "450 4.2.1", 0}, Case{"full", Outcome::try_later, "452 4.3.1", 0},
          Case{"never", Outcome::refused, "550 5.1.1", 0}, Case{"reject", Outcome::refused, "554 5.7.1", 0},
          Case{"closed", Outcome::try_later, "554", 0}}) {
        CAPTURE(expected.plan);
        TestServer const server{expected.plan};
        auto const delivery = send(server.url());
        CHECK(delivery.outcome == expected.outcome);
        CHECK(delivery.said == expected.said);
        CHECK(server.taken() == expected.taken);
    }
}

TEST_CASE("a connection that drops: later when nothing was given, unsure when it may have been taken")
{
    for (std::string const plan : {"drop_greeting", "drop_data"}) {
        CAPTURE(plan);
        TestServer const server{plan};
        auto const delivery = send(server.url());
        CHECK(delivery.outcome == Outcome::try_later);
        CHECK_FALSE(delivery.said.empty());
        CHECK(server.taken() == 0);
    }
    TestServer const server{"drop_answer"};
    CHECK(send(server.url()).outcome == Outcome::unsure);
    CHECK(server.taken() == 1);
}

TEST_CASE("nobody there: later")
{
    std::string gone;
    {
        TestServer const server{"take"};
        gone = server.url();
    }
    CHECK(send(gone).outcome == Outcome::try_later);
    std::stop_source stopped;
    stopped.request_stop();
    TestServer const server{"take"};
    auto const transport = open_transport(server.url(), {}).value();
    CHECK(transport->deliver(envelope, stopped.get_token()).outcome != Outcome::refused);
}

TEST_CASE("signing in; a wrong password is ours to mend, not the end of the message")
{
    TestServer const server{"take", {"--login", "weefsel", "geheim"}};
    CHECK(send(server.url(), {.user = "weefsel", .password = "geheim"}).outcome == Outcome::sent);
    CHECK(text_of(server.read("1.json"), "login") == "weefsel");
    auto const wrong = send(server.url(), {.user = "weefsel", .password = "onjuist"});
    CHECK(wrong.outcome == Outcome::try_later);
    CHECK(wrong.said == "535 5.7.8");
    CHECK(server.taken() == 1);
}

TEST_CASE("without TLS nothing goes where TLS is wanted, and not without a certificate that holds")
{
    TestServer const plain{"take"};
    auto const refused = send(plain.url(), {.user = "a", .password = "b", .tls = Tls::always});
    CHECK(refused.outcome == Outcome::try_later);
    CHECK(plain.taken() == 0);

    file::TestCertificate const certificate;
    file::TestCertificate const other;
    for (std::string const kind : {"starttls", "wrapped"}) {
        CAPTURE(kind);
        TestServer const server{"take",
                                {"--tls", kind, certificate.file, certificate.key, "--login", "weefsel", "geheim"}};
        auto const scheme = kind == "wrapped" ? "smtps" : "smtp";
        Options options{.user = "weefsel", .password = "geheim", .certificates = certificate.file, .tls = Tls::always};
        CHECK(send(server.url("127.0.0.1", scheme), options).outcome == Outcome::sent);
        REQUIRE(server.taken() == 1);
        CHECK(server.read("1.json").find("\"secure\": true") != std::string::npos);
        CHECK(send(server.url("localhost", scheme), options).outcome == Outcome::try_later); // another name
        options.certificates = other.file;
        CHECK(send(server.url("127.0.0.1", scheme), options).outcome == Outcome::try_later);
        options.certificates.clear();
        CHECK(send(server.url("127.0.0.1", scheme), options).outcome == Outcome::try_later);
        CHECK(server.taken() == 1);
    }
}

} // namespace
} // namespace wf::mail
