# SPDX-License-Identifier: EUPL-1.2
"""The guards that cmake/WfHardening.cmake asks for are in what they make, and a program without one is found out."""
import pathlib
import re
import subprocess
import sys
import tempfile

from tiny import ROOT, Checks

sys.path.insert(0, str(ROOT / "tools"))
from check_binary import ALL, guards_of  # noqa: E402

PROGRAM = """#include <cstdio>
#include <cstring>
int main(int count, char** words)
{
    char room[16];
    if (count > 1) std::strcpy(room, words[1]);
    return std::printf(count > 1 ? "%s" : "", room) < 0;
}
"""
WITHOUT = {"placed": ["-no-pie", "-fno-pie"], "relro": ["-Wl,-z,norelro"], "now": ["-Wl,-z,lazy"], "stack": ["-Wl,-z,execstack"],
           "canary": ["-fno-stack-protector"], "fortify": ["-U_FORTIFY_SOURCE"]}

checks = Checks()
settings = (ROOT / "cmake" / "WfHardening.cmake").read_text()
compiling, linking = (re.search(rf"set\({name} (.+)\)", settings)[1].split() for name in ("WF_HARDEN_COMPILE", "WF_HARDEN_LINK"))
used = re.search(r'if\(CMAKE_BUILD_TYPE STREQUAL "Release"\)\n\s*add_compile_options\(\$\{WF_HARDEN_COMPILE\}\)\n'
                 r"\s*add_link_options\(\$\{WF_HARDEN_LINK\}\)", settings)
checks.check(used is not None, "a release is built with both", settings)
checks.check("include(WfHardening)" in (ROOT / "CMakeLists.txt").read_text(), "and the build reads them")

with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder, "room.cpp")
    source.write_text(PROGRAM)

    def make(name, *more):
        program = str(pathlib.Path(folder, name))
        subprocess.run(["g++", "-O2", *compiling, str(source), "-o", program, *linking, *more], check=True, capture_output=True)
        return program

    guards = guards_of(make("good"))
    checks.check(guards == dict.fromkeys(ALL, True), "what is made with them has every guard", str(guards))
    for guard, flags in WITHOUT.items():
        guards = guards_of(make(guard, *flags))
        checks.check(not guards[guard], f"{' '.join(flags)}: the guard '{guard}' is missed", str(guards))
    plain = subprocess.run(["g++", "-O2", "-fno-stack-protector", str(source), "-o", f"{folder}/plain"], capture_output=True, check=False)
    asked = subprocess.run([sys.executable, str(ROOT / "tools/check_binary.py"), f"{folder}/plain"], capture_output=True, text=True, check=False)
    checks.check(plain.returncode == 0 and asked.returncode == 1 and "without the guard 'canary'" in asked.stdout, "and told", asked.stdout)
checks.check(guards_of(__file__) is None, "this file is no program")
checks.finish()
