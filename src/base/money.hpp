// SPDX-License-Identifier: EUPL-1.2
// Amounts in euros, kept as whole cents so that sums are exact.
#pragma once

#include "base/result.hpp"
#include "base/text.hpp"

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf {

/// Whole cents, positive or negative. An amount that does not fit in 64 bits is a bug: parse_money keeps what comes
/// from outside small enough for a billion additions.
class Money {
public:
    constexpr Money() = default;
    constexpr explicit Money(std::int64_t cents) : m_cents{cents} {}

    [[nodiscard]] constexpr std::int64_t cents() const { return m_cents; }
    /// For arithmetic that is not about cents (means, ratios, charts).
    [[nodiscard]] constexpr double euros() const { return static_cast<double>(m_cents) / 100.0; }

    friend constexpr auto operator<=>(Money, Money) = default;

    friend constexpr Money operator+(Money a, Money b)
    {
        std::int64_t cents{};
        WF_CHECK(!__builtin_add_overflow(a.m_cents, b.m_cents, &cents));
        return Money{cents};
    }
    friend constexpr Money operator-(Money a, Money b)
    {
        std::int64_t cents{};
        WF_CHECK(!__builtin_sub_overflow(a.m_cents, b.m_cents, &cents));
        return Money{cents};
    }
    friend constexpr Money operator*(Money a, std::int64_t times)
    {
        std::int64_t cents{};
        WF_CHECK(!__builtin_mul_overflow(a.m_cents, times, &cents));
        return Money{cents};
    }
    friend constexpr Money operator*(std::int64_t times, Money a) { return a * times; }
    constexpr Money operator-() const { return Money{} - *this; }
    constexpr Money& operator+=(Money other) { return *this = *this + other; }
    constexpr Money& operator-=(Money other) { return *this = *this - other; }

private:
    std::int64_t m_cents{0};
};

/// "1.234,56" (nl) or "1,234.56" (en); in both "1234.56", "1234", "€ 12,5" or "€12.5", and a minus in front. Points or
/// commas between thousands must stand at every third digit. At most two decimals and ten billion euros.
/// Otherwise "money.malformed" or "money.too_large".
[[nodiscard]] Result<Money> parse_money(std::string_view text, Locale locale);

/// "€ 1.234,56" and "€ −1.234,56" (nl), "€1,234.56" and "−€1,234.56" (en).
[[nodiscard]] std::string format_money(Money amount, Locale locale);

/// Divides an amount in proportion to weights, to the cent, by largest remainder (ties: the first in the list), so that
/// the parts add up to the amount exactly. A weight of nothing gets nothing.
/// Errors: "money.weight_negative" (or not finite), "money.no_weights" (none, or all zero).
[[nodiscard]] Result<std::vector<Money>> allocate(Money amount, std::span<std::int64_t const> weights);
/// The same for weights with a fraction. Weights less than 2^-50 of the largest count as nothing.
[[nodiscard]] Result<std::vector<Money>> allocate(Money amount, std::span<double const> weights);

} // namespace wf
