# SPDX-License-Identifier: EUPL-1.2
"""Python, shell, JSON and GeoJSON files can be read by those who must read them."""
import json
import subprocess
import sys

import tree


def main():
    root = tree.root_argument()
    faults = []
    files = tree.files(root)
    count = 0
    for path in files:
        name = path.relative_to(root)
        if path.suffix == ".py":
            count += 1
            try:
                compile(path.read_text(), str(name), "exec")
            except (SyntaxError, ValueError) as trouble:
                faults.append(f"{name}:{getattr(trouble, 'lineno', 1)}: {trouble}")
        elif path.suffix in (".json", ".geojson") and path.stat().st_size < 20_000_000:
            count += 1
            try:
                json.loads(path.read_text())
            except ValueError as trouble:
                faults.append(f"{name}:{getattr(trouble, 'lineno', 1)}: {trouble}")
        else:
            with path.open("rb") as file:
                first = file.readline(200)
            if first.startswith(b"#!") and b"sh" in first:
                count += 1
                shell = "bash" if b"bash" in first else "sh"
                done = subprocess.run([shell, "-n", str(path)], capture_output=True, text=True, check=False)
                if done.returncode:
                    faults.append(f"{name}:1: {done.stderr.strip()}")
    return tree.conclude(faults, f"syntax: {count} scripts and JSON files")


if __name__ == "__main__":
    sys.exit(main())
