// SPDX-License-Identifier: EUPL-1.2
// Work over 0..n-1 on several threads, with the same answer for any number of them: the items are cut into chunks by n
// alone, and the chunks' answers are joined in their order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace wf {

/// How many threads may work, the calling one included. 0 is as many as the hardware has.
class Threads {
public:
    constexpr explicit Threads(unsigned count) : m_count{count} {}
    [[nodiscard]] constexpr unsigned count() const { return m_count; }

private:
    unsigned m_count;
};

namespace detail {

/// Chunks of the items: at most 256, all but the last of one size.
struct Chunks {
    std::size_t items;
    std::size_t size;

    explicit constexpr Chunks(std::size_t n) : items{n}, size{n / 256 + (n % 256 != 0 ? 1 : 0)} {}
    [[nodiscard]] constexpr std::size_t count() const { return items == 0 ? 0 : (items - 1) / size + 1; }
    [[nodiscard]] constexpr std::size_t begin(std::size_t chunk) const { return chunk * size; }
    [[nodiscard]] constexpr std::size_t end(std::size_t chunk) const { return std::min(items, (chunk + 1) * size); }
};

/// Calls work(0) to work(count-1), each once. Rethrows the exception of the lowest chunk that threw; chunks that
/// had not begun by then are left out.
void run_chunks(std::size_t count, Threads threads, std::function<void(std::size_t)> const& work);

} // namespace detail

/// f(i) for each i below n, in no set order and from several threads. An exception stops the work and is rethrown: the
/// one of the lowest chunk that threw, so that it too is always the same.
template <class F>
void parallel_for(std::size_t n, Threads threads, F const& f)
{
    detail::Chunks const chunks{n};
    detail::run_chunks(chunks.count(), threads, [&](std::size_t chunk) {
        for (std::size_t i = chunks.begin(chunk); i < chunks.end(chunk); ++i) f(i);
    });
}

/// Each chunk begins with a copy of `nothing` and takes its items with add(part, i), in order; the parts are then
/// joined in order with join(whole, std::move(part)). Sums come out equal bit for bit for any number of threads.
template <class Part, class Add, class Join>
[[nodiscard]] Part parallel_reduce(std::size_t n, Threads threads, Part const& nothing, Add const& add,
                                   Join const& join)
{
    detail::Chunks const chunks{n};
    std::vector<std::optional<Part>> parts(chunks.count());
    detail::run_chunks(chunks.count(), threads, [&](std::size_t chunk) {
        Part part = nothing;
        for (std::size_t i = chunks.begin(chunk); i < chunks.end(chunk); ++i) add(part, i);
        parts[chunk] = std::move(part);
    });
    Part whole = nothing;
    for (auto& part : parts) join(whole, std::move(*part));
    return whole;
}

} // namespace wf
