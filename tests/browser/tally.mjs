// SPDX-License-Identifier: EUPL-1.2
// One line for every check, and the count at the end.

export class Tally {
  passed = 0;
  failed = 0;

  /** `faults` is empty when all is as it must be. */
  add(name, faults) {
    const well = faults.length === 0;
    if (well) this.passed += 1;
    else this.failed += 1;
    console.log(`${well ? "so      " : "FAILED  "}${name}`);
    for (const fault of faults) console.log(`          ${fault}`);
  }

  /** A check that cannot even be carried out has failed. */
  async check(name, work) {
    try {
      this.add(name, await work());
    } catch (trouble) {
      this.add(name, [String(trouble.message ?? trouble).split("\n").slice(0, 6).join(" / ")]);
    }
  }

  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed, 0 skipped`);
    return this.failed === 0 ? 0 : 1;
  }
}
