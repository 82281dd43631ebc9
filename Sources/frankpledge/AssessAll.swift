import App
import Foundation
import Synchronization

/// Writes the files of every district, a few districts at once: as many as there are processors.
struct AssessAll: Sendable {
    private let assessments: FileAssessments
    private let json: String?
    private let csv: String?
    private let pdf: String?
    /// One for each that works at once; none where no paper is asked for.
    private let presses: [AssessmentPress]

    /// Each may have a press of its own, which takes up to a gigabyte: so no more than four.
    static let atOnce = min(ProcessInfo.processInfo.activeProcessorCount, 4)

    /// - Parameters:
    ///   - json: the folder for these files, and so the others.
    init(_ assessments: FileAssessments, json: String?, csv: String?, pdf: String?, presses: [AssessmentPress]) {
        (self.assessments, self.presses) = (assessments, presses)
        (self.json, self.csv, self.pdf) = (json, csv, pdf)
    }

    /// - Parameter progress: how many districts are done, and how many there are.
    /// - Returns: why districts were left out, in their order.
    /// - Throws: `DataFileError`, `PressError` where no paper can be made at all.
    func write(progress: @escaping @Sendable (Int, Int) -> Void) async throws -> [String] {
        let districts = assessments.districts
        let rota = Rota(count: districts.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<Self.atOnce {
                let press = presses.isEmpty ? nil : presses[worker]
                group.addTask {
                    while let place = rota.next() {
                        try Task.checkCancellation()
                        progress(place, districts.count)
                        if let reason = try await write(districts[place], by: press) {
                            rota.leaveOut(place, reason)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        return rota.leftOut
    }

    /// - Returns: why the district was left out; nil where it was not.
    private func write(_ district: String, by press: AssessmentPress?) async throws -> String? {
        switch assessments.assessment(of: district) {
        case .leftOut(let reason): return reason
        case .assessed(let assessment):
            let name = assessments.fileName(of: district)
            if let json { try OutputFile("\(json)/\(name).json").write(assessment.json()) }
            if let csv { try OutputFile("\(csv)/\(name).csv").write(assessment.csv) }
            if let pdf, let press {
                switch try await press.paper(assessment) {
                case .made(let bytes): try OutputFile("\(pdf)/\(name).pdf").write(bytes)
                case .failed(let reason): return "the paper of \(district). \(reason)"
                }
            }
            return nil
        }
    }
}

/// Which district comes next, and which were left out.
private final class Rota: Sendable {
    private struct Standing {
        var next = 0
        var leftOut: [Int: String] = [:]
    }

    private let count: Int
    private let standing = Mutex(Standing())

    init(count: Int) {
        self.count = count
    }

    func next() -> Int? {
        standing.withLock { standing in
            guard standing.next < count else { return nil }
            standing.next += 1
            return standing.next - 1
        }
    }

    func leaveOut(_ place: Int, _ reason: String) {
        standing.withLock { $0.leftOut[place] = reason }
    }

    /// Why, in the order of the districts.
    var leftOut: [String] { standing.withLock { $0.leftOut.sorted { $0.key < $1.key }.map(\.value) } }
}
