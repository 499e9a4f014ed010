// SPDX-License-Identifier: EUPL-1.2
// The web server: one thread for input and output, a bounded pool for handlers, a cache of finished answers.
// Input/output threads never touch a database or a file. Asio lives in server.cpp only, Beast in reader.cpp only.
#pragma once

#include "platform/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace wf::http {

struct ServerOptions {
    std::string address{"127.0.0.1"};
    std::uint16_t port{8080}; ///< 0: any free one
    int workers{2};
    std::size_t queue{512}; ///< more waiting requests than this: 503 with Retry-After
    int slow_workers{2};    ///< of what is slow on purpose: how many at the same time, and so how much memory
    std::size_t slow_queue{64};
    std::size_t connections{4096}; ///< more than this are closed at once
    std::size_t header_bytes{16 * 1024};
    std::size_t body_bytes{16U << 20};
    std::size_t cache_bytes{32U << 20};               ///< 0: no cache
    std::chrono::milliseconds header_timeout{10'000}; ///< from the first byte (or connect) to the end of the headers
    std::chrono::milliseconds body_timeout{60'000};
    std::chrono::milliseconds idle_timeout{60'000}; ///< keep-alive between requests
    std::chrono::milliseconds stop_timeout{10'000}; ///< grace for running requests at stop
};

/// What a handler throws when something that it needs is gone for now (disk full, database away): 503, where any other
/// exception is 500.
class Unavailable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// All of these are called from several threads at once. `on_failure` and `generation` are called on the
/// input/output thread too: they must be quick, and must not touch a database or a file. None of them may call
/// Server::stop().
struct ServerHooks {
    /// Answers a request that was read well; called on the pool; may throw (500 by `on_failure`). HEAD comes as GET.
    std::function<Response(Request const&)> handle;
    /// Which line a request waits in; called on the input/output thread. Nothing: all in the quick one.
    std::function<bool(Request const&)> is_slow;
    /// Makes the answer for what never reached a handler: 400, 408, 413, 414, 431, 501, 503; and for an exception
    /// (500, 503).
    std::function<Response(int status, std::string_view code, Request const* request_or_null)> on_failure;
    /// The number under which cached answers are valid (Store::generation).
    std::function<std::uint64_t()> generation;
    /// One line about what went wrong inside, without personal data.
    std::function<void(std::string_view)> log;
};

class Server {
public:
    Server(ServerOptions options, ServerHooks hooks);
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    /// Binds and starts its threads; gives the port. Errors: http.cannot_listen (field = address:port; detail says
    /// what to do).
    Result<std::uint16_t> start();
    /// No new connections; running requests get their grace; then all is closed. Called twice is fine, from any
    /// thread but the server's own. A handler that is still running then is waited for: threads cannot be taken away.
    void stop();

    struct Counts {
        std::uint64_t requests{0};
        std::uint64_t from_cache{0};
        std::uint64_t refused{0};
        std::size_t open{0};
    };
    [[nodiscard]] Counts counts() const;

private:
    class Inner;
    std::unique_ptr<Inner> m_inner;
};

} // namespace wf::http
