import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import Press

@Suite(
    "What a worker withstands", .serialized, .timeLimit(.minutes(10)),
    .enabled(if: Workshop.hasPython, "there is no .press environment: run ‘make setup’"))
struct EnduranceTests {
    @Test("a worker killed in the middle of a paper is replaced, and the paper is still made")
    func killed() async throws {
        try await Workshop.open { workshop in
            await workshop.press.warmUp()
            async let pdf = workshop.press.pdf(Workshop.paper(Workshop.loop(times: 30)))
            let process = try await workshop.untilBusy()
            #expect(kill(process, SIGKILL) == 0)
            #expect(try await pdf.starts(with: Array("%PDF".utf8)))
            #expect(await workshop.press.process != process)
            #expect(await workshop.press.status == .available)
        }
    }

    @Test("a paper that takes too long is stopped alone")
    func overdue() async throws {
        try await Workshop.open(adjusting: { $0.documentLimit = .milliseconds(500) }) { workshop in
            let error = await pressError {
                _ = try await workshop.press.pdf(Workshop.paper(Workshop.loop(times: 1_000_000)))
            }
            #expect(error == .timedOut(limit: .milliseconds(500)))
            let next = try await workshop.press.svg(Workshop.bars([1]))
            #expect(next.hasPrefix("<svg"))
        }
    }

    @Test("a paper that wants too much memory fails alone")
    func paperWithoutEnd() async throws {
        try await Workshop.open(adjusting: { $0.memoryLimit = 1 << 30 }) { workshop in
            let error = await pressError {
                _ = try await workshop.press.pdf(Workshop.paper("#range(300000000).len()"))
            }
            #expect(error == .tooLarge(reason: "it needs more than 1024 MB of memory"))
            let next = try await workshop.press.svg(Workshop.bars([1]))
            #expect(next.hasPrefix("<svg"))
        }
    }

    @Test("a paper for which earlier ones left no room is made all the same, by another worker")
    func paperAfterOthers() async throws {
        try await Workshop.open(adjusting: { $0.memoryLimit = 300 << 20 }) { workshop in
            // Each takes about 150 MB more than the program itself, which Typst remembers.
            for beginning in [1, 1_001] {
                let pdf = try await workshop.press.pdf(
                    Workshop.paper("#for n in range(\(beginning), \(beginning + 300)) [#n #lorem(400) #parbreak()]"))
                #expect(pdf.starts(with: Array("%PDF".utf8)))
            }
        }
    }

    @Test("a chart that wants too much memory fails alone")
    func chartWithoutEnd() async throws {
        try await Workshop.open(adjusting: { $0.memoryLimit = 700 << 20 }) { workshop in
            let specification = """
                {"mark":"bar","data":{"sequence":{"start":0,"stop":200000000,"as":"a"}},
                "encoding":{"x":{"aggregate":"count"}}}
                """
            let error = await pressError { _ = try await workshop.press.svg(specification) }
            #expect(error == .tooLarge(reason: "it needs more than 700 MB of memory"))
            let next = try await workshop.press.svg(Workshop.bars([1]))
            #expect(next.hasPrefix("<svg"))
        }
    }

    @Test("a chart goes ahead of papers that wait")
    func chartsFirst() async throws {
        try await Workshop.open { workshop in
            await workshop.press.warmUp()
            async let first = workshop.press.pdf(Workshop.paper(Workshop.loop(times: 20)))
            _ = try await workshop.untilBusy()
            let second = Task { try await workshop.press.pdf(Workshop.paper(Workshop.loop(times: 1_000_000))) }
            while await workshop.press.queue.isEmpty { await Task.yield() }
            let svg = try await workshop.press.svg(Workshop.bars([4]))
            #expect(svg.hasPrefix("<svg"))
            #expect(try await !first.isEmpty)
            await workshop.press.stop()
            await #expect(throws: PressError.self) { try await second.value }
        }
    }

    @Test("a stopped press leaves no process behind and says that it is stopped")
    func stopped() async throws {
        try await Workshop.open { workshop in
            await workshop.press.warmUp()
            let process = try #require(await workshop.press.process)
            #expect(kill(process, 0) == 0)
            await workshop.press.stop()
            #expect(kill(process, 0) == -1)
            #expect(await workshop.press.status == .stopped)
            let error = await pressError { _ = try await workshop.press.pdf(Workshop.paper("Text.")) }
            guard case .unavailable = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a worker ends when the program that started it is gone, even in the middle of a paper")
    func orphaned() async throws {
        let resources = Press.resources
        let job = Job(id: 1, work: .document(Workshop.paper(Workshop.loop(times: 1_000_000))))
        let ended = try await Subprocess.run(
            .path(FilePath(try #require(Workshop.python))),
            arguments: ["-I", "-B", resources.path + "/worker.py", resources.path + "/Fonts", "2000000000"],
            input: .inputWriter, output: .discarded, error: .discarded
        ) { execution in
            _ = try await execution.standardInputWriter.write(try job.frame(limit: .seconds(600)))
            try await execution.standardInputWriter.finish()
        }
        #expect(kill(ended.processIdentifier.value, 0) == -1)
    }
}
