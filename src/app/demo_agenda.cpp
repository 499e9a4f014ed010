// SPDX-License-Identifier: EUPL-1.2
#include "app/demo_agenda.hpp"

#include "app/demo_file.hpp"
#include "commons/codesign/codesign.hpp"
#include "commons/plans/plans.hpp"
#include "commons/studios/studios.hpp"
#include "commons/workspaces/workspaces.hpp"

#include <map>

namespace wf::app {
namespace {

class Filler {
public:
    Filler(store::Session& session, trail::Trail const& trail, std::string const& file)
        : m_session{session}, m_trail{trail}, m_file{file}
    {
    }

    Result<void> fill(json::Value const& document)
    {
        auto const* werkplaats = document.find("werkplaats");
        if (werkplaats == nullptr) return bad("werkplaats");
        auto const name = text_of(*werkplaats, "name");
        if (workspaces::find_by_address(m_session, workspaces::make_address(name))) return {};
        // Below the one above all others, which the first administrator takes over.
        if (!workspaces::find_top(m_session)) {
            WF_TRY(auto const top, workspaces::add(m_session, "Beheer", workspaces::Kind::association, ""));
            static_cast<void>(top);
        }
        WF_TRY(auto const made,
               workspaces::add(m_session, name, workspaces::Kind::werkplaats, text_of(*werkplaats, "area")));
        m_workspace = made.id;
        for (auto const& one : list_of(document, "questions")) WF_TRY_VOID(add_question(one));
        for (auto const& one : list_of(document, "studios")) WF_TRY_VOID(add_studio(one));
        for (auto const& one : list_of(document, "plans")) WF_TRY_VOID(add_plan(one));
        return {};
    }

private:
    [[nodiscard]] Error bad(std::string what) const
    {
        return {Trouble::bad_input, "demo.bad_agenda", m_file, std::move(what)};
    }

    Result<void> add_question(json::Value const& one)
    {
        auto const asker = agenda::read_asker(text_of(one, "asker"));
        if (!asker) return bad("asker");
        agenda::Question question;
        question.workspace_id = m_workspace;
        question.asked_words = text_of(one, "asked");
        question.asker = *asker;
        question.area_code = text_of(one, "area");
        question.is_invented = true;
        if (auto const* origin = one.find("origin"))
            question.origin = {text_of(*origin, "page"), text_of(*origin, "name")};
        WF_TRY(auto const asked, agenda::ask(m_session, m_trail, question, trail::program_actor));
        WF_TRY_VOID(
            agenda::write(m_session, m_trail, asked.question,
                          {text_of(one, "words"), question.area_code, text_of(one, "theme"), text_of(one, "national")},
                          trail::program_actor));
        for (auto const& told : list_of(one, "told")) {
            auto const status = agenda::read_status(text_of(told, "status"));
            if (!status) return bad("status");
            auto const now = agenda::find(m_session, m_workspace, asked.question.id);
            WF_TRY_VOID(agenda::tell(m_session, m_trail, *now, {"", "", *status, text_of(told, "words"), "", ""},
                                     trail::program_actor));
        }
        m_questions[text_of(one, "key")] = asked.question.id;
        return {};
    }

    Result<std::vector<std::string>> questions_of(json::Value const& one)
    {
        std::vector<std::string> questions;
        for (auto const& key : list_of(one, "questions")) {
            auto const found = key.text() != nullptr ? m_questions.find(*key.text()) : m_questions.end();
            if (found == m_questions.end()) return bad("questions of a studio or plan");
            questions.push_back(found->second);
        }
        return questions;
    }

    /// Its record in order: what was written, and groups that took over.
    Result<void> add_studio(json::Value const& one)
    {
        studios::Studio studio;
        studio.workspace_id = m_workspace;
        studio.is_invented = true;
        auto const* texts = one.find("texts");
        if (texts == nullptr) return bad("texts");
        for (auto const& part : studios::parts) studio.content.*part.text = text_of(*texts, part.name);
        WF_TRY(auto const questions, questions_of(one));
        studios::By const by{m_trail, trail::program_actor};
        WF_TRY(auto const added, studios::add(m_session, by, studio, questions));
        for (auto const& row : list_of(one, "record")) {
            auto const kind = studios::read_kind(text_of(row, "kind"));
            if (!kind) return bad("kind");
            if (*kind == studios::Kind::handover) {
                studios::NewGroup next{text_of(row, "from"), {}, text_of(row, "words")};
                for (auto const& part : studios::team_parts) next.team.*part.text = text_of(row, part.name);
                WF_TRY_VOID(studios::hand_over(m_session, by, added, next));
                continue;
            }
            studios::Entry entry;
            entry.kind = *kind;
            entry.words = text_of(row, "words");
            entry.reason = text_of(row, "reason");
            entry.link = text_of(row, "link");
            if (auto const* cycle = row.find("cycle"); cycle != nullptr)
                entry.cycle = static_cast<std::int64_t>(cycle->number().value_or(0));
            entry.stage = studios::read_stage(text_of(row, "stage")).value_or(studios::Stage::plan);
            WF_TRY_VOID(studios::write(m_session, by, added, entry));
        }
        for (auto const& past : list_of(one, "sessions")) WF_TRY_VOID(add_session(added, past));
        return {};
    }

    /// A co-design session that is over: its notes in order of the stages, what was chosen, and the decision. It never had a code that
    /// somebody could use: the key for one is thrown away here.
    Result<void> add_session(studios::Studio const& studio, json::Value const& one)
    {
        studios::By const by{m_trail, trail::program_actor};
        codesign::Session wanted;
        wanted.question = text_of(one, "question");
        wanted.day = text_of(one, "day");
        wanted.is_invented = true;
        WF_TRY(auto const session, codesign::open(m_session, by, secret::Key::make(), studio, wanted));
        std::int64_t number = 0;
        for (auto const stage : codesign::all_stages) {
            for (auto const& note : list_of(one, codesign::to_word(stage))) {
                ++number;
                auto const words = text_of(note, "words");
                if (text_of(note, "medium") == codesign::to_word(codesign::Medium::paper)) {
                    WF_TRY_VOID(codesign::type_in(m_session, by, session, stage, words));
                } else {
                    WF_TRY_VOID(codesign::send(m_session, session, stage, words));
                }
                auto const because = text_of(note, "because");
                if (!because.empty()) WF_TRY_VOID(codesign::choose(m_session, by, session, number, because));
            }
            auto const next = codesign::after(stage);
            if (next) WF_TRY_VOID(codesign::move(m_session, by, session, stage, *next));
        }
        return codesign::close(m_session, by, session, text_of(one, "decision"), text_of(one, "reason"));
    }

    Result<void> add_plan(json::Value const& one)
    {
        plans::Plan plan;
        plan.workspace_id = m_workspace;
        plan.is_invented = true;
        auto const* texts = one.find("texts");
        if (texts == nullptr) return bad("texts");
        for (auto const& part : plans::parts) plan.content.*part.text = text_of(*texts, part.name);
        WF_TRY(auto const questions, questions_of(one));
        plans::By const by{m_trail, trail::program_actor};
        WF_TRY(auto const added, plans::add(m_session, by, plan, questions));
        WF_TRY_VOID(plans::start(m_session, by, added));
        for (auto const& wanted : list_of(one, "steps")) {
            WF_TRY(auto const step,
                   plans::promise(m_session, by, added, text_of(wanted, "words"), text_of(wanted, "before")));
            auto const end = plans::read_step_state(text_of(wanted, "end"));
            if (end) WF_TRY_VOID(plans::end_step(m_session, by, added, step.id, *end, text_of(wanted, "said")));
        }
        return {};
    }

    store::Session& m_session;
    trail::Trail const& m_trail;
    std::string const& m_file;
    std::string m_workspace;
    std::map<std::string, std::string> m_questions; ///< id by key
};

} // namespace

Result<void> fill_agenda(store::Store& store, trail::Trail const& trail, std::string const& file)
{
    WF_TRY(auto const document, load_demo_file(file));
    if (!document) return {};
    return store.write([&](store::Session& session) { return Filler{session, trail, file}.fill(*document); });
}

} // namespace wf::app
