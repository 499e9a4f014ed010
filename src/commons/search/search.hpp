// SPDX-License-Identifier: EUPL-1.2
// Question: which records of a workspace hold all of these words, in any form, or words that mean the same?
//
// Each room says what can be sought of its records when it writes them, in the same transaction: two kinds of record when some of its
// words are not for everybody. Words are Dutch stems (Snowball); of words that mean the same (data/synonyms.json) the first one's stem is
// kept, so that each finds the others. A record is found when it holds every word sought, the first four of them.
// Cost: one lookup in an index for each word, then as many as the rarest word has records. When even that one stands in thousands, the
// records are walked from the newest until a page is full, and counting stops at a number that says enough.
#pragma once

#include "platform/store/store.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::search {

struct Record {
    std::string workspace_id{};
    std::string kind{}; ///< one of the constants below
    std::string id{};
    std::string title{}; ///< as it is shown
    std::string text{};  ///< the other words
    std::string link{};  ///< the page, without language: "/vragen/..."
    std::string day{};   ///< when it changed last
};

/// The kinds that several rooms name.
namespace kind {
inline constexpr std::string_view question = "question"; ///< as it stands on the agenda
inline constexpr std::string_view asked = "asked";       ///< as it was asked, for the werkplaats alone
inline constexpr std::string_view studio = "studio";
inline constexpr std::string_view plan = "plan";
inline constexpr std::string_view partner = "partner";
inline constexpr std::string_view uptake = "uptake"; ///< confirmed
} // namespace kind
/// With what one must be allowed to read (data/rights.json) to find it; empty: everybody may.
inline constexpr std::array kinds{
    std::pair<std::string_view, std::string_view>{kind::question, ""},
    std::pair<std::string_view, std::string_view>{kind::asked, "agenda"},
    std::pair<std::string_view, std::string_view>{kind::studio, "studio"},
    std::pair<std::string_view, std::string_view>{kind::plan, "plan_work"},
    std::pair<std::string_view, std::string_view>{kind::partner, ""},
    std::pair<std::string_view, std::string_view>{kind::uptake, ""},
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// In place of what was kept of it before.
void keep(store::Session& session, Record const& record);
void forget(store::Session& session, std::string_view workspace, std::string_view kind, std::string_view id);

/// Each word of a text once, as it is kept and sought: stems, and of words that mean the same the first.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// The first words of what somebody typed; the last ones are empty when there are fewer.
using Words = std::array<std::string, 4>;
[[nodiscard]] Words sought_words(std::string_view typed);
/// For the list of a room, which has the workspace as $1 and these four words from $first on: "AND ($8 = '' OR id IN (...)) ...".
/// `of_kinds`: as SQL, of the room itself.
[[nodiscard]] std::string sql_of_list(std::string_view id, int first, std::string_view of_kinds);

struct Found {
    std::string kind;
    std::string id;
    std::string title;
    std::string link;
    std::string day;
};
struct Answer {
    std::vector<Found> found;                  ///< title first, then the newest; at most `limits.found`
    std::map<std::string, std::int64_t> all{}; ///< how many there are of each kind; empty when not counted to the end
    bool has_more{false};                      ///< more than `limits.counted`
};
struct Limits {
    std::int64_t found{50};
    std::int64_t counted{5'000};
    std::int64_t common{2'000}; ///< a word in as many records is walked by day and not sorted whole
};
/// `may_read`: of what a kind needs, whether who seeks may read it. Nothing sought: nothing found.
[[nodiscard]] Answer find(store::Session& session, std::string_view workspace, std::string_view typed,
                          std::function<bool(std::string_view)> const& may_read, Limits const& limits = {});

/// Another stemmer, other synonyms: other words. Is what is kept of this workspace made by the rules of now?
[[nodiscard]] bool is_made(store::Session& session, std::string_view workspace);
/// Throws away what is kept; the rooms say it again.
void begin_anew(store::Session& session, std::string_view workspace);

struct SameWords {
    std::vector<std::string> words; ///< as people write them; the first stands for all
};
/// What else is found with these words because it means the same.
[[nodiscard]] std::vector<std::string> also_found(std::string_view typed);
/// From data/synonyms.json.
[[nodiscard]] std::vector<SameWords> const& synonyms();

} // namespace wf::search
