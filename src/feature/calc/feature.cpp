// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/feature.hpp"

#include "feature/calc/indicator.hpp"

namespace wf::embedded::feature_calc {
std::string_view find(std::string_view name);
}

namespace wf::calc {

web::Feature make_feature()
{
    web::Feature feature;
    feature.name = "calc";
    feature.commands = indicator_commands();
    feature.words_nl = embedded::feature_calc::find("nl.po");
    feature.words_en = embedded::feature_calc::find("en.po");
    return feature;
}

} // namespace wf::calc
