// SPDX-License-Identifier: EUPL-1.2
// Sockets, deadlines and order. Everything here but start(), stop() and counts() runs on one thread, so nothing is
// locked. A connection handles one request at a time and does not read on while it does: who sends faster waits in
// the kernel.
#include "platform/http/server.hpp"

#include "base/check.hpp"
#include "platform/http/desk.hpp"
#include "platform/http/reader.hpp"
#include "platform/http/wipe.hpp"

#include <utility>

#if defined(__SANITIZE_THREAD__)
// The thread sanitizer does not know fences. Asio's are not needed for order here: its queue has a lock.
#define BOOST_ASIO_DISABLE_FENCED_BLOCK
#endif
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <ctime>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace wf::http {

namespace {

namespace asio = boost::asio;
using Code = boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Tcp = asio::ip::tcp;
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;
using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

constexpr std::size_t read_piece = 4 * 1024;
constexpr std::size_t read_body_piece = 64 * 1024;
constexpr std::size_t write_piece = 1024 * 1024;
constexpr std::chrono::milliseconds drain_timeout{2000};
constexpr std::chrono::milliseconds last_drain_timeout{200}; ///< the same while the server stops
constexpr std::chrono::milliseconds stopping_tick{50};
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

/// Bytes that came in and were not read yet.
class Input {
public:
    [[nodiscard]] std::string_view view() const { return {m_bytes.data() + m_begin, m_end - m_begin}; }
    [[nodiscard]] bool empty() const { return m_begin == m_end; }
    void drop(std::size_t count)
    {
        wipe(m_bytes.data() + m_begin, count);
        m_begin += count;
    }
    void add(std::size_t count) { m_end += count; }

    asio::mutable_buffer room(std::size_t size)
    {
        if (m_begin > 0) {
            std::copy(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_begin),
                      m_bytes.begin() + static_cast<std::ptrdiff_t>(m_end), m_bytes.begin());
            wipe(m_bytes.data() + m_end - m_begin, m_begin);
            m_end -= m_begin;
            m_begin = 0;
        }
        // An idle connection gives back what a large body took.
        if (m_end == 0 && m_bytes.size() > size) m_bytes = std::vector<char>(size);
        if (m_bytes.size() < m_end + size) {
            std::vector<char> larger(m_end + size);
            std::copy(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_end), larger.begin());
            wipe(m_bytes.data(), m_end);
            m_bytes.swap(larger);
        }
        return asio::buffer(m_bytes.data() + m_end, size);
    }

private:
    std::vector<char> m_bytes;
    std::size_t m_begin{0};
    std::size_t m_end{0};
};

Error cannot_listen(ServerOptions const& options, Code const& code)
{
    auto const port = std::to_string(options.port);
    Error error{Trouble::conflict, "http.cannot_listen", options.address + ':' + port, ""};
    if (code == asio::error::address_in_use) {
        error.detail = "port " + port + " is taken: choose another with --port or stop the other program";
    } else if (code == asio::error::access_denied) {
        error.detail = "port " + port + " is for the system only: choose one above 1023 with --port";
    } else {
        error.detail = "cannot listen on " + error.field + ": " + code.message();
    }
    return error;
}

} // namespace

class Server::Inner {
public:
    Inner(ServerOptions options, ServerHooks hooks)
        : m_options{std::move(options)},
          m_desk{m_options, std::move(hooks)},
          m_io{1},
          m_acceptor{m_io},
          m_next{m_io},
          m_ticker{m_io},
          m_work{m_io.get_executor()}
    {
        WF_CHECK(m_options.header_bytes >= 256 && m_options.header_bytes <= 1U << 20U);
    }

    Result<std::uint16_t> start();
    void stop();
    [[nodiscard]] Counts counts() const
    {
        return {m_desk.requests.load(), m_desk.from_cache.load(), m_desk.refused.load(), m_open.load()};
    }

private:
    class Session;

    void run();
    void accept();
    void on_accept(Code const& code);
    void tick();
    void wind_down();
    void enter(Session& session);
    void leave(Session& session);
    std::string_view date_line();

    ServerOptions const m_options;
    Desk m_desk;
    std::vector<Session*> m_sessions; ///< each knows its place
    std::atomic<std::size_t> m_open{0};
    enum class Life { fresh, running, stopped };
    std::mutex m_life_mutex; ///< one start or stop at a time
    Life m_life{Life::fresh};
    std::mutex m_mutex; ///< guards m_all_gone
    std::condition_variable m_gone;
    bool m_all_gone{false};
    asio::io_context m_io; ///< after what its handlers use while they die
    Acceptor m_acceptor;
    Socket m_next;
    Tcp::endpoint m_next_peer;
    Timer m_ticker;
    std::chrono::milliseconds m_tick{1000};
    asio::executor_work_guard<Executor> m_work;
    bool m_stopping{false};
    bool m_accepts_later{false};
    std::time_t m_date_time{0};
    std::string m_date_line;

    std::thread m_thread;
};

/// One connection. Its handlers own it; the server only knows where it is.
class Server::Inner::Session : public std::enable_shared_from_this<Session> {
public:
    Session(Inner& server, Socket socket, std::string peer)
        : m_server{server},
          m_socket{std::move(socket)},
          m_peer{std::move(peer)},
          m_reader{{server.m_options.header_bytes, server.m_options.body_bytes}}
    {
        m_server.enter(*this);
    }
    ~Session() { close(); }
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    void start()
    {
        Code ignored;
        m_socket.set_option(Tcp::no_delay{true}, ignored);
        m_socket.non_blocking(true, ignored);
        enter(Phase::head, m_server.m_options.header_timeout);
        read();
    }

    void close()
    {
        if (m_phase == Phase::closed) return;
        m_phase = Phase::closed;
        m_server.leave(*this); // first: who sees the end of the connection finds it no longer counted
        Code ignored;
        m_socket.close(ignored);
    }

    void close_if_late(Clock::time_point now)
    {
        if (now > m_deadline) close();
    }

    /// Stop: who has no request under way goes now; the others after their answer.
    void close_if_idle()
    {
        if (m_phase == Phase::idle || m_phase == Phase::head) close();
        if (m_phase == Phase::draining) m_deadline = std::min(m_deadline, Clock::now() + last_drain_timeout);
    }

    std::size_t place{0};

private:
    enum class Phase { idle, head, body, handling, writing, draining, closed };

    void enter(Phase phase, std::chrono::milliseconds limit)
    {
        m_phase = phase;
        m_deadline = Clock::now() + limit;
    }

    void read()
    {
        m_socket.async_read_some(m_input.room(m_phase == Phase::body ? read_body_piece : read_piece),
                                 [self = shared_from_this()](Code const& code, std::size_t count) {
                                     self->on_read(code, count);
                                 });
    }

    void on_read(Code const& code, std::size_t count)
    {
        if (m_phase == Phase::closed) return;
        if (code) return close();
        if (m_phase == Phase::draining) return read();
        m_input.add(count);
        if (m_phase == Phase::idle) enter(Phase::head, m_server.m_options.header_timeout);
        advance();
    }

    void advance()
    {
        for (;;) {
            auto const taken = m_reader.feed(m_input.view());
            m_input.drop(taken.bytes);
            switch (taken.step) {
            case Reader::Step::more: return read();
            case Reader::Step::head:
                enter(Phase::body, m_server.m_options.body_timeout);
                if (m_input.empty() && m_reader.head().wants_continue()) return ask_for_body();
                break;
            case Reader::Step::done: return answer();
            case Reader::Step::failed: {
                auto const failure = m_reader.failure();
                m_keeps_alive = false;
                return send(m_server.m_desk.failure(failure.status, failure.code, nullptr));
            }
            }
        }
    }

    void ask_for_body()
    {
        asio::async_write(m_socket, asio::buffer(go_on.data(), go_on.size()),
                          [self = shared_from_this()](Code const& code, std::size_t) {
                              if (self->m_phase == Phase::closed) return;
                              if (code) return self->close();
                              self->read();
                          });
    }

    void answer()
    {
        m_phase = Phase::handling;
        m_deadline = Clock::time_point::max();
        m_keeps_alive = m_reader.head().keeps_alive();
        auto& desk = m_server.m_desk;
        if (auto kept = desk.find(m_reader.head())) return send(std::move(kept));
        // `self` must end its life on the input/output thread: it is moved along, never copied.
        auto then = [self = shared_from_this(), &io = m_server.m_io](AnswerPtr made) mutable {
            asio::post(io, [session = std::move(self), finished = std::move(made)]() mutable {
                session->send(std::move(finished));
            });
        };
        if (auto refusal = desk.ask(m_reader.head(), m_reader.take_body(), m_peer, std::move(then)))
            send(std::move(refusal));
    }

    void send(AnswerPtr answer)
    {
        if (m_phase == Phase::closed) return;
        m_answer = std::move(answer);
        auto const& head = m_reader.head();
        bool const reads = head.method() == Method::get || head.method() == Method::head;
        bool const unchanged =
            reads && !m_answer->unchanged.empty() && names_etag(head.first(Field::if_none_match), m_answer->etag);
        if (m_server.m_stopping) m_keeps_alive = false;
        m_lines.assign(unchanged ? m_answer->unchanged : m_answer->head).append(m_server.date_line());
        if (!m_keeps_alive) {
            m_lines.append("Connection: close\r\n");
        } else if (head.is_http_1_0()) {
            m_lines.append("Connection: keep-alive\r\n");
        }
        m_lines.append("\r\n");
        bool const has_body = !unchanged && head.method() != Method::head;
        std::array const pieces{asio::buffer(std::as_const(m_lines)),
                                asio::buffer(m_answer->body.data(), has_body ? m_answer->body.size() : 0)};
        enter(Phase::writing, m_server.m_options.idle_timeout);
        asio::async_write(
            m_socket, pieces,
            [this](Code const& code, std::size_t sent) -> std::size_t {
                // A slow reader of a long answer has its time for each piece, not for the whole.
                if (sent > 0) m_deadline = Clock::now() + m_server.m_options.idle_timeout;
                return code ? 0 : write_piece;
            },
            [self = shared_from_this()](Code const& code, std::size_t) { self->on_sent(code); });
    }

    void on_sent(Code const& code)
    {
        if (m_phase == Phase::closed) return;
        if (code) return close();
        m_answer.reset();
        // A stop may have come between the last byte and this call, when the headers had promised to go on.
        if (!m_keeps_alive || m_server.m_stopping) return drain();
        m_reader.restart();
        if (m_input.empty()) {
            enter(Phase::idle, m_server.m_options.idle_timeout);
            return read();
        }
        enter(Phase::head, m_server.m_options.header_timeout);
        advance();
    }

    /// Closing while the other side still sends would throw our answer away under it: first say that we are done, then
    /// read what comes for a moment.
    void drain()
    {
        Code ignored;
        m_socket.shutdown(Socket::shutdown_send, ignored);
        enter(Phase::draining, m_server.m_stopping ? last_drain_timeout : drain_timeout);
        m_input = {};
        read();
    }

    Inner& m_server;
    Socket m_socket;
    std::string const m_peer;
    Reader m_reader;
    Input m_input;
    Phase m_phase{Phase::idle};
    Clock::time_point m_deadline{Clock::time_point::max()};
    bool m_keeps_alive{false};
    std::string m_lines;
    AnswerPtr m_answer;
};

Result<std::uint16_t> Server::Inner::start()
{
    std::lock_guard const one_at_a_time{m_life_mutex};
    WF_CHECK(m_life == Life::fresh);
    Code code;
    auto const address = asio::ip::make_address(m_options.address, code);
    if (code) return cannot_listen(m_options, code);
    Tcp::endpoint const endpoint{address, m_options.port};
    m_acceptor.open(endpoint.protocol(), code);
    if (!code) m_acceptor.set_option(Acceptor::reuse_address{true}, code);
    if (!code) m_acceptor.bind(endpoint, code);
    if (!code) m_acceptor.listen(1024, code);
    auto const port = code ? std::uint16_t{0} : m_acceptor.local_endpoint(code).port();
    if (code) {
        Code ignored;
        m_acceptor.close(ignored);
        return cannot_listen(m_options, code);
    }
    auto const shortest = std::min({m_options.header_timeout, m_options.body_timeout, m_options.idle_timeout});
    m_tick = std::clamp(shortest / 8, std::chrono::milliseconds{10}, std::chrono::milliseconds{1000});
    m_desk.open();
    accept();
    tick();
    m_life = Life::running;
    m_thread = std::thread{[this] { run(); }};
    return port;
}

void Server::Inner::run()
{
    for (;;) {
        try {
            m_io.run();
            return;
        } catch (std::exception const& trouble) { // the connection whose handler threw is closed by then
            m_desk.log(std::string{"bug: in the server: "} + trouble.what());
        }
    }
}

void Server::Inner::stop()
{
    std::lock_guard const one_at_a_time{m_life_mutex};
    if (m_life != Life::running) return;
    WF_CHECK(std::this_thread::get_id() != m_thread.get_id());
    asio::post(m_io, [this] { wind_down(); });
    {
        std::unique_lock lock{m_mutex};
        m_gone.wait_for(lock, m_options.stop_timeout, [this] { return m_all_gone; });
    }
    // The thread first: a session may only die on it, or when it is no more.
    asio::post(m_io, [this] {
        while (!m_sessions.empty()) m_sessions.back()->close();
        m_io.stop();
    });
    m_thread.join();
    m_desk.close();
    m_life = Life::stopped;
}

void Server::Inner::wind_down()
{
    m_stopping = true;
    Code ignored;
    m_acceptor.close(ignored);
    // Backwards: who leaves gives its place to the last.
    for (auto i = m_sessions.size(); i-- > 0;) m_sessions[i]->close_if_idle();
    if (m_sessions.empty()) {
        std::lock_guard const lock{m_mutex};
        m_all_gone = true;
        m_gone.notify_all();
    }
    m_tick = std::min(m_tick, stopping_tick);
    tick(); // in place of the one that was set
}

void Server::Inner::accept()
{
    m_acceptor.async_accept(m_next, m_next_peer, [this](Code const& code) { on_accept(code); });
}

void Server::Inner::on_accept(Code const& code)
{
    if (m_stopping) return;
    if (code) { // no file descriptors left, most likely: try again with the next tick
        m_accepts_later = true;
        return;
    }
    auto socket = std::exchange(m_next, Socket{m_io});
    if (m_sessions.size() >= m_options.connections) {
        m_desk.refused.fetch_add(1, std::memory_order_relaxed);
        Code ignored;
        socket.close(ignored);
    } else {
        try {
            std::make_shared<Session>(*this, std::move(socket), m_next_peer.address().to_string())->start();
        } catch (std::exception const& trouble) {
            m_desk.log(std::string{"bug: in the server: "} + trouble.what());
        }
    }
    accept();
}

void Server::Inner::tick()
{
    m_ticker.expires_after(m_tick);
    m_ticker.async_wait([this](Code const& code) {
        if (code) return;
        auto const now = Clock::now();
        for (auto i = m_sessions.size(); i-- > 0;) m_sessions[i]->close_if_late(now);
        if (std::exchange(m_accepts_later, false) && !m_stopping) accept();
        tick();
    });
}

void Server::Inner::enter(Session& session)
{
    session.place = m_sessions.size();
    m_sessions.push_back(&session);
    m_open.store(m_sessions.size(), std::memory_order_relaxed);
}

void Server::Inner::leave(Session& session)
{
    m_sessions[session.place] = m_sessions.back();
    m_sessions[session.place]->place = session.place;
    m_sessions.pop_back();
    m_open.store(m_sessions.size(), std::memory_order_relaxed);
    if (m_stopping && m_sessions.empty()) {
        std::lock_guard const lock{m_mutex};
        m_all_gone = true;
        m_gone.notify_all();
    }
}

std::string_view Server::Inner::date_line()
{
    auto const now = std::time(nullptr);
    if (now != m_date_time) {
        m_date_time = now;
        m_date_line = "Date: " + http_date(now) + "\r\n";
    }
    return m_date_line;
}

Server::Server(ServerOptions options, ServerHooks hooks)
    : m_inner{std::make_unique<Inner>(std::move(options), std::move(hooks))}
{
}

Server::~Server()
{
    stop();
}

Result<std::uint16_t> Server::start()
{
    return m_inner->start();
}

void Server::stop()
{
    m_inner->stop();
}

Server::Counts Server::counts() const
{
    return m_inner->counts();
}

} // namespace wf::http
