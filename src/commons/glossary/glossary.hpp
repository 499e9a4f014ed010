// SPDX-License-Identifier: EUPL-1.2
// What words mean: shared ones (data/glossary.json), and what one werkplaats
// means by them.
//
// A word can have several senses; none is the right one. A local definition
// stands beside the shared ones and does not take their place. What is retired
// is shown no longer and kept, with every text that it had.
#pragma once

#include "base/result.hpp"
#include "commons/trail/trail.hpp"
#include "commons/writing/texts.hpp"
#include "platform/store/store.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::glossary {

struct Sense {
    std::string nl;
    std::string en;
    std::string source;
    std::string url; ///< empty: the source has no address
};
struct SharedTerm {
    std::string id; ///< an anchor; never changes
    std::string nl;
    std::string en;
    std::vector<std::string> also; ///< other words for it, Dutch
    std::vector<Sense> senses;
};
/// By name.
[[nodiscard]] std::vector<SharedTerm> const& shared_terms();
[[nodiscard]] SharedTerm const* find_shared(std::string_view id);

struct Content {
    std::string word;
    std::string meaning;
    std::string source;
    std::string shared; ///< id of the shared term that it stands beside; empty: of none

    friend bool operator==(Content const&, Content const&) = default;
};
inline constexpr std::array parts{writing::Part<Content>{"woord", &Content::word},
                                  writing::Part<Content>{"betekenis", &Content::meaning},
                                  writing::Part<Content>{"bron", &Content::source},
                                  writing::Part<Content>{"naast", &Content::shared}};

enum class State { shown, retired };
[[nodiscard]] std::string_view to_word(State state);
[[nodiscard]] std::optional<State> read_state(std::string_view word);

struct LocalTerm {
    std::string workspace_id;
    std::string id;
    Content content;
    State state{State::shown};
    std::int64_t version{1};
    std::string made_on;
    std::string changed_on;
};

[[nodiscard]] std::vector<store::Migration> migrations();

using trail::By;

/// Errors: glossary.no_word, glossary.no_meaning, glossary.unknown_shared.
Result<LocalTerm> add(store::Session& session, By const& by, std::string_view workspace, Content const& content);
[[nodiscard]] std::optional<LocalTerm> find(store::Session& session, std::string_view workspace, std::string_view id);
/// By word; of one state.
[[nodiscard]] std::vector<LocalTerm> list(store::Session& session, std::string_view workspace, State state);

/// Written, or not because of `clashes`; then nothing changed and `term` is
/// what stands there now.
struct Saved {
    LocalTerm term;
    std::vector<std::string_view> theirs{};
    std::vector<std::string_view> clashes{};
};
/// `seen`: the version that the writer began from. Errors: those of add,
/// glossary.unknown, glossary.retired, glossary.unknown_version.
Result<Saved> save(store::Session& session, By const& by, std::string_view workspace, std::string_view id,
                   std::int64_t seen, Content const& mine);
/// Errors: glossary.unknown, glossary.retired.
Result<void> retire(store::Session& session, By const& by, std::string_view workspace, std::string_view id);

} // namespace wf::glossary
