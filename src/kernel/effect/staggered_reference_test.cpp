// SPDX-License-Identifier: EUPL-1.2
// Teenage employment in 500 counties (Callaway and Sant'Anna 2021), beside the project in ../shared/golden. Answers of R did 2.x without
// bootstrap (github d2cml-ai/csdid, r_ref), and with a covariate those that Stata csdid prints (method dripw).
#include "base/csv.hpp"
#include "kernel/effect/staggered.hpp"
#include "kernel/effect/test_panel.hpp"
#include "kernel/stat/test_golden.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace wf;
using namespace wf::effect;

namespace {

constexpr char const* file = "01_impact/mpdta_callaway_santanna/mpdta.csv";

struct Counties {
    Panel panel;
    std::vector<stat::Matrix> constant;
    std::vector<stat::Matrix> people; ///< log of the population
};

Counties const& counties()
{
    static Counties const read = [] {
        std::ifstream in{golden::path(file), std::ios::binary};
        std::ostringstream all;
        all << in.rdbuf();
        auto const csv = read_csv(all.str());
        REQUIRE(csv);
        auto const numbers = [&](char const* name) {
            std::vector<double> values;
            for (std::size_t row = 0; row < csv->rows(); ++row)
                values.push_back(**csv->number(row, *csv->column(name)));
            return values;
        };
        std::vector<std::uint32_t> unit;
        for (double const county : numbers("countyreal")) unit.push_back(static_cast<std::uint32_t>(county));
        auto const time = numbers("year");
        auto const outcome = numbers("lemp");
        auto const group = numbers("first.treat");
        auto const lpop = numbers("lpop");
        auto panel = make_panel({unit, 60'000, time, outcome, group});
        REQUIRE(panel);
        std::vector<double> people;
        for (std::size_t i = 0; i < panel->units; ++i) people.push_back(lpop[panel->row_of(i, 0)]);
        auto const units = panel->units;
        return Counties{std::move(*panel), sample::with_constant({}, units), sample::with_constant({people}, units)};
    }();
    return read;
}

struct Answer {
    double att;
    double se;
};

void check(std::vector<GroupTime> const& found, std::vector<Answer> const& expected, double tolerance)
{
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(std::abs(found[i].att - expected[i].att) < tolerance);
        CHECK(std::abs(*found[i].se - expected[i].se) < tolerance);
    }
}

void check(Average const& found, Answer const& whole, std::vector<Answer> const& parts)
{
    constexpr double tolerance = 1e-12;
    CHECK(std::abs(found.att - whole.att) < tolerance);
    CHECK(std::abs(found.se - whole.se) < tolerance);
    REQUIRE(found.by.size() == parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        CHECK(std::abs(found.by[i].att - parts[i].att) < tolerance);
        CHECK(std::abs(*found.by[i].se - parts[i].se) < tolerance);
    }
}

} // namespace

TEST_CASE("counties, never treated: as R did has it, to 12 digits")
{
    if (!golden::is_present(file)) return;
    for (auto const estimator : {Estimator::dr, Estimator::ipw, Estimator::reg}) {
        auto const result = compute_staggered({counties().panel, counties().constant, Control::never, estimator});
        REQUIRE(result);
        CHECK(result->units == 500);
        check(result->att_gt,
              {{-0.0105032462209624, 0.0232510363681664},
               {-0.0704231581031467, 0.0309847667572767},
               {-0.137258738889403, 0.0364356642876865},
               {-0.100811363085404, 0.0343592258346732},
               {0.00652011242423301, 0.0233268051418047},
               {-0.00275081875051882, 0.0195585610358817},
               {-0.00459460695286304, 0.0177551966592763},
               {-0.0412244715462175, 0.0202291807041068},
               {0.0305066555832928, 0.01503356028013},
               {-0.00272589288611625, 0.0163958328955344},
               {-0.0310871193896889, 0.0178775113133435},
               {-0.0260544107191966, 0.0166554353492522}},
              1e-12);
        check(result->simple, {-0.0399512751551763, 0.0120340127701854}, {});
        check(result->group, {-0.0310182822287484, 0.0124460593209979},
              {{-0.0797491265747291, 0.0263677994350273},
               {-0.0229095392495403, 0.0167033302551619},
               {-0.0260544107191966, 0.0166554353492522}});
        check(result->dynamic, {-0.0772398214573151, 0.0199649890618494},
              {{0.0305066555832928, 0.01503356028013},
               {-0.000563084626385429, 0.01329164473655},
               {-0.0244587449711696, 0.0142364022105193},
               {-0.0199318167892593, 0.0118263640580582},
               {-0.0509573670651939, 0.016893476268678},
               {-0.137258738889403, 0.0364356642876865},
               {-0.100811363085404, 0.0343592258346733}});
        check(result->calendar, {-0.0417004321312822, 0.01597185188456},
              {{-0.0105032462209624, 0.0232510363681664},
               {-0.0704231581031467, 0.0309847667572767},
               {-0.0488159842650431, 0.0201258612605003},
               {-0.0370593399359766, 0.0137470791411185}});
        CHECK(result->pretest->w == doctest::Approx(7.79123662720035).epsilon(1e-10));
        CHECK(result->pretest->df == 5);
        CHECK(std::abs(result->pretest->p - 0.16812) <= 5e-6);
    }
}

TEST_CASE("counties, not yet treated")
{
    if (!golden::is_present(file)) return;
    auto const result = compute_staggered({counties().panel, counties().constant, Control::notyet});
    REQUIRE(result);
    check(result->att_gt,
          {{-0.0193723636759221, 0.0223101128836806},
           {-0.0783190990620607, 0.0303902285433973},
           {-0.136274346328678, 0.03540338496891},
           {-0.100811363085404, 0.0343592258346732},
           {-0.00256255094261098, 0.0225302351453388},
           {-0.00193924609578875, 0.019042158605819},
           {0.00466087631997615, 0.0163355842468236},
           {-0.0412244715462175, 0.0202291807041068},
           {0.0297593647610311, 0.0145335416386514},
           {-0.0024106128000969, 0.0160312963755178},
           {-0.0310871193896889, 0.0178775113133435},
           {-0.0260544107191966, 0.0166554353492522}},
          1e-12);
    check(result->simple, {-0.0397636256230437, 0.0120524247873419}, {});
    CHECK(std::abs(result->group.se - 0.0125751201316818) < 1e-12);
    CHECK(std::abs(result->dynamic.se - 0.0195601769463944) < 1e-12);
    CHECK(std::abs(result->calendar.se - 0.0155709044211449) < 1e-12);
    CHECK(result->pretest->w == doctest::Approx(7.79092771882739).epsilon(1e-10));
}

TEST_CASE("counties by population: regression as R did, doubly robust as Stata csdid")
{
    if (!golden::is_present(file)) return;
    auto const reg = compute_staggered({counties().panel, counties().people, Control::never, Estimator::reg});
    REQUIRE(reg);
    check(reg->att_gt,
          {{-0.014911237790361, 0.0220556930763195},
           {-0.0769963229660512, 0.0283597455101496},
           {-0.141080104628588, 0.0348362869536185},
           {-0.107544274673046, 0.0327376926434119},
           {-0.0020660581184395, 0.022122286483578},
           {-0.00696828306727072, 0.0183457856293695},
           {0.000765525026395888, 0.0191959070328785},
           {-0.0415356365293253, 0.0197168736453729},
           {0.0263658317469803, 0.0140189493226751},
           {-0.00475983533866949, 0.0156699660373289},
           {-0.028502106413859, 0.0181320658924703},
           {-0.0287894881938243, 0.0161678672536918}},
          1e-10);
    check(reg->simple, {-0.0419686124215432, 0.0114448297682151}, {});
    CHECK(std::abs(reg->group.se - 0.0118603087662617) < 1e-10);
    CHECK(std::abs(reg->calendar.se - 0.0148850278130483) < 1e-10);
    CHECK(reg->pretest->w == doctest::Approx(6.8612749537136).epsilon(1e-8));
    auto const dr = compute_staggered({counties().panel, counties().people});
    REQUIRE(dr);
    auto const first = std::vector<GroupTime>(dr->att_gt.begin(), dr->att_gt.end() - 1);
    check(first,
          {{-0.0145297, 0.0221292},
           {-0.0764219, 0.0286713},
           {-0.1404483, 0.0353782},
           {-0.1069039, 0.0328865},
           {-0.0004721, 0.0222234},
           {-0.0062025, 0.0184957},
           {0.0009606, 0.0194002},
           {-0.0412939, 0.0197211},
           {0.0267278, 0.0140657},
           {-0.0045766, 0.0157178},
           {-0.0284475, 0.0181809}},
          5.1e-8);
}
