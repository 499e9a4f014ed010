// SPDX-License-Identifier: EUPL-1.2
// A finished answer: a Response turned into the bytes that go over the line, once, so that giving it again costs
// nothing.
#pragma once

#include "platform/http/message.hpp"

#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>

namespace wf::http {

struct Answer {
    int status{200};
    Cache cache{Cache::never};
    std::string head; ///< status line and headers, each with its line end; Date, Connection and the empty line follow
    std::string unchanged; ///< the same for 304; empty when there is no ETag
    std::string etag;      ///< with its quotes; may be empty
    std::string body;

    [[nodiscard]] std::size_t bytes() const { return head.size() + unchanged.size() + etag.size() + body.size(); }
};
using AnswerPtr = std::shared_ptr<Answer const>;

/// Whether the question was one whose answer may be kept (GET or HEAD) at all.
enum class Question { reading, changing };

/// Adds Server, Content-Length, ETag, Vary and Cache-Control, and compresses where that pays, or unpacks what the reader cannot.
/// `coding`: what this reader can unpack. A body that says gzip and is none, or holds more than 64 MB, is a bug. A header of the
/// response that could break the line structure is a bug; Content-Length, Connection, Date, Server and
/// Transfer-Encoding are ours alone.
[[nodiscard]] AnswerPtr finish(Response response, Question question, Coding coding);

/// May this answer be given again to the same question? Not when it sets a cookie, nor for errors of ours.
[[nodiscard]] bool may_keep(Response const& response);

/// Accept-Encoding names gzip, or everything, with a quality above nothing.
[[nodiscard]] Coding read_coding(std::string_view accept_encoding);
/// If-None-Match names this tag, or "*". The weak comparison of RFC 9110.
[[nodiscard]] bool names_etag(std::string_view if_none_match, std::string_view etag);
/// "Sat, 21 Nov 2026 20:44:13 GMT"
[[nodiscard]] std::string http_date(std::time_t time);

} // namespace wf::http
