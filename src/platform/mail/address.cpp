// SPDX-License-Identifier: EUPL-1.2
#include "platform/mail/address.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace wf::mail {
namespace {

constexpr std::size_t longest_address = 254; // RFC 3696, erratum 1690
constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_label = 63;

Error bad(std::string what)
{
    return {Trouble::bad_input, "mail.bad_address", "", std::move(what)};
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool may_stand_in_name(char c)
{
    constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~";
    return is_letter_or_digit(c) || signs.find(c) != std::string_view::npos;
}

Result<void> check_name(std::string_view name)
{
    if (name.empty()) return bad("nothing stands before the @");
    if (name.size() > longest_name) return bad("more than 64 characters stand before the @");
    for (auto const piece : split(name, '.')) {
        if (piece.empty()) return bad("a dot before the @ stands first, last or beside another dot");
        if (!std::all_of(piece.begin(), piece.end(), may_stand_in_name))
            return bad("a character before the @ cannot stand in a mail address");
    }
    return {};
}

Result<void> check_domain(std::string_view domain)
{
    auto const labels = split(domain, '.');
    if (labels.size() < 2) return bad("a domain such as example.org is wanted after the @");
    for (auto const label : labels) {
        if (label.empty()) return bad("a dot after the @ stands first, last or beside another dot");
        if (label.size() > longest_label) return bad("a part of the domain is longer than 63 characters");
        if (label.front() == '-' || label.back() == '-') return bad("a part of the domain begins or ends with a -");
        auto const allowed = [](char c) { return is_letter_or_digit(c) || c == '-'; };
        if (!std::all_of(label.begin(), label.end(), allowed))
            return bad("the domain may have letters without accents, digits, - and dots; write others as xn--...");
    }
    if (std::all_of(labels.back().begin(), labels.back().end(), is_digit))
        return bad("a domain such as example.org is wanted after the @, not numbers");
    return {};
}

} // namespace

Result<std::string> read_address(std::string_view text)
{
    auto const address = trim(text);
    if (address.size() > longest_address) return bad("a mail address has at most 254 characters");
    auto const at = address.find('@');
    if (at == std::string_view::npos) return bad("a mail address has an @, as in name@example.org");
    if (address.find('@', at + 1) != std::string_view::npos) return bad("one address with one @ is wanted");
    WF_TRY_VOID(check_name(address.substr(0, at)));
    WF_TRY_VOID(check_domain(address.substr(at + 1)));
    std::string read{address};
    std::transform(read.begin() + static_cast<std::ptrdiff_t>(at), read.end(),
                   read.begin() + static_cast<std::ptrdiff_t>(at),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return read;
}

} // namespace wf::mail
