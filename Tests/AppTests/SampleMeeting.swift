import Foundation
import Membership
import Storage
import Web
import WorkingDays

@testable import App
@testable import Meetings

extension SampleRoutes {
    /// A meeting with an item and a paper on its agenda, and a day on which the offices are closed.
    static func meetings(_ house: House, _ who: WhoIsWhoHouse) async throws -> [String: String?] {
        let sample = try await SampleMeeting(house, of: who.body)
        let (path, own) = ("/committees/meetings/{meeting}", sample.address)
        var samples: [String: String?] = [
            path: own, path + "/deadlines/{deadline}": own + "/deadlines/agenda",
            path + "/editions/{edition}/{file}": own + "/editions/1/pack.pdf",
            path + "/combined/{pack}/{file}": own + "/combined/1/pack.pdf",
            "/committees/closures/{closure}/removal": "/committees/closures/\(sample.closure)/removal",
        ]
        for rest in [
            "/details", "/calling-off", "/return", "/announcement", "/publication", "/draft.pdf", "/agenda",
            "/combined",
        ] {
            samples[path + rest] = own + rest
        }
        for rest in ["/beginning", "/order", "/reports", "/arising", "/items", "/items/new"] {
            samples[path + "/agenda" + rest] = own + "/agenda" + rest
        }
        samples.merge(minutes(of: own)) { first, _ in first }
        for rest in [
            "", "/removal", "/return", "/papers", "/papers/new", "/review", "/review/keeping", "/review/opening",
        ] {
            samples[path + "/agenda/items/{item}" + rest] = "\(own)/agenda/items/\(sample.item)\(rest)"
        }
        for rest in ["", "/removal", "/return"] {
            samples[path + "/agenda/papers/{paper}" + rest] = "\(own)/agenda/papers/\(sample.paper)\(rest)"
        }
        for rest in ["", "/rules", "/meetings", "/meetings/new", "/publication"] {
            samples["/committees/bodies/{body}" + rest] = "/committees/bodies/\(who.body)\(rest)"
        }
        for (rest, place) in [
            ("", ""), ("/items/{item}", "/items/\(sample.item)"), ("/notes", "/notes"), ("/packs/{pack}", "/packs/1"),
            ("/files/{file}", "/files/\(sample.paper)"),
        ] {
            samples["/papers/{meeting}" + rest] = "/papers/\(sample.id)" + place
        }
        return samples
    }

    private static func minutes(of own: String) -> [String: String?] {
        var samples: [String: String?] = [:]
        let path = "/committees/meetings/{meeting}"
        for rest in [
            "", "/reading", "/minutes.pdf", "/changes", "/circulation", "/corrections", "/confirmation", "/publication",
            "/summaries",
        ] {
            samples[path + "/minutes" + rest] = own + "/minutes" + rest
        }
        samples[path + "/minutes/corrections/{correction}"] =
            own + "/minutes/corrections/00000000-0000-7000-8000-000000000009"
        return samples
    }
}

/// A meeting in a house, entered through the stores as the clerk would through the pages.
struct SampleMeeting {
    let id: ID<Meeting>
    let item: ID<AgendaItem>
    let paper: ID<AgendaPaper>
    let closure: ID<OfficeClosure>

    var address: String { "/committees/meetings/\(id)" }

    static let details = MeetingDetails(
        day: Day("2016-03-08") ?? Day(.distantPast), startsAt: TimeOfDay("19:00") ?? TimeOfDay(.distantPast),
        place: "The Guildhall", contact: .init(name: "Ada Byron"))

    init(_ house: House, of body: ID<Body>, on day: Day? = nil) async throws {
        let (database, identities, time) = (house.database, house.installation.identities, house.clock.now)
        let officer = Entry.Actor.member(FirstOfficerStore.person, name: "Community safety officer")
        var details = Self.details
        if let day { details.day = day }
        id = try await MeetingStore(database, identities: identities).call([details], of: body, by: officer, at: time)[
            0]
        let agendas = AgendaStore(database, identities: identities)
        item = try await agendas.add(
            AgendaItemDetails(kind: .other, title: "Street lighting"), to: id, by: officer, at: time)
        paper = try await agendas.add(
            .text("Lamps are *out*."), titled: "Lamps", to: item, of: id, by: officer, at: time)
        closure = identities.new(at: time)
        try await RulesStore(database).close(
            details.day.adding(days: -30), because: "Training day", isProclaimed: false, as: closure, by: officer,
            at: time)
    }
}

extension SampleMeeting {
    /// A meeting with a PDF among its papers and an edition of its agenda, as their rows and files are kept.
    static func publish(_ house: House) async throws {
        let who = try await WhoIsWhoHouse(house)
        let sample = try await SampleMeeting(house, of: who.body)
        let (database, time) = (house.database, house.clock.now)
        let officer = Entry.Actor.member(FirstOfficerStore.person, name: "Community safety officer")
        let paper = try await database.files.keep(Array("%PDF-1.7 a paper".utf8))
        try await AgendaStore(database, identities: house.installation.identities).add(
            .file(PaperFile(hash: paper.hash, name: "paper.pdf", pages: 1, description: "A paper.")), titled: "Paper",
            to: sample.item, of: sample.id, by: officer, at: time)
        let pack = try await database.files.keep(Array("%PDF-1.7 a pack".utf8))
        let members = try await database.files.keep(Array("%PDF-1.7 the members’ pack".utf8))
        let edition = AgendaEdition(
            number: 1, publishedAt: time, publishedBy: "Community safety officer",
            contents: EditionContents(items: [], pages: 1), changes: [], pack: pack.hash, membersPack: members.hash)
        let combined = CombinedPack(
            number: 1, upTo: 1, madeAt: time, madeBy: "Community safety officer",
            pack: try await database.files.keep(Array("%PDF-1.7 all in one".utf8)).hash,
            membersPack: try await database.files.keep(Array("%PDF-1.7 all in one, the members’".utf8)).hash)
        let entry = Entry(.agendaPublished, of: .init("meeting", sample.id), by: officer, at: time)
        try await database.write(entry) { db in
            try db.enter(edition, of: sample.id)
            try db.enter(combined, of: sample.id)
        }
    }
}
