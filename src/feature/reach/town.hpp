// SPDX-License-Identifier: EUPL-1.2
// Station three of reach: what is stored of a municipality, put together for the arithmetic: neighbourhoods with their people, homes
// with a neighbourhood and a foothold, places by kind with theirs.
// Assumption   inhabitants of a neighbourhood are spread evenly over its homes; people of 80 and over are known for the
//              municipality only and are spread in proportion to people of 65 and over: *estimated*.
#pragma once

#include "base/result.hpp"
#include "commons/areas/areas.hpp"
#include "commons/network/network.hpp"
#include "commons/places/places.hpp"
#include "commons/walking/walking.hpp"
#include "kernel/address/address.hpp"
#include "kernel/reach/reach.hpp"
#include "platform/store/store.hpp"

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wf::reach_pages {

/// Whose number stands beside a profile. How many of them *have* the profile is never guessed.
enum class Group { everybody, age_0_14, age_65, age_80 };
inline constexpr std::size_t group_count = 4;
[[nodiscard]] std::string_view to_word(Group group);
/// From the word in data/profiles.json ("all", "0-14", "65+", "80+").
[[nodiscard]] Group group_of(walking::WalkerProfile const& profile);

/// Why a neighbourhood has no answer.
enum class Coverage { answered, no_network, no_people_known, too_few_people, no_homes };
[[nodiscard]] std::string_view to_word(Coverage coverage);
[[nodiscard]] Coverage parse_coverage(std::string_view word);

/// A neighbourhood, or one above it.
struct TownArea {
    areas::Area area; ///< without its outline
    Coverage coverage{Coverage::answered};
    std::array<std::optional<double>, group_count> people;
    std::optional<double> limited_in_moving_percent; ///< RIVM, modelled, 65+ where given
    std::optional<double> income;                    ///< thousands of euros per inhabitant
    std::optional<double> age_65_percent;
    std::size_t homes{0};
    double inside{1};                        ///< part of its surface that the network covers
    std::vector<std::size_t> neighbourhoods; ///< that it consists of; of a neighbourhood itself
};

struct PreparedTown {
    PreparedTown() = default;
    PreparedTown(PreparedTown const&) = delete;
    PreparedTown& operator=(PreparedTown const&) = delete;

    std::string municipality;
    std::string network_dataset;
    std::vector<std::string> datasets; ///< all that it was made from
    reach::Network network;
    std::vector<network::Home> homes;        ///< in a neighbourhood of this municipality, in the order of the dataset
    std::vector<std::uint32_t> area_of_home; ///< into `areas`
    std::vector<std::optional<reach::Foothold>> footholds; ///< of the homes
    std::vector<TownArea> areas;                           ///< municipality, districts, neighbourhoods
    std::vector<places::Place> places;                     ///< by category
    std::unique_ptr<reach::Locator const> locator;         ///< on `network`
    std::vector<std::vector<std::uint32_t>> places_of;     ///< by category, in the order of Categories: into `places`
    std::vector<std::vector<reach::Destination>> destinations; ///< the same order
    std::optional<address::Index> addresses;                   ///< of the homes with a street
    std::vector<std::uint32_t> home_of_address;                ///< what the index calls them -> into `homes`
    std::size_t observations{0};                               ///< accepted ones that were put into the network

    /// People that a home stands for; 0 where its neighbourhood has no answer.
    [[nodiscard]] std::vector<double> people_of_homes(Group group) const;
};

/// Errors: areas.unknown, reach.no_network (nothing imported that covers it), those of the stores.
Result<std::shared_ptr<PreparedTown>> load_town(store::Store& store, std::string_view municipality,
                                                walking::Categories const& categories);
/// The footholds of its homes (the network may have been changed since).
[[nodiscard]] std::vector<std::optional<reach::Foothold>> find_homes(PreparedTown const& town,
                                                                     reach::Locator const& locator);
/// The neighbourhood of the nearest home, as it stands in `areas`; nothing when no home stands within `furthest` metres. O(homes).
[[nodiscard]] std::optional<std::size_t> area_near(PreparedTown const& town, geo::Point point,
                                                   double furthest = std::numeric_limits<double>::infinity());
[[nodiscard]] reach::Destination find_destination(places::Place const& place, reach::Locator const& locator);

} // namespace wf::reach_pages
