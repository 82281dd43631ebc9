import DataFiles
import DataRegister
import Publishing
import Wording

/// That a release took the place of another, by their identifiers, in some periods.
struct Replacement: Hashable, Sendable {
    let old: String
    let new: String
    let periods: [Period]
}

/// A figure of a published document that rests on a release whose place another took: as it was published, and as the same
/// address would tell it now.
struct RevisedFigure: Hashable, Sendable {
    let number: Int
    let address: String
    /// As it was published.
    let sentence: String
    /// "−4.3%".
    let published: String
    /// "−4.9%"; nil where it cannot be told any more.
    let now: String?
    /// Why it cannot.
    let missing: String?

    var isAnother: Bool { now != published }

    /// "−4.3% is now −4.9%".
    var nowTold: String { now ?? missing.map { "Cannot be told now: \($0)" } ?? "Cannot be told now." }

    /// Those of a record that rest on what was replaced: of the months and places that each counts, whatever else its files told.
    ///
    /// - Parameters:
    ///   - now: the same figures, by their addresses, as they are told of the data that are here now.
    ///   - since: what took the place of which since it was published.
    static func all(
        in record: DocumentRecord, now: [String: Result<Evidence.Figure, Evidence.Missing>], since: [Replacement]
    ) -> [RevisedFigure] {
        let (replaced, news) = (Set(since.map(\.old)), Set(since.map(\.new)))
        return record.figures.compactMap { figure in
            guard let told = now[figure.address] else { return nil }
            switch told {
            case .success(let current):
                let read = Set(current.releases.map(\.id))
                // A record of before releases were kept for each figure says by its words alone that it is another.
                let rests =
                    figure.releases.map(Set.init).map { before in
                        !before.isDisjoint(with: replaced)
                            && (!read.subtracting(before).isDisjoint(with: news)
                                || !before.subtracting(read).isDisjoint(with: replaced))
                    } ?? (current.words != figure.words)
                guard rests else { return nil }
                return RevisedFigure(figure, now: current)
            case .failure(let missing):
                guard figure.releases == nil || !figure.replacing(since).isEmpty else { return nil }
                return RevisedFigure(
                    number: figure.number, address: figure.address, sentence: figure.sentence,
                    published: figure.said ?? figure.words, now: nil, missing: missing.reason)
            }
        }
    }
}

extension RevisedFigure {
    init(_ figure: DocumentRecord.Figure, now current: Evidence.Figure) {
        // The figure alone says less than its words where both say the same: "no clear change" may have become a fall.
        let isByValue = figure.said != nil && figure.said != current.number && current.number != nil
        self.init(
            number: figure.number, address: figure.address, sentence: figure.sentence,
            published: isByValue ? figure.said ?? figure.words : figure.words,
            now: isByValue ? current.number : current.words, missing: nil)
    }
}

extension DocumentRecord.Figure {
    /// What took the place of one of its releases in a month that it counts: of a figure that cannot be told any more, and so
    /// does not say itself what it would be read from.
    func replacing(_ since: [Replacement]) -> [Replacement] {
        since.filter { one in
            (releases?.contains(one.old) ?? true)
                && (one.periods.isEmpty
                    || months.map { months in one.periods.contains { $0.months.contains(where: months.contains) } }
                        ?? true)
        }
    }

    /// The months that it counts, as its address says; nil where it looks further than that.
    private var months: Set<Month>? {
        guard !address.hasPrefix("signal ") else { return nil }
        let periods = address.split(separator: " ").compactMap { word -> Period? in
            let ends = word.split(separator: "..").map(String.init).compactMap(Month.init)
            guard ends.count == 2 else { return nil }
            return try? Period(from: ends[0], to: ends[1])
        }
        return periods.isEmpty ? nil : Set(periods.flatMap(\.months))
    }
}

extension [RevisedFigure] {
    /// "2 figures of this document rest on an older release; newer data would say otherwise of one."
    ///
    /// - Parameter document: "this document", "it".
    func sentence(of document: String) -> String {
        guard !isEmpty else {
            return
                "A newer release took the place of one on which pictures, tables or the agreed order of \(document) rest; "
                + "no figure that its words name says otherwise by that."
        }
        let other = self.count(where: \.isAnother)
        let rest = count == 1 ? "1 figure of \(document) rests" : "\(count.grouped) figures of \(document) rest"
        let news =
            switch (other, count) {
            case (0, _): "newer data say the same"
            case (1, 1): "newer data would say otherwise"
            case (count, _): "newer data would say otherwise of each"
            default: "newer data would say otherwise of \(other == 1 ? "one" : other.grouped)"
            }
        return "\(rest) on an older release; \(news)."
    }
}
