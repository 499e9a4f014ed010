// SPDX-License-Identifier: EUPL-1.2
#include "feature/areas/indicators.hpp"

#include "commons/statistics/statistics.hpp"
#include "platform/file/file.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace wf::embedded::feature_areas {
std::string_view find(std::string_view name);
}

namespace wf::area_pages {
namespace {

constexpr std::array<std::pair<Theme, std::string_view>, 6> theme_words{{{Theme::people, "people"},
                                                                         {Theme::security, "security"},
                                                                         {Theme::inclusion, "inclusion"},
                                                                         {Theme::cohesion, "cohesion"},
                                                                         {Theme::empowerment, "empowerment"},
                                                                         {Theme::surroundings, "surroundings"}}};

constexpr std::array<std::pair<AreaLevel, std::string_view>, 3> level_words{
    {{AreaLevel::municipality, "municipality"},
     {AreaLevel::district, "district"},
     {AreaLevel::neighbourhood, "neighbourhood"}}};

Error wrong(std::string_view indicator, std::string_view member, std::string detail)
{
    return {Trouble::bad_input, "areas.indicators", "indicator " + std::string{indicator} + ", " + std::string{member},
            std::move(detail)};
}

std::string text_of(json::Value const& object, std::string_view key)
{
    auto const* found = object.find(key);
    auto const* text = found != nullptr ? found->text() : nullptr;
    return text != nullptr ? *text : std::string{};
}

double number_of(json::Value const& object, std::string_view key, double fallback)
{
    auto const* found = object.find(key);
    return found != nullptr ? found->number().value_or(fallback) : fallback;
}

Result<Indicator> read_indicator(json::Value const& value)
{
    Indicator indicator;
    indicator.code = text_of(value, "code");
    indicator.name_nl = text_of(value, "nl");
    indicator.name_en = text_of(value, "en");
    indicator.measure = text_of(value, "measure");
    indicator.group = text_of(value, "group");
    indicator.denominator = text_of(value, "denominator");
    indicator.base = text_of(value, "base");
    indicator.unit = text_of(value, "unit");
    indicator.factor = number_of(value, "factor", 1000);
    indicator.decimals = static_cast<int>(number_of(value, "decimals", 0));
    indicator.least = number_of(value, "least", 0);
    indicator.most = number_of(value, "most", 100);

    if (indicator.code.empty()) return wrong("without a code", "code", "give every indicator a code");
    if (indicator.name_nl.empty()) return wrong(indicator.code, "nl", "give the Dutch name");
    if (indicator.name_en.empty()) return wrong(indicator.code, "en", "give the English name");
    if (indicator.unit.empty()) return wrong(indicator.code, "unit", "give the unit that is shown");
    if (!(indicator.least < indicator.most)) return wrong(indicator.code, "most", "the scale must run upwards");

    auto const theme = text_of(value, "theme");
    auto const* const found =
        std::find_if(theme_words.begin(), theme_words.end(), [&](auto const& pair) { return pair.second == theme; });
    if (found == theme_words.end()) return wrong(indicator.code, "theme", "there is no theme \"" + theme + "\"");
    indicator.theme = found->first;

    if (auto const only = text_of(value, "only"); !only.empty()) {
        auto const* const level =
            std::find_if(level_words.begin(), level_words.end(), [&](auto const& pair) { return pair.second == only; });
        if (level == level_words.end()) return wrong(indicator.code, "only", "there is no level \"" + only + "\"");
        indicator.only = level->first;
    }

    auto const& measures = statistics::Measures::built_in();
    if (measures.find(indicator.measure) == nullptr)
        return wrong(indicator.code, "measure", "data/measures.json has no measure \"" + indicator.measure + "\"");
    indicator.kind = measures.find(indicator.measure)->kind;
    if (!indicator.denominator.empty() && measures.find(indicator.denominator) == nullptr)
        return wrong(indicator.code, "denominator",
                     "data/measures.json has no measure \"" + indicator.denominator + "\"");
    if (!indicator.base.empty() && measures.find(indicator.base) == nullptr)
        return wrong(indicator.code, "base", "data/measures.json has no measure \"" + indicator.base + "\"");
    return indicator;
}

} // namespace

std::string_view to_word(Theme theme)
{
    for (auto const& [known, word] : theme_words) {
        if (known == theme) return word;
    }
    return {};
}

Result<Indicators> Indicators::read(std::string_view json)
{
    WF_TRY(auto const document, json::read(json));
    auto const* list = document.find("indicators");
    auto const* array = list != nullptr ? list->array() : nullptr;
    if (array == nullptr)
        return Error{Trouble::bad_input, "areas.indicators", "indicators", "give a list of indicators"};
    Indicators indicators;
    indicators.m_version = file::checksum(json).substr(0, 12);
    for (auto const& value : *array) {
        WF_TRY(auto indicator, read_indicator(value));
        if (indicators.find(indicator.code) != nullptr)
            return wrong(indicator.code, "code", "this code stands there twice");
        indicators.m_indicators.push_back(std::move(indicator));
    }
    return indicators;
}

Indicators const& Indicators::built_in()
{
    static Indicators const indicators = [] {
        auto read_result = read(embedded::feature_areas::find("indicators.json"));
        WF_CHECK(read_result.has_value());
        return std::move(read_result).value();
    }();
    return indicators;
}

Indicator const* Indicators::find(std::string_view code) const
{
    auto const found = std::find_if(m_indicators.begin(), m_indicators.end(),
                                    [&](Indicator const& indicator) { return indicator.code == code; });
    return found != m_indicators.end() ? &*found : nullptr;
}

} // namespace wf::area_pages
