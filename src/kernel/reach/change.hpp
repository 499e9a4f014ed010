// SPDX-License-Identifier: EUPL-1.2
// Question     what would the network be with a bench, a dropped kerb, a crossing or a path more?
// Assumption   what is added is as it should be: paved, smooth, 1.5 m wide, kerbs lowered, open to everybody. A path is a straight
//              line between the nearest points of the network.
// Units        a path is at most 500 m; a bench, a path's end and a kerb lie within 60 m of what is there.
// Errors       reach.change_off_network (field: which point), reach.change_no_kerb, reach.change_too_long (also: no length).
#pragma once

#include "kernel/reach/network.hpp"

namespace wf::reach {

enum class ChangeKind { bench, dropped_kerb, crossing, path };

struct Change {
    ChangeKind kind{ChangeKind::bench};
    geo::Point at;
    geo::Point to; ///< of a crossing or path: the other end
};

/// A copy of the network with the change. Footholds in the old network do not fit the new one.
Result<Network> with_change(Network const& network, Change const& change);

} // namespace wf::reach
