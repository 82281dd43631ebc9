import Foundation
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import Reports

@Suite("Reports are kept part by part, and opened through what lets somebody open them")
struct ReportStoreTests {
    private func run(_ scratch: Scratch, _ body: (ReportHouse) async throws -> Void) async throws {
        try await scratch.database([.ofMembership, .ofNotices, .ofReports]) { database in
            try await body(try await ReportHouse(database))
        }
    }

    @Test("each saving is a version, and a second writer who began earlier is told", arguments: Scratch.engines)
    func versions(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            let first = try await house.contents.save(
                PartAnswers(["text": "One."]), at: .part(.summary), of: report, after: 0, by: house.officer.actor,
                at: Scratch.noon)
            try await house.contents.save(
                PartAnswers(["text": "Two."]), at: .part(.summary), of: report, after: first, by: house.officer.actor,
                at: Scratch.noon)
            await #expect(throws: ReportRefusal.savedMeanwhile) {
                try await house.contents.save(
                    PartAnswers(["text": "Late."]), at: .part(.summary), of: report, after: first,
                    by: house.officer.actor, at: Scratch.noon)
            }

            let texts = try await house.contents.versions(of: report, at: .part(.summary)).map { $0.answers["text"] }
            #expect(texts == ["Two.", "One."])
            #expect(try await house.reports.content(of: report, asOf: first)[.summary]["text"] == "One.")
            #expect(try await house.reports.content(of: report)[.summary]["text"] == "Two.")
        }
    }

    @Test("what is removed can be put back, and nothing of it is lost", arguments: Scratch.engines)
    func items(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            var ids: [ID<ReportItem>] = []
            for heading in ["A", "B", "C"] {
                ids.append(
                    try await house.contents.add(
                        PartAnswers(["heading": heading]), to: .sections, of: report, by: house.officer.actor,
                        at: Scratch.noon))
            }
            func deed(_ deed: ContentStore.OrderDeed, _ place: Int) async throws {
                try await house.contents.order(
                    ids[place], deed, in: .sections, of: report, by: house.officer.actor, at: Scratch.noon)
            }
            func headings() async throws -> [String] {
                try await house.reports.content(of: report)[.sections].map { $0.answers["heading"] }
            }
            try await deed(.up, 2)
            #expect(try await headings() == ["A", "C", "B"])
            try await deed(.removal, 2)
            #expect(try await headings() == ["A", "B"])
            await #expect(throws: ReportRefusal.notHere) {
                try await house.contents.save(
                    PartAnswers(["heading": "x"]), at: .item(.sections, ids[2]), of: report, after: 1,
                    by: house.officer.actor, at: Scratch.noon)
            }
            try await deed(.back, 2)
            #expect(try await headings() == ["A", "C", "B"])
        }
    }

    @Test(
        "a draft is there for its writers, its authors and whoever is asked, and for nobody else",
        arguments: Scratch.engines)
    func drafts(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            let councillor = try await house.somebody("Councillor Potts", as: .member)
            let lead = try await house.somebody("Rob Kenyon", as: .strategicLead)
            func opens(_ member: Member) async throws -> Bool {
                try await house.reports.open(report, by: member, on: house.today) != nil
            }
            #expect(try await opens(house.officer))
            #expect(try await !opens(councillor))
            #expect(try await !opens(lead))

            try await house.contents.add(
                PartAnswers(["name": "Rob Kenyon", "person": "\(lead.id)"]), to: .authors, of: report,
                by: house.officer.actor, at: Scratch.noon)
            let reach = try #require(try await house.reports.open(report, by: lead, on: house.today)?.reach)
            #expect(reach.readsDraft && !reach.writes && !reach.finishes && reach.isMine)

            try await house.clearances.ask(
                councillor.id, toClear: .equality, of: report, by: house.today, as: house.officer.actor,
                at: Scratch.noon)
            let opened = try #require(try await house.reports.open(report, by: councillor, on: house.today))
            #expect(opened.reach.asked == [.equality] && opened.reach.readsDraft)
            #expect(try await house.reports.reports(for: councillor, on: house.today).map(\.report.id) == [report])
        }
    }

    @Test(
        "only the asked officer clears, for the version before them, and everybody who was asked stays on record",
        arguments: Scratch.engines)
    func clearing(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            let (matt, ciara) = (
                try await house.somebody("Matt Sanham", as: .officer),
                try await house.somebody("Ciara Feeney", as: .officer)
            )
            func answer(_ member: Member, in version: Int) async throws {
                try await house.clearances.answer(
                    .signed, "", about: .legal, of: report, asShownIn: version, by: member.id, as: member.actor,
                    at: Scratch.noon)
            }
            for person in [matt, ciara] {
                try await house.clearances.ask(
                    person.id, toClear: .legal, of: report, by: house.today, as: house.officer.actor, at: Scratch.noon)
            }
            let told = try await NoticeStore(house.database).notices(of: matt.id, 10, after: 0).map(\.title)
            #expect(told.contains("Jessica Bailey asked somebody else to clear the legal implications of a report"))
            await #expect(throws: ReportRefusal.notAsked) { try await answer(matt, in: 1) }
            await #expect(throws: ReportRefusal.notAsked) { try await answer(house.officer, in: 1) }
            await #expect(throws: ReportRefusal.changedSinceShown) { try await answer(ciara, in: 0) }
            await #expect(throws: ReportRefusal.nothingToClear) { try await answer(ciara, in: 1) }
            let version = try await house.contents.save(
                PartAnswers(["text": "Section 17."]), at: .part(.legal), of: report, after: 0, by: ciara.actor,
                at: Scratch.noon)
            try await answer(ciara, in: version)

            let requests = try await house.clearances.requests(of: report)
            #expect(requests.map(\.name) == ["Matt Sanham", "Ciara Feeney"])
            let content = try await house.reports.content(of: report)
            let clearances = try Clearances(content, requests, on: house.today)
            #expect(clearances[.legal]?.state == .cleared)
            #expect(try await house.clearances.waiting(for: ciara.id).count == 1)
            #expect(try await house.clearances.waiting(for: matt.id).isEmpty)
        }
    }

    @Test("comments are open until they are settled, and stay", arguments: Scratch.engines)
    func comments(scratch: Scratch) async throws {
        try await run(scratch) { house in
            let report = try await house.begin()
            let store = ReportCommentStore(house.database, identities: .system)
            let clerk = try await house.somebody("Charles Hungwe", as: .clerk)
            let id = try await store.comment("Too long.", at: .part(.title), of: report, by: clerk, at: Scratch.noon)
            #expect(try await store.comments(on: report).map(\.isOpen) == [true])
            try await store.answer(
                id, "It is shorter now.", settling: true, of: report, by: house.officer.actor, at: Scratch.noon)

            #expect(try await store.comments(on: report).map(\.isOpen) == [false])
            await #expect(throws: ReportRefusal.notHere) {
                try await store.comment("x", at: .part(.summary), of: report, by: clerk, at: Scratch.noon)
            }
        }
    }
}
