import Foundation
import ScratchDatabases
import Testing

@testable import App
@testable import Storage

@Suite("Every night there is a backup")
struct NightlyBackupTests {
    /// Ten in the morning of 24 November 2026.
    private static let morning = Date(timeIntervalSince1970: 1_795_514_400)

    /// Runs a body with a runner, its clock, and the folder of the backups.
    private func runner(_ body: (JobRunner, Clock, Database, String) async throws -> Void) async throws {
        try await Scratch.sqlite.withFolder { folder in
            let records = try await Database.open(
                folder: folder + "/data", migrations: Installation.migrations, at: Self.morning, logger: .silent)
            let clock = Clock(at: Self.morning)
            let backups = folder + "/backups"
            let runner = JobRunner(
                records, schedules: [NightlyBackup.schedule],
                workers: [
                    NightlyBackup.kind: NightlyBackup(of: records, to: backups, now: { clock.now }).run
                ], logger: .silent, now: { clock.now })
            try await body(runner, clock, records, backups)
            await records.close()
        }
    }

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    @Test("once a day, however often the program is started, and it can be restored")
    func daily() async throws {
        try await runner { runner, clock, records, backups in
            for _ in 1...3 { try await runner.doWhatIsDue() }
            #expect(names(backups) == ["frankpledge-2026-11-24"])

            clock.move(hours: 24)
            try await runner.doWhatIsDue()
            #expect(names(backups) == ["frankpledge-2026-11-24", "frankpledge-2026-11-25"])

            try await Backup(of: backups + "/frankpledge-2026-11-25")
                .restore(to: backups + "-restored", migrations: Installation.migrations)
            let acts = try await records.read { try $0.entries(2).map(\.act) }
            #expect(acts == ["backup made", "backup made"])
        }
    }

    @Test("after a week without power there is one, not seven")
    func pause() async throws {
        try await runner { runner, clock, _, backups in
            try await runner.doWhatIsDue()
            clock.move(hours: 7 * 24)
            try await runner.doWhatIsDue()

            #expect(names(backups) == ["frankpledge-2026-11-24", "frankpledge-2026-12-01"])
        }
    }

    @Test("a fortnight’s are kept, and what is not a backup is left alone")
    func fortnight() async throws {
        try await runner { runner, clock, _, backups in
            try await runner.doWhatIsDue()
            try Data().write(to: URL(filePath: backups + "/frankpledge-notes.txt"))
            for _ in 1...15 {
                clock.move(hours: 24)
                try await runner.doWhatIsDue()
            }

            #expect(names(backups).count == 15)
            #expect(names(backups).first == "frankpledge-2026-11-26")
            #expect(names(backups).contains("frankpledge-notes.txt"))
        }
    }

    @Test("one that was broken off is made anew")
    func brokenOff() async throws {
        try await runner { runner, _, _, backups in
            let path = backups + "/frankpledge-2026-11-24"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data("half".utf8).write(to: URL(filePath: path + "/records.sqlite"))

            try await runner.doWhatIsDue()

            try await Backup(of: path).check()
        }
    }
}
