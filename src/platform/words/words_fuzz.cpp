// SPDX-License-Identifier: EUPL-1.2
// Any bytes: an answer or an error with a line, and what was read has a key and a word.
#include "platform/words/words.hpp"

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size)
{
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const read = wf::words::read_po(bytes);
    if (!read) {
        WF_CHECK(read.error().field.starts_with("line "));
        return 0;
    }
    for (auto const& [key, entry] : *read) {
        WF_CHECK(!key.empty() && !entry.one.empty() && entry.line > 0);
        WF_CHECK(wf::words::fill(entry.one, {}) == entry.one);
    }
    return 0;
}
