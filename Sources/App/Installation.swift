import Assessment
import Foundation
import Logging
import Membership
import Notices
import Partnership
import Storage

/// The records of one data folder, opened, with every slice's migrations applied.
public struct Installation: Sendable {
    /// The installation's own records.
    let records: Database
    /// The partnership's.
    public let database: Database
    public let profile: Profile
    public let identities: Identities
    public let now: @Sendable () -> Date

    /// Every slice's tables, those first that others build on.
    public static let migrations: [Migrations] = [.ofMembership, .ofNotices, .ofPartnership, .ofAssessment]

    /// Opens a data folder, making it if it is not there. A new one is given a partnership.
    ///
    /// - Parameter server: where the records are, if not in the folder.
    /// - Parameter keyFile: where the installation's keys are, if not in the folder.
    /// - Parameter profile: the partnership to enter into a folder that has none.
    /// - Throws: `OpeningFault`, `DatabaseFault`, ``InstallationFault``
    public static func open(
        folder: String, server: PostgreSQLAddress? = nil, keyFile: String? = nil, entering profile: Profile,
        by actor: Entry.Actor, logger: Logger, identities: Identities = .system, now: @escaping @Sendable () -> Date
    ) async throws -> Installation {
        let records = try await Database.open(
            folder: folder, server: server, migrations: migrations, at: now(), logger: logger, identities: identities,
            keyFile: keyFile)
        do {
            let profiles = ProfileStore(records, identities: identities)
            if let (id, known) = try await profiles.current() {
                guard profile.example == nil || profile.example == known.example else {
                    throw InstallationFault.holdsAnother(folder: folder, known.name)
                }
                return Installation(
                    records: records, database: records.opened(for: id), profile: known, identities: identities,
                    now: now)
            }
            let id = try await profiles.enter(profile, by: actor, at: now())
            return Installation(
                records: records, database: records.opened(for: id), profile: profile, identities: identities,
                now: now)
        } catch {
            await records.close()
            throw error
        }
    }

    /// Opens what the settings name, as it is.
    ///
    /// - Throws: `OpeningFault`, `DatabaseFault`, `MovingFault`
    public static func open(_ settings: Settings, log logger: Logger) async throws -> Installation {
        try await open(
            folder: settings.data, server: settings.database, keyFile: settings.keyFile, entering: Profile(settings),
            by: .commandLine(), logger: logger, now: { Date() })
    }

    /// Copies everything to a new folder, and checks the copy.
    ///
    /// - Throws: `MovingFault`, `DatabaseFault`
    public func backUp(
        to folder: String, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> Manifest {
        try await records.backUp(to: folder, at: now(), progress: progress)
    }

    public func close() async {
        await records.close()
    }

    /// Where files are read and become releases.
    public func importDesk(logger: Logger) -> ImportDesk {
        ImportDesk(database, identities: identities, now: now, logger: logger)
    }
}

/// The folder is not what it was taken for.
public enum InstallationFault: Error, Hashable, Sendable, CustomStringConvertible {
    case holdsAnother(folder: String, String)
    case noSuchExample(String, known: [String])

    public var description: String {
        switch self {
        case .holdsAnother(let folder, let name):
            "The data folder ‘\(folder)’ already holds \(name). Name an empty folder for the example, or leave "
                + "--example away."
        case .noSuchExample(let name, let known):
            known.isEmpty
                ? "There is no example called ‘\(name)’: the folder Examples was not found. Name it with --examples."
                : "There is no example called ‘\(name)’. There are: \(known.joined(separator: ", "))."
        }
    }
}

extension Profile {
    /// For a new data folder: what the operator named, and no more is known yet.
    init(_ settings: Settings) {
        self = settings.name.map { Profile(name: $0) } ?? .unnamed
    }
}
