// SPDX-License-Identifier: EUPL-1.2
// Municipalities (gemeenten), districts (wijken) and neighbourhoods (buurten), each year kept apart: a code alone does not say
// that the boundary stayed. Outlines are GeoJSON geometries in WGS 84.
#pragma once

#include "base/area_code.hpp"
#include "base/result.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::areas {

struct Area {
    std::string code; ///< "BU01660001"
    int year{0};      ///< of the boundary
    AreaLevel level{AreaLevel::neighbourhood};
    std::string name;
    std::string parent;       ///< WK code of a neighbourhood, GM code of a district, empty for a municipality
    std::string municipality; ///< GM code
    std::string outline;      ///< GeoJSON geometry; empty when this year brought names only
    std::string dataset_id;
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// Adds rows of a dataset that is still loading. The same code twice in a dataset: the last one stays.
void add(store::Session& session, std::span<Area const> areas);
/// Removes the rows of a dataset (failed, killed or superseded).
void sweep(store::Session& session, std::string_view dataset_id);

/// All of these read published datasets only.
/// The area in the newest year that has an outline (or the newest year when none has).
[[nodiscard]] std::optional<Area> find(store::Session& session, std::string_view code);
[[nodiscard]] std::optional<Area> find(store::Session& session, std::string_view code, int year);
/// Of a level, within a municipality ("" = all) or below a parent; by sort key, then code. All of one year for each
/// municipality: the newest in which this level has outlines there (or the newest year when none has).
[[nodiscard]] std::vector<Area> list(store::Session& session, AreaLevel level, std::string_view within);
[[nodiscard]] std::vector<Area> list_children(store::Session& session, std::string_view parent);
/// Years in which the area is known, with whether there is an outline; oldest first.
struct KnownYear {
    int year{0};
    bool has_outline{false};
    std::string name;
};
[[nodiscard]] std::vector<KnownYear> known_years(store::Session& session, std::string_view code);

/// May a line be drawn between two boundary years?
enum class Boundary { same, changed, not_compared };
[[nodiscard]] std::string_view to_word(Boundary boundary);
inline constexpr double least_overlap = 0.98;
/// same: outlines of both years are there and overlap at least 98 % of their union; not_compared: an outline is missing, or
/// is no shape that can be compared.
[[nodiscard]] Boundary compare_boundary(store::Session& session, std::string_view code, int year_a, int year_b);

} // namespace wf::areas
