// SPDX-License-Identifier: EUPL-1.2
#include "platform/clock/today.hpp"

#include "base/date.hpp"
#include "platform/clock/clock.hpp"

namespace wf {

std::string today_iso()
{
    return Timestamp{now_millis()}.utc_date().to_iso();
}

} // namespace wf
