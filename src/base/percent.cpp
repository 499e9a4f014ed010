// SPDX-License-Identifier: EUPL-1.2
#include "base/percent.hpp"

namespace wf {

std::string percent_encode(std::string_view text, std::string_view kept)
{
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain || std::string_view{"-._~"}.find(c) != std::string_view::npos ||
            kept.find(c) != std::string_view::npos) {
            out += c;
        } else {
            auto const byte = static_cast<unsigned char>(c);
            out += {'%', hexadecimal[byte >> 4U], hexadecimal[byte & 15U]};
        }
    }
    return out;
}

} // namespace wf
