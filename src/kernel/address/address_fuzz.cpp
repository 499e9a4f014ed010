// SPDX-License-Identifier: EUPL-1.2
// Any bytes can be asked for, and can stand in an entry: no crash, no two of the same, best first, never more than asked.
#include "base/check.hpp"
#include "kernel/address/address.hpp"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace wf::address;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    std::size_t const half = size / 2;
    Entry const entries[] = {{"Noordweg", "158", "8262 BV", "Kampen"},
                             {"2e Ebbingestraat", "4-A", "8261VV", "Kampen"},
                             {"IJsselkade", "1", "8261AB", "Kampen"},
                             {text.substr(0, half), text.substr(half), text, text},
                             {text, "12", "8261AB", text.substr(half)},
                             {text.substr(half), "12 bis", "", ""}};
    auto const index = Index::build(entries);
    auto const found = index.find(text, 4);
    WF_CHECK(found.size() <= 4);
    for (std::size_t i = 0; i < found.size(); ++i) {
        WF_CHECK(found[i].entry < std::size(entries) && found[i].score > 0 && found[i].score <= 1);
        WF_CHECK(i == 0 || found[i - 1].score >= found[i].score);
        for (std::size_t j = 0; j < i; ++j) WF_CHECK(found[i].entry != found[j].entry);
    }
    return 0;
}
