// SPDX-License-Identifier: EUPL-1.2
// Requests written by hand over real sockets: what a browser, a bad network and a stranger would send.
#include "platform/http/server.hpp"

#include "base/check.hpp"
#include "platform/http/compress.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

using namespace wf::http;
using namespace std::chrono_literals;

namespace {

/// A plain socket. Whatever waits longer than five seconds has failed.
class Client {
public:
    explicit Client(std::uint16_t port) : m_socket{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        timeval const limit{5, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
    }
    ~Client() { ::close(m_socket); }
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    [[nodiscard]] bool is_connected() const { return m_connected; }

    Client& send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            auto const count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) break;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return *this;
    }

    struct Reply {
        int status{0}; ///< 0: the connection closed first
        std::string head;
        std::string body;
        [[nodiscard]] std::string header(std::string const& name) const
        {
            auto const at = head.find("\r\n" + name + ": ");
            if (at == std::string::npos) return "";
            auto const begin = at + name.size() + 4;
            return head.substr(begin, head.find("\r\n", begin) - begin);
        }
    };
    enum class Body { sent, left_away };

    Reply receive(Body body = Body::sent)
    {
        Reply reply;
        std::size_t end = 0;
        while ((end = m_bytes.find("\r\n\r\n")) == std::string::npos) {
            if (!more()) return reply;
        }
        reply.head = m_bytes.substr(0, end + 2);
        m_bytes.erase(0, end + 4);
        auto const length = reply.header("Content-Length");
        std::size_t const size = length.empty() || body == Body::left_away ? 0 : std::stoul(length);
        while (m_bytes.size() < size) {
            if (!more()) return reply;
        }
        reply.body = m_bytes.substr(0, size);
        m_bytes.erase(0, size);
        reply.status = std::stoi(reply.head.substr(9, 3));
        return reply;
    }

    /// The other side closed, orderly, and sent nothing more.
    bool is_closed()
    {
        char byte = 0;
        return m_bytes.empty() && ::recv(m_socket, &byte, 1, 0) == 0;
    }

private:
    bool more()
    {
        char piece[4096];
        auto const count = ::recv(m_socket, piece, sizeof piece, 0);
        if (count > 0) m_bytes.append(piece, static_cast<std::size_t>(count));
        return count > 0;
    }

    int m_socket;
    bool m_connected{false};
    std::string m_bytes;
};

/// Handlers that wait here until they are let go.
class Gate {
public:
    void pass()
    {
        std::unique_lock lock{m_mutex};
        ++m_waiting;
        m_change.notify_all();
        m_change.wait(lock, [this] { return m_open; });
    }
    void wait_for(int waiting)
    {
        std::unique_lock lock{m_mutex};
        REQUIRE(m_change.wait_for(lock, 5s, [&] { return m_waiting >= waiting; }));
    }
    void open()
    {
        std::lock_guard const lock{m_mutex};
        m_open = true;
        m_change.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_change;
    int m_waiting{0};
    bool m_open{false};
};

struct House {
    explicit House(ServerOptions wanted = {}) : options{with_any_port(wanted)}, server{options, hooks()}
    {
        auto const started = server.start();
        REQUIRE(started);
        port = *started;
    }
    ~House() { gate.open(); }

    static ServerOptions with_any_port(ServerOptions options)
    {
        options.port = 0;
        return options;
    }

    Response handle(Request const& request)
    {
        ++handled;
        Response response;
        if (request.path == "/wait") gate.pass();
        if (request.path == "/bug") WF_CHECK(request.path.empty());
        if (request.path == "/gone") throw Unavailable{"disk full"};
        if (request.path == "/odd") throw 42;
        if (request.path == "/inject") response.headers.emplace_back("X-A", "b\r\nX-B: c");
        if (request.path == "/none") response.status = 404;
        if (request.path == "/kept") response.cache = Cache::until_change;
        if (request.path == "/asset") response.cache = Cache::forever;
        response.body = std::string{to_word(request.method)} + ' ' + request.path + ' ' + request.body;
        if (request.path == "/large") response.body.assign(3'000'000, 'x');
        if (auto const size = request.parameter("size")) response.body.assign(std::stoul(std::string{*size}), 'a');
        return response;
    }

    ServerHooks hooks()
    {
        ServerHooks made;
        made.handle = [this](Request const& request) { return handle(request); };
        made.on_failure = [](int status, std::string_view code, Request const*) {
            return Response{status, "text/plain", {}, std::string{code}, Cache::forever};
        };
        made.generation = [this] { return generation.load(); };
        made.log = [this](std::string_view line) {
            std::lock_guard const lock{log_mutex};
            logged += std::string{line} + '\n';
        };
        return made;
    }

    std::string log()
    {
        std::lock_guard const lock{log_mutex};
        return logged;
    }

    Client::Reply get(std::string const& target, std::string const& headers = "") const
    {
        return Client{port}.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n").receive();
    }

    Gate gate;
    std::atomic<int> handled{0};
    std::atomic<std::uint64_t> generation{1};
    std::mutex log_mutex;
    std::string logged;
    ServerOptions options;
    Server server; ///< goes first: its handlers use what is above
    std::uint16_t port{0};
};

std::string const get_head = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

} // namespace

TEST_CASE("server: a page, a HEAD of it, and a 404 as the handler made it")
{
    House house;
    auto const page = house.get("/a.json?x=1");
    CHECK(page.status == 200);
    CHECK(page.body == "GET /a ");
    CHECK(page.header("Content-Length") == "7");
    CHECK(page.header("Server") == "weefsel");
    CHECK(page.header("Date").size() == 29);
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK(page.header("Connection").empty());

    Client client{house.port};
    auto const head = client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n").receive(Client::Body::left_away);
    CHECK(head.status == 200);
    CHECK(head.header("Content-Length") == "7");
    CHECK(client.send(get_head).receive().body == "GET /a "); // nothing was left on the line
    CHECK(house.get("/none").status == 404);
    CHECK(house.server.counts().requests == 4);
}

TEST_CASE("server: two requests on one connection, one after the other and both at once")
{
    House house;
    Client client{house.port};
    CHECK(client.send(get_head).receive().body == "GET /a ");
    CHECK(client.send("POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi").receive().body == "POST /b hi");
    client.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nPOST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n!"
                "GET /kept HTTP/1.1\r\nHost: x\r\n\r\nGET /kept HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(client.receive().body == "GET /1 ");
    CHECK(client.receive().body == "POST /2 !");
    CHECK(client.receive().body == "GET /kept ");
    auto const last = client.receive();
    CHECK(last.body == "GET /kept ");
    CHECK(last.header("Connection") == "close");
    CHECK(client.is_closed());

    Client old{house.port};
    CHECK(old.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").receive().header("Connection") == "keep-alive");
    CHECK(old.send("GET /a HTTP/1.0\r\n\r\n").receive().header("Connection") == "close");
    CHECK(old.is_closed());
}

TEST_CASE("server: bodies in chunks, announced, and too large")
{
    ServerOptions options;
    options.body_bytes = 100'000;
    House house{options};
    Client client{house.port};
    client.send("POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    std::this_thread::sleep_for(20ms);
    CHECK(client.send("2\r\nde\r\n0\r\n\r\n").receive().body == "POST /c abcde");

    client.send("POST /e HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    CHECK(client.receive().status == 100);
    CHECK(client.send("xyz").receive().body == "POST /e xyz");

    std::string const large(100'000, 'b');
    CHECK(client.send("POST /c HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n" + large).receive().body ==
          "POST /c " + large);

    // The answer arrives although the client is still sending, and the connection is over.
    client.send("POST /c HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n" + std::string(1'000'000, 'b'));
    auto const refused = client.receive();
    CHECK(refused.status == 413);
    CHECK(refused.body == "http.body_too_large");
    CHECK(refused.header("Connection") == "close");
    CHECK(client.is_closed());
    CHECK(house.handled == 3);
}

TEST_CASE("server: what is not well formed is refused, and no handler sees it")
{
    House house;
    struct Case {
        std::string bytes;
        int status;
        std::string code;
    };
    std::string const end = " HTTP/1.1\r\nHost: x\r\n\r\n";
    for (auto const& [bytes, status, code] :
         {Case{"GET /../etc/passwd" + end, 400, "http.bad_path"},
          Case{"GET /%2e%2e/etc/passwd" + end, 400, "http.bad_path"}, Case{"GET /a%00" + end, 400, "http.bad_path"},
          Case{"GET /a%ff" + end, 400, "http.bad_path"}, Case{"GET /\xff" + end, 400, "http.bad_path"},
          Case{"GET /%zz" + end, 400, "http.bad_path"}, Case{"GET //a" + end, 400, "http.bad_path"},
          Case{"GET /?a=%f" + end, 400, "http.bad_encoding"}, Case{"BREW /" + end, 501, "http.unknown_method"},
          Case{"hello\r\n\r\n", 400, "http.bad_request"}, Case{"GET / HTTP/1.1\r\n\r\n", 400, "http.bad_host"},
          Case{"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "http.bad_host"},
          Case{"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400,
               "http.bad_request"},
          Case{"GET /" + std::string(20'000, 'a') + end, 414, "http.target_too_long"},
          Case{"GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(20'000, 'a') + "\r\n\r\n", 431,
               "http.header_too_large"}}) {
        CAPTURE(bytes.substr(0, 60));
        auto const reply = Client{house.port}.send(bytes).receive();
        CHECK(reply.status == status);
        CHECK(reply.body == code);
        CHECK(reply.header("Cache-Control") == "no-store");
    }
    CHECK(house.handled == 0);
}

TEST_CASE("server: an exception becomes an answer and a line in the log")
{
    House house;
    CHECK(house.get("/bug").status == 500);
    CHECK(house.get("/inject").status == 500);
    CHECK(house.get("/odd").body == "internal");
    auto const gone = house.get("/gone");
    CHECK(gone.status == 503);
    CHECK(gone.header("Retry-After") == "1");
    auto const log = house.log();
    CHECK(log.starts_with("bug: "));
    CHECK(log.find("does not hold") != std::string::npos);
    CHECK(log.find("unavailable: disk full\n") != std::string::npos);
    CHECK(house.get("/a").status == 200);
}

TEST_CASE("server: slow headers and idle connections are closed in time")
{
    ServerOptions options;
    options.header_timeout = 300ms;
    options.idle_timeout = 200ms;
    House house{options};
    auto const begin = std::chrono::steady_clock::now();
    Client silent{house.port};
    Client slow{house.port};
    slow.send("GET / HTTP/1.1\r\n");
    for (int i = 0; i < 12; ++i) { // a byte now and then does not buy time
        slow.send("X");
        std::this_thread::sleep_for(50ms);
    }
    CHECK(slow.receive().status == 0);
    CHECK(silent.is_closed());
    CHECK(std::chrono::steady_clock::now() - begin < 2s);

    Client idle{house.port};
    CHECK(idle.send(get_head).receive().status == 200);
    auto const waiting = std::chrono::steady_clock::now();
    CHECK(idle.is_closed());
    CHECK(std::chrono::steady_clock::now() - waiting > 150ms);
    CHECK(house.server.counts().open == 0);
}

TEST_CASE("server: a full queue says so at once")
{
    ServerOptions options;
    options.workers = 1;
    options.queue = 1;
    House house{options};
    Client running{house.port};
    running.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    house.gate.wait_for(1);
    Client waiting{house.port};
    waiting.send(get_head);
    while (house.server.counts().requests < 2) std::this_thread::sleep_for(1ms);
    auto const refused = house.get("/a");
    CHECK(refused.status == 503);
    CHECK(refused.body == "http.busy");
    CHECK(refused.header("Retry-After") == "1");
    CHECK(house.server.counts().refused == 1);
    house.gate.open();
    CHECK(running.receive().body == "GET /wait ");
    CHECK(waiting.receive().body == "GET /a ");
}

TEST_CASE("server: a kept answer is given again until the generation changes")
{
    House house;
    auto const first = house.get("/kept");
    CHECK(first.header("Cache-Control") == "no-cache");
    CHECK(first.header("Vary") == "Accept, Accept-Encoding, Cookie");
    CHECK(house.get("/kept").body == first.body);
    CHECK(Client{house.port}
              .send("HEAD /kept HTTP/1.1\r\nHost: x\r\n\r\n")
              .receive(Client::Body::left_away)
              .header("Content-Length") == std::to_string(first.body.size()));
    CHECK(house.handled == 1);
    CHECK(house.server.counts().from_cache == 2);

    // Every part of the key makes another question.
    (void)house.get("/kept?a=1");
    (void)house.get("/kept", "Accept: application/json\r\n");
    (void)house.get("/kept", "Cookie: sid=1\r\n");
    (void)house.get("/kept", "Accept-Encoding: gzip\r\n");
    (void)Client{house.port}.send("GET /kept HTTP/1.1\r\nHost: y\r\n\r\n").receive();
    CHECK(house.handled == 6);
    // Never kept: a form, and a question with credentials.
    (void)Client{house.port}.send("POST /kept HTTP/1.1\r\nHost: x\r\n\r\n").receive();
    (void)house.get("/kept", "Authorization: Bearer a\r\n");
    (void)house.get("/kept", "Authorization: Bearer a\r\n");
    CHECK(house.handled == 9);

    house.generation = 2;
    CHECK(house.get("/kept").status == 200);
    CHECK(house.handled == 10);
    CHECK(house.get("/asset").status == 200);
    house.generation = 3;
    CHECK(house.get("/asset").status == 200);
    CHECK(house.handled == 11);
    CHECK(house.get("/a").status == 200);
    CHECK(house.get("/a").status == 200);
    CHECK(house.handled == 13);
}

TEST_CASE("server: an answer that was overtaken by a change is not kept for the new generation")
{
    House house;
    Client client{house.port};
    client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    house.gate.wait_for(1);
    Client kept{house.port};
    CHECK(kept.send("GET /kept HTTP/1.1\r\nHost: x\r\n\r\n").receive().status == 200);
    house.generation = 2;
    house.gate.open();
    CHECK(client.receive().status == 200);
    CHECK(kept.send("GET /kept HTTP/1.1\r\nHost: x\r\n\r\n").receive().status == 200);
    CHECK(house.handled == 3);
}

TEST_CASE("server: a tag that still holds is answered with 304")
{
    House house;
    for (int round = 0; round < 2; ++round) { // made anew, and from the cache
        auto const tag = house.get("/kept").header("ETag");
        REQUIRE(tag.size() == 34);
        Client client{house.port};
        auto const same =
            client.send("GET /kept HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"x\", W/" + tag + "\r\n\r\n").receive();
        CHECK(same.status == 304);
        CHECK(same.body.empty());
        CHECK(same.header("ETag") == tag);
        CHECK(same.header("Content-Length").empty());
        CHECK(client.send(get_head).receive().status == 200);
        CHECK(house.get("/kept", "If-None-Match: \"other\"\r\n").status == 200);
    }
}

TEST_CASE("server: gzip for who takes it")
{
    House house;
    auto const plain = house.get("/kept?size=20000");
    auto const packed = house.get("/kept?size=20000", "Accept-Encoding: br, gzip\r\n");
    CHECK(packed.header("Content-Encoding") == "gzip");
    CHECK(packed.body.size() < 1000);
    CHECK(decompress(packed.body, 20000) == plain.body);
    CHECK(packed.header("ETag") != plain.header("ETag"));
    CHECK(house.get("/kept?size=20000", "Accept-Encoding: br, gzip\r\n").body == packed.body);
    CHECK(house.handled == 2);
    CHECK(house.get("/a?size=2000", "Accept-Encoding: gzip\r\n").header("Content-Encoding").empty());
}

TEST_CASE("server: a long answer arrives whole")
{
    House house;
    auto const reply = house.get("/large");
    CHECK(reply.body.size() == 3'000'000);
}

TEST_CASE("server: stop lets a running request finish, and closes the others")
{
    auto house = std::make_unique<House>();
    Client running{house->port};
    running.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    house->gate.wait_for(1);
    Client idle{house->port};
    CHECK(idle.send(get_head).receive().status == 200);
    auto stopped = std::async(std::launch::async, [&] { house->server.stop(); });
    CHECK(idle.is_closed());
    CHECK(stopped.wait_for(100ms) == std::future_status::timeout);
    CHECK(!Client{house->port}.is_connected());
    house->gate.open();
    auto const reply = running.receive();
    CHECK(reply.body == "GET /wait ");
    CHECK(reply.header("Connection") == "close");
    REQUIRE(stopped.wait_for(1s) == std::future_status::ready);
    house->server.stop();
    CHECK(house->server.counts().open == 0);
}

TEST_CASE("server: stop right after an answer does not wait for a connection that would stay")
{
    for (int round = 0; round < 30; ++round) {
        House house;
        Client client{house.port};
        CHECK(client.send(get_head).receive().status == 200);
        auto const begin = std::chrono::steady_clock::now();
        house.server.stop();
        CHECK(std::chrono::steady_clock::now() - begin < 3s); // its grace is ten
        CHECK(client.is_closed());
    }
}

TEST_CASE("server: stop does not wait longer for a connection than its grace")
{
    ServerOptions options;
    options.stop_timeout = 100ms;
    options.workers = 1;
    House house{options};
    Client half{house.port}; // a body that never comes
    half.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc");
    Client running{house.port};
    running.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    house.gate.wait_for(1);
    Client waiting{house.port}; // dropped from the queue
    waiting.send(get_head);
    while (house.server.counts().requests < 2) std::this_thread::sleep_for(1ms);
    auto stopped = std::async(std::launch::async, [&] { house.server.stop(); });
    CHECK(running.receive().status == 0);
    CHECK(half.receive().status == 0);
    house.gate.open();
    REQUIRE(stopped.wait_for(2s) == std::future_status::ready);
}

TEST_CASE("server: idle connections do not stop a new one, and the limit does")
{
    ServerOptions options;
    options.connections = 201;
    House house{options};
    std::vector<std::unique_ptr<Client>> idle;
    for (int i = 0; i < 200; ++i) {
        idle.push_back(std::make_unique<Client>(house.port));
        REQUIRE(idle.back()->is_connected());
    }
    CHECK(Client{house.port}.send(get_head).receive().status == 200);
    CHECK(idle[77]->send(get_head).receive().status == 200);
    while (house.server.counts().open > 200) std::this_thread::sleep_for(1ms);
    Client last{house.port};
    CHECK(last.send(get_head).receive().status == 200);
    CHECK(Client{house.port}.receive().status == 0);
    CHECK(house.server.counts().refused == 1);
    CHECK(last.send(get_head).receive().status == 200);
}

TEST_CASE("server: a port that is taken is told with what to do")
{
    House house;
    ServerOptions options;
    options.port = house.port;
    Server second{options, house.hooks()};
    auto const started = second.start();
    REQUIRE(!started);
    CHECK(started.error().code == "http.cannot_listen");
    CHECK(started.error().field == "127.0.0.1:" + std::to_string(house.port));
    CHECK(started.error().detail.find("is taken: choose another with --port") != std::string::npos);
    options.address = "not an address";
    Server third{options, house.hooks()};
    CHECK(third.start().error().code == "http.cannot_listen");
}
