// SPDX-License-Identifier: EUPL-1.2
// Result<T>: a value or an Error. Member names are those of std::expected, so that it can become an alias with C++23.
#pragma once

#include "base/check.hpp"
#include "base/error.hpp"

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace wf {

template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : m_state{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : m_state{std::in_place_index<1>, std::move(error)} {}
    template <class U>
        requires(std::is_convertible_v<U&&, T> && !std::is_same_v<std::remove_cvref_t<U>, Result> &&
                 !std::is_same_v<std::remove_cvref_t<U>, Error> && !std::is_same_v<std::remove_cvref_t<U>, T>)
    Result(U&& value) : m_state{std::in_place_index<0>, std::forward<U>(value)} {}

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & { return WF_CHECK(has_value()), std::get<0>(m_state); }
    T const& value() const& { return WF_CHECK(has_value()), std::get<0>(m_state); }
    T&& value() && { return WF_CHECK(has_value()), std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    T const& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    T const* operator->() const { return &value(); }

    Error& error() { return WF_CHECK(!has_value()), std::get<1>(m_state); }
    Error const& error() const { return WF_CHECK(!has_value()), std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Nothing to return but success. `return {};` succeeds.
template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : m_error{std::move(error)} {}

    [[nodiscard]] bool has_value() const { return !m_error.has_value(); }
    explicit operator bool() const { return has_value(); }
    void value() const { WF_CHECK(has_value()); }
    Error& error() { return WF_CHECK(m_error.has_value()), *m_error; }
    Error const& error() const { return WF_CHECK(m_error.has_value()), *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace wf

// Statements, never part of an expression: g++ 12 leaks half-built objects when a return leaves a statement expression.
#define WF_JOIN_(a, b) a##b
#define WF_JOIN(a, b) WF_JOIN_(a, b)
#define WF_TRY_(result, declaration, expression)                                                                       \
    auto result = (expression);                                                                                        \
    if (!result) [[unlikely]]                                                                                          \
        return std::move(result.error());                                                                              \
    declaration = std::move(result).value()
/// WF_TRY(auto rows, read(file)); returns the error of `read`, or goes on with rows.
#define WF_TRY(declaration, expression) WF_TRY_(WF_JOIN(wf_try_, __LINE__), declaration, expression)
/// WF_TRY_VOID(publish(dataset)); the same where there is no value.
#define WF_TRY_VOID(expression)                                                                                        \
    do {                                                                                                               \
        auto wf_try_void = (expression);                                                                               \
        if (!wf_try_void) [[unlikely]]                                                                                 \
            return std::move(wf_try_void.error());                                                                     \
    } while (false)
