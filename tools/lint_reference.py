# SPDX-License-Identifier: EUPL-1.2
"""docs/reference is what the program says about itself: `weefsel docs docs/reference --check`. Asked of a program
that was built from these sources; ./wf test builds one."""
import subprocess
import sys

import tree


def main():
    root = tree.root_argument()
    for preset in ("asan", "dev", "release"):
        program = root / "build" / preset / "weefsel"
        if program.exists():
            break
    else:
        print("reference: there is no program yet (./wf build)")
        return tree.NOT_ASKED
    done = subprocess.run([str(program), "docs", "docs/reference", "--check"], cwd=root, capture_output=True, text=True,
                          timeout=60, check=False)
    if done.returncode == 0:
        print(f"reference: docs/reference is what build/{preset}/weefsel says")
        return tree.HOLDS
    print((done.stdout + done.stderr).strip())
    print(f"docs/reference:1: out of date: build/{preset}/weefsel docs docs/reference")
    return tree.BROKEN


if __name__ == "__main__":
    sys.exit(main())
