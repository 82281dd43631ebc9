import Assessment
import DataRegister
import Decisions
import Foundation
import Logging
import Meetings
import Membership
import Minutes
import MyPapers
import Notices
import Participation
import Partnership
import Press
import Publishing
import Recommendations
import Reports
import Storage
import StrategicAssessment
import Workbooks

/// The records of one data folder, opened for one of its partnerships, with every slice's migrations applied.
public struct Installation: Sendable {
    /// The installation's own records.
    let records: Database
    public let partnership: ServedPartnership
    public let identities: Identities
    public let now: @Sendable () -> Date

    /// The partnership's records.
    public var database: Database { records.opened(for: partnership.id) }
    public var profile: Profile { partnership.profile }

    /// Every slice's tables, those first that others build on.
    public static let migrations: [Migrations] = [
        .ofMembership, .ofNotices, .ofPartnership, .ofDataRegister, .ofPublishing,
        .ofComparators, .ofStrategicAssessment, .ofReports, .ofMeetings, .ofMinutes, .ofMyPapers, .ofRecommendations,
        .ofDecisions, .ofParticipation,
    ]

    /// Opens a data folder, making it if it is not there, for the partnership that was entered first. A new one is given
    /// a partnership.
    ///
    /// - Parameter server: where the records are, if not in the folder.
    /// - Parameter keyFile: where the installation's keys are, if not in the folder.
    /// - Parameter gauge: asked for the room on the disk; nil asks the disk that the folder is on.
    /// - Parameter makesNew: whether records are made where there are none.
    /// - Parameter profile: the partnership to enter into a folder that has none.
    /// - Throws: `OpeningFault`, `DatabaseFault`, ``InstallationFault``
    public static func open(
        folder: String, server: PostgreSQLAddress? = nil, keyFile: String? = nil, gauge: DiskGauge? = nil,
        entering profile: Profile, by actor: Entry.Actor, logger: Logger, identities: Identities = .system,
        makesNew: Bool = true,
        now: @escaping @Sendable () -> Date
    ) async throws -> Installation {
        let records = try await Database.open(
            folder: folder, server: server, migrations: migrations, at: now(), logger: logger, identities: identities,
            makesNew: makesNew, keyFile: keyFile, gauge: gauge ?? .disk(of: folder))
        do {
            let profiles = ProfileStore(records, identities: identities)
            if try await profiles.partnerships().isEmpty {
                _ = try await profiles.enter(profile, by: actor, at: now())
            }
            guard let first = try await profiles.partnerships().first else {
                throw InstallationFault.noPartnership(folder: folder)
            }
            guard profile.example == nil || profile.example == first.profile.example else {
                throw InstallationFault.holdsAnother(folder: folder, first.profile.name)
            }
            return Installation(records: records, partnership: first, identities: identities, now: now)
        } catch {
            await records.close()
            throw error
        }
    }

    /// Opens what the settings name, as it is.
    ///
    /// - Throws: `OpeningFault`, `DatabaseFault`, `MovingFault`
    public static func open(
        _ settings: Settings, log logger: Logger, makesNew: Bool = true
    ) async throws -> Installation {
        try await open(
            folder: settings.data, server: settings.database, keyFile: settings.keyFile, entering: Profile(settings),
            by: .commandLine(), logger: logger, makesNew: makesNew, now: { Date() })
    }

    /// The same for the partnership that the settings name; they need not where there is only one.
    ///
    /// - Throws: `OpeningFault`, `DatabaseFault`, `MovingFault`, ``InstallationFault``
    public static func openNamed(_ settings: Settings, log logger: Logger) async throws -> Installation {
        let installation = try await open(settings, log: logger)
        do {
            return try await installation.named(settings.partnership)
        } catch {
            await installation.close()
            throw error
        }
    }

    /// The same records for every partnership there is.
    ///
    /// - Throws: `DatabaseFault`
    func partnerships() async throws -> [Installation] {
        try await ProfileStore(records, identities: identities).partnerships().map(opened)
    }

    func opened(for partnership: ServedPartnership) -> Installation {
        Installation(records: records, partnership: partnership, identities: identities, now: now)
    }

    func named(_ text: String?) async throws -> Installation {
        let all = try await partnerships()
        let names = all.map { $0.profile.name + ($0.partnership.host.map { " (\($0))" } ?? "") }
        guard let text else {
            guard all.count == 1 else { throw InstallationFault.whichPartnership(names) }
            return all[0]
        }
        let found = all.first {
            $0.profile.name.lowercased() == text.lowercased() || $0.partnership.host?.description == text.lowercased()
        }
        guard let found else { throw InstallationFault.noSuchPartnership(text, known: names) }
        return found
    }

    /// Copies everything to a new folder, while others go on working, and restores the copy for a trial; leaves an entry.
    ///
    /// - Throws: `MovingFault`, `DatabaseFault`, `KeptFileFault`, `OpeningFault`; nothing is left of it then.
    @discardableResult
    public func backUp(
        to folder: String, by actor: Entry.Actor, progress: @escaping @Sendable (BackupProgress) -> Void = { _ in }
    ) async throws -> Manifest {
        try await records.backUp(to: folder, by: actor, now: now, progress: progress)
    }

    public func close() async {
        await records.close()
    }

    /// Where files are read and become releases.
    public func importDesk(logger: Logger) -> ImportDesk {
        ImportDesk(database, identities: identities, unnamed: unnamedFiles, now: now, logger: logger)
    }

    /// Where partners' files are looked at.
    func mappingDesk(_ settings: Settings, _ turns: LookingTurns) -> MappingDesk {
        MappingDesk(
            database, identities: identities, unnamed: unnamedFiles,
            workbooks: WorkbookReader(python: Press.findPython(explicit: settings.press)), turns: turns,
            home: { [records, partnership] in
                // As it is when a file is looked at: who sets it does not start the program anew.
                try await ProfileStore(records, identities: identities).partnerships()
                    .first { $0.id == partnership.id }?.profile.district
            }, now: now)
    }
}

/// The folder is not what it was taken for.
public enum InstallationFault: Error, Hashable, Sendable, CustomStringConvertible {
    case holdsAnother(folder: String, String)
    case noPartnership(folder: String)
    case whichPartnership([String])
    case noSuchPartnership(String, known: [String])
    case notAHostName(String)
    case noSuchExample(String, known: [String])

    public var description: String {
        switch self {
        case .holdsAnother(let folder, let name):
            "The data folder ‘\(folder)’ already holds \(name). Name an empty folder for the example, or leave "
                + "--example away."
        case .noPartnership(let folder): "The data folder ‘\(folder)’ holds no partnership. Start it anew."
        case .whichPartnership(let names):
            "There are several partnerships here: \(names.joined(separator: "; ")). Say which with --partnership, by its "
                + "name or its host name."
        case .noSuchPartnership(let name, let known):
            "There is no partnership ‘\(name)’ here. There are: \(known.joined(separator: "; "))."
        case .notAHostName(let text):
            "‘\(text)’ is not a host name; one is like safer-medway.example.org, without https:// and without a port."
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
