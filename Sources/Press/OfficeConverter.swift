// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation
import Subprocess
import SystemPackage

/// Makes PDFs of Office files with LibreOffice, one at a time: each is a program of its own, which goes away with what it made.
///
/// What the files hold is looked into before (``Press/officeInspection(of:)``); what LibreOffice may do is said in `converting.py`.
public actor OfficeConverter {
    /// How many may wait.
    private static let most = 8
    private static let advice = "Save the file as PDF where it was made, and give that."

    private let python: String?
    private let office: String?
    private let configuration: Press.Configuration
    private var last: Task<Void, Never>?
    private var waiting = 0

    init(_ configuration: Press.Configuration) {
        self.configuration = configuration
        python = configuration.python
        office = configuration.office
    }

    /// Whether there is a LibreOffice to do it.
    public nonisolated var isThere: Bool { python != nil && office != nil }

    /// - Throws: `unavailable` where there is no LibreOffice; `failed` where it can make nothing of the file.
    func pdf(of file: [UInt8], _ kind: OfficeInspection.Kind) async throws(PressError) -> [UInt8] {
        guard let python, let office else {
            throw .unavailable(reason: "LibreOffice is not installed here", advice: Self.advice)
        }
        guard waiting < Self.most else { throw .busy(waiting: waiting) }
        waiting += 1
        defer { waiting -= 1 }
        let before = last
        let turn = Task { [self] in
            await before?.value
            return await outcome(file, kind, python: python, office: office)
        }
        last = Task { _ = await turn.value }
        return try await withTaskCancellationHandler {
            await turn.value
        } onCancel: {
            turn.cancel()
        }.get()
    }

    private nonisolated func outcome(
        _ file: [UInt8], _ kind: OfficeInspection.Kind, python: String, office: String
    ) async -> Result<[UInt8], PressError> {
        await withTaskGroup(of: Result<[UInt8], PressError>.self) { [configuration] group in
            group.addTask { await self.run(file, kind, python: python, office: office) }
            group.addTask {
                try? await Task.sleep(for: configuration.officeLimit)
                return .failure(.timedOut(limit: configuration.officeLimit))
            }
            let first = await group.next() ?? .failure(.cancelled)
            group.cancelAll()
            return first
        }
    }

    private nonisolated func run(
        _ file: [UInt8], _ kind: OfficeInspection.Kind, python: String, office: String
    ) async -> Result<[UInt8], PressError> {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appending(path: "frankpledge-office-\(UUID().uuidString)")
        defer { try? files.removeItem(at: folder) }
        do {
            // Nobody else on the machine may look into it.
            try files.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            try Data(file).write(to: folder.appending(path: "given"))
            try await convert(kind, python: python, office: office, in: folder.path)
            let pdf = try Data(contentsOf: folder.appending(path: "given.pdf"))
            guard pdf.count <= configuration.sizeLimit else {
                let limit = configuration.sizeLimit >> 20
                return .failure(.tooLarge(reason: "the PDF came out larger than \(limit) MB"))
            }
            return .success([UInt8](pdf))
        } catch is CancellationError {
            return .failure(.cancelled)
        } catch {
            return .failure(.failed(message: "LibreOffice could make no PDF of it. \(Self.advice)"))
        }
    }

    private nonisolated func convert(
        _ kind: OfficeInspection.Kind, python: String, office: String, in folder: String
    ) async throws {
        let script = Press.resources.appendingPathComponent("converting.py").path
        let seconds = "\(configuration.officeLimit.components.seconds + 1)"
        var options = PlatformOptions()
        // LibreOffice starts programs of its own: they end with it.
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
        ]
        _ = try await Subprocess.run(
            .path(FilePath(python)),
            arguments: ["-I", "-B", script, office, kind.rawValue, "\(configuration.officeMemory)", seconds, folder],
            environment: .custom(["LANG": "C.UTF-8", "TZ": "UTC", "PATH": "/nonexistent", "HOME": "/nonexistent"]),
            workingDirectory: "/", platformOptions: options, input: .none, output: .discarded, error: .discarded)
        try Task.checkCancellation()
    }
}
