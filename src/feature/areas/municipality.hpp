// SPDX-License-Identifier: EUPL-1.2
// What pages say about one municipality, read once for each publication and kept in memory: a published run never changes, so a
// page that is made anew needs no database. The few municipalities asked for last are kept.
#pragma once

#include "commons/areas/areas.hpp"
#include "commons/datasets/datasets.hpp"
#include "feature/areas/indicators.hpp"
#include "feature/areas/profile.hpp"
#include "feature/areas/views.hpp"
#include "platform/store/kept.hpp"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::area_pages {

using DatasetsById = std::map<std::string, datasets::Dataset, std::less<>>;

/// A figure with what a page says about it: its indicator and the dataset that it comes from.
struct ShownFigure {
    ProfileFigure const* figure{nullptr};
    Indicator const* indicator{nullptr};
    datasets::Dataset const* dataset{nullptr}; ///< nullptr when there is no figure
};

/// How people of one age live together, counted for a whole municipality.
struct HouseholdRow {
    std::string age;                              ///< "80-85", "95+"
    std::array<std::optional<double>, 5> persons; ///< in the order of `household_measures`
};
inline constexpr std::array<std::string_view, 5> household_measures{"persons_in_private_households",
                                                                    "children_living_at_home", "living_alone",
                                                                    "living_together", "lone_parents"};
struct Households {
    int year{0}; ///< 0: not published here
    std::string dataset_id;
    std::vector<HouseholdRow> rows;
};

/// One area. Lives in a Municipality and is never copied: figures are pointed at.
struct AreaPage {
    AreaPage() = default;
    AreaPage(AreaPage const&) = delete;
    AreaPage& operator=(AreaPage const&) = delete;

    areas::Area area;               ///< without its outline
    std::vector<areas::Area> above; ///< municipality first
    std::vector<AreaRow> children;
    std::vector<ProfileFigure> figures;
    std::array<std::vector<ShownFigure>, 6> by_theme;
    std::string run_id; ///< empty: not computed yet
    std::string locator;
    std::string municipality_name;
    std::string attribution; ///< of the outline
    Households households;   ///< of a municipality

    [[nodiscard]] std::vector<ShownFigure> const& shown(Theme theme) const
    {
        return by_theme[static_cast<std::size_t>(theme)];
    }
    /// The figure of that indicator and year, when it is answered.
    [[nodiscard]] ProfileFigure const* answered(std::string_view indicator, int year) const;
};

struct Municipality {
    DatasetsById sources;
    std::map<std::string, AreaPage, std::less<>> pages; ///< by code: the municipality, its districts and neighbourhoods
    AreaRow whole;
    std::vector<AreaRow> districts; ///< by name
    std::vector<AreaRow> neighbourhoods;

    [[nodiscard]] AreaPage const* find(std::string_view code) const;
};

/// Reads what is published now; nullptr when the municipality is not there.
[[nodiscard]] std::shared_ptr<Municipality const> load_municipality(store::Store& store, std::string_view code);

/// The municipalities that were asked for last, each valid for one generation of the store.
class Municipalities {
public:
    [[nodiscard]] std::shared_ptr<Municipality const> get(store::Store& store, std::string_view code);

private:
    store::Kept<Municipality> m_kept{16};
};

/// All municipalities as rows, by name; without going through their neighbourhoods.
[[nodiscard]] std::vector<AreaRow> load_municipality_rows(store::Store& store);

[[nodiscard]] std::vector<FigureRow> make_figure_rows(AreaPage const& page, words::Language language);

} // namespace wf::area_pages
