import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Press
import ScratchDatabases
import Storage
import Testing

@testable import App
@testable import Meetings

@Suite(
    "An agenda and its supplements go in one pack as they stand (D75)", .timeLimit(.minutes(10)),
    .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test what prints packs."))
struct CombinedPackTests {
    private static let place = ["address": "http://safer.example.org"]

    /// An agenda with two papers, one of them for members, and a supplement that replaces the first and adds one.
    private struct Supplemented {
        let sample: SampleMeeting
        let seated: Browser
        let stranger: Browser
        let house: House

        init(_ house: House) async throws {
            self.house = house
            let who = try await WhoIsWhoHouse(house)
            sample = try await SampleMeeting(house, of: who.body)
            let officer = try await house.officer()
            try await officer.send(to: sample.address + "/announcement")
            let lamps = sample.address + "/agenda/items/\(sample.item)"
            try await Self.add("Costs", "What it costs.", to: lamps, officer)
            let details: KeyValuePairs = [
                "kind": "other", "title": "A contract", "text": "", "withheld": "exempt", "paragraph": "3",
                "reasoning": "Bids are being compared.", "until": "",
            ]
            let contract = try await officer.send(details, to: sample.address + "/agenda/items").location
            try await Self.add("Bids", "HEMLOCK asks for eleven pounds.", to: contract, officer)
            try await Self.publish(sample, officer)
            try await Self.add(
                "Lamps, amended", "Lamps are *mended*.", to: lamps, replacing: "\(sample.paper)", officer)
            try await Self.publish(sample, officer)
            let structure = try await BodyStore(house.database, identities: house.installation.identities).structure()
            stranger = try await house.somebody(who.person)
            seated = try await house.somebody(try #require(structure.seat(who.seat)?.holders.first?.person))
        }

        static func add(
            _ title: String, _ text: String, to item: String, replacing old: String = "", _ officer: Browser
        ) async throws {
            let answers = [("title", title), ("description", ""), ("text", text), ("replaces", old)]
            let given = try await officer.give([], answers, to: item + "/papers")
            #expect(given.status == .seeOther, "\(given.reading)")
        }

        static func publish(_ sample: SampleMeeting, _ officer: Browser) async throws {
            let place = sample.address + "/publication"
            let sent = try await OpenedForm(try await officer.get(place), to: place).sent(by: officer)
            #expect(sent.location == sample.address, "\(sent.reading)")
        }
    }

    private static let pack = "/publications/executive-group-2016-03-08-pack"

    @Test("it holds what stands at the place of its item, on the pages that each was printed on first")
    func publicPack() async throws {
        try await House.open(Self.place, python: Worker.python) { house in
            _ = try await Supplemented(house)

            let pdf = try await house.visitor.get(Self.pack + "/versions/1/pack.pdf").bytes
            let pages = try await PaperText.pages(pdf)

            let front = try #require(pages.first)
            #expect(front.contains("Costs (Page 3)") && front.contains("Lamps, amended (Page S1)"), "\(front)")
            #expect(front.contains("Everything that was published for this meeting in one, as of 9 February 2016"))
            #expect(front.contains("the agenda of 9 February 2016 and supplementary agenda 1 of"), "\(front)")
            #expect(front.contains("‘Lamps’ (page 1): replaced by ‘Lamps, amended’, page S1"), "\(front)")
            let mended = try #require(pages.first { $0.contains("Lamps are mended") })
            #expect(mended.hasSuffix("Page S1") && mended.contains("from: Supplementary agenda 1"), "\(mended)")
            let costs = try #require(pages.first { $0.contains("What it costs.") })
            #expect(costs.hasSuffix("Page 3") && costs.contains("from: Agenda"), "\(costs)")
            let all = pages.joined()
            #expect(!all.contains("Lamps are out") && !all.contains("HEMLOCK") && !all.contains("Bids ("))
            let told = String(decoding: pdf, as: UTF8.self)
            #expect(told.contains("<pdfuaid:part>1</pdfuaid:part>"))
        }
    }

    @Test("members have what is kept from the public in theirs, under its mark, and nobody else opens it")
    func members() async throws {
        try await House.open(Self.place, python: Worker.python) { house in
            let made = try await Supplemented(house)
            let papers = "/papers/\(made.sample.id)"

            let list = try await made.seated.get(papers)
            #expect(list.reading.contains("Everything in one , published on 9 February 2016. It holds papers"))
            let mine = try await made.seated.get(papers + "/packs/combined-1").bytes
            let pages = try await PaperText.pages(mine)
            let bids = try #require(pages.first { $0.contains("HEMLOCK asks for eleven pounds.") })
            #expect(
                bids.contains("Page 5") && bids.contains("Not for publication"), "as in the members’ agenda: \(bids)")

            let place = made.sample.address + "/combined/1/members.pdf"
            #expect(try await made.seated.get(place).status == .ok)
            #expect(try await made.stranger.get(place).status != .ok)
            #expect(try await house.visitor.get(place).status != .ok)
        }
    }

    @Test("the next supplement makes another, the public page marks the former, and it can be made by hand")
    func remade() async throws {
        try await House.open(Self.place, python: Worker.python) { house in
            let made = try await Supplemented(house)
            let officer = try await house.officer()
            let page = try await officer.get(made.sample.address)
            #expect(page.reading.contains("Combined pack 1 (PDF)") && !page.reading.contains("Put everything in one"))
            let twice = try await officer.send(to: made.sample.address + "/combined")
            #expect(twice.status == .unprocessableContent)
            #expect(twice.reading.contains("Everything that is published is in one pack already"))

            let lamps = made.sample.address + "/agenda/items/\(made.sample.item)"
            try await Supplemented.add("A map", "Where.", to: lamps, officer)
            try await Supplemented.publish(made.sample, officer)

            let everybody = try await house.visitor.get("/meetings/executive-group/2016-03-08").reading
            #expect(everybody.contains("everything in one"), "\(everybody)")
            let current = try await house.visitor.get(Self.pack)
            #expect(current.reading.contains("Supplementary agenda 2 was put in."), "\(current.reading)")
            #expect(
                try await house.visitor.get(Self.pack + "/versions/1").reading.contains("This is an earlier version"))
            #expect(try await house.visitor.get(Self.pack + "/versions/1/pack.pdf").status == .ok)
            #expect(try await officer.get(made.sample.address).reading.contains("Superseded"))
            let mine = try await made.seated.get("/papers/\(made.sample.id)")
            #expect(mine.text.contains("/packs/combined-2") && !mine.text.contains("/packs/combined-1"))
        }
    }
}
