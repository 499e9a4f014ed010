// SPDX-License-Identifier: EUPL-1.2
// How many pages of 30 kB one core gives, from the cache and from a handler. wrk asks, on loopback; the processor
// time is that of this process only, so that it does not matter what else the machine does.
#include "platform/http/server.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace {

double cpu_seconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    auto const seconds = [](timeval const& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// What wrk says after "Requests/sec:"; 0 when it could not run or saw an error.
double run_wrk(std::uint16_t port)
{
    auto const command = "/usr/bin/wrk -t1 -c32 -d3s http://127.0.0.1:" + std::to_string(port) + "/page";
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return 0;
    std::string text;
    std::array<char, 512> piece{};
    while (std::fgets(piece.data(), static_cast<int>(piece.size()), pipe) != nullptr) text += piece.data();
    bool const went_well = ::pclose(pipe) == 0 && text.find("Non-2xx") == std::string::npos &&
                           text.find("Socket errors") == std::string::npos;
    auto const at = text.find("Requests/sec:");
    if (!went_well || at == std::string::npos) return 0;
    return std::stod(text.substr(at + 13));
}

struct Spread {
    double low, median, high;
};

Spread spread(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return {values.front(), values[values.size() / 2], values.back()};
}

bool measure(char const* name, std::size_t cache_bytes)
{
    wf::http::ServerOptions options;
    options.port = 0;
    options.cache_bytes = cache_bytes;
    wf::http::ServerHooks hooks;
    std::string const page(30'000, 'x');
    hooks.handle = [&](wf::http::Request const&) {
        return wf::http::Response{200, "text/html; charset=utf-8", {}, page, wf::http::Cache::until_change};
    };
    hooks.on_failure = [](int status, std::string_view code, wf::http::Request const*) {
        return wf::http::Response{status, "text/plain", {}, std::string{code}, wf::http::Cache::never};
    };
    hooks.generation = [] { return std::uint64_t{1}; };
    wf::http::Server server{options, std::move(hooks)};
    auto const port = server.start();
    if (!port) {
        std::fprintf(stderr, "%s\n", wf::to_line(port.error()).c_str());
        return false;
    }
    std::vector<double> per_second;
    std::vector<double> per_core_second;
    for (int round = 0; round < 5; ++round) {
        auto const cpu = cpu_seconds();
        auto const requests = server.counts().requests;
        auto const rate = run_wrk(*port);
        auto const handled = static_cast<double>(server.counts().requests - requests);
        auto const used = cpu_seconds() - cpu;
        // Both sides must have counted the same requests, or one of the numbers means something else.
        if (rate == 0 || handled < rate * 2.7 || handled > rate * 3.5) {
            std::fprintf(stderr, "wrk did not run, saw errors, or counted otherwise: %.0f requests, %.0f/s\n", handled,
                         rate);
            return false;
        }
        per_second.push_back(rate);
        per_core_second.push_back(handled / used);
        std::printf("  %-10s %8.0f requests in %.2f s of processor time\n", name, handled, used);
    }
    auto const wall = spread(per_second);
    auto const core = spread(per_core_second);
    std::printf("%-10s %8.0f requests/s (%.0f to %.0f), %8.0f requests/core-second (%.0f to %.0f)\n", name, wall.median,
                wall.low, wall.high, core.median, core.low, core.high);
    return true;
}

} // namespace

int main()
{
    std::printf("30 kB page, 32 connections, 3 s, median of five (lowest to highest)\n");
    bool const cached = measure("cache on", 32U << 20U);
    bool const made = measure("cache off", 0);
    return cached && made ? 0 : 1;
}
