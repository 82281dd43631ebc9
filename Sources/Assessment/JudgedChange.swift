import DataRegister
import Statistics
import Wording

/// What may be told of a change where the two sides of it were not gathered alike. It is one rule for figures, headings, tables,
/// scores and charts, so that none of them judges what another does not.
extension Change {
    /// The same without a verdict, where what changed in the gathering could account for it. A move against it stands: who fell
    /// while everybody’s recording rose fell all the more.
    func held(against steps: [OthersStep], _ breaks: [ComparabilityBreak]) -> Change {
        let reasons =
            steps.map(\.step).filter { accounts(for: $0.isRise ? .up : .down, evenWhereNothingMoved: true) }.map(
                \.brief)
            + breaks.filter { $0.kind == .recording && accounts(for: $0.leads, evenWhereNothingMoved: false) }.map {
                "recording changed in \($0.month.inWords)"
            }
        return reasons.isEmpty ? self : unjudged(because: reasons.unique.inWords)
    }

    /// Of which subjects no verdict is given; nil where of all.
    static func unjudgedSentence(_ subjects: [String]) -> String? {
        subjects.isEmpty
            ? nil
            : "What became of \(subjects.map(\.begunSmall).inWords) is not judged, since it was not gathered alike."
    }

    /// - Parameter evenWhereNothingMoved: whether "no clear change" is none either: who stood while all others rose moved against
    ///   them.
    private func accounts(
        for direction: ComparabilityBreak.Direction?, evenWhereNothingMoved: Bool
    ) -> Bool {
        switch (verdictOfChance, direction) {
        case (.untold, _), (.unjudged, _): false
        case (_, nil): true
        case (.rise, .up?), (.fall, .down?): true
        case (.rise, .down?), (.fall, .up?): false
        case (.noClearChange, _?), (.notClear, _?): evenWhereNothingMoved
        }
    }
}
