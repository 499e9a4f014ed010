// SPDX-License-Identifier: EUPL-1.2
// Quantities that cannot be mixed up: Metres{400} + Seconds{5} does not compile.
#pragma once

#include "base/check.hpp"

#include <compare>
#include <concepts>
#include <cstdint>
#include <type_traits>

namespace wf {

/// A number with a kind. Same kinds add, subtract and compare; a plain number multiplies and divides; two of a kind
/// divide into a plain ratio. Whole-number kinds are checked for overflow. A Tag with `settle(rep)` limits the values.
template <class Tag, class Rep>
    requires std::is_arithmetic_v<Rep>
class Quantity {
public:
    using rep = Rep;

    constexpr Quantity() = default;
    constexpr explicit Quantity(Rep count) : m_count{settled(count)} {}

    [[nodiscard]] constexpr Rep count() const { return m_count; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;

    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{sum(a.m_count, b.m_count)}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity{difference(a.m_count, b.m_count)}; }
    friend constexpr Quantity operator*(Quantity a, Rep factor) { return Quantity{product(a.m_count, factor)}; }
    friend constexpr Quantity operator*(Rep factor, Quantity a) { return a * factor; }
    friend constexpr Quantity operator/(Quantity a, Rep divisor) requires std::floating_point<Rep>
    {
        WF_CHECK(divisor != Rep{0});
        return Quantity{a.m_count / divisor};
    }
    /// How many times b goes into a. b is not zero.
    friend constexpr double operator/(Quantity a, Quantity b)
    {
        WF_CHECK(b.m_count != Rep{0});
        return static_cast<double>(a.m_count) / static_cast<double>(b.m_count);
    }
    constexpr Quantity operator-() const { return Quantity{} - *this; }
    constexpr Quantity& operator+=(Quantity other) { return *this = *this + other; }
    constexpr Quantity& operator-=(Quantity other) { return *this = *this - other; }

private:
    static constexpr Rep settled(Rep count)
    {
        if constexpr (requires { Tag::settle(count); }) {
            return Tag::settle(count);
        } else {
            return count;
        }
    }
    static constexpr Rep sum(Rep a, Rep b)
    {
        if constexpr (std::integral<Rep>) {
            Rep answer{};
            WF_CHECK(!__builtin_add_overflow(a, b, &answer));
            return answer;
        } else {
            return a + b;
        }
    }
    static constexpr Rep difference(Rep a, Rep b)
    {
        if constexpr (std::integral<Rep>) {
            Rep answer{};
            WF_CHECK(!__builtin_sub_overflow(a, b, &answer));
            return answer;
        } else {
            return a - b;
        }
    }
    static constexpr Rep product(Rep a, Rep b)
    {
        if constexpr (std::integral<Rep>) {
            Rep answer{};
            WF_CHECK(!__builtin_mul_overflow(a, b, &answer));
            return answer;
        } else {
            return a * b;
        }
    }

    Rep m_count{};
};

struct MetresTag {};
struct SecondsTag {};
struct SquareMetresTag {};
struct FteTag {};
struct PersonsTag {};
struct ShareTag {
    /// What rounding puts just outside 0..1 is brought back; anything further out (or not a number) is a bug.
    static constexpr double settle(double share)
    {
        constexpr double slack = 1e-9;
        WF_CHECK(share >= -slack && share <= 1.0 + slack);
        return share < 0.0 ? 0.0 : share > 1.0 ? 1.0 : share;
    }
};

using Metres = Quantity<MetresTag, double>;
using Seconds = Quantity<SecondsTag, double>;
using SquareMetres = Quantity<SquareMetresTag, double>;
/// Full-time equivalents: 1.0 is one person working full time.
using Fte = Quantity<FteTag, double>;
/// Whole people. An expected or weighted number of people is a plain double.
using Persons = Quantity<PersonsTag, std::int64_t>;
/// A part of a whole, 0 to 1. A difference of two shares can be negative: subtract their count().
using Share = Quantity<ShareTag, double>;

/// The area of a rectangle.
[[nodiscard]] constexpr SquareMetres operator*(Metres a, Metres b)
{
    return SquareMetres{a.count() * b.count()};
}

} // namespace wf
