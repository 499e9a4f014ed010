// SPDX-License-Identifier: EUPL-1.2
#include "base/check.hpp"
#include "commons/areas/areas.hpp"
#include "commons/areas/geometry.hpp"

namespace wf::areas {

std::string_view to_word(Boundary boundary)
{
    switch (boundary) {
    case Boundary::same: return "same";
    case Boundary::changed: return "changed";
    case Boundary::not_compared: return "not_compared";
    }
    report_bug("an outcome that has a word", __FILE__, __LINE__);
}

Boundary compare_boundary(store::Session& session, std::string_view code, int year_a, int year_b)
{
    auto const a = find(session, code, year_a);
    auto const b = find(session, code, year_b);
    if (!a || !b || a->outline.empty() || b->outline.empty()) return Boundary::not_compared;
    if (a->outline == b->outline) return Boundary::same;
    auto const shape_a = read_geometry(a->outline);
    auto const shape_b = read_geometry(b->outline);
    if (!shape_a || !shape_b) return Boundary::not_compared;
    auto const share = geo::overlap(*shape_a, *shape_b);
    if (!share) return Boundary::not_compared;
    return *share >= least_overlap ? Boundary::same : Boundary::changed;
}

} // namespace wf::areas
