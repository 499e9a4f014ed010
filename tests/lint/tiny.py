# SPDX-License-Identifier: EUPL-1.2
"""A tiny tree that keeps every rule, and a way to plant a fault in a copy of it."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SPDX = "// SPDX-License-Identifier: EUPL-1.2\n"


def header(body, *includes):
    lines = "".join(f'#include "{name}"\n' for name in includes)
    return f"{SPDX}#pragma once\n\n{lines}\n{body}\n"


def source(body, *includes):
    lines = "".join(f'#include "{name}"\n' for name in includes)
    return f"{SPDX}{lines}\n{body}\n"


CLEAN = {
    "src/base/CMakeLists.txt": "wf_module()\n",
    "src/base/length.hpp": header("namespace wf { struct Length { int metres{0}; }; }"),
    "src/kernel/walk/CMakeLists.txt": "wf_module(DEPS base)\n",
    "src/kernel/walk/walk.hpp": header("namespace wf { Length walk(Length way); }", "base/length.hpp"),
    "src/kernel/walk/walk.cpp": source(
        "// A comment may say <fstream>, SELECT * FROM place and system_clock.\nnamespace wf { Length walk(Length way) { return way; } }",
        "kernel/walk/walk.hpp"),
    "src/kernel/talk/CMakeLists.txt": "wf_module(DEPS base kernel/walk)\n",
    "src/kernel/talk/talk.hpp": header("namespace wf { inline Length talk() { return walk({}); } }", "kernel/walk/walk.hpp"),
    "src/platform/store/CMakeLists.txt": "wf_module(DEPS base)\n",
    "src/platform/store/store.hpp": header("namespace wf { inline char const* version() { return \"SELECT 1\"; } }"),
    "src/commons/areas/CMakeLists.txt": "wf_module(DEPS base platform/store)\n",
    "src/commons/areas/areas.hpp": header("namespace wf { char const* areas(); }", "platform/store/store.hpp"),
    "src/commons/areas/store.cpp": source(
        "namespace wf { char const* areas() { return \"SELECT code FROM area ORDER BY code\"; } }", "commons/areas/areas.hpp"),
    "src/import/cbs/CMakeLists.txt": "wf_module(DEPS base commons/areas)\n",
    "src/import/cbs/read.hpp": header("namespace wf { inline char const* read_cbs() { return areas(); } }", "commons/areas/areas.hpp"),
    "src/feature/reach/CMakeLists.txt": "wf_module(\n  DEPS base # all of it\n       kernel/walk commons/areas)\n",
    "src/feature/reach/feature.hpp": header("namespace wf { inline Length reach() { return walk({}); } }", "kernel/walk/walk.hpp"),
    "src/feature/register/CMakeLists.txt": "wf_module(DEPS base commons/areas)\n",
    "src/feature/register/feature.hpp": header("namespace wf { inline char const* entries() { return areas(); } }", "commons/areas/areas.hpp"),
    "src/app/CMakeLists.txt": "wf_module(DEPS feature/reach feature/register import/cbs)\n",
    "src/app/features.hpp": header("", "feature/reach/feature.hpp", "feature/register/feature.hpp"),
}


class Checks:
    """Counts what held; the closing line is the one that ./wf test reads."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, holds, claim, shown=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"does not hold: {claim}\n{shown}")

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed, 0 skipped")
        sys.exit(1 if self.failed or not self.passed else 0)


def plant(folder, changes, clean=CLEAN):
    """Writes the tree; a change is a text, or a function of the clean text, or None to leave the file out."""
    for name in {**clean, **changes}:
        text = changes.get(name, clean.get(name)) if name in changes else clean[name]
        if callable(text):
            text = text(clean.get(name, ""))
        if text is not None:
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)


def ask(tool, changes, clean=CLEAN, graph=None):
    """(exit status, what it said) of tools/TOOL.py about the tree with these changes."""
    # A space in the name, because people have those.
    with tempfile.TemporaryDirectory(prefix="wf planted ") as folder:
        plant(folder, changes, clean)
        more = []
        if graph is not None:
            more = [os.path.join(folder, "modules.txt")]
            pathlib.Path(more[0]).write_text(graph)
        done = subprocess.run([sys.executable, str(ROOT / "tools" / f"{tool}.py"), folder, *more], capture_output=True,
                              text=True, check=False)
        return done.returncode, done.stdout + done.stderr
