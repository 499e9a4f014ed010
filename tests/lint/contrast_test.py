# SPDX-License-Identifier: EUPL-1.2
"""Can everybody see the maps? Contrast (WCAG 2.2) and colour difference (CIEDE2000), worked out from web/style/tokens.css for light,
dark and paper, also for who sees no red, green or blue (Machado 2009, full severity).

Text needs 4.5 to 1, what carries meaning 3 to 1, and two classes that can lie side by side a step of 8. A line with a casing counts
as seen when the line or its casing has the contrast: one of the two is always beside the ground. Water, land and roads under a map
are there to find one's way by; they say nothing and are not held to it.
"""
import math
import pathlib
import re
import sys

TOKENS = pathlib.Path(__file__).resolve().parents[2] / "web/style/tokens.css"
TEXT, GRAPHIC, STEP = 4.5, 3.0, 8.0

GROUND = ["map-land", "map-built", "map-green", "map-wood", "map-farm", "map-water", "map-road", "map-building"]
SCALE = [f"seq-{n}" for n in range(1, 6)]
DIVERGING = [f"div-{n}" for n in range(1, 6)]
GROUPS = ["group-a", "group-b", "group-c"]

# What is written, on what: names have a halo, numbers on a drawing the colour of their class around them.
WRITTEN = [("ink", "surface", "names and numbers on the map, in their halo"),
           ("link", "surface", "a link in a box on the map"),
           ("on-primary", "data", "how many points a circle stands for"),
           *(("label-low", one, "the number on a class") for one in SCALE[:2]),
           ("label-middle", SCALE[2], "the number on a class"),
           *(("label-high", one, "the number on a class") for one in SCALE[3:])]
# What is drawn, on what: the first of the names is enough.
DRAWN = [(["map-line"], "surface", "the two tones of an edge"),
         (["line-strong"], "surface", "the hatch of what is not known"),
         *((["map-line", "surface"], one, "the edge and the hatch on a class") for one in SCALE),
         *((["data"], one, "a route, a home, a place, somebody who gains") for one in GROUND),
         *((["green", "surface"], one, "a bench") for one in GROUND),
         *((["line-strong"], one, "a home that stays without") for one in GROUND),
         (["data"], "surface", "a ring, and the casing of a route"),
         (["green"], "surface", "a bench and its casing"),
         (["pin-edge"], "weld-bright", "a pin and its edge"),
         (["pin-edge"], "pin-case", "a pin and its casing"),
         *((["pin-edge", "pin-case"], one, "a pin") for one in [*GROUND, *SCALE]),
         *(([one], "surface", "a group") for one in GROUPS)]

# Machado, Oliveira and Fernandes 2009, table 1, severity 1.0; on linear red, green and blue.
SIGHT = {"all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
         "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
         "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
         "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))}


def read_tokens(text):
    """Colours by theme: what a later block says comes over the first."""
    blocks = {}
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", text, flags=re.S)):
        colours = dict(re.findall(r"--wf-([\w-]+):\s*(#[0-9a-f]{6})\b", body))
        if colours:
            blocks[" ".join(selector.split())] = colours
    light = blocks[":root"]
    dark = blocks[':root:not([data-theme="light"])']
    paper = blocks[':root, :root:not([data-theme="light"]), :root[data-theme="dark"]']
    if blocks[':root[data-theme="dark"]'] != dark:
        raise SystemExit("dark by choice and dark by preference are not the same")
    return {"light": light, "dark": {**light, **dark}, "paper": {**light, **dark, **paper}}


def linear(colour):
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    lights = sorted(sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour))) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(colour, sight):
    seen = [min(max(sum(weight * part for weight, part in zip(row, linear(colour))), 0), 1) for row in sight]
    to_xyz = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
    white = (0.95047, 1.0, 1.08883)
    ratios = [sum(weight * part for weight, part in zip(row, seen)) / full for row, full in zip(to_xyz, white)]
    x, y, z = [ratio ** (1 / 3) if ratio > 216 / 24389 else (24389 / 27 * ratio + 16) / 116 for ratio in ratios]
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other):
    """CIEDE2000 (Sharma, Wu and Dalal 2005), all weights 1."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = (1 - math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7))) / 2
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 if a or b else 0.0 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    if c1 * c2 == 0:
        hue = h1 + h2
    elif abs(h1 - h2) <= 180:
        hue = (h1 + h2) / 2
    else:
        hue = (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    light, mean = (l1 + l2) / 2, (c1 + c2) / 2
    dl, dc, dh = l2 - l1, c2 - c1, 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    cos = lambda factor, shift: math.cos(math.radians(factor * hue + shift))
    t = 1 - 0.17 * cos(1, -30) + 0.24 * cos(2, 0) + 0.32 * cos(3, 6) - 0.20 * cos(4, -63)
    sl = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * mean, 1 + 0.015 * mean * t
    turned = -2 * math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)) * math.sin(math.radians(60 * math.exp(-((hue - 275) / 25) ** 2)))
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + turned * dc / sc * dh / sh)


def judge(themes):
    """Faults, and the least that was found of each kind."""
    faults, least = [], {}

    def hold(kind, theme, value, needed, words):
        least[kind, theme] = min(least.get((kind, theme), math.inf), value)
        if value < needed:
            faults.append(f"{theme}: {words}: {value:.2f}, it takes {needed}")

    for theme, colour in themes.items():
        for front, ground, what in WRITTEN:
            hold("text", theme, contrast(colour[front], colour[ground]), TEXT, f"{what}: {front} on {ground}")
        for fronts, ground, what in DRAWN:
            best = max(contrast(colour[front], colour[ground]) for front in fronts)
            hold("graphics", theme, best, GRAPHIC, f"{what}: {' or '.join(fronts)} on {ground}")
        neighbours = [*zip(SCALE, SCALE[1:]), *zip(DIVERGING, DIVERGING[1:]), *zip(GROUPS, GROUPS[1:]), (GROUPS[0], GROUPS[2])]
        for sight, matrix in SIGHT.items():
            for one, other in neighbours:
                step = difference(lab(colour[one], matrix), lab(colour[other], matrix))
                hold(f"step, {sight}", theme, step, STEP, f"{one} beside {other} with {sight}")
    return faults, least


def check_arithmetic():
    """Against what others published: WCAG's black on white, and three pairs of Sharma's test data."""
    faults = []
    if abs(contrast("#000000", "#ffffff") - 21) > 1e-9 or abs(contrast("#777777", "#ffffff") - 4.478) > 1e-3:
        faults.append("contrast is not that of WCAG")
    for one, other, known in [((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
                              ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
                              ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082)]:
        if abs(difference(one, other) - known) > 1e-4:
            faults.append(f"CIEDE2000 gives {difference(one, other):.4f}, not {known}")
    return faults


def check_planted(themes):
    """A token that was changed for the worse must be noticed."""
    plants = [("seq-2", "light", themes["light"]["seq-1"]), ("label-high", "dark", themes["dark"]["seq-5"]),
              ("map-water", "paper", themes["paper"]["data"]), ("line-strong", "light", "#c0c8ce"), ("map-line", "dark", themes["dark"]["surface"])]
    before = len(judge(themes)[0])
    faults = []
    for name, theme, colour in plants:
        changed = {**themes, theme: {**themes[theme], name: colour}}
        if len(judge(changed)[0]) <= before:
            faults.append(f"nobody notices that {name} is {colour} in {theme}")
    return faults


def main():
    themes = read_tokens(TOKENS.read_text())
    faults, least = judge(themes)
    for (kind, theme), value in sorted(least.items()):
        print(f"{kind:20} {theme:6} least {value:5.2f}")
    faults = check_arithmetic() + faults + check_planted(themes)
    for fault in faults:
        print(f"FAILED  {fault}")
    return 1 if faults else 0


sys.exit(main())
