// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "base/text.hpp"
#include "commons/network/network.hpp"
#include "kernel/reach/codec.hpp"

#include <algorithm>
#include <unordered_map>

namespace wf::embedded::commons_network {
std::string_view find(std::string_view name);
}

namespace wf::network {
namespace {

constexpr std::string_view types = "nwr";
constexpr std::size_t home_columns = 10;
constexpr std::size_t rows_at_once = 1000;

std::string_view word_of_type(char type)
{
    std::size_t const place = types.find(type);
    WF_CHECK(place != std::string_view::npos);
    return types.substr(place, 1);
}

std::int64_t next_position(store::Session& session, std::string_view dataset_id)
{
    std::int64_t next = 0;
    session.query("SELECT COALESCE(MAX(position) + 1, 0) FROM home WHERE dataset_id = $1", {dataset_id},
                  [&](store::Row const& row) { next = row.integer(0); });
    return next;
}

Home read_home(store::Row const& row)
{
    auto const type = row.text(0);
    WF_CHECK(type.size() == 1);
    Home home;
    home.osm_type = type.front();
    home.osm_id = row.integer(1);
    home.at = {static_cast<std::int32_t>(row.integer(2)), static_cast<std::int32_t>(row.integer(3))};
    home.street = row.string(4);
    home.number = row.string(5);
    home.postcode = row.string(6);
    return home;
}

} // namespace

std::vector<store::Migration> migrations()
{
    return {{"0005_network", std::string{embedded::commons_network::find("schema.sql")}}};
}

void add_network(store::Session& session, std::string_view dataset_id, reach::Network const& network)
{
    WF_CHECK(!dataset_id.empty());
    auto const content = reach::encode_network(network);
    auto const& box = network.extent;
    session.exec("INSERT INTO network (dataset_id, west, south, east, north, content) VALUES ($1, $2, $3, $4, $5, $6)"
                 " ON CONFLICT (dataset_id) DO UPDATE SET west = excluded.west, south = excluded.south,"
                 " east = excluded.east, north = excluded.north, content = excluded.content",
                 {dataset_id, box.west, box.south, box.east, box.north, store::Bytes{content}});
}

void add_homes(store::Session& session, std::string_view dataset_id, std::span<Home const> homes)
{
    WF_CHECK(!dataset_id.empty());
    std::int64_t position = next_position(session, dataset_id);
    std::unordered_map<std::string_view, std::string> keys;
    std::vector<store::Value> rows;
    rows.reserve(std::min(homes.size(), rows_at_once) * home_columns);
    while (!homes.empty()) {
        auto const some = homes.first(std::min(homes.size(), rows_at_once));
        homes = homes.subspan(some.size());
        rows.clear();
        for (auto const& home : some) {
            auto const [key, is_new] = keys.try_emplace(home.street);
            if (is_new) key->second = sort_key(home.street);
            rows.emplace_back(dataset_id);
            rows.emplace_back(position++);
            rows.emplace_back(word_of_type(home.osm_type));
            rows.emplace_back(home.osm_id);
            rows.emplace_back(home.at.lon);
            rows.emplace_back(home.at.lat);
            rows.emplace_back(home.street);
            rows.emplace_back(key->second);
            rows.emplace_back(home.number);
            rows.emplace_back(home.postcode);
        }
        session.batch("INSERT INTO home (dataset_id, position, osm_type, osm_id, lon, lat, street, street_key, number,"
                      " postcode) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                      home_columns, rows);
    }
}

void sweep(store::Session& session, std::string_view dataset_id)
{
    session.exec("DELETE FROM home WHERE dataset_id = $1", {dataset_id});
    session.exec("DELETE FROM network WHERE dataset_id = $1", {dataset_id});
}

std::vector<Known> list(store::Session& session)
{
    std::vector<Known> all;
    session.query(
        "SELECT n.dataset_id, n.west, n.south, n.east, n.north,"
        " (SELECT COALESCE(MAX(h.position) + 1, 0) FROM home h WHERE h.dataset_id = n.dataset_id)"
        " FROM network n JOIN dataset d ON d.id = n.dataset_id AND d.state = 'published'"
        " ORDER BY d.imported_at DESC, d.id DESC",
        {}, [&](store::Row const& row) {
            all.push_back({row.string(0), {row.real(1), row.real(2), row.real(3), row.real(4)}, row.integer(5)});
        });
    return all;
}

Result<reach::Network> load_network(store::Session& session, std::string_view dataset_id)
{
    std::optional<Result<reach::Network>> network;
    session.query("SELECT n.content FROM network n JOIN dataset d ON d.id = n.dataset_id AND d.state = 'published'"
                  " WHERE n.dataset_id = $1",
                  {dataset_id}, [&](store::Row const& row) { network = reach::decode_network(row.bytes(0)); });
    if (!network) {
        return Error{Trouble::not_found, "network.unknown", std::string{dataset_id},
                     "no published dataset with this id holds a walking network"};
    }
    return std::move(*network);
}

std::vector<Home> load_homes(store::Session& session, std::string_view dataset_id)
{
    std::vector<Home> homes;
    session.query("SELECT h.osm_type, h.osm_id, h.lon, h.lat, h.street, h.number, h.postcode"
                  " FROM home h JOIN dataset d ON d.id = h.dataset_id AND d.state = 'published'"
                  " WHERE h.dataset_id = $1 ORDER BY h.position",
                  {dataset_id}, [&](store::Row const& row) { homes.push_back(read_home(row)); });
    return homes;
}

} // namespace wf::network
