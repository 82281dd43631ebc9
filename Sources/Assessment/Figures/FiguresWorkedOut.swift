import DataFiles
import DataRegister
import Statistics
import Wording

// Each kind of figure, from the counts it stands on. A series with a gap gives no count, no rate and no share: they would
// pass for those of whole periods.

extension Figure {
    init(countOf series: CountSeries, at address: FigureAddress) throws(FigureRefusal) {
        let total: Int
        do {
            total = try series.whole(over: address.period)
        } catch {
            guard error.least != nil, let least = series.leastOfAll else { throw error }
            self.init(atLeast: least, of: series, short: error, at: address)
            return
        }
        self.init(
            address: address, subject: series.subject, place: series.placeName,
            value: series.smallCounts.telling(total), words: series.amount(total), interval: nil,
            sentence: "\(series.subject) in \(series.placeName): \(series.amount(total)) in \(address.period).",
            notes: series.notes(on: total), parts: [Part("\(address.period)", series.amount(total))],
            citation: series.citation, count: series.smallCounts.hides(total) ? nil : total,
            unit: series.unit.isEmpty ? nil : series.unit,
            measured: series.smallCounts.hides(total)
                ? Measured(missing: series.smallCounts.note, of: series.unit)
                : Measured(Double(total), series.unit))
    }

    /// How many there were at least: a number that can be cited, and that nothing is worked out from.
    private init(
        atLeast least: (count: Int, part: CountSeries.Part), of series: CountSeries, short: FigureRefusal,
        at address: FigureAddress
    ) {
        let (value, words) = ("at least \(least.count.grouped)", "at least \(series.amount(least.count))")
        let reason = "How many there were is not known: \(least.part.reason)."
        self.init(
            address: address, subject: series.subject, place: series.placeName, value: value, words: words,
            interval: nil, sentence: "\(series.subject) in \(series.placeName): \(words) in \(address.period).",
            notes: [reason] + series.cautions, parts: [Part("\(address.period)", words)], citation: series.citation,
            shortfall: short, unit: series.unit.isEmpty ? nil : series.unit,
            measured: Measured(missing: reason, of: series.unit, atLeast: Double(least.count)))
    }

    init(
        rateOf series: CountSeries, among people: PopulationUsed, from residents: Citation, at address: FigureAddress
    ) throws {
        let total = try series.told(over: address.period, as: "a rate")
        let rate = try Rate(count: total, population: Double(people.people))
        let value = rate.told
        let months = address.period.count == 12 ? "" : " over \(address.period.count.counted("month", "months"))"
        self.init(
            address: address, subject: series.subject, place: series.placeName, value: value,
            words: "\(value) for each 1,000 people",
            interval: "95% interval \(rate.interval.wording(places: 1))",
            sentence: "\(series.subject) in \(series.placeName): \(value) for each 1,000 people in \(address.period)"
                + "\(months) (95% interval \(rate.interval.wording(places: 1))).",
            notes: series.cautions + ["Residents: \(people.people.grouped) (\(people.basis))."],
            parts: [
                Part("\(address.period)", series.amount(total)),
                Part("Residents", "\(people.people.grouped), \(people.basis)"),
            ], citation: series.citation.standing(on: [residents]),
            measured: Measured(
                rate.value, "per 1,000 people", from: rate.interval.lower, to: rate.interval.upper))
    }

    init(shareOf series: CountSeries, in whole: CountSeries, at address: FigureAddress) throws {
        let part = try series.told(over: address.period, as: "a share")
        let all = try whole.told(over: address.period, as: "a share")
        let share = try Proportion(part: part, of: all)
        let value = (share.value * 100).rounded(places: 1) + "%"
        let interval = Interval(
            lower: share.interval.lower * 100, upper: share.interval.upper * 100, confidence: share.interval.confidence)
        self.init(
            address: address, subject: series.subject, place: series.placeName, value: value,
            words: "\(value) of recorded crime",
            interval: "95% interval \(interval.wording(places: 1, sign: "%"))",
            sentence:
                "\(series.subject) made up \(value) of recorded crime in \(series.placeName) in \(address.period): "
                + "\(part.grouped) of \(all.grouped).",
            notes: series.cautions,
            parts: [Part(series.subject, series.amount(part)), Part(whole.subject, whole.amount(all))],
            citation: series.citation,
            measured: Measured(share.value * 100, "percent", from: interval.lower, to: interval.upper))
    }

    /// - Parameters:
    ///   - swings: how much the place's months vary; it is asked where the two periods' own are too few to tell.
    ///   - steps: those that all other districts took together between the two.
    init(
        changeOf now: CountSeries, from earlier: CountSeries, at address: FigureAddress, swings: Swings?,
        steps: [OthersStep] = []
    ) throws {
        // A change over some of the months would go by the name of all of them.
        let after = try now.whole(over: address.period)
        let before = try earlier.whole(over: address.earlier ?? address.period.yearBefore)
        let compared = try Comparability.comparing(now, with: earlier)
        let months = Double(compared.later.count)
        let plain =
            compared.later.count < Change.fewestMonths && (now.grain != .month || swings != nil)
            ? try Change(
                totalBefore: compared.earlier.reduce(0, +), totalAfter: compared.later.reduce(0, +),
                exposureBefore: months, exposureAfter: months, swings: swings?.dispersion)
            : try Change(
                before: compared.earlier, after: compared.later, exposureBefore: months, exposureAfter: months)
        let change = plain.held(against: steps, compared.breaks)
        let spans = (
            before: "\(earlier.span ?? address.period.yearBefore)", after: "\(now.span ?? address.period)"
        )
        if now.smallCounts.hides(before) || now.smallCounts.hides(after) {
            self.init(hiding: (before, after), named: spans, of: now, from: earlier, at: address)
            return
        }
        self.init(
            address: address, subject: now.subject, place: now.placeName,
            value: change.percentText ?? "\(change.before.grouped) to \(change.after.grouped)",
            words: change.words,
            interval: change.percentIntervalText.map { "95% interval \($0)" },
            sentence: change.sentence(
                subject: "\(now.subject) in \(now.placeName)", before: spans.before, after: spans.after),
            notes: [change.method == .borrowed ? swings?.note : change.caveat].compactMap(\.self) + compared.cautions
                + steps.map(\.caution),
            parts: [
                Part(spans.before, now.amount(change.before)), Part(spans.after, now.amount(change.after)),
            ],
            citation: now.citation.joined(with: earlier.citation).standing(
                on: change.method == .borrowed ? [swings?.citation].compactMap(\.self) : []),
            change: change, measured: Measured(change))
    }
}

extension Figure {
    /// A change from or to a number that is too small to be told: the two amounts, and no percentage, which would tell them.
    private init(
        hiding totals: (before: Int, after: Int), named periods: (before: String, after: String),
        of now: CountSeries, from earlier: CountSeries, at address: FigureAddress
    ) {
        let (before, after) = (now.smallCounts.telling(totals.before), now.smallCounts.telling(totals.after))
        self.init(
            address: address, subject: now.subject, place: now.placeName, value: "\(before) to \(after)",
            words: "went from \(before) to \(after)", interval: nil,
            sentence: "\(now.subject) in \(now.placeName): \(now.amount(totals.after)) in \(periods.after), and "
                + "\(before) in \(periods.before).",
            notes: [now.smallCounts.note] + now.cautions,
            parts: [Part(periods.before, now.amount(totals.before)), Part(periods.after, now.amount(totals.after))],
            citation: now.citation.joined(with: earlier.citation),
            measured: Measured(missing: now.smallCounts.note, of: "percent"))
    }

    init(rankIn comparison: Comparison, at address: FigureAddress) throws {
        guard let own = comparison.own, let rate = own.rate, let place = comparison.place else {
            throw comparison.noRateOfOwn
        }
        guard comparison.known.count >= Comparison.fewest else {
            throw comparison.known.count < 2
                ? ComparisonRefusal.noOthers(own.name, in: comparison.set.name, comparison.period)
                : ComparisonRefusal.tooFewKnown(
                    comparison.known.count, of: comparison.members.count, in: comparison.set.name, comparison.period)
        }
        var parts = [
            Part(
                own.name,
                "\(rate.count.counted(comparison.unit)), \(rate.told) for each 1,000 people"),
            Part("Residents", own.people.map { "\($0.people.grouped), \($0.basis)" } ?? "not known"),
        ]
        if let mean = comparison.mean {
            parts.append(Part("The group’s mean", "\(mean.rounded(places: 1)) for each 1,000 people"))
        }
        parts.append(Part("Compared with", comparison.set.citation))
        self.init(
            address: address, subject: comparison.subject, place: own.name, value: place, words: comparison.words,
            interval: nil,
            sentence: comparison.sentence,
            notes: comparison.notes + ["Residents: \(comparison.populations.words)."], parts: parts,
            citation: comparison.citation.standing(on: [comparison.populations]), comparison: comparison,
            measured: own.rank.map { rank in
                Measured(
                    Double(rank), "place among \(comparison.known.count) districts",
                    from: comparison.places.map { Double($0.lowerBound) },
                    to: comparison.places.map { Double($0.upperBound) })
            })
    }
}

extension MeasuredChange {
    /// - Parameters:
    ///   - before: the earlier period as a sentence names it, and so is
    ///   - after: the later.
    init(_ change: Change, from before: String, to after: String, of unit: String) {
        self.init(
            from: (before, change.before), to: (after, change.after), of: unit, percent: Measured(change),
            verdict: change.verdict == .unjudged ? nil : change.verdict.name,
            reason: change.whyUnjudged ?? change.whyNotClear)
    }
}

extension Measured {
    fileprivate init(_ change: Change) {
        guard let percent = change.percent else {
            self.init(missing: Change.tooFewForPercent, of: "percent")
            return
        }
        let interval = change.percentInterval
        self.init(percent, "percent", from: interval?.lower, to: interval?.upper)
    }
}

extension Change {
    /// As it stands in a sentence: "fell by 31.0%", "showed no clear change (−4.3%)".
    var words: String {
        guard let percent else { return "went from \(before.grouped) to \(after.grouped)" }
        let amount = percent.magnitude.rounded(places: 1) + "%"
        return switch verdict {
        case .rise: "rose by \(amount)"
        case .fall: "fell by \(amount)"
        case .noClearChange: "showed no clear change (\(percentText ?? amount))"
        case .notClear: "showed a change that is not clear (\(percentText ?? amount))"
        case .untold, .unjudged: "went from \(before.grouped) to \(after.grouped) (\(percentText ?? amount))"
        }
    }
}

extension CountSeries {
    /// How many there were at least, and why that is not all; nil where nothing is left out of it.
    var least: (count: Int, part: Part)? {
        let parts = points.compactMap(\.part).filter(\.isAtLeast)
        // Of several the one that says most: each month says what its own number lacks.
        guard let part = parts.max(by: { $0.reason.count < $1.reason.count }) else { return nil }
        return (points.reduce(0) { $0 + ($1.count ?? $1.part?.count ?? 0) }, part)
    }

    /// The same where every stretch of it is known or known to be at least so many: none of it is missing.
    fileprivate var leastOfAll: (count: Int, part: Part)? {
        points.allSatisfy { $0.count != nil || $0.part?.isAtLeast == true } ? least : nil
    }

    fileprivate var placeName: String { places.map(\.name).inWords }

    fileprivate func amount(_ count: Int) -> String {
        guard smallCounts.hides(count) else { return count.counted(unit) }
        return unit.isEmpty ? smallCounts.words : "\(smallCounts.words) \(unit)"
    }

    fileprivate func notes(on count: Int) -> [String] {
        (smallCounts.hides(count) ? [smallCounts.note] : []) + cautions
    }

    /// Changes in what is counted that lie within it, and what it is known to leave out.
    fileprivate var cautions: [String] {
        let areas = areaChange.flatMap { change in span.flatMap { change.isShort(in: $0) ? change.sentence : nil } }
        return breaks.map(\.sentence) + [areas].compactMap(\.self) + shortfalls
    }

    /// The same, for what a number could be worked out from.
    ///
    /// - Throws: ``FigureRefusal`` where it is too small to be told, too.
    fileprivate func told(over period: Period, as what: String) throws(FigureRefusal) -> Int {
        let total = try whole(over: period)
        guard !smallCounts.hides(total) else {
            throw FigureRefusal(
                "There were \(smallCounts.words) in \(period), and \(what) would tell how many. "
                    + "Choose more months, a wider place, or the count.")
        }
        return total
    }

    /// - Throws: ``FigureRefusal`` where a part of it is missing.
    fileprivate func whole(over period: Period) throws(FigureRefusal) -> Int {
        guard isWhole else {
            if let nothingKnown { throw FigureRefusal(nothingKnown.reason, remedy: nothingKnown.remedy) }
            if let change = areaChange, let span, let level = places.first?.level,
                change.known(at: level, Set(span.months)).count < span.count
            {
                throw FigureRefusal(change.sentence)
            }
            if let (least, part) = least {
                throw FigureRefusal(
                    "There were at least \(smallCounts.telling(least)) in \(period), and how many is not known: \(part.reason).",
                    remedy: part.remedy, least: smallCounts.hides(least) ? nil : "at least \(least.grouped)")
            }
            if let point = points.first(where: { $0.part != nil }), let part = point.part {
                throw FigureRefusal(
                    "\(point.period) is known in part: \(part.reason). So there is no figure for \(period).",
                    remedy: part.remedy)
            }
            let missing =
                missing.count == points.count
                ? "Nothing is known of \(period)"
                : "\(missing.map(\.description).inWords) \(missing.count == 1 ? "is" : "are") missing"
            throw FigureRefusal(
                "\(missing), so there is no figure for \(period).",
                remedy: "Import the missing files, or choose other months.")
        }
        return total
    }
}
