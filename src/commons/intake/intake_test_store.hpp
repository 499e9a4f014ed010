// SPDX-License-Identifier: EUPL-1.2
// An empty database with the tables of the commons, and a progress that stops or fails. Only tests and benchmarks
// include this header.
#pragma once

#include "commons/areas/areas.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/map/map.hpp"
#include "commons/network/network.hpp"
#include "commons/places/places.hpp"
#include "commons/statistics/statistics.hpp"
#include "platform/job/job.hpp"
#include "platform/store/store.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wf::intake {

inline std::unique_ptr<store::Store> open_test_store(std::string_view url = "sqlite::memory:")
{
    auto store = std::move(store::Store::open(url)).value();
    std::vector<store::Migration> migrations = datasets::migrations();
    for (auto const& more : {areas::migrations(), statistics::migrations(), network::migrations(), places::migrations(),
                             map::migrations()})
        migrations.insert(migrations.end(), more.begin(), more.end());
    auto const applied = store->migrate(migrations);
    WF_CHECK(applied.has_value());
    return store;
}

/// All rows, visible or not.
inline std::int64_t count_rows(store::Store& store, std::string const& table)
{
    return store.read([&](store::Session& session) {
        std::int64_t rows = 0;
        session.query("SELECT count(*) FROM " + table, {}, [&](store::Row const& row) { rows = row.integer(0); });
        return rows;
    });
}

/// Everything of ours that an import can leave.
inline std::int64_t count_all_rows(store::Store& store)
{
    return count_rows(store, "dataset") + count_rows(store, "dataset_refusal") + count_rows(store, "area") +
           count_rows(store, "figure") + count_rows(store, "map_sheet") + count_rows(store, "map_tile");
}

/// Says yes to "cancelled?" from the n-th report of a stage on.
class StoppingProgress final : public job::Progress {
public:
    StoppingProgress(std::string stage, int reports) : m_stage{std::move(stage)}, m_left{reports} {}

    void report(std::int64_t done, std::int64_t total, std::string_view stage) override
    {
        WF_CHECK(done >= 0 && done <= total);
        if (stage == m_stage) --m_left;
    }
    [[nodiscard]] bool cancelled() const override { return m_left <= 0; }

private:
    std::string m_stage;
    int m_left;
};

/// Makes the database refuse the n-th figure and all after it, as a full disk would.
inline void break_store_after(store::Store& store, int figures)
{
    auto const broken = store.write([&](store::Session& session) -> Result<void> {
        session.script("CREATE TRIGGER full_disk BEFORE INSERT ON figure WHEN (SELECT count(*) FROM figure) >= " +
                       std::to_string(figures) + " BEGIN SELECT RAISE(ABORT, 'disk is full'); END;");
        return {};
    });
    WF_CHECK(broken.has_value());
}

} // namespace wf::intake
