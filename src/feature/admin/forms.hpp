// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask.
#pragma once

#include "commons/people/accounts.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/web/form.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wf::admin {

inline Result<void> is_workspace_name(std::string_view text)
{
    if (workspaces::make_address(text).empty()) return Error{Trouble::bad_input, "admin.bad_name", "naam", ""};
    return {};
}

/// The option of a choice that may be left open.
inline constexpr std::string_view none = "-";

struct WorkspaceForm {
    std::string name;
    std::string kind;
    std::string area{none};
    std::string mail;
    std::vector<web::Option> kinds;
    std::vector<web::Option> municipalities; ///< none imported: it is not asked
};
inline void fields(web::FormVisitor& f, WorkspaceForm& x)
{
    f.text({.name = "naam", .most = 80}, x.name, is_workspace_name);
    f.one_of({.name = "soort"}, x.kind, x.kinds);
    if (!x.municipalities.empty())
        f.one_of({.name = "gemeente", .presence = web::Presence::optional}, x.area, x.municipalities);
    f.text({.name = "mail", .most = 254, .type = "email"}, x.mail, people::is_mail);
}

struct InviteForm {
    std::string mail;
};
inline void fields(web::FormVisitor& f, InviteForm& x)
{
    f.text({.name = "mail", .most = 254, .type = "email"}, x.mail, people::is_mail);
}

struct SettingsForm {
    std::string place;
    std::string municipality;
    std::vector<web::Option> municipalities;
    bool asks_place{true};
    bool asks_municipality{true};
};
inline void fields(web::FormVisitor& f, SettingsForm& x)
{
    if (x.asks_place) f.text({.name = "plaats", .presence = web::Presence::optional, .most = 60}, x.place);
    if (x.asks_municipality) f.one_of({.name = "gemeente"}, x.municipality, x.municipalities);
}

} // namespace wf::admin
