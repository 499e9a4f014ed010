// SPDX-License-Identifier: EUPL-1.2
// What noting costs a request: the same thing again, a flood from ever other places, and from four threads at once; and how long it takes
// to write the most that a minute may leave.
#include "commons/watch/writer.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace wf;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t noon = 1'790'000'040'000;

template <class F>
void measure(char const* what, int times, F const& work)
{
    auto const start = Clock::now();
    for (int i = 0; i < times; ++i) work(i);
    auto const micros = std::chrono::duration<double, std::micro>(Clock::now() - start).count();
    std::printf("%-52s %8.2f us each\n", what, micros / times);
}

} // namespace

int main()
{
    constexpr int times = 200'000;
    watch::Notebook book{secret::Key::make()};
    measure("noted, the same again", times, [&](int) { book.note(watch::Kind::page_refused, "", "192.0.2.1", noon); });
    measure("noted, a flood from other places", times,
            [&](int i) { book.note(watch::Kind::page_refused, "", std::to_string(i), noon + i); });
    auto const start = Clock::now();
    {
        std::vector<std::jthread> all;
        for (int who = 0; who < 4; ++who)
            all.emplace_back([&, who] {
                for (int i = 0; i < times; ++i) book.note(watch::Kind::bad_input, "", std::to_string(who), noon + i);
            });
    }
    std::printf("%-52s %8.2f us each\n", "noted, four threads at once",
                std::chrono::duration<double, std::micro>(Clock::now() - start).count() / (4 * times));

    auto folder = (std::filesystem::temp_directory_path() / "wf-watch-bench-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) return 1;
    {
        auto const store = store::Store::open("sqlite:" + folder + "/w.db").value();
        static_cast<void>(store->migrate(watch::migrations()).value());
        watch::Notebook full{secret::Key::make()};
        for (auto const kind : watch::all_kinds()) {
            for (int i = 0; i < 100; ++i) full.note(kind, "", std::to_string(i), noon);
        }
        auto const begin = Clock::now();
        watch::write_down(*store, full);
        std::printf("%-52s %8.2f ms\n", "written, the most of a minute (18 kinds, 61 rows)",
                    std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::filesystem::remove_all(folder);
    return 0;
}
