// SPDX-License-Identifier: EUPL-1.2
// What comes in a werkplaats: a step is promised for a day and stands in the list and in the file for one's own calendar. Every page on the
// way is looked at by axe.
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
