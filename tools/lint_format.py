# SPDX-License-Identifier: EUPL-1.2
"""Our C++ looks as .clang-format says (version 14: another version gives another answer). ./wf fmt makes it so."""
import concurrent.futures
import os
import shutil
import subprocess
import sys

import tree


def find_formatter():
    for name in (os.environ.get("WF_CLANG_FORMAT"), "clang-format-14", "clang-format"):
        if name and shutil.which(name):
            version = subprocess.run([name, "--version"], capture_output=True, text=True, check=False).stdout
            if "version 14." in version:
                return name
    return None


def main():
    root = tree.root_argument()
    formatter = find_formatter()
    if formatter is None:
        print("format: clang-format 14 is not here")
        return tree.NOT_ASKED
    files = [path for path in tree.files(root, ".cpp", ".hpp", ".cc")
             if path.relative_to(root).parts[0] in ("src", "tests")]

    def differs(path):
        done = subprocess.run([formatter, "--style=file", str(path)], capture_output=True, cwd=root, check=False)
        if done.returncode != 0:
            return f"{path.relative_to(root)}:1: {done.stderr.decode().strip()}"
        wanted, found = done.stdout.split(b"\n"), path.read_bytes().split(b"\n")
        if wanted == found:
            return None
        line = next((i for i, (a, b) in enumerate(zip(wanted, found)) if a != b), min(len(wanted), len(found)))
        return f"{path.relative_to(root)}:{line + 1}: not as .clang-format says: ./wf fmt"

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        faults = [fault for fault in pool.map(differs, files) if fault]
    return tree.conclude(faults, f"format: {len(files)} files")


if __name__ == "__main__":
    sys.exit(main())
