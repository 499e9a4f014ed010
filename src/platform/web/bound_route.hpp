// SPDX-License-Identifier: EUPL-1.2
// Routes whose pages need something that outlives a request: what a feature was made with.
#pragma once

#include "base/check.hpp"
#include "platform/web/feature.hpp"

#include <memory>
#include <string>
#include <utility>

namespace wf::web {

/// Makes routes of one owner. It may be missing where nothing is asked (documents, help): asking then is a bug.
template <class Owner>
class BoundRoutes {
public:
    using Page = Result<http::Response> (*)(Visit const&, Owner&);

    explicit BoundRoutes(std::shared_ptr<Owner> owner) : m_owner{std::move(owner)} {}

    [[nodiscard]] Route operator()(http::Method method, std::string pattern, access::Needs needs, Page page,
                                   http::Lane lane = http::Lane::quick) const
    {
        return {method,
                std::move(pattern),
                needs,
                [owner = m_owner, page](Visit const& visit) {
                    WF_CHECK(owner != nullptr);
                    return page(visit, *owner);
                },
                Addresses::in_each_language,
                lane};
    }

private:
    std::shared_ptr<Owner> m_owner;
};

} // namespace wf::web
