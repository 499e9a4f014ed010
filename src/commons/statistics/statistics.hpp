// SPDX-License-Identifier: EUPL-1.2
// Published figures about areas: one number for an area, a measure, a year and a group of people, with the dataset it came from.
// What a measure is called, in which unit, and under which column names sources publish it, stands in data/measures.json.
#pragma once

#include "base/area_code.hpp"
#include "base/result.hpp"
#include "commons/datasets/datasets.hpp"
#include "platform/store/store.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::statistics {

struct Measure {
    std::string code; ///< "inhabitants"
    std::string name_nl;
    std::string name_en;
    std::string unit; ///< "persons", "percent", "euro_1000", "per_km2", "households", "cases", "hectares", "ratio"
    int decimals{0};
    datasets::Kind kind{datasets::Kind::counted};
    /// Sources round: the published value lies within half of this of the true one. 0: exact or unknown.
    double rounding_neighbourhood{0};
    double rounding_district{0};
    double rounding_municipality{0};
    std::vector<std::string> columns; ///< spellings in sources, without the year-dependent "_12" at the end, lower case

    [[nodiscard]] double rounding(AreaLevel level) const;
};

/// The catalogue in data/measures.json, read once.
class Measures {
public:
    /// Errors: those of json::read, measures.wrong_member, measures.unknown_member, measures.duplicate_code,
    /// measures.duplicate_column; the field names the measure and the member ("inhabitants.rounding.district").
    static Result<Measures> read(std::string_view json);
    /// What was embedded at build time.
    static Measures const& built_in();
    [[nodiscard]] Measure const* find(std::string_view code) const;
    /// By a source's column name: case, padding and the "_12" suffix do not matter.
    [[nodiscard]] Measure const* find_column(std::string_view column) const;
    [[nodiscard]] std::vector<Measure> const& all() const { return m_measures; }

private:
    std::vector<Measure> m_measures;
    std::map<std::string, std::size_t, std::less<>> m_by_code;
    std::map<std::string, std::size_t, std::less<>> m_by_column;
};

struct Figure {
    std::string area_code;
    std::string measure;
    int year{0};
    std::string group;    ///< "" everybody, "18+", "65+", "0-5" ...
    double value{0};      ///< a missing one is not stored: unknown is the absence of a figure
    int boundary_year{0}; ///< the year of the boundaries it was published on
    std::string dataset_id;
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// Adds rows of a dataset that is still loading. The same figure twice in a dataset: the last one stays.
void add(store::Session& session, std::span<Figure const> figures);
/// Removes the rows of a dataset (failed, killed or superseded).
void sweep(store::Session& session, std::string_view dataset_id);

/// Published figures only, by measure, group, year, dataset: two datasets can bring the same figure.
[[nodiscard]] std::vector<Figure> load_of_area(store::Session& session, std::string_view area_code);
/// All areas of one measure, year and group.
[[nodiscard]] std::vector<Figure> load_of_measure(store::Session& session, std::string_view measure, int year,
                                                  std::string_view group);

} // namespace wf::statistics
