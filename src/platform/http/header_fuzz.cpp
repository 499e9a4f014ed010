// SPDX-License-Identifier: EUPL-1.2
// The reader of the server: however the bytes are cut, the same requests come out, and none is over its limits.
#include "base/check.hpp"
#include "platform/http/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace {

using wf::http::Reader;

/// The requests that came out, as one text; where it gives up may differ, what it lets through may not. `piece`: so
/// many bytes come in at once.
std::string read_all(std::string_view bytes, std::size_t piece)
{
    Reader reader{{1024, 512}};
    std::string seen;
    std::string waiting;
    while (!bytes.empty()) {
        waiting += bytes.substr(0, piece);
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (bool goes_on = true; goes_on;) {
            auto const taken = reader.feed(waiting);
            WF_CHECK(taken.bytes <= waiting.size());
            waiting.erase(0, taken.bytes);
            if (taken.step == Reader::Step::failed) return seen;
            goes_on = taken.step != Reader::Step::more;
            if (taken.step != Reader::Step::done) continue;
            auto const body = reader.take_body();
            WF_CHECK(body.size() <= 512 && reader.head().target().size() <= 1024);
            seen += std::string{to_word(reader.head().method())} + ' ' + std::string{reader.head().target()} + '\n' +
                    body + '\n';
            (void)wf::http::make_request(reader.head(), body, "");
            reader.restart();
        }
    }
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size)
{
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const whole = read_all(bytes, bytes.size() + 1);
    WF_CHECK(read_all(bytes, 1) == whole);
    WF_CHECK(read_all(bytes, 7) == whole);
    return 0;
}
