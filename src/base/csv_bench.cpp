// SPDX-License-Identifier: EUPL-1.2
// How fast a table of numbers is read: 20 MB, the median of five runs and their spread.
#include "base/csv.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

int main()
{
    using Clock = std::chrono::steady_clock;
    constexpr std::size_t wanted = 20'000'000;
    std::string bytes = "id,homes,residents,metres,share,cost\n";
    bytes.reserve(wanted + 100);
    for (std::uint64_t i = 0; bytes.size() < wanted; ++i) {
        std::uint64_t const noise = i * 2'654'435'761U % 1'000'003;
        bytes += std::to_string(i) + ',' + std::to_string(noise % 900) + ',' + std::to_string(noise % 2'100) + ',' +
                 wf::to_text(static_cast<double>(noise) / 100) + ',' +
                 wf::to_text(static_cast<double>(noise % 1'000) / 1'000) + ',' + std::to_string(noise) + '\n';
    }

    auto const measure = [&](auto const& work) {
        std::array<double, 5> speeds{};
        for (double& speed : speeds) {
            auto const begin = Clock::now();
            work();
            speed =
                static_cast<double>(bytes.size()) / 1e6 / std::chrono::duration<double>(Clock::now() - begin).count();
        }
        std::sort(speeds.begin(), speeds.end());
        return speeds;
    };
    std::size_t rows = 0;
    double sum = 0;
    auto const read = measure([&] { rows = wf::read_csv(bytes).value().rows(); });
    auto const parse = measure([&] {
        auto const table = wf::read_csv(bytes).value();
        sum = 0;
        for (std::size_t row = 0; row < table.rows(); ++row)
            for (std::size_t column = 0; column < table.columns(); ++column)
                sum += table.number(row, column).value().value_or(0);
    });
    std::printf("read_csv            %6.0f MB/s (%.0f-%.0f), %.1f MB, %zu rows\n", read[2], read[0], read[4],
                static_cast<double>(bytes.size()) / 1e6, rows);
    std::printf("read_csv and number %6.0f MB/s (%.0f-%.0f), sum %.6g\n", parse[2], parse[0], parse[4], sum);
    return 0;
}
