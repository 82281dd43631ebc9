import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App
@testable import Meetings

@Suite("Minutes with a closed part are published with a summary, or with the word that none is needed (D79)")
struct MinutesSummaryTests {
    private static let secret = "HEMLOCK asks for £48,200."

    /// Minutes of an announced meeting with one item that is kept from the public, sent round.
    private func circulated(_ house: House) async throws -> (minutes: String, item: ID<AgendaItem>) {
        let who = try await WhoIsWhoHouse(house)
        let sample = try await SampleMeeting(house, of: who.body)
        let officer = try await house.officer()
        try await officer.send(to: sample.address + "/announcement")
        let agendas = AgendaStore(house.database, identities: house.installation.identities)
        let item = try #require(try await agendas.agenda(of: sample.id).items.first)
        var details = item.details
        details.withholding = .confidential(reason: "A court forbids it.")
        try await agendas.change(
            item, to: details, of: sample.id, by: .member(FirstOfficerStore.person, name: "Community safety officer"),
            at: house.clock.now)
        house.clock.move(to: SampleMeeting.details.day)
        let (clerk, minutes) = (try await house.officer(), sample.address + "/minutes")
        for (place, fields) in [
            ["do": "attend", "seat": "\(who.seat)", "presence": "present"],
            ["do": "discussion", "item": "\(sample.item)", "text": Self.secret], ["do": "close", "time": "8.25 pm"],
        ].enumerated() {
            let pairs = fields.map { ($0.key, $0.value) } + [("key", "key-of-\(place)"), ("after", "0"), ("form", "x")]
            #expect(
                try await clerk.sendBare(
                    pairs + [("form-token", try await clerk.token() ?? "")], to: minutes + "/changes"
                ).status == .seeOther)
        }
        let round: KeyValuePairs = ["newest": "3", "begins-on": "19/5/2015", "first": "39"]
        #expect(try await clerk.send(round, to: minutes + "/circulation").status == .seeOther)
        return (minutes, sample.item)
    }

    @Test("the pages of the minutes name the gap and where it is closed, and nothing is published before")
    func gap() async throws {
        try await House.open { house in
            let (minutes, item) = try await circulated(house)
            let clerk = try await house.officer()
            for page in ["", "/reading", "/circulation"] {
                let reading = try await clerk.get(minutes + page).reading
                #expect(reading.contains("The public would be told nothing of what was private"), "\(page)")
            }
            let early = try await clerk.send(["before": "0"], to: minutes + "/publication")
            #expect(early.status == .unprocessableContent)
            #expect(early.reading.contains("write what they are told instead, or say that the rest reads as a fair"))

            let nothing = try await clerk.send(["item": "\(item)", "after": "0"], to: minutes + "/summaries")
            #expect(nothing.reading.contains("Write what the public is told of this item, or tick"))
            let both: KeyValuePairs = ["item": "\(item)", "after": "0", "text": "So.", "not-needed": "yes"]
            #expect(try await clerk.send(both, to: minutes + "/summaries").status == .unprocessableContent)
            let none: KeyValuePairs = ["item": "\(item)", "after": "0", "not-needed": "yes"]
            #expect(try await clerk.send(none, to: minutes + "/summaries").status == .seeOther)
            let said = try await clerk.get(minutes + "/circulation").reading
            #expect(said.contains("No summary needed") && !said.contains("The public would be told nothing"))
            let other: KeyValuePairs = ["item": "\(item)", "after": "0", "text": "Somebody else’s."]
            #expect(try await clerk.send(other, to: minutes + "/summaries").status == .conflict)
        }
    }

    @Test(
        "the public page and the PDF have the summary in the place of the minute, and nothing that is kept back",
        .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
    func published() async throws {
        try await House.open(["address": "http://safer.example.org"], python: Worker.python) { house in
            let (minutes, item) = try await circulated(house)
            let clerk = try await house.officer()
            func summarise(_ text: String, after: String) async throws -> HTTPResponse.Status {
                try await clerk.send(
                    ["item": "\(item)", "after": after, "text": text], to: minutes + "/summaries"
                ).status
            }
            #expect(try await summarise("Somebody asked for £48,200.", after: "0") == .seeOther)
            let page = try await clerk.get(minutes + "/circulation").reading
            #expect(page.contains("These words of a summary stand in the minute that is kept back, too"), "\(page)")
            let unseen = try await clerk.send(["before": "0"], to: minutes + "/publication")
            #expect(unseen.status == .unprocessableContent)

            #expect(try await summarise("A contract for *cameras* was let.", after: "4") == .seeOther)
            let sent = try await clerk.send(["before": "0"], to: minutes + "/publication")
            #expect(sent.status == .seeOther, "\(sent.reading)")

            let place = "/publications/executive-group-2016-03-08-minutes"
            let read = try await house.visitor.get(place)
            #expect(read.reading.contains("Summary of what was done in private: A contract for cameras was let."))
            let pdf = try await house.visitor.get(place + "/versions/1/minutes.pdf").bytes
            let words = String(decoding: try await PaperText.read(pdf), as: UTF8.self)
            #expect(words.contains("A contract for cameras was let."), "\(words)")
            for secret in ["HEMLOCK", "48,200", "Street lighting"] {
                #expect(!read.text.contains(secret) && !words.contains(secret), "\(secret)")
            }
        }
    }
}
