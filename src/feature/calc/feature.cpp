// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/feature.hpp"

#include "feature/calc/access.hpp"
#include "feature/calc/effect.hpp"
#include "feature/calc/evidence.hpp"
#include "feature/calc/indicator.hpp"

#include <iterator>

namespace wf::embedded::feature_calc {
std::string_view find(std::string_view name);
}

namespace wf::calc {

web::Feature make_feature(ReadNetwork read)
{
    web::Feature feature;
    feature.name = "calc";
    for (auto commands : {indicator_commands(), access_commands(), effect_commands(), evidence_commands(),
                          reach_commands(std::move(read))})
        std::move(commands.begin(), commands.end(), std::back_inserter(feature.commands));
    feature.words_nl = embedded::feature_calc::find("nl.po");
    feature.words_en = embedded::feature_calc::find("en.po");
    return feature;
}

} // namespace wf::calc
