import Foundation
import Testing

@testable import Press

/// Programs that stand in for Python and behave as a broken one would.
@Suite("When there is no worker, or a bad one", .timeLimit(.minutes(10)))
struct UnfitWorkerTests {
    private static let greeting = greeting(typst: "0.15.2")

    private static func greeting(typst: String) -> String {
        """
        {"versions":{"typst":"\(typst)","vl-convert-python":"1.9.0.post1","pypdf":"7.1.1","pypdfium2":"5.15.2"},"lengths":[]}
        """
    }

    /// A shell script that greets with `greeting` and then runs `behaviour`.
    private func stand(in folder: URL, greeting: String = Self.greeting, _ behaviour: String) throws -> String {
        let path = folder.appendingPathComponent("python").path
        let length = String(greeting.utf8.count, radix: 8)
        let script = "#!/bin/sh\nprintf '\\000\\000\\000\\\(length)'\nprintf '%s' '\(greeting)'\n\(behaviour)\n"
        #expect(
            FileManager.default.createFile(
                atPath: path, contents: Data(script.utf8), attributes: [.posixPermissions: 0o755]))
        return path
    }

    private func open(
        greeting: String = Self.greeting, _ behaviour: String,
        adjusting adjust: (inout Press.Configuration) -> Void = { _ in }, _ body: (Workshop) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stand-in-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let python = try stand(in: folder, greeting: greeting, behaviour)
        try await Workshop.open(python: python, adjusting: adjust, body)
    }

    @Test("without Python the status says what to do, and so does every job")
    func missing() async throws {
        for python in [nil, "/nowhere/.press/bin/python"] {
            try await Workshop.open(python: python) { workshop in
                guard case .missing(let reason, let advice) = await workshop.press.status else {
                    Issue.record("not missing")
                    return
                }
                #expect(advice.contains("make setup"))
                let error = await pressError { _ = try await workshop.press.pdf(Workshop.paper("Text.")) }
                #expect(error == .unavailable(reason: reason, advice: advice))
                #expect(await workshop.press.warmUp() == .missing(reason: reason, advice: advice))
            }
        }
    }

    @Test("packages of another version are refused by name")
    func otherVersion() async throws {
        let greeting = Self.greeting(typst: "0.14.0")
        try await open(greeting: greeting, "read _") { workshop in
            guard case .missing(let reason, _) = await workshop.press.warmUp() else {
                Issue.record("not missing")
                return
            }
            #expect(reason == "typst 0.14.0 is installed where 0.15.2 is needed")
        }
    }

    @Test("a Python without the packages is told with its own words")
    func noPackages() async throws {
        try await open(greeting: "", "echo 'missing package: typst' >&2; exit 1") { workshop in
            guard case .missing(let reason, _) = await workshop.press.warmUp() else {
                Issue.record("not missing")
                return
            }
            #expect(reason == "the worker could not start (missing package: typst)")
        }
    }

    @Test("a worker that dies of a paper is tried once more, and then the paper fails")
    func diesOfJob() async throws {
        try await open("read _; echo 'bad luck' >&2; kill -9 $$") { workshop in
            let error = await pressError { _ = try await workshop.press.pdf(Workshop.paper("Text.")) }
            #expect(error == .brokeDown(reason: "bad luck"))
        }
    }

    @Test("a worker that dies whenever it is idle is given up in the end")
    func diesIdle() async throws {
        try await open("exit 3", adjusting: { $0.queueLimit = 1 }) { workshop in
            await workshop.press.warmUp()
            while [.restarting, .available].contains(await workshop.press.status) { await Task.yield() }
            guard case .missing = await workshop.press.status else {
                Issue.record("not missing")
                return
            }
        }
    }

    @Test("an answer that is nonsense, or larger than the limit, ends that worker and fails that job")
    func nonsense() async throws {
        try await open("read _; printf '\\377\\377\\377\\377'; read _; read _") { workshop in
            let error = await pressError { _ = try await workshop.press.svg("{}\n{}\n") }
            #expect(error == .tooLarge(reason: "it came out larger than 64 MB"))
        }
    }

    @Test("when enough jobs wait, one more is refused at once; a job nobody wants any more is forgotten")
    func queueIsBounded() async throws {
        try await open("while read _; do :; done", adjusting: { $0.queueLimit = 1 }) { workshop in
            let first = Task { try await workshop.press.pdf(Workshop.paper("First.")) }
            _ = try await workshop.untilBusy()
            let second = Task { try await workshop.press.pdf(Workshop.paper("Second.")) }
            while await workshop.press.queue.count == 0 { await Task.yield() }
            let third = await pressError { _ = try await workshop.press.pdf(Workshop.paper("Third.")) }
            #expect(third == .busy(waiting: 1))
            second.cancel()
            await #expect(throws: PressError.cancelled) { try await second.value }
            #expect(await workshop.press.queue.isEmpty)
            await workshop.press.stop()
            await #expect(throws: PressError.self) { try await first.value }
        }
    }

    @Test("a document larger than the limit is not even sent")
    func tooLarge() async throws {
        try await Workshop.open(python: nil, adjusting: { $0.sizeLimit = 1 << 20 }) { workshop in
            let document = Workshop.paper("Text.", files: ["data.json": [UInt8](repeating: 0x20, count: 3 << 20)])
            let error = await pressError { _ = try await workshop.press.pdf(document) }
            #expect(error == .tooLarge(reason: "3 MB to work on, where 1 MB is the limit"))
        }
    }

    @Test("the pinned packages are those the worker is checked for")
    func pins() throws {
        let file = Workshop.root.appendingPathComponent("press-requirements.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        for (package, version) in WorkerProcess.packages { #expect(text.contains("\(package)==\(version) ")) }
    }

    @Test("Python is found in ‘.press’ beside the program or above it, or where the operator says")
    func findingPython() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("find-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let bin = folder.appendingPathComponent(".press/bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        let python = bin.appendingPathComponent("python").path
        #expect(
            FileManager.default.createFile(atPath: python, contents: nil, attributes: [.posixPermissions: 0o755]))
        let program = folder.appendingPathComponent("build/release/frankpledge").path
        #expect(Press.findPython(executable: program, currentDirectory: "/proc") == python)
        #expect(Press.findPython(executable: nil, currentDirectory: folder.path) == python)
        #expect(Press.findPython(executable: nil, currentDirectory: "/proc") == nil)
        #expect(Press.findPython(explicit: folder.path + "/.press") == python)
        #expect(Press.findPython(explicit: "/nowhere/python") == "/nowhere/python")
    }
}
