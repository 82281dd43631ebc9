import Assessment
import StrategicAssessment

/// Whether what is about to be published gives small numbers of partners' data away.
struct SmallNumbersFromAssessment: SmallNumberCheck {
    let desk: SmallNumberDesk

    func workedOut(from figures: [String], after earlier: [String]) async throws -> [String] {
        try await desk.workedOut(from: figures, after: earlier)
    }
}
