// SPDX-License-Identifier: EUPL-1.2
// What a typed text can mean: which words are street, number, addition, postcode and place. Often there is more than one
// reading ("plein 1945 3"); each is looked up, and the best that is found wins.
#pragma once

#include "kernel/address/inside.hpp"

#include <optional>

namespace wf::address {

/// The places that the typed words can mean, and how well they fit.
class PlaceWish {
public:
    PlaceWish() = default; ///< no place was typed: all fit
    [[nodiscard]] static PlaceWish exactly(std::uint32_t place);
    /// Words after the number: a place, the beginning of one, or one with a slip; else no place fits.
    [[nodiscard]] static PlaceWish of(std::string const& key, Index::Inside const& inside);

    /// 1 for a place as typed, a little less for a beginning, less for a slip, little for another place.
    [[nodiscard]] double fit(std::uint32_t place) const;
    [[nodiscard]] bool fits_any() const { return !m_asked || !m_places.empty(); }

private:
    struct Fitting {
        std::uint32_t place;
        double fit;
    };
    bool m_asked{false};
    std::vector<Fitting> m_places; ///< by place
};

inline constexpr double fit_of_beginning = 0.99;
inline constexpr double fit_of_slip = 0.93;
inline constexpr double fit_of_other = 0.6;

/// A number with its addition, and what the words after it say.
struct Choice {
    std::optional<Number> number;
    PlaceWish place;
};

struct Reading {
    std::string street;               ///< key; empty when only a postcode was typed
    std::string plain;                ///< key with abbreviations left
    std::vector<std::string> shorter; ///< keys without a title or little word in front, for when nothing else is found
    std::vector<Choice> choices;
    double trust{1}; ///< less for a reading that people rarely mean
    bool mend{true}; ///< worth looking for slips
};

struct Readings {
    std::vector<Reading> list;
    std::optional<std::uint32_t> postcode;
};

[[nodiscard]] Readings read_text(std::string_view text, Index::Inside const& inside);

} // namespace wf::address
