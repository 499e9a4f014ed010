// SPDX-License-Identifier: EUPL-1.2
// The sixteen werkplaatsen from the command line, and the invented partners of the demonstration.
#include "app/cli.hpp"
#include "app/demo_agenda.hpp"
#include "app/demo_network.hpp"
#include "app/features.hpp"
#include "commons/partners/walls.hpp"
#include "commons/workspaces/workspaces.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace wf::app {
namespace {

/// A folder that goes again.
class Place {
public:
    Place()
    {
        m_folder = (std::filesystem::temp_directory_path() / "wf-network-XXXXXX").string();
        REQUIRE(::mkdtemp(m_folder.data()) != nullptr);
    }
    ~Place() { std::filesystem::remove_all(m_folder); }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;

    [[nodiscard]] std::string url() const { return "sqlite:" + m_folder + "/w.db"; }
    [[nodiscard]] std::string add() const
    {
        std::ostringstream out;
        std::ostringstream err;
        std::vector<std::string> const words{"werkplaatsen", "add", "--store=" + url()};
        auto const status = run_command_line(words, out, err);
        REQUIRE_MESSAGE(status == 0, err.str());
        return out.str();
    }

private:
    std::string m_folder;
};

} // namespace

TEST_CASE("weefsel werkplaatsen add: sixteen, and the second time none")
{
    Place const place;
    CHECK(place.add().starts_with("16 werkplaatsen added, "));
    CHECK(place.add().starts_with("0 werkplaatsen added, 0 facts, 0 themes, 0 own words"));
    auto const store = store::Store::open(place.url()).value();
    auto const all = store->read([](store::Session& session) { return workspaces::list(session); });
    REQUIRE(all.size() == 17);
    CHECK(all[0].kind == workspaces::Kind::association);
    CHECK(std::all_of(all.begin() + 1, all.end(),
                      [](auto const& one) { return one.kind == workspaces::Kind::werkplaats; }));
}

TEST_CASE("the demonstration: ten partners that say they are invented, with lines, and walls without one")
{
    auto const store = store::Store::open("sqlite::memory:").value();
    static_cast<void>(store->migrate(all_migrations(make_features())).value());
    trail::Trail const trail{secret::Key::make()};
    auto const fill = [&] {
        REQUIRE(fill_agenda(*store, trail, "data/kampen/agenda.json"));
        REQUIRE(fill_network(*store, trail, "data/kampen/network.json"));
    };
    fill();
    fill();
    store->read([](store::Session& session) {
        auto const here = workspaces::find_by_address(session, "werkplaats-ijsseldelta-verzonnen");
        REQUIRE(here);
        auto const partners = partners::list_partners(session, here->id);
        auto const ties = partners::list_ties(session, here->id);
        CHECK(partners.size() == 10);
        CHECK(ties.size() == 10);
        for (auto const& partner : partners) {
            CHECK(partner.is_invented);
            CHECK(partner.content.name.ends_with("(verzonnen)"));
        }
        auto const walls = partners::walls_of(partners, ties);
        CHECK(std::count_if(walls.begin(), walls.end(), [](partners::Wall const& wall) {
                  return wall.state == partners::Wall::State::no_line;
              }) >= 2);
        // Each of the ten lines is drawn in the file by hand; sport and welfare work together once, sport and care do not.
        auto const between = [&](partners::Field one, partners::Field other) {
            return std::find_if(walls.begin(), walls.end(),
                                [&](partners::Wall const& wall) {
                                    return wall.one == std::min(one, other) && wall.other == std::max(one, other);
                                })
                ->state;
        };
        CHECK(between(partners::Field::sport, partners::Field::welfare) == partners::Wall::State::crossed);
        CHECK(between(partners::Field::sport, partners::Field::care) == partners::Wall::State::no_line);
        CHECK(between(partners::Field::housing, partners::Field::care) == partners::Wall::State::unknown);
    });
}

} // namespace wf::app
