// SPDX-License-Identifier: EUPL-1.2
// Tells the administrators by letter that logins or refusals are odd (commons/watch), without being asked. What was told is not told again
// for a day, and there is at most one letter an hour: who attacks must not fill a mailbox. Remembered in memory: a restart may tell once more.
#pragma once

#include "commons/people/house.hpp"
#include "platform/web/feature.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace wf::admin {

class Alarm {
public:
    static constexpr std::int64_t between_looks = 5 * 60'000; ///< milliseconds

    /// `context` has words, settings and store; both outlive the alarm.
    Alarm(web::Context const& context, std::shared_ptr<people::House> house)
        : m_context{context}, m_house{std::move(house)}
    {
    }
    /// To be asked about once a second; looks every five minutes. How many letters were written; a store that cannot be asked is asked
    /// again at the next look.
    int look(std::int64_t now);

private:
    [[nodiscard]] int tell(std::int64_t now);

    web::Context const& m_context;
    std::shared_ptr<people::House> m_house;
    std::int64_t m_looked_at{0};
    std::int64_t m_wrote_at{0};
    std::map<std::string, std::int64_t> m_told; ///< what, and when
};

} // namespace wf::admin
