// SPDX-License-Identifier: EUPL-1.2
// How many reads and writes a second: a 40-row query by key, and transactions of one batch of 1,000 rows, on a file.
// Prints the median of five with the lowest and highest.
#include "platform/store/store.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using namespace wf::store;
using Clock = std::chrono::steady_clock;

constexpr int areas = 2'000;
constexpr int rows_each = 40;

/// Calls `work`, which answers how much it did, five times.
template <class F>
void measure(char const* what, F const& work)
{
    std::array<double, 5> rates{};
    for (double& rate : rates) {
        auto const start = Clock::now();
        auto const done = work();
        rate = static_cast<double>(done) / std::chrono::duration<double>(Clock::now() - start).count();
    }
    std::sort(rates.begin(), rates.end());
    std::printf("%-40s %12.0f /s   (%.0f to %.0f)\n", what, rates[2], rates[0], rates[4]);
}

std::int64_t read_areas(Store& store, int times, int seed)
{
    std::int64_t found = 0;
    for (int i = 0; i < times; ++i) {
        auto const area = "BU" + std::to_string((i * 7'919 + seed) % areas);
        store.read([&](Session& s) {
            s.query("select name, value, n from number where area_id = $1 order by name", {area}, [&](Row const& row) {
                found += static_cast<std::int64_t>(row.text(0).size() > 0 && row.real(1) >= 0 && row.integer(2) >= 0);
            });
        });
    }
    return found / rows_each;
}

wf::Result<void> fill(Session& s)
{
    s.script(
        "create table number (area_id text, name text, value real, n integer, primary key (area_id, name)) strict, "
        "without rowid; create table event (id integer primary key, area_id text, value real, name text) strict;");
    for (int area = 0; area < areas; ++area) {
        for (int row = 0; row < rows_each; ++row) {
            s.exec("insert into number values ($1, $2, $3, $4)",
                   {"BU" + std::to_string(area), "indicator " + std::to_string(row), area * 0.5 + row, row});
        }
    }
    return {};
}

} // namespace

int main()
{
    auto const folder = std::filesystem::temp_directory_path() / ("wf-store-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    {
        auto store = Store::open("sqlite:" + (folder / "bench.db").string()).value();
        if (!store->write(fill)) return 1;

        measure("reads of 40 rows by key, 1 thread", [&] { return read_areas(*store, 20'000, 0); });
        measure("reads of 40 rows by key, 2 threads", [&] {
            std::thread other{[&] { read_areas(*store, 20'000, 1); }};
            auto const mine = read_areas(*store, 20'000, 2);
            other.join();
            return 2 * mine;
        });
        measure("rows written, batches of 1,000", [&] {
            constexpr int batches = 50;
            for (int batch = 0; batch < batches; ++batch) {
                std::vector<Value> values;
                for (int row = 0; row < 1'000; ++row)
                    values.insert(values.end(), {"BU00000001", row * 0.25, "a name of some length"});
                auto const done = store->write([&](Session& s) -> wf::Result<void> {
                    return s.batch("insert into event (area_id, value, name) values ($1, $2, $3)", 3, values),
                           wf::Result<void>{};
                });
                if (!done) return 0;
            }
            return batches * 1'000;
        });
        measure("transactions of one row", [&] {
            constexpr int times = 500;
            for (int i = 0; i < times; ++i) {
                auto const done = store->write([&](Session& s) -> wf::Result<std::int64_t> {
                    return s.exec("insert into event (area_id, value, name) values ($1, $2, $3)",
                                  {"BU00000001", i, "one"});
                });
                if (!done) return 0;
            }
            return times;
        });
    }
    std::filesystem::remove_all(folder);
}
