// SPDX-License-Identifier: EUPL-1.2
// What one workspace costs when there is much in it: 10,000 questions, 2,000 studios, 5,000 plans, 400 partners with 800 lines between
// them, 1,000 claims of uptake, made up. For each kind of page the median, the 99th of a hundred and the slowest answer, in five runs;
// the accounting also right after somebody wrote something, when nothing of it is kept; then 200 people who write at the same moment,
// ten of them in each plan, and whether anything of anybody is lost.
// Arguments: how many questions (10000), how often each page is asked in a run (100), only pages with this in their address (all).
#include "app/agenda_bench_fill.hpp"
#include "app/features.hpp"
#include "app/house.hpp"
#include "app/site.hpp"
#include "base/percent.hpp"
#include "commons/plans/plans.hpp"
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
using namespace wf::app::bench;

namespace {

constexpr int runs = 5;
constexpr int writers = 200;
constexpr int writers_of_a_plan = 10;

struct Times {
    double median{0};
    double of_99{0};
    double most{0};
};

/// `before`: what happens before each question, outside the time.
template <class F>
Times measure(app::Site const& site, std::string const& target, http::Pairs const& headers, int times, F const& before)
{
    std::vector<double> each;
    for (int i = 0; i < times; ++i) {
        before();
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

template <class F>
void measure_runs(app::Site const& site, Made const& made, std::string const& target, std::string const& name,
                  std::string const& only, int times, F const& before)
{
    http::Pairs const cookie{{"cookie", std::string{web::session_cookie} + "=" + made.token}};
    if (target.find(only) == std::string::npos) return;
    std::vector<Times> all;
    for (int run = 0; run < runs; ++run) all.push_back(measure(site, target, cookie, times, before));
    std::sort(all.begin(), all.end(), [](Times const& a, Times const& b) { return a.of_99 < b.of_99; });
    std::printf("%-62s median %6.2f ms, 99 of 100 %6.2f ms (%.2f-%.2f), slowest %6.2f ms\n", name.substr(0, 60).c_str(),
                all[runs / 2].median, all[runs / 2].of_99, all.front().of_99, all.back().of_99, all.back().most);
}

void measure_pages(app::Site const& site, Made const& made, std::string const& only, int times)
{
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
                               inside + "/momenten?vanaf=9000",
                               inside + "/netwerk",
                               inside + "/doorwerking",
                               inside + "/verantwoording?jaar=2026",
                               inside + "/verantwoording?jaar=2026&deel=issues&vanaf=5000",
                               inside + "/verantwoording.csv?jaar=2026"})
        measure_runs(site, made, target, target, only, times, [] {});
}

/// The accounting when nothing of it is kept: after each line that somebody adds to the trail.
void measure_after_writing(app::Site const& site, store::Store& store, people::House& house, Made const& made,
                           std::string const& only, int times)
{
    auto const inside = "/nl/werkplaats/" + made.address;
    auto const write = [&] {
        static_cast<void>(store
                              .write([&](store::Session& session) -> Result<void> {
                                  auto const plan = plans::find(session, made.workspace, made.plans[3]);
                                  WF_TRY_VOID(plans::promise(session, {house.trail(), trail::program_actor}, *plan,
                                                             "Nog eens", "2027-09-01"));
                                  return {};
                              })
                              .value());
    };
    for (auto const* below : {"/verantwoording?jaar=2026", "/verantwoording.csv?jaar=2026"})
        measure_runs(site, made, inside + below, std::string{"after a change: "} + below, only, times, write);
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
    std::string const only = count > 3 ? arguments[3] : "";
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
        std::printf("%zu questions, %zu studios, %zu plans, %zu partners\n", made.questions.size(), made.studios.size(),
                    made.plans.size(), made.partners.size());
        measure_pages(*site, made, only, times);
        measure_after_writing(*site, *store, *house, made, only, times);
        write_at_once(*site, *store, made);
    }
    std::filesystem::remove_all(folder);
    return 0;
}
