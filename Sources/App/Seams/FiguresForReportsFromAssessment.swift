import Assessment
import DataRegister
import Reports
import StrategicAssessment

/// What reports to committees are told of the figures that they name.
struct FiguresForReportsFromAssessment: FiguresForReports {
    let desk: FigureDesk
    let smallNumbers: SmallNumberDesk
    let documents: PublishedFigures
    let reports: FinishingStore

    func givenAway(by figures: [String]) async throws -> [String] {
        try await smallNumbers.workedOut(
            from: figures, after: documents.addresses() + reports.figuresTold())
    }

    func figure(at address: String) async throws -> Result<ReportFigure, UntoldFigure> {
        guard let known = FigureAddress(address) else {
            return .failure(UntoldFigure("‘\(address)’ is no figure."))
        }
        do {
            let figure = try await desk.figure(known)
            return .success(
                ReportFigure(
                    address: address, words: figure.words, number: figure.value, unit: figure.unit,
                    sentence: figure.sentence, source: ([figure.citation.words] + figure.notes).joined(separator: " ")))
        } catch let refusal as FigureRefusal {
            return .failure(UntoldFigure(refusal.description))
        }
    }
}
