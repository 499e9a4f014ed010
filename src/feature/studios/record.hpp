// SPDX-License-Identifier: EUPL-1.2
// Parts of the record of a studio, as its own page and the handover show them. Each writes what stands inside a section.
#pragma once

#include "commons/codesign/codesign.hpp"
#include "commons/studios/handover.hpp"
#include "feature/studios/parts.hpp"

namespace wf::studio_pages {

/// The questions, and what became of each until now.
void write_questions(html::Html& page, web::Visit const& visit, Here const& here,
                     std::vector<studios::Way> const& questions);
/// What it is about, who takes part, ethics, data plan; what is not written says so.
void write_agreements(html::Html& page, words::Words const& t, studios::Content const& content);
void write_decisions(html::Html& page, words::Words const& t, std::vector<studios::Entry> const& decisions);
void write_cycles(html::Html& page, words::Words const& t, std::vector<studios::Cycle> const& cycles);
/// Sources or materials.
void write_links(html::Html& page, web::Visit const& visit, std::vector<studios::Entry> const& entries);
void write_log(html::Html& page, words::Words const& t, studios::Handover const& handover);
void write_groups(html::Html& page, words::Words const& t, std::vector<studios::Group> const& groups);
void write_plans(html::Html& page, web::Visit const& visit, Here const& here, std::vector<plans::Plan> const& plans);
/// Co-design sessions, each with what was decided in it.
void write_sessions(html::Html& page, web::Visit const& visit, Here const& here,
                    std::vector<codesign::Session> const& sessions);

} // namespace wf::studio_pages
