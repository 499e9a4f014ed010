// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/components.hpp"

namespace wf::web {

using namespace html;

void FactWriter::add(std::string_view term, std::string_view description, std::string_view url)
{
    m_page(tag::dt, term);
    m_page(tag::dd, [&] {
        if (url.empty()) m_page.text(description);
        else m_page(tag::a, attr::href(url), description);
    });
}

void facts(Html& page, std::span<Fact const> list)
{
    if (list.empty()) return;
    page(tag::dl, attr::cls("facts"), [&] {
        FactWriter writer{page};
        for (auto const& fact : list) writer.add(fact.term, fact.description, fact.url);
    });
}

void why(Html& page, Visit const& visit, std::function<void(FactWriter&)> const& write)
{
    page(tag::details, attr::cls("why"), [&] {
        page(tag::summary, visit.t("web.why"));
        page(tag::dl, [&] {
            FactWriter writer{page};
            write(writer);
        });
    });
}

} // namespace wf::web
