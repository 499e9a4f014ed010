// SPDX-License-Identifier: EUPL-1.2
#include "feature/moments/feature.hpp"

#include "feature/moments/pages.hpp"
#include "feature/moments/views.hpp"

namespace wf::embedded::feature_moments {
std::string_view find(std::string_view name);
}

namespace wf::moment_pages {

web::Feature make_feature()
{
    web::Feature feature;
    feature.name = "moments";
    access::Needs const read{access::Action::read, "moment"};
    feature.routes = {{http::Method::get, "/werkplaats/{workspace}/momenten", read, moments_page},
                      {http::Method::get, "/werkplaats/{workspace}/momenten.ics", read, calendar_file}};
    feature.views = {web::describe<MomentsSummary, MomentRow>("moments", "/werkplaats/{workspace}/momenten")};
    feature.words_nl = embedded::feature_moments::find("nl.po");
    feature.words_en = embedded::feature_moments::find("en.po");
    return feature;
}

} // namespace wf::moment_pages
