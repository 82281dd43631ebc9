import Publishing
import Wording

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

    /// Those of a record that rest on what was replaced.
    ///
    /// - Parameters:
    ///   - now: the same figures, by their addresses, as they are told of the data that are here now.
    ///   - replaced: the releases whose place others took.
    static func all(
        in record: DocumentRecord, now: [String: Result<Evidence.Figure, Evidence.Missing>], replaced: Set<String>
    ) -> [RevisedFigure] {
        record.figures.compactMap { figure in
            guard let told = now[figure.address] else { return nil }
            switch told {
            case .success(let current):
                // A record of before releases were kept for each figure says by its words alone that it is another.
                let rests =
                    figure.releases.map { !replaced.isDisjoint(with: Set($0).subtracting(current.releases.map(\.id))) }
                    ?? (current.words != figure.words)
                guard rests else { return nil }
                // The figure alone says less than its words where both say the same: "no clear change" may have become a fall.
                let isByValue = figure.value != nil && figure.value != current.number && current.number != nil
                return RevisedFigure(
                    number: figure.number, address: figure.address, sentence: figure.sentence,
                    published: isByValue ? figure.value ?? figure.words : figure.words,
                    now: isByValue ? current.number : current.words, missing: nil)
            case .failure(let missing):
                guard figure.releases.map({ !replaced.isDisjoint(with: $0) }) ?? true else { return nil }
                return RevisedFigure(
                    number: figure.number, address: figure.address, sentence: figure.sentence,
                    published: figure.value ?? figure.words, now: nil, missing: missing.reason)
            }
        }
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
                + "each figure that its words name says the same."
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
