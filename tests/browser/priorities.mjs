// SPDX-License-Identifier: EUPL-1.2
// Choosing together what comes first, on a screen and on paper, to an outcome that says what cannot be told apart; taking a question
// back; and finding one with words that mean the same.
import { Walker } from "./account.mjs";

const place = "werkplaats-kampen-verzonnen";
const asked = ["Mag het licht in het park langer aan? Mien van hiernaast durft niet (verzonnen)", "Is er iemand die mij leert bellen met beeld? (verzonnen)"];
const worded = ["Licht in het park in de avond (verzonnen)", "Leren beeldbellen (verzonnen)"];

async function ask(walk, page, words) {
  await page.goto(`${walk.site.origin}/nl/vragen/${place}/stel`);
  await page.fill("[name=vraag]", words);
  await walk.send(page);
  return page.url().split("?")[0];
}

async function putOnAgenda(walk, page, from, to) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/agenda`);
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: from }).click()]);
  await page.fill("[name=woorden]", to);
  await walk.send(page, "#woorden");
  await page.check("[name=staat][value=on_agenda]");
  await walk.send(page, "#woord");
}

async function takeBack(walk, stranger) {
  const link = await ask(walk, stranger, "Dit had ik niet moeten vragen (verzonnen)");
  await stranger.getByText("Mijn eigen woorden weghalen").click();
  await walk.look(stranger, "taking a question back");
  await Promise.all([stranger.waitForNavigation(), stranger.getByRole("button", { name: "Haal weg" }).click()]);
  walk.expect("a question that nobody read is gone", (await stranger.locator("h1").innerText()) === "Uw vraag is weg", stranger.url());
  const answer = await stranger.request.get(link);
  walk.expect("and its link with it", answer.status() === 404, String(answer.status()));
}

async function blank(walk, page, stranger, link) {
  await page.getByText("Staat er een naam in wat gevraagd is?").click();
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Haal de eigen woorden weg" }).click()]);
  const text = await page.locator("main").innerText();
  walk.expect("a name in the words of who asked is taken away", !text.includes("Mien") && text.includes(worded[0]), text.slice(0, 300));
  await stranger.goto(link);
  const own = await stranger.locator("main").innerText();
  walk.expect("who asked can follow it as before", own.includes("zijn weggehaald"), own.slice(0, 300));
}

async function choose(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/kiezen`);
  await walk.look(page, "rounds");
  await walk.send(page, "#formulier");
  walk.expect("a round without a name is refused", (await page.locator("[role=alert] li").count()) > 0, "it is not");
  await page.fill("[name=titel]", "Wat pakken we eerst op? (verzonnen)");
  for (const box of await page.locator("[name=vragen]").all()) await box.check();
  await page.fill("[name=stemmen]", "1");
  await walk.send(page, "#formulier");
  await walk.look(page, "a round that is open");
  const first = await page.locator("[name=keuze]").first().getAttribute("value");
  const last = await page.locator("[name=keuze]").last().getAttribute("value");
  for (const box of await page.locator("[name=keuze]").all()) await box.check();
  await walk.send(page, "#kruis");
  walk.expect("nobody marks more than they may", (await page.locator("[role=alert]").innerText()).includes("hoogstens 1"), "somebody does");
  for (const box of await page.locator("[name=keuze]").all()) await box.setChecked((await box.getAttribute("value")) === first);
  await walk.send(page, "#kruis");
  walk.expect("what one marked is kept", await page.locator(`[name=keuze][value="${first}"]`).isChecked(), "it is not");
  await page.fill("[name=briefjes]", `${first}\nx`);
  await walk.send(page, "#papier");
  walk.expect("a line that is no ballot is told with its number", (await page.locator("[role=alert]").innerText()).includes("Regel 2"), "it is not");
  await page.fill("[name=briefjes]", `${first}\n`.repeat(8) + last);
  await walk.send(page, "#papier");
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Sluit de ronde" }).click()]);
  const text = await page.locator("main").innerText();
  walk.expect("nine against one stands first", text.includes("Eén vraag staat bovenaan") && text.includes("10 mensen kozen"), text.slice(0, 400));
  await walk.look(page, "a round that is closed");
}

async function seeOutcome(walk, stranger) {
  await stranger.goto(`${walk.site.origin}/nl/vragen/${place}`);
  await Promise.all([stranger.waitForNavigation(), stranger.getByRole("link", { name: "Wat pakken we eerst op? (verzonnen)" }).click()]);
  const text = await stranger.locator("main").innerText();
  walk.expect("everybody reads between which places each can stand", text.includes("plaats 1"), text.slice(0, 400));
  await walk.look(stranger, "an outcome as everybody sees it");
}

async function search(walk, page, stranger) {
  await stranger.goto(`${walk.site.origin}/nl/over`);
  await Promise.all([stranger.waitForNavigation(), stranger.getByRole("link", { name: "Zoeken", exact: true }).click()]);
  await stranger.getByLabel("Zoek op woorden").fill("zitplek winkel");
  await Promise.all([stranger.waitForNavigation(), stranger.getByRole("button", { name: "Zoek", exact: true }).click()]);
  const text = await stranger.locator("main").innerText();
  walk.expect("words that mean the same find it", text.includes("Een bank op weg naar de winkel (verzonnen)"), text.slice(0, 400));
  walk.expect("and no plan, which is for the werkplaats", !text.includes("verbeterplan"), text.slice(0, 400));
  await walk.look(stranger, "what everybody finds");
  await page.goto(stranger.url());
  walk.expect("who works there finds the plan, too", (await page.locator("main").innerText()).includes("verbeterplan"), "she does not");
  await stranger.goto(`${walk.site.origin}/nl/zoeken?zoek=rollator+man`);
  walk.expect("the words of who asked are found by nobody else", (await stranger.locator("main").innerText()).includes("Niets gevonden"), "they are");
}

/** `page`: of a worker of the workspace, logged in, after checkAgenda. */
export async function checkPriorities(tally, browser, site, axeFile, page) {
  const walk = new Walker(tally, browser, site, axeFile);
  walk.about = "priorities";
  const stranger = await walk.open();
  await takeBack(walk, stranger);
  const links = [];
  for (const words of asked) links.push(await ask(walk, stranger, words));
  await putOnAgenda(walk, page, asked[1], worded[1]);
  await putOnAgenda(walk, page, asked[0], worded[0]);
  await blank(walk, page, stranger, links[0]);
  await choose(walk, page);
  await seeOutcome(walk, stranger);
  await search(walk, page, stranger);
  await stranger.context().close();
}
