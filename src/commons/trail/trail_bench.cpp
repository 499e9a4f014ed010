// SPDX-License-Identifier: EUPL-1.2
// How many entries of two changes, one of them personal, are added a second, in transactions of one and of a thousand, on a file; and
// how long it takes to verify a chain (argument: entries, default 100000), and to read a page of fifty.
#include "commons/trail/chain.hpp"
#include "commons/trail/trail.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace {

using namespace wf;
using Clock = std::chrono::steady_clock;

std::string const workspace = "01900000-0000-7000-8000-0000000000aa";
std::string const person = "01900000-0000-7000-8000-000000000002";

trail::Entry make_entry(int n)
{
    return {workspace,
            "01900000-0000-7000-8000-000000000001",
            "account.change",
            "account",
            std::to_string(n),
            {{"mail", "jansen@example.org", "j.pietersen@example.org", person}, {"role", "member", "editor"}}};
}

double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void add_many(store::Store& store, trail::Trail const& trail, int transactions, int each)
{
    auto const start = Clock::now();
    for (int transaction = 0; transaction < transactions; ++transaction) {
        store
            .write([&](store::Session& session) -> Result<void> {
                for (int n = 0; n < each; ++n) WF_TRY_VOID(trail.add(session, make_entry(n)));
                return {};
            })
            .value();
    }
    std::printf("%-44s %10.0f /s\n", ("added, " + std::to_string(each) + " in a transaction").c_str(),
                transactions * each / seconds_since(start));
}

} // namespace

int main(int count, char** arguments)
{
    int const entries = count > 1 ? std::atoi(arguments[1]) : 100'000;
    auto const folder = std::filesystem::temp_directory_path() / ("wf-trail-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    {
        auto const store = store::Store::open("sqlite:" + (folder / "bench.db").string()).value();
        static_cast<void>(store->migrate(trail::migrations()).value());
        trail::Trail const trail{secret::Key::make()};
        store->write([&](store::Session& session) { return trail.person_keys().make(session, person); }).value();
        add_many(*store, trail, 1'000, 1);
        add_many(*store, trail, entries / 1'000, 1'000);

        auto start = Clock::now();
        auto const verified = store->read([](store::Session& session) { return trail::verify(session, workspace); });
        auto const took = seconds_since(start);
        if (verified.first_break) return 1;
        std::printf("%-44s %10.2f s for %lld entries, %.2f s for a million\n", "verified", took,
                    static_cast<long long>(verified.entries), took * 1e6 / static_cast<double>(verified.entries));

        start = Clock::now();
        for (int page = 0; page < 100; ++page) {
            auto const seen = store->read([&](store::Session& session) {
                return trail.list(session, {workspace, {}, {}, {}, 50});
            });
            if (seen.size() != 50 || seen[0].changes[0].after.text.empty()) return 1;
        }
        std::printf("%-44s %10.2f ms\n", "page of fifty, opened", seconds_since(start) * 10);
    }
    std::filesystem::remove_all(folder);
}
