import Foundation
import Storage

/// Everything that was ever published of committees, at one moment.
public struct PublishedCommittees: Sendable {
    public let bodies: [Committee]
    /// The earliest first.
    public let meetings: [AnnouncedMeeting]
    /// What people are called in addresses.
    public let people: [String: String]
    /// By publication, then by version.
    public let records: [ID<Publication>: [Int: PublicationRecord]]
    /// By what they are called in addresses, whether they are of meetings or not.
    public let publications: [String: Publication]

    /// A body that was published, or announced a meeting.
    public struct Committee: Hashable, Sendable {
        /// In the records of whoever publishes; never shown.
        public let key: String
        /// In addresses.
        public let slug: String
        /// As it is called now.
        public let name: String
        /// The first first; none where only its meetings were announced.
        public let versions: [BodyVersion]

        public var published: PublishedBody? { versions.last?.body }
    }

    public func body(called slug: String) -> Committee? { bodies.first { $0.slug == slug } }
    public func body(key: String) -> Committee? { bodies.first { $0.key == key } }

    public func meetings(of body: Committee) -> [AnnouncedMeeting] {
        meetings.filter { $0.now.body.id == body.key }
    }

    /// What the version says that stands; nil where it is withdrawn, or says nothing as data.
    public func record(of publication: Publication) -> PublicationRecord? {
        publication.current.flatMap { records[publication.id]?[$0.number] }
    }

    /// The minutes of a meeting that stand.
    public func minutes(of meeting: AnnouncedMeeting) -> (publication: Publication, minutes: PublishedMinutes)? {
        for document in meeting.documents where document.role == .minutes {
            if let minutes = record(of: document.publication)?.minutes { return (document.publication, minutes) }
        }
        return nil
    }
}

/// A person of whom everybody was told, by what they are called in addresses.
public struct PublishedPerson: Hashable, Sendable {
    /// In the records of whoever publishes; never shown.
    public let key: String
    public let slug: String
    /// As they were last called.
    public let name: String
    /// The body, the seat and the time, the newest first.
    public let sittings: [Sitting]

    public struct Sitting: Hashable, Sendable {
        public let body: PublishedCommittees.Committee
        public let seat: PublishedBody.Seat
        public let holder: PublishedBody.Holder
    }
}

extension PublishedCommittees {
    /// Everybody who sits or sat on a published body, or stands in minutes that stand.
    public var everybody: [PublishedPerson] {
        people.compactMap { key, slug in person(key: key, slug: slug) }.sorted {
            ($0.name, $0.slug) < ($1.name, $1.slug)
        }
    }

    public func person(_ slug: String) -> PublishedPerson? {
        people.first { $0.value == slug }.flatMap { person(key: $0.key, slug: $0.value) }
    }

    private func person(key: String, slug: String) -> PublishedPerson? {
        let sittings = bodies.flatMap { body in
            (body.published?.seats ?? []).flatMap { seat in
                seat.holders.filter { $0.person == key }.map {
                    PublishedPerson.Sitting(body: body, seat: seat, holder: $0)
                }
            }
        }.sorted { $0.holder.beginsOn > $1.holder.beginsOn }
        guard let name = sittings.first?.holder.name ?? nameInMinutes(of: key) else { return nil }
        return PublishedPerson(key: key, slug: slug, name: name, sittings: sittings)
    }

    private func nameInMinutes(of key: String) -> String? {
        for meeting in meetings.reversed() {
            let found = minutes(of: meeting)?.minutes.attendance.first { $0.person == key }
            if let found { return found.name }
        }
        return nil
    }
}
