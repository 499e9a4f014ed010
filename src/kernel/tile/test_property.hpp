// SPDX-License-Identifier: EUPL-1.2
// Properties with a fixed seed: a run tells the same everywhere. For tests only.
#pragma once

#include <iostream>
#include <rapidcheck.h>
#include <rapidcheck/detail/TestListenerAdapter.h>

namespace wf::tile::test {

template <class Property>
bool holds(Property const& property, int times = 200)
{
    rc::detail::TestParams params;
    params.seed = 20'250'314;
    params.maxSuccess = times;
    rc::detail::TestListenerAdapter silent;
    auto const result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, params, silent,
                                                  std::unordered_map<std::string, rc::detail::Reproduce>{});
    bool const held = result.template is<rc::detail::SuccessResult>();
    if (!held) rc::detail::printResultMessage(result, std::cerr);
    return held;
}

/// From 0 to `end`, that one not included; all about as likely, unlike what RapidCheck draws when it starts small.
inline std::int64_t below(std::int64_t end)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, end));
}

} // namespace wf::tile::test
