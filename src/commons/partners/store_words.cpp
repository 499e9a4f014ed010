// SPDX-License-Identifier: EUPL-1.2
// What a werkplaats calls things.
#include "base/text.hpp"
#include "commons/partners/partners.hpp"
#include "platform/clock/today.hpp"

namespace wf::partners {

OwnWord find_word(store::Session& session, std::string_view workspace, Term term)
{
    OwnWord word;
    session.query("SELECT content, version FROM workspace_word WHERE workspace_id = $1 AND term = $2",
                  {workspace, to_word(term)}, [&](store::Row const& row) {
                      word = {writing::read_content<WordContent>(word_parts, row.text(0)), row.integer(1)};
                  });
    return word;
}

std::optional<OwnWord> local_word(store::Session& session, std::string_view workspace, Term term)
{
    auto word = find_word(session, workspace, term);
    if (!word.is_chosen()) return std::nullopt;
    return word;
}

Result<Saved<OwnWord>> save_word(store::Session& session, By const& by, std::string_view workspace, Term term,
                                 std::int64_t seen, WordContent const& mine)
{
    auto word = find_word(session, workspace, term);
    auto changes = writing::changes_of(word_parts, word.content, mine);
    if (changes.empty()) return Saved<OwnWord>{std::move(word)};
    if (seen != word.version) {
        auto clashes = differing(word_parts, word.content, mine);
        return Saved<OwnWord>{std::move(word), std::move(clashes)};
    }
    if (trim(mine.one).empty() != trim(mine.many).empty())
        return Error{Trouble::bad_input, "partners.half_word", trim(mine.one).empty() ? "een" : "meer", ""};
    word.content = mine;
    word.version += 1;
    session.exec(
        "INSERT INTO workspace_word (workspace_id, term, content, version, changed_on) VALUES ($1, $2, $3, $4, $5) "
        "ON CONFLICT (workspace_id, term) DO UPDATE SET content = excluded.content, version = excluded.version, "
        "changed_on = excluded.changed_on",
        {workspace, to_word(term), writing::to_json(word_parts, mine), word.version, today_iso()});
    for (auto& change : changes) change.field = std::string{to_word(term)} + "." + change.field;
    WF_TRY_VOID(by.note(session, workspace, "workspace_word.change", "workspace_word", workspace, std::move(changes)));
    return Saved<OwnWord>{std::move(word)};
}

} // namespace wf::partners
