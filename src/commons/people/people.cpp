// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"
#include "base/text.hpp"
#include "commons/people/row_parts.hpp"
#include "commons/workspaces/workspaces.hpp"

#include <algorithm>

namespace wf::embedded::commons_people {
std::string_view find(std::string_view name);
}

namespace wf::people {

std::vector<store::Migration> migrations()
{
    return {{"0032_people", std::string{embedded::commons_people::find("schema.sql")}}};
}

Result<std::string> read_mail(std::string_view text)
{
    Error const refusal{Trouble::bad_input, "people.bad_mail", "mail", "as in naam@voorbeeld.nl"};
    auto const mail = trim(text);
    auto const at = mail.find('@');
    constexpr std::size_t longest = 254;
    if (at == std::string_view::npos || at == 0 || at > 64 || mail.size() > longest) return refusal;
    auto const local = mail.substr(0, at);
    auto const domain = mail.substr(at + 1);
    auto const is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    auto const fits = [&](std::string_view part, std::string_view more) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [&](char c) {
            return is_plain(c) || more.find(c) != std::string_view::npos;
        });
    };
    auto const has_empty_piece = [](std::string_view part) {
        return part.front() == '.' || part.back() == '.' || part.find("..") != std::string_view::npos;
    };
    if (!fits(local, ".!#$%&'*+/=?^_`{|}~-") || !fits(domain, ".-")) return refusal;
    if (has_empty_piece(local) || has_empty_piece(domain) || domain.find('.') == std::string_view::npos) return refusal;
    if (domain.front() == '-' || domain.back() == '-') return refusal;
    return fold_case(mail);
}

std::string moment(std::int64_t millis)
{
    return Timestamp{millis}.to_iso();
}

std::string place_of(std::string_view column, std::string_view id)
{
    return std::string{column} + ":" + std::string{id};
}

Result<void> tell(store::Session& session, House const& house, std::string_view workspace, std::string_view actor,
                  std::string_view action, std::string_view kind, std::string_view record,
                  std::vector<trail::Change> changes)
{
    std::string where{workspace};
    if (where.empty()) {
        auto const top = workspaces::find_top(session);
        if (!top) return Error{Trouble::conflict, "people.no_top", "", "the first set-up was not finished"};
        where = top->id;
    }
    trail::Entry entry{std::move(where),  std::string{actor},  std::string{action},
                       std::string{kind}, std::string{record}, std::move(changes)};
    return house.trail().add(session, entry);
}

} // namespace wf::people
