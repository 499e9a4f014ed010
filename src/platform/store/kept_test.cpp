// SPDX-License-Identifier: EUPL-1.2
#include "platform/store/kept.hpp"

#include <doctest/doctest.h>

using namespace wf::store;
using wf::Error;
using wf::Result;

TEST_CASE("what is kept is made once, anew after a change of the store, and what was asked for longest ago goes first")
{
    auto const store = Store::open("sqlite::memory:").value();
    Kept<int> kept{2};
    int made = 0;
    using Made = Result<std::shared_ptr<int const>>;
    auto const get = [&](std::string_view key) {
        return *kept.get(*store, key, [&]() -> Made { return std::make_shared<int const>(++made); }).value();
    };

    CHECK(get("kampen") == 1);
    CHECK(get("zwolle") == 2);
    CHECK(get("kampen") == 1);
    // Zwolle was asked for longest ago.
    CHECK(get("deventer") == 3);
    CHECK(get("kampen") == 1);
    CHECK(get("zwolle") == 4);

    store->announce_change();
    CHECK(get("kampen") == 5);
}

TEST_CASE("nothing and an error are not kept")
{
    auto const store = Store::open("sqlite::memory:").value();
    Kept<int> kept{2};
    using Made = Result<std::shared_ptr<int const>>;
    CHECK(kept.get(*store, "a", []() -> Made { return std::shared_ptr<int const>{}; }).value() == nullptr);
    auto const refused = kept.get(*store, "a", []() -> Made {
        return Error{wf::Trouble::not_found, "kept.none", "", ""};
    });
    CHECK_FALSE(refused);
    CHECK(*kept.get(*store, "a", []() -> Made { return std::make_shared<int const>(7); }).value() == 7);
}
