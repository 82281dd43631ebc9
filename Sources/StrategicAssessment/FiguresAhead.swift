import Storage
import Wording

/// Where the figures of a year's themes are worked out apart from whoever asks for them: a browser is answered at once, and
/// whoever closes it meanwhile stops nothing and loses nothing.
actor FiguresAhead {
    /// How far it is.
    struct Progress: Sendable, Hashable {
        let done: Int
        let all: Int

        var fraction: Double { all == 0 ? 1 : Double(done) / Double(all) }
        var detail: String { "\(done.grouped) of \(all.counted("theme", "themes"))" }
    }

    private let store: AnnualAssessmentStore
    private let evidence: any EvidenceDesk
    private var underWay: [ID<AnnualAssessment>: Progress] = [:]
    /// Those whose figures could not be worked out: whoever asks next does it in person, and is told why.
    private var failed: Set<ID<AnnualAssessment>> = []

    init(_ store: AnnualAssessmentStore, evidence: any EvidenceDesk) {
        (self.store, self.evidence) = (store, evidence)
    }

    /// How far the figures of an assessment are, which are begun where nobody did.
    ///
    /// - Returns: nil where all are at hand, or can be had in no other way than by asking for them.
    /// - Throws: `DatabaseFault`
    func progress(of assessment: AnnualAssessment) async throws -> Progress? {
        if let known = underWay[assessment.id] { return known }
        var waiting: [[String]] = []
        let counted = Set(try await store.themes(of: assessment.id).map(\.details.measures)).subtracting([[]])
        for measures in counted
        where try await !evidence.isAtHand(on: measures, over: assessment.period, against: assessment.comparison) {
            waiting.append(measures)
        }
        // Somebody else may have begun them while we looked.
        if let known = underWay[assessment.id] { return known }
        guard !waiting.isEmpty, failed.remove(assessment.id) == nil else { return nil }
        let begun = Progress(done: counted.count - waiting.count, all: counted.count)
        underWay[assessment.id] = begun
        Sending.apart { _ = Task { await work(on: waiting, of: assessment) } }
        return begun
    }

    private func work(on waiting: [[String]], of assessment: AnnualAssessment) async {
        defer { underWay[assessment.id] = nil }
        do {
            for measures in waiting {
                _ = try await evidence.evidence(
                    on: measures, over: assessment.period, against: assessment.comparison)
                if let known = underWay[assessment.id] {
                    underWay[assessment.id] = Progress(done: known.done + 1, all: known.all)
                }
            }
        } catch {
            failed.insert(assessment.id)
        }
    }
}
