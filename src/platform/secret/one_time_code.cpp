// SPDX-License-Identifier: EUPL-1.2
#include "platform/secret/one_time_code.hpp"

#include "base/check.hpp"
#include "base/percent.hpp"
#include "platform/secret/token.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace wf::secret {
namespace {

/// No 0 and o, 1 and i and l: 31 signs.
constexpr std::string_view recovery_signs = "23456789abcdefghjkmnpqrstuvwxyz";
constexpr int recovery_count = 10;
constexpr std::size_t recovery_size = 10;

std::string random_bytes_of(std::size_t count)
{
    std::string bytes(count, '\0');
    random_bytes({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return bytes;
}

std::string recovery_code()
{
    std::string code;
    while (code.size() < recovery_size) {
        for (char const byte : random_bytes_of(16)) {
            auto const value = static_cast<std::size_t>(static_cast<unsigned char>(byte)) & 31U;
            // 31 signs for 32 values: the last one is thrown away, so that all are as likely.
            if (value < recovery_signs.size() && code.size() < recovery_size) code += recovery_signs[value];
        }
    }
    return code;
}

} // namespace

std::string new_code_secret()
{
    return random_bytes_of(20);
}

std::string code_at(std::string_view secret, std::int64_t step, int digits)
{
    std::array<unsigned char, 8> counter{};
    for (std::size_t i = 0; i < 8; ++i)
        counter[7 - i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8 * i));
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    WF_CHECK(HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(),
                  mac.data(), &size) != nullptr);
    std::size_t const at = mac[size - 1] & 15U;
    std::uint32_t number = (static_cast<std::uint32_t>(mac[at] & 0x7fU) << 24U) |
                           (static_cast<std::uint32_t>(mac[at + 1]) << 16U) |
                           (static_cast<std::uint32_t>(mac[at + 2]) << 8U) | mac[at + 3];
    std::string code(static_cast<std::size_t>(digits), '0');
    for (auto sign = code.rbegin(); sign != code.rend(); ++sign, number /= 10)
        *sign = static_cast<char>('0' + number % 10);
    return code;
}

std::optional<std::int64_t> find_code_step(std::string_view secret, std::string_view typed, std::int64_t now_seconds,
                                           std::int64_t last_used)
{
    std::string digits;
    for (char const c : typed) {
        if (c != ' ') digits += c;
    }
    auto const now = now_seconds / code_step_seconds;
    std::optional<std::int64_t> found;
    for (auto const step : {now - 1, now, now + 1}) {
        if (same(code_at(secret, step), digits) && step > last_used) found = step;
    }
    return found;
}

std::string to_base32(std::string_view bytes)
{
    constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (char const byte : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) out += signs[(held >> (bits - 5U)) & 31U];
    }
    if (bits > 0) out += signs[(held << (5U - bits)) & 31U];
    return out;
}

std::string code_address(std::string_view secret, std::string_view issuer, std::string_view account)
{
    return "otpauth://totp/" + percent_encode(issuer) + ':' + percent_encode(account) + "?secret=" + to_base32(secret) +
           "&issuer=" + percent_encode(issuer);
}

std::vector<std::string> new_recovery_codes()
{
    std::vector<std::string> codes;
    for (int i = 0; i < recovery_count; ++i) {
        auto const code = recovery_code();
        codes.push_back(code.substr(0, 4) + '-' + code.substr(4, 4) + '-' + code.substr(8));
    }
    return codes;
}

std::string tidy_recovery_code(std::string_view typed)
{
    std::string code;
    for (char const c : typed) {
        char const small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (small != ' ' && small != '-') code += small;
    }
    return code;
}

} // namespace wf::secret
