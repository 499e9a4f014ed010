// SPDX-License-Identifier: EUPL-1.2
#include "feature/reach/parts.hpp"

#include "feature/reach/phrases.hpp"
#include "feature/reach/what_if_parts.hpp"
#include "platform/web/test_site.hpp"

#include <cmath>
#include <doctest/doctest.h>

namespace wf::embedded::feature_reach {
std::string_view find(std::string_view name);
}

using namespace wf;
using namespace wf::reach_pages;

namespace {

words::Words words_in(words::Language language)
{
    words::Words t{language};
    auto const file = language == words::Language::nl ? "nl.po" : "en.po";
    REQUIRE(t.add(embedded::feature_reach::find(file)).has_value());
    return t;
}

walking::WalkerProfile const& walker(std::string_view id)
{
    auto const* found = walking::Profiles::built_in().find(id);
    REQUIRE(found != nullptr);
    return *found;
}

walking::Category const& kind(std::string_view id)
{
    auto const* found = walking::Categories::built_in().find(id);
    REQUIRE(found != nullptr);
    return *found;
}

/// A visitor with a question in the address.
struct Asking {
    explicit Asking(http::Pairs query) { site.request.query = std::move(query); }
    Result<Asked> read(AllKinds all_kinds) { return read_asked(site.visit(), *Rules::built_in(), all_kinds); }
    web::TestSite site;
};

} // namespace

TEST_CASE("people are told in fives, shares in whole people of a hundred")
{
    CHECK(round_people(1338) == 1340);
    CHECK(round_people(2.4) == 0);
    CHECK(round_people(2.5) == 5);
    CHECK_FALSE(std::signbit(round_people(-1)));
    CHECK(in_hundred(0.296) == 30);
    CHECK(in_hundred(0) == 0);
    CHECK(in_hundred(1.0000001) == 100);
}

TEST_CASE("minutes are rounded upwards, so that nothing seems in time that is not")
{
    auto const t = words_in(words::Language::nl);
    CHECK(write_minutes(t, 600.0) == "10 min");
    CHECK(write_minutes(t, 601.0) == "11 min");
    CHECK(write_minutes(t, 0.0) == "1 min");
    CHECK(write_minutes(t, 3600.0) == "60 min");
    CHECK(write_minutes(t, 3601.0) == "meer dan een uur");
    CHECK(write_minutes(t, std::nullopt) == "?");
    CHECK(write_median(t, std::nullopt) == "meer dan een uur");
}

TEST_CASE("a range has one number when both ends are the same")
{
    auto const t = words_in(words::Language::nl);
    CHECK(write_range(t, {0.02, 0.05, 0.13}) == "2–13 %");
    CHECK(write_range(t, {0.071, 0.072, 0.073}) == "7 %");
}

TEST_CASE("more than 25 points between certain and possible is uncertain")
{
    CHECK(is_uncertain({0.1, 0.2, 0.36}));
    CHECK_FALSE(is_uncertain({0.1, 0.2, 0.35}));
}

TEST_CASE("the answer is a good Dutch sentence for many, one, few and nobody")
{
    auto const t = words_in(words::Language::nl);
    auto const& supermarket = kind("supermarket");
    CHECK(write_answer(t, walker("adult"), supermarket, 10, {0.2, 0.296, 0.4}) ==
          "In het tempo van een volwassene komen **30 van de 100** inwoners binnen 10 minuten bij een supermarkt.");
    CHECK(
        write_answer(t, walker("cane"), supermarket, 5, {0, 0.01, 0.1}) ==
        "Met een wandelstok komt **1 van de 100** inwoners van 65 jaar en ouder binnen 5 minuten bij een supermarkt.");
    CHECK(write_answer(t, walker("cane"), supermarket, 5, {0, 0.001, 0.1}) ==
          "Met een wandelstok komt **minder dan 1 van de 100** inwoners van 65 jaar en ouder binnen 5 minuten bij een "
          "supermarkt.");
    CHECK(write_answer(t, walker("child"), kind("bench"), 5, {0, 0, 0}) ==
          "In het tempo van een kind komt **niemand** van de kinderen tot en met 14 jaar binnen 5 minuten bij een "
          "bankje.");
}

TEST_CASE("every profile and kind makes a filled-in sentence in both languages")
{
    for (auto const language : {words::Language::nl, words::Language::en}) {
        auto const t = words_in(language);
        for (auto const& profile : walking::Profiles::built_in().all()) {
            for (auto const& category : walking::Categories::built_in().all()) {
                for (double const share : {0.0, 0.001, 0.01, 0.5}) {
                    auto const sentence = write_answer(t, profile, category, 10, {share, share, share});
                    CAPTURE(sentence);
                    CHECK(sentence.find('{') == std::string::npos);
                    CHECK(sentence.find(with_of(profile, language)) == 0);
                    CHECK(sentence.find(with_article(category, language)) != std::string::npos);
                    CHECK(sentence.back() == '.');
                }
            }
        }
    }
}

TEST_CASE("how sure: both ends, or that it makes no difference")
{
    auto const t = words_in(words::Language::nl);
    CHECK(write_sureness(t, {0.15, 0.3, 0.52}).find("Zeker: 15 van de 100. Mogelijk: 52 van de 100.") == 0);
    CHECK(write_sureness(t, {0.15, 0.15, 0.152}) == t("reach.sure.same"));
}

TEST_CASE("what keeps people away: most people first, nothing for fewer than five")
{
    auto const t = words_in(words::Language::nl);
    CHECK(write_obstacles(t, {12, 903, 0, 2}) == "In dit tempo te ver: 905. Te ver, ook voor een volwassene: 10.");
    CHECK(write_obstacles(t, {}).empty());
}

TEST_CASE("a day is written as people say it; other text stays")
{
    CHECK(write_day(words_in(words::Language::nl), "2023-01-30") == "30 januari 2023");
    CHECK(write_day(words_in(words::Language::en), "2023-12-01") == "1 December 2023");
    auto const t = words_in(words::Language::nl);
    for (std::string_view const odd : {"2023", "", "2023-13-01", "2023-xx-01", "a-b-c"})
        CHECK(write_day(t, odd) == odd);
}

TEST_CASE("more and fewer people carry their sign")
{
    auto const t = words_in(words::Language::nl);
    CHECK(write_more(t, 1408) == "+1.410");
    CHECK(write_more(t, 0) == "+0");
    CHECK(write_more(t, -6) == "−5");
}

TEST_CASE("a gain lies between its least and most, whichever of the three ends they are")
{
    Gain gain;
    gain.before = {10, 100, 300};
    gain.after = {60, 180, 320};
    CHECK(more_people(gain) == Three{20, 80, 80});
}

TEST_CASE("what is asked, or what is usual")
{
    auto const usual = Asking{{}}.read(AllKinds::no);
    REQUIRE(usual.has_value());
    CHECK(usual->profile->profile.id == "rollator");
    CHECK(usual->category->id == "supermarket");
    CHECK(usual->minutes == 10);

    auto const all = Asking{{}}.read(AllKinds::yes);
    REQUIRE(all.has_value());
    CHECK(all->category == nullptr);

    auto const bench = Asking{{{"wie", "adult"}, {"waar", "bench"}}}.read(AllKinds::no);
    REQUIRE(bench.has_value());
    CHECK(bench->profile->profile.id == "adult");
    CHECK(bench->minutes == kind("bench").limit_minutes);

    auto const longer = Asking{{{"waar", "bench"}, {"minuten", "15"}}}.read(AllKinds::no);
    REQUIRE(longer.has_value());
    CHECK(longer->minutes == 15);
}

TEST_CASE("what is asked but unknown is an error with its own code")
{
    auto const code = [](http::Pairs query) {
        auto const asked = Asking{std::move(query)}.read(AllKinds::no);
        REQUIRE_FALSE(asked.has_value());
        return asked.error().code;
    };
    CHECK(code({{"wie", "superman"}}) == "reach.unknown_profile");
    CHECK(code({{"waar", "moon"}}) == "reach.unknown_category");
    CHECK(code({{"minuten", "12"}}) == "reach.unknown_limit");
}

TEST_CASE("a bar that rounding put out of order is still drawn")
{
    html::Html page;
    auto const t = words_in(words::Language::nl);
    write_bar(page, t, {0.5000001, 0.5, 0.4999999});
    write_bar(page, t, {0.2, 0.9, 1.0000002});
    CHECK(page.view().find("Van de 100: zeker 20, verwacht 90, mogelijk 100") != std::string_view::npos);
}
