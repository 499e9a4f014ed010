# SPDX-License-Identifier: EUPL-1.2
# Makes the invented data of this folder and the answers of R 4.2.2 to it: Rscript compute.R (Debian: r-cran-clubsandwich, r-cran-sandwich, r-cran-nlme)
suppressMessages({library(clubSandwich); library(sandwich); library(nlme)})
set.seed(20261122)
G <- 9; n <- 60; d <- data.frame(site=sample(paste0("s",1:G),n,TRUE), year=sample(2021:2024,n,TRUE), kind=sample(c("alone","couple","family"),n,TRUE), age=round(rnorm(n,70,8)), w=round(runif(n,.5,3),2))
d$help <- as.numeric(as.integer(factor(d$site)) %% 2); u <- rnorm(G)
d$lonely <- round(6 - .8*d$help + .03*d$age + u[as.integer(factor(d$site))] + rnorm(n),2)
write.csv(d, "clusters.csv", row.names=FALSE, quote=FALSE)
out <- NULL
add <- function(case, name, se, df) out <<- rbind(out, data.frame(case=case, name=name, se=sprintf("%.12g",se), df=ifelse(is.na(df),"",sprintf("%.10g",df))))
nm <- c("intercept","help","age","kind[couple]","kind[family]")
for (wt in c("","w")) { m <- if (wt=="") lm(lonely ~ help+age+kind, d) else lm(lonely ~ help+age+kind, d, weights=w)
  for (s in c("CR0","CR2","CR3")) { V <- vcovCR(m,d$site,s); df <- if (s=="CR0") rep(NA,5) else coef_test(m,V,test="Satterthwaite")$df_Satt; add(paste0(tolower(s),wt), nm, sqrt(diag(V)), df) }
  for (s in c("HC0","HC1","HC2","HC3")) add(paste0(tolower(s),wt), nm, sqrt(diag(vcovHC(m,s))), rep(NA,5))
  add(paste0("two",wt), nm, sqrt(diag(vcovCL(m,d[,c("site","year")],type="HC1",multi0=FALSE))), rep(NA,5)) }
m <- lm(lonely ~ help+age+kind, d); w <- Wald_test(m, constrain_zero(4:5, coef(m)), vcovCR(m,d$site,"CR2"), test="HTZ"); add("wald", c("f","df2"), c(w$Fstat,w$df_denom), c(NA,NA))
m <- lm(lonely ~ age+kind+factor(year)+factor(site), d); i <- c("age","kindcouple","kindfamily"); V <- vcovCR(m,d$site,"CR2"); add("absorb", nm[3:5], sqrt(diag(V))[i], coef_test(m,V,test="Satterthwaite")$df_Satt[match(i,names(coef(m)))])
write.csv(out,"clusters_r.csv",row.names=FALSE,quote=FALSE)
set.seed(7); t <- c(1:9,11:26); y <- round(8 - .05*t - 1.2*(t>=14) - .08*(t-14)*(t>=14) + as.numeric(arima.sim(list(ar=.5),25,sd=.6)),2); e <- data.frame(month=t, lonely=y); write.csv(e,"series.csv",row.names=FALSE,quote=FALSE)
e$p <- as.numeric(t>=14); e$s <- (t-14)*e$p; g <- gls(lonely~month+p+s,e,correlation=corAR1(form=~month),control=list(tolerance=1e-13,msTol=1e-15)); print(summary(g)$tTable,digits=12); print(coef(g$modelStruct$corStruct,unconstrained=FALSE),digits=10); print(confint(g))
print(qt(.975,21)*summary(g)$tTable[,2],digits=10)
