// SPDX-License-Identifier: EUPL-1.2
// The walking network of a dataset and the homes that stand in it. OpenStreetMap stays a layer of its own: every network
// belongs to one dataset with its licence (ODbL), and what is made from it says so.
#pragma once

#include "base/result.hpp"
#include "kernel/reach/network.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wf::network {

/// An address, or a building where there are none. No person stands in it.
struct Home {
    std::int64_t osm_id{0};
    char osm_type{'n'}; ///< 'n', 'w' or 'r'
    reach::Place32 at;
    std::string street; ///< empty where only a building is known
    std::string number; ///< "12-A"
    std::string postcode;
    bool operator==(Home const&) const = default;
};

struct StoredNetwork {
    std::string dataset_id;
    reach::Network network;
};

[[nodiscard]] std::vector<store::Migration> migrations();

/// Rows of a dataset that is still loading. Homes are kept in their order, by position.
void add_network(store::Session& session, std::string_view dataset_id, reach::Network const& network);
void add_homes(store::Session& session, std::string_view dataset_id, std::span<Home const> homes);
/// Removes the rows of a dataset (failed, killed or superseded).
void sweep(store::Session& session, std::string_view dataset_id);

/// Published datasets that hold a network, newest import first.
struct Known {
    std::string dataset_id;
    geo::Box extent;
    std::int64_t homes{0};
};
[[nodiscard]] std::vector<Known> list(store::Session& session);
/// Errors: network.unknown, those of reach::decode_network.
Result<reach::Network> load_network(store::Session& session, std::string_view dataset_id);
[[nodiscard]] std::vector<Home> load_homes(store::Session& session, std::string_view dataset_id);

} // namespace wf::network
