# SPDX-License-Identifier: EUPL-1.2
"""All rules of the house: lint.py [--tidy] [--headers] [RULE...]

Every tools/lint_*.py is a rule, and adding one is adding a file. --headers compiles each header alone, --tidy runs
clang-tidy over the dev build; both take minutes.
"""
import pathlib
import subprocess
import sys

import tree

TOOLS = pathlib.Path(__file__).resolve().parent


def main(arguments):
    names = [argument for argument in arguments if not argument.startswith("--")]
    rules = {path.stem.removeprefix("lint_"): path for path in sorted(TOOLS.glob("lint_*.py"))}
    unknown = [name for name in names if name not in rules]
    if unknown:
        print(f"no rule is called {' or '.join(unknown)}; there are: {' '.join(rules)}", file=sys.stderr)
        return 2
    chosen = [rules[name] for name in names] if names else list(rules.values())
    chosen += [TOOLS / f"check_{option[2:]}.py" for option in arguments if option in ("--headers", "--tidy")]

    running = [(path, subprocess.Popen([sys.executable, str(path)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                       text=True)) for path in chosen]
    counts = {tree.HOLDS: 0, tree.BROKEN: 0, tree.NOT_ASKED: 0}
    for path, process in running:
        said = process.communicate()[0].strip()
        status = process.returncode if process.returncode in counts else tree.BROKEN
        counts[status] += 1
        if status == tree.BROKEN:
            print(f"BROKEN {path.stem.split('_', 1)[1]}")
            print("    " + said.replace("\n", "\n    "))
        else:
            print(f"{'holds ' if status == tree.HOLDS else 'not asked'} {said}")
    print(f"{counts[tree.HOLDS]} rules hold")
    print(f"{counts[tree.HOLDS]} passed, {counts[tree.BROKEN]} failed, {counts[tree.NOT_ASKED]} skipped")
    return 1 if counts[tree.BROKEN] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
