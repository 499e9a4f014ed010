// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/desk.hpp"

#include "platform/http/reader.hpp"

#include <doctest/doctest.h>

#include <future>

namespace wf::http {
namespace {

TEST_CASE("what was sent is overwritten once it was answered")
{
    char const* place = nullptr;
    std::string handled;
    ServerHooks hooks;
    hooks.handle = [&](Request const& request) {
        place = request.body.data();
        handled = request.body;
        return Response{};
    };
    hooks.on_failure = [](int, std::string_view, Request const*) { return Response{}; };
    Desk desk{ServerOptions{}, hooks};
    desk.open();
    std::string const sent = "wachtwoord=vier+paarse+fietsen+zingen";
    auto const text =
        "POST /nl HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(sent.size()) + "\r\n\r\n" + sent;
    Reader reader{{1024, 1024}};
    std::size_t used = 0;
    while (used < text.size()) used += reader.feed(std::string_view{text}.substr(used)).bytes;
    std::promise<std::string> left;
    // The request still stands where it stood: its place may be read.
    auto const refused =
        desk.ask((static_cast<void>(desk.find(reader.head())), reader.head()), reader.take_body(), "192.0.2.1",
                 [&](AnswerPtr const&) { left.set_value(std::string(place, sent.size())); });
    REQUIRE(refused == nullptr);
    CHECK(left.get_future().get() == std::string(sent.size(), '\0'));
    CHECK(handled == sent);
    desk.close();
}

} // namespace
} // namespace wf::http
