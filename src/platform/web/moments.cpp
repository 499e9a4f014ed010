// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/moments.hpp"

#include "base/date.hpp"

namespace wf::web {

std::string moment_of(words::Words const& t, std::string const& iso)
{
    auto const at = Timestamp::parse(iso);
    if (!at) return day_of(t, iso);
    return long_date(at->utc_date(), words::to_locale(t.language())) + ", " + at->to_iso().substr(11, 5) + " UTC";
}

std::string moment_of(words::Words const& t, std::int64_t millis)
{
    return moment_of(t, Timestamp{millis}.to_iso());
}

std::string day_of(words::Words const& t, std::string const& iso)
{
    auto const day = Date::parse(std::string_view{iso}.substr(0, 10));
    return day ? long_date(*day, words::to_locale(t.language())) : iso;
}

std::string month_of(words::Words const& t, std::string const& month)
{
    auto const first = Date::parse(month + "-01");
    if (!first) return month;
    auto const words = long_date(*first, words::to_locale(t.language()));
    return words.substr(words.find(' ') + 1);
}

} // namespace wf::web
