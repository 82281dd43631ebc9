import Foundation
import Testing

@Suite("frankpledge assess --pdf")
struct PaperTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let press =
        ProcessInfo.processInfo.environment["FRANKPLEDGE_PRESS"] ?? root.appending(path: ".press/bin/python").path
    private static let canPrint =
        FileManager.default.isExecutableFile(atPath: press)
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/pdfinfo")

    @Test(
        "the paper is tagged, and holds the district and its totals",
        .enabled(if: canPrint, "no document worker, or no pdfinfo: run make setup"), .timeLimit(.minutes(10)))
    func paper() async throws {
        try await Program.inFolder { program in
            let files = try [("2013-01", 1_400), ("2014-01", 1_234)].map {
                try program.write(Street.kent($0, burglaries: $1).utf8, to: "\($0).csv")
            }
            let outcome = try await program.run(thanet(files, "--pdf", "thanet.pdf", "--press", Self.press))
            #expect(outcome.status == 0, "\(outcome.err)")
            let facts = try await program.tool("pdfinfo", "thanet.pdf")
            #expect(facts.contains(#/Tagged: +yes/#))
            #expect(facts.contains("Thanet"))
            let text = try await program.tool("pdftotext", "-layout", "thanet.pdf", "-")
            for words in ["Thanet", "January 2014", "1,235", "2,468", "Burglary", "Anti-social behaviour"] {
                #expect(text.contains(words), "\(words)")
            }
        }
    }

    @Test("without the worker it is said what is missing, and the rest is written all the same")
    func withoutWorker() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let outcome = try await program.run(
                thanet([file], "--json", "out.json", "--csv", "out.csv", "--pdf", "out.pdf", "--press", "nosuch"))
            #expect(outcome.status == 1)
            #expect(outcome.err.contains("Papers and charts can’t be made"))
            #expect(outcome.err.contains("make setup"))
            #expect(program.isThere("out.json"))
            #expect(program.isThere("out.csv"))
            #expect(!program.isThere("out.pdf"))
        }
    }
}
