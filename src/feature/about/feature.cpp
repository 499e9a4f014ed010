// SPDX-License-Identifier: EUPL-1.2
#include "feature/about/feature.hpp"

#include "platform/web/shell.hpp"

namespace wf::embedded::feature_about {
std::string_view find(std::string_view name);
}

namespace wf::about {
namespace {

namespace tag = html::tag;
namespace attr = html::attr;

/// A page of words: key names the heading, key.lead the lead, and each section a heading with key.text below it.
struct Prose {
    std::string title_key;
    std::string lead_key;
    std::vector<std::string> section_keys;
};

web::PageHandler page_of(Prose prose)
{
    return [prose = std::move(prose)](web::Visit const& visit) -> Result<http::Response> {
        if (visit.request.format != http::Format::html)
            return Error{Trouble::unsupported, "about.words_only", "", "this page has words only; ask for text/html"};
        auto const& t = visit.t;
        web::Frame frame;
        frame.title = t(prose.title_key);
        frame.section = "about";
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, t(prose.title_key));
            page(tag::p, attr::cls("lead"), t(prose.lead_key));
            for (auto const& key : prose.section_keys) {
                page(tag::section, [&] {
                    page(tag::h2, t(key));
                    page(tag::p, t(key + ".text"));
                });
            }
            page(tag::p, attr::cls("small soft"), t("about.version", {{"version", visit.context.code_version}}));
        });
    };
}

} // namespace

web::Feature make_feature()
{
    web::Feature feature;
    feature.name = "about";
    feature.routes = {
        {http::Method::get,
         "/over",
         {access::Action::read, "page"},
         page_of({"about.title", "about.lead", {"about.what", "about.not", "about.open", "about.free"}})},
        {http::Method::get,
         "/toegankelijkheid",
         {access::Action::read, "page"},
         page_of({"about.accessibility",
                  "about.accessibility.lead",
                  {"about.accessibility.how", "about.accessibility.letters", "about.accessibility.limits"}})},
        {http::Method::get,
         "/privacy",
         {access::Action::read, "page"},
         page_of({"about.privacy",
                  "about.privacy.lead",
                  {"about.privacy.cookies", "about.privacy.third", "about.privacy.figures", "about.privacy.streets",
                   "about.privacy.address", "about.privacy.accounts"}})},
    };
    feature.words_nl = embedded::feature_about::find("nl.po");
    feature.words_en = embedded::feature_about::find("en.po");
    return feature;
}

} // namespace wf::about
