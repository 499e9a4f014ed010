// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/components.hpp"

namespace wf::web {

using namespace html;

namespace {

void write_facts(Html& page, std::span<Fact const> list)
{
    for (auto const& fact : list) {
        page(tag::dt, fact.term);
        page(tag::dd, [&] {
            if (fact.url.empty()) page.text(fact.description);
            else page(tag::a, attr::href(fact.url), fact.description);
        });
    }
}

} // namespace

void facts(Html& page, std::span<Fact const> list)
{
    if (list.empty()) return;
    page(tag::dl, attr::cls("facts"), [&] { write_facts(page, list); });
}

void why(Html& page, Visit const& visit, std::span<Fact const> list)
{
    page(tag::details, attr::cls("why"), [&] {
        page(tag::summary, visit.t("web.why"));
        if (!list.empty()) page(tag::dl, [&] { write_facts(page, list); });
    });
}

} // namespace wf::web
