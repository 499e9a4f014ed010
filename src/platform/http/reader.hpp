// SPDX-License-Identifier: EUPL-1.2
// Bytes of one connection in, requests out: the part of the server that strangers write to. It knows no sockets, so
// that a test or a fuzzer can feed it. The grammar is Beast's; what RFC 9112 leaves to the server, to keep others
// from smuggling a second request inside the first, is checked here.
#pragma once

#include "platform/http/message.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::http {

/// The headers that the server itself looks at.
enum class Field : std::uint8_t {
    other,
    host,
    accept,
    accept_encoding,
    cookie,
    if_none_match,
    authorization,
    expect,
    content_length,
    transfer_encoding
};

/// Request line and headers. One block of text that is used again for every request of a connection.
class Head {
public:
    [[nodiscard]] Method method() const { return m_method; }
    [[nodiscard]] std::string_view target() const { return std::string_view{m_text}.substr(0, m_target_size); }
    [[nodiscard]] std::size_t size() const { return m_lines.size(); }
    [[nodiscard]] Field field(std::size_t line) const { return m_lines[line].field; }
    [[nodiscard]] std::string_view name(std::size_t line) const; ///< in lower case
    [[nodiscard]] std::string_view value(std::size_t line) const;
    /// Of the first line with that field; empty when there is none.
    [[nodiscard]] std::string_view first(Field field) const;
    [[nodiscard]] std::size_t count(Field field) const;
    [[nodiscard]] bool keeps_alive() const { return m_keeps_alive; }
    [[nodiscard]] bool has_body() const { return m_has_body; }
    [[nodiscard]] bool is_http_1_0() const { return m_is_http_1_0; }
    [[nodiscard]] bool wants_continue() const;

private:
    friend class Reader;
    struct Line {
        std::uint32_t begin;
        std::uint32_t name_size;
        std::uint32_t value_size;
        Field field;
    };
    std::string m_text;
    std::vector<Line> m_lines;
    std::size_t m_target_size{0};
    Method m_method{Method::get};
    bool m_keeps_alive{false};
    bool m_has_body{false};
    bool m_is_http_1_0{false};
};

/// What the headers and body of a Request are made of. Errors: http.bad_path, http.bad_encoding, http.too_many.
Result<Request> make_request(Head const& head, std::string body, std::string peer);

class Reader {
public:
    struct Limits {
        std::size_t header_bytes;
        std::size_t body_bytes;
    };
    enum class Step {
        more,  ///< nothing to do but to come back with more bytes
        head,  ///< the headers are in and the body is not: comes once, feed() again to go on
        done,  ///< the whole request is in; take it and restart()
        failed ///< see failure(); the connection is of no more use
    };
    struct Taken {
        Step step;
        std::size_t bytes; ///< so many of the front are used up; the others come again at the front of the next feed()
    };
    struct Failure {
        int status{400};
        std::string_view code;
    };

    explicit Reader(Limits limits);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    Taken feed(std::string_view bytes);
    [[nodiscard]] Head const& head() const;
    [[nodiscard]] std::string take_body();
    [[nodiscard]] Failure failure() const;
    /// Ready for the next request of the same connection.
    void restart();

private:
    class Inner;
    std::unique_ptr<Inner> m_inner;
};

} // namespace wf::http
