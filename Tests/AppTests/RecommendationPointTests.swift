import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import App
@testable import Meetings
@testable import Recommendations
@testable import Reports

@Suite("What was not there when an agenda was begun, and a motion about several recommendations")
struct RecommendationPointTests {
    @Test(
        "one motion agrees what a report recommends point by point, and each recommendation goes on with its own",
        arguments: ["", "agreed with an addendum"])
    func byPoints(outcome: String) async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let report = try await SampleReport(house, titled: "Plan")
            try await report.add(["body": "\(who.body)", "text": "That lamps are mended."], to: .recommendations)
            try await report.complete(for: who.body)
            try await report.finish()
            let threads = house.program.first.committees.recommendations.threads
            let (ids, texts) = try await (
                threads.threads().map(\.id.description), threads.threads().map { String($0.text.text.dropLast()) }
            )
            try await who.seat(who.person, as: .member)
            let seats = try await BodyStore(house.database, identities: house.installation.identities).structure()
                .seats.filter { $0.body == who.body }.map(\.id)
            let meeting = try await SampleMeeting(house, of: who.body, on: Day("2016-02-20"))
            let put = try await officer.send(
                ["report": report.address, "version": "1"], to: meeting.address + "/agenda/reports")
            #expect(put.status == .seeOther)
            let taking = try await officer.get(meeting.address + "/minutes").reading
            #expect(taking.contains("All 2, each by the point of its place"))
            // Another body that is kept here is chosen, and not typed.
            #expect(try await officer.get(meeting.address + "/minutes").text.contains(/<select[^>]*name="to"/))
            let decision = [
                ("style", "recommended"), ("to", "Casework Board"), ("about", ids.joined(separator: " ")),
                ("text", "\(texts[0]), with the addendum that it is done in May.\n\(texts[1])."),
                ("outcome", outcome),
            ]
            house.clock.move(to: try #require(Day("2016-02-20")))
            try await house.officer().minute(decision, of: meeting, seats: seats, key: "decision-1")

            let found = try await threads.threads()
            #expect(found.count == 2)
            #expect(found.map(\.text.addenda) == [["it is done in May."], []])
            #expect(
                found.map { ThreadState(of: $0).words }
                    == ids.map { _ in "Waits for the next meeting of Casework Board" })
            #expect(found.allSatisfy { $0.standing.contains { $0.details.minute == 39 } })
        }
    }

    @Test(
        "draft minutes that are circulated after the next agenda was begun are offered to be laid before that meeting")
    func later() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let first = try await SampleMeeting(house, of: who.body, on: Day("2016-01-20"))
            let meetings = MeetingStore(house.database, identities: house.installation.identities)
            var details = SampleMeeting.details
            details.day = try #require(Day("2016-04-12"))
            let id = try await meetings.call([details], of: who.body, by: .commandLine(), at: house.clock.now)[0]
            let agenda = "/committees/meetings/\(id)/agenda"
            #expect(try await officer.send(to: agenda + "/beginning").status == .seeOther)
            #expect(try await !officer.get(agenda).reading.contains("Draft minutes"))

            let minutes = first.address + "/minutes"
            let said: KeyValuePairs = [
                "do": "discussion", "key": "discussion-1", "form": "x", "item": "\(first.item)", "after": "0",
                "text": "At length.",
            ]
            #expect(try await officer.send(said, to: minutes + "/changes").status == .seeOther)
            let circulation: KeyValuePairs = ["newest": "1", "begins-on": "19/5/2015", "first": "39"]
            #expect(try await officer.send(circulation, to: minutes + "/circulation").status == .seeOther)
            let offered = "‘Draft minutes of the meeting of 20 January 2016’ can be laid before the meeting now."
            #expect(try await officer.get(agenda).reading.contains(offered))
            let add: KeyValuePairs = ["key": "minutes \(first.id)"]
            #expect(try await officer.send(add, to: agenda + "/arising").status == .seeOther)
            let page = try await officer.get(agenda).reading
            #expect(page.contains("Draft minutes of the meeting of 20 January 2016") && !page.contains(offered))
            #expect(try await officer.send(add, to: agenda + "/arising").status == .notFound)
        }
    }

    @Test("the answer is offered for the body that was asked, though it has sent the recommendation on since")
    func asked() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let id = try await house.recommend("That lamps are mended.")
            let steps = "/committees/recommendations/\(id)/steps"
            let onward: KeyValuePairs = ["to-name": "Council", "asks": "no", "day": "9/2/2016", "newest": "2"]
            #expect(try await officer.send(onward, to: steps + "/sending").status == .seeOther)
            let form = try await officer.get(steps + "/response").text
            #expect(form.contains(/<input[^>]*name="body-name"[^>]*value="Cabinet"/))
            let answer: KeyValuePairs = [
                "body-name": "Cabinet", "acceptance": "accepted in whole", "day": "9/2/2016", "newest": "3",
            ]
            #expect(try await officer.send(answer, to: steps + "/response").status == .seeOther)
            let page = try await officer.get("/committees/recommendations/\(id)").reading
            #expect(page.contains("How it stands Waits for the next meeting of Council"))
        }
    }

    @Test("two recommendations of one report stand on an agenda by their own words")
    func namesApart() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let report = try await SampleReport(house, titled: "Plan")
            try await report.add(["body": "\(who.body)", "text": "That lamps are mended."], to: .recommendations)
            try await report.complete(for: who.body)
            try await report.finish()
            let desk = house.program.first.committees.recommendations
            for thread in try await desk.threads.threads() {
                let sent = StepDetails(
                    .sent(to: ThreadBody(key: who.body.description, name: "Executive Group"), asksForResponse: false),
                    on: Day(house.clock.now), of: ThreadBody(name: "Scrutiny Panel"))
                try await desk.threads.enter([sent], of: thread.id, after: 1, by: .commandLine(), at: house.clock.now)
            }
            let meeting = try await SampleMeeting(house, of: who.body, on: Day("2016-04-12"))
            let agenda = try await officer.get(meeting.address + "/agenda").reading
            #expect(agenda.contains("Recommendation of Scrutiny Panel: That lamps are mended."))
            #expect(agenda.contains("Recommendation of Scrutiny Panel: That it is so."))
        }
    }

    @Test(
        "what waits and is exempt comes last on an agenda that is begun, with the paragraph and the reasons it was given"
    )
    func exemptLast() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let threads = house.program.first.committees.recommendations.threads
            let keeping = ThreadKeeping(identities: house.installation.identities)
            let body = ThreadBody(key: who.body.description, name: "Executive Group")
            let withheld = ThreadStart.Withheld(isConfidential: false, paragraphs: [3], reasoning: "It names a price.")
            let decision = MinutedDecisions.Decision(
                key: "d", item: "i", minute: 7, text: "That the price is paid.", to: body.name, about: nil,
                outcome: .agreed, isWithheld: true, withheld: withheld)
            let minutes = MinutedDecisions(
                meeting: MeetingMention(id: "m", day: "2016-02-01"), body: ThreadBody(name: "Panel"), title: "Panel",
                address: "/committees", all: [decision])
            let (actor, now) = (Entry.Actor.commandLine(), house.clock.now)
            let entry = Entry(.recommendationFollowed, of: .init("recommendation", "x"), by: actor, at: now)
            try await house.database.write(entry) { db in try keeping.take(minutes, by: actor, at: now, in: db) }
            _ = try await house.recommend("That lamps are mended.", to: body)
            #expect(try await threads.threads().count == 2)

            let meetings = MeetingStore(house.database, identities: house.installation.identities)
            var details = SampleMeeting.details
            details.day = try #require(Day("2016-04-12"))
            let id = try await meetings.call([details], of: who.body, by: actor, at: now)[0]
            #expect(try await officer.send(to: "/committees/meetings/\(id)/agenda/beginning").status == .seeOther)
            let agenda = try await AgendaStore(house.database, identities: house.installation.identities).agenda(of: id)
            #expect(agenda.behindExclusion.isEmpty && agenda.beforeExclusion.isEmpty)
            #expect(
                agenda.standing.last?.details.withholding
                    == .exempt(paragraphs: [3], reasoning: "It names a price.", until: nil))
        }
    }
}
