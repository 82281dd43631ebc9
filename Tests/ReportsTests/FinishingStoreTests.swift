import Foundation
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import Reports

@Suite("A final report is numbered, hashed and never changed, and the next one replaces it")
struct FinishingStoreTests {
    private func run(_ scratch: Scratch, _ body: (ReportHouse) async throws -> Void) async throws {
        try await scratch.database([.ofMembership, .ofNotices, .ofReports]) { database in
            try await body(try await ReportHouse(database))
        }
    }

    @Test("it is finished when it is ready, and then nothing can be written in it", arguments: Scratch.engines)
    func finished(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            await #expect(throws: ReportRefusal.self) { try await house.finish(report) }
            try await house.complete(report)
            await #expect(throws: ReportRefusal.changedSinceShown) {
                try await house.finishing.finish(
                    report, asShownIn: 1, on: house.today, by: house.officer.actor, at: Scratch.noon)
            }

            #expect(try await house.finish(report) == 1)

            await #expect(throws: ReportRefusal.isFinal) {
                try await house.contents.save(
                    PartAnswers(["text": "x"]), at: .part(.process), of: report, after: 0, by: house.officer.actor,
                    at: Scratch.noon)
            }
            await #expect(throws: DatabaseFault.self) { try await house.tamper() }
        }
    }

    @Test(
        "a new draft becomes a new final version with what changed, and recommendations keep their identity",
        arguments: Scratch.engines)
    func replaced(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            try await house.complete(report)
            try await house.finish(report)
            let first = try #require(try await house.finishing.finals(of: report).first)
            let recommendation = try #require(first.recommendations.first)
            try await house.finishing.reopen(
                report, because: "A figure was wrong.", by: house.officer.actor, at: Scratch.noon)
            let begun = try await house.contents.versions(of: report, at: .part(.summary)).first?.number ?? 0
            try await house.contents.save(
                PartAnswers(["text": "Put right."]), at: .part(.summary), of: report, after: begun,
                by: house.officer.actor, at: Scratch.noon)
            #expect(try await house.finish(report) == 2)

            let finals = try await house.finishing.finals(of: report)
            #expect(finals.map(\.number) == [2, 1])
            #expect(finals[0].changes == ["Summary: changed"] && finals[0].replaces == 1 && finals[1].replaces == nil)
            #expect(finals[0].hash != finals[1].hash && finals[1] == first)
            #expect(finals[0].recommendations.map(\.id) == [recommendation.id])
            #expect(try await house.finishing.report(recommending: recommendation.id) == report)
        }
    }

    @Test(
        "a body’s final reports are listed, the newest version of each, and none that was withdrawn",
        arguments: Scratch.engines)
    func ofBody(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            try await house.complete(report)
            #expect(try await house.finishing.finals(for: house.cabinet).isEmpty, "a draft is on nobody’s agenda")
            try await house.finish(report)

            let found = try await house.finishing.finals(for: house.cabinet)
            #expect(found.map(\.title) == ["The plan"])
            let printed = try JSONEncoder().encode(found.first?.paper(to: "Panel – 9 February 2016"))
            #expect(String(decoding: printed, as: UTF8.self).contains(#""value":"Panel – 9 February 2016""#))
            #expect(try await house.finishing.finals(for: Identities.system.new(at: Scratch.noon)).isEmpty)

            try await house.finishing.withdraw(report, because: "No need.", by: house.officer.actor, at: Scratch.noon)
            #expect(try await house.finishing.finals(for: house.cabinet).isEmpty)
            #expect(try await house.finishing.finals(of: report).count == 1, "what was finished stays")
            try await house.finishing.resume(report, by: house.officer.actor, at: Scratch.noon)
            #expect(try await house.finishing.steps(of: report).map(\.step) == [.finished, .withdrawn, .resumed])
        }
    }

    @Test(
        "what the public may read is for all who open reports; what is exempt, for those on its bodies",
        arguments: Scratch.engines)
    func readers(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let stranger = try await house.somebody("Councillor Potts", as: .member)
            let insider = try await house.somebody("Councillor Fairbrass", as: .member, on: house.cabinet)
            for (classification, mayStranger) in [
                (["kind": "unrestricted"], true), (["kind": "exempt", "paragraphs": "3", "reason": "A price."], false),
            ] {
                let report = try await house.begin()
                try await house.complete(report, classification: classification)
                for member in [stranger, insider] {
                    #expect(try await house.reports.open(report, by: member, on: house.today) == nil)
                }
                try await house.finish(report)
                #expect(try await (house.reports.open(report, by: stranger, on: house.today) != nil) == mayStranger)
                let opened = try #require(try await house.reports.open(report, by: insider, on: house.today))
                #expect(!opened.reach.readsDraft && !opened.reach.writes)
            }
        }
    }
}
