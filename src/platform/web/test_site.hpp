// SPDX-License-Identifier: EUPL-1.2
// A site in memory for tests of pages: our own words, the real assets, settings with a place.
#pragma once

#include "platform/web/assets.hpp"
#include "platform/web/feature.hpp"
#include "platform/web/shell.hpp"

#include <array>
#include <string>

namespace wf::web {

class TestSite {
public:
    explicit TestSite(std::string place = "Kampen")
    {
        std::array const definitions{
            settings::Definition{"site.place", settings::Kind::text, std::move(place), "plaats", "place"}};
        auto loaded = settings::Settings::load(definitions, "", {});
        WF_CHECK(loaded.has_value());
        m_settings.emplace(std::move(*loaded));
        WF_CHECK(m_nl.add(own_words(words::Language::nl)).has_value());
        WF_CHECK(m_en.add(own_words(words::Language::en)).has_value());
        context.settings = &*m_settings;
        context.nl = &m_nl;
        context.en = &m_en;
        context.assets = &m_assets;
        context.panels = &panels;
        context.code_version = "test";
        request.path = "/nl";
    }
    TestSite(TestSite const&) = delete;
    TestSite& operator=(TestSite const&) = delete;

    /// Someone who asks for `request`.
    [[nodiscard]] Visit visit(words::Language language = words::Language::nl, Letters letters = Letters::normal) const
    {
        return {request, language == words::Language::nl ? m_nl : m_en, context, letters};
    }

    /// More words, for both languages.
    void add_words(std::string_view po)
    {
        WF_CHECK(m_nl.add(po).has_value());
        WF_CHECK(m_en.add(po).has_value());
    }

    http::Request request;
    Context context;
    Panels panels;

private:
    std::optional<settings::Settings> m_settings;
    words::Words m_nl{words::Language::nl};
    words::Words m_en{words::Language::en};
    Assets m_assets;
};

} // namespace wf::web
