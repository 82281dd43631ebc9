import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import Reports

@Suite("A report is finished when nothing is missing, and each thing that is says where it is done")
struct ReadinessTests {
    private static let today = Day(Scratch.noon)
    private static func id<Subject>() -> ID<Subject> { Identities.system.new(at: Scratch.noon) }
    private static let body: ID<Body> = id()

    /// A report that needs nothing.
    static func whole() -> ReportContent {
        var content = ReportContent()
        content[.title] = PartAnswers(["title": "The plan"])
        content[.path] = [.init(id(), PartAnswers(["body": "\(body)"]))]
        content[.authors] = [.init(id(), PartAnswers(["name": "Jessica Bailey"]))]
        content[.classification] = PartAnswers(["kind": "unrestricted"])
        content[.wards] = PartAnswers(["all": "yes"])
        content[.status] = PartAnswers(["status": "decision"])
        content[.summary] = PartAnswers(["text": "In short."])
        content[.sections] = [.init(id(), PartAnswers(["heading": "Introduction", "text": "At length."]))]
        for implication in Implication.allCases { content[implication.part] = PartAnswers(["text": "None."]) }
        content[.recommendations] = [.init(id(), PartAnswers(["body": "\(body)", "text": "That it is so."]))]
        content[.background] = PartAnswers(["none": "yes"])
        content[.contacts] = [.init(id(), PartAnswers(["as": "contact", "name": "Jessica Bailey"]))]
        return content
    }

    /// Each implication asked and signed for the content as it is.
    private func signed(_ content: ReportContent, due: Day = today) throws -> [ClearanceRequest] {
        try Implication.allCases.map { implication in
            ClearanceRequest(
                id: Self.id(), report: Self.id(), implication: implication, person: Self.id(), name: "Matt Sanham",
                due: due,
                askedBy: "Jessica Bailey", asker: nil, askedAt: Scratch.noon,
                answers: [
                    ClearanceAnswer(
                        kind: .signed, words: "", text: try content.text(of: implication),
                        substance: try content.substance(), version: 1, by: "Matt Sanham", at: Scratch.noon)
                ])
        }
    }

    private func gaps(_ content: ReportContent, _ requests: [ClearanceRequest]) throws -> [Readiness.Gap] {
        let clearances = try Clearances(content, requests, on: Self.today)
        return Readiness(
            content, clearances: clearances, bodies: ["\(Self.body)": "Cabinet"], figures: FiguresOfReport()
        ).gaps
    }

    @Test("a whole report that was cleared lacks nothing")
    func ready() throws {
        let content = Self.whole()

        #expect(try gaps(content, signed(content)).map(\.words) == [])
    }

    @Test(
        "each part that is taken away is missed, with the way there",
        arguments: [
            (.title, .part(.title)), (.classification, .part(.classification)), (.wards, .part(.wards)),
            (.status, .part(.status)), (.summary, .part(.summary)), (.background, .part(.background)),
        ] as [(ReportPart, Readiness.Place)])
    func parts(part: ReportPart, place: Readiness.Place) throws {
        var content = Self.whole()
        content[part] = PartAnswers()

        #expect(try gaps(content, signed(content)).map(\.place) == [place])
    }

    @Test(
        "each list that must not be empty is missed",
        arguments: [ReportList.path, .authors, .sections, .recommendations, .contacts])
    func lists(list: ReportList) throws {
        var content = Self.whole()
        content[list] = []

        #expect(try gaps(content, signed(content)).map(\.place) == [.list(list)])
    }

    @Test("D80: background papers are listed or said to be none, and not both")
    func background() throws {
        var content = Self.whole()
        content[.papers] = [.init(Self.id(), PartAnswers(["title": "Strategic assessment"]))]
        #expect(try gaps(content, signed(content)).map(\.place) == [.part(.background)])

        content[.background] = PartAnswers()
        #expect(try gaps(content, signed(content)).isEmpty)
    }

    @Test("a report for information needs no recommendation; where options are given one is recommended")
    func options() throws {
        var content = Self.whole()
        content[.status] = PartAnswers(["status": "information"])
        content[.recommendations] = []
        content[.options] = ["Do nothing", "Do it"].map { .init(Self.id(), PartAnswers(["name": $0])) }
        #expect(try gaps(content, signed(content)).map(\.place) == [.list(.options)])

        content[.options][0] = .init(Self.id(), PartAnswers(["name": "Do it", "recommended": "yes"]))
        #expect(try gaps(content, signed(content)).isEmpty)
    }

    @Test("silence is no clearance: until the day it waits, and after it it is overdue")
    func silence() throws {
        let content = Self.whole()
        let silent = try signed(content).map { request in
            ClearanceRequest(
                id: request.id, report: request.report, implication: request.implication, person: request.person,
                name: request.name, due: request.due, askedBy: request.askedBy, asker: nil, askedAt: request.askedAt,
                answers: [])
        }
        #expect(try gaps(content, silent).count == 5)
        #expect(try gaps(content, silent).allSatisfy { $0.words.contains("has not cleared it yet") })

        let later = try #require(Day("2016-02-10"))
        let clearances = try Clearances(content, silent, on: later)
        #expect(clearances.lines.allSatisfy { $0.state == .overdue })
    }

    @Test("what is signed is signed for the text and the report as they were")
    func earlier() throws {
        let before = Self.whole()
        let requests = try signed(before)
        var content = before
        content[.financial] = PartAnswers(["text": "It costs £31,957."])
        var clearances = try Clearances(content, requests, on: Self.today)
        #expect(clearances[.financial]?.state == .earlierVersion(.text))
        #expect(clearances[.legal]?.state == .cleared, "one officer’s words are not another’s")

        content = before
        content[.recommendations] = []
        clearances = try Clearances(content, requests, on: Self.today)
        #expect(clearances.lines.allSatisfy { $0.state == .earlierVersion(.report) })

        content = before
        content[.contacts] = []
        clearances = try Clearances(content, requests, on: Self.today)
        #expect(clearances.lines.allSatisfy { $0.state.isCleared }, "a telephone number changes nothing")
    }

    @Test("whoever is asked last counts, and nobody else")
    func another() throws {
        let content = Self.whole()
        var requests = try signed(content)
        requests.append(
            ClearanceRequest(
                id: Self.id(), report: Self.id(), implication: .legal, person: Self.id(), name: "Ciara Feeney",
                due: Self.today,
                askedBy: "Jessica Bailey", asker: nil, askedAt: Scratch.noon, answers: []))

        #expect(try gaps(content, requests).map(\.place) == [.clearance(.legal)])
    }

    @Test("a typed unit beside a table stops it, and the place is named")
    func typedUnit() throws {
        var content = Self.whole()
        content[.sections] = [
            .init(Self.id(), PartAnswers(["heading": "Money", "text": "| Fund | £m |\n|---|---|\n| a | 2 |"]))
        ]
        let found = try gaps(content, signed(content))

        #expect(found.map(\.place) == [.item(.sections, content[.sections][0].id)])
        #expect(found.first?.words.hasPrefix("Section ‘Money’: a table is headed ‘£m’") ?? false)
    }
}
