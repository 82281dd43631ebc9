import Foundation
import Testing

@testable import Press

@Suite(
    "Charts", .serialized, .timeLimit(.minutes(10)),
    .enabled(if: Workshop.hasPython, "there is no .press environment: run ‘make setup’"))
struct DrawingTests {
    @Test("a chart made before is served though the worker is dead, and though there is no Python at all")
    func servedFromCache() async throws {
        try await Workshop.open { workshop in
            let first = try await workshop.press.svg(Workshop.bars([1, 2]))
            let process = try #require(await workshop.press.process)
            #expect(kill(process, SIGSTOP) == 0)
            let second = try await workshop.press.svg(Workshop.bars([1, 2]))
            #expect(kill(process, SIGKILL) == 0)
            let withoutPython = Workshop(python: nil, folder: workshop.folder)
            let third = try await withoutPython.press.svg(Workshop.bars([1, 2]))
            #expect(first == second)
            #expect(first == third)
            #expect(first.hasPrefix("<svg"))
        }
    }

    @Test("a chart asked for by many at once is rendered once")
    func singleFlight() async throws {
        // With one place in the queue, a second rendering would be refused as too many.
        try await Workshop.open(adjusting: { $0.queueLimit = 1 }) { workshop in
            let charts = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<20 { group.addTask { try await workshop.press.svg(Workshop.bars([5])) } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(charts.count == 1)
        }
    }

    @Test(
        "a wrong chart is refused with a reason, and the next is not blamed for it",
        arguments: [
            ("{nope", "is not JSON"),
            ("{}", "Invalid specification"),
            (#"{"mark":"bar","data":{"url":"https://example.org/a.csv"}}"#, "‘url’"),
            (#"{"mark":"bar","data":{"url":"file:///etc/passwd","format":{"type":"csv"}}}"#, "‘url’"),
            (
                #"{"mark":"bar","data":{"values":[{"a":1}]},"encoding":{"href":{"value":"javascript:alert(1)"}}}"#,
                "href"
            ),
            (#"{"mark":"bar","data":{"values":[{"a":1}]},"transform":[{"calculate":"((","as":"x"}]}"#, "end of input"),
        ])
    func wrong(specification: String, reason: String) async throws {
        try await Workshop.open { workshop in
            let error = await pressError { _ = try await workshop.press.svg(specification) }
            guard case .failed(let message) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.contains(reason))
            let next = try await workshop.press.svg(Workshop.bars([7]))
            #expect(next.hasPrefix("<svg"))
        }
    }

    @Test("a chart that would load a picture from elsewhere is refused")
    func remotePicture() async throws {
        try await Workshop.open { workshop in
            let specification = """
                {"mark":"image","data":{"values":[{"picture":"https://example.org/a.png"}]},
                "encoding":{"url":{"field":"picture"}}}
                """
            let error = await pressError { _ = try await workshop.press.svg(specification) }
            #expect(error == .unsafeDrawing(reason: "it holds a ‘<image>’"))
        }
    }

    @Test("words that look like markup stay words")
    func markupInWords() async throws {
        try await Workshop.open { workshop in
            let svg = try await workshop.press.svg(Workshop.bars([1], title: "<script>alert(1)</script> style=x"))
            #expect(svg.contains("&lt;script&gt;"))
            #expect(!svg.contains("<script"))
        }
    }
}
