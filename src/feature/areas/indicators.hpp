// SPDX-License-Identifier: EUPL-1.2
// Which figures an area page shows and in which order: data/indicators.json, that a municipality may edit.
#pragma once

#include "base/area_code.hpp"
#include "base/result.hpp"
#include "commons/datasets/datasets.hpp"
#include "platform/words/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::area_pages {

/// Where on the page: the people, the four conditions of social quality, the surroundings. Never added up.
enum class Theme { people, security, inclusion, cohesion, empowerment, surroundings };
[[nodiscard]] std::string_view to_word(Theme theme);

struct Indicator {
    std::string code;
    Theme theme{Theme::people};
    std::string name_nl;
    std::string name_en;
    std::string measure;     ///< of commons/statistics: the number itself, or the numerator of a rate
    std::string group;       ///< "" everybody
    std::string denominator; ///< measure; empty: the number itself is shown
    double factor{1000};
    std::string base; ///< of a percentage: the measure that counts the people or households below it
    std::string unit; ///< of what is shown: "percent", "per_1000", "persons" ...
    int decimals{0};
    double least{0}; ///< the scale that it is drawn on
    double most{100};
    datasets::Kind kind{datasets::Kind::counted}; ///< of its measure
    std::optional<AreaLevel> only;                ///< shown for this level alone

    [[nodiscard]] std::string const& name(words::Language language) const
    {
        return language == words::Language::nl ? name_nl : name_en;
    }
};

class Indicators {
public:
    /// Errors: areas.indicators (field names the indicator and member).
    static Result<Indicators> read(std::string_view json);
    static Indicators const& built_in();
    [[nodiscard]] std::vector<Indicator> const& all() const { return m_indicators; }
    [[nodiscard]] Indicator const* find(std::string_view code) const;
    /// Changes when the file changes.
    [[nodiscard]] std::string const& version() const { return m_version; }

private:
    std::vector<Indicator> m_indicators;
    std::string m_version;
};

} // namespace wf::area_pages
