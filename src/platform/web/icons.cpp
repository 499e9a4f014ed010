// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "platform/web/components.hpp"

#include <map>

namespace wf::embedded::platform_web {
std::string_view find(std::string_view name);
}

namespace wf::web {
namespace {

using Symbols = std::map<std::string_view, std::string_view, std::less<>>;

/// web/icons/icons.svg is ours and embedded: <symbol id="name" viewBox="0 0 24 24">shapes</symbol>, one a line.
Symbols read_symbols(std::string_view svg)
{
    constexpr std::string_view start = "<symbol id=\"";
    constexpr std::string_view end = "</symbol>";
    Symbols symbols;
    for (auto at = svg.find(start); at != std::string_view::npos; at = svg.find(start, at)) {
        at += start.size();
        auto const name = svg.substr(at, svg.find('"', at) - at);
        auto const shapes = svg.find('>', at) + 1;
        auto const stop = svg.find(end, shapes);
        WF_CHECK(stop != std::string_view::npos);
        symbols.emplace(name, svg.substr(shapes, stop - shapes));
        at = stop;
    }
    return symbols;
}

} // namespace

void icon(html::Html& page, std::string_view name)
{
    static Symbols const symbols = read_symbols(embedded::platform_web::find("icons.svg"));
    auto const found = symbols.find(name);
    WF_CHECK(found != symbols.end());
    page(html::tag::svg, html::attr::cls("ic"), html::attr::named("viewBox", "0 0 24 24"),
         html::attr::hidden_from_readers(), html::Safe{std::string{found->second}});
}

void logo(html::Html& page)
{
    // Where threads cross: upright threads of woad, lying ones lighter, and one of weld: one person.
    struct Thread {
        char const* x;
        char const* y;
        bool upright;
        char const* colour;
    };
    static constexpr Thread threads[] = {
        {"2.4", "0.4", true, "var(--wf-primary)"},   {"10.4", "2.4", false, "var(--wf-thread)"},
        {"22.4", "0.4", true, "var(--wf-primary)"},  {"0.4", "12.4", false, "var(--wf-thread)"},
        {"12.4", "10.4", true, "var(--wf-primary)"}, {"20.4", "12.4", false, "var(--wf-weld-bright)"},
        {"2.4", "20.4", true, "var(--wf-primary)"},  {"10.4", "22.4", false, "var(--wf-thread)"},
        {"22.4", "20.4", true, "var(--wf-primary)"},
    };
    using namespace html;
    page(tag::svg, attr::named("viewBox", "0 0 32 32"), attr::hidden_from_readers(), [&] {
        for (auto const& thread : threads) {
            page(tag::rect, attr::named("x", thread.x), attr::named("y", thread.y),
                 attr::named("width", thread.upright ? "7.2" : "11.2"),
                 attr::named("height", thread.upright ? "11.2" : "7.2"), attr::named("rx", "1.6"),
                 attr::named("fill", thread.colour));
        }
    });
}

} // namespace wf::web
