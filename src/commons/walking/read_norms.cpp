// SPDX-License-Identifier: EUPL-1.2
#include "base/area_code.hpp"
#include "commons/walking/fields.hpp"
#include "commons/walking/walking.hpp"

#include <set>
#include <tuple>

namespace wf::walking {
namespace {

ProvisionNorm read_norm(Field const& field)
{
    field.allow({"category", "profile", "minutes", "least_percent", "source"});
    ProvisionNorm norm;
    norm.category = field["category"].id();
    norm.profile = field["profile"].id();
    norm.minutes = field["minutes"].minutes();
    norm.least_percent = field["least_percent"].number(0, 100);
    norm.source = field.text_or_empty("source");
    return norm;
}

void check_municipality(std::string const& code, Field const& field)
{
    if (code == "*") return;
    auto const parsed = parse_area_code(code);
    if (!parsed || parsed->text() != code || parsed->level() != AreaLevel::municipality)
        field.fault("walking.unknown_word",
                    "write the code of a municipality, such as GM0166, or \"*\" for the example");
}

} // namespace

Result<Norms> read_norms(std::string_view json)
{
    WF_TRY(auto const file, read_file_text(json));
    Faults faults;
    Field const root{file, "", faults};
    root.allow({"about", "norms"});
    if (auto const about = root.find("about")) static_cast<void>(about->text());
    Norms norms;
    for (auto const& [code, list] : root["norms"].members()) {
        check_municipality(code, list);
        std::set<std::tuple<std::string, std::string, int>> seen;
        for (auto const& field : list.some_items()) {
            auto norm = read_norm(field);
            if (!seen.emplace(norm.category, norm.profile, norm.minutes).second)
                field.fault("walking.twice", "a norm for this category, profile and time is there already");
            norms[code].push_back(std::move(norm));
        }
    }
    if (faults.first()) return *faults.first();
    return norms;
}

} // namespace wf::walking
