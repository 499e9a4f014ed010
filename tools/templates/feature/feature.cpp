// SPDX-License-Identifier: EUPL-1.2
#include "feature/@name@/feature.hpp"

#include "platform/web/shell.hpp"
#include "platform/web/view.hpp"

namespace wf::embedded::feature_@name@ {
std::string_view find(std::string_view name);
}

namespace wf::@name@ {
namespace {

namespace tag = html::tag;
namespace attr = html::attr;

struct @Name@Row {
    std::string language;
    std::string title;
};

template <class V>
void fields(V& v, @Name@Row const& x)
{
    v("language", x.language, "Taal van de pagina", "Language of the page");
    v("title", x.title, "Titel van de pagina", "Title of the page");
}

Result<http::Response> show(web::Visit const& visit)
{
    auto const& t = visit.t;
    web::Table<web::Nothing, @Name@Row> table;
    table.rows.push_back({std::string{words::to_code(visit.language())}, std::string{t("@name@.title")}});
    return web::answer(visit, table, [&]() -> Result<http::Response> {
        web::Frame frame;
        frame.title = t("@name@.title");
        return web::page(visit, frame, [&](html::Html& page) {
            page(tag::h1, t("@name@.title"));
            page(tag::p, attr::cls("lead"), t("@name@.lead"));
        });
    });
}

} // namespace

web::Feature make_feature()
{
    web::Feature feature;
    feature.name = "@name@";
    feature.routes = {{http::Method::get, "/@path@", show}};
    feature.views = {web::describe<web::Nothing, @Name@Row>("@name@", "/@path@")};
    feature.words_nl = embedded::feature_@name@::find("nl.po");
    feature.words_en = embedded::feature_@name@::find("en.po");
    return feature;
}

} // namespace wf::@name@
