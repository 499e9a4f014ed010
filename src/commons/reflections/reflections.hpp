// SPDX-License-Identifier: EUPL-1.2
// A reflection log: what a member of a studio writes for themselves. Nobody else reads it, also not an administrator, unless its writer
// shares it; then the members of the workspace read the words and not whose they are, until it is taken back.
//
// The words are sealed with the key of their writer and nothing about them stands in the trail: not that something was written either.
// Who writes is given with every call; what belongs to somebody else is not found.
#pragma once

#include "base/result.hpp"
#include "commons/trail/person_keys.hpp"
#include "platform/store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reflections {

[[nodiscard]] std::vector<store::Migration> migrations();

inline constexpr std::size_t longest_reflection = 4000; ///< characters
inline constexpr std::int64_t most_of_one_person = 500; ///< in one studio

/// A studio as somebody writes in it.
struct Place {
    std::string workspace_id;
    std::string studio_id;
    std::string person_id; ///< who asks; an account
};

struct Reflection {
    std::string id; ///< empty of what others shared: it would tell the moment
    std::string words;
    std::string written_on;
    std::string shared_on; ///< empty: private

    [[nodiscard]] bool is_shared() const { return !shared_on.empty(); }
};

/// Errors: reflection.no_words, reflection.too_long, reflection.too_many, those of PersonKeys::find.
Result<void> write(store::Session& session, trail::PersonKeys const& keys, Place const& place, std::string_view words);
/// One's own, newest first.
[[nodiscard]] Result<std::vector<Reflection>> list_own(store::Session& session, trail::PersonKeys const& keys,
                                                       Place const& place);
/// What somebody shared, oneself too, by the day of that and then in an order that tells nothing. What a destroyed key hides is left out.
[[nodiscard]] Result<std::vector<Reflection>> list_shared(store::Session& session, trail::PersonKeys const& keys,
                                                          Place const& place);
/// Error of these three: reflection.unknown (not there, or of somebody else).
Result<void> share(store::Session& session, Place const& place, std::string_view id);
Result<void> take_back(store::Session& session, Place const& place, std::string_view id);
/// For good: the room that it had in the file is overwritten.
Result<void> remove(store::Session& session, Place const& place, std::string_view id);

/// All of one person in all workspaces, for who takes their data along.
struct Kept {
    std::string workspace_id;
    std::string studio_id;
    Reflection reflection;
};
[[nodiscard]] Result<std::vector<Kept>> list_of_person(store::Session& session, trail::PersonKeys const& keys,
                                                       std::string_view person);
void forget_person(store::Session& session, std::string_view person);

} // namespace wf::reflections
