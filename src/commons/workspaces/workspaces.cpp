// SPDX-License-Identifier: EUPL-1.2
#include "commons/workspaces/workspaces.hpp"

#include "base/check.hpp"
#include "base/text.hpp"

#include <array>

namespace wf::embedded::commons_workspaces {
std::string_view find(std::string_view name);
}

namespace wf::workspaces {
namespace {

constexpr std::array kinds{Kind::association, Kind::werkplaats, Kind::municipality, Kind::provider};

} // namespace

std::string_view to_word(Kind kind)
{
    switch (kind) {
    case Kind::association: return "association";
    case Kind::werkplaats: return "werkplaats";
    case Kind::municipality: return "municipality";
    case Kind::provider: return "provider";
    }
    throw Bug{"a kind of workspace that is none"};
}

std::optional<Kind> read_kind(std::string_view word)
{
    for (auto const kind : kinds) {
        if (to_word(kind) == word) return kind;
    }
    return std::nullopt;
}

std::vector<store::Migration> migrations()
{
    return {{"0029_workspace", std::string{embedded::commons_workspaces::find("schema.sql")}}};
}

std::string make_address(std::string_view name)
{
    constexpr std::size_t longest = 60;
    std::string address;
    for (char const c : sort_key(name)) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) address += c;
        else if (!address.empty() && address.back() != '-') address += '-';
        if (address.size() == longest) break;
    }
    while (!address.empty() && address.back() == '-') address.pop_back();
    return address;
}

} // namespace wf::workspaces
