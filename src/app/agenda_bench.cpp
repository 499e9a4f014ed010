// SPDX-License-Identifier: EUPL-1.2
// What the agenda, studios and plans of one workspace cost when there are many: 10,000 questions, 2,000 studios, 5,000 plans, made up. For each kind of page
// the median, the 99th of a hundred and the slowest answer, in five runs; then 200 people who write at the same moment, ten of them in
// each plan, and whether anything of anybody is lost.
// Arguments: how many questions (10000), how often each page is asked in a run (100).
#include "app/features.hpp"
#include "app/house.hpp"
#include "app/site.hpp"
#include "base/percent.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/plans/plans.hpp"
#include "commons/priorities/priorities.hpp"
#include "commons/studios/studios.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/web/refuse.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

using namespace wf;

namespace {

constexpr int runs = 5;
constexpr int writers = 200;
constexpr int writers_of_a_plan = 10;

constexpr std::array subjects{"bank",     "eettafel",    "sporthal",     "bibliotheek", "stoep",    "buurttuin",
                              "fietspad", "computerles", "huiswerkhulp", "wandelclub",  "taalcafe", "repaircafe"};
constexpr std::array places{"de Noordweg", "het plein", "de brug", "de school", "de kerk", "het park", "de dijk"};

struct Made {
    std::string workspace;
    std::string address;
    std::string token;
    std::string form_word;
    std::vector<std::string> questions;
    std::vector<std::string> plans;
    std::vector<std::string> studios;
    std::string round;
};

std::string words_of(int number)
{
    auto const at = static_cast<std::size_t>(number);
    return "Kan er een " + std::string{subjects[at % subjects.size()]} + " komen bij " +
           places[at / subjects.size() % places.size()] + ", nummer " + std::to_string(number) + " (verzonnen)?";
}

Result<void> add_question(store::Session& session, trail::Trail const& trail, Made& made, int number)
{
    agenda::Question question;
    question.workspace_id = made.workspace;
    question.asked_words = words_of(number);
    question.asker = agenda::all_askers[static_cast<std::size_t>(number) % agenda::all_askers.size()];
    WF_TRY(auto const asked, agenda::ask(session, trail, question, trail::program_actor));
    WF_TRY_VOID(
        agenda::write(session, trail, asked.question, {words_of(number), "", "Ontmoeten", ""}, trail::program_actor));
    auto const written = agenda::find(session, made.workspace, asked.question.id);
    WF_TRY_VOID(agenda::tell(session, trail, *written, {"", "", agenda::Status::on_agenda, "Gelezen", "", ""},
                             trail::program_actor));
    made.questions.push_back(asked.question.id);
    return {};
}

Result<void> add_plan(store::Session& session, trail::Trail const& trail, Made& made, int number)
{
    plans::Plan plan;
    plan.workspace_id = made.workspace;
    plan.content.title = "Plan " + words_of(number);
    plan.content.owner = "Gemeente";
    plan.content.due = "2027-04-01";
    plan.content.indicator = "Het staat er";
    plans::By const by{trail, trail::program_actor};
    std::vector<std::string> const questions{made.questions[static_cast<std::size_t>(number) % made.questions.size()]};
    WF_TRY(auto const added, plans::add(session, by, plan, questions));
    if (number % 4 != 0) WF_TRY_VOID(plans::start(session, by, added));
    for (auto const* step : {"Plek kiezen", "Bestellen", "Plaatsen"})
        WF_TRY_VOID(plans::promise(session, by, added, step, "2027-01-15"));
    made.plans.push_back(added.id);
    return {};
}

/// With a record as a group leaves it after half a year.
Result<void> add_studio(store::Session& session, trail::Trail const& trail, Made& made, int number)
{
    studios::Studio studio;
    studio.workspace_id = made.workspace;
    studio.content.title = "Wij zoeken uit: " + words_of(number);
    studio.content.from = "2026-09-01";
    studio.content.who = "Een groep studenten (verzonnen)";
    studio.content.students = "8";
    studios::By const by{trail, trail::program_actor};
    std::vector<std::string> const questions{made.questions[static_cast<std::size_t>(number) % made.questions.size()]};
    WF_TRY(auto const added, studios::add(session, by, studio, questions));
    studios::Entry log;
    log.words = "Gesproken met bewoners over " + words_of(number + 1);
    for (int i = 0; i < 6; ++i) WF_TRY_VOID(studios::write(session, by, added, log));
    studios::Entry decision;
    decision.kind = studios::Kind::decision;
    decision.words = "Op dinsdag proberen we het";
    decision.reason = "Dan is de sporthal vrij";
    WF_TRY_VOID(studios::write(session, by, added, decision));
    studios::Entry cycle;
    cycle.kind = studios::Kind::cycle;
    cycle.words = "Drie keer, met wie er komt";
    WF_TRY_VOID(studios::write(session, by, added, cycle));
    made.studios.push_back(added.id);
    return {};
}

/// Forty questions, and two hundred people who marked seven of them.
Result<void> add_round(store::Session& session, trail::Trail const& trail, Made& made)
{
    priorities::By const by{trail, trail::program_actor};
    priorities::Round round;
    round.workspace_id = made.workspace;
    round.title = "Wat eerst? (verzonnen)";
    round.marks = 7;
    auto const many = std::min(made.questions.size(), priorities::most_options);
    std::vector<std::string> const questions(made.questions.begin(),
                                             made.questions.begin() + static_cast<std::ptrdiff_t>(many));
    WF_TRY(auto const open, priorities::open(session, by, round, questions));
    std::vector<std::vector<std::int64_t>> ballots;
    for (std::int64_t person = 0; person < 200; ++person) {
        ballots.emplace_back();
        for (std::int64_t i = 0; i < round.marks; ++i)
            ballots.back().push_back((person * 3 + i * i) % static_cast<std::int64_t>(many) + 1);
        auto& own = ballots.back();
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
    }
    WF_TRY_VOID(priorities::add_paper(session, by, open, ballots));
    WF_TRY_VOID(priorities::close(session, by, open));
    made.round = open.id;
    return {};
}

Made fill(store::Store& store, people::House& house, int questions)
{
    Made made;
    static_cast<void>(
        store
            .write([&](store::Session& session) -> Result<void> {
                WF_TRY(auto const top, workspaces::add(session, "Beheer", workspaces::Kind::association, ""));
                static_cast<void>(top);
                WF_TRY(auto const here,
                       workspaces::add(session, "Werkplaats (verzonnen)", workspaces::Kind::werkplaats, ""));
                made.workspace = here.id;
                made.address = here.address;
                WF_TRY(auto const id,
                       people::add_account(session, house, "x@voorbeeld.example", "X (verzonnen)", "nl"));
                WF_TRY_VOID(people::set_roles(session, house, here.id, id, {access::Role::worker}, id));
                made.token = people::begin_login(session, house, id, people::Proof::password, "");
                return {};
            })
            .value());
    made.form_word = people::identify(store, house, made.token)->form_word;
    constexpr int at_once = 500;
    auto const add_all = [&](int many, auto const& add) {
        for (int first = 0; first < many; first += at_once) {
            store
                .write([&](store::Session& session) -> Result<void> {
                    for (int i = first; i < std::min(many, first + at_once); ++i) WF_TRY_VOID(add(session, i));
                    return {};
                })
                .value();
        }
    };
    add_all(questions, [&](store::Session& session, int i) { return add_question(session, house.trail(), made, i); });
    add_all(questions / 2, [&](store::Session& session, int i) { return add_plan(session, house.trail(), made, i); });
    add_all(questions / 5, [&](store::Session& session, int i) { return add_studio(session, house.trail(), made, i); });
    add_all(1, [&](store::Session& session, int) { return add_round(session, house.trail(), made); });
    return made;
}

struct Times {
    double median{0};
    double of_99{0};
    double most{0};
};

Times measure(app::Site const& site, std::string const& target, http::Pairs const& headers, int times)
{
    std::vector<double> each;
    for (int i = 0; i < times; ++i) {
        auto const start = std::chrono::steady_clock::now();
        auto const answer = site.ask(target, headers);
        each.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        if (answer.status != 200) {
            std::printf("%s: status %d\n", target.c_str(), answer.status);
            std::exit(1);
        }
    }
    std::sort(each.begin(), each.end());
    auto const at = [&](double part) {
        return each[static_cast<std::size_t>(part * static_cast<double>(each.size() - 1))];
    };
    return {at(0.5), at(0.99), each.back()};
}

void measure_pages(app::Site const& site, Made const& made, int times)
{
    http::Pairs const cookie{{"cookie", std::string{web::session_cookie} + "=" + made.token}};
    auto const open = "/nl/vragen/" + made.address;
    auto const inside = "/nl/werkplaats/" + made.address;
    for (auto const& target : {open,
                               open + "?zoek=sporthal",
                               open + "?zoek=bank+brug",
                               open + "?vanaf=9000",
                               open + ".json",
                               open + "/vraag/" + made.questions[7],
                               inside + "/agenda",
                               inside + "/agenda/" + made.questions[7],
                               inside + "/plannen",
                               inside + "/plannen?zoek=bibliotheek",
                               inside + "/plannen/" + made.plans[3],
                               inside + "/plannen/" + made.plans[3] + "/schrijf",
                               inside + "/studios",
                               inside + "/studios?zoek=sporthal",
                               inside + "/studios/" + made.studios[3],
                               inside + "/studios/" + made.studios[3] + "/overdracht",
                               std::string{"/nl/zoeken?zoek=bank"},
                               std::string{"/nl/zoeken?zoek=bank+brug"},
                               std::string{"/nl/zoeken?zoek=nummer+verzonnen"},
                               open + "/keuze/" + made.round,
                               inside + "/momenten",
                               inside + "/netwerk",
                               inside + "/doorwerking",
                               inside + "/verantwoording",
                               inside + "/verantwoording.csv"}) {
        std::vector<Times> all;
        for (int run = 0; run < runs; ++run) all.push_back(measure(site, target, cookie, times));
        std::sort(all.begin(), all.end(), [](Times const& a, Times const& b) { return a.of_99 < b.of_99; });
        auto const shown = target.find("0") == std::string::npos || target.size() < 60 ? target : target.substr(0, 60);
        std::printf("%-62s median %6.2f ms, 99 of 100 %6.2f ms (%.2f-%.2f), slowest %6.2f ms\n", shown.c_str(),
                    all[runs / 2].median, all[runs / 2].of_99, all.front().of_99, all.back().of_99, all.back().most);
    }
}

/// Each of ten people changes another text of the plan that all ten opened at the same moment.
void write_at_once(app::Site const& site, store::Store& store, Made const& made)
{
    std::vector<std::thread> people;
    std::atomic<int> refused{0};
    std::atomic<bool> go{false};
    std::vector<double> times(writers);
    for (int i = 0; i < writers; ++i) {
        people.emplace_back([&, i] {
            auto const id = made.plans[static_cast<std::size_t>(i / writers_of_a_plan)];
            auto const& own = plans::parts[static_cast<std::size_t>(8 + i % writers_of_a_plan)];
            auto const plan =
                store.read([&](store::Session& session) { return *plans::find(session, made.workspace, id); });
            auto content = plan.content;
            content.*own.text = own.name == "bron" ? "/over" : "Geschreven door " + std::to_string(i);
            http::Request request;
            request.method = http::Method::post;
            request.path = "/nl/werkplaats/" + made.address + "/plannen/" + id + "/schrijf";
            request.target = request.path;
            request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
            request.cookies = {{std::string{web::session_cookie}, made.token}};
            request.body = "_woord=" + made.form_word + "&_gezien=" + std::to_string(plan.version);
            for (auto const& part : plans::parts)
                request.body += "&" + std::string{part.name} + "=" + percent_encode(content.*part.text);
            while (!go) std::this_thread::yield();
            auto const start = std::chrono::steady_clock::now();
            if (site.handle(request).status != 303) ++refused;
            times[static_cast<std::size_t>(i)] =
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        });
    }
    go = true;
    for (auto& person : people) person.join();
    int lost = 0;
    for (int i = 0; i < writers; ++i) {
        auto const plan = store.read([&](store::Session& session) {
            return *plans::find(session, made.workspace, made.plans[static_cast<std::size_t>(i / writers_of_a_plan)]);
        });
        auto const& own = plans::parts[static_cast<std::size_t>(8 + i % writers_of_a_plan)];
        auto const expected = own.name == "bron" ? "/over" : "Geschreven door " + std::to_string(i);
        lost += plan.content.*own.text == expected ? 0 : 1;
    }
    std::sort(times.begin(), times.end());
    std::printf("%d people write at once, %d in each plan: %d lost, %d refused; median %.0f ms, slowest %.0f ms\n",
                writers, writers_of_a_plan, lost, refused.load(), times[writers / 2], times.back());
}

} // namespace

int main(int count, char** arguments)
{
    int const questions = count > 1 ? std::max(20, std::atoi(arguments[1])) : 10'000;
    int const times = count > 2 ? std::max(1, std::atoi(arguments[2])) : 100;
    auto folder = (std::filesystem::temp_directory_path() / "weefsel-bench-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) return 1;
    {
        auto const url = "sqlite:" + folder + "/w.db";
        auto const store = std::move(store::Store::open(url).value());
        auto const settings = settings::Settings::load(app::setting_definitions(), "", {{{"store.url", url}}}).value();
        auto const house = app::make_house(settings).value();
        auto features = app::make_features(walking::Rules::built_in(), house);
        static_cast<void>(store->migrate(app::all_migrations(features)).value());
        auto const made = fill(*store, *house, questions);
        auto const site =
            std::move(app::Site::make(*store, settings, std::move(features), app::identify_by(house, *store)).value());
        std::printf("%zu questions, %zu studios, %zu plans\n", made.questions.size(), made.studios.size(),
                    made.plans.size());
        measure_pages(*site, made, times);
        write_at_once(*site, *store, made);
    }
    std::filesystem::remove_all(folder);
    return 0;
}
