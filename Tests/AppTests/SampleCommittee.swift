import Foundation
import Publishing
import Storage
import Testing
import Web

@testable import App

/// A body whose members, agenda and minutes were published, as the capabilities do.
extension House {
    static let panelMember = "/bodies/members/cllr-ann-other"

    /// - Parameter holders: who holds which seat.
    static func panel(_ name: String = "Safer Testham Panel", named holders: [String] = ["Cllr Ann Other"])
        -> PublishedBody
    {
        PublishedBody(
            name: name, kind: "A committee or panel of a council in England",
            rules: "Local Government Act 1972, Part VA", purpose: "looks at crime and disorder",
            frequency: "every month", parent: nil, beginsOn: "2015-05-12", endsOn: nil,
            seats: holders.enumerated().map { place, name in
                PublishedBody.Seat(
                    key: "seat-\(place)", title: place == 0 ? "Chairman" : "Member", isChair: place == 0,
                    isVoting: true,
                    agency: "Testham Council", beginsOn: "2015-05-12", endsOn: nil,
                    holders: [
                        .init(
                            key: "time-\(name)", person: "person-\(name)", name: name, beginsOn: "2015-05-12",
                            endsOn: nil)
                    ])
            })
    }

    func publish(_ body: PublishedBody, as key: String = "panel", after: Int = 0) async throws {
        try await CommitteeStore(database).publish(
            body, as: key, after: after, by: .commandLine("clerk"), at: clock.now)
    }

    /// A panel with a meeting on 9 February 2016, its agenda and its minutes.
    @discardableResult
    func publishCommittee(presence: PublishedMinutes.Attendance.Presence = .present) async throws -> ID<
        PublishedMeeting
    > {
        try await publish(Self.panel())
        let meeting = try await announce(day: "2016-02-09")
        try await publish(agenda: "panel-agenda", for: meeting)
        try await publish(minutes: "panel-minutes", of: meeting, presence: presence)
        return meeting
    }

    func publish(agenda slug: String, after: Int = 0, for meeting: ID<PublishedMeeting>, items: [String] = ["item-key"])
        async throws
    {
        let time = clock.now
        let record = PublishedAgenda(
            items: items.enumerated().map { place, key in
                PublishedAgenda.Item(
                    key: key, number: place + 1, title: "Street lighting", isOpen: true, page: "item-\(place + 1)",
                    papers: [
                        .init(
                            key: "paper-of-\(key)", title: "Lamps", sort: "text", replaces: nil, source: nil, file: nil,
                            firstPage: "1", lastPage: "2")
                    ])
            })
        let pages = try items.indices.map { place in
            VersionDraft.File(
                "item-\(place + 1)", title: nil, type: .page,
                bytes: try FrozenPage(
                    "\(place + 1). Street lighting", summary: "Item.",
                    body: "<h1>Street lighting</h1><p>Forty <em>lamp</em>posts are dark &amp; broken.</p>"
                ).bytes())
        }
        let pdf = VersionDraft.File(
            "agenda.pdf", title: "Agenda", type: .pdf, bytes: Array("%PDF-1.7 agenda \(after)".utf8),
            text: "A map of the harbourmaster’s office")
        try await PublicationStore(database, identities: .system).publish(
            VersionDraft(
                .agenda, slug: slug,
                page: FrozenPage("Panel, 9 February 2016", summary: "Agenda.", body: "<h1>Agenda</h1><p>Lighting.</p>"),
                files: [pdf] + pages, changes: after == 0 ? [] : ["Something is new."], record: .agenda(record)),
            after: after, by: .commandLine("clerk"), at: time
        ) { db in try db.attach(slug, to: meeting, as: .agenda, at: time) }
    }

    func publish(
        minutes slug: String, after: Int = 0, of meeting: ID<PublishedMeeting>,
        presence: PublishedMinutes.Attendance.Presence = .present, year: Int = 2015
    ) async throws {
        let time = clock.now
        let record = PublishedMinutes(
            year: year, confirmedOn: nil,
            attendance: [
                .init(
                    person: "person-Cllr Ann Other", name: "Cllr Ann Other", seat: "Chairman", isVoting: true,
                    presence: presence, substitute: presence == .substituted ? "Cllr Stand-In" : "")
            ],
            items: [
                .init(
                    key: "item-key", number: "39", title: "Street lighting",
                    decisions: [.init(style: "RESOLVED", points: ["That the lamps are repaired"])])
            ])
        try await PublicationStore(database, identities: .system).publish(
            VersionDraft(
                .minutes, slug: slug,
                page: FrozenPage(
                    "Minutes: Panel, 9 February 2016", summary: "Minutes.",
                    body: "<h1>Minutes</h1><p>Members debated the moonlight.</p>"),
                files: [.init("minutes.pdf", title: "The minutes", type: .pdf, bytes: Array("%PDF-1.7 minutes".utf8))],
                record: .minutes(record)),
            after: after, by: .commandLine("clerk"), at: time
        ) { db in try db.attach(slug, to: meeting, as: .minutes, at: time) }
    }
}

extension SampleRoutes {
    static let committeesInPublic: [String: String?] = [
        "/bodies/{body}": "/bodies/safer-testham-panel", "/bodies/{body}.atom": "/bodies/safer-testham-panel.atom",
        "/bodies/{body}/attendance.csv": "/bodies/safer-testham-panel/attendance.csv",
        "/bodies/members/{member}": House.panelMember,
        "/bodies/members/{member}/attendance.csv": House.panelMember + "/attendance.csv",
        "/oparl/v1.1/{list}": "/oparl/v1.1/meetings",
        "/oparl/v1.1/{list}/{object}": "/oparl/v1.1/organizations/safer-testham-panel",
        "/oparl/v1.1/{list}/{object}/{part}": "/oparl/v1.1/organizations/safer-testham-panel/meetings",
        "/oparl/v1.1/{list}/{object}/{part}/{file}": "/oparl/v1.1/files/panel-agenda/1/agenda.pdf",
    ]
}
