// SPDX-License-Identifier: EUPL-1.2
#include "base/date.hpp"

#include <doctest/doctest.h>

using namespace wf;

TEST_CASE("date: ISO text in and out")
{
    Date const eve = Date::parse("2015-12-31").value();
    CHECK(eve == Date{2015, 12, 31});
    CHECK(eve.to_iso() == "2015-12-31");
    CHECK(Date{7, 3, 4}.to_iso() == "0007-03-04");
    for (std::string_view bad :
         {"", "2015-12", "31-12-2015", "2015-12-31 ", "2015-12-3", "2015/12/31", "+015-12-31", "20151231"}) {
        CAPTURE(bad);
        REQUIRE(!Date::parse(bad));
        CHECK(Date::parse(bad).error().code == "date.malformed");
    }
    for (std::string_view bad :
         {"2015-02-29", "2100-02-29", "2015-13-01", "2015-00-01", "2015-04-31", "2015-04-00", "0000-01-01"}) {
        CAPTURE(bad);
        REQUIRE(!Date::parse(bad));
        CHECK(Date::parse(bad).error().code == "date.no_such_day");
    }
    CHECK_THROWS_AS((Date{2015, 2, 29}), Bug);
    CHECK_THROWS_AS((Date{2015, 300, 1}), Bug);
    CHECK(is_date(2000, 2, 29));
    CHECK(!is_date(1900, 2, 29));
}

TEST_CASE("date: days since 1970, both ways, and order")
{
    CHECK(Date{1970, 1, 1}.days_since_epoch() == 0);
    CHECK(Date{1969, 12, 31}.days_since_epoch() == -1);
    CHECK(Date{2000, 3, 1}.days_since_epoch() == 11'017);   // date -u -d 2000-03-01 +%s is 951868800
    CHECK(Date{2026, 11, 21}.days_since_epoch() == 20'778); // 1795219200
    CHECK(Date{1, 1, 1}.days_since_epoch() == -719'162);
    CHECK(Date{9999, 12, 31}.days_since_epoch() == 2'932'896);
    CHECK(Date{2024, 2, 28}.plus_days(2) == Date{2024, 3, 1});
    CHECK(Date{2023, 2, 28}.plus_days(1) == Date{2023, 3, 1});
    CHECK_THROWS_AS((void)(Date{9999, 12, 31}.plus_days(1)), Bug);
    Date before{1899, 12, 31};
    for (std::int64_t days = before.days_since_epoch() + 1; days < 80'000; days += 1) {
        Date const date = Date::from_days_since_epoch(days);
        REQUIRE(date.days_since_epoch() == days);
        REQUIRE(before < date);
        REQUIRE(before.to_iso() < date.to_iso());
        before = date;
    }
}

TEST_CASE("date: the day of the week")
{
    CHECK(Date{1970, 1, 1}.iso_weekday() == 4);
    CHECK(Date{2026, 11, 21}.iso_weekday() == 6);
    CHECK(Date{1969, 12, 28}.iso_weekday() == 7);
    CHECK(Date{1969, 12, 29}.iso_weekday() == 1);
    CHECK(Date{1, 1, 1}.iso_weekday() == 1);
}

TEST_CASE("date: written out for people")
{
    CHECK(long_date(Date{2026, 11, 21}, Locale::nl) == "21 november 2026");
    CHECK(long_date(Date{2026, 11, 21}, Locale::en) == "21 November 2026");
    CHECK(long_date(Date{2026, 3, 1}, Locale::nl) == "1 maart 2026");
    CHECK(long_date(Date{2026, 8, 9}, Locale::nl) == "9 augustus 2026");
}

TEST_CASE("timestamp: ISO text in and out")
{
    Timestamp const moment{1'795'293'325'000}; // date -u -d 2026-11-21T20:35:25Z +%s
    CHECK(moment.to_iso() == "2026-11-21T20:35:25.000Z");
    CHECK(Timestamp::parse("2026-11-21T20:35:25.000Z").value() == moment);
    CHECK(Timestamp::parse("2026-11-21T20:35:25Z").value() == moment);
    CHECK(Timestamp::parse("2026-11-21T21:35:25+01:00").value() == moment);
    CHECK(Timestamp::parse("2026-11-22T00:05:25.0009+03:30").value() == moment);
    CHECK(Timestamp::parse("2026-11-21T15:35:25.5-05:00").value().unix_millis() == moment.unix_millis() + 500);
    CHECK(moment.utc_date() == Date{2026, 11, 21});
    CHECK(Timestamp{}.to_iso() == "1970-01-01T00:00:00.000Z");
    CHECK(Timestamp{-1}.to_iso() == "1969-12-31T23:59:59.999Z");
    CHECK(Timestamp{-86'400'000}.utc_date() == Date{1969, 12, 31});
    CHECK(Timestamp{-86'400'001}.utc_date() == Date{1969, 12, 30});
    CHECK(Timestamp{1} < Timestamp{2});
}

TEST_CASE("timestamp: what is not a moment is refused")
{
    for (std::string_view bad : {"", "2026-11-21", "2026-11-21 20:35:25Z", "2026-11-21T20:35:25", "2026-11-21T20:35Z",
                                 "2026-11-21T20:35:25.Z", "2026-11-21T20:35:25.1234567890Z", "2026-11-21T20:35:25Z ",
                                 "2026-11-21T20:35:25+0100", "2026-11-21T20:35:25+24:00"}) {
        CAPTURE(bad);
        REQUIRE(!Timestamp::parse(bad));
        CHECK(Timestamp::parse(bad).error().code == "timestamp.malformed");
    }
    for (std::string_view bad : {"2026-02-30T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T20:60:00Z",
                                 "2026-11-21T20:35:60Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"}) {
        CAPTURE(bad);
        REQUIRE(!Timestamp::parse(bad));
        CHECK(Timestamp::parse(bad).error().code == "timestamp.no_such_moment");
    }
    CHECK(Timestamp::parse("9999-12-31T23:59:59.999Z").value().to_iso() == "9999-12-31T23:59:59.999Z");
    CHECK_THROWS_AS(Timestamp{INT64_MAX}, Bug);
}
