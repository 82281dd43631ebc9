import DataFiles
import SampleData
import Synchronization
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("Assessments asked for of late")
struct AssessmentShelfTests {
    private struct Broken: Error {}

    private func key(_ district: String = "Thanet") throws -> AssessmentShelf.Key {
        AssessmentShelf.Key(district: district, period: try .year(2015), comparison: nil)
    }

    private func make() throws -> AssessmentShelf.Assessed {
        let made = MadeDistrict.twoYears
        return AssessmentShelf.Assessed(assessment: try made.assessed(.year(2015)), map: nil)
    }

    @Test("the same one is made once, and anew when a release has come in")
    func once() async throws {
        let shelf = AssessmentShelf()
        let made = Mutex(0)
        for edition in ["1", "1", "2", "2"] {
            _ = try await shelf.assessed(try key(), edition: edition) {
                made.withLock { $0 += 1 }
                return try make()
            }
        }
        #expect(made.withLock(\.self) == 2)
    }

    @Test("one that failed is not kept: whoever asks next may fare better")
    func failed() async throws {
        let shelf = AssessmentShelf()
        await #expect(throws: Broken.self) {
            try await shelf.assessed(try key(), edition: "1") { throw Broken() }
        }
        let assessed = try await shelf.assessed(try key(), edition: "1") { try make() }
        #expect(assessed.assessment.district == "Thanet")
    }
}
