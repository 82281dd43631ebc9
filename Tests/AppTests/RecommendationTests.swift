import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Recommendations
import ScratchDatabases
import Storage
import Testing

@testable import App
@testable import Meetings

@Suite("One recommendation goes through the bodies under one identity")
struct RecommendationTests {
    private func only(_ house: House) async throws -> RecommendationThread {
        try #require(try await house.program.first.committees.recommendations.threads.threads().first)
    }

    @Test("the whole chain: a report, minutes that recommend, the next agenda, its outcome, the answer, what was done")
    func chain() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let report = try await SampleReport(house, titled: "Plan")
            try await report.complete(for: who.body)
            try await report.finish()
            let thread = try await only(house)
            let own = "/committees/recommendations/\(thread.id)"
            #expect(try await officer.get(own).reading.contains("How it stands Made"))
            #expect(try await officer.get("/committees/recommendations").reading.contains("That it is so."))

            try await recommend(thread, house, who, officer)
            let page = try await officer.get(own).reading
            #expect(page.contains("Agreed") && page.contains("Waits for the next meeting of the Casework Board"))
            #expect(page.contains("Minute 39 of 9 February 2016"))

            for (step, fields) in Self.answers {
                let answer = try await officer.send(fields, to: own + step)
                #expect(answer.status == .seeOther, "\(step): \(answer.reading.prefix(400))")
            }
            let done = try await officer.get(own).reading
            #expect(done.contains("How it stands Done") && done.contains("with the addendum that it costs nothing"))

            // Everybody reads it, without what stands in minutes that are not published.
            #expect(try await officer.send(["newest": "6"], to: own + "/publication").status == .seeOther)
            let shown = try await house.visitor.get("/recommendations/\(thread.id)").reading
            #expect(shown.contains("How it stands Done") && shown.contains("Lamps were mended."))
            #expect(!shown.contains("Minute 39"))
            #expect(try await house.visitor.get("/recommendations?state=done").reading.contains("That it is so."))
            #expect(try await house.visitor.get("/recommendations.atom").text.contains("<entry>"))
        }
    }

    /// The body that has the report recommends it to another, and its minutes are circulated.
    private func recommend(
        _ thread: RecommendationThread, _ house: House, _ who: WhoIsWhoHouse, _ officer: Browser
    ) async throws {
        try await who.seat(who.person, as: .member)
        let bodies = BodyStore(house.database, identities: house.installation.identities)
        let seats = try await bodies.structure().seats.filter { $0.body == who.body }.map(\.id)
        let first = try await SampleMeeting(house, of: who.body, on: Day(house.clock.now))
        let sent = [
            ("style", "recommended"), ("to", "the Casework Board"), ("text", "That it is so."),
            ("about", "\(thread.id)"),
        ]
        try await officer.minute(sent, of: first, seats: seats, key: "decision-1")
    }

    /// What a body outside decides, answers and does.
    private static let answers: [(String, KeyValuePairs<String, String>)] = [
        (
            "/steps/outcome",
            [
                "body-name": "Casework Board", "day": "1/3/2016", "outcome": "agreed with an addendum",
                "words": "it costs nothing", "newest": "3",
            ]
        ),
        (
            "/steps/response",
            [
                "body-name": "Casework Board", "day": "2/3/2016", "acceptance": "accepted in whole",
                "newest": "4",
            ]
        ),
        (
            "/steps/action",
            [
                "words": "Lamps were mended.", "by": "Highways", "complete": "yes", "day": "3/3/2016",
                "newest": "5",
            ]
        ),
    ]

    @Test("a report that is put on an agenda brings its recommendations before that meeting, once")
    func onAgenda() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let report = try await SampleReport(house, titled: "Plan")
            try await report.complete(for: who.body)
            try await report.finish()
            let thread = try await only(house)
            let meeting = try await SampleMeeting(house, of: who.body, on: Day("2016-02-20"))
            for version in ["1", "2"] {
                let put = try await officer.send(
                    ["report": report.address, "version": version], to: meeting.address + "/agenda/reports")
                #expect(put.status == .seeOther)
                let page = try await officer.get("/committees/recommendations/\(thread.id)").reading
                #expect(page.contains("How it stands Before Executive Group on 20 February 2016"))
                guard version == "1" else { continue }
                try await officer.send(["why-draft": "A name was wrong."], to: report.address + "/draft")
                try await report.finish()
            }
            let known = try await only(house)
            #expect(known.standing.count { if case .received = $0.details.what { true } else { false } } == 1)
        }
    }

    @Test("what was sent to a body is on its next agenda by itself, once, and does not come back when it is taken off")
    func arises() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let body = ThreadBody(key: who.body.description, name: "Executive Group")
            _ = try await house.recommend("That lamps are mended.", to: body)
            let meetings = MeetingStore(house.database, identities: house.installation.identities)
            var details = SampleMeeting.details
            details.day = try #require(Day("2016-04-12"))
            let id = try await meetings.call(
                [details], of: who.body, by: .commandLine(), at: house.clock.now)[0]
            let agenda = "/committees/meetings/\(id)/agenda"
            #expect(try await officer.send(to: agenda + "/beginning").status == .seeOther)
            let made = try await officer.get(agenda)
            #expect(made.reading.contains("Recommendation of Scrutiny Panel"))
            #expect(made.reading.contains("The recommendation as it stands"))
            #expect(made.reading.contains("Actions arising"))
            #expect(!made.reading.contains("What became of recommendations"))
            #expect(
                try await officer.get("/committees/recommendations").reading.contains(
                    "Before Executive Group on 12 April 2016"))

            let item = try #require(
                made.text.firstMatch(
                    of: /href="([^"]+\/agenda\/items\/[0-9a-f-]{36})"><span[^>]*>[^<]*<\/span>Recommendation/)?
                    .output.1)
            #expect(try await officer.send(to: String(item) + "/removal").status == .seeOther)
            let without = try await officer.get(agenda).reading
            #expect(!without.contains("What waits for this meeting Recommendation"))
            #expect(without.contains("Taken off Recommendation of Scrutiny Panel"))
        }
    }

    @Test("a draft agenda says what waits for the meeting, and adds it with a press")
    func added() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let sample = try await SampleMeeting(house, of: who.body)
            let body = ThreadBody(key: who.body.description, name: "Executive Group")
            let id = try await house.recommend("That lamps are mended.", to: body)
            let agenda = sample.address + "/agenda"
            #expect(try await officer.get(agenda).reading.contains("What waits for this meeting"))
            let answer = try await officer.send(["key": "recommendation \(id)"], to: agenda + "/arising")
            #expect(answer.status == .seeOther)
            #expect(
                try await officer.send(["key": "recommendation \(id)"], to: agenda + "/arising").status == .notFound)
            #expect(try await officer.get(agenda).reading.contains("The recommendation as it stands"))
        }
    }

    @Test("open actions and draft minutes are on the next agenda with their papers, until they are done and confirmed")
    func actions() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let first = try await SampleMeeting(house, of: who.body, on: Day(house.clock.now))
            let minutes = first.address + "/minutes"
            let act: KeyValuePairs = [
                "do": "act", "key": "action-of-lamps", "form": "x", "item": "\(first.item)", "text": "Mend the lamps",
                "owner": "Highways", "due": "1/3/2016",
            ]
            #expect(try await officer.send(act, to: minutes + "/changes").status == .seeOther)
            #expect(try await !officer.get("/committees/actions").reading.contains("Mend the lamps"))
            let circulation: KeyValuePairs = ["newest": "1", "begins-on": "19/5/2015", "first": "39"]
            #expect(try await officer.send(circulation, to: minutes + "/circulation").status == .seeOther)
            #expect(try await officer.get("/committees/actions").reading.contains("Mend the lamps"))

            let meetings = MeetingStore(house.database, identities: house.installation.identities)
            var details = SampleMeeting.details
            details.day = try #require(Day("2016-04-12"))
            let id = try await meetings.call([details], of: who.body, by: .commandLine(), at: house.clock.now)[0]
            let agenda = "/committees/meetings/\(id)/agenda"
            #expect(try await officer.send(to: agenda + "/beginning").status == .seeOther)
            let page = try await officer.get(agenda)
            #expect(page.reading.contains("Minutes of the meeting of 9 February 2016 Draft minutes"))
            #expect(page.reading.contains("Actions arising Actions that are open"))
            let found = try await AgendaStore(house.database, identities: house.installation.identities).agenda(of: id)
            let texts = found.standing.flatMap(\.standing).compactMap { paper -> String? in
                if case .text(let text) = paper.content { text } else { nil }
            }.joined()
            #expect(texts.contains("| Mend the lamps | Highways | 1 March 2016 | 39, 9 February 2016 |"))
            #expect(texts.contains("Mend the lamps (Highways, by 1 March 2016)"))

            let done = "/committees/actions/\(first.id)/action-of-lamps"
            #expect(try await officer.send(["words": "They are."], to: done).status == .seeOther)
            #expect(try await !officer.get("/committees/actions").reading.contains("Mend the lamps"))
        }
    }

    @Test("who has not answered is named on the first page and in the tracker, and whoever is asked answers")
    func overdue() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let id = try await house.recommend("That lamps are mended.")
            let own = "/committees/recommendations/\(id)"
            let ask: KeyValuePairs = ["person": "\(who.person)", "day": "10/2/2016", "newest": "2"]
            #expect(try await officer.send(ask, to: own + "/steps/asking").status == .seeOther)
            try await who.seat(who.person, as: .member)
            let asked = try await house.somebody(who.person)
            #expect(try await asked.get("/notices").reading.contains("You are asked to answer a recommendation"))
            #expect(try await asked.get(own + "/steps/outcome").status == .notFound)

            house.clock.move(hours: 24 * 30)
            let (late, again) = (try await house.officer(), try await house.somebody(who.person))
            #expect(try await again.get("/home").reading.contains("Answer a recommendation"))
            #expect(try await late.get("/home").reading.contains("Ask Cabinet (Ada Byron) to answer a recommendation"))
            let tracker = try await late.get("/committees/recommendations?state=overdue").reading
            #expect(tracker.contains("Cabinet (Ada Byron)") && tracker.contains("Overdue"))
            #expect(try await late.get("/committees/recommendations.csv").text.contains(",Ada Byron,"))

            let refusal: KeyValuePairs = ["acceptance": "accepted in part", "day": "10/3/2016", "newest": "3"]
            let refused = try await again.send(refusal, to: own + "/steps/response")
            #expect(refused.status == .unprocessableContent && refused.reading.contains("Give the reasons"))
            let answer: KeyValuePairs = [
                "acceptance": "accepted in part", "reasons": "Half the money is there.", "day": "10/3/2016",
                "newest": "3",
            ]
            #expect(try await again.send(answer, to: own + "/steps/response").status == .seeOther)
            #expect(try await !again.get("/home").reading.contains("Answer a recommendation"))
        }
    }

    @Test("what an exempt report recommends is for those who follow it and sit on its bodies, and is never published")
    func exempt() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let report = try await SampleReport(house, titled: "Hemlock Terrace")
            let exempt = ["kind": "exempt", "paragraphs": "1", "reason": "It names a family."]
            try await report.complete(classification: exempt, for: who.body)
            try await report.finish()
            let thread = try await only(house)
            let own = "/committees/recommendations/\(thread.id)"
            let officer = try await house.officer()
            #expect(try await officer.get(own).reading.contains("kept from the public, so it has no public page"))
            #expect(try await officer.send(["newest": "1"], to: own + "/publication").status == .notFound)
            let member = try await house.somebody(try await who.somebody(as: .member))
            #expect(try await member.get(own).status == .notFound)
            #expect(try await !member.get("/committees/recommendations").reading.contains("Hemlock"))
            #expect(try await !member.get("/search?q=hemlock").reading.contains("Hemlock Terrace"))
            #expect(try await house.visitor.get("/recommendations/\(thread.id)").status == .notFound)
        }
    }
}
