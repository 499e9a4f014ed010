// SPDX-License-Identifier: EUPL-1.2
#include "base/thousandths.hpp"

namespace wf::detail {
namespace {

constexpr char digit(std::size_t number, std::size_t unit)
{
    return static_cast<char>('0' + number / unit % 10);
}

constexpr ShortTexts<10'000> make_whole_numbers()
{
    ShortTexts<10'000> texts;
    for (std::size_t number = 0; number < 10'000; ++number) {
        std::uint8_t size = 0;
        for (std::size_t unit = 1000; unit > 0; unit /= 10) {
            if (size > 0 || unit == 1 || number >= unit) texts.text[number][size++] = digit(number, unit);
        }
        texts.size[number] = size;
    }
    return texts;
}

constexpr ShortTexts<1'000> make_fractions()
{
    ShortTexts<1'000> texts;
    for (std::size_t number = 1; number < 1000; ++number) {
        texts.text[number] = {'.', digit(number, 100), digit(number, 10), digit(number, 1)};
        texts.size[number] = number % 10 != 0 ? 4 : number % 100 != 0 ? 3 : 2;
    }
    return texts;
}

} // namespace

constinit ShortTexts<10'000> const whole_numbers = make_whole_numbers();
constinit ShortTexts<1'000> const fractions = make_fractions();

} // namespace wf::detail
