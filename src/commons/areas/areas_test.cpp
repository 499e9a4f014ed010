// SPDX-License-Identifier: EUPL-1.2
#include "commons/areas/areas.hpp"
#include "commons/areas/geometry.hpp"
#include "commons/datasets/test_stores.hpp"

#include <doctest/doctest.h>

namespace wf::areas {
namespace {

using datasets::publish_for_test;
using datasets::TestStore;

template <class F>
void on_both(F const& check)
{
    datasets::on_both(datasets::with_datasets(migrations()), check);
}

/// A square of 0.01 by 0.01 degrees, `shift` degrees to the east.
std::string outline(double shift = 0)
{
    double const west = 5.9 + shift;
    double const east = west + 0.01;
    return write_geometry({{{{west, 52.5}, {east, 52.5}, {east, 52.51}, {west, 52.51}, {west, 52.5}}}});
}

Area neighbourhood(std::string code, std::string name, int year, std::string shape)
{
    Area area;
    area.year = year;
    area.level = AreaLevel::neighbourhood;
    area.parent = "WK" + code.substr(2, 6);
    area.municipality = "GM" + code.substr(2, 4);
    area.code = std::move(code);
    area.name = std::move(name);
    area.outline = std::move(shape);
    return area;
}

std::string publish(TestStore& store, std::string const& slot, std::vector<Area> areas)
{
    return publish_for_test(store, slot, [&](store::Session& session, std::string const& id) {
        for (auto& area : areas) area.dataset_id = id;
        add(session, areas);
    });
}

std::vector<std::string> names(std::vector<Area> const& areas)
{
    std::vector<std::string> all;
    for (auto const& area : areas) all.push_back(area.name);
    return all;
}
using Names = std::vector<std::string>;

TEST_CASE("an area comes back as it was added, once its dataset is published")
{
    on_both([](TestStore& store) {
        Area area = neighbourhood("BU01660001", "Brunnepe", 2015, outline());
        auto const id = store.write([&](store::Session& s) {
            datasets::Origin origin;
            origin.slot = "map";
            area.dataset_id = datasets::begin(s, origin);
            add(s, std::span{&area, 1});
            return area.dataset_id;
        });
        auto const here = [&] { return store.read([](store::Session& s) { return find(s, "BU01660001"); }); };
        CHECK(!here().has_value());
        CHECK(store.read([](store::Session& s) { return list(s, AreaLevel::neighbourhood, ""); }).empty());
        CHECK(store.read([](store::Session& s) { return known_years(s, "BU01660001"); }).empty());
        store.write([&](store::Session& s) { datasets::publish(s, id, {}).value(); });
        REQUIRE(here().has_value());
        CHECK(here()->code == area.code);
        CHECK(here()->year == 2015);
        CHECK(here()->level == AreaLevel::neighbourhood);
        CHECK(here()->name == "Brunnepe");
        CHECK(here()->parent == "WK016600");
        CHECK(here()->municipality == "GM0166");
        CHECK(here()->outline == area.outline);
        CHECK(here()->dataset_id == id);
        CHECK(!store.read([](store::Session& s) { return find(s, "BU01660002"); }).has_value());
    });
}

TEST_CASE("a new import of the same slot replaces the old one; sweep empties a dataset")
{
    on_both([](TestStore& store) {
        auto const old = publish(store, "map", {neighbourhood("BU01660001", "Brunepe", 2015, outline())});
        auto const now = publish(store, "map", {neighbourhood("BU01660001", "Brunnepe", 2015, outline())});
        auto const found = [&] { return store.read([](store::Session& s) { return find(s, "BU01660001"); }); };
        CHECK(found()->name == "Brunnepe");
        store.write([&](store::Session& s) { sweep(s, old); });
        CHECK(found()->dataset_id == now);
        store.write([&](store::Session& s) { sweep(s, now); });
        CHECK(!found().has_value());
    });
}

TEST_CASE("find: the newest year with an outline goes before a newer year without")
{
    on_both([](TestStore& store) {
        publish(store, "map.2012", {neighbourhood("BU01660001", "Oud", 2012, outline())});
        publish(store, "map.2015", {neighbourhood("BU01660001", "Brunnepe", 2015, outline())});
        publish(store, "names.2024",
                {neighbourhood("BU01660001", "Brunnepe nieuw", 2024, ""),
                 neighbourhood("BU01660099", "Alleen een naam", 2024, "")});
        publish(store, "names.2023", {neighbourhood("BU01660099", "Eerder een naam", 2023, "")});
        store.read([](store::Session& s) {
            CHECK(find(s, "BU01660001")->year == 2015);
            CHECK(find(s, "BU01660001", 2024)->name == "Brunnepe nieuw");
            CHECK(find(s, "BU01660001", 2012)->name == "Oud");
            CHECK(!find(s, "BU01660001", 2013).has_value());
            CHECK(find(s, "BU01660099")->year == 2024);
            auto const years = known_years(s, "BU01660001");
            REQUIRE(years.size() == 3);
            CHECK(years[0].year == 2012);
            CHECK(years[0].has_outline);
            CHECK(years[2].year == 2024);
            CHECK(!years[2].has_outline);
            CHECK(years[2].name == "Brunnepe nieuw");
        });
    });
}

TEST_CASE("two datasets of one year: the outline wins, the area is listed once")
{
    on_both([](TestStore& store) {
        publish(store, "map.2015", {neighbourhood("BU01660001", "Met omtrek", 2015, outline())});
        publish(store, "names.2015", {neighbourhood("BU01660001", "Zonder", 2015, "")});
        store.read([](store::Session& s) {
            CHECK(find(s, "BU01660001", 2015)->name == "Met omtrek");
            CHECK(known_years(s, "BU01660001").size() == 1);
            CHECK(known_years(s, "BU01660001").front().has_outline);
            CHECK(names(list(s, AreaLevel::neighbourhood, "")) == Names{"Met omtrek"});
        });
    });
}

TEST_CASE("list: in the order of a Dutch index, within a municipality or a district")
{
    on_both([](TestStore& store) {
        Area district;
        district.code = "WK016600";
        district.level = AreaLevel::district;
        district.year = 2015;
        district.name = "Wijk 00";
        district.parent = "GM0166";
        district.municipality = "GM0166";
        Area municipality;
        municipality.code = "GM0166";
        municipality.level = AreaLevel::municipality;
        municipality.year = 2015;
        municipality.name = "Kampen";
        municipality.municipality = "GM0166";
        publish(store, "map.2015",
                {neighbourhood("BU01660003", "Zalk", 2015, outline()),
                 neighbourhood("BU01660100", "'s-Heerenbroek", 2015, outline()),
                 neighbourhood("BU01660001", "hagenbroek", 2015, outline()),
                 neighbourhood("BU01660002", "Trekvaart", 2015, outline()),
                 neighbourhood("BU01660004", "Éénhoorn", 2015, outline()),
                 neighbourhood("BU01930001", "Aa-landen", 2015, outline()), district, municipality});
        store.read([](store::Session& s) {
            auto const level = AreaLevel::neighbourhood;
            CHECK(names(list(s, level, "GM0166")) ==
                  Names{"Éénhoorn", "hagenbroek", "'s-Heerenbroek", "Trekvaart", "Zalk"});
            CHECK(names(list(s, level, "WK016601")) == Names{"'s-Heerenbroek"});
            CHECK(list(s, level, "").size() == 6);
            CHECK(list(s, level, "GM9999").empty());
            CHECK(names(list(s, AreaLevel::district, "GM0166")) == Names{"Wijk 00"});
            CHECK(names(list(s, AreaLevel::municipality, "")) == Names{"Kampen"});
            CHECK(names(list(s, AreaLevel::municipality, "GM0166")) == Names{"Kampen"});
            CHECK(names(list_children(s, "GM0166")) == Names{"Wijk 00"});
            CHECK(names(list_children(s, "WK016600")) == Names{"Éénhoorn", "hagenbroek", "Trekvaart", "Zalk"});
            CHECK(list_children(s, "").empty()); // not every municipality
        });
    });
}

TEST_CASE("list: one year for each municipality, the newest with outlines there")
{
    on_both([](TestStore& store) {
        publish(store, "kampen.2015",
                {neighbourhood("BU01660001", "Gebleven", 2015, outline()),
                 neighbourhood("BU01660002", "Opgeheven", 2015, outline())});
        publish(store, "kampen.2024",
                {neighbourhood("BU01660001", "Gebleven", 2024, ""), neighbourhood("BU01660009", "Nieuw", 2024, "")});
        publish(store, "zwolle.2020", {neighbourhood("BU01930001", "Aa-landen", 2020, outline())});
        publish(store, "deventer.2024", {neighbourhood("BU01500001", "Alleen namen", 2024, "")});
        auto const listed = [&] {
            return names(store.read([](store::Session& s) { return list(s, AreaLevel::neighbourhood, ""); }));
        };
        CHECK(listed() == Names{"Aa-landen", "Alleen namen", "Gebleven", "Opgeheven"});
        publish(store, "kampen.2024",
                {neighbourhood("BU01660001", "Gebleven", 2024, outline()),
                 neighbourhood("BU01660009", "Nieuw", 2024, outline())});
        CHECK(listed() == Names{"Aa-landen", "Alleen namen", "Gebleven", "Nieuw"});
    });
}

TEST_CASE("the same code twice in a dataset: the last stays")
{
    TestStore store{TestStore::Sort::memory, datasets::with_datasets(migrations())};
    publish(store, "map",
            {neighbourhood("BU01660001", "Eerst", 2015, ""), neighbourhood("BU01660001", "Laatst", 2015, outline())});
    store.read([](store::Session& s) {
        CHECK(find(s, "BU01660001")->name == "Laatst");
        CHECK(known_years(s, "BU01660001").front().has_outline);
    });
}

TEST_CASE("boundary: the same, changed, or not compared")
{
    on_both([](TestStore& store) {
        publish(store, "2012", {neighbourhood("BU01660001", "a", 2012, outline())});
        publish(store, "2013",
                {neighbourhood("BU01660001", "a", 2013, outline(0.00005))});               // 0.5 % moved: 0.99 overlaps
        publish(store, "2014", {neighbourhood("BU01660001", "a", 2014, outline(0.0005))}); // 5 % moved: 0.905
        publish(store, "2015", {neighbourhood("BU01660001", "a", 2015, "")});
        publish(store, "2016", {neighbourhood("BU01660001", "a", 2016, "not a geometry")});
        store.read([](store::Session& s) {
            CHECK(compare_boundary(s, "BU01660001", 2012, 2012) == Boundary::same);
            CHECK(compare_boundary(s, "BU01660001", 2012, 2013) == Boundary::same);
            CHECK(compare_boundary(s, "BU01660001", 2013, 2012) == Boundary::same);
            CHECK(compare_boundary(s, "BU01660001", 2012, 2014) == Boundary::changed);
            CHECK(compare_boundary(s, "BU01660001", 2012, 2015) == Boundary::not_compared);
            CHECK(compare_boundary(s, "BU01660001", 2012, 2016) == Boundary::not_compared);
            CHECK(compare_boundary(s, "BU01660001", 2012, 2017) == Boundary::not_compared);
            CHECK(compare_boundary(s, "BU01660002", 2012, 2013) == Boundary::not_compared);
        });
        CHECK(to_word(Boundary::same) == "same");
        CHECK(to_word(Boundary::changed) == "changed");
        CHECK(to_word(Boundary::not_compared) == "not_compared");
    });
}

} // namespace
} // namespace wf::areas
