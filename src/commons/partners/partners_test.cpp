// SPDX-License-Identifier: EUPL-1.2
#include "commons/partners/partners.hpp"

#include "commons/agenda/test_werkplaats.hpp"
#include "commons/partners/known.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace wf;
using namespace wf::partners;

namespace {

struct Werkplaats : agenda::TestWerkplaats {
    By by{trail, worker};
    Werkplaats() : TestWerkplaats{migrations()} {}

    Partner partner(PartnerContent const& content)
    {
        return write([&](store::Session& s) { return add_partner(s, by, of(content)); });
    }
    Result<Partner> try_partner(PartnerContent const& content)
    {
        return attempt([&](store::Session& s) { return add_partner(s, by, of(content)); });
    }
    Result<Saved<Partner>> save(Partner const& partner, std::int64_t seen, PartnerContent const& mine)
    {
        return attempt([&](store::Session& s) { return save_partner(s, by, id, partner.id, seen, mine); });
    }
    Result<Tie> tie(Partner const& one, Partner const& other, std::string about = "Samen eten",
                    std::string said_by = "overleg van mei")
    {
        return attempt([&](store::Session& s) {
            return add_tie(s, by, id, {"", one.id, other.id, about, "2025", said_by, ""});
        });
    }
    std::vector<Partner> partners()
    {
        return read([&](store::Session& s) { return list_partners(s, id); });
    }
    std::vector<Tie> ties()
    {
        return read([&](store::Session& s) { return list_ties(s, id); });
    }
    Fact fact(std::string_view name)
    {
        auto const all = read([&](store::Session& s) { return list_facts(s, id); });
        return *std::find_if(all.begin(), all.end(), [&](Fact const& one) { return one.name == name; });
    }
    std::vector<trail::SeenEntry> entries()
    {
        return read([&](store::Session& s) { return trail.list(s, {.workspace_id = id}); });
    }

private:
    [[nodiscard]] Partner of(PartnerContent const& content) const
    {
        Partner partner;
        partner.workspace_id = id;
        partner.content = content;
        return partner;
    }
};

PartnerContent club(std::string name = "Voetbalclub (verzonnen)")
{
    return {std::move(name), "club", "sport", "https://voorbeeld.example", "2021", "gesprek in mei", "2026-05", "ja"};
}

PartnerContent care()
{
    return {"Thuiszorg (verzonnen)", "provider", "care", "", "", "", "", ""};
}

} // namespace

TEST_CASE("kinds, fields and their words go both ways, and there are eight and ten of them")
{
    CHECK(all_kinds.size() == 8);
    CHECK(all_fields.size() == 10);
    for (auto const kind : all_kinds) CHECK(read_kind(to_word(kind)) == kind);
    for (auto const field : all_fields) CHECK(read_field(to_word(field)) == field);
    CHECK_FALSE(read_kind("person"));
    CHECK_FALSE(read_field(""));
}

TEST_CASE("a day, a month or a year is what it says; what was checked has a source and a day")
{
    for (auto const* good : {"", "2026-11", "2026-11-22"}) CHECK(check_looked_on(good));
    for (auto const* bad : {"2026", "2026-13", "2026-11-31", "november"})
        CHECK(check_looked_on(bad).error().code == "partners.bad_looked_on");
    for (auto const* good : {"", "1998", "2021-09-01"}) CHECK(check_since(good));
    for (auto const* bad : {"98", "2021-09", "lang geleden", "-2021"})
        CHECK(check_since(bad).error().code == "partners.bad_since");
    for (auto const* good : {"", "https://voorbeeld.example/a?b=c#d"}) CHECK(check_site(good));
    for (auto const* bad : {"https://", "javascript:alert(1)", "voorbeeld.example", "https://a b", "/plek/n12"})
        CHECK(check_site(bad).error().code == "partners.bad_site");
    CHECK(check_proof({"", "2026-11", true}).error().code == "partners.no_source");
    CHECK(check_proof({"een gids", "", true}).error().code == "partners.no_looked_on");
    CHECK(check_proof({"", "", false}));
}

TEST_CASE("a partner says what it is; two with one name are one too many, until the first is retired")
{
    Werkplaats here;
    auto const added = here.partner(club());
    CHECK(added.kind() == Kind::club);
    CHECK(added.field() == Field::sport);
    CHECK(added.proof() == Proof{"gesprek in mei", "2026-05", true});
    CHECK(here.try_partner(club("  voetbalclub (VERZONNEN)")).error().code == "partners.exists");
    auto wrong = club("Ander");
    wrong.name = " ";
    CHECK(here.try_partner(wrong).error().code == "partners.no_name");
    wrong = club("Ander");
    wrong.kind = "person";
    CHECK(here.try_partner(wrong).error().field == "soort");
    wrong = club("Ander");
    wrong.field = "";
    CHECK(here.try_partner(wrong).error().code == "partners.no_field");
    wrong = club("Ander");
    wrong.source = "";
    CHECK(here.try_partner(wrong).error().code == "partners.no_source");
    CHECK(here.partners().size() == 1);
    here.write([&](store::Session& s) { return retire_partner(s, here.by, here.id, added.id); });
    CHECK(here.partners().empty());
    here.partner(club());
    CHECK(here.save(added, 2, club("Terug")).error().code == "partners.retired");
}

TEST_CASE("partners stand by field, and by name within one")
{
    Werkplaats here;
    here.partner(club("Zwemclub"));
    here.partner(club("Atletiek"));
    here.partner(care());
    auto const all = here.partners();
    REQUIRE(all.size() == 3);
    CHECK(all[0].field() == Field::care);
    CHECK(all[1].content.name == "Atletiek");
    CHECK(all[2].content.name == "Zwemclub");
}

TEST_CASE("two people change one partner: the second sees what the first wrote, and nothing changed by that")
{
    Werkplaats here;
    auto const added = here.partner(club());
    auto first = added.content;
    first.site = "https://eerste.example";
    REQUIRE(here.save(added, 1, first).value().clashes.empty());
    auto second = added.content;
    second.since = "2019";
    auto const clash = here.save(added, 1, second).value();
    CHECK(clash.clashes == std::vector<std::string_view>{"site", "sinds"});
    CHECK(clash.record.content.site == "https://eerste.example");
    CHECK(here.partners()[0].version == 2);
    auto both = clash.record.content;
    both.since = "2019";
    REQUIRE(here.save(added, clash.record.version, both).value().clashes.empty());
    CHECK(here.partners()[0].content == both);
    // Twice the same is nothing new.
    auto const entries = here.entries().size();
    CHECK(here.save(added, 1, both).value().clashes.empty());
    CHECK(here.entries().size() == entries);
}

TEST_CASE("a tie has two different partners, a subject and who said so; its direction does not count")
{
    Werkplaats here;
    auto const sport = here.partner(club());
    auto const home = here.partner(care());
    CHECK(here.tie(sport, sport).error().code == "partners.same");
    CHECK(here.tie(sport, home, " ").error().code == "partners.no_about");
    CHECK(here.tie(sport, home, "Samen eten", "").error().code == "partners.no_said_by");
    Partner nobody;
    nobody.id = "iets";
    CHECK(here.tie(sport, nobody).error().field == "met");
    REQUIRE(here.tie(sport, home));
    CHECK(here.tie(home, sport).error().code == "partners.tie_exists");
    REQUIRE(here.tie(home, sport, "Valpreventie"));
    CHECK(here.ties().size() == 2);
    CHECK(here.ties()[0].one_id == std::min(sport.id, home.id));
}

TEST_CASE("who is retired takes its lines along, all of it in the trail; a line can be retired alone")
{
    Werkplaats here;
    auto const sport = here.partner(club());
    auto const home = here.partner(care());
    auto const other = here.partner(club("Wandelclub"));
    auto const first = here.tie(sport, home).value();
    REQUIRE(here.tie(sport, other));
    REQUIRE(here.tie(home, other));
    here.write([&](store::Session& s) { return retire_tie(s, here.by, here.id, first.id); });
    CHECK(here.attempt([&](store::Session& s) { return retire_tie(s, here.by, here.id, first.id); }).error().code ==
          "partners.unknown");
    CHECK(here.ties().size() == 2);
    here.write([&](store::Session& s) { return retire_partner(s, here.by, here.id, sport.id); });
    REQUIRE(here.ties().size() == 1);
    CHECK(here.tie(sport, home).error().code == "partners.retired");
    auto const entries = here.entries();
    REQUIRE(entries.size() == 9);
    CHECK(entries[0].action == "partner.retire");
    CHECK(entries[0].actor == here.worker);
    CHECK(entries[1].action == "partner_tie.retire");
    CHECK(entries[8].action == "partner.add");
}

TEST_CASE("a fact that nobody wrote is unknown; a change keeps where it was read; two writers lose nothing")
{
    Werkplaats here;
    CHECK(here.read([&](store::Session& s) { return list_facts(s, here.id); }).size() == fact_names.size());
    CHECK_FALSE(here.fact("region").is_known());
    auto const save = [&](std::string_view name, std::int64_t seen, FactContent const& mine) {
        return here.attempt([&](store::Session& s) { return save_fact(s, here.by, here.id, name, seen, mine); });
    };
    CHECK(save("region", 0, {"Kampen", "", "", "ja"}).error().code == "partners.no_source");
    CHECK(save("burgemeester", 0, {"Kampen", "", "", ""}).error().code == "partners.no_such_fact");
    CHECK(save("site", 0, {"javascript:alert(1)", "", "", ""}).error().field == "tekst");
    REQUIRE(save("region", 0, {"Kampen", "", "", ""}));
    CHECK_FALSE(here.fact("region").proof().is_checked);
    auto const clash = save("region", 0, {"Zwolle", "", "", ""}).value();
    CHECK(clash.clashes == std::vector<std::string_view>{"tekst"});
    CHECK(here.fact("region").content.text == "Kampen");
    REQUIRE(save("region", 1, {"Zwolle", "https://voorbeeld.example", "2026-11-22", "ja"}));
    CHECK(here.fact("region").proof() == Proof{"https://voorbeeld.example", "2026-11-22", true});
    CHECK(here.entries()[0].changes.at(0).field == "region.tekst");
}

TEST_CASE("themes are those of the region or national ones, each once")
{
    Werkplaats here;
    auto const add = [&](Theme const& theme) {
        return here.attempt([&](store::Session& s) { return add_theme(s, here.by, here.id, theme); });
    };
    auto const list = [&] { return here.read([&](store::Session& s) { return list_themes(s, here.id); }); };
    CHECK(add({"", " "}).error().code == "partners.no_words");
    CHECK(add({"", "Armoede", "sport"}).error().code == "partners.no_such_theme");
    auto const made = add({"", "Armoede", "social_base", {"gesprek", "2026-11", true}}).value();
    CHECK(add({"", "armoede"}).error().code == "partners.theme_exists");
    REQUIRE(list().size() == 1);
    CHECK(list()[0].national_theme == "social_base");
    CHECK(list()[0].proof.is_checked);
    here.write([&](store::Session& s) { return retire_theme(s, here.by, here.id, made.id); });
    CHECK(list().empty());
    CHECK(here.read([&](store::Session& s) { return has_themes(s, here.id); }));
}

TEST_CASE("an own word has one and many, and can be given up again")
{
    Werkplaats here;
    auto const save = [&](std::int64_t seen, WordContent const& mine) {
        return here.attempt(
            [&](store::Session& s) { return save_word(s, here.by, here.id, Term::studio, seen, mine); });
    };
    auto const own = [&] { return here.read([&](store::Session& s) { return local_word(s, here.id, Term::studio); }); };
    CHECK_FALSE(own());
    CHECK(save(0, {"leernetwerk", ""}).error().field == "meer");
    REQUIRE(save(0, {"leernetwerk", "leernetwerken"}));
    CHECK(own()->title() == "Leernetwerken");
    CHECK(save(0, {"atelier", "ateliers"}).value().clashes.size() == 2);
    REQUIRE(save(1, {"", ""}));
    CHECK_FALSE(own());
}

TEST_CASE("the sixteen are added once; what somebody wrote, emptied or retired stays so")
{
    Werkplaats here;
    auto const add = [&] { return here.write([&](store::Session& s) { return add_known(s, here.by); }); };
    auto const first = add();
    CHECK(first.workspaces == 16);
    CHECK(first.words == 5);
    auto const find = [&](std::string const& address) {
        return here.read([&](store::Session& s) { return workspaces::find_by_address(s, address)->id; });
    };
    auto const friesland = find("werkplaats-sociaal-domein-friesland");
    here.id = friesland;
    CHECK(here.fact("hogeschool").content.text == "NHL Stenden");
    CHECK(here.fact("hogeschool").proof().is_checked);
    here.write([&](store::Session& s) { return save_fact(s, here.by, friesland, "hogeschool", 1, {"", "", "", ""}); });
    auto const themes = here.read([&](store::Session& s) { return list_themes(s, friesland); });
    for (auto const& theme : themes)
        here.write([&](store::Session& s) { return retire_theme(s, here.by, friesland, theme.id); });
    here.write([&](store::Session& s) { return save_word(s, here.by, friesland, Term::studio, 1, {"", ""}); });
    here.write([&](store::Session& s) { return workspaces::rename(s, friesland, "Fryslân"); });
    auto const again = add();
    CHECK(again.workspaces == 0);
    CHECK(again.facts == 0);
    CHECK(again.themes == 0);
    CHECK(again.words == 0);
    CHECK_FALSE(here.fact("hogeschool").is_known());
    CHECK(here.read([&](store::Session& s) { return list_themes(s, friesland); }).empty());
    // From memory: said so. Twente: read, but for its hogeschool.
    here.id = find("werkplaats-sociaal-domein-eindhoven");
    CHECK(here.fact("hogeschool").proof() == Proof{"", "2026-11", false});
    CHECK_FALSE(here.fact("lectoraat").is_known());
    here.id = find("werkplaats-sociaal-domein-twente");
    CHECK(here.fact("region").proof().is_checked);
    CHECK_FALSE(here.fact("hogeschool").proof().is_checked);
}
