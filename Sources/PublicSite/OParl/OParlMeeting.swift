import Foundation
import Publishing
import Storage
import Web

/// A meeting with its agenda and papers, as OParl tells it.
struct OParlMeeting {
    let meeting: AnnouncedMeeting
    private let building: OParlBuilding
    private let place: OParlObject?
    private let minutes: (publication: Publication, minutes: PublishedMinutes)?
    /// All that ever were on its agenda.
    let items: [OParlObject]
    let papers: [OParlObject]
    let consultations: [OParlObject]

    init(_ meeting: AnnouncedMeeting, _ building: OParlBuilding, _ places: [OParlBuilding.Place]) {
        (self.meeting, self.building) = (meeting, building)
        place = places.first { $0.name == meeting.now.place }?.object
        minutes = building.committees.minutes(of: meeting)
        let minutes = minutes
        let agenda = meeting.documents.first { $0.role == .agenda }.map {
            OParlAgenda($0.publication, of: meeting, minutes: minutes, building)
        }
        (items, papers) = (agenda?.items ?? [], agenda?.papers ?? [])
        consultations = agenda?.consultations ?? []
    }

    static func address(of meeting: AnnouncedMeeting) -> Address { "/oparl/v1.1/meetings/\(meeting.id)" }

    private var organization: OParlValue? {
        building.committees.body(key: meeting.now.body.id).map { building.url(OParlBuilding.address(of: $0)) }
    }

    var object: OParlObject {
        let now = meeting.now
        let end = now.endsAt.map { $0.moment(on: $0 > now.startsAt ? now.day : now.day.following) }
        var object = building.object(
            .meeting, at: Self.address(of: meeting),
            [
                "name": .text("\(now.title), \(now.day.words)"), "meetingState": .text(state),
                "cancelled": .truth(now.isCalledOff), "start": .time(now.startsAt.moment(on: now.day)),
                "end": .time(end), "location": place.map(OParlValue.object),
                "organization": organization.map { .list([$0]) }, "participant": .list(participants),
                "invitation": file("agenda.pdf", as: .agenda).map(OParlValue.object),
                "resultsProtocol": file("minutes.pdf", as: .minutes).map(OParlValue.object),
                "auxiliaryFile": .list(further.map(OParlValue.object)),
                "agendaItem": .list(items.filter { !$0.isDeleted }.map(OParlValue.object)),
                "web": building.url(meeting.address),
            ])
        object.created = meeting.announcements.first?.at
        let withdrawn = meeting.documents.flatMap(\.publication.versions).compactMap(\.withdrawal?.at)
        object.modified = (withdrawn + [meeting.changedAt]).max()
        return object
    }

    private var state: String {
        if meeting.now.isCalledOff { return "called off" }
        if minutes != nil { return "held" }
        return meeting.documents.contains { $0.role == .agenda && $0.publication.current != nil }
            ? "invited" : meeting.movedFrom == nil ? "scheduled" : "moved"
    }

    /// Whoever was there by the minutes that stand.
    private var participants: [OParlValue] {
        let came = (minutes?.minutes.attendance ?? []).filter { $0.presence == .present }.compactMap(\.person)
        return came.compactMap { building.committees.people[$0] }.map {
            building.url(OParlBuilding.address(ofPerson: $0))
        }
    }

    private func file(_ name: String, as role: MeetingDocument.Role) -> OParlObject? {
        for document in meeting.documents where document.role == role {
            guard let version = document.publication.current else { continue }
            if let file = building.files.file(name, of: version, in: document.publication) { return file }
        }
        return nil
    }

    /// Supplementary agendas, those that later ones took the place of, and whatever else came with them.
    private var further: [OParlObject] {
        let main = Set([file("agenda.pdf", as: .agenda), file("minutes.pdf", as: .minutes)].compactMap { $0?.id })
        var (found, seen) = ([OParlObject](), main)
        for publication in meeting.documents.map(\.publication) {
            for version in publication.versions where version.withdrawal == nil {
                for file in version.files where file.type == .pdf && !file.name.hasPrefix("paper-") {
                    guard let object = building.files.file(file.name, of: version, in: publication),
                        seen.insert(object.id).inserted
                    else { continue }
                    found.append(object)
                }
            }
        }
        return found
    }
}

extension Day {
    fileprivate var following: Day { Day(moments.upperBound) }
}
