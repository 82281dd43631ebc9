# Works out a method for every series of a file with R, in one process or in as many as are asked for.
#
# Prints, as one line of JSON, how long that took from series in memory to results in memory, without the start of R and the
# loading of packages; and writes the results for comparison, as doubles.
#
#     Rscript peer.R stl|stl-jumping|xmr|farrington SERIES RESULTS PROCESSES
#     Rscript peer.R versions

arguments <- commandArgs(trailingOnly = TRUE)

# The settings that make R's answer that of statsmodels and ours: a line for each month of the year, five turns, and every
# month fitted. `jumping` leaves R its default of fitting every second or third month and interpolating the others.
stl_rows <- function(series, jumping) {
  t(apply(series, 1, function(values) {
    values <- ts(values, frequency = 12)
    fit <- if (jumping) {
      stl(values, s.window = 13, s.degree = 1, inner = 5)
    } else {
      stl(values, s.window = 13, s.degree = 1, t.window = 21, l.window = 13, inner = 5, s.jump = 1, t.jump = 1, l.jump = 1)
    }
    c(fit$time.series[, "seasonal"], fit$time.series[, "trend"])
  }))
}

rules <- c(
  "Above UCL", "Below LCL", "7 Point Trend (Increasing)", "7 Point Trend (Decreasing)", "2 in 3 Above CL",
  "2 in 3 Below CL", "7 Points Above CL", "7 Points Below CL"
)

# All series at once, as facets of one chart, which is the package's own way and the quicker one.
xmr_rows <- function(series) {
  months <- seq(as.Date("2019-01-01"), by = "month", length.out = ncol(series))
  long <- data.frame(
    series = rep(seq_len(nrow(series)), each = ncol(series)), month = rep(months, nrow(series)), count = as.vector(t(series))
  )
  found <- suppressWarnings(NHSRplotthedots::ptd_spc(
    long, value_field = "count", date_field = "month", facet_field = "series", improvement_direction = "decrease"
  ))
  found <- found[order(as.integer(as.character(found$f)), found$x), ]
  mean <- if (is.null(found$mean_col)) found$mean else found$mean_col
  first <- seq(1, nrow(found), by = ncol(series))
  marked <- match(found$special_cause_type, rules)
  marked[is.na(marked)] <- 0
  cbind(mean[first], found$lpl[first], found$upl[first], matrix(marked, nrow = nrow(series), byrow = TRUE))
}

# surveillance overwrites the fitted weights after reweighting (see docs/statistics.md); with that line corrected it gives the
# answers that it means to give, and takes as long.
correct_surveillance <- function() {
  space <- asNamespace("surveillance")
  lines <- deparse(space$algo.farrington.fitGLM.flexible)
  wrong <- grep("model$weights <- omega", lines, fixed = TRUE)
  stopifnot(length(wrong) == 1)
  lines[wrong] <- sub("model$weights", "model$prior.weights", lines[wrong], fixed = TRUE)
  corrected <- eval(parse(text = lines), envir = space)
  assignInNamespace("algo.farrington.fitGLM.flexible", corrected, ns = "surveillance")
}

farrington_rows <- function(series) {
  newest <- ncol(series)
  counts <- surveillance::sts(observed = t(series), frequency = 12, start = c(2019, 1))
  found <- surveillance::farringtonFlexible(counts, control = list(
    range = newest, b = 4, w = 2, noPeriods = 1, reweight = TRUE, weightsThreshold = 2.58, pThresholdTrend = 0.05,
    trend = TRUE, pastWeeksNotIncluded = 2, alpha = 0.025, limit54 = c(5, 4), thresholdMethod = "delta",
    powertrans = "2/3", glmWarnings = FALSE
  ))
  cbind(
    as.vector(found@control$expected), as.vector(found@upperbound), as.vector(found@control$phiVector),
    as.vector(found@alarm)
  )
}

in_processes <- function(series, processes, rows) {
  if (processes == 1) {
    return(rows(series))
  }
  shares <- parallel::splitIndices(nrow(series), processes)
  do.call(rbind, parallel::mclapply(shares, function(share) rows(series[share, , drop = FALSE]), mc.cores = processes))
}

has <- function(package) requireNamespace(package, quietly = TRUE)

if (arguments[1] == "versions") {
  packages <- Filter(has, c("surveillance", "NHSRplotthedots"))
  cat(R.version.string, "\n", sep = "")
  for (package in packages) cat(package, " ", as.character(packageVersion(package)), "\n", sep = "")
} else {
  series <- unname(as.matrix(read.csv(arguments[2], header = FALSE)))
  if (arguments[1] == "farrington") {
    suppressMessages(library(surveillance))
    correct_surveillance()
  }
  if (arguments[1] == "xmr") loadNamespace("NHSRplotthedots")
  rows <- switch(arguments[1],
    stl = function(series) stl_rows(series, jumping = FALSE),
    `stl-jumping` = function(series) stl_rows(series, jumping = TRUE),
    xmr = xmr_rows,
    farrington = farrington_rows
  )
  start <- proc.time()[["elapsed"]]
  found <- in_processes(series, as.integer(arguments[4]), rows)
  seconds <- proc.time()[["elapsed"]] - start
  writeBin(as.vector(t(found)), arguments[3])
  cat(sprintf("{\"seconds\": %.6f, \"series\": %d}\n", seconds, nrow(series)))
}
