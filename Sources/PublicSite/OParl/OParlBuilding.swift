import Foundation
import Publishing
import Storage
import Web
import WorkingDays

/// Makes OParl’s objects of what was published. Only publications are asked, so nothing can be told that was not.
struct OParlBuilding {
    let committees: PublishedCommittees
    /// The partnership’s.
    let name: String
    let outside: @Sendable (Address) -> String
    let files: OParlFiles
    let kin: OParlKin

    init(
        _ committees: PublishedCommittees, name: String, outside: @escaping @Sendable (Address) -> String
    ) {
        (self.committees, self.name, self.outside) = (committees, name, outside)
        files = OParlFiles(committees, outside: outside)
        kin = OParlKin(committees)
    }

    static let body: Address = "/oparl/v1.1/bodies/partnership"
    static let system: Address = "/oparl/v1.1/system"

    func url(_ address: Address) -> OParlValue { .text(outside(address)) }
    func object(_ kind: OParlObject.Kind, at address: Address, _ fields: [String: OParlValue?]) -> OParlObject {
        OParlObject(kind: kind, address: address, fields: fields, outside: outside)
    }

    var listing: OParlListing {
        let (memberships, places) = (memberships, locations)
        let people = people(memberships)
        let meetings = committees.meetings.map { OParlMeeting($0, self, places) }
        let organizations = committees.bodies.map { organization($0, memberships) }
        var further: [String: [OParlObject]] = [:]
        for body in committees.bodies {
            let own = meetings.filter { $0.meeting.now.body.id == body.key }
            let address = Self.address(of: body).text
            further[address + "/meetings"] = own.map(\.object)
            further[address + "/consultations"] = own.flatMap(\.consultations)
        }
        let rest =
            organizations + people + memberships.map(\.object) + meetings.map(\.object) + meetings.flatMap(\.items)
            + meetings.flatMap(\.papers) + meetings.flatMap(\.consultations) + files.all + places.map(\.object) + terms
        return OParlListing(heads(of: rest) + rest, further)
    }

    /// The system and its one body, which are as old as the oldest and as new as the newest of all.
    private func heads(of all: [OParlObject]) -> [OParlObject] {
        let (created, modified) = (all.compactMap(\.created).min(), all.compactMap(\.modified).max())
        var system = object(
            .system, at: Self.system,
            [
                "oparlVersion": .text(OParlObject.home), "body": url(OParlObject.Kind.body.list), "name": .text(name),
                "website": url("/"), "web": url("/meetings"),
            ])
        var fields: [String: OParlValue?] = [
            "system": url(Self.system), "name": .text(name), "website": url("/"), "web": url("/bodies"),
            "classification": .text("Community Safety Partnership"),
            "legislativeTerm": .list(terms.map(OParlValue.object)),
        ]
        let lists: KeyValuePairs<String, OParlObject.Kind> = [
            "organization": .organization, "person": .person, "meeting": .meeting, "paper": .paper,
            "agendaItem": .agendaItem, "consultation": .consultation, "file": .file, "locationList": .location,
            "legislativeTermList": .legislativeTerm, "membership": .membership,
        ]
        for (name, kind) in lists { fields[name] = url(kind.list) }
        var body = object(.body, at: Self.body, fields)
        (system.created, system.modified, body.created, body.modified) = (created, modified, created, modified)
        return [system, body]
    }

    // MARK: Years

    /// Municipal years in which a body met, or else that in which anything was published. One begins on the fourth day after the
    /// ordinary day of election, when councillors who were elected come into office (LGA 1972, section 7).
    private var terms: [OParlObject] {
        let days = committees.meetings.map(\.now.day) + committees.bodies.flatMap(\.versions).map { Day($0.at) }
        let years = Set((days.isEmpty ? [Day(Date(timeIntervalSince1970: 1_451_606_400))] : days).map(Self.year))
        return years.sorted().map { year in
            let address: Address = "/oparl/v1.1/terms/\(String(year))"
            let (first, next) = (Self.beginning(of: year), Self.beginning(of: year + 1))
            var term = object(
                .legislativeTerm, at: address,
                [
                    "body": url(Self.body), "name": .text("\(year)/\(String(String(year + 1).suffix(2)))"),
                    "startDate": .day(first), "endDate": .day(next?.adding(days: -1)),
                ])
            let told =
                committees.meetings.filter { Self.year(of: $0.now.day) == year }.compactMap {
                    $0.announcements.first?.at
                } + committees.bodies.flatMap(\.versions).map(\.at).filter { Self.year(of: Day($0)) == year }
            (term.created, term.modified) = (told.min(), told.min())
            return term
        }
    }

    static func year(of day: Day) -> Int {
        guard let first = beginning(of: day.year) else { return day.year }
        return day < first ? day.year - 1 : day.year
    }

    private static func beginning(of year: Int) -> Day? {
        (1...7).compactMap { Day(year: year, month: 5, number: $0) }.first { Weekday(of: $0) == .thursday }?
            .adding(days: 4)
    }

    // MARK: Places

    /// A place where a meeting is or was.
    struct Place {
        let name: String
        let object: OParlObject
    }

    private var locations: [Place] {
        let told = committees.meetings.flatMap { meeting in meeting.announcements.map { ($0.meeting.place, $0.at) } }
        return Dictionary(grouping: told.filter { !$0.0.isEmpty }, by: \.0).map { place, told in
            let address: Address = "/oparl/v1.1/locations/\(NamedUUID("place", place).description)"
            var location = object(
                .location, at: address, ["description": .text(place), "bodies": .list([url(Self.body)])])
            location.created = told.map(\.1).min()
            location.modified = location.created
            return Place(name: place, object: location)
        }
    }
}
