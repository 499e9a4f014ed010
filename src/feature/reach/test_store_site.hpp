// SPDX-License-Identifier: EUPL-1.2
// A site of this feature above an empty store in memory, for tests of its pages.
#pragma once

#include "commons/datasets/datasets.hpp"
#include "feature/reach/feature.hpp"
#include "feature/reach/pages.hpp"
#include "platform/web/test_site.hpp"

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <optional>

namespace wf::reach_pages {

class StoreSite {
public:
    web::TestSite site;
    web::Feature feature{make_feature(Rules::built_in())};

protected:
    StoreSite()
    {
        std::array const definitions{
            settings::Definition{"site.place", settings::Kind::text, "Kampen", "plaats", "place"},
            settings::Definition{"site.municipality", settings::Kind::text, "GM0166", "gemeente", "municipality"},
            settings::Definition{"reach.draws", settings::Kind::integer, "20", "trekkingen", "draws", 1, 200},
            settings::Definition{"reach.hard_legs", settings::Kind::boolean, "false", "grens", "limit"}};
        m_settings.emplace(settings::Settings::load(definitions, "", {}).value());
        auto migrations = datasets::migrations();
        for (auto const& more :
             {areas::migrations(), network::migrations(), places::migrations(), runs::migrations(), feature.migrations})
            migrations.insert(migrations.end(), more.begin(), more.end());
        m_store = store::Store::open("sqlite::memory:").value();
        REQUIRE(m_store->migrate(migrations).has_value());
        site.context.store = m_store.get();
        site.context.settings = &*m_settings;
        // The site owns its words and is ours.
        REQUIRE(const_cast<words::Words*>(site.context.nl)->add(feature.words_nl).has_value());
        REQUIRE(const_cast<words::Words*>(site.context.en)->add(feature.words_en).has_value());
    }
    ~StoreSite() = default;

    std::optional<settings::Settings> m_settings;
    std::unique_ptr<store::Store> m_store;
};

} // namespace wf::reach_pages
