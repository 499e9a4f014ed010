// SPDX-License-Identifier: EUPL-1.2
// From the list of werkplaatsen to one of them; a worker adds two partners and a line, and the table and the drawing show the same. Two
// people change one partner at once. A coordinator gives a studio the word of the werkplaats. All of it also without script.
import { Walker } from "./account.mjs";

const place = "werkplaats-kampen-verzonnen";
const invented = "werkplaats-ijsseldelta-verzonnen";
const words = {
  club: "Zwemclub De Brug (verzonnen)",
  care: "Huisartsen Zuid (verzonnen)",
  about: "Zwemmen op recept (verzonnen)",
  region: "Kampen en Dronten (verzonnen)",
};

async function follow(page, name) {
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name, exact: true }).first().click()]);
}

/** How many partners and lines the tables have, the drawing has, and the file has. */
async function compare(walk, page, name) {
  const read = async (below) => (await (await page.request.get(`${page.url().split(/[?#]/)[0]}${below}.json`)).json()).rows.length;
  const found = {
    partners: [await page.locator("#partners tbody tr").count(), await page.locator(".network svg a").count(), await read("")],
    lines: [await page.locator("#lijnen tbody tr").count(), await page.locator(".network svg .tie").count(), await read("/lijnen")],
  };
  for (const [what, counts] of Object.entries(found))
    walk.expect(`${name}: as many ${what} in the table, the drawing and the file`, new Set(counts).size === 1, counts.join(", "));
  const names = await page.locator(".network svg a").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  const rows = await page.locator("#partners tbody tr").evaluateAll((all) => all.map((row) => row.innerText));
  walk.expect(`${name}: each is drawn by its name and number`, names.every((one, at) => one.startsWith(`${at + 1}, `) && rows[at].includes(one.split(", ")[1])), names.join("; "));
  return { partners: found.partners[0], lines: found.lines[0] };
}

async function readAsGuest(walk, options) {
  const page = await walk.open(options);
  await page.goto(`${walk.site.origin}/nl/werkplaatsen`);
  const text = await page.locator("main").innerText();
  for (const name of ["Noord", "Friesland", "Regio Zwolle", "Flevoland", "Twente", "Arnhem en Nijmegen", "Gelderse Vallei", "Amsterdam en omgeving", "Den Haag en Leiden", "Zuyd", "Noord-Brabant", "Rotterdam", "Eindhoven", "Zeeland"])
    walk.expect(`the list has ${name}`, text.includes(`Werkplaats Sociaal Domein ${name}`), "it has not");
  const card = (name) => page.locator(".werkplaats", { hasText: `Werkplaats Sociaal Domein ${name}` });
  walk.expect("what is from memory says so", /Uit het hoofd.*niet nagekeken/s.test(await card("Eindhoven").innerText()), await card("Eindhoven").innerText());
  walk.expect("what was checked does not", !(await card("Zeeland").innerText()).includes("niet nagekeken"), await card("Zeeland").innerText());
  walk.expect("what is not known is unknown", /Lectoraat\s+onbekend/.test(await card("Rotterdam").innerText()), await card("Rotterdam").innerText());
  if (options.javaScriptEnabled !== false) await walk.look(page, "the werkplaatsen");
  await follow(page, "Werkplaats IJsseldelta (verzonnen)");
  const name = options.javaScriptEnabled === false ? "without script" : "a guest";
  const there = await compare(walk, page, name);
  walk.expect(`${name}: the demonstration has partners and lines`, there.partners === 10 && there.lines === 10, JSON.stringify(there));
  walk.expect(`${name}: at least two walls have no line`, (await page.locator("#schotten .wall-no_line").count()) >= 2, "they have");
  walk.expect(`${name}: nothing can be changed, and no roles are told`, (await page.locator("main form.form, main form button").count()) === 0 && (await page.locator("#mensen").count()) === 0, "something can");
  await page.locator(".network svg a").first().focus();
  await Promise.all([page.waitForURL(/#partner-1$/), page.keyboard.press("Enter")]);
  walk.expect(`${name}: a partner leads to its row`, await page.locator("#partner-1").isVisible(), page.url());
  if (options.javaScriptEnabled !== false) {
    await walk.look(page, "a network");
    for (const part of ["feiten", "lijnen", "schotten"]) {
      await page.goto(`${walk.site.origin}/nl/werkplaats/${invented}/netwerk/${part}`);
      await walk.look(page, `its ${part}`);
    }
  }
  await page.context().close();
}

async function addPartner(walk, page, name, kind, field) {
  await follow(page, "Een partner erbij");
  await page.fill("[name=naam]", name);
  await page.selectOption("[name=soort]", kind);
  await page.selectOption("[name=veld]", field);
  await page.check("[name=nagekeken]");
  await walk.send(page);
  walk.expect("what is checked has a source", (await page.locator("[role=alert]").innerText()).includes("Zeg waar u het nakeek"), "it has not");
  if (kind === "club") await walk.look(page, "a partner without a source");
  await page.fill("[name=bron]", "https://voorbeeld.example/gids");
  await page.fill("[name=gezien]", "2026-11");
  await walk.send(page);
}

async function addAsWorker(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}`);
  await follow(page, "Netwerk: partners en wie met wie werkt");
  walk.expect("unknown is not none", (await page.locator("main").innerText()).includes("Dat zegt niet dat er geen zijn"), "it is");
  walk.expect("members read how many have which role", (await page.locator("#mensen li").count()) > 0, "they do not");
  await walk.look(page, "a network without partners");
  await follow(page, "Een lijn erbij");
  walk.expect("a line takes two", (await page.locator("main").innerText()).includes("twee partners nodig"), "it does not");
  await page.goBack();
  await addPartner(walk, page, words.club, "club", "sport");
  await addPartner(walk, page, words.care, "provider", "care");
  walk.expect("there is no line between sport and care yet", (await page.locator("#schotten tr", { hasText: "nog geen lijn" }).first().innerText()).includes("zorg"), "there is");
  await follow(page, "Een lijn erbij");
  await walk.look(page, "a new line");
  const [club, care] = [words.club, words.care].map((label) => page.getByLabel(label));
  await club.nth(0).check();
  await care.nth(1).check();
  await page.fill("[name=waarover]", words.about);
  await page.fill("[name=gezegd]", "het overleg (verzonnen)");
  await walk.send(page);
  const there = await compare(walk, page, "a worker");
  walk.expect("two partners and one line", there.partners === 2 && there.lines === 1, JSON.stringify(there));
  walk.expect("that crosses the wall", (await page.locator("#schotten .wall-crossed").count()) === 1, "it does not");
  await walk.look(page, "a network with a line");
}

async function writeTogether(walk, page) {
  await follow(page, words.club);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.fill("[name=sinds]", "2020");
  await walk.send(page);
  await other.fill("[name=site]", "https://voorbeeld.example/zwemclub");
  await walk.send(other);
  const text = await other.locator("main").innerText();
  walk.expect("the second sees what the first wrote", text.includes("Iemand anders schreef hier net ook") && text.includes("2020"), text.slice(0, 400));
  await walk.look(other, "two who changed one partner");
  await other.fill("[name=sinds]", "2020");
  await walk.send(other);
  const row = (await (await page.request.get(`${walk.site.origin}/nl/werkplaats/${place}/netwerk.json`)).json()).rows.find((one) => one.name === words.club);
  walk.expect("and nothing is lost", row.since === "2020" && row.site === "https://voorbeeld.example/zwemclub", JSON.stringify(row));
  await other.close();
}

async function changeFacts(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/netwerk`);
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Verander: Gebied" }).click()]);
  await walk.look(page, "changing a fact");
  await page.fill("[name=tekst]", words.region);
  await walk.send(page);
  walk.expect("a fact without a source is not verified", (await page.locator("#feiten dd", { hasText: words.region }).innerText()).includes("niet nagekeken"), "it is");
  await follow(page, "Verander de thema's");
  await page.fill("[name=woorden]", "Bewegen (verzonnen)");
  await page.check("[name=landelijk][value=living_at_home]");
  await walk.send(page);
  walk.expect("a theme can be taken away again", (await page.getByRole("button", { name: "Haal weg: Bewegen (verzonnen)" }).count()) === 1, "it cannot");
  await walk.look(page, "themes");
}

async function chooseWord(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}`);
  await follow(page, "Eigen woorden");
  await walk.look(page, "own words");
  await page.fill("[name=een]", "leernetwerk");
  await page.fill("[name=meer]", "leernetwerken");
  await walk.send(page);
  await follow(page, "Leernetwerken");
  walk.expect("the studios have the word of the werkplaats", (await page.locator("h1").innerText()) === "Leernetwerken", await page.locator("h1").innerText());
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/netwerk/woorden`);
  await page.fill("[name=een]", "");
  await page.fill("[name=meer]", "");
  await walk.send(page);
  walk.expect("and the usual one again", (await page.getByRole("link", { name: "Leerateliers", exact: true }).count()) === 1, "they have not");
}

async function retire(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/netwerk`);
  await follow(page, words.care);
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Haal deze partner weg" }).click()]);
  const there = await compare(walk, page, "after retiring");
  walk.expect("a partner that is retired takes its line along", there.partners === 1 && there.lines === 0, JSON.stringify(there));
}

/** `page`: of who keeps the workspace, logged in, with the role of worker (checkAgenda gives it). */
export async function checkNetwork(tally, browser, site, axeFile, page) {
  const walk = new Walker(tally, browser, site, axeFile);
  walk.about = "network";
  await readAsGuest(walk, {});
  await readAsGuest(walk, { javaScriptEnabled: false });
  await addAsWorker(walk, page);
  await writeTogether(walk, page);
  await changeFacts(walk, page);
  await chooseWord(walk, page);
  await retire(walk, page);
}
