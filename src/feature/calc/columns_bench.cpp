// SPDX-License-Identifier: EUPL-1.2
// How long does it take to read six columns of a file, and does it grow with the rows?
#include "base/random.hpp"
#include "base/text.hpp"
#include "feature/calc/columns.hpp"

#include <chrono>
#include <cstdio>

int main()
{
    using Clock = std::chrono::steady_clock;
    using wf::calc::Kind;
    for (std::size_t const rows : {100'000U, 1'000'000U}) {
        wf::Random random{1};
        std::string bytes = "id,cluster,y,x1,x2,x3\n";
        for (std::size_t row = 0; row < rows; ++row) {
            bytes += std::to_string(row) + ",c" + std::to_string(row * 1'000 / rows);
            for (int i = 0; i < 4; ++i) bytes += ',' + wf::to_text(random.normal());
            bytes += '\n';
        }
        auto const start = Clock::now();
        auto const columns = wf::calc::Columns::read_bytes(bytes, "bench",
                                                           {{"id", Kind::number},
                                                            {"cluster", Kind::label},
                                                            {"y", Kind::number},
                                                            {"x1", Kind::any},
                                                            {"x2", Kind::any},
                                                            {"x3", Kind::any}});
        double const millis = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
        std::printf("%zu rows, %.1f MB: %.1f ms (%zu clusters)\n", rows, static_cast<double>(bytes.size()) / 1e6,
                    millis, columns ? (*columns)[1].levels.size() : 0);
    }
}
