import Foundation
import Subprocess
import SystemPackage
import Testing

/// A real mail server, aiosmtpd, as long as a test needs one.
struct PostOffice {
    /// What a message was, as the server took it.
    struct Taken: Decodable {
        let sender: String
        let recipients: [String]
        let headers: [[String]]
        let text: String
        let isEncrypted: Bool
        let longestLine: Int
        /// How we introduced ourselves.
        let greeting: String

        func all(_ name: String) -> [String] { headers.filter { $0[0] == name }.map { $0[1] } }
    }

    let port: Int
    /// What it says, line by line.
    private let said: AsyncStream<String>
    /// It ends when this is closed.
    private let leash: StandardInputWriter

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let python = root.appending(path: ".browser/bin/python")
    /// Whether it is installed, as `make setup` does.
    static let isThere = FileManager.default.isExecutableFile(atPath: python.path)

    /// Starts one, and goes on when it listens.
    ///
    /// - Parameter options: see `post_office.py`.
    static func open(_ options: String..., body: (PostOffice) async throws -> Void) async throws {
        let script = root.appending(path: "Tests/NoticesTests/post_office.py").path
        _ = try await Subprocess.run(
            .path(FilePath(python.path)), arguments: Arguments([script] + options), input: .inputWriter,
            output: .sequence, error: .discarded
        ) { execution in
            let (said, hearing) = AsyncStream.makeStream(of: String.self)
            async let heard: Void = {
                defer { hearing.finish() }
                for try await line in execution.standardOutput.strings() { hearing.yield(line) }
            }()
            let port = try #require(await Self.line(of: said).flatMap { Int($0) }, "the mail server did not start")
            let office = PostOffice(port: port, said: said, leash: execution.standardInputWriter)
            do {
                try await body(office)
            } catch {
                await office.close()
                throw error
            }
            await office.close()
            try await heard
        }
    }

    /// Closes the server, and gives what it took since.
    @discardableResult
    func close() async -> [Taken] {
        try? await leash.finish()
        var taken: [Taken] = []
        for await line in said {
            if let message = try? JSONDecoder().decode(Taken.self, from: Data(line.utf8)) { taken.append(message) }
        }
        return taken
    }

    /// Waits until a mute server has a visitor.
    func visitor() async {
        _ = await Self.line(of: said)
    }

    private static func line(of said: AsyncStream<String>) async -> String? {
        for await line in said { return line.trimmingCharacters(in: .newlines) }
        return nil
    }
}

/// A folder of its own, which goes away.
func inFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}
