import Foundation
import ScratchDatabases
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
    private let process: Process
    /// It ends when this is closed.
    private let leash: Pipe
    private let said: FileHandle

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let python = root.appending(path: ".browser/bin/python")
    /// Whether it is installed, as `make setup` does.
    static let isThere = FileManager.default.isExecutableFile(atPath: python.path)

    /// Starts one, and goes on when it listens.
    ///
    /// - Parameter options: see `post_office.py`.
    static func open(_ options: String..., body: (PostOffice) async throws -> Void) async throws {
        let process = Process()
        let (leash, said) = (Pipe(), Pipe())
        process.executableURL = python
        process.arguments = [root.appending(path: "Tests/NoticesTests/post_office.py").path] + options
        process.standardInput = leash
        process.standardOutput = said
        process.standardError = FileHandle.nullDevice
        try process.start()
        let reading = said.fileHandleForReading
        let port = try #require(await apart { Int(Self.line(of: reading)) }, "the mail server did not start")
        let office = PostOffice(port: port, process: process, leash: leash, said: reading)
        do {
            try await body(office)
        } catch {
            await office.close()
            throw error
        }
        await office.close()
    }

    /// Closes the server, and gives what it took since.
    @discardableResult
    func close() async -> [Taken] {
        try? leash.fileHandleForWriting.close()
        let lines = await apart {
            let lines = (try? said.readToEnd()).flatMap { $0 } ?? Data()
            process.waitUntilExit()
            return lines
        }
        return lines.split(separator: UInt8(ascii: "\n")).compactMap { try? JSONDecoder().decode(Taken.self, from: $0) }
    }

    /// Waits until a mute server has a visitor.
    func visitor() async {
        _ = await apart { Self.line(of: said) }
    }

    private static func line(of handle: FileHandle) -> String {
        var line = Data()
        while true {
            let byte = handle.readData(ofLength: 1)
            guard let first = byte.first, first != UInt8(ascii: "\n") else { break }
            line.append(first)
        }
        return String(decoding: line, as: UTF8.self)
    }
}

/// Does what waits on a thread that tests do not share.
private func apart<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: body()) }
    }
}

/// A folder of its own, which goes away.
func inFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}
