import HTTPTypes
import HummingbirdTesting
import Meetings
import Membership
import Storage
import Testing

@testable import App

@Suite("Drafts of minutes are for who takes them, then for the body")
struct MinutesPageTests {
    @Test("who reads what, from the first word on")
    func readers() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let sample = try await SampleMeeting(house, of: who.body)
            let minutes = sample.address + "/minutes"
            house.clock.move(to: SampleMeeting.details.day)
            let officer = try await house.officer()
            let structure = try await BodyStore(house.database, identities: house.installation.identities).structure()
            let own = try #require(structure.seat(who.seat)?.holders.first?.person)
            let seated = try await house.somebody(own)
            let words = "The lamps were looked at."
            func write(_ deed: String, _ more: KeyValuePairs<String, String>) async throws -> HTTPResponse.Status {
                let fields =
                    [("do", deed), ("key", "key-of-\(deed)"), ("after", "0"), ("form", "x")] + more.map { ($0, $1) }
                return try await officer.send(Self.pairs(fields), to: minutes + "/changes").status
            }
            #expect(try await write("discussion", ["item": "\(sample.item)", "text": words]) == .seeOther)
            #expect(try await write("attend", ["seat": "\(who.seat)", "presence": "present"]) == .seeOther)
            #expect(try await write("close", ["time": "8.25 pm"]) == .seeOther)
            #expect(try await write("close-it", ["time": "8.25 pm"]) == .unprocessableContent)
            #expect(try await officer.get(minutes).reading.contains("1 of 1 voting members here"))
            for reader in [seated] {
                #expect(try await !reader.get(minutes).reading.contains(words))
                #expect(try await reader.get(minutes + "/minutes.pdf").status == .notFound)
            }

            let circulation: KeyValuePairs = ["newest": "3", "begins-on": "19/5/2015", "first": "39"]
            #expect(try await officer.send(circulation, to: minutes + "/circulation").status == .seeOther)
            let reading = try await seated.get(minutes).reading
            #expect(reading.contains(words) && reading.contains("39 Street lighting"))
            #expect(reading.contains("Meeting concluded: 8.25 pm"))
            // What is written later is nobody’s until it is circulated again.
            #expect(try await write("others", ["text": "Councillor Townend"]) == .seeOther)
            #expect(try await !seated.get(minutes).reading.contains("Townend"))

            let correction: KeyValuePairs = ["item": "\(sample.item)", "text": "All lamps."]
            #expect(try await seated.send(correction, to: minutes + "/corrections").status == .seeOther)
            #expect(try await officer.get(minutes + "/circulation").reading.contains("All lamps."))
        }
    }

    // Minutes cannot say that a meeting is over before it was.
    @Test("before the day of the meeting they are begun, and neither closed nor sent round, and it is said why")
    func notHeld() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let sample = try await SampleMeeting(house, of: who.body)
            let (minutes, officer) = (sample.address + "/minutes", try await house.officer())
            let said =
                "This meeting is on 8 March 2016. Once it was held, its minutes can be closed, circulated and published"
            let others: KeyValuePairs = [
                "do": "others", "key": "key-of-others", "after": "0", "form": "x", "text": "Ada",
            ]
            #expect(try await officer.send(others, to: minutes + "/changes").status == .seeOther)

            let close: KeyValuePairs = [
                "do": "close", "key": "key-of-close", "after": "0", "form": "x", "time": "8 pm",
            ]
            let closed = try await officer.send(close, to: minutes + "/changes")
            #expect(closed.status == .unprocessableContent && closed.reading.contains(said))
            #expect(try await officer.get(minutes + "/circulation").reading.contains(said))
            let circulation: KeyValuePairs = ["newest": "1", "begins-on": "19/5/2015", "first": "39"]
            let sent = try await officer.send(circulation, to: minutes + "/circulation")
            #expect(sent.status == .unprocessableContent && sent.reading.contains(said))

            house.clock.move(to: SampleMeeting.details.day)
            let later = try await house.officer()
            #expect(try await later.send(close, to: minutes + "/changes").status == .seeOther)
            let newest: KeyValuePairs = ["newest": "2", "begins-on": "19/5/2015", "first": "39"]
            #expect(try await later.send(newest, to: minutes + "/circulation").status == .seeOther)
        }
    }

    @Test(
        "minutes of a later meeting that are sent round first are asked about, since numbers follow the meetings’ days")
    func numberedInOrder() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let earlier = try await SampleMeeting(house, of: who.body, on: Day("2016-02-10"))
            let later = try await SampleMeeting(house, of: who.body, on: Day("2016-02-11"))
            house.clock.move(to: Day("2016-02-12") ?? Day(house.clock.now))
            let officer = try await house.officer()
            for meeting in [earlier, later] {
                let key = "key-of-\(meeting.id)"
                let others: KeyValuePairs = ["do": "others", "key": key, "after": "0", "form": "x", "text": "Ada"]
                #expect(try await officer.send(others, to: meeting.address + "/minutes/changes").status == .seeOther)
            }
            func circulate(_ meeting: SampleMeeting, goesFirst: String = "") async throws -> TestResponse {
                let form: KeyValuePairs = [
                    "newest": "1", "begins-on": "19/5/2015", "first": "39", "goes-first": goesFirst,
                ]
                return try await officer.send(form, to: meeting.address + "/minutes/circulation")
            }

            let page = try await officer.get(later.address + "/minutes/circulation").reading
            #expect(page.contains("Earlier minutes have no numbers yet"))
            let refused = try await circulate(later)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("The minutes of 10 February 2016 have no numbers yet"))
            #expect(try await circulate(later, goesFirst: "yes").status == .seeOther)
            #expect(try await officer.get(later.address + "/minutes/reading").reading.contains("39 Street lighting"))
            #expect(try await circulate(earlier).status == .seeOther)
            #expect(try await officer.get(earlier.address + "/minutes/reading").reading.contains("40 Street lighting"))
        }
    }

    private static func pairs(_ fields: [(String, String)]) -> KeyValuePairs<String, String> {
        switch fields.count {
        case 5:
            [
                fields[0].0: fields[0].1, fields[1].0: fields[1].1, fields[2].0: fields[2].1, fields[3].0: fields[3].1,
                fields[4].0: fields[4].1,
            ]
        default:
            [
                fields[0].0: fields[0].1, fields[1].0: fields[1].1, fields[2].0: fields[2].1, fields[3].0: fields[3].1,
                fields[4].0: fields[4].1, fields[5].0: fields[5].1,
            ]
        }
    }
}
