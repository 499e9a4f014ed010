// SPDX-License-Identifier: EUPL-1.2
// A studio takes up a question, tries, decides and is handed over to a new group, who reads on one page what it needs to go on. Two people
// write its agreements at once. Every page on the way is looked at by axe.
import { Walker } from "./account.mjs";
import { checkMoments, checkWords } from "./moments.mjs";

const place = "werkplaats-kampen-verzonnen";
const words = {
  asked: "Waar kan ik met anderen eten? (verzonnen)",
  agenda: "Een plek om samen te eten (verzonnen)",
  title: "Een eettafel zonder lijst (verzonnen)",
  first: "Tweede jaar Social Work (verzonnen)",
  second: "Derde jaar Social Work (verzonnen)",
  decision: "We eten op dinsdag (verzonnen)",
  reason: "Dan is de keuken vrij (verzonnen)",
  plan: "Drie keer koken zonder lijst (verzonnen)",
  carried: "Drie keer gekookt (verzonnen)",
  source: "Wie langzaam loopt en geen buurthuis haalt (verzonnen)",
  material: "Lijst met boodschappen (verzonnen)",
  log: "De kok belde (verzonnen)",
  goodbye: "Bel eerst de kok (verzonnen)",
  outcome: "Zonder lijst komen er meer mensen (verzonnen)",
};

async function follow(page, name) {
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name, exact: true }).first().click()]);
}

async function putQuestionOnAgenda(walk, page) {
  const resident = await walk.open();
  await resident.goto(`${walk.site.origin}/nl/vragen/${place}/stel`);
  await resident.fill("[name=vraag]", words.asked);
  await walk.send(resident);
  const link = resident.url().split("?")[0];
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/agenda`);
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: words.asked }).click()]);
  await page.fill("[name=woorden]", words.agenda);
  await walk.send(page, "#woorden");
  await page.check("[name=staat][value=on_agenda]");
  await walk.send(page, "#woord");
  return { resident, link };
}

async function beginStudio(walk, page) {
  await follow(page, "Begin een leeratelier");
  await walk.look(page, "a new studio");
  walk.expect("it begins with the words of the question", (await page.inputValue("[name=titel]")) === words.agenda, "it does not");
  await page.fill("[name=titel]", words.title);
  await page.fill("[name=van]", "2026-09-01");
  await page.fill("[name=wie]", words.first);
  await page.fill("[name=studenten]", "acht");
  await walk.send(page);
  walk.expect("a number of people is a number", (await page.locator("[role=alert]").innerText()).includes("geen aantal mensen"), "it is not");
  await walk.look(page, "a new studio with a fault");
  await page.fill("[name=studenten]", "8");
  await walk.send(page);
  return page.url();
}

/** Opens the form of that kind, fills it in and sends it. */
async function write(walk, page, kind, fill) {
  const form = page.locator(`#${kind}`);
  if (!(await form.isVisible())) await page.locator("details", { has: form }).locator("summary").click();
  await fill(form);
  await walk.send(page, `#${kind}`);
}

async function keepRecord(walk, page) {
  await walk.look(page, "a studio without a record");
  const both = async (form, name, what, text) => {
    await form.locator("[name=woorden]").fill(what);
    await form.locator(`[name=${name}]`).fill(text);
  };
  await write(walk, page, "decision", (form) => both(form, "omdat", words.decision, ""));
  walk.expect("a decision needs a reason", (await page.locator("[role=alert]").innerText()).includes("Waarom?"), "it does not");
  await walk.look(page, "a decision without a reason");
  await write(walk, page, "decision", (form) => both(form, "omdat", words.decision, words.reason));
  await write(walk, page, "source", (form) => both(form, "adres", words.source, "javascript:alert(1)"));
  walk.expect("a source has an address that opens nothing else", (await page.locator("[role=alert]").innerText()).includes("https://"), "it does not");
  await write(walk, page, "source", (form) => both(form, "adres", words.source, "/kansen?wie=slow&waar=community_centre"));
  await write(walk, page, "material", (form) => both(form, "adres", words.material, "https://voorbeeld.example/lijst"));
  await write(walk, page, "log", (form) => form.locator("[name=woorden]").fill(words.log));
  const cycle = async (form, stage, what) => {
    await form.locator(`[name=stap][value=${stage}]`).check();
    await form.locator("[name=woorden]").fill(what);
  };
  await write(walk, page, "cycle", (form) => cycle(form, "plan", words.plan));
  await write(walk, page, "cycle", (form) => cycle(form, "act", words.carried));
  walk.expect("a cycle goes in order", (await page.locator("[role=alert]").innerText()).includes("op volgorde"), "it does not");
  await write(walk, page, "cycle", (form) => cycle(form, "do", words.carried));
  await walk.look(page, "a studio with a record");
}

async function writeTogether(walk, page, studio) {
  const other = await page.context().newPage();
  await other.goto(`${studio}/schrijf`);
  await page.goto(`${studio}/schrijf`);
  await page.fill("[name=ethiek]", "Niemand hoeft iets te vertellen");
  await walk.send(page);
  await other.fill("[name=gegevens]", "Alleen aantallen");
  await walk.send(other);
  const both = await other.locator("main").innerText();
  walk.expect("what two people wrote at once stands in the studio", both.includes("Niemand hoeft") && both.includes("Alleen aantallen"), both.slice(0, 400));
  await page.goto(`${studio}/schrijf`);
  await other.goto(`${studio}/schrijf`);
  await page.fill("[name=ethiek]", "Eerst vragen");
  await walk.send(page);
  await other.fill("[name=ethiek]", "Op papier");
  await walk.send(other);
  const clash = await other.locator("main").innerText();
  walk.expect("who wrote the same sees both", clash.includes("Eerst vragen") && (await other.inputValue("[name=ethiek]")) === "Op papier", clash.slice(0, 400));
  await walk.look(other, "two who wrote the same in a studio");
  await walk.send(other);
  await other.close();
}

async function handOver(walk, page, studio) {
  await page.goto(studio);
  await follow(page, "Overdracht");
  await page.getByText("Geef over aan een nieuwe groep").click();
  await page.fill("#groep [name=vanaf]", "2026-08-01");
  await page.fill("#groep [name=wie]", words.second);
  await page.fill("#groep [name=studenten]", "5");
  await page.fill("#groep [name=woorden]", words.goodbye);
  await walk.send(page, "#groep");
  walk.expect("a group does not begin before the one before it", (await page.locator("[role=alert]").innerText()).includes("Deze dag kan niet"), "it does");
  await walk.look(page, "handing over with a fault");
  await page.fill("#groep [name=vanaf]", "2027-02-01");
  await walk.send(page, "#groep");
}

/** As somebody of the second group who opens one page. */
async function readHandover(walk, page, studio) {
  await page.goto(`${studio}/overdracht`);
  const text = await page.locator("main").innerText();
  const needed = [words.agenda, words.decision, words.reason, words.plan, words.carried, "Nu: bekijken", "Ga verder met ronde 1", words.source, words.material, words.log, words.goodbye, words.first, words.second, "8 studenten", "5 studenten", "Op papier", "Alleen aantallen"];
  for (const said of needed) walk.expect(`the next group reads: ${said}`, text.includes(said), "it does not");
  walk.expect("and opens the source", (await page.locator('a[href="/nl/kansen?wie=slow&waar=community_centre"]').count()) === 1, "it cannot");
  walk.expect("nobody is named", !text.includes("Bea Beheer"), "somebody is");
  await walk.look(page, "a handover");
  await page.emulateMedia({ media: "print" });
  walk.expect("on paper there is no form", !(await page.locator("#groep").isVisible()) && !(await page.getByText("Geef over aan een nieuwe groep").isVisible()), "there is");
  walk.expect("and all of the record", (await page.getByText(words.reason).isVisible()) && (await page.getByText(words.goodbye).isVisible()), "it is not");
  await page.emulateMedia({ media: null });
}

async function finish(walk, page, studio, asker) {
  await asker.resident.goto(asker.link);
  walk.expect("who asked reads that a studio finds it out", (await asker.resident.locator("main").innerText()).includes("Een leeratelier zoekt het uit"), "she does not");
  await page.goto(studio);
  await page.getByText("Eindig het leeratelier").first().click();
  await page.fill("#einde [name=uitkomst]", words.outcome);
  await walk.send(page, "#einde");
  await walk.look(page, "a studio that ended");
  walk.expect("nothing can be added to what ended", (await page.locator("main form.form").count()) === 0, "something can");
  await asker.resident.goto(asker.link);
  walk.expect("who asked reads what is known now", (await asker.resident.locator("main").innerText()).includes(words.outcome), "she does not");
  await walk.look(asker.resident, "a question that a studio found out");
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}`);
  await follow(page, "Leerateliers");
  await walk.look(page, "the studios of a workspace");
  await page.getByLabel("Zoek in de leerateliers").fill("eettafels");
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Zoek" }).click()]);
  walk.expect("a studio is found by its stems", (await page.locator("table", { hasText: words.title }).count()) === 1, "it is not");
}

/** `page`: of who keeps the workspace, logged in, with the role of worker (checkAgenda gives it). */
export async function checkStudios(tally, browser, site, axeFile, page) {
  const walk = new Walker(tally, browser, site, axeFile);
  walk.about = "studios";
  const asker = await putQuestionOnAgenda(walk, page);
  const studio = await beginStudio(walk, page);
  await keepRecord(walk, page);
  await writeTogether(walk, page, studio);
  await handOver(walk, page, studio);
  await readHandover(walk, page, studio);
  await finish(walk, page, studio, asker);
  await checkMoments(walk, page);
  await checkWords(walk, page);
  await asker.resident.context().close();
}
