# SPDX-License-Identifier: EUPL-1.2
# needs: r-cran-metafor r-cran-clubsandwich r-cran-robumeta python3-statsmodels
"""Pooling beside metafor and statsmodels on the same studies: ./wf bench evidence

Random pools (5 to 40 studies, like and unlike sizes, with and without spread between them) are answered by our kernel and by
metafor, iterated to 1e-13, with Knapp-Hartung. Said are: seconds for each, how many pools a second and the ratio, how often
metafor gave no answer, and the largest difference where both did. Where tau2 differs, both likelihoods are compared. Then sets of
studies in groups: regression and multilevel beside metafor, cr2 beside clubSandwich, robust variance estimation beside robumeta, limits of
tau2 (those of a profile) beside metafor.
"""
import importlib.util
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build" / "release" / "src" / "kernel" / "evidence" / "kernel_evidence_evidence_bench"
POOLS = 1000
SETS = 200
NAMES = "estimate se p ci.lb ci.ub tau2 se.tau2 I2 Q pi.lb pi.ub".split()
METHODS = "reml ml pm dl sj he hs eb".split()
SCRIPT = r"""
suppressMessages(library(metafor))
words <- commandArgs(TRUE)
lines <- strsplit(readLines(words[1]), " ")
start <- proc.time()[3]
said <- character(length(lines))
for (i in seq_along(lines)) {
  x <- as.numeric(lines[[i]])
  k <- x[1]
  said[i] <- tryCatch({
    fit <- suppressWarnings(rma(x[2:(k + 1)], x[(k + 2):(2 * k + 1)], method = toupper(words[2]), test = "knha",
                                control = list(threshold = 1e-13, tol = 1e-14, maxiter = 10000)))
    to <- predict(fit)
    paste(c(1, format(c(fit$b, fit$se, fit$pval, fit$ci.lb, fit$ci.ub, fit$tau2, fit$se.tau2, fit$I2, fit$QE, to$pi.lb,
                        to$pi.ub), digits = 17)), collapse = " ")
  }, error = function(e) "0")
}
seconds <- proc.time()[3] - start
writeLines(said)
write(seconds, stderr())
"""

GROUPS_SCRIPT = r"""
suppressMessages({library(metafor); library(clubSandwich); library(robumeta)})
lines <- strsplit(readLines(commandArgs(TRUE)[1]), " ")
start <- proc.time()[3]
text <- function(x) paste(format(x, digits = 17), collapse = " ")
said <- character(length(lines))
for (i in seq_along(lines)) {
  x <- as.numeric(lines[[i]])
  k <- x[1]
  d <- setNames(as.data.frame(matrix(x[-1], nrow = k)), c("y", "v", "x", "g", "s"))
  part <- rep("", 6)
  part[1] <- tryCatch({
    fit <- rma(y, v, mods = ~x, data = d, test = "knha", control = list(threshold = 1e-13, maxiter = 10000))
    limits <- confint(fit, control = list(tau2.max = 1e6, tol = 1e-14, maxiter = 10000))$random[1, 2:3]
    part[6] <- if (anyNA(limits)) "" else text(limits)
    text(c(rbind(fit$b[, 1], fit$se, fit$k - 2), fit$tau2, fit$QM, fit$QE))
  }, error = function(e) "")
  tryCatch({
    fit <- suppressWarnings(rma.mv(y, v, mods = ~x, random = ~1 | g/s, data = d, control = list(rel.tol = 1e-9)))
    part[2] <- text(c(rbind(fit$b[, 1], fit$se, 0), fit$sigma2, logLik(fit)))
    test <- as.data.frame(coef_test(fit, vcov = "CR2", cluster = d$g))
    part[3] <- text(c(rbind(test$beta, test$SE, test$df_Satt)))
  }, error = function(e) "")
  for (j in 1:2) part[3 + j] <- tryCatch({
    fit <- robu(y ~ x, data = d, studynum = g, var.eff.size = v, modelweights = c("CORR", "HIER")[j], small = TRUE)
    text(c(rbind(fit$reg_table$b.r, fit$reg_table$SE, fit$reg_table$dfs), fit$mod_info$tau.sq))
  }, error = function(e) "")
  said[i] <- paste(part, collapse = " | ")
}
writeLines(said)
write(proc.time()[3] - start, stderr())
"""


def draw(count):
    chance = random.Random(20261122)
    for _ in range(count):
        k = chance.randint(5, 40)
        unlike, tau = 5 * chance.random(), chance.choice([0, 0.1, 0.3, 1])
        variances = [math.exp(-unlike * chance.random()) * 0.2 for _ in range(k)]
        effects = [0.2 + math.sqrt(v) * chance.gauss(0, 1) + tau * chance.gauss(0, 1) for v in variances]
        yield effects, variances


def likelihood(effects, variances, tau2, restricted):
    weights = [1 / (v + tau2) for v in variances]
    mean = sum(w * y for w, y in zip(weights, effects)) / sum(weights)
    rest = sum(w * (y - mean) ** 2 - math.log(w) for w, y in zip(weights, effects))
    return -(rest + (math.log(sum(weights)) if restricted else 0)) / 2


def ask(words):
    done = subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True)
    rows = [[float(cell) for cell in line.split()] for line in done.stdout.splitlines()]
    return rows, float(done.stderr.split()[-1])


def compare(method, pools, ours, theirs):
    worst, missing, other_top, ours_higher = 0.0, 0, 0, 0
    for (effects, variances), mine, peer in zip(pools, ours, theirs):
        if mine[0] != 1:
            raise SystemExit(f"{method}: a pool without an answer of ours")
        if peer[0] != 1:
            missing += 1
            continue
        if method in ("reml", "ml") and abs(mine[6] - peer[6]) > 1e-7:
            other_top += 1
            gain = likelihood(effects, variances, mine[6], method == "reml") - likelihood(effects, variances, peer[6],
                                                                                        method == "reml")
            ours_higher += gain >= -1e-12
            continue
        worst = max(worst, max(abs(a - b) / max(1, abs(b)) for a, b in zip(mine[1:], peer[1:])))
    return worst, missing, other_top, ours_higher


def draw_groups(count):
    chance = random.Random(20261123)
    for _ in range(count):
        sizes = [2] + [chance.randint(1, 6) for _ in range(chance.randint(4, 14))]
        between, within, unlike = chance.choice([0, 0.1, 0.4]), chance.choice([0, 0.2]), 4 * chance.random()
        rows = []
        for group, size in enumerate(sizes):
            own, of_x = between * chance.gauss(0, 1), chance.gauss(0, 1)
            for place in range(size):
                v, x = math.exp(-unlike * chance.random()) * 0.1, of_x + chance.gauss(0, 1)
                y = 0.2 + 0.1 * x + own + within * chance.gauss(0, 1) + math.sqrt(v) * chance.gauss(0, 1)
                rows.append((y, v, x, group, place % 3))
        yield [len(rows), *(cell for column in zip(*rows) for cell in column)]


def compare_groups(folder):
    file, script = pathlib.Path(folder, "groups.txt"), pathlib.Path(folder, "groups.R")
    script.write_text(GROUPS_SCRIPT)
    file.write_text("".join(" ".join(map(repr, each)) + "\n" for each in draw_groups(SETS)))
    words = ([PROGRAM, file, "groups"], ["Rscript", script, file])
    done = [subprocess.run([str(word) for word in each], check=True, capture_output=True, text=True) for each in words]
    names = ("regression", "multilevel", "cr2", "robust corr", "robust hier", "tau2 limits")
    worst, compared, missing, other_top, higher = [0.0] * len(names), [0] * len(names), [0] * len(names), 0, 0
    for mine, theirs in zip(*(each.stdout.splitlines() for each in done)):
        ours, peers = ([[float(cell) for cell in part.split()] for part in line.split("|")] for line in (mine, theirs))
        apart = bool(ours[1] and peers[1]) and abs(ours[1][-1] - peers[1][-1]) > 1e-6
        other_top += apart
        higher += apart and ours[1][-1] > peers[1][-1]
        for part in range(len(names)):
            if not ours[part]:
                raise SystemExit(f"{names[part]}: a set without an answer of ours")
            if not peers[part]:
                missing[part] += 1
            elif not (apart and part in (1, 2)):
                compared[part] += 1
                worst[part] = max(worst[part], *(abs(a - b) / max(1, abs(b)) for a, b in zip(ours[part], peers[part])))
    for part, name in enumerate(names):
        print(f"{name:<11} {compared[part]} sets compared, largest difference {worst[part]:.1e}, peer without an answer {missing[part]}")
    print(f"multilevel: another top in {other_top}, of which ours higher {higher}")


def with_statsmodels(pools):
    import numpy
    from statsmodels.stats.meta_analysis import combine_effects

    arrays = [(numpy.array(effects), numpy.array(variances)) for effects, variances in pools]
    begin = time.perf_counter()
    for effects, variances in arrays:
        combine_effects(effects, variances, method_re="iterated", use_t=True)
    return time.perf_counter() - begin


def main():
    # Debian's packages are for Debian's python3; another one may stand before it in the path.
    system = "/usr/bin/python3"
    if importlib.util.find_spec("statsmodels") is None and os.path.realpath(sys.executable) != os.path.realpath(system):
        os.execv(system, [system, *sys.argv])
    pools = list(draw(POOLS))
    with tempfile.TemporaryDirectory() as folder:
        file, script = pathlib.Path(folder, "pools.txt"), pathlib.Path(folder, "peer.R")
        script.write_text(SCRIPT)
        file.write_text("".join(" ".join(map(repr, [len(e), *e, *v])) + "\n" for e, v in pools))
        for method in METHODS:
            ours, seconds = ask([PROGRAM, file, method])
            theirs, peer_seconds = ask(["Rscript", script, file, method])
            worst, missing, other_top, higher = compare(method, pools, ours, theirs)
            print(f"{method:<5} ours {len(pools) / seconds:9.0f} a second, metafor {len(pools) / peer_seconds:5.0f}: "
                  f"{peer_seconds / seconds:6.0f} x; largest difference {worst:.1e}; metafor without an answer {missing}; "
                  f"another tau2 {other_top}, of which ours likelier {higher}")
            sys.stdout.flush()
            if method == "reml":
                try:
                    other = with_statsmodels(pools)
                    print(f"      statsmodels (iterated, no REML) {len(pools) / other:.0f} a second: {other / seconds:.0f} x")
                except ImportError as error:
                    print(f"      statsmodels: left out, {error}")
        compare_groups(folder)


if __name__ == "__main__":
    main()
