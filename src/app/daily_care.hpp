// SPDX-License-Identifier: EUPL-1.2
// What a running server does once a day without being asked: what is past its time goes, and the trail says how much.
#pragma once

#include "base/result.hpp"
#include "commons/processing/retention.hpp"
#include "commons/trail/trail.hpp"
#include "platform/job/job.hpp"
#include "platform/store/store.hpp"

#include <chrono>
#include <vector>

namespace wf::app {

/// Rows past their time by the register, removed and noted in the trail of the program. Errors: those of apply_retention and Trail::add.
Result<std::vector<processing::Removed>> remove_what_is_past(store::Store& store, trail::Trail const& trail);

/// Starts its job at the first look and then every 24 hours. To be asked about once a second; does nothing in between.
class DailyCare {
public:
    DailyCare(store::Store& store, trail::Trail const& trail, job::Runner& runner)
        : m_store{store}, m_trail{trail}, m_runner{runner}
    {
    }
    void look(std::chrono::steady_clock::time_point now);

private:
    store::Store& m_store;
    trail::Trail const& m_trail;
    job::Runner& m_runner;
    std::chrono::steady_clock::time_point m_next{};
};

} // namespace wf::app
