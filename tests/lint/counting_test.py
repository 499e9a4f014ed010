# SPDX-License-Identifier: EUPL-1.2
"""The closing line of ./wf test counts what really ran: made-up records go in, the line comes out."""
import pathlib
import subprocess
import sys
import tempfile

from tiny import ROOT, Checks

checks = Checks()
DOCTEST = "[doctest] test cases:  5 |  {} passed | {} failed | 0 skipped\n[doctest] assertions: 9 | 9 passed | 0 failed |"


def entry(name, status, output="", inside=""):
    return f'<testcase name="{name}" status="{status}">{inside}<system-out>{output}</system-out></testcase>'


def expect(claim, entries, last, status, *options):
    with tempfile.TemporaryDirectory() as folder:
        record = pathlib.Path(folder, "record.xml")
        record.write_text("<testsuite>" + "".join(entries) + "</testsuite>")
        done = subprocess.run([sys.executable, str(ROOT / "tools/count_tests.py"), str(record), *options],
                              capture_output=True, text=True, check=False)
    said = done.stdout.splitlines()
    checks.check(said[-1:] == [last] and done.returncode == status, f"{claim}: {last}", done.stdout + done.stderr)


good = entry("base", "run", DOCTEST.format(5, 0))
pages = entry("http", "run", "x\n3 passed, 0 failed, 1 skipped\n")
expect("cases of doctest and of a runner", [good, pages], "8 passed, 0 failed, 1 skipped", 0)
expect("golden allows no skipped case", [good, pages], "8 passed, 0 failed, 1 skipped", 1, "--golden")
expect("golden with all there", [good], "5 passed, 0 failed, 0 skipped", 0, "--golden")
expect("reference answers that are not there", [entry("calc", "run", "skipped: not present: x\n" + DOCTEST.format(5, 0))],
       "4 passed, 0 failed, 1 skipped", 0)
expect("a failed case", [entry("base", "fail", DOCTEST.format(3, 2), "<failure/>")], "3 passed, 2 failed, 0 skipped", 1)
expect("a crash before the count", [entry("base", "fail", "Segmentation fault", "<failure/>")], "0 passed, 1 failed, 0 skipped", 1)
expect("a crash after the count", [entry("base", "fail", DOCTEST.format(5, 0), "<failure/>")], "5 passed, 1 failed, 0 skipped", 1)
expect("a failure behind a good exit", [entry("http", "run", "2 passed, 1 failed, 0 skipped")], "2 passed, 1 failed, 0 skipped", 1)
expect("a silent program is one case", [entry("lint.x", "run", "holds")], "1 passed, 0 failed, 0 skipped", 0)
expect("what ctest did not run is skipped", [good, entry("b", "notrun", "", "<skipped/>")], "5 passed, 0 failed, 1 skipped", 0)
expect("a record without tests", [], "0 passed, 0 failed, 0 skipped", 1)
done = subprocess.run([sys.executable, str(ROOT / "tools/count_tests.py"), "/nowhere.xml"], capture_output=True, text=True, check=False)
checks.check(done.returncode == 1 and done.stdout.endswith("0 passed, 1 failed, 0 skipped\n"), "no record at all", done.stdout)
checks.finish()
