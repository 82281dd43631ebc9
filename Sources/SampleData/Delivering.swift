import DataFiles
import DataRegister
import Foundation
import Logging
import Membership
import ScratchDatabases
import Storage
import Synchronization

/// The stores of one partnership on fresh records, and somebody who gives them files.
public struct Delivering: Sendable {
    public let database: Database
    public let identities: Identities
    public let releases: ReleaseStore
    public let places: PlaceStore
    public let districts: DistrictStore
    public let desk: ImportDesk
    /// Each delivery is a minute after the one before.
    private let clock = Clock()

    public init(_ database: Database, seed: UInt64 = 7) {
        self.database = database
        identities = .seeded(seed)
        releases = ReleaseStore(database, identities: identities)
        places = PlaceStore(database, identities: identities)
        districts = DistrictStore(database, places: places)
        let clock = clock
        desk = ImportDesk(
            database, identities: identities, unnamed: UnnamedFiles(database, askedOf: [NamedDataFiles()]),
            now: { clock.now }, logger: .silent)
    }

    /// Runs a body with stores on fresh records.
    public static func run(_ scratch: Scratch, _ body: (Delivering) async throws -> Void) async throws {
        try await scratch.database([.ofMembership, .ofDataRegister]) { try await body(Delivering($0)) }
    }

    public func delivery(_ bytes: [UInt8], named name: String) async throws -> Delivery {
        let writer = try database.files.receive()
        try writer.write(bytes)
        return Delivery(
            name: name, kept: try await writer.finish(), by: .init(.commandLine(), name: "the command line"),
            at: clock.tick())
    }

    /// Reads a file and takes it in, as the desk does.
    @discardableResult
    public func take(_ file: StreetFile, named name: String = "2014-01-kent-street.csv") async throws -> ID<Release> {
        try await releases.accept(try file.counts(named: name), from: try await delivery(file.bytes, named: name))
    }

    /// Gives a file to the desk and waits until it has been read.
    public func give(_ bytes: [UInt8], named name: String, as kind: Release.Kind) async throws -> ImportOutcome {
        let id = try await desk.begin(kind, try await delivery(bytes, named: name))
        await desk.untilQuiet()
        return try await desk.outcome(of: id)
    }

    private final class Clock: Sendable {
        private let minutes = Mutex(0)

        var now: Date { Scratch.noon + 60 * Double(minutes.withLock(\.self)) }

        func tick() -> Date {
            minutes.withLock { $0 += 1 }
            return now
        }
    }
}

extension StreetFile {
    public func counts(named name: String = "2014-01-kent-street.csv") throws -> StreetCrimeCounts {
        try StreetCrimeReader(.init(latestMonth: "2026-12", points: .all)).read([DataFile(bytes: bytes, name: name)])
    }
}
