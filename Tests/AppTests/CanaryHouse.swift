import Foundation
import Logging
import Membership
import Notices
import Partnership
import ScratchDatabases

@testable import App
@testable import DataRegister
@testable import Storage

/// A house with a neighbour in the same records, and a canary wherever either keeps something to itself.
struct CanaryHouse: Sendable {
    let house: House
    let neighbour: Database
    /// Of every route that is read, and of the file that was kept.
    let addresses: [String]
    let onlookers: [Onlooker]
    let canaries: Canaries

    init(_ house: House) async throws {
        let samples = try await SampleRoutes(house)
        var canaries = Canaries()
        let (neighbour, theirs) = try await Self.neighbour(of: house, &canaries)
        onlookers = try await Self.onlookers(house, samples.who, theirs)
        try await house.take(Self.file(&canaries))
        _ = try await house.officer().give([.init("2014-04-testshire-street.csv", "no such header\n")])
        await house.program.first.desk.untilQuiet()
        for database in [house.database, neighbour] {
            try await CanaryRows(house, database, of: samples.who.person).enter()
        }
        var sower = CanarySower(house.database, canaries)
        try await sower.sow()
        for database in [house.database, neighbour] { try await sower.sowEntries(in: database, at: house.clock.now) }
        let reports = try await sower.sowReports(in: house)
        let people = onlookers.compactMap(\.person)
        for database in [house.database, neighbour] {
            try await sower.sowTold(in: database, about: people, at: house.clock.now)
        }
        try await house.installation.makeSearchable(by: .job("a test"), always: true)
        try await sower.sowFindings(in: neighbour, at: house.clock.now)
        try await sower.sowFindings(in: house.database, at: house.clock.now)
        self.canaries = sower.canaries
        (self.house, self.neighbour) = (house, neighbour)
        addresses =
            try await samples.pages + reports + house.imports().map { "/data/imports/\($0.id)" }
            + house.releases().flatMap { ["/data/releases/\($0.id)", "/data/releases/\($0.id)/file"] }
    }

    /// A file whose rows hold a canary; it is served as it was received.
    private static func file(_ canaries: inout Canaries) -> [StreetFile] {
        var file = StreetFile("2014-03", burglaries: 3)
        let canary = canaries.hatch(
            "kept file", row: file.name, isOurs: true, readers: .holders(.readAssessments))
        file.rows[0] = file.rows[0].replacing("High Street", with: canary)
        return [file]
    }

    /// Another partnership, with the same people of ours in it, and its officer signed in.
    private static func neighbour(
        of house: House, _ canaries: inout Canaries
    ) async throws -> (Database, Browser) {
        let profile = Profile(
            name: canaries.hatch("partnership_profile.profile", row: "name", isOurs: false, readers: .nobody))
        let ours = house.installation
        let id = try await ProfileStore(ours.records, identities: ours.identities).enter(
            profile, host: HostName("nextham.example.org"), by: .commandLine(), at: house.clock.now)
        let database = house.database.opened(for: id)
        try await FirstOfficerStore(database, identities: ours.identities).seat(
            from: Day(house.clock.now), at: house.clock.now)
        let theirs = ours.opened(for: ServedPartnership(id: id, profile: profile))
        let other = House(
            folder: house.folder, installation: theirs, program: house.program, signIn: house.signIn,
            clock: house.clock, client: house.client)
        _ = try await WhoIsWhoHouse(other, agency: "Nextham Police")
        return (database, try await other.somebody(FirstOfficerStore.person))
    }

    /// An administrator who broke the glass sees what can be broken into, and no more.
    private static func glassBreaker(
        _ house: House, _ id: ID<Person>, _ held: Set<Permission>
    ) async throws -> Onlooker {
        Onlooker(
            name: "an administrator who broke the glass", browser: try await house.glassBreaker(id), person: id,
            permissions: held.union(Program.permissions.filter { $0.emergency != nil }))
    }

    private static func onlookers(
        _ house: House, _ who: WhoIsWhoHouse, _ neighbour: Browser
    ) async throws -> [Onlooker] {
        var all = [
            Onlooker(name: "a visitor", browser: house.visitor),
            Onlooker(name: "a forger", browser: house.forger),
            Onlooker(name: "the neighbour’s officer", browser: neighbour),
        ]
        for role in Role.allCases {
            let id = try await who.somebody(as: role)
            let held = Program.permissions.filter { $0.holders.contains(role) }
            all.append(
                Onlooker(
                    name: "somebody seated as \(role)", browser: try await house.somebody(id), person: id,
                    permissions: held))
            if role == .administrator { all.append(try await glassBreaker(house, id, held)) }
            guard role == .officer else { continue }
            all.append(
                Onlooker(
                    name: "an officer by password alone", browser: try await house.somebody(id, by: .password),
                    person: id, permissions: held.filter { !$0.asksForCode }))
        }
        for state in [MembershipState.invited, .suspended, .left] {
            all.append(
                Onlooker(name: "an officer who is \(state)", browser: try await who.officer(thenMade: state)))
        }
        return all
    }
}
