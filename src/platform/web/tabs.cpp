// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/components.hpp"

namespace wf::web {

using namespace html;

void tabs(Html& page, std::string_view label, std::span<Tab const> tabs)
{
    page(tag::nav, attr::cls("tabs"), attr::label(label), [&] {
        for (auto const& tab : tabs) page(tag::a, attr::href(tab.url), attr::current(tab.current), tab.title);
    });
}

} // namespace wf::web
