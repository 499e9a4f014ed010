# SPDX-License-Identifier: EUPL-1.2
"""Every header compiles alone, and twice: check_headers.py [ROOT]. The build does this too, with its own options; this
asks the compiler for the syntax only, of all headers at once."""
import concurrent.futures
import os
import shutil
import subprocess
import sys

import tree


def main():
    root = tree.root_argument()
    compiler = os.environ.get("CXX") or shutil.which("g++") or shutil.which("clang++")
    if compiler is None:
        print("headers: no compiler is here")
        return tree.NOT_ASKED
    headers = [path for path in tree.files(root, ".hpp") if root / "src" in path.parents]

    def compile_alone(path):
        name = path.relative_to(root / "src").as_posix()
        done = subprocess.run(
            [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Isrc", "-x", "c++", "-"], cwd=root, text=True,
            input=f'#include "{name}"\n#include "{name}"\n', capture_output=True, check=False)
        if done.returncode == 0:
            return None
        first = next((line for line in done.stderr.splitlines() if " error: " in line), done.stderr.strip())
        return f"{first} (src/{name} does not compile alone)"

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        faults = [fault for fault in pool.map(compile_alone, headers) if fault]
    return tree.conclude(faults, f"headers: {len(headers)} compile alone, twice")


if __name__ == "__main__":
    sys.exit(main())
