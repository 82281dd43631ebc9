import Foundation
import Publishing
import Storage
import Web
import Wording

/// The items and papers of a meeting, with what became of them from version to version of its agenda.
struct OParlAgenda {
    private let publication: Publication
    private let meeting: AnnouncedMeeting
    private let minutes: (publication: Publication, minutes: PublishedMinutes)?
    private let building: OParlBuilding
    /// Those that stand, the first first, with what they say.
    private let versions: [(version: PublishedVersion, agenda: PublishedAgenda)]

    init(
        _ publication: Publication, of meeting: AnnouncedMeeting,
        minutes: (publication: Publication, minutes: PublishedMinutes)?, _ building: OParlBuilding
    ) {
        (self.publication, self.meeting, self.minutes, self.building) = (publication, meeting, minutes, building)
        versions = publication.versions.reversed().compactMap { version in
            building.committees.records[publication.id]?[version.number]?.agenda.map { (version, $0) }
        }
    }

    private typealias Seen<Thing> = (
        first: PublishedVersion, changed: PublishedVersion, last: PublishedVersion, thing: Thing
    )

    /// How something stood in the newest version that had it and is not withdrawn, and since when.
    private func seen<Thing: Equatable>(_ find: (PublishedAgenda) -> Thing?) -> Seen<Thing>? {
        var seen: Seen<Thing>?
        for (version, agenda) in versions {
            guard let thing = find(agenda) else { continue }
            guard let before = seen else {
                seen = (version, version, version, thing)
                continue
            }
            let isSame = before.thing == thing
            if version.withdrawal == nil || before.last.withdrawal != nil {
                seen = (before.first, isSame ? before.changed : version, version, thing)
            }
        }
        return seen
    }

    private var current: PublishedAgenda? {
        guard let number = publication.current?.number else { return nil }
        return versions.first { $0.version.number == number }?.agenda
    }

    /// When the version was withdrawn, or the one published, from which on something is there no more.
    private func gone(after version: PublishedVersion) -> Date {
        version.withdrawal?.at ?? versions.first { $0.version.number > version.number }?.version.publishedAt
            ?? version.publishedAt
    }

    // MARK: Items

    private func address(ofItem key: String) -> Address { "/oparl/v1.1/agenda-items/\(key)" }
    private func address(ofPaper key: String) -> Address { "/oparl/v1.1/papers/\(key)" }
    private func address(ofConsultation key: String) -> Address { "/oparl/v1.1/consultations/\(key)" }

    var items: [OParlObject] {
        var keys: [String] = current?.items.map(\.key) ?? []
        for key in versions.flatMap({ $0.agenda.items.map(\.key) }) where !keys.contains(key) { keys.append(key) }
        return keys.enumerated().compactMap { order, key in
            seen { agenda in agenda.items.first { $0.key == key } }.map { item($0, order: order) }
        }
    }

    private func item(_ seen: Seen<PublishedAgenda.Item>, order: Int) -> OParlObject {
        let item = seen.thing
        let decided = minutes?.minutes.items.first { $0.key == item.key }
        let result = decided.map { $0.decisions.map(\.style) } ?? []
        let decision = decided.map { $0.decisions.map(\.text).joined(separator: "\n") } ?? ""
        let protocolFile = minutes.flatMap { minutes in
            minutes.publication.current.flatMap {
                building.files.file("minutes.pdf", of: $0, in: minutes.publication)
            }
        }
        let page = item.page.flatMap { seen.last.file($0) }
        var object = building.object(
            .agendaItem, at: address(ofItem: item.key),
            [
                "meeting": building.url(OParlMeeting.address(of: meeting)), "number": .text("\(item.number)"),
                "order": .number(order), "name": .text(item.title), "public": .truth(item.isOpen),
                "consultation": item.papers.first.map { building.url(address(ofConsultation: $0.key)) },
                "result": .text(Self.inOrder(result).joined(separator: "; ")), "resolutionText": .text(decision),
                "resolutionFile": decision.isEmpty ? nil : protocolFile.map(OParlValue.object),
                "web": building.url(
                    page.map { seen.last.address(of: $0, in: publication) } ?? publication.address),
            ])
        let minuted = decision.isEmpty ? nil : minutes?.publication.current?.publishedAt
        object.created = seen.first.publishedAt
        object.isDeleted = current?.items.contains { $0.key == item.key } != true
        object.modified =
            object.isDeleted
            ? gone(after: seen.last) : [seen.changed.publishedAt, minuted].compactMap(\.self).max()
        return object
    }

    /// Each once.
    private static func inOrder(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    // MARK: Papers

    private var laid: [Seen<PublishedAgenda.Paper>] {
        Self.inOrder(versions.flatMap { $0.agenda.items.flatMap(\.papers).map(\.key) }).compactMap { key in
            seen { agenda in agenda.items.flatMap(\.papers).first { $0.key == key } }
        }
    }

    /// The item in the version, with which a paper lies before the meeting.
    private func item(of paper: String, in version: PublishedVersion) -> PublishedAgenda.Item? {
        versions.first { $0.version.number == version.number }?.agenda.items.first { item in
            item.papers.contains { $0.key == paper }
        }
    }

    /// Those that were replaced stay, and say so.
    var papers: [OParlObject] { laid.map(paper) }

    private func paper(_ seen: Seen<PublishedAgenda.Paper>) -> OParlObject {
        let paper = seen.thing
        let isStanding = current?.items.contains { $0.papers.contains { $0.key == paper.key } } == true
        let page = item(of: paper.key, in: seen.last)?.page
        let main = (paper.file ?? page).flatMap { building.files.file($0, of: seen.last, in: publication) }
        var object = building.object(
            .paper, at: address(ofPaper: paper.key),
            [
                "body": building.url(OParlBuilding.body), "name": .text(paper.title),
                "date": .day(Day(seen.first.publishedAt)), "paperType": .text(paper.sort.withCapital),
                "relatedPaper": .list(related(to: paper)), "mainFile": main.map(OParlValue.object),
                "auxiliaryFile": accompanying(paper, in: seen.last),
                "consultation": consultation(seen).map { .list([.object($0)]) },
                "keyword": isStanding ? nil : .list([.text("superseded")]),
                "web": page.flatMap { seen.last.file($0) }.map {
                    building.url(seen.last.address(of: $0, in: publication))
                },
            ])
        object.created = seen.first.publishedAt
        object.isDeleted = seen.last.withdrawal != nil
        object.modified =
            object.isDeleted || !isStanding ? gone(after: seen.last) : seen.changed.publishedAt
        return object
    }

    /// What goes with it: the annexes of a report.
    private func accompanying(_ paper: PublishedAgenda.Paper, in version: PublishedVersion) -> OParlValue? {
        let files = version.files.filter { paper.isAccompanied(by: $0.name) }
            .compactMap { building.files.file($0.name, of: version, in: publication) }
        return files.isEmpty ? nil : .list(files.map(OParlValue.object))
    }

    /// The paper that it takes the place of, the one that takes its own, and the same report before other bodies.
    private func related(to paper: PublishedAgenda.Paper) -> [OParlValue] {
        building.kin.of(paper).map { building.url(address(ofPaper: $0)) }
    }

    // MARK: Consultations

    var consultations: [OParlObject] { laid.compactMap(consultation) }

    /// That a paper lay before a meeting.
    private func consultation(_ seen: Seen<PublishedAgenda.Paper>) -> OParlObject? {
        guard let item = item(of: seen.thing.key, in: seen.last) else { return nil }
        let body = building.committees.body(key: meeting.now.body.id)
        let decided = minutes?.minutes.items.first { $0.key == item.key }?.decisions
        var object = building.object(
            .consultation, at: address(ofConsultation: seen.thing.key),
            [
                "paper": building.url(address(ofPaper: seen.thing.key)),
                "agendaItem": building.url(address(ofItem: item.key)),
                "meeting": building.url(OParlMeeting.address(of: meeting)),
                "organization": body.map { .list([building.url(OParlBuilding.address(of: $0))]) },
                "authoritative": decided.map { decisions in
                    .truth(decisions.contains { $0.style.hasPrefix("RESOLVED") })
                },
            ])
        object.created = seen.first.publishedAt
        object.isDeleted = seen.last.withdrawal != nil
        let minuted = decided == nil ? nil : minutes?.publication.current?.publishedAt
        object.modified =
            object.isDeleted ? gone(after: seen.last) : [seen.first.publishedAt, minuted].compactMap(\.self).max()
        return object
    }
}

/// Which papers go together, in all agendas.
struct OParlKin {
    private let bySource: [String: Set<String>]
    private let replacing: [String: Set<String>]

    init(_ committees: PublishedCommittees) {
        var (bySource, replacing) = ([String: Set<String>](), [String: Set<String>]())
        for agenda in committees.records.values.flatMap(\.values).compactMap(\.agenda) {
            for paper in agenda.items.flatMap(\.papers) {
                if let source = paper.source { bySource[source, default: []].insert(paper.key) }
                if let replaced = paper.replaces { replacing[replaced, default: []].insert(paper.key) }
            }
        }
        (self.bySource, self.replacing) = (bySource, replacing)
    }

    /// The keys of those that go with a paper, in an order that stays.
    func of(_ paper: PublishedAgenda.Paper) -> [String] {
        var keys = replacing[paper.key] ?? []
        if let source = paper.source { keys.formUnion(bySource[source] ?? []) }
        if let replaced = paper.replaces { keys.insert(replaced) }
        keys.remove(paper.key)
        return keys.sorted()
    }
}
