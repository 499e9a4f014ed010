// SPDX-License-Identifier: EUPL-1.2
// Somebody withdraws whose data a run used: the run goes off the pages, and a new version without them takes its place.
#include "app/renew_runs.hpp"

#include "app/features.hpp"
#include "app/house.hpp"
#include "app/import_job.hpp"
#include "commons/people/leave.hpp"
#include "commons/workspaces/workspaces.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf;

namespace {

struct Kampen {
    std::unique_ptr<store::Store> store{store::Store::open("sqlite::memory:").value()};
    settings::Settings settings{
        settings::Settings::load(app::setting_definitions(), "", {{"store.url", "sqlite::memory:"}}).value()};
    std::shared_ptr<people::House> house{app::make_house(settings).value()};
    std::string person;

    Kampen()
    {
        static_cast<void>(
            store->migrate(app::all_migrations(app::make_features(walking::Rules::built_in(), house))).value());
        job::NoProgress progress;
        for (auto const* file : {"gemeente_2015.geojson", "kwb_2017_selectie.csv"}) {
            auto const* year = file[0] == 'g' ? "2015" : "2017";
            app::run_import(*store, {"cbs", std::string{"data/kampen/"} + file, {{"year", year}}}, progress).value();
        }
        app::after_import(*store, settings, "test", progress).value();
        person =
            store
                ->write([&](store::Session& session) {
                    static_cast<void>(workspaces::add(session, "Beheer", workspaces::Kind::association, "").value());
                    return people::add_account(session, *house, "f@voorbeeld.example", "Fatma (verzonnen)", "nl");
                })
                .value();
    }
    std::optional<runs::Run> current()
    {
        return store->read(
            [](store::Session& session) { return runs::find_current(session, "areas.profile", "GM0166"); });
    }
};

bool uses(runs::Run const& run, std::string const& person)
{
    return std::find(run.inputs.begin(), run.inputs.end(), person) != run.inputs.end();
}

} // namespace

TEST_CASE("a withdrawal makes a new version of every run that used the person")
{
    Kampen here;
    job::NoProgress progress;
    // The profile of Kampen, as if what Fatma told stood among its sources.
    auto told = here.current().value();
    told.id.clear();
    told.inputs.push_back(here.person);
    auto const with_her =
        here.store->write([&](store::Session& session) -> Result<std::string> { return runs::publish(session, told); })
            .value();
    REQUIRE(uses(here.current().value(), here.person));
    CHECK(app::renew_runs(*here.store, here.settings, "test", progress).value().made == 0);

    auto const taken = here.store
                           ->write([&](store::Session& session) {
                               return people::erase_person(session, *here.house, here.person, here.person);
                           })
                           .value();
    REQUIRE(taken.size() == 1);
    CHECK_FALSE(here.current());
    auto const renewed = app::renew_runs(*here.store, here.settings, "test", progress).value();
    CHECK(renewed.made == 1);
    CHECK(renewed.left.empty());
    auto const now = here.current();
    REQUIRE(now);
    CHECK(now->id != with_her);
    CHECK_FALSE(uses(*now, here.person));
    // The old one stays readable as what was said before.
    CHECK(here.store->read([&](store::Session& session) { return runs::find(session, with_her); }));
    CHECK(app::renew_runs(*here.store, here.settings, "test", progress).value().made == 0);
}

TEST_CASE("a run that nobody makes any more is told once, and not tried for ever")
{
    Kampen here;
    auto const id = here.store
                        ->write([&](store::Session& session) -> Result<std::string> {
                            runs::Run run;
                            run.kind = "test.gone";
                            run.subject = "x";
                            run.inputs = {here.person};
                            return runs::publish(session, run);
                        })
                        .value();
    static_cast<void>(here.store
                          ->write([&](store::Session& session) {
                              return people::erase_person(session, *here.house, here.person, here.person);
                          })
                          .value());
    job::Runner runner{*here.store, 1};
    app::RunRenewal renewal{*here.store, here.settings, "test", runner};
    renewal.look();
    auto const first = job::recent(*here.store, 10);
    REQUIRE(first.size() == 1);
    CHECK(runner.wait(first[0].id).value().outcome == "0 runs made anew, 1 could not be");
    renewal.look();
    CHECK(job::recent(*here.store, 10).size() == 1);
    CHECK(here.store->read([&](store::Session& session) { return runs::find(session, id); }));
}
