// SPDX-License-Identifier: EUPL-1.2
// Whatever the bytes: an Error of ours, or layers whose features keep within their tables, with shapes of enough points.
#include "base/check.hpp"
#include "base/text.hpp"
#include "kernel/tile/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace wf;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const layers = tile::read_tile(bytes, [](std::string_view) { return true; });
    if (!layers) {
        WF_CHECK(layers.error().code.starts_with("tile."));
        WF_CHECK(!layers.error().detail.empty());
        return 0;
    }
    for (auto const& layer : *layers) {
        WF_CHECK(is_utf8(layer.name) && layer.extent > 0 && layer.extent <= 65'536);
        WF_CHECK(layer.points.size() * 2 <= size); // a step takes two bytes at least
        for (auto const& feature : layer.features) {
            WF_CHECK(feature.parts > 0);
            for (std::uint32_t i = 0; i < feature.parts; ++i) {
                auto const least = feature.shape == tile::Shape::point  ? 1U
                                   : feature.shape == tile::Shape::line ? 2U
                                                                        : 3U;
                WF_CHECK(layer.part(feature.first_part + i).size() >= least);
            }
            for (auto const& key : layer.keys) static_cast<void>(layer.find(feature, key));
            WF_CHECK(is_utf8(layer.text(feature, "name")));
        }
    }
    return 0;
}
