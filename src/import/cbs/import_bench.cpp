// SPDX-License-Identifier: EUPL-1.2
// How long the CBS files of the demonstration take, from bytes to published. Argument: folder with the files
// (data/kampen).
#include "commons/intake/intake_test_store.hpp"
#include "import/cbs/import.hpp"
#include "platform/file/file.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

struct File {
    char const* name;
    int year;
};

constexpr std::array files{File{"gemeente_2015.geojson", 2015},
                           File{"wijk_2015.geojson", 2015},
                           File{"buurten_2015.geojson", 2015},
                           File{"kwb_2017_selectie.csv", 2017},
                           File{"huishoudenspositie_leeftijd_2020.csv", 2020},
                           File{"misdrijven_2024.csv", 2024},
                           File{"buurtnamen_2024.csv", 2024}};

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int count, char** arguments)
{
    std::string const folder = count > 1 ? arguments[1] : "data/kampen";
    auto const store = wf::intake::open_test_store();
    wf::job::NoProgress progress;
    auto const start = std::chrono::steady_clock::now();
    for (File const& file : files) {
        auto const bytes = wf::file::load(folder + "/" + file.name);
        if (!bytes) {
            std::fprintf(stderr, "%s\n", wf::to_line(bytes.error()).c_str());
            return EXIT_FAILURE;
        }
        auto const start_of_file = std::chrono::steady_clock::now();
        wf::cbs::Request request;
        request.file_name = file.name;
        request.bytes = *bytes;
        request.year = file.year;
        auto const outcome = wf::cbs::import_cbs(*store, request, progress);
        if (!outcome) {
            std::fprintf(stderr, "%s\n", wf::to_line(outcome.error()).c_str());
            return EXIT_FAILURE;
        }
        std::printf("%-40s %6lld rows %8.1f ms\n", file.name, static_cast<long long>(outcome->report.kept),
                    seconds_since(start_of_file) * 1000);
    }
    std::printf("%-40s %6lld figures %5.1f ms\n", "all",
                static_cast<long long>(wf::intake::count_rows(*store, "figure")), seconds_since(start) * 1000);
    return EXIT_SUCCESS;
}
