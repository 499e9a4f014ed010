# SPDX-License-Identifier: EUPL-1.2
"""No test is skipped, none is singled out, and nothing is left for later in a comment."""
import re
import sys

import tree

SKIPPED = re.compile(
    r"doctest::" + r"(skip|may_fail|should_fail)\b|--no-" + r"run\b|\b(test|it|describe)\." + r"(skip|only|todo|fixme)\b"
    r"|@?(unittest|pytest\.mark)\." + r"(skip|xfail)|\bself\.skipTest\(|\bDISABLED" + r" TRUE")
LATER = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
CODE = (".cpp", ".hpp", ".cc", ".py", ".ts", ".mjs", ".js", ".css", ".cmake", ".sql", ".sh", "CMakeLists.txt", "/wf")


def main():
    root = tree.root_argument()
    faults = []
    files = [path for path in tree.files(root) if f"/{path.relative_to(root)}".endswith(CODE)]
    for path in files:
        for number, line in enumerate((tree.read(path) or "").splitlines(), 1):
            found = SKIPPED.search(line)
            if found:
                faults.append(f"{path.relative_to(root)}:{number}: a test that does not run: {found[0]}")
            found = LATER.search(line)
            if found:
                faults.append(f"{path.relative_to(root)}:{number}: do it, or write it down as an issue: {found[0]}")
    return tree.conclude(faults, f"open ends: {len(files)} files, none")


if __name__ == "__main__":
    sys.exit(main())
