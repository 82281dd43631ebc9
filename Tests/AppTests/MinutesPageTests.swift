import HTTPTypes
import HummingbirdTesting
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
