// SPDX-License-Identifier: EUPL-1.2
// What the forms of this feature ask.
#pragma once

#include "commons/people/accounts.hpp"
#include "platform/secret/password.hpp"
#include "platform/secret/wiped.hpp"
#include "platform/web/form.hpp"

#include <string>
#include <vector>

namespace wf::account {

struct LoginForm {
    std::string mail;
    secret::Wiped password;
};
inline void fields(web::FormVisitor& f, LoginForm& x)
{
    f.text({.name = "mail", .most = 254, .type = "email", .autocomplete = "username"}, x.mail);
    f.secret({.name = "wachtwoord", .most = 1000, .autocomplete = "current-password"}, x.password);
}

struct CodeForm {
    std::string code;
};
inline void fields(web::FormVisitor& f, CodeForm& x)
{
    f.text({.name = "code", .most = 40, .autocomplete = "one-time-code"}, x.code);
}

struct WelcomeForm {
    std::string name;
    secret::Wiped password;
    std::vector<std::string> about; ///< words that the password must not be made of
};
inline void fields(web::FormVisitor& f, WelcomeForm& x)
{
    f.text({.name = "naam", .most = 100, .autocomplete = "name"}, x.name);
    f.secret({.name = "wachtwoord", .most = 1000, .autocomplete = "new-password"}, x.password,
             [&](std::string_view text) {
                 auto about = x.about;
                 about.push_back(x.name);
                 return secret::check_password(text, about);
             });
}

struct MailForm {
    std::string mail;
};
inline void fields(web::FormVisitor& f, MailForm& x)
{
    f.text({.name = "mail", .most = 254, .type = "email", .autocomplete = "username"}, x.mail, people::is_mail);
}

struct NewPasswordForm {
    secret::Wiped password;
    std::vector<std::string> about;
};
inline void fields(web::FormVisitor& f, NewPasswordForm& x)
{
    f.secret({.name = "wachtwoord", .most = 1000, .autocomplete = "new-password"}, x.password,
             [&](std::string_view text) { return secret::check_password(text, x.about); });
}

struct ChangePasswordForm {
    secret::Wiped old_password;
    NewPasswordForm fresh;
};
inline void fields(web::FormVisitor& f, ChangePasswordForm& x)
{
    f.secret({.name = "huidig", .most = 1000, .autocomplete = "current-password"}, x.old_password);
    fields(f, x.fresh);
}

struct NameForm {
    std::string name;
};
inline void fields(web::FormVisitor& f, NameForm& x)
{
    f.text({.name = "naam", .most = 100, .autocomplete = "name"}, x.name);
}

/// A code from the phone, with the password again: who finds a browser open cannot put a phone of their own in its place.
struct ConfirmCodeForm {
    std::string code;
    secret::Wiped password;
    bool asks_password{true};
};
inline void fields(web::FormVisitor& f, ConfirmCodeForm& x)
{
    f.text({.name = "code", .most = 40, .autocomplete = "one-time-code", .input_mode = "numeric"}, x.code);
    if (x.asks_password) f.secret({.name = "wachtwoord", .most = 1000, .autocomplete = "current-password"}, x.password);
}

struct PasswordForm {
    secret::Wiped password;
};
inline void fields(web::FormVisitor& f, PasswordForm& x)
{
    f.secret({.name = "wachtwoord", .most = 1000, .autocomplete = "current-password"}, x.password);
}

/// How somebody proves again who asks: those who have no password by their code, or by having come through their organisation just now.
enum class Again { password, code, fresh_login };
struct EndLoginsForm {
    std::string which;
    std::vector<web::Option> logins{};
    Again again{Again::password};
    secret::Wiped password{};
    std::string code{};
};
inline void fields(web::FormVisitor& f, EndLoginsForm& x)
{
    f.one_of({.name = "login"}, x.which, x.logins);
    if (x.again == Again::password)
        f.secret({.name = "wachtwoord", .most = 1000, .autocomplete = "current-password"}, x.password);
    if (x.again == Again::code) f.text({.name = "code", .most = 40, .autocomplete = "one-time-code"}, x.code);
}

struct LeaveForm {
    bool is_sure{false};
    secret::Wiped password;
    bool asks_password{true};
};
inline void fields(web::FormVisitor& f, LeaveForm& x)
{
    f.yes({.name = "zeker"}, x.is_sure);
    if (x.asks_password) f.secret({.name = "wachtwoord", .most = 1000, .autocomplete = "current-password"}, x.password);
}

} // namespace wf::account
