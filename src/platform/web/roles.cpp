// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/roles.hpp"

namespace wf::web {

std::string role_word(words::Words const& t, access::Role role)
{
    return std::string{t("role." + std::string{access::to_word(role)})};
}

std::string role_list(words::Words const& t, access::Roles roles)
{
    std::string list;
    for (auto const role : access::all_roles) {
        if (!roles.has(role)) continue;
        if (!list.empty()) list += ", ";
        list += role_word(t, role);
    }
    return list;
}

} // namespace wf::web
