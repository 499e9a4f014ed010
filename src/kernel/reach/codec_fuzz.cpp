// SPDX-License-Identifier: EUPL-1.2
// Any bytes are safe to read, and what could be read is written as the same bytes again. The first byte chooses: as they are, or
// behind a header that fits, so that the fuzzer also comes past the checksum.
#include "base/check.hpp"
#include "kernel/reach/codec.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace wf;
    if (size == 0) return 0;
    std::string_view const rest{reinterpret_cast<char const*>(data) + 1, size - 1};
    std::string const bytes = (data[0] & 1U) == 0 ? std::string{rest} : reach::seal_network(rest);
    if (auto const network = reach::decode_network(bytes)) WF_CHECK(reach::encode_network(*network) == bytes);
    return 0;
}
