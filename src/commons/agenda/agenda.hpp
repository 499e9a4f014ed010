// SPDX-License-Identifier: EUPL-1.2
// The agenda of a werkplaats: questions from practice in the words of who asked them, and what became of each.
//
// Who asks needs no account and leaves no name: a private link is all that leads back, kept as a digest. Of asking the day is kept and
// not the moment. What was asked is for the people of the werkplaats until one of them looked at it and wrote it as it goes on the
// agenda; only that is public. Every step is a word to who asked; nothing is removed, what is not taken up says why.
#pragma once

#include "base/result.hpp"
#include "commons/trail/trail.hpp"
#include "platform/store/store.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::agenda {

enum class Asker { resident, worker, provider, municipality, education };
inline constexpr std::array all_askers{Asker::resident, Asker::worker, Asker::provider, Asker::municipality,
                                       Asker::education};
[[nodiscard]] std::string_view to_word(Asker asker);
[[nodiscard]] std::optional<Asker> read_asker(std::string_view word);

/// In the order of the way that a question goes; the last two are ends beside it.
enum class Status { asked, on_agenda, in_studio, in_plan, applied, answered, not_taken_up, merged };
inline constexpr std::array all_statuses{Status::asked,   Status::on_agenda, Status::in_studio,    Status::in_plan,
                                         Status::applied, Status::answered,  Status::not_taken_up, Status::merged};
[[nodiscard]] std::string_view to_word(Status status);
[[nodiscard]] std::optional<Status> read_status(std::string_view word);

/// The page of this site that a question stands on (a gap, a place, a proposal), without language: "/plek/n12". Empty: words alone.
struct Origin {
    std::string page;
    std::string name;
};
/// Only pages of this site, at most 300 bytes. Error: agenda.bad_origin.
Result<void> check_origin_page(std::string_view page);

struct Question {
    std::string workspace_id;
    std::string id;
    std::string asked_words;
    std::string words; ///< as on the agenda; empty until somebody of the werkplaats wrote it
    Asker asker{Asker::resident};
    std::string area_code; ///< of a neighbourhood, district or municipality; empty: not about one
    Origin origin;
    std::string theme;          ///< of the region, in its own words
    std::string national_theme; ///< id in data/themes.json
    Status status{Status::asked};
    std::string merged_into;
    std::string asked_on;
    std::string last_word_on;
    std::int64_t version{1};
    bool is_invented{false}; ///< of the demonstration

    [[nodiscard]] bool is_public() const { return !words.empty() && status != Status::asked; }
};

/// What somebody of the werkplaats may change.
struct Wording {
    std::string words;
    std::string area_code;
    std::string theme;
    std::string national_theme;
};

/// By what who asked was told something: `Word::record_kind`.
namespace told_by {
inline constexpr std::string_view plan = "plan";
inline constexpr std::string_view stopped_plan = "stopped";
inline constexpr std::string_view step = "step";
inline constexpr std::string_view dropped_step = "dropped";
inline constexpr std::string_view studio = "studio";
inline constexpr std::string_view ended_studio = "studio_ended";
inline constexpr std::string_view question = "question"; ///< that it went on in
} // namespace told_by

struct Word {
    std::string id;
    std::string told_on;
    Status status{Status::asked}; ///< where the question was from then on
    std::string words;
    std::string record_kind; ///< one of told_by; empty: words alone
    std::string record_id;
};
/// Does it tell of what will not happen?
[[nodiscard]] bool is_not_done(Word const& word);

struct Asked {
    Question question;
    std::string token; ///< of the private link: shown once, kept nowhere
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// As many as somebody can still look at.
inline constexpr std::int64_t most_waiting = 500;

/// `actor`: the account that enters it; empty: without an account. Errors: agenda.too_many (of this werkplaats wait to be looked at),
/// those of Trail::add.
Result<Asked> ask(store::Session& session, trail::Trail const& trail, Question question, std::string_view actor);

[[nodiscard]] std::optional<Question> find(store::Session& session, std::string_view workspace, std::string_view id);
/// As everybody may see it. Error: agenda.unknown, also for one that nobody wrote for the agenda yet.
Result<Question> find_public(store::Session& session, std::string_view workspace, std::string_view id);
[[nodiscard]] std::optional<Question> find_by_link(store::Session& session, std::string_view workspace,
                                                   std::string_view token);
/// Oldest first.
[[nodiscard]] std::vector<Word> list_words(store::Session& session, Question const& question);
/// Whose words went into this one, oldest first.
[[nodiscard]] std::vector<Question> list_merged(store::Session& session, Question const& into);

/// Errors: agenda.overtaken (somebody changed it since `version`), agenda.unknown.
Result<void> write(store::Session& session, trail::Trail const& trail, Question const& question, Wording const& wording,
                   std::string_view actor);
/// Tells who asked where the question is now, and those whose questions were merged into it. Error: agenda.no_words (it must be
/// written for the agenda first), agenda.no_reason (not taken up without saying why).
Result<void> tell(store::Session& session, trail::Trail const& trail, Question const& question, Word word,
                  std::string_view actor);
/// Takes the words of who asked away: when they say so by their link (`actor` empty), or when somebody of the werkplaats sees a name in
/// them. What the werkplaats wrote stays. A question that nobody wrote for the agenda goes as a whole when who asked takes it back; for
/// the werkplaats that is agenda.no_words.
Result<void> take_words_away(store::Session& session, trail::Trail const& trail, Question const& question,
                             std::string_view actor);
/// How it stood on the agenda before, oldest first.
struct Earlier {
    std::string words;
    std::string until;
};
[[nodiscard]] std::vector<Earlier> list_earlier(store::Session& session, Question const& question);
/// `from` goes on in `into`; its history stays. Errors: agenda.same, agenda.no_words (of `into`), agenda.merged.
Result<void> merge(store::Session& session, trail::Trail const& trail, Question const& from, Question const& into,
                   std::string_view actor);

struct Choice {
    std::string workspace_id{};
    std::optional<Status> status{};
    std::optional<Asker> asker{};
    std::string area_code{};
    std::string origin_page{};
    std::string national_theme{};
    std::string sought{}; ///< words as somebody types them
    bool only_public{true};
    bool also_as_asked{false}; ///< seek in the words of who asked, too: for the werkplaats alone
    std::int64_t skip{0};
    std::int64_t limit{50};

    /// Public questions, all of them: Tally::all_public() has counted those already.
    [[nodiscard]] bool is_everything() const
    {
        return !status && !asker && area_code.empty() && origin_page.empty() && national_theme.empty() &&
               sought.empty() && only_public;
    }
};
/// Waited longest for a word first: that is what to do next.
[[nodiscard]] std::vector<Question> list(store::Session& session, Choice const& choice);
[[nodiscard]] std::int64_t count(store::Session& session, Choice const& choice);

/// Says again what can be sought of this workspace (after search::begin_anew).
void index_all(store::Session& session, std::string_view workspace);

/// What the agenda of a werkplaats says about itself; merged ones are not counted twice.
struct Tally {
    std::map<Status, std::int64_t> by_status;
    std::map<Asker, std::int64_t> by_asker; ///< of public questions
    std::int64_t with_national_theme{0};    ///< of public questions
    [[nodiscard]] std::int64_t all_public() const;
};
[[nodiscard]] Tally tally(store::Session& session, std::string_view workspace);

struct NationalTheme {
    std::string id;
    std::string nl;
    std::string en;
    std::string source;
};
/// From data/themes.json.
[[nodiscard]] std::vector<NationalTheme> const& national_themes();

} // namespace wf::agenda
