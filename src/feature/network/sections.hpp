// SPDX-License-Identifier: EUPL-1.2
// The parts of the pages of a network; the drawing is in drawing.hpp.
#pragma once

#include "feature/network/parts.hpp"
#include "platform/access/actor.hpp"

#include <cstdint>
#include <map>
#include <optional>

namespace wf::network_pages {

/// Each with its proof, or without where it is `shared`, and with a link to change it for who may.
void write_facts(html::Html& page, web::Visit const& visit, Network const& network,
                 std::optional<partners::Proof> const& shared = {});
void write_themes(html::Html& page, web::Visit const& visit, Network const& network,
                  std::optional<partners::Proof> const& shared = {});
void write_partners(html::Html& page, web::Visit const& visit, Network const& network);
void write_ties(html::Html& page, web::Visit const& visit, Network const& network);
/// Those of which something can be said, without a line first; the others below, closed.
void write_walls(html::Html& page, web::Visit const& visit, Network const& network);
/// How many people have which role: for the members of this workspace alone.
void write_roles(html::Html& page, web::Visit const& visit, std::map<access::Role, std::int64_t> const& roles);

} // namespace wf::network_pages
