// SPDX-License-Identifier: EUPL-1.2
#include "raw_client.hpp"

#include "base/text.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>

namespace wf::http_scenarios {
namespace {

/// Open as long as it lives.
class Connection {
public:
    explicit Connection(std::uint16_t port) : m_socket{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        timeval const limit{10, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_open = ::connect(m_socket, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
    }
    ~Connection() { ::close(m_socket); }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    [[nodiscard]] bool is_open() const { return m_open; }

    /// A server that has heard enough may stop listening: then its answer is what counts.
    void send(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            auto const sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    /// Appends what comes; false when nothing more will.
    bool receive(std::string& bytes) const
    {
        std::array<char, 65536> piece{};
        auto const count = ::recv(m_socket, piece.data(), piece.size(), 0);
        if (count <= 0) return false;
        bytes.append(piece.data(), static_cast<std::size_t>(count));
        return true;
    }

private:
    int m_socket;
    bool m_open{false};
};

bool read_head(std::string_view head, Answer& answer)
{
    auto lines = split(head, '\n');
    for (auto& line : lines) line = trim(line);
    if (lines.empty() || !lines.front().starts_with("HTTP/1.1 ")) return false;
    auto const status = parse_integer(lines.front().substr(9, 3));
    if (!status) return false;
    answer.status = static_cast<int>(*status);
    for (std::size_t at = 1; at < lines.size(); ++at) {
        auto const colon = lines[at].find(':');
        if (colon == std::string_view::npos) return false;
        answer.headers.emplace_back(fold_case(lines[at].substr(0, colon)),
                                    std::string{trim(lines[at].substr(colon + 1))});
    }
    return true;
}

} // namespace

std::optional<std::string> Answer::header(std::string_view lower_case_name) const
{
    auto const found =
        std::find_if(headers.begin(), headers.end(), [&](auto const& pair) { return pair.first == lower_case_name; });
    if (found == headers.end()) return std::nullopt;
    return found->second;
}

Answer exchange(std::uint16_t port, std::string_view request, bool has_body)
{
    constexpr std::string_view end_of_head = "\r\n\r\n";
    Connection const connection{port};
    if (!connection.is_open()) return {};
    connection.send(request);
    std::string bytes;
    while (bytes.find(end_of_head) == std::string::npos) {
        if (!connection.receive(bytes)) return {};
    }
    Answer answer;
    auto const head = bytes.find(end_of_head);
    if (!read_head(std::string_view{bytes}.substr(0, head), answer)) return {};
    answer.body = bytes.substr(head + end_of_head.size());
    auto const length = parse_integer(answer.header("content-length").value_or("0"));
    if (!length || *length < 0) return {};
    auto const wanted = has_body ? static_cast<std::size_t>(*length) : std::size_t{0};
    while (answer.body.size() < wanted && connection.receive(answer.body)) {}
    // More than it promised, or less, is no answer.
    if (answer.body.size() != wanted) return {};
    return answer;
}

std::optional<std::string> gunzip(std::string_view bytes)
{
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    if (inflateInit2(&stream, gzip_window) != Z_OK) return std::nullopt;
    std::string input{bytes};
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    std::string out;
    int result = Z_OK;
    while (result == Z_OK) {
        std::array<char, 65536> piece{};
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        result = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (result != Z_STREAM_END) return std::nullopt;
    return out;
}

} // namespace wf::http_scenarios
