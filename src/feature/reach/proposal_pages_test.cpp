// SPDX-License-Identifier: EUPL-1.2
// The pages of proposals, asked as a visitor asks them.
#include "feature/reach/proposal.hpp"
#include "feature/reach/test_store_site.hpp"
#include "platform/html/test_markup.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace wf;
using namespace wf::reach_pages;

using html::test::count;
using html::test::has;

namespace {

class ProposalSite : public StoreSite {
public:
    /// A library at an address with two neighbourhoods that gain; `change` makes it another.
    std::string add(std::string name, ProposalReview review, void (*change)(Proposal&) = nullptr)
    {
        Proposal made;
        made.municipality = "GM0166";
        made.name = std::move(name);
        made.profile = "rollator";
        made.category = "library";
        made.at = {"Noordweg 158", "Noordweg 158", {5.9, 52.56}};
        made.minutes = 15;
        made.group = "65+";
        made.whole = {"GM0166", "Kampen", 7500, {175, 725, 965}, {350, 1345, 1670}, {170, 615, 705}};
        made.gains = {{"BU01660001", "Brunnepe <oost>", 595, {0, 60, 110}, {90, 325, 395}, {90, 265, 285}},
                      {"BU01660002", "Flevowijk", 645, {0, 0, 0}, {0, 5, 5}, {0, 5, 5}}};
        made.network_dataset = dataset;
        made.network_date = "2023-01-30";
        made.attribution = "© OpenStreetMap-bijdragers";
        made.datasets = {dataset};
        made.method_version = reach::reach_version;
        made.code_version = "test";
        made.settings = R"({"draws":20,"leg_limit":"soft"})";
        made.made_on = "2026-11-21";
        made.review = review;
        if (change != nullptr) change(made);
        return m_store
            ->write([&](store::Session& session) -> Result<std::string> { return add_proposal(session, made); })
            .value();
    }

    void publish_run(std::vector<std::string> inputs)
    {
        REQUIRE(m_store->write([&](store::Session& session) -> Result<void> {
            runs::Run run;
            run.kind = run_kind;
            run.subject = "GM0166";
            run.method = "reach";
            run.inputs = std::move(inputs);
            static_cast<void>(runs::publish(session, run));
            return {};
        }));
    }
    std::string open(std::string id, http::Format format = http::Format::html,
                     words::Language language = words::Language::nl)
    {
        site.request.path_parts = {{"id", id}};
        return ask(proposal_page, "/voorstel/" + id, {}, format, language);
    }
    std::string list(std::vector<std::string> const& chosen, http::Format format = http::Format::html,
                     words::Language language = words::Language::nl)
    {
        http::Pairs query;
        for (auto const& id : chosen) query.emplace_back("vergelijk", id);
        return ask(proposals_page, "/voorstellen", std::move(query), format, language);
    }
    std::string send(std::string body, http::Pairs headers)
    {
        site.request.method = http::Method::post;
        site.request.body = std::move(body);
        site.request.headers = std::move(headers);
        return ask(proposal_answer, "/voorstellen", {}, http::Format::html, words::Language::nl);
    }
    Result<int> command(std::string_view words, std::vector<std::string> arguments, http::Pairs options = {})
    {
        said.str("");
        std::ostringstream err;
        for (auto const& each : feature.commands) {
            if (each.words == words)
                return each.run({std::move(arguments), std::move(options), site.context, said, err});
        }
        return Error{Trouble::not_found, "test.no_command", std::string{words}, ""};
    }

    Desk desk{Rules::built_in()};
    http::Response last;
    std::ostringstream said;
    std::string dataset{"00000000-0000-7000-8000-000000000001"};

private:
    std::string ask(Result<http::Response> (*page)(web::Visit const&, Desk&), std::string const& path,
                    http::Pairs query, http::Format format, words::Language language)
    {
        site.request.path = "/" + std::string{words::to_code(language)} + path;
        site.request.target = site.request.path;
        site.request.query = std::move(query);
        site.request.format = format;
        auto const answer = page(site.visit(language), desk);
        if (!answer) return "error " + answer.error().code;
        last = *answer;
        return answer->body;
    }
};

http::Pairs const from_our_page{{"content-type", "application/x-www-form-urlencoded"},
                                {"sec-fetch-site", "same-origin"}};

void make_path(Proposal& proposal)
{
    proposal.addition = Addition::path;
    proposal.at = {"52.5557,5.9108", "", {5.9108, 52.5557}};
    proposal.to = ProposalSpot{"Kerkstraat 1", "Kerkstraat 1", {5.913, 52.557}};
    proposal.legs = graph::LegLimit::hard;
}

} // namespace

TEST_CASE("a proposal that waits can be opened by who has its address, and says so")
{
    ProposalSite site;
    auto const id = site.add("Ontmoeten <b>", ProposalReview::waiting);
    auto const body = site.open(id);
    CHECK(site.last.cache == http::Cache::never);
    CHECK(std::count(site.last.headers.begin(), site.last.headers.end(),
                     std::pair<std::string, std::string>{"X-Robots-Tag", "noindex"}) == 1);
    CHECK(has(body, "<h1>Ontmoeten &lt;b&gt;</h1>"));
    CHECK(has(body, "Wat als er een bibliotheek komt bij Noordweg 158?"));
    CHECK(has(body, "Bewaard. Iemand leest het eerst"));
    CHECK(has(body, "<b>+615</b>"));
    CHECK(has(body, "+170 en +705"));
    CHECK(has(body, "Brunnepe &lt;oost&gt;"));
    CHECK(has(body, "Dit is een som, geen plan"));
    CHECK(has(body, "Uitgerekend op 21 november 2026, met de kaart van 30 januari 2023."));
    CHECK(
        has(body,
            "/nl/kansen/wat-als?wat=place&amp;wie=rollator&amp;waar=library&amp;plek=Noordweg%20158&amp;bank=tijd\""));
    CHECK(has(body, "/nl/dataset/" + site.dataset));
    CHECK_FALSE(has(body, "reach.")); // no key without a word
    CHECK_FALSE(has(site.open(id, http::Format::html, words::Language::en), "reach."));
    CHECK(has(site.open(id, http::Format::json), R"("more_least":170,"more_expected":615,"more_most":705)"));
    CHECK(has(site.open(id, http::Format::csv), "BU01660002,Flevowijk,645,0,0,0,0,5,5,0,5,5"));
}

TEST_CASE("the address to pass on is that of the site, whatever the browser sends as its name")
{
    ProposalSite site;
    auto const id = site.add("Ontmoeten", ProposalReview::shown);
    site.site.request.headers = {{"host", "kampen.example"}, {"x-forwarded-proto", "https"}};
    CHECK(has(site.open(id), ">https://kampen.example/nl/voorstel/" + id + "</textarea>"));
    site.site.request.headers = {{"host", "kampen.example/\"><b>"}};
    CHECK(has(site.open(id), ">/nl/voorstel/" + id + "</textarea>"));
}

TEST_CASE("a map that was replaced is told, and a shown proposal no longer waits")
{
    ProposalSite site;
    auto const id = site.add("Ontmoeten", ProposalReview::shown);
    site.publish_run({"00000000-0000-7000-8000-000000000002"});
    auto const body = site.open(id);
    CHECK(has(body, "Er is nu een nieuwere kaart"));
    CHECK_FALSE(has(body, "Iemand leest het eerst"));
    CHECK(site.last.headers.end() == std::find_if(site.last.headers.begin(), site.last.headers.end(),
                                                  [](auto const& pair) { return pair.first == "X-Robots-Tag"; }));
}

TEST_CASE("what is not there or was taken away is not found")
{
    ProposalSite site;
    CHECK(site.open("00000000-0000-4000-8000-000000000001") == "error reach.unknown_proposal");
    CHECK(site.open("geen") == "error reach.unknown_proposal");
    CHECK(site.open(site.add("Weg", ProposalReview::removed)) == "error reach.removed_proposal");
}

TEST_CASE("a kind or walker that has gone from the rules is named by its id")
{
    ProposalSite site;
    auto const id = site.add("Oud", ProposalReview::shown, [](Proposal& proposal) {
        proposal.profile = "stilts";
        proposal.category = "tollhouse";
    });
    auto const body = site.open(id);
    CHECK(has(body, "Wat als er tollhouse komt bij Noordweg 158?"));
    CHECK(has(body, "komen dan stilts binnen 15 minuten bij tollhouse"));
    CHECK_FALSE(has(body, "/nl/loper/stilts"));
    CHECK(has(site.list({}), "stilts"));
}

TEST_CASE("a path from a point on the map, with benches as a limit, is asked again as it was")
{
    ProposalSite site;
    auto const body = site.open(site.add("Pad", ProposalReview::shown, make_path));
    CHECK(has(body, "Wat als er een pad komt van punt 52.55570,5.91080 naar Kerkstraat 1?"));
    CHECK(has(body, "plek=52.5557%2C5.9108&amp;naar=Kerkstraat%201&amp;bank=grens"));
}

TEST_CASE("another municipality's proposal keeps to it")
{
    ProposalSite site;
    auto const id =
        site.add("Elders", ProposalReview::shown, [](Proposal& proposal) { proposal.municipality = "GM0193"; });
    CHECK(has(site.open(id), "bank=tijd&amp;gemeente=GM0193"));
    CHECK_FALSE(has(site.list({}), "Elders"));
    CHECK(has(site.list({id}), "Een voorstel dat u koos, is er niet (meer)"));
}

TEST_CASE("the list has what is shown, newest day first, and nothing that waits or was taken away")
{
    ProposalSite site;
    CHECK(has(site.list({}), "Er staan nog geen voorstellen in de lijst"));
    site.add("Van gisteren", ProposalReview::shown, [](Proposal& proposal) { proposal.made_on = "2026-11-20"; });
    site.add("Van vandaag", ProposalReview::shown);
    site.add("Wacht", ProposalReview::waiting);
    site.add("Weg", ProposalReview::removed);
    auto const body = site.list({});
    CHECK(site.last.cache == http::Cache::never);
    CHECK(body.find(">Van vandaag<") < body.find(">Van gisteren<"));
    CHECK(has(body, ">Van gisteren<"));
    CHECK_FALSE(has(body, ">Wacht<"));
    CHECK_FALSE(has(body, ">Weg<"));
    CHECK_FALSE(has(body, "Naast elkaar"));
    CHECK_FALSE(has(body, "reach."));
    CHECK_FALSE(has(site.list({}, http::Format::html, words::Language::en), "reach."));
    CHECK(count(site.list({}, http::Format::csv), ",rollator,library,15,soft,65+,7500,170,615,705,2026-11-") == 2);
    CHECK(has(site.list({}, http::Format::json), R"("municipality":"GM0166","rows":[{"id":)"));
}

TEST_CASE("two to four stand side by side, with what makes them hard to compare")
{
    ProposalSite site;
    auto const a = site.add("Aan de weg", ProposalReview::shown);
    auto const b =
        site.add("Aan het water", ProposalReview::waiting, [](Proposal& proposal) { proposal.gains.pop_back(); });
    auto const two = site.list({a, b});
    CHECK(has(two, "<h2>Naast elkaar</h2>"));
    CHECK(count(two, "checked") == 2);
    CHECK(has(two, "Erbij in Flevowijk"));
    CHECK(count(two, ">bijna niemand<") == 1);
    CHECK(has(two, "175–965 van 7.500 65-plussers"));
    CHECK_FALSE(has(two, "beantwoorden niet dezelfde vraag"));
    CHECK_FALSE(has(two, "Niet met dezelfde gegevens"));
    CHECK_FALSE(has(two, "reach."));
    CHECK(count(site.list({a, b}, http::Format::csv), "\n") == 3);

    auto const c = site.add("Pad", ProposalReview::shown, make_path);
    CHECK(has(site.list({a, c}), "beantwoorden niet dezelfde vraag"));
    auto const d = site.add("Later", ProposalReview::shown, [](Proposal& proposal) { proposal.datasets.clear(); });
    CHECK(has(site.list({a, d}), "Niet met dezelfde gegevens uitgerekend"));

    CHECK(has(site.list({a}), "Kies er nog een bij"));
    CHECK_FALSE(has(site.list({a, a}), "<h2>Naast elkaar</h2>"));
    auto const e = site.add("Vijfde", ProposalReview::shown);
    auto const five = site.list({a, b, c, d, e});
    CHECK(has(five, "U koos er meer dan vier"));
    CHECK(count(five, "Bekijk het voorstel") == 4);
    CHECK(has(site.list({a, "geen"}), "Een voorstel dat u koos, is er niet (meer)"));
}

TEST_CASE("forms of other sites, other bodies, and those without a spot are refused")
{
    ProposalSite site;
    CHECK(site.send("wat=place&plek=x&naam=y", {{"sec-fetch-site", "cross-site"}}) == "error web.other_site");
    CHECK(site.send("wat=place&plek=x&naam=y", {{"content-type", "text/plain"}}) == "error web.bad_form");
    CHECK(site.send("naam=" + std::string(5000, 'x'), from_our_page) == "error web.bad_form");
    CHECK(site.send("wat=place&naam=x", from_our_page) == "error reach.no_spot");
    CHECK(site.send("wat=castle&plek=x&naam=y", from_our_page) == "error reach.unknown_addition");
    CHECK(site.send("wat=place&plek=x&naam=y&wie=nobody", from_our_page) == "error reach.unknown_profile");
    CHECK(site.send("wat=place&plek=52.5,5.9&naam=y", from_our_page) == "error areas.unknown");
    REQUIRE(site.command("reach proposals", {}).has_value());
    CHECK(has(site.said.str(), "there are none that are waiting"));
}

TEST_CASE("commands list, show and remove")
{
    ProposalSite site;
    auto const id = site.add("Pad", ProposalReview::waiting, make_path);
    REQUIRE(site.command("reach proposals", {}).has_value());
    CHECK(has(site.said.str(), id + "  2026-11-21  GM0166  Pad  (path at 52.5557,5.9108 to Kerkstraat 1; rollator to "
                                    "library: 170 to 705 people more)"));
    CHECK(site.command("reach proposal show", {id}).has_value());
    CHECK(has(site.list({}), ">Pad<"));
    REQUIRE(site.command("reach proposals", {}, {{"review", "shown"}}).has_value());
    CHECK(has(site.said.str(), id));
    CHECK(site.command("reach proposal remove", {id}).has_value());
    CHECK(site.open(id) == "error reach.removed_proposal");
    CHECK(site.command("reach proposal erase", {id}).has_value());
    CHECK(site.open(id) == "error reach.unknown_proposal");
    CHECK(site.command("reach proposal show", {"x"}).error().code == "reach.unknown_proposal");
    CHECK(site.command("reach proposal show", {}).error().code == "usage");
    CHECK(site.command("reach proposals", {}, {{"review", "nice"}}).error().code == "usage");
}
