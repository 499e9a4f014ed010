// SPDX-License-Identifier: EUPL-1.2
// Beside a password: a button to look at what was typed, and for a new one how soon it is guessed. The rules are those of
// platform/secret/obvious.cpp with a few of its words; the server judges again, with all of them.
const words = ["password", "wachtwoord", "welkom", "qwerty", "qwertyuiop", "azerty", "azertyuiop", "asdf", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm"];
const most = 128;

function lettersOf(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}

/** 3 for e, @ for a; but a year or an exclamation mark at the end is no letter. */
function withoutDisguise(text: string): string {
  return text.replace(/[^a-z]+$/i, "").replace(/[013457@$!]/g, (sign) => "oieastasi"["013457@$!".indexOf(sign)] ?? "");
}

function isMadeOf(letters: string, known: string[], pieces: number): boolean {
  if (letters === "") return true;
  return pieces > 0 && known.some((word) => letters.startsWith(word) && isMadeOf(letters.slice(word.length), known, pieces - 1));
}

/** "abcabcab": each sign is the one that stands a piece before it. */
function isRepeated(text: string): boolean {
  for (let piece = 1; piece <= text.length / 2; piece += 1) {
    if (text.slice(piece) === text.slice(0, -piece)) return true;
  }
  return false;
}

function isRow(text: string): boolean {
  let steps = 0;
  for (let i = 1; i < text.length; i += 1) if (Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1)) <= 1) steps += 1;
  return steps * 3 >= text.length * 2;
}

function isObvious(text: string, about: string[]): boolean {
  const known = words.concat(about.flatMap((one) => one.split(/\s+/)).map(lettersOf).filter((one) => one.length > 2));
  return isMadeOf(lettersOf(text), known, 2) || isMadeOf(lettersOf(withoutDisguise(text)), known, 2) || isRepeated(text) || isRow(text);
}

/** The words for each stand at the field: data-too-short and so on. */
type Verdict = "tooShort" | "tooLong" | "obvious" | "good";

function judge(input: HTMLInputElement): Verdict {
  const { length } = [...input.value];
  if (length < Number(input.dataset.least)) return "tooShort";
  if (length > most) return "tooLong";
  const others = [...(input.form?.elements ?? [])].filter((one) => one !== input && /^(text|email)$/.test((one as HTMLInputElement).type));
  return isObvious(input.value, others.map((one) => (one as HTMLInputElement).value)) ? "obvious" : "good";
}

function addMeter(input: HTMLInputElement): void {
  const line = document.createElement("p");
  line.className = "strength";
  const meter = document.createElement("meter");
  Object.assign(meter, { max: 3, low: 1.5, high: 2.5, optimum: 3, hidden: true });
  meter.setAttribute("aria-label", input.dataset.strength ?? "");
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  line.append(meter, said);
  input.after(line);
  const show = () => {
    const verdict = judge(input);
    const text = input.value === "" ? "" : (input.dataset[verdict] ?? "");
    meter.hidden = text === "";
    meter.value = { tooShort: 1, tooLong: 1, obvious: 2, good: 3 }[verdict];
    // A screen reader hears it when it changes, not at each letter.
    if (said.textContent !== text) said.textContent = text;
  };
  input.form?.addEventListener("input", show);
}

function addButton(input: HTMLInputElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "utrecht-button utrecht-button--subtle show-secret";
  button.textContent = input.dataset.show ?? "";
  button.setAttribute("aria-controls", input.id);
  const set = (shown: boolean) => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  };
  set(false);
  button.addEventListener("click", () => set(input.type === "password"));
  // What is sent as a password is not kept by the browser among texts that were typed before.
  input.form?.addEventListener("submit", () => set(false));
  input.after(button);
}

export function helpWithPasswords(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-show]")) {
    if (input.dataset.strength) addMeter(input);
    addButton(input);
  }
}
