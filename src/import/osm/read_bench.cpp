// SPDX-License-Identifier: EUPL-1.2
// How long, and with how much memory, an extract is read: import_osm_read_bench FILE
#include "import/osm/read.hpp"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <string>

int main(int count, char** words)
{
    std::string const path = count > 1 ? words[1] : "data/kampen/kampen.osm.pbf";
    for (int round = 0; round < 3; ++round) {
        auto const start = std::chrono::steady_clock::now();
        auto const extract = wf::osm::read_extract(path, wf::walking::Categories::built_in());
        double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (!extract) {
            std::printf("%s\n", wf::to_line(extract.error()).c_str());
            return 1;
        }
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        std::printf("%.3f s, at most %ld MB: %zu nodes, %zu edges, %zu homes, %zu places\n", seconds,
                    used.ru_maxrss / 1024, extract->network.nodes.size(), extract->network.edges.size(),
                    extract->homes.size(), extract->places.size());
    }
    return 0;
}
