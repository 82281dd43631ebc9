import Foundation
import Publishing
import Storage
import Testing
import WorkingDays

@testable import Decisions

@Suite("Everybody is told of a key decision in time, or it is said why not")
struct NoticeTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let field: String
        let make: @Sendable (inout PlanStatement) -> Void
        var testDescription: String { field }

        init(_ field: String, _ make: @escaping @Sendable (inout PlanStatement) -> Void) {
            (self.field, self.make) = (field, make)
        }
    }

    static let day = Day("2027-01-21") ?? Day(.distantPast)

    /// A complete notice of a key decision on 21 January 2027.
    static var plan: PlanStatement {
        var plan = PlanStatement()
        (plan.title, plan.matter, plan.isKey) = ("Street lighting contract", "To let the contract.", true)
        plan.maker = DecisionMaker(.body, name: "Cabinet", members: ["Ann Other (Leader)"])
        (plan.from, plan.documents) = (day, NoneOr(isNone: true))
        (plan.copies, plan.further) = ("Cecil Street, Margate", "Other documents may be submitted.")
        plan.requests = "Write to the clerk."
        plan.privacy.isPrivate = false
        return plan
    }

    private func noon(_ text: String) -> Date {
        TimeOfDay(minutes: 12 * 60)?.moment(on: Day(text) ?? Self.day) ?? .distantPast
    }

    private func missing(
        _ plan: PlanStatement, publishedOn day: String, isPublished: Bool = false
    ) -> [String] {
        let reckoning = plan.from.map {
            NoticeReckoning(before: $0, publishedAt: noon(day), closures: .none)
        }
        return PlanChecking(plan, reckoning, on: Day(day) ?? Self.day, isPublished: isPublished).missing.map(\.field)
    }

    @Test("for a meeting on Thursday 21 January 2027 it is published by Wednesday 23 December 2026 (D95)")
    func vector() {
        let reckoning = NoticeReckoning(before: Self.day, publishedAt: noon("2026-12-23"), closures: .none)

        #expect(reckoning.deadline.day.withWeekday == "Wednesday 23 December 2026")
        #expect(reckoning.given.clearDays == 28 && reckoning.given.isEnough)
        #expect(reckoning.workingDeadline < reckoning.deadline.day)
    }

    @Test(
        "a key decision is published in time, or by a way of shorter notice that says who was told",
        arguments: [
            ("2026-12-23", NoticeWay.full, [String]()), ("2026-12-24", .full, ["way"]),
            ("2027-01-13", .general, []), ("2027-01-14", .general, ["way"]), ("2027-01-20", .special, []),
        ])
    func ways(published: String, way: NoticeWay, refused: [String]) {
        var plan = Self.plan
        plan.notice.way = way
        if way != .full {
            (plan.notice.chair, plan.notice.why) = ("Councillor B, chair of scrutiny", "The old contract ends.")
            plan.notice.on = Day("2027-01-12")
        }

        #expect(missing(plan, publishedOn: published) == refused)
    }

    @Test("shorter notice without its artefacts names each of them")
    func artefacts() {
        var plan = Self.plan
        plan.notice.way = .special

        #expect(missing(plan, publishedOn: "2027-01-20") == ["chair", "on", "why"])
    }

    @Test(
        "each field of regulation 9 is asked for",
        arguments: [
            Change("title") { $0.title = "" }, Change("key") { $0.isKey = nil }, Change("matter") { $0.matter = "" },
            Change("maker") { $0.maker.name = "" }, Change("members") { $0.maker.members = [] },
            Change("documents") { $0.documents = NoneOr() }, Change("copies") { $0.copies = "" },
            Change("further") { $0.further = "" }, Change("requests") { $0.requests = "" },
            Change("from") { $0.from = nil },
            Change("private") { $0.privacy.isPrivate = nil },
        ])
    func fields(_ change: Change) {
        var plan = Self.plan
        change.make(&plan)

        #expect(missing(plan, publishedOn: "2026-12-01") == [change.field])
    }

    @Test("a meeting in private has its reasons, and notices at 28 and five clear days or somebody’s agreement")
    func privacy() {
        var plan = Self.plan
        plan.isKey = false
        plan.privacy.isPrivate = true
        #expect(missing(plan, publishedOn: "2026-12-01") == ["reasons", "paragraphs"])

        (plan.privacy.reasons, plan.privacy.paragraphs) = ("Prices are being asked for.", [3])
        #expect(missing(plan, publishedOn: "2026-12-01").isEmpty)
        #expect(missing(plan, publishedOn: "2026-12-24") == ["agreement"])

        plan.privacy.representations = NoneOr(isNone: true)
        #expect(missing(plan, publishedOn: "2027-01-08", isPublished: true) == ["response"])
        plan.privacy.response = "None was received."
        #expect(missing(plan, publishedOn: "2027-01-13", isPublished: true).isEmpty)
        #expect(missing(plan, publishedOn: "2027-01-14", isPublished: true) == ["agreement"])
    }
}
