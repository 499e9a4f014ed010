// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/reader.hpp"

#include "base/check.hpp"
#include "platform/http/token.hpp"

#include <utility>

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <optional>

namespace wf::http {

namespace {

namespace beast = boost::beast;

std::optional<Method> read_method(beast::http::verb verb)
{
    switch (verb) {
    case beast::http::verb::get: return Method::get;
    case beast::http::verb::head: return Method::head;
    case beast::http::verb::post: return Method::post;
    case beast::http::verb::put: return Method::put;
    case beast::http::verb::patch: return Method::patch;
    case beast::http::verb::delete_: return Method::delete_;
    case beast::http::verb::options: return Method::options;
    default: return std::nullopt;
    }
}

Field read_field(beast::http::field name)
{
    switch (name) {
    case beast::http::field::host: return Field::host;
    case beast::http::field::accept: return Field::accept;
    case beast::http::field::accept_encoding: return Field::accept_encoding;
    case beast::http::field::cookie: return Field::cookie;
    case beast::http::field::if_none_match: return Field::if_none_match;
    case beast::http::field::authorization: return Field::authorization;
    case beast::http::field::expect: return Field::expect;
    case beast::http::field::content_length: return Field::content_length;
    case beast::http::field::transfer_encoding: return Field::transfer_encoding;
    default: return Field::other;
    }
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// A name, an IPv4 address or an [IPv6 address], with or without a port; nobody's user name.
bool is_host(std::string_view host)
{
    std::size_t end = 0;
    if (host.starts_with('[')) {
        end = host.find(']');
        if (end == std::string_view::npos || end < 3) return false;
        auto const fits = [](char c) {
            return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f') || c == ':' || c == '.';
        };
        if (!std::all_of(host.begin() + 1, host.begin() + static_cast<std::ptrdiff_t>(end), fits)) return false;
        ++end;
    } else {
        end = std::min(host.find(':'), host.size());
        auto const fits = [](char c) {
            return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'z') || c == '-' || c == '.' || c == '_' ||
                   c == '~';
        };
        if (end == 0 || !std::all_of(host.begin(), host.begin() + static_cast<std::ptrdiff_t>(end), fits)) return false;
    }
    auto const port = host.substr(end);
    if (port.empty()) return true;
    return port.front() == ':' && port.size() <= 6 && std::all_of(port.begin() + 1, port.end(), is_digit);
}

int status_of(beast::error_code error)
{
    if (error == beast::http::error::body_limit) return 413;
    return 400;
}

} // namespace

std::string_view Head::name(std::size_t line) const
{
    return std::string_view{m_text}.substr(m_lines[line].begin, m_lines[line].name_size);
}

std::string_view Head::value(std::size_t line) const
{
    return std::string_view{m_text}.substr(m_lines[line].begin + m_lines[line].name_size, m_lines[line].value_size);
}

std::string_view Head::first(Field field) const
{
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        if (m_lines[line].field == field) return value(line);
    }
    return {};
}

std::size_t Head::count(Field field) const
{
    return static_cast<std::size_t>(
        std::count_if(m_lines.begin(), m_lines.end(), [&](Line const& line) { return line.field == field; }));
}

bool Head::wants_continue() const
{
    return m_has_body && !m_is_http_1_0 && same(first(Field::expect), "100-continue");
}

class Reader::Inner {
public:
    explicit Inner(Limits limits) : m_limits{limits} { restart(); }

    void restart()
    {
        m_head.m_text.clear();
        m_head.m_lines.clear();
        m_head.m_target_size = 0;
        m_head.m_method = Method::get;
        m_body.clear();
        m_failure.reset();
        m_header_bytes = 0;
        m_has_line = false;
        m_parser.emplace(*this);
        m_parser->header_limit(static_cast<std::uint32_t>(m_limits.header_bytes));
        m_parser->body_limit(m_limits.body_bytes);
        m_parser->eager(false);
    }

    Taken feed(std::string_view bytes)
    {
        if (m_failure) return {Step::failed, 0};
        std::size_t used = 0;
        if (m_header_bytes == 0) {
            // Some clients send an empty line after a body (RFC 9112, 2.2).
            while (bytes.substr(used).starts_with("\r\n")) used += 2;
            if (bytes.substr(used) == "\r") return {Step::more, used};
        }
        for (;;) {
            auto const rest = bytes.substr(used);
            // No message in chunks ends with fewer than these five: "0", CRLF, CRLF. Beast asserts that they are there.
            if (rest.empty() || (m_parser->is_header_done() && m_parser->chunked() && rest.size() < 5)) {
                return {Step::more, used};
            }
            bool const was_header = !m_parser->is_header_done();
            beast::error_code error;
            auto const count = m_parser->put({rest.data(), rest.size()}, error);
            used += count;
            bool const needs_more = error == beast::http::error::need_more;
            if (was_header) {
                m_header_bytes += count;
                auto const waiting = needs_more ? rest.size() - count : 0;
                if (error == beast::http::error::header_limit || m_header_bytes + waiting > m_limits.header_bytes) {
                    bool const has_line =
                        m_has_line || rest.substr(0, m_limits.header_bytes).find('\n') != std::string_view::npos;
                    return has_line ? fail(431, "http.header_too_large", used)
                                    : fail(414, "http.target_too_long", used);
                }
            }
            if (m_failure) return {Step::failed, used};
            if (needs_more) {
                if (rest.size() - count > m_limits.header_bytes) return fail(400, "http.bad_chunk", used);
                return {Step::more, used};
            }
            if (error)
                return fail(status_of(error), status_of(error) == 413 ? "http.body_too_large" : "http.bad_request",
                            used);
            if (was_header && m_parser->is_header_done()) {
                if (auto const failure = check()) return fail(failure->status, failure->code, used);
                m_head.m_keeps_alive = m_parser->keep_alive();
                m_head.m_has_body = !m_parser->is_done();
                return {m_parser->is_done() ? Step::done : Step::head, used};
            }
            if (m_parser->is_done()) return {Step::done, used};
            if (count == 0) return fail(400, "http.bad_request", used);
        }
    }

    Head m_head;
    std::string m_body;
    std::optional<Failure> m_failure;

private:
    /// Beast's grammar with our memory under it.
    class Parser final : public beast::http::basic_parser<true> {
    public:
        explicit Parser(Inner& inner) : m_inner{inner} {}

    private:
        using View = beast::string_view;
        using Code = beast::error_code;

        void on_request_impl(beast::http::verb verb, View, View target, int version, Code& code) override
        {
            code = {};
            m_inner.m_has_line = true;
            m_inner.m_head.m_text.assign(target.data(), target.size());
            m_inner.m_head.m_target_size = target.size();
            m_inner.m_head.m_is_http_1_0 = version == 10;
            if (auto const method = read_method(verb)) {
                m_inner.m_head.m_method = *method;
            } else {
                m_inner.m_failure = Failure{501, "http.unknown_method"};
                code = beast::http::error::bad_method;
            }
        }
        void on_field_impl(beast::http::field field, View name, View value, Code& code) override
        {
            code = {};
            if (is_header_done()) return; // a trailer: nothing that matters may come after the body
            auto& text = m_inner.m_head.m_text;
            m_inner.m_head.m_lines.push_back({static_cast<std::uint32_t>(text.size()),
                                              static_cast<std::uint32_t>(name.size()),
                                              static_cast<std::uint32_t>(value.size()), read_field(field)});
            for (char const c : name) text += to_lower(c);
            text.append(value.data(), value.size());
        }
        void on_body_init_impl(boost::optional<std::uint64_t> const& length, Code& code) override
        {
            code = {};
            m_inner.m_body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(length.value_or(0), 64 * 1024)));
        }
        std::size_t on_body_impl(View body, Code& code) override
        {
            code = {};
            m_inner.m_body.append(body.data(), body.size());
            return body.size();
        }
        std::size_t on_chunk_body_impl(std::uint64_t, View body, Code& code) override
        {
            return on_body_impl(body, code);
        }
        void on_chunk_header_impl(std::uint64_t, View, Code& code) override { code = {}; }
        void on_header_impl(Code& code) override { code = {}; }
        void on_finish_impl(Code& code) override { code = {}; }
        void on_response_impl(int, View, int, Code& code) override { code = {}; }

        Inner& m_inner;
    };

    Taken fail(int status, std::string_view code, std::size_t used)
    {
        m_failure = Failure{status, code};
        return {Step::failed, used};
    }

    /// Two readers of one connection must never disagree on where a request ends or for whom it is.
    [[nodiscard]] std::optional<Failure> check() const
    {
        auto const hosts = m_head.count(Field::host);
        if (hosts > 1 || (hosts == 0 && !m_head.m_is_http_1_0) || (hosts == 1 && !is_host(m_head.first(Field::host)))) {
            return Failure{400, "http.bad_host"};
        }
        auto const lengths = m_head.count(Field::content_length);
        auto const codings = m_head.count(Field::transfer_encoding);
        if (lengths + codings > 1) return Failure{400, "http.bad_length"};
        if (lengths == 1) {
            auto const length = m_head.first(Field::content_length);
            if (!std::all_of(length.begin(), length.end(), is_digit)) return Failure{400, "http.bad_length"};
        }
        if (codings == 1) {
            if (m_head.m_is_http_1_0) return Failure{400, "http.bad_length"};
            if (!same(m_head.first(Field::transfer_encoding), "chunked")) return Failure{501, "http.unknown_coding"};
        }
        return std::nullopt;
    }

    Limits m_limits;
    std::size_t m_header_bytes{0};
    bool m_has_line{false};
    std::optional<Parser> m_parser;
};

Reader::Reader(Limits limits) : m_inner{std::make_unique<Inner>(limits)} {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Reader::Taken Reader::feed(std::string_view bytes)
{
    return m_inner->feed(bytes);
}

Head const& Reader::head() const
{
    return m_inner->m_head;
}

std::string Reader::take_body()
{
    return std::exchange(m_inner->m_body, {});
}

Reader::Failure Reader::failure() const
{
    WF_CHECK(m_inner->m_failure.has_value());
    return *m_inner->m_failure;
}

void Reader::restart()
{
    m_inner->restart();
}

} // namespace wf::http
