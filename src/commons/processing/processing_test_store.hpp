// SPDX-License-Identifier: EUPL-1.2
// A database in memory and one in a file, for the length of a test. Only tests of this folder include it.
#pragma once

#include "platform/store/store.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace wf::processing {

/// Runs `check(Store&)` on a new store of each sort, with these migrations.
template <class F>
void on_both(std::vector<store::Migration> const& steps, F const& check)
{
    auto const run = [&](std::string const& url) {
        auto const store = store::Store::open(url).value();
        static_cast<void>(store->migrate(steps).value());
        check(*store);
    };
    SUBCASE("in memory")
    {
        run("sqlite::memory:");
    }
    SUBCASE("in a file")
    {
        std::string folder = (std::filesystem::temp_directory_path() / "wf-processing-XXXXXX").string();
        REQUIRE(::mkdtemp(folder.data()) != nullptr);
        run("sqlite:" + folder + "/test.db");
        std::filesystem::remove_all(folder);
    }
}

} // namespace wf::processing
