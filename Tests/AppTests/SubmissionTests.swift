import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing
import Web

@testable import App

@Suite("The public puts questions, and everybody reads the answer but nobody where they live")
struct SubmissionTests {
    /// How to reach her: none of it is ever anybody’s but the clerk’s.
    private static let secrets = ["Quillfeather", "quillfeather", "Quagmire", "CT9 1XZ", "577186"]

    /// A meeting of a body that takes questions, with somebody who sits on it.
    private func run(
        on day: String = "2016-03-08",
        _ body: @Sendable (House, _ meeting: SampleMeeting, _ officer: Browser, WhoIsWhoHouse) async throws -> Void
    ) async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let meeting = try await SampleMeeting(house, of: who.body, on: Day(day))
            try await body(house, meeting, try await house.officer(), who)
        }
    }

    private func accept(_ question: String, because why: String = "", _ officer: Browser) async throws -> TestResponse {
        let revision = try #require(
            try await officer.get(question + "/decision").text.firstMatch(of: /name="revision" value="(\d+)"/))
        return try await officer.send(
            ["decision": "accepted", "why": why, "revision": String(revision.output.1)], to: question + "/decision")
    }

    private func answer(_ question: String, _ officer: Browser, text: String = "They are mended.") async throws
        -> TestResponse
    {
        let revision = try #require(
            try await officer.get(question + "/answer").text.firstMatch(of: /name="revision" value="(\d+)"/))
        return try await officer.send(
            [
                "way": "spoken", "by": "Cllr Ann Other", "day": "9/2/2016", "text": text,
                "revision": String(revision.output.1),
            ], to: question + "/answer")
    }

    @Test("a surname alone is asked about before it is accepted and before it is published, since it may be a street’s")
    func surname() async throws {
        try await run { house, meeting, officer, who in
            try await house.invite(to: who.body)
            #expect(try await officer.send(to: meeting.address + "/announcement").status == .seeOther)
            let question = try await house.submit("Noise at Quillfeather corner", to: meeting)
            #expect(
                try await officer.get(question).reading.contains("‘Quillfeather’, the surname of whoever brought it"))
            let asked = try await accept(question, officer)
            #expect(asked.status == .unprocessableContent)
            #expect(asked.reading.contains("Does it tell who brought it, or how to reach anybody?"))

            let looked = try OpenedForm(asked, to: question + "/decision").typing(["looked": "yes"])
            #expect(try await looked.sent(by: officer).status == .seeOther)

            // What was looked at once is not asked about with the answer, but what is new is.
            #expect(try await answer(question, officer).status == .seeOther)
            let written = try await answer(question, officer, text: "Write to lavinia (at) mudge.example.")
            #expect(written.status == .unprocessableContent && written.reading.contains("may be an email address"))

            let preview = meeting.address + "/submissions/publication"
            let before = try await officer.open(preview)
            #expect(try await before.sent(by: officer).status == .unprocessableContent)
            #expect(try await before.typing(["looked": "yes"]).sent(by: officer).status == .seeOther)
        }
    }

    @Test(
        "nothing is allowed until somebody says so; then the last moment stands with the deadlines, and for everybody")
    func deadline() async throws {
        try await run { house, meeting, officer, who in
            let body = "/committees/bodies/\(who.body)"
            let page = "/meetings/executive-group/2016-03-08"
            #expect(try await officer.send(to: meeting.address + "/announcement").status == .seeOther)
            #expect(try await officer.get(body).reading.contains("Nothing: nobody said that they may put questions"))
            #expect(try await !house.visitor.get(page).reading.contains("Have your say"))
            #expect(
                try await officer.get(meeting.address + "/submissions").reading.contains(
                    "Nobody said that the public may"))

            try await house.invite(to: who.body)

            #expect(
                try await officer.get(body).reading.contains(
                    "4 clear days before the meeting, 3 minutes at most, 20 words"))
            let deadlines = try await officer.get(meeting.address).reading
            #expect(deadlines.contains("Questions from the public received by Tuesday 1 March 2016, 5.00 pm"))
            #expect(deadlines.contains("By: Council Procedure Rule 14."))
            let told = try await house.visitor.get(page).reading
            #expect(
                told.contains("By 5.00 pm on Tuesday 1 March 2016, to Ada Byron. 3 minutes at most, 20 words at most."))
            #expect(!told.contains("Petitions"))

            let other: KeyValuePairs = ["day": "29/2/2016", "why": "The offices move."]
            #expect(
                try await officer.send(other, to: meeting.address + "/deadlines/public-questions").status == .seeOther)
            #expect(try await house.visitor.get(page).reading.contains("By 5.00 pm on Monday 29 February 2016"))
            house.clock.move(hours: 21 * 24)
            let closed = try await house.visitor.get(page).reading
            #expect(closed.contains("Closed: they were taken by 5.00 pm on Monday 29 February 2016."))
        }
    }

    @Test("a question goes from the clerk’s desk to the agenda, is answered, stands in the minutes, and is published")
    func whole() async throws {
        try await run { house, meeting, officer, who in
            try await house.invite(to: who.body)
            #expect(try await officer.send(to: meeting.address + "/announcement").status == .seeOther)
            let question = try await house.submit("Lamps", to: meeting)
            #expect(try await officer.get(question).reading.contains("Never published"))
            #expect(try await accept(question, officer).status == .seeOther)

            let agenda = meeting.address + "/agenda"
            #expect(try await officer.get(agenda).reading.contains("Questions from the public One was accepted."))
            #expect(try await officer.send(["key": "public question"], to: agenda + "/arising").status == .seeOther)
            #expect(try await officer.get(meeting.address).reading.contains("Questions from the public"))
            // What is accepted while nobody has read the agenda joins the item by itself.
            let second = try await house.submit("Bins", to: meeting, words: "When are they emptied?")
            #expect(try await accept(second, officer).status == .seeOther)
            #expect(try await !officer.get(agenda).reading.contains("were accepted."))
            #expect(try await officer.get(second).reading.contains("Accepted On the agenda"))

            #expect(try await answer(question, officer).status == .seeOther)
            let minutes = try await officer.get(meeting.address + "/minutes/reading").reading
            #expect(
                minutes.contains(
                    "A resident of Cliftonville West, to the Chairman: Why are the lamps of Kent Street out?"))
            #expect(minutes.contains("Answer of Cllr Ann Other, at the meeting, 9 February 2016: They are mended."))
            #expect(minutes.contains("When are they emptied?"))

            let preview = meeting.address + "/submissions/publication"
            #expect(try await officer.get(preview).reading.contains("Why are the lamps of Kent Street out?"))
            #expect(try await officer.send(["before": "0"], to: preview).status == .seeOther)
            let slug = "/publications/executive-group-2016-03-08-questions"
            let published = try await house.visitor.get(slug).reading
            #expect(published.contains("Answer of Cllr Ann Other"))
            #expect(published.contains("When are they emptied? No answer is entered yet."))
            #expect(
                try await house.visitor.get("/meetings/executive-group/2016-03-08").text.contains("href=\"\(slug)\""))
            try await nobodyReads(house, slug, meeting, who)
        }
    }

    /// Every public place, and what somebody who sits on the body sees.
    private func nobodyReads(_ house: House, _ slug: String, _ meeting: SampleMeeting, _ who: WhoIsWhoHouse)
        async throws
    {
        let places = [
            slug, slug + "/versions/1", "/meetings", "/meetings.ics", "/meetings.atom", "/publications",
            "/api/publications",
            "/meetings/executive-group/2016-03-08", "/meetings/executive-group/2016-03-08.ics", "/bodies",
            "/oparl/v1.1/system", "/oparl/v1.1/meetings", "/oparl/v1.1/papers", "/oparl/v1.1/files",
            "/meetings/search?q=lamps",
        ]
        let seated = try await house.somebody(try await who.somebody(as: .member))
        for reader in [house.visitor, seated] {
            for place in places + [meeting.address, "/search?q=lamps", "/activity"] {
                let text = try await reader.get(place).text
                for secret in Self.secrets { #expect(!text.contains(secret), "\(secret) at \(place)") }
            }
            for word in ["Quillfeather", "Quagmire"] {
                for place in ["/search?q=", "/meetings/search?q="] {
                    let found = try await reader.get(place + word).text
                    #expect(!found.contains("executive-group-2016-03-08-questions"), "\(place)\(word)")
                }
            }
        }
        #expect(try await house.visitor.get("/meetings/search?q=lamps").text.contains(slug))
    }

    @Test("what comes late or too long is told, and heard only with a reason")
    func late() async throws {
        try await run(on: "2016-02-12") { house, meeting, officer, who in
            try await house.invite(to: who.body)
            let words = Array(repeating: "why", count: 21).joined(separator: " ")
            let question = try await house.submit("Lamps", to: meeting, words: words)

            let page = try await officer.get(question).reading
            #expect(page.contains("It came late: the last moment was 5 February 2016, 5.00 pm"))
            #expect(page.contains("It has 21 words, and 20 are allowed"))
            let refused = try await accept(question, officer)
            #expect(
                refused.status == .unprocessableContent
                    && refused.reading.contains("Say why it is accepted all the same"))
            #expect(try await accept(question, because: "The Chairman agreed", officer).status == .seeOther)
            #expect(try await officer.get(question).reading.contains("Why The Chairman agreed"))
        }
    }

    @Test("words that tell how to reach somebody are not accepted, and not answered")
    func leaks() async throws {
        try await run { house, meeting, officer, who in
            try await house.invite(to: who.body)
            let question = try await house.submit("Lamps", to: meeting, words: "I live at 12 Quagmire Row. Why?")
            let refused = try await accept(question, officer)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("Take the address of whoever brought it out of the words"))

            let other = try await house.submit("Bins", to: meeting)
            #expect(try await accept(other, officer).status == .seeOther)
            #expect(try await answer(other, officer, text: "Ring 01843 577 186.").status == .unprocessableContent)
        }
    }

    @Test("what was withdrawn is heard by nobody, and can wait again")
    func withdrawn() async throws {
        try await run { house, meeting, officer, who in
            try await house.invite(to: who.body)
            let question = try await house.submit("Lamps", to: meeting)
            #expect(try await accept(question, officer).status == .seeOther)
            let agenda = meeting.address + "/agenda"
            #expect(try await officer.send(["key": "public question"], to: agenda + "/arising").status == .seeOther)
            let withdrawal: KeyValuePairs = ["why": "They asked for it", "revision": "3"]
            #expect(try await officer.send(withdrawal, to: question + "/withdrawal").status == .seeOther)

            #expect(try await officer.get(question).reading.contains("Standing Withdrawn Why They asked for it"))
            let minutes = try await officer.get(meeting.address + "/minutes/reading").reading
            #expect(!minutes.contains("lamps of Kent Street"))
            #expect(try await officer.send(to: question + "/return").status == .seeOther)
            #expect(try await officer.get(question).reading.contains("Standing To be decided"))
            #expect(try await accept(question, officer).status == .seeOther)
            #expect(try await officer.get(question).reading.contains("Accepted On the agenda"))
        }
    }

    @Test("how to reach somebody is erased at a press, and by itself half a year after the meeting")
    func forgotten() async throws {
        try await run { house, meeting, officer, _ in
            let pressed = try await house.submit("Lamps", to: meeting)
            let left = try await house.submit("Bins", to: meeting)
            #expect(try await officer.get(left).reading.contains("It is erased by itself after 7 September 2016"))
            #expect(try await officer.get(pressed + "/erasure").reading.contains("are gone for good"))
            #expect(try await officer.get(pressed).reading.contains("Quagmire"))
            #expect(try await officer.send(to: pressed + "/erasure").status == .seeOther)
            #expect(try await officer.get(pressed).reading.contains("It was erased."))
            #expect(try await officer.get(left).reading.contains("Quagmire"))

            let (queue, kind) = (JobQueue(house.database), NightlyForgetting.schedule.kind)
            try await queue.add(kind, named: "a test’s", due: house.clock.now)
            let job = try #require(try await queue.claim([kind], for: 60, at: house.clock.now))
            house.clock.move(hours: 212 * 24)
            try await NightlyForgetting(of: house.installation, now: { house.clock.now }).run(job)

            let page = try await house.officer().get(left).reading
            #expect(page.contains("It was erased.") && page.contains("Why are the lamps of Kent Street out?"))
        }
    }

    @Test("nothing is taken for a body of which nothing is ever public")
    func privatePanel() async throws {
        try await House.open { house in
            let body = try await BodyStore(house.database, identities: house.installation.identities).add(
                BodyDetails(name: "Casework Panel", regime: .privatePanel), from: Day(house.clock.now),
                by: .commandLine(), at: house.clock.now)
            let meeting = try await SampleMeeting(house, of: body)
            let officer = try await house.officer()
            #expect(try await officer.get(meeting.address + "/submissions").status == .notFound)
            let terms: KeyValuePairs = [
                "from": "1/1/2016", "question": "yes", "question-days": "4", "counting": "working", "source": "x",
                "why": "x",
            ]
            let refused = try await officer.send(terms, to: "/committees/bodies/\(body)/public-terms")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("Nothing of this body’s meetings is ever public"))
        }
    }
}
