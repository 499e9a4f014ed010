# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/asvs.md holds: every item has a verdict, "met" names a test, and every test named there is there."""
import re
import sys

import tree

PAGE = "docs/reference/asvs.md"
VERDICTS = ("met", "by design", "operator", "partly", "not met", "not here")
ITEM = re.compile(r"\d+\.\d+\.\d+$")
PROOF = re.compile(r'`(?P<file>[\w./-]+\.\w+)`: "(?P<name>[^"]+)"')


def holds_name(text, name):
    """As it stands, or as it is written inside a string of JSON or C++."""
    return name in text or name.replace('"', '\\"') in text


def check_row(root, place, cells, texts):
    item, level, asks, verdict, why = cells
    if level not in ("1", "2") or not asks:
        yield f"{place}: {item} has no level (1 or 2) or does not say what it asks"
    if verdict not in VERDICTS:
        yield f"{place}: {item} has no verdict; there are: {', '.join(VERDICTS)}"
    proofs = list(PROOF.finditer(why))
    if verdict == "met" and not proofs:
        yield f"{place}: {item} is met, and names no test: `file`: \"name\""
    if not why:
        yield f"{place}: {item} does not say why"
    for proof in proofs:
        path = root / proof["file"]
        if path not in texts:
            texts[path] = (tree.read(path) or "") if path.is_file() else None
        if texts[path] is None:
            yield f"{place}: {item} names a file that is not there: {proof['file']}"
        elif not holds_name(texts[path], proof["name"]):
            yield f"{place}: {item} names a test that is not in {proof['file']}: {proof['name']}"


def main():
    root = tree.root_argument()
    page = root / PAGE
    if not page.exists():
        return tree.conclude([f"{PAGE}:1: is not there"], "")
    faults, texts, seen, verdicts = [], {}, set(), {}
    for number, line in enumerate(page.read_text().splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or not ITEM.match(cells[0]):
            continue
        place = f"{PAGE}:{number}"
        if len(cells) != 5:
            faults.append(f"{place}: {cells[0]} has {len(cells)} cells, not 5")
            continue
        if cells[0] in seen:
            faults.append(f"{place}: {cells[0]} stands here twice")
        seen.add(cells[0])
        verdicts[cells[3]] = verdicts.get(cells[3], 0) + 1
        faults.extend(check_row(root, place, cells, texts))
    if not seen:
        faults.append(f"{PAGE}:1: there is no item in it")
    told = ", ".join(f"{verdicts[name]} {name}" for name in VERDICTS if name in verdicts)
    return tree.conclude(faults, f"asvs: {len(seen)} items: {told}")


if __name__ == "__main__":
    sys.exit(main())
