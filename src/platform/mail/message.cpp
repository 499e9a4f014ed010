// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "platform/mail/address.hpp"
#include "platform/mail/mail.hpp"
#include "platform/secret/token.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace wf::mail {
namespace {

constexpr std::size_t longest_subject = 400;
constexpr std::size_t longest_text = 256U << 10;
constexpr std::size_t longest_line = 76; // RFC 2045 and 2047
/// Bytes in one encoded word: 52 characters in base64, so that one fits beside "Subject: ".
constexpr std::size_t bytes_in_word = 39;

bool is_control(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool is_one_line(std::string_view text)
{
    return is_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
}

bool begins_character(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
}

std::string to_base64(std::string_view bytes)
{
    auto text = secret::to_base64url(bytes);
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    text.append((4 - text.size() % 4) % 4, '=');
    return text;
}

/// RFC 2047: each word on a line of its own, and no character over two of them.
std::string to_encoded_words(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        auto size = std::min(text.size(), bytes_in_word);
        while (size < text.size() && !begins_character(text[size])) --size;
        if (!out.empty()) out += "\r\n ";
        out.append("=?UTF-8?B?").append(to_base64(text.substr(0, size))).append("?=");
        text.remove_prefix(size);
    }
    return out;
}

/// As it is when every mail program reads it so; in encoded words otherwise.
std::string to_header_text(std::string_view text)
{
    bool const plain = text.size() <= 60 && trim(text) == text && text.find("=?") == std::string_view::npos &&
                       std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; });
    return plain ? std::string{text} : to_encoded_words(text);
}

std::string to_mailbox(Sender const& sender)
{
    auto const is_plain = [](char c) {
        return c == ' ' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    if (sender.name.empty()) return sender.address;
    bool const plain =
        std::all_of(sender.name.begin(), sender.name.end(), is_plain) && to_header_text(sender.name) == sender.name;
    // The address on a line of its own: a name and an address may both be long.
    return (plain ? sender.name : to_encoded_words(sender.name)) + "\r\n <" + sender.address + ">";
}

/// RFC 2045, 6.7: also the signs that old relays change, and blanks at the end of a line.
void write_line(std::string& out, std::string_view line)
{
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::size_t used = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        char const c = line[i];
        bool const last = i + 1 == line.size();
        bool const plain = (c > ' ' && c < 0x7f && c != '=') || ((c == ' ' || c == '\t') && !last);
        std::size_t const wanted = plain ? 1 : 3;
        if (used + wanted > longest_line - 1) {
            out += "=\r\n";
            used = 0;
        }
        if (plain) {
            out += c;
        } else {
            auto const byte = static_cast<unsigned char>(c);
            out += {'=', hexadecimal[byte >> 4U], hexadecimal[byte & 15U]};
        }
        used += wanted;
    }
    out += "\r\n";
}

std::string to_quoted_printable(std::string_view text)
{
    std::string out;
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (auto line : split(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        write_line(out, line);
    }
    return out;
}

std::string two_digits(std::int64_t number)
{
    auto const text = std::to_string(number);
    return text.size() < 2 ? "0" + text : text;
}

/// RFC 5322, 3.3: "Sat, 21 Nov 2026 20:35:25 +0000".
std::string to_mail_date(Timestamp now)
{
    constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const date = now.utc_date();
    auto const seconds = now.unix_millis() / 1000 - date.days_since_epoch() * 86'400;
    std::string text{days.at(static_cast<std::size_t>(date.iso_weekday() - 1))};
    text += ", " + std::to_string(date.day()) + " ";
    text += months.at(static_cast<std::size_t>(date.month() - 1));
    text += " " + std::to_string(date.year()) + " " + two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) +
            ":" + two_digits(seconds % 60) + " +0000";
    return text;
}

} // namespace

Result<void> check(Message const& message)
{
    WF_TRY(auto const address, read_address(message.to));
    if (message.subject.size() > longest_subject || trim(message.subject).empty() || !is_one_line(message.subject))
        return Error{Trouble::bad_input, "mail.bad_subject", "", "a subject is one line of at most 400 bytes of UTF-8"};
    if (message.text.size() > longest_text || !is_utf8(message.text) || message.text.find('\0') != std::string::npos)
        return Error{Trouble::bad_input, "mail.bad_text", "", "a message is text in UTF-8 of at most 256 KiB"};
    return {};
}

Result<void> check(Sender const& sender)
{
    auto const address = read_address(sender.address);
    if (!address) return Error{Trouble::bad_input, "mail.bad_sender", "address", address.error().detail};
    if (sender.name.size() > longest_subject || !is_one_line(sender.name))
        return Error{Trouble::bad_input, "mail.bad_sender", "name", "a name is one line of at most 400 bytes of UTF-8"};
    return {};
}

Result<std::string> write_message(Message const& message, Sender const& sender, Timestamp now)
{
    WF_TRY_VOID(check(message));
    WF_TRY_VOID(check(sender));
    WF_CHECK(!message.id.empty() && std::all_of(message.id.begin(), message.id.end(), [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }));
    WF_TRY(auto const to, read_address(message.to));
    WF_TRY(auto const from, read_address(sender.address));
    std::string out;
    out.append("Date: ").append(to_mail_date(now)).append("\r\n");
    out.append("From: ").append(to_mailbox({from, sender.name})).append("\r\n");
    out.append("To: <").append(to).append(">\r\n");
    out.append("Message-ID: <").append(message.id).append(from.substr(from.find('@'))).append(">\r\n");
    out.append("Subject: ").append(to_header_text(message.subject)).append("\r\n");
    out.append("Auto-Submitted: auto-generated\r\n"); // RFC 3834: no answer of an absence comes back
    out.append("MIME-Version: 1.0\r\n"
               "Content-Type: text/plain; charset=utf-8\r\n"
               "Content-Transfer-Encoding: quoted-printable\r\n"
               "\r\n");
    return out + to_quoted_printable(message.text);
}

} // namespace wf::mail
