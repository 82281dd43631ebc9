import Assessment
import Reports
import StrategicAssessment

/// Whether what is about to be published gives small numbers of partners' data away, with all that reports to committees told.
struct SmallNumbersFromAssessment: SmallNumberCheck {
    let desk: SmallNumberDesk
    let reports: FinishingStore

    func workedOut(from figures: [String], after earlier: [String]) async throws -> [String] {
        try await desk.workedOut(from: figures, after: earlier + reports.figuresTold())
    }
}
