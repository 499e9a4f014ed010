// SPDX-License-Identifier: EUPL-1.2
// What one fresh page costs without a network: microseconds for each kind of page, median of five with lowest and highest.
// Arguments: how often to ask in each of the five runs (500), and addresses to ask for instead of the usual ones.
#include "app/features.hpp"
#include "app/import_job.hpp"
#include "app/site.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

using namespace wf;

namespace {

constexpr int runs = 5;

double microseconds_each(app::Site const& site, std::string const& target, int times)
{
    auto const start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) {
        if (site.ask(target).status != 200) std::exit(1);
    }
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count() / times;
}

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
        auto features = app::make_features();
        store->migrate(app::all_migrations(features)).value();
        job::NoProgress progress;
        for (auto const* file : {"gemeente_2015.geojson", "wijk_2015.geojson", "buurten_2015.geojson"}) {
            app::run_import(*store, {"cbs", std::string{"data/kampen/"} + file, {{"year", "2015"}}}, progress).value();
        }
        app::run_import(*store, {"cbs", "data/kampen/kwb_2017_selectie.csv", {{"year", "2017"}}}, progress).value();
        app::run_import(*store, {"rivm", "data/kampen/rivm_gezondheid_2012_2016_2020.csv", {}}, progress).value();
        auto const settings = settings::Settings::load(app::setting_definitions(), "", {}).value();
        app::after_import(*store, settings, "bench", progress).value();
        auto const site = std::move(app::Site::make(*store, settings, std::move(features)).value());
        for (auto const& target : targets) {
            std::vector<double> measured;
            for (int run = 0; run < runs; ++run) measured.push_back(microseconds_each(*site, target, times));
            std::sort(measured.begin(), measured.end());
            std::printf("%-32s %8.1f us (%.1f-%.1f)\n", target.c_str(), measured[runs / 2], measured.front(),
                        measured.back());
        }
    }
    std::filesystem::remove_all(folder);
}
