// SPDX-License-Identifier: EUPL-1.2
// The accounting equals a count by hand: a cast is written into a store, what must stand in the accounting was counted on paper from
// that cast, and each of the four forms is asked for it. A PDF is read with poppler, a CSV with our reader of CSV.
#include "base/csv.hpp"
#include "base/date.hpp"
#include "commons/agenda/test_werkplaats.hpp"
#include "commons/areas/areas.hpp"
#include "commons/datasets/datasets.hpp"
#include "commons/partners/partners.hpp"
#include "feature/accounting/forms.hpp"
#include "feature/accounting/pages.hpp"
#include "platform/web/test_site.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace wf;
using namespace wf::accounting;

namespace {

class Clock {
public:
    ~Clock() { ::unsetenv("WEEFSEL_NOW"); }
    void set(std::string const& day)
    {
        auto const millis = Date::parse(day)->days_since_epoch() * 86'400'000;
        ::setenv("WEEFSEL_NOW", std::to_string(millis).c_str(), 1);
    }
};

constexpr auto reader = "0190a0b0-0000-7000-8000-000000000002";

struct Werkplaats : agenda::TestWerkplaats {
    Clock clock;
    Werkplaats()
        : TestWerkplaats{datasets::migrations(), areas::migrations(),     plans::migrations(),   studios::migrations(),
                         uptake::migrations(),   programme::migrations(), partners::migrations()}
    {
    }

    std::string ask(std::string const& words, agenda::Asker asker, std::string const& theme)
    {
        return write([&](store::Session& s) -> Result<std::string> {
            agenda::Question question;
            question.workspace_id = id;
            question.asked_words = words;
            question.asker = asker;
            WF_TRY(auto const asked, agenda::ask(s, trail, question, ""));
            if (theme == "unread") return asked.question.id;
            WF_TRY_VOID(agenda::write(s, trail, asked.question, {words, "", "", theme}, worker));
            auto const written = agenda::find(s, id, asked.question.id);
            WF_TRY_VOID(agenda::tell(s, trail, *written, {"", "", agenda::Status::on_agenda, "", "", ""}, worker));
            return asked.question.id;
        });
    }
    plans::Plan plan(std::string const& title, std::string const& for_whom)
    {
        return write([&](store::Session& s) -> Result<plans::Plan> {
            plans::Plan one;
            one.workspace_id = id;
            one.content.title = title;
            one.content.for_whom = for_whom;
            one.content.owner = "Gemeente";
            one.content.due = "2026-12-01";
            one.content.indicator = "Er staat iets";
            return plans::add(s, {trail, worker}, one, {});
        });
    }
    void claim(uptake::Kind kind, std::string const& what, std::string const& taker, std::string const& day,
               uptake::State state)
    {
        static_cast<void>(write([&](store::Session& s) -> Result<bool> {
            uptake::By const by{trail, worker};
            uptake::Claim one;
            one.workspace_id = id;
            one.kind = kind;
            one.what = what;
            one.taker = taker;
            one.region = "Overijssel";
            one.taken_on = day;
            one.proof = "Een stuk";
            WF_TRY(auto const made, uptake::claim(s, by, one));
            uptake::By const second{trail, reader};
            using uptake::State;
            if (state == State::confirmed)
                WF_TRY_VOID(uptake::judge(s, second, id, made.id, uptake::Verdict::confirm, ""));
            if (state == State::refused)
                WF_TRY_VOID(uptake::judge(s, second, id, made.id, uptake::Verdict::refuse, "Nee"));
            if (state == State::withdrawn) WF_TRY_VOID(uptake::withdraw(s, by, id, made.id, "Toch niet"));
            return true;
        }));
    }
};

void add_questions(Werkplaats& here)
{
    using agenda::Asker;
    here.clock.set("2025-12-15");
    here.ask("Uit een ander jaar", Asker::resident, "");
    here.clock.set("2026-05-10");
    auto const into = here.ask("Een bank", Asker::resident, "connectedness");
    here.ask("Samen eten", Asker::resident, "");
    here.ask("Een koor", Asker::worker, "connectedness");
    auto const from = here.ask("Nog een bank", Asker::resident, "");
    here.ask("Niet gelezen", Asker::resident, "unread");
    here.write([&](store::Session& s) {
        return agenda::merge(s, here.trail, *agenda::find(s, here.id, from), *agenda::find(s, here.id, into),
                             here.worker);
    });
}

void add_studio(Werkplaats& here)
{
    using studios::Kind;
    using studios::Stage;
    here.write([&](store::Session& s) -> Result<void> {
        studios::By const by{here.trail, here.worker};
        studios::Studio one;
        one.workspace_id = here.id;
        one.content.title = "Eettafel";
        one.content.from = "2026-02-01";
        one.content.who = "Tweede jaar";
        one.content.students = "8";
        one.content.workers = "3";
        WF_TRY(auto const made, studios::add(s, by, one, {}));
        auto const write = [&](Kind kind, std::string words, std::int64_t cycle = 0,
                               Stage stage = Stage::plan) -> Result<void> {
            studios::Entry entry;
            entry.kind = kind;
            entry.words = std::move(words);
            entry.reason = "Daarom";
            entry.link = "https://voorbeeld.example/stuk";
            entry.cycle = cycle;
            entry.stage = stage;
            WF_TRY_VOID(studios::write(s, by, made, entry));
            return {};
        };
        WF_TRY_VOID(write(Kind::cycle, "Plan"));
        WF_TRY_VOID(write(Kind::cycle, "Doen", 1, Stage::carry_out));
        WF_TRY_VOID(write(Kind::cycle, "Kijken", 1, Stage::study));
        WF_TRY_VOID(write(Kind::cycle, "Verder", 1, Stage::act));
        WF_TRY_VOID(write(Kind::cycle, "Tweede ronde"));
        WF_TRY_VOID(write(Kind::decision, "Dinsdag"));
        WF_TRY_VOID(write(Kind::decision, "Half zes"));
        WF_TRY_VOID(write(Kind::material, "Kaarten"));
        WF_TRY_VOID(write(Kind::material, "Recepten"));
        WF_TRY_VOID(write(Kind::log, "Kennisgemaakt"));
        studios::NewGroup next{"2026-06-01", {}, "Bel de kok"};
        next.team.who = "Derde jaar";
        next.team.students = "5";
        next.team.researchers = "2";
        WF_TRY_VOID(studios::hand_over(s, by, made, next));
        return {};
    });
}

void add_plans(Werkplaats& here)
{
    plans::By const by{here.trail, here.worker};
    here.clock.set("2025-11-01");
    auto const old = here.plan("Al klaar", "Iedereen");
    here.write([&](store::Session& s) -> Result<void> {
        WF_TRY_VOID(plans::start(s, by, old));
        return plans::close(s, by, *plans::find(s, here.id, old.id), "Klaar");
    });
    here.clock.set("2026-05-10");
    auto const running = here.plan("Een bank neerzetten", "Ouderen");
    auto const stopped = here.plan("Een brug", "");
    here.plan("Nog een schets", "Niemand");
    here.write([&](store::Session& s) -> Result<void> {
        WF_TRY_VOID(plans::start(s, by, running));
        WF_TRY_VOID(plans::start(s, by, stopped));
        auto const now = *plans::find(s, here.id, running.id);
        WF_TRY(auto const done, plans::promise(s, by, now, "Bestellen", ""));
        WF_TRY(auto const dropped, plans::promise(s, by, now, "Verven", ""));
        WF_TRY_VOID(plans::promise(s, by, now, "Neerzetten", "2026-11-01"));
        WF_TRY_VOID(plans::end_step(s, by, now, done.id, plans::StepState::done, "Besteld"));
        WF_TRY_VOID(plans::end_step(s, by, now, dropped.id, plans::StepState::dropped, "Geen verf"));
        return plans::stop(s, by, *plans::find(s, here.id, stopped.id), "Te duur");
    });
}

void add_programme(Werkplaats& here)
{
    here.write([&](store::Session& s) -> Result<void> {
        programme::By const by{here.trail, here.worker};
        programme::Programme one;
        one.workspace_id = here.id;
        one.name = "Samen";
        one.from = "2026-01-01";
        one.until = "2027-12-31";
        one.giver = "Fonds";
        one.amount = 100'000;
        one.source = "Brief van 1 december 2025";
        WF_TRY(auto const made, programme::add(s, by, one));
        WF_TRY(auto const people, programme::add_line(s, by, made, {"", "Mensen", 60'000, false}));
        WF_TRY(auto const national, programme::add_line(s, by, made, {"", "Landelijk werk", 10'000, true}));
        WF_TRY_VOID(programme::spend(s, by, made, {people.id, 1'000, "2025-12-31", "Voorbereiding"}));
        WF_TRY_VOID(programme::spend(s, by, made, {people.id, 20'000, "2026-03-01", ""}));
        WF_TRY_VOID(programme::spend(s, by, made, {people.id, 500, "2026-03-02", ""}));
        WF_TRY_VOID(programme::spend(s, by, made, {people.id, -500, "2026-03-03", "Dubbel"}));
        WF_TRY_VOID(programme::spend(s, by, made, {national.id, 2'500, "2026-04-01", ""}));
        auto const activity = [&](std::string name, std::string day) {
            programme::Activity wanted;
            wanted.name = std::move(name);
            wanted.planned_on = std::move(day);
            return programme::add_activity(s, by, made, wanted);
        };
        WF_TRY(auto done, activity("Eettafels", "2026-12-01"));
        WF_TRY(auto dropped, activity("Een koor", "2026-06-01"));
        WF_TRY_VOID(activity("Een dag zonder datum", ""));
        WF_TRY_VOID(activity("Volgend jaar", "2027-03-01"));
        done.state = programme::State::done;
        done.ended_on = "2026-05-01";
        done.done_number = 9;
        done.result = "Negen keer gegeten";
        WF_TRY_VOID(programme::end_activity(s, by, made, done));
        dropped.state = programme::State::dropped;
        dropped.ended_on = "2026-05-02";
        dropped.result = "Niemand zong";
        WF_TRY_VOID(programme::end_activity(s, by, made, dropped));
        using programme::Medium;
        for (auto const& [medium, title, day] : {std::tuple{Medium::article, "Eten zonder lijst", "2026-01-05"},
                                                 std::tuple{Medium::film, "Aan tafel", "2026-02-05"},
                                                 std::tuple{Medium::report, "Eerder", "2025-02-05"}}) {
            WF_TRY_VOID(programme::publish(s, by, {here.id, "", medium, title, "Een blad", day, "", {}, false}));
        }
        return {};
    });
}

void add_partners(Werkplaats& here)
{
    for (auto const* name : {"fonds", "Buurthuis"}) {
        partners::Partner partner;
        partner.workspace_id = here.id;
        partner.content.name = name;
        partner.content.kind = "provider";
        partner.content.field = "welfare";
        here.write([&](store::Session& s) { return partners::add_partner(s, {here.trail, here.worker}, partner); });
    }
}

void fill(Werkplaats& here)
{
    using uptake::Kind;
    using uptake::State;
    add_questions(here);
    add_studio(here);
    add_plans(here);
    add_programme(here);
    add_partners(here);
    here.claim(Kind::education, "Een les", "Hogeschool", "2026-04-01", State::confirmed);
    here.claim(Kind::municipal, "Een nota", "Gemeente", "2026-05-01", State::waiting);
    here.claim(Kind::provider, "Geweigerd", "Niemand", "2026-04-01", State::refused);
    here.claim(Kind::provider, "Ingetrokken", "Niemand", "2026-04-01", State::withdrawn);
    here.claim(Kind::provider, "Vorig jaar", "FONDS", "2025-11-01", State::confirmed);
}

struct Counted {
    std::string label;
    std::string value;
    std::string number; ///< in the spreadsheet; empty: not recorded
};

/// On paper, from the cast above and not from any program.
std::vector<Counted> const by_hand{{"Vragen op de agenda", "3",
                                    "3"}, // een bank, samen eten, een koor; nog een bank is in een bank opgegaan
                                   {"Gevraagd door een bewoner", "2", "2"},
                                   {"Gevraagd door een sociaal werker", "1", "1"},
                                   {"Bij het landelijke thema: Sociale verbondenheid", "2", "2"},
                                   {"Zonder landelijk thema", "1", "1"},
                                   {"Hoe ver: op de agenda", "3", "3"},
                                   {"Samengevoegd met een andere vraag, en daar meegeteld", "1", "1"},
                                   {"Gesteld, en nog niet voor de agenda opgeschreven; niet meegeteld", "1", "1"},
                                   {"Leerateliers waarin gewerkt is", "1", "1"},
                                   {"Rondes begonnen", "2", "2"},
                                   {"Rondes afgesloten", "1", "1"},
                                   {"Besluiten", "2", "2"},
                                   {"Materialen", "2", "2"},
                                   {"Verbeterplannen die lopen", "1", "1"},
                                   {"Verbeterplannen die zijn afgerond", "0", "0"},
                                   {"Verbeterplannen die zijn gestopt", "1", "1"},
                                   {"Organisaties, in alle jaren samen", "3",
                                    "3"}, // Fonds (ook als FONDS en fonds), Hogeschool en Buurthuis
                                   {"Groepen", "2", "2"},
                                   {"Studenten, opgeteld over de groepen", "13", "13"},
                                   {"Sociaal werkers, opgeteld over de groepen", "3", "3"},
                                   {"Groepen waarvan dit niet is vastgelegd: Sociaal werkers", "1", "1"},
                                   {"Docenten en onderzoekers, opgeteld over de groepen", "2", "2"},
                                   {"Groepen waarvan dit niet is vastgelegd: Docenten en onderzoekers", "1", "1"},
                                   {"Bewoners, opgeteld over de groepen", "niet vastgelegd", ""},
                                   {"Groepen waarvan dit niet is vastgelegd: Bewoners", "2", "2"},
                                   {"Plannen die zeggen voor wie", "1", "1"},
                                   {"Plannen die dat niet zeggen", "1", "1"},
                                   {"Publicaties", "2", "2"},
                                   {"Daarvan: Artikel", "1", "1"},
                                   {"Daarvan: Film of podcast", "1", "1"},
                                   {"Overgenomen, met bewijs en nagelezen", "1", "1"},
                                   {"Daarvan: Onderwijs", "1", "1"},
                                   {"Gemeld en nog niet nagelezen; niet meegeteld", "1", "1"},
                                   {"Activiteiten van het programma", "3", "3"}, // die van 2027 niet
                                   {"Activiteiten van het programma: gedaan", "1", "1"},
                                   {"Activiteiten van het programma: niet gedaan", "1", "1"},
                                   {"Activiteiten van het programma: open aan het eind van het jaar", "1", "1"},
                                   {"Stappen van verbeterplannen", "3", "3"},
                                   {"Stappen van verbeterplannen: gedaan", "1", "1"},
                                   {"Stappen van verbeterplannen: niet gedaan", "1", "1"},
                                   {"Stappen van verbeterplannen: open aan het eind van het jaar", "1", "1"},
                                   {"Subsidie", "€ 100.000", "100000"},
                                   {"Begroot, over de hele periode", "€ 70.000", "70000"},
                                   {"Uitgegeven in dit jaar", "€ 22.500", "22500"}, // 20.000 + 500 - 500 + 2.500
                                   {"Uitgegeven tot en met dit jaar", "€ 23.500", "23500"},        // en 1.000 in 2025
                                   {"Begroot en nog niet uitgegeven", "€ 46.500", "46500"},        // 70.000 - 23.500
                                   {"Landelijk deel van wat begroot is", "14,3 %", "14.2857"},     // 10.000 van 70.000
                                   {"Landelijk deel van wat is uitgegeven", "10,6 %", "10.6382"}}; // 2.500 van 23.500

/// Titles of records, and how often each stands in the accounting.
std::vector<std::pair<std::string, int>> const records_by_hand{{"Een bank", 1},
                                                               {"Samen eten", 1},
                                                               {"Een koor", 2},
                                                               /* asked, and an activity */ {"Kaarten", 1},
                                                               {"Recepten", 1},
                                                               {"Een brug", 2},
                                                               {"Fonds", 1},
                                                               {"Hogeschool", 1},
                                                               {"Eten zonder lijst", 1},
                                                               {"Aan tafel", 1},
                                                               {"Een les", 1},
                                                               {"Een nota", 1},
                                                               {"Eettafels", 1},
                                                               {"Een dag zonder datum", 1},
                                                               {"Bestellen", 1},
                                                               {"Verven", 1},
                                                               {"Neerzetten", 1},
                                                               {"Landelijk werk", 1}};
/// What must stand nowhere.
std::vector<std::string> const nowhere{"Uit een ander jaar", "Nog een bank", "Niet gelezen", "Al klaar",
                                       "Nog een schets",     "Geweigerd",    "Ingetrokken",  "Vorig jaar",
                                       "Volgend jaar",       "Eerder"};

std::string load(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>{file}, {}};
}

struct Site : web::TestSite {
    Desk desk;
    explicit Site(Werkplaats& here)
    {
        for (auto const* feature : {"accounting", "agenda", "plans", "programme", "uptake", "workspace"})
            add_words(load("src/feature/" + std::string{feature} + "/words/nl.po"));
        context.store = here.store.get();
        request.path = "/nl/werkplaats/werkplaats/verantwoording";
        request.path_parts = {{"workspace", "werkplaats"}};
        request.query = {{"jaar", "2026"}};
    }
    Sheet sheet(Werkplaats& here, int year)
    {
        auto const input = here.read([&](store::Session& s) { return load_input(s, {here.id, "werkplaats", year}); });
        return make_sheet(make_report(input), {visit().t, "Werkplaats", "2026-11-22",
                                               [](std::string_view path) { return "/nl" + std::string{path}; }});
    }
};

std::string absolute(std::string_view path)
{
    return "https://voorbeeld.example" + std::string{path};
}

std::string as_paper_text(Site& site, Sheet const& sheet)
{
    auto const bytes = [&](std::string const& name) {
        return site.context.assets->find(site.context.assets->path(name))->bytes;
    };
    auto const paper = as_paper(sheet, absolute,
                                {bytes("atkinson-hyperlegible-next-latin-wght-normal.woff2"),
                                 bytes("atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"),
                                 bytes("source-sans-3-latin-wght-normal.woff2")},
                                {"Verantwoording", "Werkplaats", "2026-11-22"});
    REQUIRE(paper);
    char folder[] = "/tmp/wf_report_XXXXXX";
    REQUIRE(mkdtemp(folder) != nullptr);
    auto const path = std::string{folder} + "/a.pdf";
    std::ofstream{path, std::ios::binary} << *paper;
    std::string text;
    auto* pipe = popen(("pdftotext -layout " + path + " -").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> room;
    for (std::size_t got = 0; (got = fread(room.data(), 1, room.size(), pipe)) > 0;) text.append(room.data(), got);
    REQUIRE(pclose(pipe) == 0);
    std::filesystem::remove_all(folder);
    return text;
}

/// Blanks of any length as one.
std::string squeezed(std::string_view text)
{
    std::string out;
    for (auto const c : text) {
        if (c == ' ' && !out.empty() && (out.back() == ' ' || out.back() == '\n')) continue;
        out += c;
    }
    return out;
}

int times(std::string_view text, std::string_view wanted)
{
    int found = 0;
    for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) ++found;
    return found;
}

void check_none(std::string const& form)
{
    for (auto const& title : nowhere) CHECK_MESSAGE(times(form, title) == 0, title << " stands there");
}

} // namespace

TEST_CASE("the page equals the count by hand")
{
    Werkplaats here;
    fill(here);
    Site site{here};
    auto const answered = accounting_page(site.visit(), site.desk);
    REQUIRE(answered);
    auto const& page = answered->body;
    for (auto const& [label, value, number] : by_hand) {
        auto const row = "<th scope=\"row\">" + label + "</th><td class=\"n\"";
        auto const at = page.find(row);
        REQUIRE_MESSAGE(at != std::string::npos, label);
        auto const cell = page.substr(at + row.size(), page.find("</td>", at) - at - row.size());
        CHECK_MESSAGE(cell.substr(cell.find('>') + 1) == value, label);
    }
    CHECK(times(page, "<th scope=\"row\">") == static_cast<int>(by_hand.size())); // and no other number
    for (auto const& [title, many] : records_by_hand)
        CHECK_MESSAGE(times(page, ">" + title + "</a>") + times(page, ">" + title + "</b>") == many, title);
    check_none(page);
}

TEST_CASE("the text equals the count by hand")
{
    Werkplaats here;
    fill(here);
    Site site{here};
    auto const text = as_text(site.sheet(here, 2026), absolute);
    for (auto const& [label, value, number] : by_hand)
        CHECK_MESSAGE(times(text, "\n" + label + ": " + value + "\n") == 1, label);
    for (auto const& [title, many] : records_by_hand) CHECK_MESSAGE(times(text, "\n* " + title + "\n") == many, title);
    CHECK(times(text, "\n  https://voorbeeld.example/nl/vragen/werkplaats/vraag/") == 3);
    check_none(text);
}

TEST_CASE("the spreadsheet equals the count by hand")
{
    Werkplaats here;
    fill(here);
    Site site{here};
    site.request.format = http::Format::csv;
    auto const answered = accounting_page(site.visit(), site.desk);
    REQUIRE(answered);
    auto const read = read_csv(answered->body);
    REQUIRE(read);
    auto const& table = *read;
    auto const kind = *table.column("kind");
    auto const label = *table.column("label");
    auto const number = *table.column("number");
    auto const percent = *table.column("percent");
    std::size_t counts = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.cell(row, kind) != "count") continue;
        REQUIRE(counts < by_hand.size());
        CHECK(table.cell(row, label) == by_hand[counts].label);
        auto const& must = by_hand[counts].number;
        bool const is_share = by_hand[counts].value.ends_with('%');
        CHECK(
            table.cell(row, is_share ? percent : number).starts_with(must)); // a share has more decimals than on paper
        if (!is_share) CHECK(table.cell(row, number) == must);
        CHECK(table.cell(row, is_share ? number : percent).empty());
        ++counts;
    }
    CHECK(counts == by_hand.size());
    for (auto const& [title, many] : records_by_hand) {
        int found = 0;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (table.cell(row, kind) == "record" && table.cell(row, label) == title) ++found;
        }
        CHECK_MESSAGE(found == many, title);
    }
    check_none(answered->body);
}

TEST_CASE("the PDF equals the count by hand")
{
    Werkplaats here;
    fill(here);
    Site site{here};
    auto text = squeezed(as_paper_text(site, site.sheet(here, 2026)));
    std::replace(text.begin(), text.end(), '\f', '\n'); // a title may stand first on its page
    for (auto const& [label, value, number] : by_hand)
        CHECK_MESSAGE(times(text, label + " " + value + "\n") >= 1, label << " " << value << " is not in\n" << text);
    for (auto const& [title, many] : records_by_hand) CHECK_MESSAGE(times(text, "\n" + title + "\n") >= 1, title);
    check_none(text);
}

TEST_CASE("where nothing is recorded each heading says so, in every form")
{
    Werkplaats here;
    here.clock.set("2026-05-10");
    Site site{here};
    auto const sheet = site.sheet(here, 2026);
    constexpr int headings = 10;
    CHECK(static_cast<int>(sheet.sections.size()) == headings);
    auto const nothing = "Geen gegevens vastgelegd";
    CHECK(times(accounting_page(site.visit(), site.desk)->body, nothing) == headings);
    CHECK(times(as_text(sheet, absolute), nothing) == headings);
    CHECK(times(as_paper_text(site, sheet), nothing) == headings);
    site.request.format = http::Format::csv;
    CHECK(times(accounting_page(site.visit(), site.desk)->body, nothing) == headings);
}

TEST_CASE("what is written stands in the next answer: a sheet is kept until then")
{
    Werkplaats here;
    fill(here);
    Site site{here};
    auto const has = [&](std::string_view words) {
        return accounting_page(site.visit(), site.desk)->body.find(words) != std::string::npos;
    };
    CHECK(!has("Een tweede les"));
    here.claim(uptake::Kind::education, "Een tweede les", "Hogeschool", "2026-04-01", uptake::State::confirmed);
    CHECK(has("Een tweede les"));
    site.request.query = {{"jaar", "2025"}};
    CHECK(!has("Een tweede les"));
}

TEST_CASE("a year that cannot be is told")
{
    Werkplaats here;
    Site site{here};
    for (auto const* year : {"1999", "2100", "nu", ""}) {
        site.request.query = {{"jaar", year}};
        auto const answered = accounting_page(site.visit(), site.desk);
        REQUIRE(!answered);
        CHECK(answered.error().code == "accounting.bad_year");
    }
}
