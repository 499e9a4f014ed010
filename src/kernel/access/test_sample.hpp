// SPDX-License-Identifier: EUPL-1.2
// The sample of Belo Horizonte in tests/reference/access, as the tests of this kernel read it.
#pragma once

#include "base/csv.hpp"
#include "kernel/access/access.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <array>
#include <map>
#include <string>
#include <vector>

namespace wf::access::sample {

/// Also of files that are not compressed.
inline std::string load(std::string const& name)
{
    auto const path = "tests/reference/access/" + name;
    auto* const file = gzopen(path.c_str(), "rb");
    REQUIRE_MESSAGE(file != nullptr, path);
    std::string bytes;
    std::array<char, 1 << 16> part{};
    for (int read = 0; (read = gzread(file, part.data(), static_cast<unsigned>(part.size()))) > 0;)
        bytes.append(part.data(), static_cast<std::size_t>(read));
    REQUIRE(gzclose(file) == Z_OK);
    return bytes;
}

inline CsvTable table(std::string const& name)
{
    auto read = read_csv(load(name));
    REQUIRE(read);
    REQUIRE(read->refused_count() == 0);
    return std::move(*read);
}

/// Missing cells become `missing`.
inline std::vector<double> numbers(CsvTable const& table, std::string_view name, double missing = 0)
{
    auto const column = table.column(name);
    REQUIRE_MESSAGE(column, std::string{name});
    std::vector<double> found;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto const cell = table.number(row, *column);
        REQUIRE(cell);
        found.push_back(cell->value_or(missing));
    }
    return found;
}

struct City {
    std::vector<std::string> ids;
    std::map<std::string, std::uint32_t, std::less<>> place;
    std::vector<double> jobs;
    std::vector<double> schools;
    std::vector<double> people;
    std::vector<double> income; ///< 0 where nobody lives
    std::vector<Pair> pairs;
};

inline City load_city()
{
    City city;
    auto const zones = table("bho_land_use.csv");
    for (std::size_t row = 0; row < zones.rows(); ++row) {
        city.ids.emplace_back(zones.cell(row, *zones.column("id")));
        city.place.emplace(city.ids.back(), static_cast<std::uint32_t>(row));
    }
    city.jobs = numbers(zones, "jobs");
    city.schools = numbers(zones, "schools");
    city.people = numbers(zones, "population");
    city.income = numbers(zones, "income_per_capita");
    auto const matrix = table("bho_travel_matrix.csv.gz");
    auto const costs = numbers(matrix, "travel_time");
    auto const from = *matrix.column("from_id");
    auto const to = *matrix.column("to_id");
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        city.pairs.push_back({city.place.find(matrix.cell(row, from))->second,
                              city.place.find(matrix.cell(row, to))->second, costs[row]});
    }
    return city;
}

inline City const& city()
{
    static City const loaded = load_city();
    return loaded;
}

inline AccessResult compute(Settings const& settings, std::vector<double> const& opportunity)
{
    auto result = compute_access({city().pairs, opportunity, city().people, settings});
    REQUIRE(result.status == Status::answered);
    return result;
}

} // namespace wf::access::sample
