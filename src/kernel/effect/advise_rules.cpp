// SPDX-License-Identifier: EUPL-1.2
#include "kernel/effect/advise_rules.hpp"

#include <array>

namespace wf::effect {
namespace {

constexpr std::uint8_t never = 0b001;
constexpr std::uint8_t later = 0b010;
constexpr std::uint8_t some = never | later;
constexpr std::uint8_t none = 0b100;
constexpr std::uint8_t lot = 0b001;
constexpr std::uint8_t organisation = 0b010;
constexpr std::uint8_t no_lot = 0b110;
constexpr std::uint8_t people = 0b100;

constexpr Range few_people{0, 19};
constexpr Range few_clusters{1, 9};

constexpr std::array refusals_first{
    Rule{{.after = {0, 0}},
         {Kind::refusal,
          "not_measured",
          "",
          {"Er wordt niet gemeten nadat het begonnen is.", "Nothing is measured after it began."},
          {"Meet minstens één keer na het begin, met hetzelfde instrument als ervoor.",
           "Measure at least once after the beginning, with the same instrument as before."},
          "Shadish, Cook, Campbell (2002), ch. 4"}},
    Rule{
        {.unit = Unit::clusters, .moments = {0, 11}, .clusters = {1, 1}},
        {Kind::refusal,
         "one_cluster",
         "",
         {"Er is één groep of plek: of die verandert door dit, of door iets anders, is niet te scheiden.",
          "There is one group or place: what changes it cannot be told from whatever else happens there."},
         {"Doe mee met minstens één andere plek die het niet (of later) krijgt, of meet twaalf keer of vaker voor en na.",
          "Take along at least one other place that does not get it (or later), or measure twelve times or more before and after."},
         "Varnell and others (2004), American Journal of Public Health 94"}},
    Rule{
        {.moments = {0, 11}, .people = few_people},
        {Kind::refusal,
         "too_few",
         "",
         {"Minder dan twintig mensen: toeval is groter dan elk effect dat te verwachten is.",
          "Fewer than twenty people: chance is larger than any effect that can be expected."},
         {"Verzamel over meer groepen of perioden tot er twintig zijn, meet dezelfden twaalf keer of vaker, of voeg de meting toe "
          "aan die van andere plekken (calc evidence pool).",
          "Collect over more groups or periods until there are twenty, measure the same ones twelve times or more, or add the "
          "measurement to those of other places (calc evidence pool)."},
         "Cohen (1988), table 2.4.1: 33 pairs find half a standard deviation with 80 %"}},
};

constexpr std::array designs{
    Rule{
        {.others = some, .decides = lot, .unit = Unit::clusters, .moments = {0, 11}, .clusters = {2, 3}},
        {Kind::refusal,
         "too_few_clusters",
         "",
         {"Bij twee of drie groepen zegt de loting niets: er zijn te weinig manieren waarop het lot had kunnen vallen.",
          "With two or three groups the lot says nothing: there are too few ways in which it could have fallen."},
         {"Loot onder minstens zes groepen, of loot mensen in plaats van groepen.",
          "Draw lots among at least six groups, or among people instead of groups."},
         "Fisher (1935); Hayes and Moulton (2017), ch. 10"}},
    Rule{{.others = later,
          .decides = 0b011,
          .unit = Unit::clusters,
          .before = {1, no_bound},
          .clusters = {6, no_bound},
          .starts = {2, no_bound},
          .can_stagger = true},
         {Kind::design,
          "stepped-wedge",
          "calc effect power --design stepped-wedge; calc effect mixed; calc effect permute",
          {"Iedere plek krijgt het, op verschillende momenten: elke plek is eerst zelf het vergelijkingspunt.",
           "Every place gets it, at different moments: each is first its own comparison."},
          {"Loot de volgorde, meet alle plekken op elk moment, en leg vast wanneer elke plek begint.",
           "Draw lots for the order, measure all places at every moment, and record when each begins."},
          "Hussey and Hughes (2007), Contemporary Clinical Trials 28; Hemming and others (2015), BMJ 350"}},
    Rule{
        {.others = 0b110,
         .unit = Unit::clusters,
         .before = {1, no_bound},
         .clusters = {6, no_bound},
         .can_stagger = true},
        {Kind::design,
         "stepped-wedge",
         "calc effect power --design stepped-wedge; calc effect mixed; calc effect permute",
         {"Nog niemand is vergelijkbaar die het niet krijgt, maar het begin is te spreiden: dat maakt een vergelijking.",
          "Nobody to compare with goes without it for good, but the beginning can be spread: that makes a comparison."},
         {"Verdeel de plekken door loting over minstens drie beginmomenten en meet alle plekken op elk moment.",
          "Spread the places by lot over at least three moments of beginning, and measure all places at every moment."},
         "Hussey and Hughes (2007), Contemporary Clinical Trials 28; Hemming and others (2015), BMJ 350"}},
    Rule{
        {.others = some, .decides = lot, .unit = Unit::people},
        {Kind::design,
         "compare",
         "calc effect compare --method regression --covariates VOORMETING",
         {"Het lot besliste: de groepen verschillen door toeval alleen.",
          "The lot decided: the groups differ by chance alone."},
         {"Vergelijk allen zoals geloot, ook wie afhaakte, en neem de voormeting mee als die er is.",
          "Compare all as they were drawn, also those who dropped out, and take the measurement before along where there is one."},
         "Shadish, Cook, Campbell (2002), ch. 8; Bland and Altman (2011), BMJ 342"}},
    Rule{
        {.others = some, .decides = lot, .unit = Unit::clusters, .clusters = few_clusters},
        {Kind::design,
         "permute",
         "calc effect permute --cluster PLEK",
         {"Het lot besliste over weinig plekken: alleen de lotingen die mogelijk waren geven een eerlijke kans.",
          "The lot decided over few places: only the draws that were possible give an honest chance."},
         {"Reken de uitkomst uit voor elke verdeling die had kunnen vallen; bij minder dan zes plekken haalt geen verschil 5 %.",
          "Work out the result for every draw that could have fallen; with fewer than six places no difference reaches 5 %."},
         "Gail and others (1996), Statistics in Medicine 15; Hayes and Moulton (2017)"}},
    Rule{{.others = some, .decides = lot, .unit = Unit::clusters},
         {Kind::design,
          "compare",
          "calc effect compare --method regression --cluster PLEK --se cr2",
          {"Het lot besliste over plekken: vergelijk mensen, maar tel de plekken.",
           "The lot decided over places: compare people, but count the places."},
          {"Neem de voormeting mee als die er is, en standaardfouten per plek (cr2).",
           "Take the measurement before along where there is one, with standard errors by place (cr2)."},
          "Donner and Klar (2000); Pustejovsky and Tipton (2018)"}},
    Rule{
        {.others = 0b111, .before = {1, no_bound}, .moments = {3, no_bound}, .starts = {3, no_bound}},
        {Kind::design,
         "did-staggered",
         "calc effect did-staggered --control notyet",
         {"Het begint op verschillende momenten: wie nog niet begon, is de vergelijking.",
          "It begins at different moments: those who have not begun yet are the comparison."},
         {"Leg per persoon of plek het begin vast, meet allen op elk moment, en kijk of de lijnen vóór het begin gelijk liepen.",
          "Record for each person or place when it began, measure all at every moment, and see whether the lines ran alike before."},
         "Callaway and Sant'Anna (2021), Journal of Econometrics 225"}},
    Rule{
        {.others = some, .before = {1, no_bound}, .moments = {3, no_bound}, .starts = {2, no_bound}},
        {Kind::design,
         "did-staggered",
         "calc effect did-staggered",
         {"Het begint op twee momenten en er is een groep zonder: een gewone regressie zou vroege starters als vergelijking nemen.",
          "It begins at two moments and there is a group without: a plain regression would take early starters as the comparison."},
         {"Leg per persoon of plek het begin vast (0 is nooit) en meet allen op elk moment.",
          "Record for each person or place when it began (0 is never), and measure all at every moment."},
         "Callaway and Sant'Anna (2021); Goodman-Bacon (2021), Journal of Econometrics 225"}},
    Rule{
        {.others = some, .unit = Unit::clusters, .before = {1, no_bound}, .clusters = few_clusters},
        {Kind::design,
         "did",
         "calc effect did --cluster PLEK; calc effect wild-bootstrap",
         {"Er is een groep zonder en er is ervoor gemeten, op weinig plekken: vergelijk de veranderingen, met een kans die weinig plekken verdraagt.",
          "There is a group without and a measurement before, in few places: compare the changes, with a chance that bears few places."},
         {"Neem de wilde bootstrap of permute voor de kans; gewone standaardfouten zijn hier te klein.",
          "Take the wild bootstrap or permute for the chance; plain standard errors are too small here."},
         "Cameron, Gelbach, Miller (2008), Review of Economics and Statistics 90; MacKinnon and Webb (2018)"}},
    Rule{{.others = some, .before = {1, no_bound}},
         {Kind::design,
          "did",
          "calc effect did",
          {"Er is een groep zonder en er is ervoor gemeten: vergelijk de veranderingen in plaats van de standen.",
           "There is a group without and a measurement before: compare the changes instead of the levels."},
          {"Kies een groep die vooraf op dezelfde weg zat, en neem mee wat de verandering kan sturen.",
           "Choose a group that was on the same path before, and take along what may drive the change."},
          "Angrist and Pischke (2009), ch. 5; Roth and others (2023), Journal of Econometrics 235"}},
    Rule{
        {.others = some, .before = {0, 0}, .selected = true},
        {Kind::refusal,
         "selected_without_before",
         "",
         {"De groepen verschilden al op wat gemeten wordt, en er is geen voormeting: verschil en selectie zijn niet te scheiden.",
          "The groups differed already in what is measured, and nothing was measured before: effect and selection cannot be told apart."},
         {"Meet beide groepen voor het begin, of laat het lot beslissen tussen wie in aanmerking komt.",
          "Measure both groups before the beginning, or let a lot decide among those who are eligible."},
         "Shadish, Cook, Campbell (2002), ch. 4"}},
    Rule{{.others = some, .unit = Unit::clusters, .before = {0, 0}, .clusters = {2, 5}},
         {Kind::refusal,
          "too_few_clusters",
          "",
          {"Er is alleen een nameting, en er zijn te weinig plekken om te zien hoe plekken vanzelf verschillen.",
           "There is only a measurement after, and too few places to see how places differ of themselves."},
          {"Meet ook voor het begin, of neem minstens zes plekken.",
           "Measure before the beginning too, or take at least six places."},
          "Hayes and Moulton (2017), ch. 10"}},
    Rule{
        {.others = some, .before = {0, 0}},
        {Kind::design,
         "compare",
         "calc effect compare --method entropy",
         {"Er is een groep zonder, en geen voormeting: maak de groepen gelijk op wat al voor het begin vaststond.",
          "There is a group without, and nothing was measured before: make the groups alike in what was settled before the beginning."},
         {"Verzamel wat samenhangt met wie het krijgt en met de uitkomst; kijk naar de balans, en naar de e-value.",
          "Collect what goes with who gets it and with the outcome; look at the balance, and at the e-value."},
         "Hainmueller (2012), Political Analysis 20; VanderWeele and Ding (2017)"}},
    Rule{{.others = none, .before = {4, no_bound}, .after = {3, no_bound}, .moments = {12, no_bound}},
         {Kind::design,
          "series",
          "calc effect series",
          {"Niemand om mee te vergelijken, maar een lange reeks: de lijn van ervoor is de vergelijking.",
           "Nobody to compare with, but a long series: the line from before is the comparison."},
          {"Meet op vaste afstand, en schrijf op wat er op hetzelfde moment nog meer veranderde.",
           "Measure at equal distances, and write down what else changed at the same moment."},
          "Bernal, Cummins, Gasparrini (2017), International Journal of Epidemiology 46"}},
    Rule{
        {.people = few_people},
        {Kind::refusal,
         "too_few",
         "",
         {"Minder dan twintig mensen, en geen reeks met genoeg metingen voor en na het begin.",
          "Fewer than twenty people, and no series with enough measurements before and after the beginning."},
         {"Meet minstens vier keer voor en drie keer na het begin, twaalf keer in totaal, of verzamel tot er twintig mensen zijn.",
          "Measure at least four times before and three times after the beginning, twelve in all, or collect until there are twenty people."},
         "Bernal, Cummins, Gasparrini (2017); Cohen (1988)"}},
    Rule{
        {.others = none, .before = {0, 0}},
        {Kind::refusal,
         "nothing_to_compare",
         "",
         {"Er is geen groep zonder en geen meting ervoor: een stand alleen zegt niet wat er veranderde.",
          "There is no group without and no measurement before: a level alone does not say what changed."},
         {"Meet bij de volgende groep ook voor het begin, laat een deel later beginnen, of zet de uitkomst naast een norm of buurtcijfer "
          "(dat is een vergelijking van standen, geen effect).",
          "Measure the next group before the beginning too, let a part begin later, or put the outcome beside a norm or a figure of the "
          "neighbourhood (which compares levels, and is no effect)."},
         "Shadish, Cook, Campbell (2002), ch. 4"}},
    Rule{
        {.others = none, .before = {1, 1}, .selected = true},
        {Kind::refusal,
         "regression_to_the_mean",
         "",
         {"De mensen zijn gekozen om hun score, en alleen die ene voormeting is er: die stijgt of daalt ook vanzelf terug naar het gemiddelde.",
          "The people were chosen for their score, and that one measurement is all there is: it goes back towards the mean by itself."},
         {"Meet twee keer voor het begin en reken vanaf de tweede, of neem een groep mee die net zo gekozen is.",
          "Measure twice before the beginning and reckon from the second, or take along a group that was chosen in the same way."},
         "Barnett, van der Pols, Dobson (2005), International Journal of Epidemiology 34"}},
    Rule{
        {},
        {Kind::design,
         "prepost",
         "calc effect prepost",
         {"Niemand om mee te vergelijken, wel dezelfde mensen voor en na: dat is een verandering, nog geen effect.",
          "Nobody to compare with, but the same people before and after: that is a change, not yet an effect."},
         {"Zeg erbij dat ook de tijd, het seizoen en het meten zelf iets doen, en hoeveel mensen na het begin ontbreken.",
          "Say that time, the season and measuring itself do something too, and how many people are missing afterwards."},
         "Shadish, Cook, Campbell (2002), ch. 4; Masi and others (2011): such designs give larger effects"}},
};

constexpr std::array cautions{
    Rule{{.others = some, .decides = people},
         {Kind::caution,
          "self_selection",
          "",
          {"Wie zelf kiest is vaak al op weg: de groep zonder is dan geen goede vergelijking.",
           "Who chooses for themselves is often on the way already: the group without is then a poor comparison."},
          {"Vergelijk met mensen die zich aanmeldden maar niet konden, of op de wachtlijst staan.",
           "Compare with people who applied and could not come, or who are on the waiting list."},
          "Shadish, Cook, Campbell (2002), ch. 4"}},
    Rule{{.others = some, .decides = no_lot, .before = {1, 1}},
         {Kind::caution,
          "trends_unseen",
          "",
          {"Met één voormeting is niet te zien of de groepen al verschillend veranderden.",
           "With one measurement before it cannot be seen whether the groups changed differently already."},
          {"Zoek een tweede meting van eerder.", "Look for a second, earlier measurement."},
          "Roth and others (2023), Journal of Econometrics 235"}},
    Rule{{.selected = true},
         {Kind::caution,
          "regression_to_the_mean",
          "",
          {"De mensen zijn gekozen om hun score: een deel van de verandering komt vanzelf.",
           "The people were chosen for their score: a part of the change comes by itself."},
          {"Reken vanaf een meting na de keuze, en kies de vergelijking op dezelfde score.",
           "Reckon from a measurement after the choice, and choose the comparison by the same score."},
          "Barnett, van der Pols, Dobson (2005), International Journal of Epidemiology 34"}},
    Rule{{.people = {0, 63}},
         {Kind::caution,
          "small",
          "",
          {"Minder dan 64 mensen: een middelgroot effect wordt vaker gemist dan in één op de vijf keer.",
           "Fewer than 64 people: an effect of middling size is missed more often than one time in five."},
          {"Reken vooraf uit wat te vinden is: calc effect power.",
           "Work out beforehand what can be found: calc effect power."},
          "Cohen (1988), table 2.4.1"}},
    Rule{{.unit = Unit::clusters, .clusters = {1, 39}},
         {Kind::caution,
          "few_clusters",
          "",
          {"Minder dan veertig plekken: gewone standaardfouten per plek zijn te klein.",
           "Fewer than forty places: plain standard errors by place are too small."},
          {"Neem cr2, de wilde bootstrap of permute.", "Take cr2, the wild bootstrap or permute."},
          "Cameron and Miller (2015), Journal of Human Resources 50"}},
    Rule{{.others = 0b110, .decides = organisation, .starts = {1, 1}, .can_stagger = true},
         {Kind::caution,
          "could_stagger",
          "",
          {"Het begin is nog te spreiden: wie later begint is de beste vergelijking die er is.",
           "The beginning can still be spread: those who begin later are the best comparison there is."},
          {"Laat een deel later beginnen, en loot wie.", "Let a part begin later, and draw lots for who."},
          "Hemming and others (2015), BMJ 350"}},
};

constexpr auto all_designs = [] {
    std::array<Rule, refusals_first.size() + designs.size()> all{};
    std::size_t at = 0;
    for (auto const& rule : refusals_first) all[at++] = rule;
    for (auto const& rule : designs) all[at++] = rule;
    return all;
}();

} // namespace

std::span<Rule const> design_rules()
{
    return all_designs;
}

std::span<Rule const> caution_rules()
{
    return cautions;
}

} // namespace wf::effect
