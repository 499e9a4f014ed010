// SPDX-License-Identifier: EUPL-1.2
// What one fresh page costs without a network: microseconds for each kind of page, median of five with lowest and highest; and the same
// for a visitor whose cookie must be looked up and whose rights are judged, in turn with one who has none.
// Arguments: how often to ask in each of the five runs (500), and addresses to ask for instead of the usual ones.
#include "app/features.hpp"
#include "app/house.hpp"
#include "app/import_job.hpp"
#include "app/site.hpp"
#include "commons/people/logins.hpp"
#include "commons/people/memberships.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/web/refuse.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

using namespace wf;

namespace {

constexpr int runs = 5;

double microseconds_each(app::Site const& site, std::string const& target, http::Pairs const& headers, int times)
{
    auto const start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) {
        if (site.ask(target, headers).status != 200) std::exit(1);
    }
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count() / times;
}

/// Reading the cookie, knowing who it is and judging what a page needs: what every page of somebody with an account has besides the page.
double microseconds_of_check(http::Pairs const& headers, app::Identify const& identify, int times)
{
    auto const& rights = access::Rights::built_in();
    auto const start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) {
        http::Request request;
        request.cookies = http::read_cookies(headers.front().second);
        auto const actor = identify(*request.cookie(web::session_cookie));
        if (!actor->has_account() ||
            rights.judge(*actor, {access::Action::read, "page"}, "") != access::Verdict::allowed)
            std::exit(1);
    }
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count() / times;
}

/// The cookie of a researcher, made up, in a workspace.
std::string log_somebody_in(store::Store& store, people::House& house)
{
    return store
        .write([&](store::Session& session) -> Result<std::string> {
            WF_TRY(auto const top, workspaces::add(session, "Beheer", workspaces::Kind::association, ""));
            WF_TRY(auto const id, people::add_account(session, house, "x@voorbeeld.example", "X (verzonnen)", "nl"));
            WF_TRY_VOID(people::set_roles(session, house, top.id, id, {access::Role::researcher}, id));
            return people::begin_login(session, house, id, people::Proof::two_factors, "");
        })
        .value();
}

struct Spread {
    std::vector<double> measured;
    [[nodiscard]] double median()
    {
        std::sort(measured.begin(), measured.end());
        return measured[measured.size() / 2];
    }
};

} // namespace

int main(int count, char** arguments)
{
    int const times = count > 1 ? std::atoi(arguments[1]) : 500;
    std::vector<std::string> targets{arguments + std::min(count, 2), arguments + count};
    if (targets.empty()) {
        targets = {"/nl/buurt/BU01660001",
                   "/nl/buurten",
                   "/nl/buurt/BU01660001.json",
                   "/nl/buurten.geojson",
                   "/nl/gemeente/GM0166",
                   "/nl",
                   "/nl/bronnen",
                   "/nl/over"};
    }
    auto folder = (std::filesystem::temp_directory_path() / "weefsel-bench-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) return 1;
    {
        auto const store = std::move(store::Store::open("sqlite:" + folder + "/w.db").value());
        auto const settings =
            settings::Settings::load(app::setting_definitions(), "", {{{"store.url", "sqlite:" + folder + "/w.db"}}})
                .value();
        auto const house = app::make_house(settings).value();
        auto features = app::make_features(walking::Rules::built_in(), house);
        store->migrate(app::all_migrations(features)).value();
        job::NoProgress progress;
        for (auto const* file : {"gemeente_2015.geojson", "wijk_2015.geojson", "buurten_2015.geojson"}) {
            app::run_import(*store, {"cbs", std::string{"data/kampen/"} + file, {{"year", "2015"}}}, progress).value();
        }
        app::run_import(*store, {"cbs", "data/kampen/kwb_2017_selectie.csv", {{"year", "2017"}}}, progress).value();
        app::run_import(*store, {"rivm", "data/kampen/rivm_gezondheid_2012_2016_2020.csv", {}}, progress).value();
        app::after_import(*store, settings, "bench", progress).value();
        auto const site = std::move(app::Site::make(*store, settings, std::move(features), [&](std::string_view token) {
                                        return people::identify(*store, *house, token);
                                    }).value());
        http::Pairs const cookie{{"cookie", std::string{web::session_cookie} + "=" + log_somebody_in(*store, *house)}};
        auto const identify = app::identify_by(house, *store);
        Spread check;
        for (int run = 0; run < runs; ++run)
            check.measured.push_back(microseconds_of_check(cookie, identify, 100 * times));
        auto const alone = check.median();
        std::printf("knowing who asks and judging it: %.2f us (%.2f-%.2f)\n", alone, check.measured.front(),
                    check.measured.back());
        for (auto const& target : targets) {
            Spread open;
            Spread known;
            for (int run = 0; run < runs; ++run) {
                open.measured.push_back(microseconds_each(*site, target, {}, times));
                known.measured.push_back(microseconds_each(*site, target, cookie, times));
            }
            auto const without = open.median();
            auto const with = known.median();
            std::printf(
                "%-32s %8.1f us (%.1f-%.1f), logged in %8.1f us (%.1f-%.1f), %+.1f %%, the check alone %.1f %%\n",
                target.c_str(), without, open.measured.front(), open.measured.back(), with, known.measured.front(),
                known.measured.back(), 100 * (with / without - 1), 100 * alone / without);
        }
    }
    std::filesystem::remove_all(folder);
}
