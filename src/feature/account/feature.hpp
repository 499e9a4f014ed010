// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "commons/people/house.hpp"
#include "platform/oidc/oidc.hpp"
#include "platform/web/feature.hpp"

#include <memory>

namespace wf::account {

/// `house` may be missing where nothing is asked (documents, help); `provider` where nobody logs in through an organisation.
[[nodiscard]] web::Feature make_feature(std::shared_ptr<people::House> house,
                                        std::shared_ptr<oidc::Provider> provider = nullptr);

} // namespace wf::account
