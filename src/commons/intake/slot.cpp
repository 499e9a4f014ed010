// SPDX-License-Identifier: EUPL-1.2
#include "commons/intake/slot.hpp"

#include "platform/file/file.hpp"

namespace wf::intake {
namespace {

std::string_view level_word(AreaLevel level)
{
    switch (level) {
    case AreaLevel::municipality: return "municipality";
    case AreaLevel::district: return "district";
    case AreaLevel::neighbourhood: return "neighbourhood";
    }
    WF_CHECK(false);
    return {};
}

template <class Items, class ToText>
std::string join(Items const& items, std::string_view between, ToText const& to_text)
{
    std::string joined;
    for (auto const& item : items) {
        if (!joined.empty()) joined += between;
        joined += to_text(item);
    }
    return joined;
}

std::string joined_years(Reach const& reach, std::string_view between)
{
    return join(reach.years, between, [](int year) { return std::to_string(year); });
}

} // namespace

void Reach::add(AreaCode const& area, int year)
{
    levels.insert(area.level());
    years.insert(year);
    municipalities.insert(area.municipality().text());
}

std::string make_slot(std::string_view importer, std::string_view kind, Reach const& reach)
{
    constexpr std::size_t most_named = 3;
    std::string const codes = join(reach.municipalities, "-", [](std::string const& code) { return code; });
    std::string const set = reach.municipalities.size() <= most_named ? codes
                                                                      : std::to_string(reach.municipalities.size()) +
                                                                            "-" + file::checksum(codes).substr(0, 12);
    std::string const level{reach.levels.size() == 1 ? level_word(*reach.levels.begin()) : "mixed"};
    return std::string{importer} + "." + std::string{kind} + "." + level + "." + joined_years(reach, "-") + "." + set;
}

std::string make_period(Reach const& reach)
{
    return joined_years(reach, ", ");
}

} // namespace wf::intake
