// SPDX-License-Identifier: EUPL-1.2
// A resident's question from the list of gaps to the agenda, into a plan, to a step that was done and one that was not, and back to the
// page that only she can find. Then two people write the same plan at once. Every page on the way is looked at by axe.
import { Walker } from "./account.mjs";

const place = "werkplaats-kampen-verzonnen";
const words = {
  asked: "Mijn man loopt met een rollator. Kan er een bank komen op weg naar de winkel? (verzonnen)",
  agenda: "Een bank op weg naar de winkel (verzonnen)",
  told: "Dank u wel, we lopen volgende week mee.",
  done: "Twee banken geplaatst (verzonnen)",
  dropped: "Een bank bij de brug (verzonnen)",
  why: "De stoep is daar te smal.",
  outcome: "Meer mensen halen de winkel zonder te hoeven omkeren (verzonnen).",
};

async function askAsResident(walk, page) {
  await page.goto(`${walk.site.origin}/nl/kansen?wie=rollator&waar=supermarket`);
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Stel hier een vraag over" }).click()]);
  await walk.look(page, "whom to ask");
  await Promise.all([page.waitForNavigation(), page.locator(`main a[href*="/vragen/${place}/stel"]`).click()]);
  await walk.look(page, "asking");
  await walk.send(page);
  walk.expect("an empty question is told", (await page.locator("[role=alert] li").count()) === 1, "it is not");
  walk.expect("the page that it stands on is still known", page.url().includes("bij="), page.url());
  await page.fill("[name=vraag]", words.asked);
  await walk.send(page);
  walk.expect("who asked gets a page of her own", page.url().includes(`/vragen/${place}/volg/`), page.url());
  const text = await page.locator("main").innerText();
  walk.expect("with her own words", text.includes(words.asked), "they are not there");
  walk.expect("and the link to keep", text.includes("/volg/"), "it is not there");
  await walk.look(page, "a question of one's own");
  return page.url().split("?")[0];
}

async function takeRoleOfWorker(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/agenda`);
  walk.expect("who keeps a workspace does not read its questions", (await page.locator("main").innerText()).includes(words.asked) === false, "she does");
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/mensen`);
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Bea Beheer (verzonnen)" }).click()]);
  await page.check("[name=rollen][value=worker]");
  await walk.send(page);
}

async function putOnAgenda(walk, page, stranger) {
  const before = await stranger.request.get(`${walk.site.origin}/nl/vragen/${place}.json`);
  walk.expect("nobody else sees it before it was read", !(await before.text()).includes("rollator"), "somebody does");
  await page.goto(`${walk.site.origin}/nl/werkplaats/${place}/agenda`);
  await walk.look(page, "the agenda at the desk");
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: words.asked }).click()]);
  await walk.look(page, "a question at the desk");
  await page.fill("[name=woorden]", words.agenda);
  await page.check("[name=landelijk][value=living_at_home]");
  await walk.send(page, "#woorden");
  await page.check("[name=staat][value=not_taken_up]");
  await walk.send(page, "#woord");
  walk.expect("not taking it up needs a reason", (await page.locator("[role=alert]").innerText()).includes("Zeg waarom"), "it does not");
  await walk.look(page, "a question at the desk with a fault");
  await page.check("[name=staat][value=on_agenda]");
  await page.fill("[name=woord]", words.told);
  await walk.send(page, "#woord");
}

async function makePlan(walk, page) {
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Maak een verbeterplan" }).click()]);
  await walk.look(page, "a new plan");
  walk.expect("the plan begins with the words of the question", (await page.inputValue("[name=titel]")) === words.agenda, "it does not");
  await walk.send(page);
  const plan = page.url();
  walk.expect("without owner, date and indicator it cannot start", (await page.getByRole("button", { name: "Begin met dit plan" }).count()) === 0, "it can");
  await walk.look(page, "a plan that cannot start");
  await page.goto(`${plan}/schrijf`);
  await page.fill("[name=eigenaar]", "Gemeente, openbare ruimte");
  await page.fill("[name=klaar]", "2027-04-01");
  await page.fill("[name=maat]", "Er staan twee banken");
  await walk.send(page);
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Begin met dit plan" }).click()]);
  for (const step of [words.done, words.dropped]) {
    if (!(await page.locator("#stap [name=stap]").isVisible())) await page.getByText("Beloof een stap").click();
    await page.fill("#stap [name=stap]", step);
    await page.fill("#stap [name=voor]", "2027-02-01");
    await walk.send(page, "#stap");
  }
  await walk.look(page, "a plan that runs");
  return plan;
}

async function endSteps(walk, page) {
  const end = async (step, how, said) => {
    const row = page.locator(".trail > li", { hasText: step });
    await row.getByText("Laat weten hoe het afliep").click();
    await row.locator(`[name=af][value=${how}]`).check();
    if (said) await row.locator("[name=gezegd]").fill(said);
    await Promise.all([page.waitForNavigation(), row.locator("button[type=submit]").click()]);
  };
  await end(words.done, "done", "");
  await end(words.dropped, "dropped", "");
  walk.expect("a step that is not done needs a reason", (await page.locator("[role=alert]").innerText()).includes("waarom niet"), "it does not");
  await page.locator("[name=gezegd]").last().fill(words.why);
  await Promise.all([page.waitForNavigation(), page.locator(".trail form.form button[type=submit]").last().click()]);
}

async function seeItComeBack(walk, page, link) {
  await page.goto(link);
  const text = await page.locator("main").innerText();
  for (const said of [words.told, words.done, words.dropped, words.why, "Gemeente, openbare ruimte"])
    walk.expect(`who asked reads: ${said}`, text.includes(said), "she does not");
  walk.expect("and that something was done", text.includes("Er is iets gedaan met uw vraag"), text.slice(0, 300));
  await walk.look(page, "a question that came back");
}

async function writeTogether(walk, page, plan) {
  const other = await page.context().newPage();
  await other.goto(`${plan}/schrijf`);
  await page.goto(`${plan}/schrijf`);
  await page.fill("[name=kosten]", "900 euro");
  await walk.send(page);
  await other.fill("[name=betaalt]", "De gemeente");
  await walk.send(other);
  const both = await other.locator("main").innerText();
  walk.expect("what two people wrote at once stands in the plan", both.includes("900 euro") && both.includes("De gemeente"), both.slice(0, 400));
  walk.expect("and the second is told", both.includes("samen met wat een ander schreef"), "she is not");
  await walk.look(other, "a plan written together");
  await page.goto(`${plan}/schrijf`);
  await other.goto(`${plan}/schrijf`);
  await page.fill("[name=kosten]", "1.000 euro");
  await walk.send(page);
  await other.fill("[name=kosten]", "1.200 euro");
  await walk.send(other);
  const clash = await other.locator("main").innerText();
  walk.expect("who wrote the same sees both", clash.includes("1.000 euro") && (await other.inputValue("[name=kosten]")) === "1.200 euro", clash.slice(0, 400));
  await walk.look(other, "two who wrote the same");
  await walk.send(other);
  walk.expect("and decides", (await other.locator("main").innerText()).includes("1.200 euro"), "she cannot");
  await other.close();
}

async function finish(walk, page, plan, link) {
  await page.goto(plan);
  await page.getByText("Rond het plan af of stop ermee").click();
  await page.check("[name=hoe][value=closed]");
  await page.fill("[name=uitkomst]", words.outcome);
  await walk.send(page, "#einde");
  await walk.look(page, "a plan that ended");
  const stranger = await walk.open();
  await stranger.goto(link);
  walk.expect("who asked reads what it did", (await stranger.locator("main").innerText()).includes(words.outcome), "she does not");
  await stranger.goto(`${walk.site.origin}/nl/vragen/${place}`);
  await walk.look(stranger, "the agenda of a werkplaats");
  await stranger.getByLabel("Zoek in de vragen").fill("banken winkel");
  await Promise.all([stranger.waitForNavigation(), stranger.getByRole("button", { name: "Zoek" }).click()]);
  walk.expect("the question is found by its stems", (await stranger.locator("table", { hasText: words.agenda }).count()) === 1, "it is not");
  await Promise.all([stranger.waitForNavigation(), stranger.getByRole("link", { name: words.agenda }).click()]);
  const text = await stranger.locator("main").innerText();
  walk.expect("everybody reads the way of a question", text.includes(words.outcome) && text.includes(words.why), text.slice(0, 300));
  walk.expect("and not the words as they were asked", !text.includes(words.asked), "they are there");
  await walk.look(stranger, "a question as everybody sees it");
  await stranger.context().close();
}

/** `page`: of who keeps the workspace, logged in. */
export async function checkAgenda(tally, browser, site, axeFile, page) {
  const walk = new Walker(tally, browser, site, axeFile);
  walk.about = "agenda";
  const resident = await walk.open();
  const link = await askAsResident(walk, resident);
  await takeRoleOfWorker(walk, page);
  await putOnAgenda(walk, page, resident);
  const plan = await makePlan(walk, page);
  await endSteps(walk, page);
  await seeItComeBack(walk, resident, link);
  await writeTogether(walk, page, plan);
  await finish(walk, page, plan, link);
  await resident.context().close();
}
