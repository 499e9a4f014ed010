// SPDX-License-Identifier: EUPL-1.2
#include "base/parallel.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace wf::detail {

void run_chunks(std::size_t count, Threads threads, std::function<void(std::size_t)> const& work)
{
    std::size_t const asked =
        threads.count() != 0 ? threads.count() : std::max(1U, std::thread::hardware_concurrency());
    std::size_t const workers = std::min(asked, count);
    if (workers <= 1) {
        for (std::size_t chunk = 0; chunk < count; ++chunk) work(chunk);
        return;
    }

    std::atomic<std::size_t> next{0};
    std::atomic<bool> stopped{false};
    std::mutex mutex;
    std::size_t thrown_by = count;
    std::exception_ptr thrown;
    auto const labour = [&] {
        // Chunks are taken in order, and one that is taken is done: all below a chunk that throws have been tried.
        while (!stopped.load()) {
            std::size_t const chunk = next.fetch_add(1);
            if (chunk >= count) return;
            try {
                work(chunk);
            } catch (...) {
                stopped.store(true);
                std::lock_guard const lock{mutex};
                if (chunk < thrown_by) {
                    thrown_by = chunk;
                    thrown = std::current_exception();
                }
            }
        }
    };

    {
        std::vector<std::jthread> others;
        others.reserve(workers - 1);
        try {
            while (others.size() < workers - 1) others.emplace_back(labour);
        } catch (std::system_error const&) {
            // The machine gives no more threads: those that there are do the work.
        }
        labour();
    }
    if (thrown) std::rethrow_exception(thrown);
}

} // namespace wf::detail
