import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Publishing
import Storage
import Testing
import WorkingDays

@testable import App
@testable import Decisions

@Suite("Whoever keeps the register records decisions, and everybody reads them with their reasons")
struct DecisionTests {
    /// Begins a record by its form.
    private func begin(_ title: String, at place: String, _ officer: Browser) async throws -> String {
        try await officer.send(["title": title], to: place).location
    }

    private func publish(_ place: String, revision: Int, _ officer: Browser, changes: String = "") async throws
        -> TestResponse
    {
        try await officer.send(["revision": "\(revision)", "changes": changes], to: place + "/publication")
    }

    /// The answers of each part of a record, as they are sent.
    private static let parts: [(String, KeyValuePairs<String, String>)] = [
        (
            "decision",
            [
                "title": "Street lighting contract", "kind": "officer", "maker": "Ada Byron, Director of Place",
                "delegation": "Scheme, 4.2", "day": "1/2/2016", "decided": "The contract is *let*.",
                "reasons": "The lamps are out.", "alternatives": "To wait.", "conflicts": "None",
                "dispensations": "none", "body": "", "revision": "1",
            ]
        ),
        (
            "key",
            [
                "amount": "1,000", "wards": "1", "reasoning": "It is small.", "plan": "", "without-plan": "",
                "strategy": "none", "revision": "2",
            ]
        ),
        (
            "call-in",
            [
                "subject": "yes", "exemption": "", "urgent": "no", "agreed-by": "", "agreed-on": "", "why": "",
                "revision": "3",
            ]
        ),
        (
            "papers",
            [
                "documents": "The report https://example.org/report", "background": "A survey",
                "withheld": "yes",
                "paragraphs": "3", "public-interest": "Prices are being asked for.",
                "closed": "The lowest price is eleven pounds.", "revision": "4",
            ]
        ),
    ]

    @Test("a record with a field missing is not published, and each missing field is named with a way to it")
    func missing() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let place = try await begin("Street lighting", at: "/committees/decisions", officer)

            let page = try await officer.get(place).text
            for (part, field) in [
                ("decision", "kind"), ("decision", "alternatives"), ("key", "amount"), ("call-in", "subject"),
                ("papers", "background"),
            ] { #expect(page.contains("\(place)/parts/\(part)#\(field)"), "\(field)") }
            let refused = try await publish(place, revision: 1, officer)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("Enter the reasons") && refused.reading.contains("or None"))
            #expect(try await house.visitor.get("/decisions").reading.contains("No decision is published yet"))
        }
    }

    @Test("filled in part by part, it is published with every field, and what is kept from the public is nowhere")
    func published() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.send(
                ["threshold": "250,000", "days": "5", "signatories": "2", "source": "Part 4"],
                to: "/committees/decisions/rules")
            let place = try await begin("Street lighting contract", at: "/committees/decisions", officer)
            for (part, answers) in Self.parts {
                let answer = try await officer.send(answers, to: "\(place)/parts/\(part)")
                #expect(answer.status == .seeOther, "\(part): \(answer.reading)")
            }
            #expect(try await officer.get(place).reading.contains("eleven pounds"))
            #expect(try await publish(place, revision: 5, officer).status == .seeOther)

            let page = try await house.visitor.get("/decisions/street-lighting-contract")
            #expect(page.status == .ok)
            for words in [
                "Ada Byron, Director of Place", "Scheme, 4.2", "1 February 2016", "The lamps are out.", "To wait.",
                "No conflict of interest", "less than the threshold of £250,000", "may be called in until the end of",
                "Paragraph 3", "A survey", "1 February 2022",
            ] { #expect(page.reading.contains(words), "\(words)") }
            #expect(page.text.contains("href=\"https://example.org/report\""))
            for address in [
                "/decisions", "/decisions/street-lighting-contract", "/decisions.csv", "/decisions.atom",
                "/publications/street-lighting-contract",
                "/publications/street-lighting-contract/versions/1/decision.json",
            ] {
                let answer = try await house.visitor.get(address)
                #expect(answer.status == .ok && answer.text.contains("treet lighting"), "\(address)")
                #expect(!answer.text.contains("eleven pounds"), "\(address)")
            }
        }
    }

    @Test("the register is narrowed by who decided, key, year and status, and the table narrows with it")
    func filters() async throws {
        try await House.open { house in
            let (first, officer) = (try await DecisionSample.draft(house), try await house.officer())
            var second = DecisionSample.decision
            (second.title, second.maker) = ("Cameras", DecisionMaker(.body, name: "Cabinet", members: ["A"]))
            (second.key.wards, second.withoutPlan) = (3, "It was overlooked.")
            let other = try await DecisionSample.draft(house, second)
            for id in [first, other] { _ = try await publish("/committees/decisions/\(id)", revision: 2, officer) }

            for (question, finds) in [
                ("maker=Cabinet", ["Cameras"]), ("key=no", ["Street lighting contract"]), ("year=2015", []),
                ("year=2016", ["Cameras", "Street lighting contract"]), ("status=in+force", []),
                ("status=call-in+open&key=yes", ["Cameras"]),
            ] {
                let page = try await house.visitor.get("/decisions?" + question).text
                let table = try await house.visitor.get("/decisions.csv?" + question).text
                for title in ["Cameras", "Street lighting contract"] {
                    #expect(page.contains(">\(title)</a>") == finds.contains(title), "\(question): \(title)")
                    #expect(table.contains("\r\n\(title),") == finds.contains(title), "\(question): \(title)")
                }
            }
        }
    }

    @Test("a correction is a new version that says what changed, and the first stays to be read")
    func corrected() async throws {
        try await House.open { house in
            let (id, officer) = (try await DecisionSample.draft(house), try await house.officer())
            let place = "/committees/decisions/\(id)"
            _ = try await publish(place, revision: 2, officer)
            let form: KeyValuePairs = [
                "amount": "2,000", "wards": "1", "reasoning": "It is small.", "strategy": "none", "revision": "2",
            ]
            try await officer.send(form, to: place + "/parts/key")
            #expect(try await officer.get(place).reading.contains("It was changed since version 1"))

            #expect(try await publish(place, revision: 3, officer).status == .unprocessableContent)
            _ = try await publish(place, revision: 3, officer, changes: "The amount was wrong.")

            let page = try await house.visitor.get("/decisions/street-lighting-contract").reading
            #expect(page.contains("Version 2") && page.contains("The amount was wrong."))
            let old = try await house.visitor.get("/publications/street-lighting-contract/versions/1").reading
            #expect(old.contains("This is an earlier version"))
        }
    }

    @Test("two who write at once do not write over one another")
    func atOnce() async throws {
        try await House.open { house in
            let (id, officer) = (try await DecisionSample.draft(house), try await house.officer())
            let place = "/committees/decisions/\(id)/parts/call-in"
            let form: KeyValuePairs = [
                "subject": "no", "exemption": "It is scrutiny’s own.", "urgent": "no", "revision": "1",
            ]

            let answer = try await officer.send(form, to: place)

            #expect(answer.status == .unprocessableContent && answer.reading.contains("Somebody else saved it"))
            #expect(answer.text.contains("It is scrutiny’s own."))
        }
    }

    @Test("a call-in freezes a decision before everybody’s eyes until it is settled")
    func callIn() async throws {
        try await House.open { house in
            let (id, officer) = (try await DecisionSample.draft(house), try await house.officer())
            let place = "/committees/decisions/\(id)"
            _ = try await publish(place, revision: 2, officer)

            let few: KeyValuePairs = ["signatories": "Councillor A", "reasons": "It is dear."]
            #expect(try await officer.send(few, to: place + "/call-in").reading.contains("the rules ask for 2"))
            let enough: KeyValuePairs = ["signatories": "Councillor A\nCouncillor B", "reasons": "It is dear."]
            #expect(try await officer.send(enough, to: place + "/call-in").status == .seeOther)
            var page = try await house.visitor.get("/decisions/street-lighting-contract").reading
            #expect(page.contains("Nothing may be done on it") && page.contains("Councillor A and Councillor B"))
            #expect(
                try await house.visitor.get("/decisions?status=called+in").text.contains("street-lighting-contract"))
            #expect(try await officer.send(enough, to: place + "/call-in").status == .unprocessableContent)

            let day = Day(house.clock.now)
            let outcome: KeyValuePairs = ["outcome": "confirmed", "day": day.typed, "words": "By scrutiny."]
            #expect(try await officer.send(outcome, to: place + "/outcome").status == .seeOther)
            page = try await house.visitor.get("/decisions/street-lighting-contract").reading
            #expect(page.contains("confirmed on \(day.words)") && page.contains("By scrutiny."))
            let news = try await house.visitor.get("/decisions.atom").text
            #expect(news.contains("Called in: Street lighting contract") && news.contains("Confirmed:"))
            #expect(try await officer.send(outcome, to: place + "/outcome").status == .unprocessableContent)
        }
    }

    @Test("a notice is published in time, leads to its decision, and the decision leads back")
    func planned() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            var statement = DecisionSample.plan
            statement.from = Day(house.clock.now).adding(days: 60)
            let id = try await DecisionSample.planDraft(house, statement)
            let place = "/committees/forward-plan/\(id)"
            #expect(try await officer.get(place).reading.contains("How the days are counted"))
            #expect(try await publish(place, revision: 1, officer).status == .seeOther)
            let plan = try await house.visitor.get("/forward-plan").reading
            #expect(plan.contains("Cameras for the harbour") && plan.contains("Key decision"))
            let notice = try await house.visitor.get("/forward-plan/cameras-for-the-harbour").reading
            for words in ["Cabinet", "Ann Other (Leader)", "Cecil Street", "Write to the clerk", "59 clear days"] {
                #expect(notice.contains(words), "\(words)")
            }

            let record = try await officer.send([:], to: place + "/decision").location
            #expect(try await officer.send([:], to: place + "/decision").status == .unprocessableContent)
            let drafts = DraftStore(house.database, identities: house.installation.identities)
            let begun = try #require(ID<DraftRecord>(String(record.suffix(36))))
            var draft = try #require(try await drafts.decision(begun))
            #expect(draft.statement.plan == "cameras-for-the-harbour" && draft.statement.maker.name == "Cabinet")
            let (title, maker) = (draft.statement.title, draft.statement.maker)
            draft.statement = DecisionSample.decision
            (draft.statement.title, draft.statement.maker) = (title, maker)
            (draft.statement.plan, draft.statement.key.wards) = ("cameras-for-the-harbour", 2)
            try await drafts.save(draft, part: "x", by: DecisionSample.officer, at: house.clock.now)
            _ = try await publish(record, revision: 2, officer)

            let after = try await house.visitor.get("/forward-plan/cameras-for-the-harbour").text
            #expect(after.contains("href=\"/decisions/cameras-for-the-harbour-2\""))
            let decision = try await house.visitor.get("/decisions/cameras-for-the-harbour-2").text
            #expect(decision.contains("href=\"/forward-plan/cameras-for-the-harbour\""))
        }
    }

    @Test(
        "a late notice is refused with the day by which it was due, and goes by special urgency, which Council is told of"
    )
    func late() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            var statement = DecisionSample.plan
            statement.from = Day(house.clock.now).adding(days: 2)
            let place = "/committees/forward-plan/\(try await DecisionSample.planDraft(house, statement))"
            #expect(try await publish(place, revision: 1, officer).reading.contains("it had to be published by"))
            let form: KeyValuePairs = [
                "way": "special", "chair": "Councillor B, chair of scrutiny", "on": Day(house.clock.now).typed,
                "why": "The old ones broke.", "revision": "1",
            ]
            try await officer.send(form, to: place + "/parts/notice")
            #expect(try await publish(place, revision: 2, officer).status == .seeOther)

            let page = try await house.visitor.get("/forward-plan/cameras-for-the-harbour").reading
            #expect(page.contains("Councillor B, chair of scrutiny agreed") && page.contains("regulation 11"))
            let report = try await officer.get("/committees/decisions/urgent").reading
            #expect(report.contains("Special urgency") && report.contains("The old ones broke."))

            try await officer.send(["why": "Not needed any more."], to: place + "/removal")
            let dropped = try await house.visitor.get("/forward-plan/cameras-for-the-harbour").reading
            #expect(dropped.contains("dropped from the plan") && dropped.contains("Not needed any more."))
        }
    }

    @Test("drafts are for who keeps the register, and are found by nobody else")
    func readers() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let id = try await DecisionSample.draft(house)
            let structure = try await BodyStore(house.database, identities: house.installation.identities).structure()
            let member = try await house.somebody(try #require(structure.seat(who.seat)?.holders.first?.person))

            #expect(try await member.get("/committees/decisions").status == .ok)
            #expect(try await member.get("/committees/decisions/\(id)").status == .notFound)
            #expect(try await !member.get("/committees/decisions").reading.contains("Street lighting contract"))
            #expect(try await !member.get("/search?q=lighting").reading.contains("Street lighting contract"))
            #expect(try await house.officer().get("/search?q=lighting").reading.contains("Street lighting contract"))
            _ = try await publish("/committees/decisions/\(id)", revision: 2, house.officer())
            #expect(
                try await member.get("/committees/decisions/\(id)").location == "/decisions/street-lighting-contract")
            #expect(try await member.get("/search?q=lighting").reading.contains("Street lighting contract"))
        }
    }
}
