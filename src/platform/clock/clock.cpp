// SPDX-License-Identifier: EUPL-1.2
#include "platform/clock/clock.hpp"

#include "base/check.hpp"
#include "base/ids.hpp"

#include <sodium.h>

#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <mutex>
#include <span>
#include <stdexcept>
#include <string_view>

namespace wf {
namespace {

void fill_random(std::span<std::uint8_t> bytes)
{
    static bool const ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error{"the operating system gives no random numbers"};
    randombytes_buf(bytes.data(), bytes.size());
}

std::string hexadecimal(std::span<std::uint8_t const> bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (std::uint8_t const byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

/// Millisecond and a count within it, so that ids made by one program sort in the order in which they were made.
class Sequence {
public:
    struct Step {
        std::int64_t millis;
        std::uint32_t count; ///< 12 bits
    };

    Step next(std::int64_t millis, std::uint32_t random)
    {
        std::scoped_lock const lock{m_mutex};
        bool const set_back = m_last.millis - millis > longest_lead_millis;
        if (millis > m_last.millis || set_back) {
            m_last = {millis, random & 0x7ffU};
        } else if (++m_last.count > 0xfffU) {
            m_last = {m_last.millis + 1, random & 0x7ffU};
        }
        return m_last;
    }

private:
    /// Ids may run this far ahead of the clock; when the clock was set back further, we follow it.
    static constexpr std::int64_t longest_lead_millis = 10'000;
    std::mutex m_mutex;
    Step m_last{-1, 0};
};

} // namespace

std::int64_t now_millis()
{
    if (char const* const fixed = std::getenv("WEEFSEL_NOW")) {
        std::string_view const text{fixed};
        std::int64_t millis = 0;
        auto const [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), millis);
        if (trouble != std::errc{} || end != text.data() + text.size() || millis < 0) {
            throw std::runtime_error{"WEEFSEL_NOW must be a number of milliseconds since 1970"};
        }
        return millis;
    }
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

std::string new_uuid_v7()
{
    static Sequence sequence;
    std::array<std::uint8_t, 10> bytes{};
    fill_random(bytes);
    auto const [millis, count] = sequence.next(now_millis(), static_cast<std::uint32_t>(bytes[0] << 8 | bytes[1]));
    // The first twelve random bits stand right behind the time.
    bytes[0] = static_cast<std::uint8_t>(count >> 8);
    bytes[1] = static_cast<std::uint8_t>(count);
    return make_uuid_v7(static_cast<std::uint64_t>(millis), bytes).to_string();
}

std::string new_uuid_v4()
{
    std::array<std::uint8_t, 16> bytes{};
    fill_random(bytes);
    return make_uuid_v4(bytes).to_string();
}

std::string random_hex(int digits)
{
    WF_CHECK(digits >= 0);
    std::string text;
    auto const wanted = static_cast<std::size_t>(digits);
    while (text.size() < wanted) {
        std::array<std::uint8_t, 16> bytes{};
        fill_random(bytes);
        text += hexadecimal(bytes);
    }
    text.resize(wanted);
    return text;
}

} // namespace wf
