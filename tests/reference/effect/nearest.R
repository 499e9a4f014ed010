# SPDX-License-Identifier: EUPL-1.2
# Where MatchIt and `calc effect compare --method match-nearest` choose another control: Rscript nearest.R. Needs r-cran-matchit.
suppressMessages(library(MatchIt))
data("lalonde")
found <- matchit(treat ~ age + educ + race + married + nodegree + re74 + re75, data = lalonde)
chance <- unname(found$distance)
treated <- which(lalonde$treat == 1)
others <- which(lalonde$treat == 0)
theirs <- match(found$match.matrix[, 1], rownames(lalonde))
names(theirs) <- treated
in_order <- treated[order(chance[treated], decreasing = TRUE)]

# Its own pairs in its own order: is a control that is nearer still free?
free <- rep(TRUE, length(others))
for (person in in_order) {
  away <- ifelse(free, abs(chance[others] - chance[person]), Inf)
  got <- theirs[as.character(person)]
  if (abs(chance[got] - chance[person]) > min(away) + 1e-12)
    cat("treated", person, "got", got, "at", abs(chance[got] - chance[person]), "; free at", min(away), "is",
        others[which.min(away)], "\n")
  free[others == got] <- FALSE
}

# The nearest one that is free, the first of equal ones.
free <- rep(TRUE, length(others))
ours <- integer(0)
for (person in in_order) {
  away <- ifelse(free, abs(chance[others] - chance[person]), Inf)
  free[which.min(away)] <- FALSE
  ours <- c(ours, others[which.min(away)])
}
apart <- function(x, pairs) {
  spread <- if (all(x %in% 0:1)) sqrt(mean(x[treated]) * (1 - mean(x[treated]))) else sd(x[treated])
  (mean(x[treated]) - mean(x[pairs])) / spread
}
columns <- model.matrix(~ age + educ + race + married + nodegree + re74 + re75, lalonde)[, -1]
tell <- function(name, pairs) {
  cat(name, ": effect", mean(lalonde$re78[treated]) - mean(lalonde$re78[pairs]), ", propensity",
      apart(chance, pairs), ", covariates on average", mean(abs(apply(columns, 2, apart, pairs))), "\n")
}
tell("MatchIt", theirs)
tell("nearest", ours)
