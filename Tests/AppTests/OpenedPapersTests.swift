import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing
import WorkingDays

@testable import App
@testable import Meetings

@Suite("Papers that were exempt are kept on with a reason, or opened for everybody with the day (D78)")
struct OpenedPapersTests {
    private static let place = ["address": "http://safer.example.org"]
    private static let keptUntil = "9/3/2017"

    /// A meeting that was announced, with a contract on its agenda that is exempt and has a paper.
    private struct Contract {
        let sample: SampleMeeting
        let item: String
        let member: ID<Person>

        init(_ house: House) async throws {
            let who = try await WhoIsWhoHouse(house)
            sample = try await SampleMeeting(house, of: who.body)
            let officer = try await house.officer()
            try await officer.send(to: sample.address + "/announcement")
            let details: KeyValuePairs = [
                "kind": "other", "title": "A contract", "text": "To let it.", "withheld": "exempt", "paragraph": "3",
                "reasoning": "Bids are being compared.", "until": "8/3/2017",
            ]
            item = try await officer.send(details, to: sample.address + "/agenda/items").location
            let paper = [("title", "Bids"), ("description", ""), ("text", "HEMLOCK asks for *eleven* pounds.")]
            let given = try await officer.give([], paper + [("replaces", "")], to: item + "/papers")
            #expect(given.status == .seeOther, "\(given.reading)")
            let structure = try await BodyStore(house.database, identities: house.installation.identities).structure()
            member = try #require(structure.seat(who.seat)?.holders.first?.person)
        }

        func publish(_ house: House) async throws {
            let (officer, place) = (try await house.officer(), sample.address + "/publication")
            let sent = try await OpenedForm(try await officer.get(place), to: place).sent(by: officer)
            #expect(sent.location == sample.address, "\(sent.reading)")
        }
    }

    @Test("a year is suggested where something is put on an agenda, and whoever looks again says why it stays")
    func kept() async throws {
        try await House.open { house in
            let contract = try await Contract(house)
            let officer = try await house.officer()
            #expect(try await officer.get(contract.sample.address + "/agenda/items/new").text.contains("8/3/2017"))
            house.clock.move(to: try #require(Day("2017-03-08")))
            let clerk = try await house.officer()
            let review = contract.item + "/review"
            #expect(try await clerk.get("/committees").text.contains("href=\"\(review)\""))
            let page = try await clerk.get(review).reading
            #expect(page.contains("Paragraph 3") && page.contains("Bids are being compared."))
            #expect(page.contains("No paper of this item was published for members"))

            let early: KeyValuePairs = ["why": "Still so", "until": "8/3/2017", "after": "0"]
            let refused = try await clerk.send(early, to: review + "/keeping")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("Choose a day after today"))
            let silent = try await clerk.send(["until": "8/3/2018", "after": "0"], to: review + "/keeping")
            #expect(silent.reading.contains("Say why it stays kept from the public"))
            let keeping: KeyValuePairs = ["why": "Still so", "until": "8/3/2018", "after": "0"]
            #expect(try await clerk.send(keeping, to: review + "/keeping").location == review)

            #expect(try await !clerk.get("/committees").text.contains("href=\"\(review)\""))
            #expect(try await clerk.get(review).reading.contains("Kept until 8 March 2018"))
        }
    }

    @Test("on its day clerks are told, once, and nobody else is", .timeLimit(.minutes(5)))
    func reminded() async throws {
        try await House.open { house in
            let contract = try await Contract(house)
            house.clock.move(to: try #require(Day("2017-03-08")))
            for _ in 1...2 {
                try await ReviewStore(house.database, identities: house.installation.identities).remind(
                    on: Day(house.clock.now), by: .job("reminding"), at: house.clock.now)
            }
            let told = try await house.officer().get("/notices").text
            #expect(told.components(separatedBy: contract.item + "/review").count == 2, "once")
            #expect(!told.contains("A contract"), "what is mailed names nothing")
            #expect(try await !house.somebody(contract.member).get("/notices").text.contains("/review"))
        }
    }

    @Test(
        "opened, its papers stand with the meeting for everybody and for its members, with the day and why",
        .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
    func opened() async throws {
        try await House.open(Self.place, python: Worker.python) { house in
            let contract = try await Contract(house)
            try await contract.publish(house)
            let meeting = "/meetings/executive-group/2016-03-08"
            let slug = "/publications/executive-group-2016-03-08-item-3-opened"
            let early = try await house.officer().get(contract.item + "/review").reading
            #expect(early.contains("The meeting is still to come"))
            house.clock.move(to: try #require(Day("2017-03-09")))
            let clerk = try await house.officer()
            #expect(try await house.visitor.get(slug).status == .notFound, "it does not open by itself")

            let opening = contract.item + "/review/opening"
            let unsure = try await clerk.send(["reason": "It was let"], to: opening)
            #expect(unsure.reading.contains("Tick that everybody may read these papers"))
            let sent = try await clerk.send(["reason": "The contract was let", "sure": "yes"], to: opening)
            #expect(sent.location == contract.item + "/review", "\(sent.reading)")

            let everybody = try await house.visitor.get(meeting).reading
            #expect(everybody.contains("A contract: opened on 9 March 2017"), "\(everybody)")
            let page = try await house.visitor.get(slug).reading
            #expect(page.contains("Opened on 9 March 2017") && page.contains("HEMLOCK asks for eleven pounds."))
            #expect(page.contains("as exempt under paragraph 3") && page.contains("The contract was let."))
            let pdf = try await house.visitor.get(slug + "/versions/1/papers.pdf").bytes
            let words = String(decoding: try await PaperText.read(pdf), as: UTF8.self)
            #expect(words.contains("Papers opened on 9 March 2017") && words.contains("HEMLOCK"), "\(words)")
            #expect(!words.contains("Not for publication") && !words.contains("will be held"))

            let members = try await house.somebody(contract.member).get("/papers/\(contract.sample.id)").reading
            #expect(members.contains("Opened on 9 March 2017") && !members.contains("Not for the public"))
            #expect(try await clerk.get(contract.sample.address).reading.contains("Opened on 9 March 2017"))
            let again = try await clerk.send(["reason": "Again", "sure": "yes"], to: opening)
            #expect(again.reading.contains("open to everybody already"))
            // The agenda says what it said.
            let agenda = try await house.visitor.get("/publications/executive-group-2016-03-08").reading
            #expect(agenda.contains("Exempt under paragraph 3") && !agenda.contains("HEMLOCK"))
        }
    }
}
