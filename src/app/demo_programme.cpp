// SPDX-License-Identifier: EUPL-1.2
#include "app/demo_programme.hpp"

#include "app/demo_file.hpp"
#include "commons/programme/programme.hpp"
#include "commons/uptake/uptake.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/clock/today.hpp"

namespace wf::app {
namespace {

/// Nobody's account: who read the invented proof is invented, too.
constexpr std::string_view invented_reader = "00000000-0000-0000-0000-0000000000aa";

class Filler {
public:
    Filler(store::Session& session, trail::Trail const& trail, std::string const& file)
        : m_session{session}, m_by{trail, trail::program_actor}, m_trail{trail}, m_file{file}
    {
    }

    Result<void> fill(json::Value const& document)
    {
        auto const found =
            workspaces::find_by_address(m_session, workspaces::make_address(text_of(document, "werkplaats")));
        if (!found || !programme::list(m_session, found->id).empty()) return {};
        m_workspace = found->id;
        for (auto const& one : list_of(document, "programmes")) WF_TRY_VOID(add_programme(one));
        for (auto const& one : list_of(document, "publications")) WF_TRY_VOID(add_publication(one));
        for (auto const& one : list_of(document, "uptake")) WF_TRY_VOID(add_claim(one));
        return {};
    }

private:
    [[nodiscard]] Error bad(std::string what) const
    {
        return {Trouble::bad_input, "demo.bad_programme", m_file, std::move(what)};
    }

    [[nodiscard]] bool has_come(std::string const& day) const { return day <= m_today; }

    /// The plan or studio whose title begins so.
    Result<work::Work> work_of(json::Value const& one)
    {
        auto const plan = text_of(one, "plan");
        auto const studio = text_of(one, "studio");
        if (plan.empty() && studio.empty()) return work::Work{};
        auto const kind = plan.empty() ? work::Kind::studio : work::Kind::plan;
        auto const& title = plan.empty() ? studio : plan;
        for (auto const& named : work::list(m_session, m_workspace)) {
            if (named.work.kind == kind && named.title.starts_with(title)) return named.work;
        }
        return bad("no work is called " + title);
    }

    Result<void> add_programme(json::Value const& one)
    {
        programme::Programme wanted;
        wanted.workspace_id = m_workspace;
        wanted.name = text_of(one, "name");
        wanted.from = text_of(one, "from");
        wanted.until = text_of(one, "until");
        wanted.giver = text_of(one, "giver");
        wanted.amount = number_of(one, "amount");
        wanted.source = text_of(one, "source");
        wanted.is_invented = true;
        WF_TRY(auto const made, programme::add(m_session, m_by, wanted));
        for (auto const& line : list_of(one, "budget")) WF_TRY_VOID(add_line(made, line));
        for (auto const& activity : list_of(one, "activities")) WF_TRY_VOID(add_activity(made, activity));
        return {};
    }

    Result<void> add_line(programme::Programme const& of, json::Value const& one)
    {
        WF_TRY(auto const line, programme::add_line(m_session, m_by, of,
                                                    {"", text_of(one, "name"), number_of(one, "planned").value_or(0),
                                                     one.find("national") != nullptr}));
        for (auto const& spent : list_of(one, "spent")) {
            if (!has_come(text_of(spent, "on"))) continue;
            WF_TRY_VOID(programme::spend(m_session, m_by, of,
                                         {line.id, number_of(spent, "amount").value_or(0), text_of(spent, "on"),
                                          text_of(spent, "words")}));
        }
        return {};
    }

    Result<void> add_activity(programme::Programme const& of, json::Value const& one)
    {
        programme::Activity wanted;
        wanted.name = text_of(one, "name");
        wanted.planned_on = text_of(one, "day");
        wanted.planned_number = number_of(one, "number");
        WF_TRY(wanted.work, work_of(one));
        WF_TRY(auto made, programme::add_activity(m_session, m_by, of, wanted));
        auto const* end = one.find("end");
        if (end == nullptr || !has_come(text_of(*end, "on"))) return {};
        auto const state = programme::read_state(text_of(*end, "state"));
        if (!state) return bad("state of an activity");
        made.state = *state;
        made.ended_on = text_of(*end, "on");
        made.done_number = number_of(*end, "number");
        made.result = text_of(*end, "result");
        return programme::end_activity(m_session, m_by, of, made);
    }

    Result<void> add_publication(json::Value const& one)
    {
        auto const medium = programme::read_medium(text_of(one, "kind"));
        if (!medium) return bad("kind of a publication");
        if (!has_come(text_of(one, "on"))) return {};
        programme::Publication wanted;
        wanted.workspace_id = m_workspace;
        wanted.medium = *medium;
        wanted.title = text_of(one, "title");
        wanted.place = text_of(one, "place");
        wanted.on = text_of(one, "on");
        WF_TRY(wanted.work, work_of(one));
        wanted.is_invented = true;
        WF_TRY_VOID(programme::publish(m_session, m_by, wanted));
        return {};
    }

    Result<void> add_claim(json::Value const& one)
    {
        auto const kind = uptake::read_kind(text_of(one, "kind"));
        if (!kind) return bad("kind of uptake");
        if (!has_come(text_of(one, "on"))) return {};
        uptake::Claim wanted;
        wanted.workspace_id = m_workspace;
        wanted.kind = *kind;
        wanted.what = text_of(one, "what");
        WF_TRY(wanted.work, work_of(one));
        wanted.taker = text_of(one, "taker");
        wanted.region = text_of(one, "region");
        wanted.taken_on = text_of(one, "on");
        wanted.proof = text_of(one, "proof");
        wanted.is_invented = true;
        WF_TRY(auto const made, uptake::claim(m_session, {m_trail, trail::program_actor}, wanted));
        auto const read = text_of(one, "read");
        if (read.empty()) return {};
        return uptake::judge(m_session, {m_trail, invented_reader}, m_workspace, made.id, uptake::Verdict::confirm,
                             read);
    }

    store::Session& m_session;
    programme::By m_by;
    trail::Trail const& m_trail;
    std::string const& m_file;
    std::string m_workspace;
    std::string m_today{today_iso()};
};

} // namespace

Result<void> fill_programme(store::Store& store, trail::Trail const& trail, std::string const& file)
{
    WF_TRY(auto const document, load_demo_file(file));
    if (!document) return {};
    return store.write([&](store::Session& session) { return Filler{session, trail, file}.fill(*document); });
}

} // namespace wf::app
