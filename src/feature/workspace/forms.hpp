// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask.
#pragma once

#include "commons/people/accounts.hpp"
#include "platform/secret/password.hpp"
#include "platform/secret/wiped.hpp"
#include "platform/web/form.hpp"

#include <string>
#include <vector>

namespace wf::workspace_pages {

struct InviteForm {
    std::string mail;
    std::vector<std::string> roles;
    std::vector<web::Option> role_options;
};
inline void fields(web::FormVisitor& f, InviteForm& x)
{
    f.text({.name = "mail", .most = 254, .type = "email"}, x.mail, people::is_mail);
    f.any_of({.name = "rollen"}, x.roles, x.role_options);
}

/// Many at once: a table whose header has the names of InviteForm.
struct InviteListForm {
    std::string list;
};
inline void fields(web::FormVisitor& f, InviteListForm& x)
{
    f.lines({.name = "lijst", .most = 40'000}, x.list);
}

struct RolesForm {
    std::vector<std::string> roles;
    std::vector<web::Option> role_options;
};
inline void fields(web::FormVisitor& f, RolesForm& x)
{
    f.any_of({.name = "rollen"}, x.roles, x.role_options);
}

struct BeginForm {
    std::string code;
    std::string name;
    std::string mail;
    secret::Wiped password;
    std::string place;
};
inline void fields(web::FormVisitor& f, BeginForm& x)
{
    f.text({.name = "code", .most = 100}, x.code);
    f.text({.name = "naam", .most = 100, .autocomplete = "name"}, x.name);
    f.text({.name = "mail", .most = 254, .type = "email", .autocomplete = "username"}, x.mail, people::is_mail);
    f.secret({.name = "wachtwoord", .most = 1000, .autocomplete = "new-password"}, x.password,
             [&](std::string_view text) {
                 std::vector<std::string> const about{x.name, x.mail, x.place};
                 return secret::check_password(text, about);
             });
}

} // namespace wf::workspace_pages
