# SPDX-License-Identifier: EUPL-1.2
# needs: r-cran-clubsandwich r-cran-sandwich r-cran-lme4 r-cran-matchit
"""Effects beside clubSandwich, sandwich, MatchIt and lme4 on the same files: ./wf bench effect

Ours is the whole command, from a CSV to the answer: median of five runs, lowest and highest. R has the file in memory before its
clock starts; each task once. Both answers are held to each other. Staggered beginnings have no peer in Debian.
"""
import json
import pathlib
import random
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build" / "release" / "weefsel"
RUNS = 5

TASKS = {
    "cr1": r"""
fit <- lm(y ~ x1 + x2 + x3 + x4 + x5, d)
answer <- sqrt(sandwich::vcovCL(fit, ~g, type = "HC0", cadjust = TRUE)["x1", "x1"])""",
    "cr2": r"""
fit <- lm(y ~ x1 + x2 + x3 + x4 + x5, d)
answer <- clubSandwich::coef_test(fit, vcov = "CR2", cluster = d$g)["x1", "SE"]""",
    "wild": r"""
# Roodman and others (2019): with the null imposed only sums by cluster are turned.
x <- model.matrix(~ x1 + x2 + x3 + x4 + x5, d); bread <- solve(crossprod(x))
small <- x[, colnames(x) != "x1"]; null <- d$y - small %*% solve(crossprod(small), crossprod(small, d$y))
at <- which(colnames(x) == "x1"); scores <- rowsum(x * as.vector(null), d$g); g <- nrow(scores)
cross <- lapply(split(seq_len(nrow(x)), d$g), function(i) bread[at, ] %*% crossprod(x[i, ]) %*% bread)
cross <- do.call(rbind, cross)
t_of <- function(v) { s <- v * scores; total <- colSums(s); b <- sum(bread[at, ] * total)
  own <- s %*% bread[, at] - cross %*% total; b / sqrt(sum(own^2)) }
first <- t_of(rep(1, g)); set.seed(1)
answer <- mean(abs(replicate(9999, t_of(sample(c(-1, 1), g, TRUE)))) >= abs(first))""",
    "match-nearest": r"""
fit <- MatchIt::matchit(t ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8, d, method = "nearest")
answer <- nrow(fit$match.matrix)""",
    "mixed 1|g": r"""
fit <- lme4::lmer(y ~ x1 + (1 | g), d, REML = TRUE)
answer <- sqrt(vcov(fit)[2, 2])""",
    "mixed x1|g": r"""
fit <- suppressMessages(lme4::lmer(y ~ x1 + (x1 | g), d, REML = TRUE))
answer <- sqrt(vcov(fit)[2, 2])""",
}
FRAME = r"""
d <- read.csv(commandArgs(TRUE)[1]); invisible(loadNamespace("stats")); PACKAGE
start <- proc.time()[3]
TASK
cat(proc.time()[3] - start, format(as.numeric(answer), digits = 17))
"""
PACKAGES = {"cr1": "sandwich", "cr2": "clubSandwich", "wild": "stats", "match-nearest": "MatchIt", "mixed 1|g": "lme4",
            "mixed x1|g": "lme4"}


def write_clusters(path, rows, groups):
    chance = random.Random(1)
    own = [(chance.gauss(0, 0.3), chance.gauss(0, 0.2)) for _ in range(groups)]
    with path.open("w") as out:
        out.write("y,x1,x2,x3,x4,x5,g\n")
        for row in range(rows):
            g = row % groups
            x = [own[g][0] + chance.gauss(0, 1)] + [chance.gauss(0, 1) for _ in range(4)]
            y = 0.05 * x[0] * (1 + own[g][1]) + own[g][0] + chance.gauss(0, 1)
            out.write(",".join([f"{y:.6f}", *(f"{one:.6f}" for one in x), str(g)]) + "\n")


def write_people(path, rows):
    chance = random.Random(2)
    with path.open("w") as out:
        out.write("y,t," + ",".join(f"x{i}" for i in range(1, 9)) + "\n")
        for _ in range(rows):
            x = [chance.gauss(0, 1) for _ in range(8)]
            treated = 0.5 * x[0] + 0.3 * x[1] + chance.gauss(0, 1) > 1
            y = sum(x) / 8 + 0.2 * treated + chance.gauss(0, 1)
            out.write(",".join([f"{y:.6f}", str(int(treated)), *(f"{one:.6f}" for one in x)]) + "\n")


def write_panel(path, units, periods):
    chance = random.Random(3)
    with path.open("w") as out:
        out.write("unit,time,first,x,y\n")
        for unit in range(units):
            x, own = chance.gauss(0, 1), chance.gauss(0, 1)
            first = chance.choice([0, 4, 6, 8])
            for moment in range(1, periods + 1):
                y = own + 0.1 * moment * (1 + x) + (first > 0 and moment >= first) + chance.gauss(0, 1)
                out.write(f"{unit},{moment},{first},{x:.6f},{y:.6f}\n")


def ours(*words):
    times, said = [], ""
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run([str(PROGRAM), "calc", "effect", *map(str, words)], check=True, capture_output=True, text=True)
        times.append(time.perf_counter() - start)
        said = done.stdout
    return times, json.loads(said)


def peer(folder, name, file):
    script = pathlib.Path(folder, "peer.R")
    script.write_text(FRAME.replace("PACKAGE", f'invisible(loadNamespace("{PACKAGES[name]}"))').replace("TASK", TASKS[name]))
    done = subprocess.run(["Rscript", str(script), str(file)], check=True, capture_output=True, text=True)
    seconds, answer = done.stdout.split()[-2:]
    return float(seconds), float(answer)


def tell(name, times, mine, theirs=None):
    line = f"{name:<34} {statistics.median(times):6.3f} s ({min(times):.3f}-{max(times):.3f})"
    if theirs:
        seconds, answer = theirs
        line += f"; R {seconds:7.2f} s: {seconds / statistics.median(times):6.0f} x; {mine:.9g} beside {answer:.9g}"
    print(line, flush=True)


def error_of(answer, name):
    rows = answer["answer"].get("coefficients") or answer["answer"]["fixed"]
    return next(row["se"] for row in rows if row["name"] == name)


def main():
    with tempfile.TemporaryDirectory() as folder:
        at = pathlib.Path(folder)
        clusters, people, panel, large = at / "c.csv", at / "p.csv", at / "s.csv", at / "m.csv"
        write_clusters(clusters, 100_000, 1_000)
        write_people(people, 20_000)
        write_panel(panel, 100_000, 10)
        write_clusters(large, 1_000_000, 10_000)
        covariates = ("--outcome", "y", "--covariates", "x1,x2,x3,x4,x5")
        for spread in ("cr1", "cr2"):
            times, answer = ours("regression", clusters, *covariates, "--se", spread, "--cluster", "g")
            tell(f"{spread}, 100,000 rows, 1,000 clusters", times, error_of(answer, "x1"), peer(folder, spread, clusters))
        times, answer = ours("wild-bootstrap", clusters, *covariates, "--test", "x1", "--cluster", "g", "--draws", 9999)
        tell("wild bootstrap, the same, 9,999", times, answer["answer"]["p"], peer(folder, "wild", clusters))
        times, answer = ours("compare", people, "--outcome", "y", "--treated", "t", "--covariates",
                             ",".join(f"x{i}" for i in range(1, 9)), "--method", "match-nearest")
        tell("match-nearest, 20,000 people", times, answer["answer"]["n_treated"], peer(folder, "match-nearest", people))
        times, _ = ours("did-staggered", panel, "--outcome", "y", "--unit", "unit", "--time", "time", "--first-treated",
                        "first", "--covariates", "x")
        tell("did-staggered, 100,000 x 10, dr", times, 0)
        times, _ = ours("regression", large, *covariates)
        tell("regression, a million rows", times, 0)
        for random_part in ("1|g", "x1|g"):
            times, answer = ours("mixed", large, "--outcome", "y", "--fixed", "x1", "--random", random_part)
            tell(f"mixed {random_part}, a million rows", times, error_of(answer, "x1"),
                 peer(folder, f"mixed {random_part}", large))


if __name__ == "__main__":
    main()
