import DataFiles
import DataRegister
import Statistics
import Wording

// A comparison in plain words: what the figures say, and no more than they can bear.

extension Comparison {
    /// "Burglary", "Burglary and Robbery".
    public var subject: String { measures.together }

    var unit: String { measures.first?.unit ?? "" }

    /// What is told of each: "crimes for each 1,000 people".
    var rateUnit: String { measures.rateUnit }

    /// "3 of 15"; nil where the own district has no rate.
    public var place: String? { own?.rank.map { "\($0) of \(known.count)" } }

    /// "28.4 for each 1,000 people, 3rd highest of 15".
    public var words: String {
        guard let own, let rate = own.rate, let rank = own.rank else { return "no rate" }
        return "\(rate.told) for each 1,000 people, \(rank.asRank) of \(known.count)"
    }

    /// The place of the own district, its rate, and how it lies beside the group's mean, in two or three sentences.
    public var sentence: String {
        guard let own, let rate = own.rate, let rank = own.rank else { return absence }
        let head =
            "\(subject) in \(own.name): \(rate.told) \(rateUnit) in \(period) (95% interval "
            + "\(rate.interval.wording(places: 1)))"
            + (known.count > 1
                ? ", \(rank.asRank) of the \(known.count) districts with a rate."
                : ". No other district has a rate, so it has no place.")
        return [head, standing, likeness].compactMap(\.self).joined(separator: " ")
    }

    private var absence: String {
        guard let own else { return "The own district is not known, so nothing is said of its place." }
        return own.count == nil
            ? "How many there were in \(own.name) in \(period) is not here, so its place is not known."
            : "How many people live in \(own.name) is not here, so its place is not known."
    }

    private var standing: String? {
        guard let mean else { return nil }
        let benchmark = "The group’s mean is \(mean.rounded(places: 1))."
        guard let position = own?.position else { return benchmark }
        let head = "\(benchmark) Districts differ among themselves, and"
        switch position.verdict(polarity.ofStatistics, beyond: .percent95) {
        case .similar: return "\(head) within their limits it does not stand out."
        case .better: return "\(head) it is \(position.word) than their limits, which is better."
        case .worse: return "\(head) it is \(position.word) than their limits, which is worse."
        case .lower, .higher:
            return
                "\(head) it is \(position.word) than their limits. Whether that is good or bad cannot be said: how many are "
                + "recorded follows how hard somebody looks."
        }
    }

    /// From whom chance alone does not tell the own district.
    private var likeness: String? {
        guard let places, let own else { return nil }
        guard known.count > 1 else { return nil }
        guard !notToldApart.isEmpty else { return "It differs from each of the others by more than chance." }
        let names = notToldApart.map(\.name)
        let listed = names.count <= 5 ? names.inWords : "\(names.count) of the others"
        let range =
            places.count == 1
            ? "" : " It could be anywhere from place \(places.lowerBound) to place \(places.upperBound)."
        return "Chance and the swings of months do not tell \(own.name) from \(listed).\(range)"
    }

    /// What must be said beside it: how the mean is made, who is missing, how many flags chance would give, and the cautions
    /// that lie in the data.
    public var notes: [String] {
        var notes = cautions
        if let mean {
            notes.append(
                "The group’s mean, \(mean.rounded(places: 1)), is the mean of the rates of the \(known.count) districts that have one, "
                    + "each counted once, the own district \(own?.rate == nil ? "not " : "")among them.")
            if let together {
                notes.append(
                    "Together those districts have \(together.told) \(rateUnit): there the larger weigh more."
                )
            }
        } else {
            notes.append("Fewer than \(Self.fewest) districts have a rate, which makes no mean.")
        }
        let missing = members.filter { $0.rate == nil }.map(\.name)
        if !missing.isEmpty {
            let listed = missing.count <= 5 ? missing.inWords : "\(missing.count) districts"
            notes.append(
                "\(listed) \(missing.count == 1 ? "has" : "have") no rate for \(period) and \(missing.count == 1 ? "is" : "are") "
                    + "left out; what is missing is never taken as zero.")
        }
        if known.count > 1 { notes += judging }
        if isOwnAdded, let own {
            notes.append("\(own.name) is not in the set, and was added to it for the comparison.")
        }
        return notes
    }

    /// Many districts are looked at at once: how that is allowed for, each by itself, so that what holds of every measure can be
    /// said once for all.
    private var judging: [String] {
        let allowed =
            swings?.note
            ?? "Fewer than nine months on end of the own district are here, so months are taken to vary twice as much as chance."
        return [
            outside,
            "Which districts differ from the own is judged with all comparisons allowed for (Benjamini and Hochberg, 1995).",
            allowed.replacing("Its months", with: "The own district’s months"),
            "A place in a table is no measure of how well a district does.",
        ]
    }

    /// What the funnel of so many can tell.
    private var outside: String {
        guard funnel != nil else {
            return "It takes \(Self.fewestInFunnel) districts with a rate to tell who stands out among them."
        }
        let number = MarkedByChance.words(Double(known.count) * 0.05)
        return
            "Of \(known.count) districts that differ no more than others do, \(number) would lie outside the inner limits."
    }

    /// "derived from data.police.uk, recorded crime by district and year, received …; residents: …".
    public var sources: String {
        populations.releases.isEmpty ? citation.words : "\(citation.words). Residents: \(populations.words)"
    }
}

extension [Measure] {
    /// "Burglary and Robbery"
    var together: String { map(\.name).inWords }

    /// What is told of each place: "crimes for each 1,000 people".
    var rateUnit: String {
        let unit = first?.unit ?? ""
        return "\(unit.isEmpty ? "" : unit + " ")for each 1,000 people"
    }
}

extension Comparison.Member {
    /// "Higher than most, worse": how it stands among the group, by the funnel.
    func beside(_ polarity: Measure.Polarity) -> String {
        guard let position else { return rate == nil ? "not known" : "Too few to tell" }
        switch position.verdict(polarity.ofStatistics, beyond: .percent95) {
        case .similar: return "Within the limits"
        case .better: return "\(position.word.withCapital), better"
        case .worse: return "\(position.word.withCapital), worse"
        case .lower, .higher: return position.word.withCapital
        }
    }
}

extension FunnelPosition {
    /// As a table and a program read it.
    var word: String {
        switch self {
        case .farBelow: "far lower"
        case .below: "lower"
        case .within: "within"
        case .above: "higher"
        case .farAbove: "far higher"
        }
    }
}

extension Measure.Polarity {
    public var ofStatistics: Polarity {
        switch self {
        case .lowIsGood: .lowIsGood
        case .highIsGood: .highIsGood
        case .noJudgement: .noJudgement
        }
    }

    /// What a standing among others means.
    public var ofStanding: Standing.Polarity {
        switch self {
        case .lowIsGood: .highIsBad
        case .highIsGood: .highIsGood
        case .noJudgement: .noJudgement
        }
    }
}

extension Int {
    /// "highest", "2nd highest", "13th highest": a place counted from the highest rate.
    var asRank: String {
        if self == 1 { return "highest" }
        let ending =
            switch (self % 100, self % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(grouped)\(ending) highest"
    }
}
