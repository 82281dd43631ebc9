import Foundation
import Logging
import Partnership
import Storage
import Synchronization
import Wording

/// What the command line does for whoever runs the program: an order is carried out here, or where a program serves the
/// folder and so holds the records, by that program.
public struct Operator: Sendable {
    private let settings: Settings
    private let logger: Logger

    /// - Parameter settings: say which folder, and where the records are.
    public init(_ settings: Settings, log: Logger) {
        (self.settings, logger) = (settings, log)
    }

    /// - Parameter progress: told what is being done, how much of it is done, and how much there is.
    /// - Throws: what says in plain words why it could not be done.
    public func carryOut(
        _ order: Order, progress: @escaping @Sendable (String, Int, Int) -> Void
    ) async throws -> Order.Outcome {
        do {
            return try await carryOutHere(order, progress: progress)
        } catch OpeningFault.inUse(let folder, let process) {
            return try await OperatorCall(folder: folder, process: process).carryOut(order, progress: progress)
        }
    }

    private func carryOutHere(
        _ order: Order, progress: @escaping OrderDesk.Progress
    ) async throws -> Order.Outcome {
        if order == .verify {
            // Not opened, since opening would bring them up to date, and this changes nothing.
            return try await Verification(
                folder: settings.data, server: settings.database, naming: PartnershipNameStore.names,
                namedBy: Installation.namesKeptFiles
            ) { progress("Reading files", $0, $1) }.outcome
        }
        // What is asked about records makes none.
        let installation = try await Installation.open(settings, log: logger, makesNew: false)
        do {
            let desk = OrderDesk(installation: installation, settings: settings)
            let outcome = try await desk.carryOut(order, progress: progress)
            await installation.close()
            return outcome
        } catch {
            await installation.close()
            throw error
        }
    }
}

/// Tells no more of it than there is to see.
final class EachPercent: Sendable {
    private let told: OrderDesk.Progress
    private let last = Mutex<(String, Int)?>(nil)

    init(_ told: @escaping OrderDesk.Progress) {
        self.told = told
    }

    func tell(_ what: String, done: Int, of total: Int) {
        let percent = total > 0 ? done * 100 / total : 0
        let isNew = last.withLock { last in
            defer { last = (what, percent) }
            return last.map { $0 != (what, percent) } ?? true
        }
        if isNew { told(what, done, total) }
    }
}

extension Verification {
    /// What is said of it: where each chain ends, and what is not as it was written.
    var outcome: Order.Outcome {
        var (said, complaints): ([String], [String]) = ([], [])
        for (partnership, check) in chains {
            let name = partnership == .installation ? "The installation" : names[partnership] ?? "\(partnership)"
            switch check {
            case .whole(let entries, let head):
                let count = entries.counted("entry", "entries")
                said.append("\(name): \(count), whole; the last one’s hash is \(head.hexadecimal)")
            case .broken(let entry, let what): complaints.append("\(name): entry \(entry): \(what).")
            }
        }
        complaints += damaged.map { register.sentence($0, .damaged) } + missing.map { register.sentence($0, .missing) }
        let problems = [damaged.isEmpty ? nil : "some damaged", missing.isEmpty ? nil : "some missing"].compactMap(
            \.self)
        let state = problems.isEmpty ? "all whole" : problems.joined(separator: ", ")
        said.append("\(files.counted("kept file", "kept files")), \(state).")
        return Order.Outcome(said, complaints: complaints)
    }
}
