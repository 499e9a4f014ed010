// SPDX-License-Identifier: EUPL-1.2
// Is the installation well? The program gives a way to look (it reads the whole database); the answer is kept for a minute, so that a
// page does not wait for it each time. Safe from many threads: one looks, the others wait for what it saw.
#pragma once

#include "platform/backup/last.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace wf::admin {

enum class Health { ok, warn, wrong };

struct Finding {
    std::string subject; ///< "store", "backup": has words "admin.finding.<subject>"
    Health health{Health::ok};
    std::string what;   ///< English, as the command says it
    std::string remedy; ///< English; empty when all is well
};

struct Checked {
    std::vector<Finding> findings;
    std::optional<std::int64_t> database_bytes;
    std::optional<std::int64_t> log_bytes;
    std::optional<std::int64_t> free_bytes;
    std::optional<backup::Last> last_backup;
    std::int64_t at_millis{0}; ///< when it was looked at
};

/// Without one nothing is known, and pages say so.
using Examine = std::function<Checked()>;

class Checkup {
public:
    static constexpr std::int64_t lasts = 60'000; ///< milliseconds

    explicit Checkup(Examine examine) : m_examine{std::move(examine)} {}
    /// Never null.
    [[nodiscard]] std::shared_ptr<Checked const> ask();

private:
    Examine m_examine;
    std::mutex m_mutex;
    std::shared_ptr<Checked const> m_kept;
};

} // namespace wf::admin
