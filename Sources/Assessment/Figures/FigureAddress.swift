import DataFiles
import DataRegister

/// What a figure is asked for by. It says all of it, so that the figure can stand in a text, be opened, be cited, and be
/// worked out again by anybody: `change street-crime/burglary district:thanet 2015-01..2015-12 against 2014-01..2014-12`.
/// A rank is told among a comparator set: `rank district-years/burglary district:thanet 2015-01..2015-12 among most-similar`.
/// Several measures of one data set are written with a `+` between them, and counted together.
public struct FigureAddress: Hashable, Sendable {
    /// What is told of the counts.
    public enum Kind: String, Sendable, CaseIterable {
        /// How many there were.
        case count
        /// How many for each 1,000 people.
        case rate
        /// What part of all recorded crime.
        case share
        /// By how much it rose or fell.
        case change
        /// Which place its rate has among the districts of a set.
        case rank
        /// Which of its months were out of the ordinary.
        case signal
    }

    public let kind: Kind
    /// Of one data set; their counts are added up.
    public let measures: [MeasureAddress]
    public let place: PlaceAddress
    public let period: Period
    /// What a change is told from; nil for every other kind.
    public let earlier: Period?
    /// Among which districts a rank is told, by the address of the set; nil for every other kind.
    public let set: String?

    /// - Parameters:
    ///   - earlier: of a change, the months it is told from; nil is the same months of the year before.
    ///   - set: of a rank, the comparator set.
    public init(
        _ kind: Kind, of measures: [MeasureAddress], in place: PlaceAddress, over period: Period,
        against earlier: Period? = nil, among set: String? = nil
    ) {
        self.kind = kind
        self.measures = Set(measures).sorted()
        self.place = place
        self.period = period
        self.earlier = kind == .change ? earlier ?? period.yearBefore : nil
        self.set = kind == .rank ? set ?? "" : nil
    }
}

extension FigureAddress: LosslessStringConvertible {
    /// Reads what `description` writes, and a year or a month alone for a period: `2015`, `2015-06`.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        guard let first = words.first, let kind = Kind(rawValue: String(first)),
            words.count == 4 && kind != .rank
                || words.count == 6 && words[4] == (kind == .rank ? "among" : "against"),
            let place = PlaceAddress(String(words[2])), let period = Period(address: words[3])
        else { return nil }
        let named = words[1].split(separator: "+", omittingEmptySubsequences: false)
        let measures = named.compactMap { MeasureAddress(String($0)) }
        guard measures.count == named.count else { return nil }
        guard words.count == 6 else {
            self.init(kind, of: measures, in: place, over: period)
            return
        }
        if kind == .rank {
            guard !words[5].isEmpty, slugged(String(words[5])) == words[5] else { return nil }
            self.init(kind, of: measures, in: place, over: period, among: String(words[5]))
            return
        }
        guard kind == .change, let earlier = Period(address: words[5]) else { return nil }
        self.init(kind, of: measures, in: place, over: period, against: earlier)
    }

    public var description: String {
        let words = "\(kind.rawValue) \(measures.map(\.description).joined(separator: "+")) \(place) \(period.address)"
        if let set { return "\(words) among \(set)" }
        return earlier.map { "\(words) against \($0.address)" } ?? words
    }
}

extension Period {
    /// As it stands in addresses: `2015-01..2015-12`.
    public var address: String { "\(from)..\(to)" }

    /// Reads `2015-01..2015-12`, `2015-06` or `2015`.
    public init?(address text: some StringProtocol) {
        if text.utf8.count == 4, let year = Int(text), (1900...2999).contains(year) {
            self = .calendarYear(year)
            return
        }
        let ends = String(text).split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        guard ends.count <= 2, let first = ends.first.flatMap(Month.init), let last = ends.last.flatMap(Month.init),
            let period = try? Period(from: first, to: last)
        else { return nil }
        self = period
    }
}
