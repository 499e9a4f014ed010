// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "commons/areas/geometry.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

// Whatever reads, has a surface that is a number, and comes back the same after writing.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const shape = wf::areas::read_geometry(std::string_view{reinterpret_cast<char const*>(data), size});
    if (!shape) {
        WF_CHECK(!shape.error().code.empty());
        return 0;
    }
    WF_CHECK(wf::geo::area_square_metres(*shape) >= 0);
    auto const again = wf::areas::read_geometry(wf::areas::write_geometry(*shape));
    WF_CHECK(again.has_value() && *again == *shape);
    return 0;
}
