import Reports
import StrategicAssessment

/// What reports to committees are told of the figures that they name.
struct FiguresForReportsFromAssessment: FiguresForReports {
    /// The same that texts of the assessment are told, so that each figure is worked out once.
    let evidence: EvidenceFromAssessment
    let smallNumbers: SmallNumbersFromAssessment
    let documents: PublishedFigures

    func givenAway(by figures: [String]) async throws -> [String] {
        try await smallNumbers.workedOut(from: figures, after: documents.addresses())
    }

    func figure(at address: String) async throws -> Result<ReportFigure, UntoldFigure> {
        try await evidence.figure(at: address).map { figure in
            ReportFigure(
                address: address, words: figure.words, number: figure.number, unit: figure.unit,
                sentence: figure.sentence, source: ([figure.source] + figure.notes).joined(separator: " "))
        }.mapError { UntoldFigure($0.reason) }
    }
}
