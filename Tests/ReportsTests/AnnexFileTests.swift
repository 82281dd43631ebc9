import Foundation
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import Reports

@Suite("The file of an annex is part of what a report says")
struct AnnexFileTests {
    private static let first = AnnexFile(
        hash: FileHash(of: Array("one".utf8)), pages: 3, size: 4_200, name: "Map of the  streets.pdf")
    private static let second = AnnexFile(
        hash: FileHash(of: Array("two".utf8)), pages: 1, size: 900, name: "Map.pdf")

    private func run(_ scratch: Scratch, _ body: (ReportHouse) async throws -> Void) async throws {
        try await scratch.database([.ofMembership, .ofNotices, .ofReports]) { database in
            try await body(try await ReportHouse(database))
        }
    }

    private static func answers(_ file: AnnexFile?) -> PartAnswers {
        PartAnswers(["title": "Map", AnnexFile.question: file?.description ?? "", "shows": "Where it was."])
    }

    @Test("it is kept by one line, whatever it is called")
    func line() {
        #expect(AnnexFile(Self.first.description) == Self.first)
        #expect(Self.first.measure == "PDF, 3 pages, 4 kB")
        for other in ["", "none", "\(Self.first.hash) 3", "\(Self.first.hash) many 3 x.pdf"] {
            #expect(AnnexFile(other) == nil)
        }
    }

    @Test("a PDF needs words for whoever cannot see it, and an annex without one does not")
    func described() {
        let place = ReportPlace.item(.annexes, Identities.system.new(at: Scratch.noon))
        func faults(_ answers: [String: String]) -> [String] {
            PartChecking.faults(in: PartAnswers(answers), at: place).all.map(\.field)
        }
        #expect(faults(["title": "Map", "file": Self.first.description]) == ["shows"])
        #expect(faults(["title": "Map", "text": "Words."]).isEmpty)
        #expect(
            faults([
                "title": "Map", "file": Self.first.description, "shows": String(repeating: "x", count: 1_001),
            ]) == ["shows"])
        #expect(place.takesFile && !ReportPlace.item(.sections, Identities.system.new(at: Scratch.noon)).takesFile)
    }

    @Test("every file that ever stood there is kept and named by the records", arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            let annex = try await house.contents.add(
                Self.answers(Self.first), to: .annexes, of: report, by: house.officer.actor, at: Scratch.noon)
            let place = ReportPlace.item(.annexes, annex)
            for file in [Self.second, nil] {
                let begun = try await house.contents.versions(of: report, at: place).first?.number ?? 0
                try await house.contents.save(
                    Self.answers(file), at: place, of: report, after: begun, by: house.officer.actor, at: Scratch.noon)
            }

            let versions = try await house.contents.versions(of: report, at: place)
            #expect(versions.map(\.answers.file) == [nil, Self.second, Self.first])
            #expect(versions.files.map(\.file) == [Self.second, Self.first])
            let slice = NamedReportFiles()
            let files = try await house.database.read { db in
                for file in [Self.first, Self.second] { #expect(try slice.names(file.hash, in: db)) }
                #expect(try !slice.names(FileHash(of: []), in: db))
                var files: [NamedFile] = []
                try slice.eachNamedFile(in: db) { files.append($0) }
                return files
            }
            #expect(files.map(\.hash) == [Self.first.hash, Self.second.hash])
            #expect(files.first?.record.hasPrefix("an annex of the report /reports/\(report)") == true)
        }
    }

    @Test(
        "a final version has it for good, the next one says what became of it, and no clearance hangs on it",
        arguments: Scratch.engines)
    func final(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            try await house.complete(report)
            let annex = try await house.contents.add(
                Self.answers(Self.first), to: .annexes, of: report, by: house.officer.actor, at: Scratch.noon)
            try await house.finish(report)
            let words = ["file changed", "changed, file removed"]
            for (answers, became) in zip(
                [Self.answers(Self.second), PartAnswers(["title": "Map", "shows": "Nothing."])], words)
            {
                try await house.finishing.reopen(
                    report, because: "The map was old.", by: house.officer.actor, at: Scratch.noon)
                let place = ReportPlace.item(.annexes, annex)
                let begun = try await house.contents.versions(of: report, at: place).first?.number ?? 0
                try await house.contents.save(
                    answers, at: place, of: report, after: begun, by: house.officer.actor, at: Scratch.noon)
                try await house.finish(report)
                let newest = try #require(try await house.finishing.finals(of: report).first)
                #expect(newest.changes == ["Annex ‘Map’: \(became)"])
            }

            let finals = try await house.finishing.finals(of: report)
            #expect(finals.map { $0.annexesWithFiles.map(\.file) } == [[], [Self.second], [Self.first]])
            #expect(finals.last?.annexesWithFiles.first?.shows == "Where it was.")
        }
    }
}
