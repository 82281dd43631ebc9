import Foundation
import Logging
import Testing

@testable import Press

/// A press with a cache folder of its own, which goes away with it.
struct Workshop {
    let press: Press
    let folder: URL

    /// The press’s Python, from `FRANKPLEDGE_PRESS` or `.press` in the package’s folder.
    static let python: String? = Press.findPython(
        explicit: ProcessInfo.processInfo.environment["FRANKPLEDGE_PRESS"], executable: nil, currentDirectory: root.path
    )
    static let hasPython = python.map { FileManager.default.isExecutableFile(atPath: $0) } ?? false
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Opens a workshop for one test, then stops its press and clears up.
    static func open(
        python: String? = Workshop.python, adjusting adjust: (inout Press.Configuration) -> Void = { _ in },
        _ body: (Workshop) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("press-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let workshop = Workshop(python: python, folder: folder, adjusting: adjust)
        do {
            try await body(workshop)
        } catch {
            await workshop.press.stop()
            throw error
        }
        await workshop.press.stop()
    }

    init(python: String?, folder: URL, adjusting adjust: (inout Press.Configuration) -> Void = { _ in }) {
        var logger = Logger(label: "press")
        logger.logLevel = .critical
        var configuration = Press.Configuration(python: python, cacheFolder: folder.path, logger: logger)
        adjust(&configuration)
        press = Press(configuration: configuration)
        self.folder = folder
    }

    /// Waits until the worker works at a job, and gives its process.
    func untilBusy() async throws -> pid_t {
        while true {
            if await press.inHand != nil, let process = await press.process { return process }
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    /// A paper with title and language and nothing else but what `body` says.
    static func paper(_ body: String, files: [String: [UInt8]] = [:]) -> TypstDocument {
        let main = """
            #import "/house.typ": *
            #show: paper.with(title: "Crime in Thanet", partnership: "Thanet Community Safety Partnership")
            \(body)
            """
        return TypstDocument(main: main, files: files, created: Date(timeIntervalSince1970: 1_455_000_000))
    }

    /// Work for some time, but not for ever: Typst recognises a loop that has no end.
    static func loop(times: Int) -> String {
        "#for i in range(\(times)) { for j in range(9000) { let x = (i, j).map(k => k + 1) } }"
    }

    static func bars(_ values: [Int], title: String = "Incidents") -> String {
        let rows = values.enumerated().map { #"{"name":"\#($0.offset)","count":\#($0.element)}"# }
        return """
            {"title":"\(title)","mark":"bar","data":{"values":[\(rows.joined(separator: ","))]},"encoding":{
            "x":{"field":"name","type":"nominal"},"y":{"field":"count","type":"quantitative"}}}
            """
    }
}

/// What was thrown, as a press’s error.
func pressError(_ body: () async throws -> Void) async -> PressError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? PressError
    }
}
