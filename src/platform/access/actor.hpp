// SPDX-License-Identifier: EUPL-1.2
// Who is asking, and as what: the roles that people have, and in which workspaces.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::access {

/// Guest and resident need no account: everybody is both. The others are given to a person in one workspace.
enum class Role : std::uint8_t {
    guest,
    resident,
    volunteer,
    worker,
    researcher,
    coordinator,
    procurement,
    administrator
};
inline constexpr std::array all_roles{Role::guest,      Role::resident,    Role::volunteer,   Role::worker,
                                      Role::researcher, Role::coordinator, Role::procurement, Role::administrator};
[[nodiscard]] std::string_view to_word(Role role);
[[nodiscard]] std::optional<Role> read_role(std::string_view word);

class Roles {
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles)
    {
        for (auto const role : roles) add(role);
    }
    constexpr void add(Role role) { m_bits = static_cast<std::uint16_t>(m_bits | bit(role)); }
    constexpr void add(Roles more) { m_bits = static_cast<std::uint16_t>(m_bits | more.m_bits); }
    constexpr void remove(Role role) { m_bits = static_cast<std::uint16_t>(m_bits & ~bit(role)); }
    [[nodiscard]] constexpr bool has(Role role) const { return (m_bits & bit(role)) != 0; }
    [[nodiscard]] constexpr bool has_any(Roles of) const { return (m_bits & of.m_bits) != 0; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    friend constexpr bool operator==(Roles, Roles) = default;

private:
    static constexpr std::uint16_t bit(Role role)
    {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(role));
    }
    std::uint16_t m_bits{0};
};

/// "worker,researcher", in the order of the roles; empty for none.
[[nodiscard]] std::string to_words(Roles roles);
/// Unknown words are left out.
[[nodiscard]] Roles read_roles(std::string_view words);

/// What every visitor may do as.
inline constexpr Roles everybody{Role::guest, Role::resident};

struct Membership {
    std::string workspace_id;
    std::string address; ///< of the workspace, in links: "wmo-werkplaats-zwolle"
    std::string name;    ///< of the workspace
    Roles roles;
    bool is_top{false}; ///< the workspace above all others, whose administrators keep the installation
};

/// One who asks. Without an account all is empty.
struct Actor {
    std::string person_id;
    std::string name;
    std::string session_id;  ///< what is stored of it, never the token itself
    std::string form_word;   ///< what a form must send back (CSRF); belongs to the session
    bool two_factors{false}; ///< proved with a code, too
    std::vector<Membership> memberships;

    [[nodiscard]] bool has_account() const { return !person_id.empty(); }
    /// In that workspace, by its address; nullptr when this person has no part in it.
    [[nodiscard]] Membership const* in(std::string_view workspace_address) const;
    [[nodiscard]] Membership const* top() const;
};

[[nodiscard]] Actor const& nobody();

} // namespace wf::access
