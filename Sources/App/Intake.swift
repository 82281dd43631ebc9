import DataRegister
import Foundation
import Logging
import Partnership
import Storage

/// Gives files to the import desk from this machine, one after another: what `import` and the example do.
struct Intake: Sendable {
    private let installation: Installation
    private let desk: ImportDesk

    init(_ installation: Installation, desk: ImportDesk) {
        self.installation = installation
        self.desk = desk
    }

    /// A small one of the example's, however little room there is on the disk.
    ///
    /// - Returns: what became of it.
    func take(_ bytes: [UInt8], named name: String, as kind: Release.Kind) async throws -> ImportOutcome {
        let writer = try installation.database.files.mindingNoRoom.receive()
        try writer.write(bytes)
        return try await take(writer.finish(), named: name, as: kind)
    }

    /// - Parameter watch: told how much of it has been read, 0 to 1.
    func take(
        fileAt path: String, as kind: Release.Kind, watch: @escaping @Sendable (Double) -> Void
    ) async throws -> ImportOutcome {
        let kept = try await installation.database.files.keep(copyOf: path)
        return try await take(kept, named: URL(filePath: path).lastPathComponent, as: kind, watch: watch)
    }

    private func take(
        _ kept: KeptFile, named name: String, as kind: Release.Kind,
        watch: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws -> ImportOutcome {
        let giver = Delivery.Giver(.commandLine(), name: "the command line")
        let delivery = Delivery(name: name, kept: kept, by: giver, at: installation.now())
        let id = try await desk.begin(kind, delivery, watch: watch)
        await desk.untilQuiet()
        return try await desk.outcome(of: id)
    }
}

/// `import`: opens the data folder while no server has it, and takes files in.
public struct FileIntake: Sendable {
    private let settings: Settings
    private let logger: Logger

    public init(_ settings: Settings, log: Logger) {
        self.settings = settings
        logger = log
    }

    /// - Returns: what became of each file, in order. One that was refused does not stop the rest.
    public func take(
        _ files: [String], as kind: Release.Kind, progress: @escaping @Sendable (String, Int, Int) -> Void
    ) async throws -> [ImportOutcome] {
        let installation = try await Installation.openNamed(settings, log: logger)
        let intake = Intake(installation, desk: installation.importDesk(logger: logger))
        var outcomes: [ImportOutcome] = []
        do {
            for (index, file) in files.enumerated() {
                let outcome = try await intake.take(fileAt: file, as: kind) { part in
                    progress("Importing", index * 1000 + Int(part * 1000), files.count * 1000)
                }
                outcomes.append(outcome)
                progress("Importing", index + 1, files.count)
            }
        } catch {
            await installation.close()
            throw error
        }
        await installation.close()
        return outcomes
    }
}
