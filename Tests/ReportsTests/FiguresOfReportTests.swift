import Foundation
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import Reports

/// Tells two figures, and of a third why it cannot be told.
struct SampleFigures: FiguresForReports {
    var crimes = "245"
    var gives: [String] = []

    func figure(at address: String) async throws -> Result<ReportFigure, UntoldFigure> {
        switch address {
        case "count crimes":
            .success(
                ReportFigure(
                    address: address, words: "\(crimes) crimes", number: crimes, unit: "crimes",
                    sentence: "All crime: \(crimes) crimes in 2015.", source: "Kent Police."))
        case "count one":
            .success(
                ReportFigure(
                    address: address, words: "1 incident", number: "1", unit: "incidents", sentence: "One.",
                    source: "A."))
        default: .failure(UntoldFigure("March 2014 is missing."))
        }
    }

    func givenAway(by figures: [String]) async throws -> [String] { gives }
}

@Suite("A report names figures that are chosen: they carry their unit, and the program tells them")
struct FiguresOfReportTests {
    private static func id() -> ID<ReportItem> { Identities.system.new(at: Scratch.noon) }

    private func content(summary: String, section: String = "At length.") -> ReportContent {
        var content = ReadinessTests.whole()
        content[.summary] = PartAnswers(["text": summary])
        content[.sections] = [.init(Self.id(), PartAnswers(["heading": "Introduction", "text": section]))]
        return content
    }

    private func document(_ content: ReportContent) async throws -> ReportDocument {
        try await ReportDocument(
            content, bodies: [:], notes: [:],
            figures: FiguresOfReport(of: content, from: SampleFigures(), isFinishing: true))
    }

    @Test("each stands in its text with its unit and its number in the list after it, once however often it is named")
    func told() async throws {
        let content = content(
            summary: "There were {{figure count crimes}} crimes, and {{number count one}} incidents.",
            section: "{{sentence count crimes}} Again {{figure count crimes}}.")
        let document = try await document(content)

        #expect(document.summary.words == "There were 245 crimes [1], and 1 [2] incident.")
        #expect(
            document.chapters[0].parts[0].pieces[0].text.words
                == "All crime: 245 crimes in 2015. [1] Again 245 crimes [1].")
        #expect(document.figures.map(\.source) == ["Kent Police.", "A."])
        let paper = String(decoding: try JSONEncoder().encode(ReportPaper(document)), as: UTF8.self)
        #expect(paper.contains("\"figures\":[[\"All crime: 245 crimes in 2015.\",\"Kent Police.\"]"))
    }

    @Test("one that cannot be told says why where it stands, and the report cannot be final")
    func untold() async throws {
        let content = content(summary: "In March, {{figure count march}}.")
        let figures = try await FiguresOfReport(of: content, from: SampleFigures(), isFinishing: true)

        #expect(try await document(content).summary.words == "In March, [no figure: March 2014 is missing.].")
        let gaps = Readiness(
            content, clearances: try Clearances(content, [], on: Day(Scratch.noon)), bodies: [:], figures: figures
        ).gaps
        #expect(
            gaps.contains {
                $0.place == .part(.summary)
                    && $0.words
                        == "Summary: it names a figure that cannot be told. March 2014 is missing. Choose another, or take it out."
            })
        let unasked = Readiness(
            content, clearances: try Clearances(content, [], on: Day(Scratch.noon)), bodies: [:],
            figures: FiguresOfReport())
        #expect(unasked.gaps.contains { $0.words.contains("It was not looked for.") })
    }

    @Test("what the public could work out from them stops a report that it may read, and no other")
    func smallNumbers() async throws {
        let desk = SampleFigures(gives: ["Assault in May: 3."])
        var content = content(summary: "There were {{figure count crimes}}.")
        for (classification, stops) in [
            (["kind": "unrestricted"], true), (["kind": "confidential", "reason": "x"], false),
        ] {
            content[.classification] = PartAnswers(classification)
            let gaps = Readiness(
                content, clearances: try Clearances(content, [], on: Day(Scratch.noon)), bodies: [:],
                figures: try await FiguresOfReport(of: content, from: desk, isFinishing: true)
            ).gaps
            #expect(
                gaps.contains {
                    $0.place == .part(.summary)
                        && $0.words.contains("could be worked out from its figures: Assault in May: 3.")
                } == stops)
        }
    }

    @Test("a recommendation says them without a number, for it goes on alone")
    func recommended() async throws {
        var content = content(summary: "In short.")
        content[.recommendations] = [
            .init(Self.id(), PartAnswers(["text": "That the {{figure count crimes}} be halved."]))
        ]
        let frozen = FrozenReport(
            content, bodies: [:], notes: [:],
            figures: try await FiguresOfReport(of: content, from: SampleFigures(), isFinishing: true))

        #expect(frozen.told.recommendations.map(\.text) == ["That the 245 crimes be halved."])
        #expect(frozen.content == content, "what was written is kept as it was written")
    }

    @Test("a final report keeps them as they were, whatever the data say later", arguments: Scratch.engines)
    func frozen(scratch: Scratch) async throws {
        try await scratch.database([.ofMembership, .ofNotices, .ofReports]) { database in
            let house = try await ReportHouse(database)
            let report = try await house.begin()
            try await house.complete(report)
            let begun = try #require(try await house.contents.versions(of: report, at: .part(.summary)).first)
            try await house.contents.save(
                PartAnswers(["text": "There were {{figure count crimes}}."]), at: .part(.summary), of: report,
                after: begun.number, by: house.officer.actor, at: Scratch.noon)
            await #expect(throws: ReportRefusal.notReady(1)) { try await house.finish(report) }
            #expect(try await house.finish(report, telling: SampleFigures(crimes: "245")) == 1)

            let final = try #require(try await house.finishing.finals(of: report).first)
            #expect(final.frozen.document.summary.words == "There were 245 crimes [1].")
            #expect(try await house.finishing.figuresTold() == ["count crimes"])
        }
    }
}
