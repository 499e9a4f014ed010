// SPDX-License-Identifier: EUPL-1.2
// What something else is about: a plan or a studio of the same workspace, named by its kind and id. Nothing at all is also an answer.
//
// As one text in forms and addresses: "plan:0190...", "studio:0190...", or empty. A plan that is still a draft is no work yet.
#pragma once

#include "base/result.hpp"
#include "platform/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::work {

enum class Kind { none, plan, studio };
[[nodiscard]] std::string_view to_word(Kind kind); ///< none: empty
[[nodiscard]] std::optional<Kind> read_kind(std::string_view word);

struct Work {
    Kind kind{Kind::none};
    std::string id{};

    [[nodiscard]] std::string to_text() const;
    friend bool operator==(Work const&, Work const&) = default;
};
/// Error: work.unknown (not of that form).
Result<Work> read(std::string_view text);

struct Named {
    Work work;
    std::string title;
    std::string below; ///< its page, below the address of its workspace: "/plannen/0190..."
};
/// Nothing for what is not there, for a draft, and for no work at all.
[[nodiscard]] std::optional<Named> find(store::Session& session, std::string_view workspace, Work const& work);
/// Studios, then plans that began, each in the order of their own lists; for somebody to choose from.
[[nodiscard]] std::vector<Named> list(store::Session& session, std::string_view workspace);
/// Error: work.unknown, when it is named and not there.
Result<void> check(store::Session& session, std::string_view workspace, Work const& work);

} // namespace wf::work
