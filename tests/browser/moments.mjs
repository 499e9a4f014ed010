// SPDX-License-Identifier: EUPL-1.2
// What comes in a werkplaats: a step is promised for a day and stands in the list and in the file for one's own calendar. And what it means
// by a word: written by two at once, seen by everybody, taken away. Every page on the way is looked at by axe.
import { readFileSync } from "node:fs";

const place = "werkplaats-kampen-verzonnen";
const words = { plan: "Een bank bij de kerk (verzonnen)", step: "De bank bestellen, met rug; en leuning (verzonnen)" };

async function follow(page, name) {
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name, exact: true }).first().click()]);
}

export async function checkMoments(walk, page) {
  const home = `${walk.site.origin}/nl/werkplaats/${place}`;
  await page.goto(`${home}/plannen/nieuw`);
  await page.fill("[name=titel]", words.plan);
  await page.fill("[name=klaar]", "2031-04-01");
  await walk.send(page);
  await page.fill("#stap [name=stap]", words.step);
  await page.fill("#stap [name=voor]", "2031-01-15");
  await walk.send(page, "#stap");
  await page.goto(home);
  await follow(page, "Wat eraan komt");
  const text = await page.locator("main").innerText();
  walk.expect("a promise stands on its day", text.includes("15 januari 2031") && text.includes(words.step), text.slice(0, 400));
  walk.expect("and the day on which the plan is ready", text.includes("1 april 2031") && text.includes(words.plan), text.slice(0, 400));
  await walk.look(page, "what is coming");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Zet dit in uw agenda (.ics)" }).click()]);
  const file = readFileSync(await download.path(), "utf8");
  walk.expect("the file is called after the werkplaats", download.suggestedFilename() === `weefsel-${place}.ics`, download.suggestedFilename());
  walk.expect("and has the day", file.includes("DTSTART;VALUE=DATE:20310115\r\n"), file.slice(0, 600));
  walk.expect("and what was promised", file.replaceAll("\r\n ", "").includes("De bank bestellen\\, met rug\\; en leuning (verzonnen)"), file.slice(0, 600));
  await page.locator("table").getByRole("link", { name: words.plan }).first().click();
  await page.waitForURL(/\/plannen\//);
}

const meaning = { word: "participatie", first: "Meedoen in Kampen (verzonnen)", second: "Meedoen en meebeslissen in Kampen (verzonnen)" };

export async function checkWords(walk, page) {
  const own = `${walk.site.origin}/nl/werkplaats/${place}/begrippen`;
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}`);
  await follow(page, "Wat woorden bij ons betekenen");
  await walk.look(page, "no words of one's own yet");
  await page.fill("[name=woord]", meaning.word);
  await walk.send(page);
  walk.expect("a word needs a meaning", (await page.locator("[role=alert]").innerText()).includes("Wat bedoelt u ermee?"), "it does not");
  await walk.look(page, "a word without a meaning");
  await page.fill("[name=betekenis]", meaning.first);
  await page.selectOption("[name=naast]", { label: "participatie" });
  await walk.send(page);
  await walk.look(page, "words of one's own");
  const visitor = await walk.open();
  await visitor.goto(`${walk.site.origin}/nl/begrippen?werkplaats=${place}&zoek=participatie`);
  const senses = await visitor.locator("#participatie li").allInnerTexts();
  walk.expect("everybody sees it beside the shared senses", senses.length === 4 && senses[3].includes(meaning.first), senses.join(" / "));
  await walk.look(visitor, "words with those of a werkplaats");
  await visitor.goto(`${walk.site.origin}/nl/begrippen#participatie`);
  walk.expect("and not unasked", !(await visitor.locator("main").innerText()).includes(meaning.first), "it is there");
  await follow(page, meaning.word);
  await walk.look(page, "writing a word");
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.fill("[name=betekenis]", meaning.second);
  await walk.send(page);
  await other.fill("[name=betekenis]", "Iets anders (verzonnen)");
  await walk.send(other);
  walk.expect("who wrote the same sees both", (await other.locator("main").innerText()).includes(meaning.second), "she does not");
  await walk.look(other, "two who wrote the same word");
  await Promise.all([other.waitForNavigation(), other.getByRole("button", { name: "Haal dit woord weg" }).click()]);
  walk.expect("what was taken away is kept for the werkplaats", (await other.locator("main details").innerText()).includes("weggehaald"), "it is not");
  await walk.look(other, "a word that was taken away");
  await visitor.goto(`${walk.site.origin}/nl/begrippen?werkplaats=${place}&zoek=participatie`);
  walk.expect("and shown no longer", (await visitor.locator("#participatie li").count()) === 3, "it is");
  await other.close();
  await visitor.context().close();
  await page.goto(own);
}
