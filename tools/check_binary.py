# SPDX-License-Identifier: EUPL-1.2
"""Which guards a program was built with, by readelf: check_binary.py [--link] PROGRAM

placed   loaded at another place each time (PIE)
relro    tables of the loader are read-only once it is done
now      and it is done before the program begins
stack    nothing on the stack is run
canary   a stack that was written over is noticed (-fstack-protector-strong)
fortify  so is a write past a buffer, where the compiler knows its size (-D_FORTIFY_SOURCE)
--link asks only the first four: builds for tests leave the compiler's two to the sanitizers.
Exit status: 0 all there, 1 some are not, 2 wrong use or not a program.
"""
import re
import subprocess
import sys

LINK = ("placed", "relro", "now", "stack")
ALL = (*LINK, "canary", "fortify")


def guards_of(program):
    """{guard: is it there}; None when readelf cannot read it."""
    done = subprocess.run(["readelf", "--wide", "--file-header", "--program-headers", "--dynamic", "--dyn-syms", program],
                          capture_output=True, text=True, check=False, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    said = done.stdout
    if done.returncode != 0 or "ELF Header" not in said:
        return None
    stack = re.search(r"GNU_STACK .* ([R ][W ][E ]) ", said)
    return {
        "placed": re.search(r"Type:\s+DYN", said) is not None and "PIE" in said,
        "relro": "GNU_RELRO" in said,
        "now": re.search(r"BIND_NOW|Flags:.*\bNOW\b", said) is not None,
        "stack": stack is not None and "E" not in stack[1],
        "canary": "__stack_chk_fail" in said,
        "fortify": re.search(r"\b__\w+_chk\b(?<!__stack_chk)", said) is not None,
    }


def main():
    arguments = [one for one in sys.argv[1:] if one not in ("", "--link")]
    if len(arguments) != 1:
        print(__doc__)
        return 2
    wanted = LINK if "--link" in sys.argv[1:] else ALL
    guards = guards_of(arguments[0])
    if guards is None:
        print(f"{arguments[0]}: readelf (package binutils) cannot read it")
        return 2
    lacking = [name for name in wanted if not guards[name]]
    for name in lacking:
        print(f"{arguments[0]}: without the guard '{name}': see cmake/WfHardening.cmake")
    if not lacking:
        print(f"{arguments[0]}: {', '.join(wanted)}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
