// SPDX-License-Identifier: EUPL-1.2
// Who may do what with which kind of record: one table, data/rights.json, and nothing is allowed that does not stand in it.
#pragma once

#include "base/result.hpp"
#include "platform/access/actor.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::access {

enum class Action { read, add, change, remove, review, manage };
inline constexpr std::array all_actions{Action::read,   Action::add,    Action::change,
                                        Action::remove, Action::review, Action::manage};
[[nodiscard]] std::string_view to_word(Action action);

/// What a route does: an action on a kind of record. Default: nothing was said, so nobody may.
struct Needs {
    Action action{Action::manage};
    std::string_view kind;
};

/// Where the roles of a person are looked for.
enum class Where {
    everywhere, ///< open to all: no workspace is asked for
    workspace,  ///< in the workspace that the address names
    top,        ///< in the workspace above all others
    own         ///< about oneself: any account may
};

enum class Verdict {
    allowed,
    needs_login,  ///< nobody is known yet
    needs_factor, ///< a role that would do counts only after a second proof of who it is
    refused
};

class Rights {
public:
    struct Line {
        Action action;
        Roles roles; ///< empty when any account will do (Where::own)
    };
    struct Kind {
        std::string name; ///< "membership"
        std::string nl, en;
        Where where{Where::everywhere};
        std::vector<Line> lines;
    };

    /// The table of this program. A table that cannot be read is a bug.
    static Rights const& built_in();
    /// Errors: json.*, access.bad_rights (field = where in the file).
    static Result<Rights> read(std::string_view bytes);

    /// `workspace`: the address that the request names; empty when it names none.
    [[nodiscard]] Verdict judge(Actor const& actor, Needs const& needs, std::string_view workspace) const;
    [[nodiscard]] bool may(Actor const& actor, Needs const& needs, std::string_view workspace = {}) const
    {
        return judge(actor, needs, workspace) == Verdict::allowed;
    }
    /// Does the table know this action on this kind? A route that asks for another one stops the program at start.
    [[nodiscard]] bool knows(Needs const& needs) const;
    [[nodiscard]] Kind const* find(std::string_view kind) const;
    [[nodiscard]] std::vector<Kind> const& kinds() const { return m_kinds; }
    /// Roles that count only for who proved with a second factor who they are.
    [[nodiscard]] Roles careful() const { return m_careful; }

private:
    std::vector<Kind> m_kinds;
    Roles m_careful;
};

/// The whole table as Markdown, for docs/reference/rights.md.
[[nodiscard]] std::string to_markdown(Rights const& rights);

} // namespace wf::access
