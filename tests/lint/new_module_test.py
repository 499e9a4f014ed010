# SPDX-License-Identifier: EUPL-1.2
"""./wf new: what it makes keeps the rules, is named in app, and nothing is ever written over."""
import pathlib
import subprocess
import sys
import tempfile

from tiny import CLEAN, ROOT, SPDX, Checks, plant

checks = Checks()
APP = {
    "src/app/features.cpp": SPDX + '#include "app/features.hpp"\n\n#include "feature/reach/feature.hpp"\n// wf new: include\n\n'
                            "auto all()\n{\n    features.push_back(reach::make_feature());\n    // wf new: feature\n}\n",
    "src/app/CMakeLists.txt": "wf_module(DEPS feature/register import/cbs\n               feature/reach # wf new: modules\n)\n",
}
MODULES = {f"src/{name}/CMakeLists.txt": "wf_module(DEPS base)\n"
           for name in ("platform/html", "platform/http", "platform/web", "platform/words", "commons/datasets")}


def run(tool, *arguments):
    done = subprocess.run([sys.executable, str(ROOT / "tools" / f"{tool}.py"), *map(str, arguments)], capture_output=True,
                          text=True, check=False)
    return done.returncode, done.stdout + done.stderr


with tempfile.TemporaryDirectory(prefix="wf new ") as folder:
    root = pathlib.Path(folder)
    plant(folder, {**APP, **MODULES}, CLEAN)
    for kind, name in (("kernel", "evenness"), ("feature", "quiet_hours"), ("import", "bag")):
        status, said = run("new_module", kind, name, folder)
        checks.check(status == 0 and "add by hand" not in said, f"{kind} {name} is made", said)
        before = {path: path.read_text() for path in root.rglob("*") if path.is_file()}
        status, said = run("new_module", kind, name, folder)
        checks.check(status == 2 and "is there already" in said, f"a second {kind} {name} is refused", said)
        checks.check(before == {path: path.read_text() for path in root.rglob("*") if path.is_file()}, "and nothing was touched")
    for rule in ("lint_layers", "lint_words", "lint_spdx", "lint_open_ends"):
        status, said = run(rule, folder)
        checks.check(status == 0, f"what was made keeps {rule}", said)
    with tempfile.TemporaryDirectory() as alone:
        # The tiny tree is not laid out by hand or tool; what was made is.
        for path in [ROOT / ".clang-format", *(root / "src").glob("*/evenness/*"), *(root / "src").glob("*/quiet_hours/*.?pp"),
                     *(root / "src").glob("*/bag/*.?pp")]:
            there = pathlib.Path(alone, path.relative_to(ROOT if ROOT in path.parents else root))
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_text(path.read_text())
        status, said = run("lint_format", alone)
        checks.check(status in (0, 77), "what was made is laid out", said)
    listed = (root / "src/app/CMakeLists.txt").read_text()
    checks.check("feature/reach feature/quiet_hours import/bag # wf new: modules\n)\n" in listed, "app depends on both", listed)
    made = "".join(path.read_text() for path in root.glob("src/feature/quiet_hours/**/*") if path.is_file())
    checks.check("@" not in made and '"/quiet-hours"' in made and "QuietHoursRow" in made, "no mark of a template is left")

with tempfile.TemporaryDirectory() as folder:
    plant(folder, APP, CLEAN)
    run("new_module", "feature", "quiet_hours", folder)
    text = pathlib.Path(folder, "src/app/features.cpp").read_text()
    checks.check('quiet_hours/feature.hpp"\n#include "feature/reach/feature.hpp"\n// wf new: include\n' in text,
                 "app includes the feature, in order", text)
    checks.check("reach::make_feature());\n    features.push_back(quiet_hours::make_feature());\n    // wf new: feature\n" in text,
                 "app lists the feature", text)
    for name in ("Reach", "1reach", "quiet-hours", "_x", "x_", "a__b", "class", "store", "x_test", "../x", ""):
        status, said = run("new_module", "feature", name, folder)
        checks.check(status == 2, f"{name!r} is no name", said)
    status, said = run("new_module", "kernel", "register", folder)
    checks.check(status == 2, "a name that another tier has is refused", said)
    status, said = run("new_module", "page", "fine", folder)
    checks.check(status == 2 and "feature, kernel, import" in said, "an unknown kind is refused", said)
checks.finish()
