// SPDX-License-Identifier: EUPL-1.2
#include "base/ids.hpp"
#include "commons/watch/events.hpp"

namespace wf::embedded::commons_watch {
std::string_view find(std::string_view name);
}

namespace wf::watch {
namespace {

/// "'login_wrong', 'code_wrong'": words of ours, for IN (...).
std::string quoted(bool (*belongs)(Kind))
{
    std::string list;
    for (auto const kind : all_kinds()) {
        if (belongs(kind)) list += (list.empty() ? "'" : ", '") + std::string{to_word(kind)} + "'";
    }
    return list;
}

bool is_input(Kind kind)
{
    return kind == Kind::bad_input;
}

struct Sum {
    Oddity::What what;
    std::string subject; ///< what is counted for each
    std::string kinds;
    std::int64_t limit;
};

/// What is not known, and the rest that was counted together, is one group of its own and no oddity.
void find_some(store::Session& session, Sum const& sum, std::string_view first_id, std::vector<Oddity>& found)
{
    auto const is_subject_wanted = sum.what != Oddity::What::failures_in_all;
    session.query("SELECT " + sum.subject +
                      " AS subject, sum(count) AS total FROM login_event WHERE id >= $1 AND kind IN (" + sum.kinds +
                      ") GROUP BY 1 HAVING sum(count) > $2 ORDER BY total DESC, subject LIMIT 11",
                  {first_id, sum.limit}, [&](store::Row const& row) {
                      if (is_subject_wanted && row.text(0).empty()) return;
                      found.push_back({sum.what, row.string(0), row.integer(1)});
                  });
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0034_login_event", std::string{embedded::commons_watch::find("schema.sql")}}};
}

void add(store::Session& session, Event const& event)
{
    constexpr std::size_t day_size = 10;
    session.exec("INSERT INTO login_event (id, at, day, kind, person_id, place, is_rest, count) "
                 "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
                 "ON CONFLICT (id) DO UPDATE SET count = login_event.count + excluded.count",
                 {event.id, event.at, std::string_view{event.at}.substr(0, day_size), to_word(event.kind), event.person,
                  event.place, event.is_rest, event.count});
}

void forget_person(store::Session& session, std::string_view person)
{
    session.exec("DELETE FROM login_event WHERE person_id = $1", {person});
}

std::vector<Event> list(store::Session& session, Choice const& choice)
{
    std::vector<Event> events;
    auto const take = [&](store::Row const& row) {
        auto const kind = read_kind(row.text(2));
        if (!kind) return;
        Event event{row.string(0), row.string(1), *kind, {}, row.string(4), row.integer(5) != 0, row.integer(6)};
        if (!row.is_null(3)) event.person = row.string(3);
        events.push_back(std::move(event));
    };
    std::string const below = choice.below.value_or("ffffffff-ffff-ffff-ffff-ffffffffffff");
    std::string const begin = "SELECT id, at, kind, person_id, place, is_rest, count FROM login_event WHERE id < $1";
    std::string const end = " ORDER BY id DESC LIMIT $2";
    if (choice.person) session.query(begin + " AND person_id = $3" + end, {below, choice.limit, *choice.person}, take);
    else session.query(begin + end, {below, choice.limit}, take);
    return events;
}

std::vector<DayCount> count_by_day(store::Session& session, std::string_view since_day)
{
    std::vector<DayCount> counts;
    session.query("SELECT day, kind, sum(count) FROM login_event WHERE day >= $1 GROUP BY day, kind "
                  "ORDER BY day DESC, kind",
                  {since_day}, [&](store::Row const& row) {
                      if (auto const kind = read_kind(row.text(1)))
                          counts.push_back({row.string(0), *kind, row.integer(2)});
                  });
    return counts;
}

std::vector<Oddity> find_oddities(store::Session& session, std::int64_t since)
{
    using What = Oddity::What;
    auto const first_id = make_uuid_v7(static_cast<std::uint64_t>(since), std::array<std::uint8_t, 10>{}).to_string();
    std::vector<Oddity> found;
    for (auto const& sum :
         {Sum{What::failures_of_place, "place", quoted(is_failure), odd_failures_of_place},
          Sum{What::failures_of_account, "person_id", quoted(is_failed_login), odd_failures_of_account},
          Sum{What::failures_in_all, "''", quoted(is_failure), odd_failures_in_all},
          Sum{What::inputs_of_place, "place", quoted(is_input), odd_inputs_of_place}})
        find_some(session, sum, first_id, found);
    return found;
}

} // namespace wf::watch
