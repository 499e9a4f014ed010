# SPDX-License-Identifier: EUPL-1.2
# needs: r-cran-metafor python3-statsmodels
"""Pooling beside metafor and statsmodels on the same studies: ./wf bench evidence

Random pools (5 to 40 studies, like and unlike sizes, with and without spread between them) are answered by our kernel and by
metafor, iterated to 1e-13, with Knapp-Hartung. Said are: seconds for each, how many pools a second and the ratio, how often
metafor gave no answer, and the largest difference where both did. Where tau2 differs, both likelihoods are compared.
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


if __name__ == "__main__":
    main()
