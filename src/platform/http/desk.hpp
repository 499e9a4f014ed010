// SPDX-License-Identifier: EUPL-1.2
// Between a request that was read and its answer: the cache, the pool, and the edge where exceptions become answers.
// It knows no sockets.
#pragma once

#include "platform/http/answer.hpp"
#include "platform/http/cache.hpp"
#include "platform/http/pool.hpp"
#include "platform/http/reader.hpp"
#include "platform/http/server.hpp"

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace wf::http {

class Desk {
public:
    using Then = std::function<void(AnswerPtr)>;

    Desk(ServerOptions const& options, ServerHooks hooks);

    void open();  ///< starts the pool
    void close(); ///< waits for what runs, drops what waits

    // The input/output thread asks find() first and, when that gives nothing, ask() for the same head.
    /// The kept answer, or nullptr.
    [[nodiscard]] AnswerPtr find(Head const& head);
    /// An answer at once (a bad request, no room), or nullptr: then `then` is called later, once, on the pool.
    [[nodiscard]] AnswerPtr ask(Head const& head, std::string body, std::string peer, Then then);
    [[nodiscard]] AnswerPtr failure(int status, std::string_view code, Request const* request) const;

    void log(std::string_view line) const;

    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> from_cache{0};
    std::atomic<std::uint64_t> refused{0};

private:
    struct Job {
        Request request;
        Question question;
        Coding coding;
        std::string key; ///< empty: not to be kept
        std::uint64_t generation;
        Then then;
    };

    void write_key(Head const& head);
    [[nodiscard]] AnswerPtr work(Job const& job);

    ServerHooks m_hooks;
    int m_workers;
    std::size_t m_queue;
    int m_slow_workers;
    std::size_t m_slow_queue;
    bool m_has_cache;
    AnswerCache m_cache;
    std::optional<Pool> m_pool;
    std::optional<Pool> m_slow_pool;

    // What find() leaves for ask(), and memory that is used again.
    std::string m_key;
    std::uint64_t m_generation{0};
    Coding m_coding{Coding::plain};
};

} // namespace wf::http
