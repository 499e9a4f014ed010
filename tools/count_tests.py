# SPDX-License-Identifier: EUPL-1.2
"""Count what ctest ran, from its own record: count_tests.py JUNIT.xml [--golden]

A ctest entry is a program; what it says about its cases counts: the summary of doctest, or a line
"N passed, N failed, N skipped" of the other runners. A case that says "skipped: not present" (reference answers that lie beside
the project) was skipped, whatever doctest thinks. An entry that says nothing counts as one case. The last line is
"N passed, N failed, N skipped". Exit status 1 when a case failed, when nothing ran, or, with --golden, when a case was
skipped.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

DOCTEST = re.compile(r"\[doctest\] test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed\s*\|\s*(\d+) skipped")
ABSENT = re.compile(r"^skipped: not present", re.M)
PLAIN = re.compile(r"^\s*(\d+) passed, (\d+) failed, (\d+) skipped\s*$", re.M)


def count_entry(state, output):
    """(passed, failed, skipped) of one ctest entry."""
    if state in ("disabled", "notrun"):
        return 0, 0, 1
    found = DOCTEST.findall(output) or PLAIN.findall(output)[-1:]
    passed, failed, skipped = (sum(int(row[column]) for row in found) for column in range(3))
    absent = min(len(ABSENT.findall(output)), passed)
    passed, skipped = passed - absent, skipped + absent
    if state != "run" and failed == 0:
        failed = 1  # it broke down before it could count
    if passed + failed + skipped == 0:
        passed = 1
    return passed, failed, skipped


def main(arguments):
    golden = "--golden" in arguments
    files = [argument for argument in arguments if not argument.startswith("--")]
    entries, total, broken, left_out = 0, [0, 0, 0], [], []
    try:
        suite = xml.parse(files[0]).getroot()
    except (OSError, xml.ParseError) as trouble:
        print(f"no record of a test run: {trouble}")
        print("0 passed, 1 failed, 0 skipped")
        return 1
    for case in suite.iter("testcase"):
        entries += 1
        state = case.get("status", "run")
        if case.find("skipped") is not None:
            state = "notrun"
        elif case.find("failure") is not None or case.find("error") is not None:
            state = "fail"
        counts = count_entry(state, "".join(text.text or "" for text in case.iter("system-out")))
        total = [a + b for a, b in zip(total, counts)]
        if counts[1]:
            broken.append(case.get("name", "?"))
        if counts[2]:
            left_out.append(case.get("name", "?"))
    for heading, names in (("failed", broken), ("skipped in", left_out)):
        if names:
            print(f"{heading}: {' '.join(names)}")
    print(f"tests: {entries} ctest entries, {sum(total)} cases")
    if golden and total[2]:
        print("--golden: nothing may be skipped")
    print("{} passed, {} failed, {} skipped".format(*total))
    return 1 if total[1] or not entries or (golden and total[2]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
