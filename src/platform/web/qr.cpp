// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/qr.hpp"

#include "base/check.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

namespace wf::web {

using namespace html;

void qr_code(Html& page, std::string_view text, std::string_view label)
{
    struct Free {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    std::unique_ptr<QRcode, Free> const code{QRcode_encodeString8bit(std::string{text}.c_str(), 0, QR_ECLEVEL_M)};
    WF_CHECK(code != nullptr);
    constexpr int margin = 4;
    auto const width = static_cast<std::size_t>(code->width);
    std::string path;
    for (std::size_t y = 0; y < width; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            std::size_t run = 0;
            while (x + run < width && (code->data[y * width + x + run] & 1U) != 0) ++run;
            if (run == 0) continue;
            path += "M" + std::to_string(x + margin) + " " + std::to_string(y + margin) + "h" + std::to_string(run) +
                    "v1h-" + std::to_string(run) + "z";
            x += run;
        }
    }
    auto const side = std::to_string(code->width + 2 * margin);
    page(tag::svg, attr::cls("qr"), attr::named("viewBox", "0 0 " + side + " " + side), attr::role("img"),
         attr::label(label), [&] {
             page(tag::rect, attr::named("width", side), attr::named("height", side), attr::cls("qr-paper"));
             page(tag::path, attr::named("d", path), attr::cls("qr-ink"));
         });
}

} // namespace wf::web
