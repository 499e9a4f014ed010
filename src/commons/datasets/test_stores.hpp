// SPDX-License-Identifier: EUPL-1.2
// Stores for the tests of commons: whatever holds must hold in memory and in a file.
#pragma once

#include "commons/datasets/datasets.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

namespace wf::datasets {

/// A store of either sort for the length of a test, with these migrations; the file goes with it.
class TestStore {
public:
    enum class Sort { memory, file };

    TestStore(Sort sort, std::vector<store::Migration> const& migrations)
    {
        std::string url = "sqlite::memory:";
        if (sort == Sort::file) {
            m_folder = (std::filesystem::temp_directory_path() / "wf-commons-XXXXXX").string();
            if (::mkdtemp(m_folder.data()) == nullptr) throw store::StoreFailure{"no folder for a test"};
            url = "sqlite:" + m_folder + "/test.db";
        }
        m_store = store::Store::open(url).value();
        static_cast<void>(m_store->migrate(migrations).value());
    }
    ~TestStore()
    {
        m_store.reset();
        std::error_code ignored;
        if (!m_folder.empty()) std::filesystem::remove_all(m_folder, ignored);
    }
    TestStore(TestStore const&) = delete;
    TestStore& operator=(TestStore const&) = delete;

    template <class F>
    auto read(F&& work)
    {
        return m_store->read(std::forward<F>(work));
    }
    /// In a transaction of its own; `work(Session&)` returns a plain value or nothing.
    template <class F>
    auto write(F&& work)
    {
        using R = std::invoke_result_t<F, store::Session&>;
        if constexpr (std::is_void_v<R>) {
            m_store->write([&](store::Session& session) -> Result<void> { return work(session), Result<void>{}; })
                .value();
        } else {
            return m_store->write([&](store::Session& session) -> Result<R> { return work(session); }).value();
        }
    }
    [[nodiscard]] store::Store& store() { return *m_store; }

private:
    std::string m_folder;
    std::unique_ptr<store::Store> m_store;
};

/// The tables of datasets and of one more module.
[[nodiscard]] inline std::vector<store::Migration> with_datasets(std::vector<store::Migration> more)
{
    auto all = migrations();
    std::move(more.begin(), more.end(), std::back_inserter(all));
    return all;
}

/// Runs `check(TestStore&)` on a new store of each sort.
template <class F>
void on_both(std::vector<store::Migration> const& tables, F const& check)
{
    SUBCASE("in memory")
    {
        TestStore store{TestStore::Sort::memory, tables};
        check(store);
    }
    SUBCASE("in a file")
    {
        TestStore store{TestStore::Sort::file, tables};
        check(store);
    }
}

/// A dataset of this slot, filled by `fill(session, id)` and published; its id.
template <class F>
std::string publish_for_test(TestStore& store, std::string const& slot, F&& fill)
{
    return store.write([&](store::Session& session) {
        Origin origin;
        origin.slot = slot;
        std::string id = begin(session, origin);
        fill(session, id);
        publish(session, id, {}).value();
        return id;
    });
}

} // namespace wf::datasets
