// SPDX-License-Identifier: EUPL-1.2
// How long the health table takes, from bytes to published. Argument: the file (default: that of the demonstration).
#include "commons/intake/intake_test_store.hpp"
#include "import/rivm/import.hpp"
#include "platform/file/file.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

int main(int count, char** arguments)
{
    std::string const path = count > 1 ? arguments[1] : "data/kampen/rivm_gezondheid_2012_2016_2020.csv";
    auto const bytes = wf::file::load(path);
    if (!bytes) {
        std::fprintf(stderr, "%s\n", wf::to_line(bytes.error()).c_str());
        return EXIT_FAILURE;
    }
    auto const store = wf::intake::open_test_store();
    wf::job::NoProgress progress;
    wf::rivm::Request request;
    request.file_name = path;
    request.bytes = *bytes;
    auto const start = std::chrono::steady_clock::now();
    auto const outcome = wf::rivm::import_rivm(*store, request, progress);
    if (!outcome) {
        std::fprintf(stderr, "%s\n", wf::to_line(outcome.error()).c_str());
        return EXIT_FAILURE;
    }
    double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("%lld rows, %lld figures, %.1f ms\n", static_cast<long long>(outcome->report.kept),
                static_cast<long long>(wf::intake::count_rows(*store, "figure")), seconds * 1000);
    return EXIT_SUCCESS;
}
