// SPDX-License-Identifier: EUPL-1.2
// From an empty installation to somebody who has gone: the first administrator, a workspace, a researcher who is invited, logs in with a
// code from her phone, is refused what is not hers, takes her data along and leaves; after which the trail still holds. Every page on
// the way is looked at by axe, on a phone and on a desk.
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { findOverflow, runAxe, settle } from "./look.mjs";

const shapes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
const password = { admin: "vier paarse fietsen zingen", researcher: "drie stille kanalen dromen" };
export const mail = { admin: "beheer@voorbeeld.example", researcher: "fatma@voorbeeld.example" };

/** RFC 6238, from the letters that a phone would be given. */
function codeAt(letters, step) {
  let bits = "";
  for (const letter of letters.replaceAll(" ", "")) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", key).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, "0");
}

class Phone {
  #last = 0;
  constructor(letters) {
    this.letters = letters;
  }
  /** A code that was not used before: of this half minute, or of the next one. */
  next() {
    const now = Math.floor(Date.now() / 30000);
    this.#last = Math.max(now, this.#last + 1);
    return codeAt(this.letters, this.#last);
  }
}

/** The newest letter to somebody with a link to such a page, as it lies in the folder; waits for it. */
export async function letterTo(folder, address, part) {
  for (let tries = 0; tries < 150; tries += 1) {
    try {
      const found = readdirSync(folder)
        .filter((name) => name.endsWith(".eml"))
        .sort()
        .map((name) => readFileSync(join(folder, name), "utf8"))
        .filter((text) => text.includes(`To: ${address}`) || text.includes(`To: <${address}>`))
        .map((text) => text.replaceAll("=\r\n", "").replaceAll("=3D", "="))
        .filter((text) => text.includes(`/${part}/`))
        .at(-1);
      if (found) return found;
    } catch {
      // The folder is made with the first letter.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no letter came for ${address}`);
}
export function linkIn(letter, part) {
  const found = new RegExp(`/(?:nl|en)/${part}/[\\w-]+`).exec(letter);
  if (!found) throw new Error(`no link to ${part} in the letter`);
  return found[0];
}

export class Walker {
  about = "account";
  constructor(tally, browser, site, axeFile) {
    Object.assign(this, { tally, browser, site, axeFile });
  }
  expect(name, holds, what) {
    this.tally.add(`${this.about}: ${name}`, holds ? [] : [what]);
  }
  async open(options = {}) {
    const context = await this.browser.newContext({ locale: "nl-NL", reducedMotion: "reduce", ...options });
    return context.newPage();
  }
  /** Axe and width on both shapes, in both colours. */
  async look(page, name) {
    for (const shape of shapes) {
      await page.setViewportSize(shape);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await settle(page);
        await this.tally.check(`${this.about}: ${name}: axe at ${shape.width}, ${colorScheme}`, () => runAxe(page, this.axeFile));
      }
      await this.tally.check(`${this.about}: ${name}: no sideways scroll at ${shape.width}`, () => findOverflow(page));
    }
  }
  async send(page, form = "form.form") {
    await Promise.all([page.waitForNavigation(), page.locator(`${form} button[type=submit]`).first().click()]);
  }
}

async function setUpCode(walk, page, secret, name) {
  await walk.look(page, `${name}: setting up a code`);
  const phone = new Phone(await page.locator("code.secret").innerText());
  await page.fill("[name=code]", "000000");
  await page.fill("[name=wachtwoord]", secret);
  await walk.send(page);
  walk.expect(`${name}: a wrong code is told`, (await page.locator("[role=alert]").innerText()).includes("code klopt niet"), "it is not");
  await walk.look(page, `${name}: a wrong code`);
  await page.fill("[name=code]", phone.next());
  await page.fill("[name=wachtwoord]", secret);
  await walk.send(page);
  walk.expect(`${name}: ten recovery codes`, (await page.locator(".codes li").count()) === 10, "there are not ten");
  await walk.look(page, `${name}: recovery codes`);
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Ik heb ze bewaard" }).click()]);
  return phone;
}

export async function makeAdministrator(walk) {
  const page = await walk.open();
  await page.goto(walk.site.setup.replace("/begin", "/nl/begin"));
  await walk.look(page, "first set-up");
  await page.fill("[name=naam]", "Bea Beheer (verzonnen)");
  await page.fill("[name=mail]", "beheer");
  await page.fill("[name=wachtwoord]", "wachtwoord2026");
  await walk.send(page);
  const faults = await page.locator("[role=alert] li").count();
  walk.expect("all faults of a form are told at once", faults === 2, `${faults} are`);
  walk.expect("what was typed is still there", (await page.inputValue("[name=naam]")) === "Bea Beheer (verzonnen)", "it is not");
  walk.expect("a password is not sent back", (await page.inputValue("[name=wachtwoord]")) === "", "it is");
  await walk.look(page, "first set-up with faults");
  await page.fill("[name=mail]", mail.admin);
  await page.fill("[name=wachtwoord]", password.admin);
  await walk.send(page);
  walk.expect("the first administrator is led to a code first", page.url().includes("/nl/mijn/code"), page.url());
  const phone = await setUpCode(walk, page, password.admin, "administrator");
  walk.expect("and then to what is next", page.url().endsWith("/nl/begin/verder"), page.url());
  await walk.look(page, "what to do next");
  return { page, phone };
}

export async function makeWorkspace(walk, page) {
  await page.goto(`${walk.site.origin}/nl/beheer/werkplaatsen`);
  await walk.look(page, "workspaces");
  await page.fill("[name=naam]", "Werkplaats Kampen (verzonnen)");
  await page.check("[name=soort][value=werkplaats]");
  await page.fill("[name=mail]", mail.admin);
  await walk.send(page);
  await page.goto(walk.site.origin + linkIn(await letterTo(walk.site.mailFolder, mail.admin, "uitnodiging"), "uitnodiging"));
  await walk.look(page, "an invitation for who has an account");
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Ja, ik doe mee" }).click()]);
  await page.goto(`${walk.site.origin}/nl/werkplaats/werkplaats-kampen-verzonnen`);
  await walk.look(page, "a workspace");
  await page.getByRole("link", { name: /Mensen/ }).click();
  await page.fill("[name=mail]", mail.researcher);
  await page.check("[name=rollen][value=researcher]");
  await walk.send(page, "#een");
  walk.expect("the invitation stands in the list", (await page.locator("table", { hasText: mail.researcher }).count()) === 1, "it does not");
  await walk.look(page, "people of a workspace");
}

/** What somebody types can be looked at, and the meter says what the server will say; it is never sterner than the server. */
async function helpWithPassword(walk, page) {
  const field = page.locator("[name=wachtwoord]");
  const button = page.getByRole("button", { name: "Laat zien wat ik typ" });
  await page.fill("[name=naam]", "Fatma Yilmaz (verzonnen)");
  await field.fill("kort");
  walk.expect("a password is hidden at first", (await field.getAttribute("type")) === "password" && (await button.getAttribute("aria-pressed")) === "false", "it is not");
  await button.focus();
  await page.keyboard.press("Enter");
  walk.expect("a password can be looked at", (await field.getAttribute("type")) === "text" && (await button.getAttribute("aria-pressed")) === "true", "it can not");
  await walk.look(page, "a password that is shown");
  await page.keyboard.press("Enter");
  walk.expect("and hidden again", (await field.getAttribute("type")) === "password" && (await field.inputValue()) === "kort", "it is not");

  // What the meter says, what the server says: it has more words.
  const samples = [
    ["kort", "Te kort", "password.too_short"],
    ["ğüşiöçğüşiö", "Te kort", "password.too_short"],
    ["x".repeat(129), "Te lang", "password.too_long"],
    ["aaaaaaaaaaaa", "Te voorspelbaar", "password.obvious"],
    ["abcabcabcabca", "Te voorspelbaar", "password.obvious"],
    ["123456789012", "Te voorspelbaar", "password.obvious"],
    ["abcdefghijklmnop", "Te voorspelbaar", "password.obvious"],
    ["qwertyuiop123", "Te voorspelbaar", "password.obvious"],
    ["W@chtw00rd1234", "Te voorspelbaar", "password.obvious"],
    ["fatmayilmaz1990", "Te voorspelbaar", "password.obvious"],
    ["!!!!!!!!!!!!????", "Te voorspelbaar", "password.obvious"],
    ["zomerzonnetjes", "Ziet er goed uit", undefined],
    ["zomerherfst12", "Ziet er goed uit", "password.obvious"],
    ["vier paarse fietsen zingen", "Ziet er goed uit", undefined],
    ["9xK!vmQ2-tR7z", "Ziet er goed uit", undefined],
  ];
  for (const [text, wanted, code] of samples) {
    await field.fill(text);
    const said = await page.locator(".strength [role=status]").innerText();
    walk.expect(`the meter says of "${text.slice(0, 20)}": ${wanted}`, said === wanted, `it says "${said}"`);
    // Without a name, so that nothing is made of it.
    const headers = { Origin: walk.site.origin, Accept: "application/json" };
    const answer = await page.request.post(page.url(), { headers, data: { naam: "", wachtwoord: text } });
    const codes = (await answer.json()).errors?.map((error) => error.code) ?? [String(answer.status())];
    const judged = text.startsWith("fatma") ? code : codes.find((one) => one !== "form.required");
    walk.expect(`and the server of "${text.slice(0, 20)}": ${code ?? "nothing"}`, judged === code, codes.join(" "));
  }
  await walk.look(page, "a password that is measured");
  await field.fill("");
  walk.expect("the meter goes with the password", !(await page.locator(".strength meter").isVisible()), "it stays");
}

async function welcomeResearcher(walk) {
  const page = await walk.open();
  await page.goto(walk.site.origin + linkIn(await letterTo(walk.site.mailFolder, mail.researcher, "uitnodiging"), "uitnodiging"));
  await walk.look(page, "an invitation");
  await helpWithPassword(walk, page);
  await page.fill("[name=naam]", "Fatma Yilmaz (verzonnen)");
  await page.fill("[name=wachtwoord]", password.researcher);
  await walk.send(page);
  walk.expect("she comes to her own page", page.url().endsWith("/nl/mijn"), page.url());
  await walk.look(page, "my account");
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Codes instellen" }).click()]);
  const phone = await setUpCode(walk, page, password.researcher, "researcher");
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Uitloggen", exact: true }).first().click()]);
  return { page, phone };
}

async function logIn(walk, page, phone) {
  await page.goto(`${walk.site.origin}/nl/mijn`);
  walk.expect("who logged out is asked to log in", page.url().includes("/nl/inloggen?naar="), page.url());
  await walk.look(page, "logging in");
  await page.fill("[name=mail]", mail.researcher);
  await page.fill("[name=wachtwoord]", "een ander lang wachtwoord");
  await walk.send(page);
  walk.expect("a wrong password is told", (await page.locator("[role=alert]").innerText()).includes("klopt niet"), "it is not");
  await page.fill("[name=wachtwoord]", password.researcher);
  await walk.send(page);
  walk.expect("then the code is asked", page.url().includes("/nl/inloggen/code"), page.url());
  await page.goto(`${walk.site.origin}/nl/mijn`);
  walk.expect("without the code nothing opens", page.url().includes("/nl/inloggen?naar="), page.url());
  await page.goto(`${walk.site.origin}/nl/inloggen/code?naar=/nl/mijn`);
  await walk.look(page, "the code");
  await page.fill("[name=code]", phone.next());
  await walk.send(page);
  walk.expect("with the code she is in", page.url().endsWith("/nl/mijn"), page.url());
  await page.goto(`${walk.site.origin}/nl/mijn/ingelogd`);
  await walk.look(page, "logging out elsewhere");
}

async function refuseWhatIsNotHers(walk, page) {
  const base = `${walk.site.origin}/nl`;
  for (const path of ["/beheer", "/begin/verder", "/werkplaats/werkplaats-kampen-verzonnen/mensen", "/werkplaats/werkplaats-kampen-verzonnen/spoor", "/werkplaats/beheer"]) {
    const answer = await page.goto(base + path);
    walk.expect(`she is refused ${path}`, answer.status() === 403, `status ${answer.status()}`);
    const text = await page.locator("body").innerText();
    walk.expect(`and nothing of ${path} is shown`, !text.includes(mail.admin) && !text.includes("Bea Beheer"), "something is");
  }
  await walk.look(page, "a refusal");
  const mine = await page.goto(`${base}/werkplaats/werkplaats-kampen-verzonnen`);
  walk.expect("her workspace opens", mine.status() === 200, `status ${mine.status()}`);
}

async function leave(walk, page) {
  await page.goto(`${walk.site.origin}/nl/mijn`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download mijn gegevens" }).first().click()]);
  const data = JSON.parse(readFileSync(await download.path(), "utf8"));
  walk.expect("her data are hers", data.account?.mail === mail.researcher && JSON.stringify(data).includes("Fatma Yilmaz"), JSON.stringify(data).slice(0, 200));
  walk.expect("and nobody else's", !JSON.stringify(data).includes(mail.admin), "somebody else is in it");
  await page.goto(`${walk.site.origin}/nl/mijn/verwijderen`);
  await walk.look(page, "leaving");
  await page.check("[name=zeker]");
  await page.fill("[name=wachtwoord]", password.researcher);
  await walk.send(page);
  walk.expect("it is told that she is gone", (await page.locator("h1").innerText()).includes("verwijderd"), "it is not");
  await walk.look(page, "gone");
  await page.goto(`${walk.site.origin}/nl/inloggen`);
  await page.fill("[name=mail]", mail.researcher);
  await page.fill("[name=wachtwoord]", password.researcher);
  await walk.send(page);
  walk.expect("she cannot log in any more", (await page.locator("[role=alert]").count()) === 1, "she can");
}

async function readTrail(walk, page) {
  await page.goto(`${walk.site.origin}/nl/werkplaats/werkplaats-kampen-verzonnen/spoor`);
  const text = await page.locator("main").innerText();
  walk.expect("the trail does not name who is gone", !text.includes("Fatma") && !text.includes(mail.researcher), "it does");
  await walk.look(page, "the trail");
  const said = execFileSync(walk.site.program, ["audit", "verify", "--store", walk.site.store], { encoding: "utf8" });
  walk.expect("the chain of every workspace holds", !/broken|break|fault/i.test(said) && said.trim() !== "", said);
}

/** A form that was not taken, because the net was gone, comes back with what was typed. */
async function keepDraft(walk, page) {
  const address = `${walk.site.origin}/nl/werkplaats/werkplaats-kampen-verzonnen/mensen`;
  await page.goto(address);
  await page.fill("#een [name=mail]", "nog.iemand@voorbeeld.example");
  await page.check("#een [name=rollen][value=worker]");
  await page.context().setOffline(true);
  await page.locator("#een button[type=submit]").first().click();
  await page.waitForTimeout(300);
  await page.context().setOffline(false);
  await page.goto(address);
  walk.expect("what was typed when the net was gone is still there", (await page.inputValue("#een [name=mail]")) === "nog.iemand@voorbeeld.example", `at ${page.url()}`);
  await walk.send(page, "#een");
  await page.goto(address);
  walk.expect("and gone once it was taken", (await page.inputValue("#een [name=mail]")) === "", "it is still there");
}

/** Gives the page of who keeps the installation, logged in. */
export async function checkAccounts(tally, browser, site, axeFile) {
  const walk = new Walker(tally, browser, site, axeFile);
  const admin = await makeAdministrator(walk);
  await makeWorkspace(walk, admin.page);
  const her = await welcomeResearcher(walk);
  await logIn(walk, her.page, her.phone);
  await refuseWhatIsNotHers(walk, her.page);
  await leave(walk, her.page);
  await readTrail(walk, admin.page);
  await keepDraft(walk, admin.page);
  for (const path of ["/beheer", "/beheer/werkplaatsen", "/beheer/instellingen", "/beheer/opslag", "/beheer/post", "/beheer/inloggen", "/beheer/rechten"]) {
    const answer = await admin.page.goto(`${site.origin}/nl${path}`);
    walk.expect(`${path} opens for the administrator`, answer.status() === 200, `status ${answer.status()}`);
    await walk.look(admin.page, path);
  }
  await her.page.context().close();
  return admin.page;
}
