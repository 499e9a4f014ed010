// SPDX-License-Identifier: EUPL-1.2
// Identifiers: 128-bit UUIDs (RFC 9562), and one type for each kind of thing so that a run's id is no dataset's id.
// Pure: the moment and the random bytes are arguments.
#pragma once

#include "base/result.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace wf {

/// Sixteen bytes, compared in the order of their text. A default one is nil: all zeros.
class Uuid {
public:
    using Bytes = std::array<std::uint8_t, 16>;

    constexpr Uuid() = default;
    constexpr explicit Uuid(Bytes const& bytes) : m_bytes{bytes} {}

    /// 8-4-4-4-12 hexadecimal digits, small or capital. Otherwise "id.not_a_uuid".
    static Result<Uuid> parse(std::string_view text);

    /// Small letters, 36 characters.
    [[nodiscard]] std::string to_string() const;
    [[nodiscard]] constexpr Bytes const& bytes() const { return m_bytes; }
    [[nodiscard]] constexpr bool is_nil() const { return m_bytes == Bytes{}; }
    /// The four version bits: 4, 7, or whatever came from outside.
    [[nodiscard]] constexpr int version() const { return m_bytes[6] >> 4; }

    friend constexpr auto operator<=>(Uuid const&, Uuid const&) = default;

private:
    Bytes m_bytes{};
};

/// Ordered by time: 48 bits of milliseconds since 1970 (must fit), then 74 of the random bits.
[[nodiscard]] Uuid make_uuid_v7(std::uint64_t unix_millis, std::span<std::uint8_t const, 10> random);
/// Tells nothing: 122 of the random bits.
[[nodiscard]] Uuid make_uuid_v4(std::span<std::uint8_t const, 16> random);

/// The id of one kind of thing.
template <class Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(Uuid const& uuid) : m_uuid{uuid} {}

    static Result<Id> parse(std::string_view text)
    {
        WF_TRY(auto const uuid, Uuid::parse(text));
        return Id{uuid};
    }

    [[nodiscard]] constexpr Uuid const& uuid() const { return m_uuid; }
    [[nodiscard]] std::string to_string() const { return m_uuid.to_string(); }
    [[nodiscard]] constexpr bool is_nil() const { return m_uuid.is_nil(); }

    friend constexpr auto operator<=>(Id const&, Id const&) = default;

private:
    Uuid m_uuid;
};

struct RunTag;
struct DatasetTag;
struct JobTag;
using RunId = Id<RunTag>;
using DatasetId = Id<DatasetTag>;
using JobId = Id<JobTag>;

} // namespace wf

template <>
struct std::hash<wf::Uuid> {
    std::size_t operator()(wf::Uuid const& uuid) const noexcept;
};

template <class Tag>
struct std::hash<wf::Id<Tag>> {
    std::size_t operator()(wf::Id<Tag> const& id) const noexcept { return std::hash<wf::Uuid>{}(id.uuid()); }
};
