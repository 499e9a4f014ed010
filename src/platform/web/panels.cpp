// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/components.hpp"
#include "platform/web/problem.hpp"

#include <algorithm>

namespace wf::web {

using namespace html;

void Panels::add(std::vector<Panel> const& panels)
{
    m_panels.insert(m_panels.end(), panels.begin(), panels.end());
    std::stable_sort(m_panels.begin(), m_panels.end(),
                     [](Panel const& a, Panel const& b) { return a.order < b.order; });
}

std::vector<Panel const*> Panels::of(std::string_view slot) const
{
    std::vector<Panel const*> found;
    for (auto const& panel : m_panels) {
        if (panel.slot == slot) found.push_back(&panel);
    }
    return found;
}

bool Panels::write(Html& page, Visit const& visit, std::string_view slot, std::string_view subject) const
{
    bool any = false;
    for (auto const* panel : of(slot)) {
        // Written apart, so that half a panel never stays on the page.
        Html content;
        auto const written = panel->view(content, visit, subject);
        if (written && content.view().empty()) continue; // it has nothing to say about this subject
        any = true;
        page(tag::section, [&] {
            if (!panel->title_key.empty()) page(tag::h2, visit.t(panel->title_key));
            if (written) {
                page.safe(content.take());
                return;
            }
            auto const problem = explain(visit.t, written.error());
            message(
                page, written.error().kind == Trouble::refused ? Message::refuse : Message::warn, problem.title,
                [&] { page(tag::p, problem.remedy); }, panel->title_key.empty() ? Level::h2 : Level::h3);
        });
    }
    return any;
}

} // namespace wf::web
