// SPDX-License-Identifier: EUPL-1.2
// The desk of who leads a session, with the forms as somebody filled them in.
#pragma once

#include "feature/codesign/forms.hpp"
#include "feature/codesign/parts.hpp"

namespace wf::codesign_pages {

struct DeskForms {
    web::Filled<PaperForm> paper;
    web::Filled<ChooseForm> choose;
    web::Filled<CloseForm> close;

    [[nodiscard]] std::vector<web::Fault> faults() const;
};
[[nodiscard]] DeskForms empty_forms(web::Visit const& visit, Here const& here);
[[nodiscard]] Result<http::Response> write_desk(web::Visit const& visit, people::House const& house, Here const& here,
                                                DeskForms const& forms);

} // namespace wf::codesign_pages
