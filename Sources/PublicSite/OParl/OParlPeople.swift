import Foundation
import Publishing
import Storage
import Web
import WorkingDays

extension OParlBuilding {
    static func address(of body: PublishedCommittees.Committee) -> Address {
        "/oparl/v1.1/organizations/\(body.slug)"
    }

    static func address(ofPerson slug: String) -> Address { "/oparl/v1.1/people/\(slug)" }

    // MARK: Bodies that meet

    func organization(_ body: PublishedCommittees.Committee, _ memberships: [Sitting]) -> OParlObject {
        let published = body.published
        let above = published?.parent.flatMap(committees.body(key:)).flatMap { $0.published == nil ? nil : $0 }
        let own = memberships.filter { $0.body.key == body.key && !$0.object.isDeleted }
        let address = Self.address(of: body)
        var object = object(
            .organization, at: address,
            [
                "body": url(Self.body), "name": .text(body.name), "membership": .list(own.map(\.object.link)),
                "meeting": url("\(address)/meetings"), "consultation": url("\(address)/consultations"),
                "subOrganizationOf": above.map { url(Self.address(of: $0)) },
                // One of the words that OParl has for it: a body that decides or advises.
                "organizationType": .text("Gremium"), "classification": published.map { .text($0.kind) },
                "startDate": .day(published?.term.beginsOn),
                "endDate": .day(published?.term.endsOn?.adding(days: -1)), "web": url("/bodies/\(body.slug)"),
            ])
        let announced = committees.meetings(of: body).compactMap { $0.announcements.first?.at }
        let told = body.versions.map(\.at)
        object.created = (announced + told).min()
        object.modified = told.max() ?? announced.min()
        return object
    }

    // MARK: Who sits where

    /// Somebody in a seat, as it was told in any version.
    struct Sitting {
        let body: PublishedCommittees.Committee
        let person: String
        let object: OParlObject
    }

    private struct Told: Equatable {
        let seat: String
        let isVoting: Bool
        let holder: PublishedBody.Holder
        let seatEndsOn: String?
    }

    var memberships: [Sitting] { committees.bodies.flatMap(memberships) }

    private func memberships(of body: PublishedCommittees.Committee) -> [Sitting] {
        var history: [String: [(at: Date, told: Told?)]] = [:]
        for version in body.versions {
            let now = Dictionary(
                version.body.seats.flatMap { seat in
                    seat.holders.map {
                        ($0.key, Told(seat: seat.title, isVoting: seat.isVoting, holder: $0, seatEndsOn: seat.endsOn))
                    }
                }, uniquingKeysWith: { first, _ in first })
            for key in Set(now.keys).union(history.keys) where history[key]?.last?.told != now[key] {
                history[key, default: []].append((version.at, now[key]))
            }
        }
        return history.compactMap { key, states in membership(key, states, of: body) }
    }

    private func membership(
        _ key: String, _ states: [(at: Date, told: Told?)], of body: PublishedCommittees.Committee
    ) -> Sitting? {
        guard let told = states.compactMap(\.told).last, let slug = committees.people[told.holder.person] else {
            return nil
        }
        let ends = [told.holder.endsOn, told.seatEndsOn].compactMap { $0.flatMap { Day($0) } }.min()
        var object = object(
            .membership, at: "/oparl/v1.1/memberships/\(key)",
            [
                "person": url(Self.address(ofPerson: slug)), "organization": url(Self.address(of: body)),
                "role": .text(told.seat), "votingRight": .truth(told.isVoting),
                "startDate": .day(told.holder.term.beginsOn), "endDate": .day(ends?.adding(days: -1)),
            ])
        (object.created, object.modified) = (states.first?.at, states.last?.at)
        object.isDeleted = states.last?.told == nil
        return Sitting(body: body, person: told.holder.person, object: object)
    }

    // MARK: People

    func people(_ memberships: [Sitting]) -> [OParlObject] {
        let minuted = minuted
        return committees.people.compactMap { key, slug in
            let own = memberships.filter { $0.person == key }
            let standing = own.map(\.object).filter { !$0.isDeleted }
            var object = object(
                .person, at: Self.address(ofPerson: slug),
                [
                    "body": url(Self.body), "name": .text(committees.person(slug)?.name ?? slug),
                    "membership": .list(standing.sorted { $0.address.text < $1.address.text }.map(OParlValue.object)),
                    "web": url("/bodies/members/\(slug)"),
                ])
            let times = own.flatMap { [$0.object.created, $0.object.modified] }.compactMap(\.self)
            let found = minuted[key] ?? []
            object.created = (times + found).min()
            object.modified = (times + found.prefix(1)).max()
            object.isDeleted = committees.person(slug) == nil
            return object.created == nil ? nil : object
        }
    }

    /// When minutes were published in which somebody stands, the first first.
    private var minuted: [String: [Date]] {
        var times: [String: [Date]] = [:]
        for document in committees.meetings.flatMap(\.documents) where document.role == .minutes {
            for version in document.publication.versions.reversed() {
                let record = committees.records[document.publication.id]?[version.number]?.minutes
                for person in record?.attendance.compactMap(\.person) ?? [] {
                    times[person, default: []].append(version.publishedAt)
                }
            }
        }
        return times.mapValues { $0.sorted() }
    }
}
