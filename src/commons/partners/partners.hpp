// SPDX-License-Identifier: EUPL-1.2
// The network of a werkplaats: what is known of it, the organisations that it works with, and who works with whom about what.
//
// About organisations, never persons: no field asks for the name of one. Everything says where it was read and whether somebody
// checked it. Nothing is deleted; what no longer holds is retired, and the trail keeps who did it. Two people who write one record at
// once: the second sees what the first wrote (`clashes`) and nothing is lost.
#pragma once

#include "base/result.hpp"
#include "commons/partners/content.hpp"
#include "commons/trail/trail.hpp"
#include "platform/store/store.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::partners {

enum class Kind {
    hogeschool,
    provider,
    municipality,
    client_organisation,
    knowledge_institute,
    club,
    firm,
    residents_initiative
};
inline constexpr std::array all_kinds{
    Kind::hogeschool,          Kind::provider, Kind::municipality, Kind::client_organisation,
    Kind::knowledge_institute, Kind::club,     Kind::firm,         Kind::residents_initiative};
[[nodiscard]] std::string_view to_word(Kind kind);
[[nodiscard]] std::optional<Kind> read_kind(std::string_view word);

/// In which world a partner works; between two of them stands a wall. `other` has none.
enum class Field { welfare, care, sport, safety, work, culture, education, housing, government, other };
inline constexpr std::array all_fields{Field::welfare,    Field::care,    Field::sport,     Field::safety,
                                       Field::work,       Field::culture, Field::education, Field::housing,
                                       Field::government, Field::other};
[[nodiscard]] std::string_view to_word(Field field);
[[nodiscard]] std::optional<Field> read_field(std::string_view word);

[[nodiscard]] std::vector<store::Migration> migrations();

using trail::By;

/// Written, or not because another wrote the same meanwhile; then nothing changed and `record` is what stands there now.
template <class Record>
struct Saved {
    Record record;
    std::vector<std::string_view> clashes{};
};

// --- What is known of the werkplaats (store_facts.cpp)

/// In the order of a page.
inline constexpr std::array<std::string_view, 5> fact_names{"region", "hogeschool", "lectoraat", "site", "more"};
struct Fact {
    std::string name;
    FactContent content;
    std::int64_t version{0}; ///< 0: never written, so unknown
    std::string changed_on;
    [[nodiscard]] Proof proof() const { return {content.source, content.looked_on, content.checked == yes}; }
    [[nodiscard]] bool is_known() const { return !content.text.empty(); }
};
/// One for each of `fact_names`, also when nothing is known.
[[nodiscard]] std::vector<Fact> list_facts(store::Session& session, std::string_view workspace);
/// Errors: partners.no_such_fact; those of check_proof; partners.bad_site.
Result<Saved<Fact>> save_fact(store::Session& session, By const& by, std::string_view workspace, std::string_view name,
                              std::int64_t seen, FactContent const& mine);

struct Theme {
    std::string id{};
    std::string words{};
    std::string national_theme{}; ///< id in data/themes.json, or empty: of the region alone
    Proof proof{};
    bool is_retired{false};
    std::string made_on{};
};
/// As they were added, without those that were retired.
[[nodiscard]] std::vector<Theme> list_themes(store::Session& session, std::string_view workspace);
/// Were there ever any?
[[nodiscard]] bool has_themes(store::Session& session, std::string_view workspace);
/// Errors: partners.no_words, partners.theme_exists, partners.no_such_theme (national), those of check_proof.
Result<Theme> add_theme(store::Session& session, By const& by, std::string_view workspace, Theme theme);
/// Error: partners.unknown.
Result<void> retire_theme(store::Session& session, By const& by, std::string_view workspace, std::string_view id);

// --- Own words (store_words.cpp)

enum class Term { studio };
inline constexpr std::array all_terms{Term::studio};
[[nodiscard]] std::string_view to_word(Term term);
struct OwnWord {
    WordContent content;
    std::int64_t version{0}; ///< 0: never chosen
    [[nodiscard]] bool is_chosen() const { return !content.one.empty() && !content.many.empty(); }
    /// For a heading or a menu: the first letter a capital.
    [[nodiscard]] std::string title() const;
};
/// What this werkplaats calls it, when it chose so.
[[nodiscard]] std::optional<OwnWord> local_word(store::Session& session, std::string_view workspace, Term term);
[[nodiscard]] OwnWord find_word(store::Session& session, std::string_view workspace, Term term);
/// Both empty: the usual word again. Error: partners.half_word.
Result<Saved<OwnWord>> save_word(store::Session& session, By const& by, std::string_view workspace, Term term,
                                 std::int64_t seen, WordContent const& mine);

// --- Partners (store.cpp) and who works with whom (store_ties.cpp)

struct Partner {
    std::string workspace_id;
    std::string id;
    PartnerContent content;
    std::int64_t version{1};
    bool is_retired{false};
    bool is_invented{false};
    std::string made_on;
    std::string changed_on;
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] Field field() const;
    [[nodiscard]] Proof proof() const { return {content.source, content.looked_on, content.checked == yes}; }
};
/// Says again what can be sought of this workspace (after search::begin_anew).
void index_all(store::Session& session, std::string_view workspace);
/// By field, then by name; without those that were retired.
[[nodiscard]] std::vector<Partner> list_partners(store::Session& session, std::string_view workspace);
/// Also one that was retired.
[[nodiscard]] std::optional<Partner> find_partner(store::Session& session, std::string_view workspace,
                                                  std::string_view id);
/// Errors: partners.no_name, partners.exists, partners.no_kind, partners.no_field, partners.bad_site, partners.bad_since, those of
/// check_proof.
Result<Partner> add_partner(store::Session& session, By const& by, Partner partner);
/// As above, and partners.unknown, partners.retired.
Result<Saved<Partner>> save_partner(store::Session& session, By const& by, std::string_view workspace,
                                    std::string_view id, std::int64_t seen, PartnerContent const& mine);
/// Its lines go with it. Errors: partners.unknown, partners.retired.
Result<void> retire_partner(store::Session& session, By const& by, std::string_view workspace, std::string_view id);

struct Tie {
    std::string id{};
    std::string one_id{};
    std::string other_id{};
    std::string about{};
    std::string since{};   ///< "2021", a day, or empty
    std::string said_by{}; ///< an organisation or a meeting, never a person
    std::string made_on{};
};
/// As they were added, without those that were retired.
[[nodiscard]] std::vector<Tie> list_ties(store::Session& session, std::string_view workspace);
/// Errors: partners.unknown, partners.retired, partners.same, partners.no_about, partners.no_said_by, partners.tie_exists,
/// partners.bad_since.
Result<Tie> add_tie(store::Session& session, By const& by, std::string_view workspace, Tie tie);
/// Error: partners.unknown.
Result<void> retire_tie(store::Session& session, By const& by, std::string_view workspace, std::string_view id);

// --- Rules (partners.cpp)

/// A day or a month; what is checked was read somewhere, some day. Errors: partners.bad_looked_on, partners.no_source.
Result<void> check_proof(Proof const& proof);
/// "2026-11-22", "2026-11" or empty. Error: partners.bad_looked_on.
Result<void> check_looked_on(std::string_view text);
/// http or https, at most 300 bytes; or empty. Error: partners.bad_site.
Result<void> check_site(std::string_view text);
/// A year, a day, or empty. Error: partners.bad_since.
Result<void> check_since(std::string_view text);

} // namespace wf::partners
