// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "platform/file/test_process.hpp"
#include "platform/json/json.hpp"
#include "platform/mail/mail.hpp"

#include <doctest/doctest.h>

namespace wf::mail {
namespace {

Sender const sender{"weefsel@example.org", "Weefsel Kampen"};
Timestamp const moment = Timestamp::parse("2026-11-21T20:35:05Z").value();

Message message_of(std::string subject, std::string text)
{
    return {"j.jansen@Example.NL", std::move(subject), std::move(text), "01900000-0000-7000-8000-00000000000a"};
}

std::string write(std::string const& subject, std::string const& text, Sender const& from = sender)
{
    return write_message(message_of(subject, text), from, moment).value();
}

/// What Python's library for mail makes of it.
json::Value read_with_python(std::string const& bytes)
{
    file::TestProcess python{
        {"python3", "-c",
         "import sys, json, email, email.policy\n"
         "m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)\n"
         "f = m['From'].addresses[0]\n"
         "print(json.dumps({'subject': m['Subject'], 'name': f.display_name, 'from': f.addr_spec,\n"
         "  'to': m['To'].addresses[0].addr_spec, 'id': m['Message-ID'], 'date': m['Date'].datetime.isoformat(),\n"
         "  'text': m.get_content().replace('\\r\\n', '\\n'), 'headers': ' '.join(m.keys()), 'defects': len(m.defects),\n"
         "  'auto': m['Auto-Submitted'], 'type': m.get_content_type()}))"}};
    python.write(bytes);
    python.close_input();
    return json::read(python.rest()).value();
}

std::string text_of(json::Value const& value, std::string_view key)
{
    auto const* found = value.find(key);
    REQUIRE(found != nullptr);
    REQUIRE(found->text() != nullptr);
    return *found->text();
}

TEST_CASE("a message, byte for byte")
{
    CHECK(write("Welkom", "Beste Jan,\n\nTot ziens.\n") ==
          "Date: Sat, 21 Nov 2026 20:35:05 +0000\r\n"
          "From: Weefsel Kampen\r\n"
          " <weefsel@example.org>\r\n"
          "To: <j.jansen@example.nl>\r\n"
          "Message-ID: <01900000-0000-7000-8000-00000000000a@example.org>\r\n"
          "Subject: Welkom\r\n"
          "Auto-Submitted: auto-generated\r\n"
          "MIME-Version: 1.0\r\n"
          "Content-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: quoted-printable\r\n"
          "\r\n"
          "Beste Jan,\r\n"
          "\r\n"
          "Tot ziens.\r\n");
}

TEST_CASE("another program reads what was written")
{
    std::string const long_word(200, 'x');
    std::string const text =
        "Caf\xc3\xa9 \xe2\x82\xac 5 = veel\n.\n..\nblank aan het eind \n\ttab\t\n" + long_word +
        "\nFrom hier\n\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\n";
    for (
        std::string const& subject :
        {std::string{"Welkom"}, std::string{"Een uitnodiging van caf\xc3\xa9 \xe2\x80\x98t Hoekje"},
         std::string{"=?UTF-8?Q?not_a_word?="}, std::string(60, 'a'), std::string(61, 'a'), std::string(400, 'b'),
         std::string{"een twee "} + std::string(90, 'c') + " drie",
         std::string{
             "\xf0\x9f\x9a\xb6 a \xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6\xf0\x9f\x9a\xb6"}}) {
        CAPTURE(subject);
        auto const bytes = write(subject, text, {"Weefsel@Example.org", "Caf\xc3\xa9, \"Weefsel\""});
        for (auto const line : split(bytes, '\n')) {
            CHECK(line.size() <= 77); // 76 and the CR
            CHECK((line.empty() || line.ends_with('\r')));
        }
        auto const read = read_with_python(bytes);
        CHECK(text_of(read, "subject") == subject);
        CHECK(text_of(read, "name") == "Caf\xc3\xa9, \"Weefsel\"");
        CHECK(text_of(read, "from") == "Weefsel@example.org");
        CHECK(text_of(read, "to") == "j.jansen@example.nl");
        CHECK(text_of(read, "date") == "2026-11-21T20:35:05+00:00");
        CHECK(text_of(read, "id") == "<01900000-0000-7000-8000-00000000000a@example.org>");
        CHECK(text_of(read, "auto") == "auto-generated");
        CHECK(text_of(read, "type") == "text/plain");
        CHECK(text_of(read, "text") == text);
        CHECK(read.find("defects")->number() == 0.0);
        CHECK(text_of(read, "headers") ==
              "Date From To Message-ID Subject Auto-Submitted MIME-Version Content-Type Content-Transfer-Encoding");
    }
}

TEST_CASE("days of the week and short days")
{
    auto const date_of = [](std::string_view when) {
        auto const bytes = write_message(message_of("a", "b"), sender, Timestamp::parse(when).value()).value();
        return bytes.substr(6, bytes.find('\r') - 6);
    };
    // RFC 9110, 5.6.7 names this moment; RFC 5322 wants the offset in digits.
    CHECK(date_of("1994-11-06T08:49:37Z") == "Sun, 6 Nov 1994 08:49:37 +0000");
    CHECK(date_of("2024-02-29T23:59:59Z") == "Thu, 29 Feb 2024 23:59:59 +0000");
}

TEST_CASE("a line end in an address or a subject is no way to another header")
{
    auto const refuse = [](Message const& message) {
        auto const written = write_message(message, sender, moment);
        REQUIRE_FALSE(written);
        CHECK(check(message).error().code == written.error().code);
        return written.error().code;
    };
    auto message = message_of("a", "b");
    for (std::string const bad : {"a\r\nBcc: x@example.org", "a\nb", "a\rb", "a\tb", "", "  ", "\xff"}) {
        message.subject = bad;
        CHECK(refuse(message) == "mail.bad_subject");
    }
    message.subject = std::string(401, 'a');
    CHECK(refuse(message) == "mail.bad_subject");
    message.subject = "a";
    for (std::string const bad :
         {"a@example.org\r\nBcc: x@example.org", "a@example.org>", "a@example.org, b@example.org"}) {
        message.to = bad;
        CHECK(refuse(message) == "mail.bad_address");
    }
    message.to = "a@example.org";
    message.text = "\xff";
    CHECK(refuse(message) == "mail.bad_text");
    message.text = std::string((256U << 10) + 1, 'a');
    CHECK(refuse(message) == "mail.bad_text");

    CHECK(check(Sender{"nobody", ""}).error().field == "address");
    CHECK(check(Sender{"a@example.org", "a\r\nb"}).error().field == "name");
    CHECK(check(Sender{"a@example.org", "a\r\nb"}).error().code == "mail.bad_sender");
    CHECK(check(Sender{"a@example.org", ""}).has_value());
}

} // namespace
} // namespace wf::mail
