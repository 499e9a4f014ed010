# SPDX-License-Identifier: EUPL-1.2
"""clang-tidy over our sources, as build/dev/compile_commands.json says they are compiled: check_tidy.py [ROOT]."""
import concurrent.futures
import json
import shutil
import subprocess
import sys

import tree


def main():
    root = tree.root_argument()
    commands = root / "build" / "dev" / "compile_commands.json"
    if shutil.which("clang-tidy") is None or not commands.exists():
        print("tidy: needs clang-tidy and a dev build")
        return tree.NOT_ASKED
    ours = sorted({entry["file"] for entry in json.loads(commands.read_text())
                   if entry["file"].startswith(str(root / "src")) and not entry["file"].endswith("_test.cpp")})

    def ask(file):
        done = subprocess.run(["clang-tidy", "--quiet", "-p", str(commands.parent), file], capture_output=True, text=True,
                              cwd=root, check=False)
        return [line.replace(f"{root}/", "") for line in done.stdout.splitlines() if " error: " in line or " warning: " in line]

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        faults = sorted({fault for some in pool.map(ask, ours) for fault in some})
    return tree.conclude(faults, f"tidy: {len(ours)} sources")


if __name__ == "__main__":
    sys.exit(main())
