// SPDX-License-Identifier: EUPL-1.2
// Somebody claims that something was taken up, cannot read her own claim, and a second person confirms it: the table, the curve and the
// accounting have it. A programme gets a budget, an expense and an activity that is done, and the accounting has those, too. Every page on
// the way is looked at by axe; all of it is done with forms alone, and the public page is read without script.
import { readFileSync } from "node:fs";

import { letterTo, linkIn, Walker } from "./account.mjs";

const place = "werkplaats-kampen-verzonnen";
const second = { mail: "lezer@voorbeeld.example", password: "zeven trage molens draaien" };
const words = {
  what: "Onze les over samen eten (verzonnen)",
  taker: "Hogeschool (verzonnen)",
  proof: "Studiegids bladzijde 14 (verzonnen)",
  programme: "Samen aan tafel (verzonnen)",
  line: "Mensen (verzonnen)",
  activity: "Negen eettafels (verzonnen)",
  result: "Negen keer gegeten (verzonnen)",
  publication: "Eten zonder lijst (verzonnen)",
};

/** Somebody else of the werkplaats, who takes an invitation. */
async function inviteReader(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/mensen`);
  await page.fill("#een [name=mail]", second.mail);
  await page.check("#een [name=rollen][value=worker]");
  await walk.send(page, "#een");
  const reader = await walk.open();
  await reader.goto(walk.site.origin + linkIn(await letterTo(walk.site.mailFolder, second.mail, "uitnodiging"), "uitnodiging"));
  await reader.fill("[name=naam]", "Leo Lezer (verzonnen)");
  await reader.fill("[name=wachtwoord]", second.password);
  await walk.send(reader);
  return reader;
}

/** Who keeps the workspace takes the part that may write its programme. */
async function takeRoleOfCoordinator(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/mensen`);
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Bea Beheer (verzonnen)" }).click()]);
  await page.check("[name=rollen][value=coordinator]");
  await walk.send(page);
}

async function claim(walk, page, here) {
  await page.goto(`${here}/doorwerking`);
  await walk.look(page, "uptake without anything");
  await page.goto(`${here}/doorwerking/meld`);
  await walk.look(page, "claiming uptake");
  await page.check("[name=soort][value=education]");
  await page.fill("[name=wat]", words.what);
  await page.fill("[name=door]", words.taker);
  await page.fill("[name=waar]", "Overijssel");
  await page.fill("[name=dag]", "2026-09-01");
  await page.fill("[name=adres]", "javascript:alert(1)");
  await walk.send(page);
  const faults = await page.locator("[role=alert]").innerText();
  walk.expect("a claim without proof is refused, and a link that is none", faults.includes("Vul dit in") && faults.includes("https://"), faults);
  await walk.look(page, "claiming uptake with faults");
  await page.fill("[name=bewijs]", words.proof);
  await page.fill("[name=adres]", "https://voorbeeld.example/studiegids");
  await walk.send(page);
  const text = await page.locator("main").innerText();
  walk.expect("a claim waits for a reader", text.includes("nog niet nagelezen"), text.slice(0, 300));
  walk.expect("who claims is not the reader", text.includes("uw eigen melding") && (await page.locator("#lees").count()) === 0, "she can be");
  await walk.look(page, "one's own claim");
  return page.url();
}

async function readSecond(walk, page, reader, one) {
  const guest = await walk.open({ javaScriptEnabled: false });
  const site = one.slice(0, one.lastIndexOf("/"));
  await guest.goto(site);
  walk.expect("what waits is counted apart, and not shown", (await guest.locator("main").innerText()).includes("Eén melding is nog niet nagelezen") && (await guest.getByText(words.what).count()) === 0, "it is not");
  await reader.goto(one);
  await walk.look(reader, "a claim to read");
  await reader.check("[name=oordeel][value=refuse]");
  await walk.send(reader, "#lees");
  walk.expect("who refuses says why", (await reader.locator("[role=alert]").innerText()).includes("Zeg waarom"), "need not");
  await walk.look(reader, "a claim to read with a fault");
  await reader.check("[name=oordeel][value=confirm]");
  await reader.fill("[name=gezegd]", "Het staat er (verzonnen)");
  await walk.send(reader, "#lees");
  walk.expect("a second reader confirms it", (await reader.locator("main").innerText()).includes("Het staat er (verzonnen)"), "it is not");
  await guest.goto(site);
  const text = await guest.locator("main").innerText();
  walk.expect("then everybody sees it, without script", text.includes(words.what) && text.includes(words.taker), text.slice(0, 400));
  walk.expect("and the curve has its line", (await guest.locator(".curve .line--education").count()) >= 1, "it has not");
  const month = guest.locator("#verloop tbody tr", { hasText: "september 2026" });
  walk.expect("and the same number in its table", (await month.locator("td").allInnerTexts()).join(" ") === "1 0 0 0 1", (await month.allInnerTexts()).join("|"));
  walk.expect("and its region", (await guest.locator("#streken tbody tr", { hasText: "Overijssel" }).count()) === 1, "it has not");
  await guest.context().close();
  await page.goto(site);
  await walk.look(page, "uptake with a curve");
  return site;
}

async function open(page, summary) {
  await page.getByText(summary, { exact: true }).first().click();
}

async function keepProgramme(walk, page, here) {
  await page.goto(`${here}/programma`);
  await walk.look(page, "no programme yet");
  await open(page, "Voeg een programma toe");
  await page.fill("#programma [name=naam]", words.programme);
  await page.fill("#programma [name=van]", "2026-01-01");
  await page.fill("#programma [name=tot]", "2025-12-31");
  await page.fill("#programma [name=gever]", "Fonds (verzonnen)");
  await walk.send(page, "#programma");
  walk.expect("a period ends after it began", (await page.locator("[role=alert]").innerText()).includes("laatste dag"), "it need not");
  await walk.look(page, "a programme with a fault");
  await page.fill("#programma [name=tot]", "2026-12-31");
  await walk.send(page, "#programma");
  const programme = page.url();
  await open(page, "Voeg een post toe");
  await page.fill("#post [name=post]", words.line);
  await page.fill("#post [name=begroot]", "60000");
  await walk.send(page, "#post");
  await open(page, "Schrijf een uitgave op");
  await page.locator("#uitgave [name=post]").first().check();
  await page.fill("#uitgave [name=bedrag]", "12500");
  await page.fill("#uitgave [name=dag]", "2026-06-01");
  await walk.send(page, "#uitgave");
  await open(page, "Voeg een activiteit toe");
  await page.fill("#activiteit [name=naam]", words.activity);
  await page.fill("#activiteit [name=aantal]", "9");
  await walk.send(page, "#activiteit");
  await open(page, "Vertel hoe het afliep");
  const end = page.locator("form[id^=af-]");
  await end.locator("[name=staat][value=done]").check();
  await end.locator("[name=dag]").fill("2026-10-01");
  await end.locator("[name=resultaat]").fill(words.result);
  await walk.send(page, "form[id^=af-]");
  const text = await page.locator("main").innerText();
  walk.expect("the budget says what is left", text.includes("€ 12.500") && text.includes("€ 47.500"), text.slice(0, 600));
  walk.expect("an activity says what came of it", text.includes(words.result), "it does not");
  walk.expect("an amount that nobody gave is not recorded", text.includes("niet vastgelegd"), "it is something");
  await walk.look(page, "a programme");
  await page.goto(`${here}/programma`);
  await open(page, "Voeg een publicatie toe");
  await page.selectOption("#publicatie [name=soort]", "article");
  await page.fill("#publicatie [name=titel]", words.publication);
  await page.fill("#publicatie [name=waar]", "Een blad (verzonnen)");
  await page.fill("#publicatie [name=dag]", "2026-05-01");
  await walk.send(page, "#publicatie");
  await walk.look(page, "programmes and publications");
  return programme;
}

async function account(walk, page, here) {
  await page.goto(`${here}/verantwoording?jaar=2026`);
  const text = await page.locator("main").innerText();
  for (const said of [words.what, words.activity, words.result, words.publication, words.line, "€ 60.000", "€ 12.500"])
    walk.expect(`the accounting has: ${said}`, text.includes(said), "it has not");
  const row = page.locator("#uptake tbody tr", { hasText: "Overgenomen, met bewijs en nagelezen" });
  walk.expect("and counts what was confirmed", (await row.locator("td").innerText()) === "1", await row.innerText());
  walk.expect("nobody is named in it", !text.includes("Leo Lezer") && !text.includes("Bea Beheer"), "somebody is");
  await walk.look(page, "an accounting");
  await page.goto(`${here}/verantwoording?jaar=2031`);
  walk.expect("a year of which nothing is recorded says so", (await page.getByText("Geen gegevens vastgelegd").count()) >= 7, "it does not");
  await walk.look(page, "an accounting without data");
  await page.goto(`${here}/verantwoording?jaar=2026`);
  const [paper] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Bewaar als PDF" }).click()]);
  const bytes = readFileSync(await paper.path());
  walk.expect("as a PDF, too", bytes.subarray(0, 5).toString() === "%PDF-", "it is not");
  walk.expect("under a name that says what it is", paper.suggestedFilename() === `verantwoording-${place}-2026.pdf`, paper.suggestedFilename());
}

/** `page`: of who keeps the workspace, logged in (checkAgenda gives it); becomes its coordinator. */
export async function checkProgramme(tally, browser, site, axeFile, page) {
  const walk = new Walker(tally, browser, site, axeFile);
  walk.about = "programme";
  const here = `${site.origin}/nl/werkplaats/${place}`;
  const reader = await inviteReader(walk, page);
  await takeRoleOfCoordinator(walk, page);
  const one = await claim(walk, page, here);
  await readSecond(walk, page, reader, one);
  await keepProgramme(walk, page, here);
  await account(walk, page, here);
  await reader.context().close();
}
