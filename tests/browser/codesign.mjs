// SPDX-License-Identifier: EUPL-1.2
// A group in one room: two phones, one of them without script, a beamer and a sheet of paper, from a question to a decision that stands in the
// record of the studio. And what somebody writes for themselves, and shares. Every page on the way is looked at by axe.
import { Walker } from "./account.mjs";
import { findOverflow, settle } from "./look.mjs";

const place = "werkplaats-kampen-verzonnen";
const words = {
  studio: "Samen eten zonder drempel (verzonnen)",
  question: "Hoe komt iemand binnen die hier nog niemand kent? (verzonnen)",
  first: "Iemand die bij de deur staat (verzonnen)",
  second: "Een tafel zonder vaste plekken (verzonnen)",
  rude: "Wegwezen (verzonnen)",
  paper: "Samen naar binnen (verzonnen)",
  because: "Dat kan volgende week al (verzonnen)",
  prototype: "Eén tafel met een ander kleed (verzonnen)",
  tested: "Ik zat naast iemand uit mijn flat (verzonnen)",
  decision: "We houden één tafel vrij (verzonnen)",
  reason: "Wie alleen kwam zat snel bij anderen (verzonnen)",
  reflection: "Ik praatte te veel (verzonnen)",
};

async function beginSession(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/studios/nieuw`);
  await page.fill("[name=titel]", words.studio);
  await walk.send(page);
  const studio = page.url();
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Begin een ontwerpsessie" }).click()]);
  walk.expect("it begins with what the studio is about", (await page.inputValue("[name=vraag]")) === words.studio, "it does not");
  await walk.look(page, "opening a session");
  await page.fill("[name=vraag]", words.question);
  await walk.send(page);
  await walk.look(page, "a session that begins");
  return { studio, session: page.url() };
}

async function press(page, name) {
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name }).first().click()]);
}

async function joinWithCode(walk, phone, code) {
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(`${walk.site.origin}/nl/sessie`);
  await phone.fill("[name=code]", "aaaa-aaaa");
  await press(phone, "Doe mee");
  walk.expect("a wrong code is told", (await phone.locator("main").innerText()).includes("Deze code werkt niet"), "it is not");
  await walk.look(phone, "a wrong code");
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.fill("[name=code]", code.toUpperCase());
  await press(phone, "Doe mee");
}

async function sendNote(walk, phone, text) {
  await phone.fill("[name=woorden]", text);
  await walk.send(phone);
  walk.expect(`a phone is thanked for: ${text}`, (await phone.locator("main").innerText()).includes("Dank u wel"), "it is not");
}

/** Waits until the beamer shows it by itself: its script fetches it, nobody reloads. */
async function seesOnWall(walk, wall, text, name) {
  const seen = await wall.getByText(text).first().waitFor({ timeout: 15_000 }).then(() => true, () => false);
  walk.expect(`the beamer shows by itself ${name}`, seen, "it does not");
}

async function checkEnlarged(walk, browser, page, address, name) {
  const zoomed = await browser.newContext({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, reducedMotion: "reduce", storageState: await page.context().storageState() });
  const closeUp = await zoomed.newPage();
  await closeUp.goto(address);
  await settle(closeUp);
  await walk.tally.check(`${walk.about}: ${name}: no sideways scroll on 1280 px enlarged to 400 %`, () => findOverflow(closeUp));
  await zoomed.close();
}

async function gatherIdeas(walk, page, session, code) {
  await press(page, "Verder naar: Ideeën");
  const wall = await page.context().newPage();
  await wall.setViewportSize({ width: 1440, height: 900 });
  await wall.goto(`${session}/scherm`);
  walk.expect("the beamer shows the code and a square", (await wall.locator(".code").innerText()) === code && (await wall.locator("svg.qr").count()) === 1, "it does not");
  const bare = await walk.open({ javaScriptEnabled: false });
  const phone = await walk.open();
  await joinWithCode(walk, phone, code);
  await bare.setViewportSize({ width: 390, height: 844 });
  await bare.goto(`${walk.site.origin}/sessie/${code.replace("-", "")}`);
  walk.expect("the square leads to the session without script too", (await bare.locator("h1").innerText()) === words.question, bare.url());
  await sendNote(walk, phone, words.first);
  await walk.look(phone, "a phone that sent an idea");
  await sendNote(walk, bare, words.second);
  await seesOnWall(walk, wall, words.second, "what a phone without script sent");
  await sendNote(walk, bare, words.rude);
  await seesOnWall(walk, wall, words.rude, "what should not stand there");
  await page.goto(session);
  const number = (await page.locator(".cards > li", { hasText: words.rude }).locator(".soft").innerText()).replace(/\D/g, "");
  await press(page, `Haal briefje ${number} van het scherm`);
  walk.expect("what was taken off is not gone", (await page.locator("details", { hasText: words.rude }).count()) === 1, "it is");
  await wall.getByText(words.rude).waitFor({ state: "detached", timeout: 15_000 }).catch(() => {});
  walk.expect("and leaves the wall by itself", (await wall.getByText(words.rude).count()) === 0, "it stays");
  await page.getByText("Typ briefjes van papier over").click();
  await page.fill("#papier [name=woorden]", `${words.paper}\n\n${"a".repeat(301)}`);
  await walk.send(page, "#papier");
  walk.expect("the line that is too long is told", (await page.locator("[role=alert]").innerText()).includes("Regel 3"), "it is not");
  await walk.look(page, "paper with a fault");
  await page.fill("#papier [name=woorden]", `${words.paper}\n`);
  await walk.send(page, "#papier");
  walk.expect("a note from paper says so", (await page.locator(".cards > li", { hasText: words.paper }).innerText()).includes("Van papier"), "it does not");
  await seesOnWall(walk, wall, words.paper, "what was on paper");
  await walk.look(wall, "the beamer");
  await checkEnlarged(walk, walk.browser, page, `${session}/scherm`, "the beamer");
  await checkEnlarged(walk, walk.browser, phone, phone.url(), "a phone");
  return { wall, phone, bare };
}

async function printSheets(walk, page, session) {
  await page.goto(`${session}/papier`);
  walk.expect("there is a sheet for each stage", (await page.locator(".sheet").count()) === 5, "there is not");
  await walk.look(page, "sheets of paper");
  const bytes = await page.pdf({ format: "A4" });
  const sheets = bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  walk.expect("five sheets of A4 and no more come out of the printer", sheets === 5, `${sheets} come out`);
  await page.goto(`${session}/papier?stap=ideas`);
  walk.expect("one sheet alone can be printed", (await page.locator(".sheet").count()) === 1, "it cannot");
}

async function decide(walk, page, session, room) {
  await page.goto(session);
  await page.getByText("Kies een idee", { exact: true }).click();
  await page.locator("#kies label", { hasText: words.second }).click();
  await page.fill("#kies [name=omdat]", " ");
  await walk.send(page, "#kies");
  walk.expect("choosing takes a reason", (await page.locator("[role=alert]").count()) === 1, "it does not");
  await page.locator("#kies label", { hasText: words.second }).click();
  await page.fill("#kies [name=omdat]", words.because);
  await walk.send(page, "#kies");
  await walk.look(page, "a session with a chosen idea");
  await room.phone.fill("[name=woorden]", "Nog aan het typen");
  await press(page, "Verder naar: Prototype");
  await seesOnWall(walk, room.wall, words.because, "what was chosen and why");
  const told = await room.phone.getByText("De groep is een stap verder").waitFor({ timeout: 25_000 }).then(() => true, () => false);
  walk.expect("who is still typing is told that the group went on, and keeps the words", told && (await room.phone.inputValue("[name=woorden]")) === "Nog aan het typen", "she is not");
  await room.bare.goto(room.bare.url().split("?")[0]);
  await sendNote(walk, room.bare, words.prototype);
  await press(page, "Verder naar: Uitproberen");
  await room.bare.goto(room.bare.url().split("?")[0]);
  await sendNote(walk, room.bare, words.tested);
  await press(page, "Verder naar: Besluit");
  await press(page, "Terug naar: Uitproberen");
  await press(page, "Verder naar: Besluit");
  await page.fill("#besluit [name=besluit]", words.decision);
  await page.fill("#besluit [name=omdat]", words.reason);
  await walk.look(page, "a session at its decision");
  await walk.send(page, "#besluit");
  const text = await page.locator("main").innerText();
  for (const said of [words.second, words.paper, words.because, words.prototype, words.tested, words.decision, words.reason]) walk.expect(`the session that ended shows: ${said}`, text.includes(said), "it does not");
  walk.expect("nothing can be added to it", (await page.locator("main form").count()) === 0, "something can");
  await walk.look(page, "a session that ended");
  const gone = await room.bare.goto(room.bare.url().split("?")[0]);
  walk.expect("the code leads nowhere then", gone.status() === 404, `status ${gone.status()}`);
  await room.phone.goto(room.phone.url().split("?")[0]);
  await walk.look(room.phone, "a code of a session that ended");
}

async function readRecord(walk, page, studio, session) {
  for (const address of [studio, `${studio}/overdracht`]) {
    await page.goto(address);
    const text = await page.locator("main").innerText();
    walk.expect(`${address.slice(-11)} has the decision, its reason and the session`, text.includes(words.decision) && text.includes(words.reason) && (await page.locator(`a[href="${new URL(session).pathname}"]`).count()) === 1, text.slice(0, 300));
  }
  await walk.look(page, "a handover with a session");
}

async function lookBack(walk, page, studio) {
  await page.goto(studio);
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Uw terugblik" }).click()]);
  await page.fill("[name=woorden]", words.reflection);
  await walk.send(page);
  walk.expect("a reflection is private at first", (await page.locator("#eigen").innerText()).includes("Alleen voor u") && !(await page.locator("#gedeeld").innerText()).includes(words.reflection), "it is not");
  walk.expect("and no draft of it stays in the browser", (await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).includes(words.reflection) === false, "one does");
  await walk.look(page, "a private reflection");
  await press(page, /^Deel die van/);
  const shared = await page.locator("#gedeeld").innerText();
  walk.expect("shared it has no name", shared.includes(words.reflection) && !shared.includes("Bea Beheer"), shared);
  await walk.look(page, "a shared reflection");
  await press(page, /^Neem die van/);
  walk.expect("taken back it is private again", !(await page.locator("#gedeeld").innerText()).includes(words.reflection), "it is not");
  await page.getByText(/^Verwijder die van/).click();
  await press(page, "Verwijder");
  walk.expect("removed it is gone", !(await page.locator("main").innerText()).includes(words.reflection), "it is there");
}

/** `page`: of who keeps the workspace, logged in, with the role of worker (checkAgenda gives it). */
export async function checkCodesign(tally, browser, site, axeFile, page) {
  const walk = new Walker(tally, browser, site, axeFile);
  walk.about = "codesign";
  const { studio, session } = await beginSession(walk, page);
  const code = (await page.locator("code.secret").innerText()).trim();
  const room = await gatherIdeas(walk, page, session, code);
  await printSheets(walk, page, session);
  await decide(walk, page, session, room);
  await readRecord(walk, page, studio, session);
  await lookBack(walk, page, studio);
  for (const one of [room.phone, room.bare]) await one.context().close();
  await room.wall.close();
}
