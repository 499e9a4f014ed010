// SPDX-License-Identifier: EUPL-1.2
// What is accepted is one line of visible ASCII without anything that means something to a mail server, and reads back as itself.
#include "base/check.hpp"
#include "platform/mail/address.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const read = wf::mail::read_address({reinterpret_cast<char const*>(data), size});
    if (!read) {
        WF_CHECK(read.error().code == "mail.bad_address");
        return 0;
    }
    std::string const& address = read.value();
    WF_CHECK(address.size() <= 254);
    WF_CHECK(std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c < 0x7f; }));
    WF_CHECK(address.find_first_of("<>()[],;:\\\"") == std::string::npos);
    WF_CHECK(std::count(address.begin(), address.end(), '@') == 1);
    WF_CHECK(wf::mail::read_address(address).value() == address);
    return 0;
}
