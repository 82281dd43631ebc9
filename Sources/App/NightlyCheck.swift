import Foundation
import Logging
import Storage

/// Every night all entries and all kept files are read through, while others work, a little at a time: no reading lasts
/// long enough to keep the write-ahead log from being taken in (S103). What was found is an entry of its own, and where
/// it is not good news those are told who look after the system.
struct NightlyCheck: Sendable {
    static let kind = Job.Kind("check")
    /// After the backup, which has read what was copied.
    static let schedule = Schedule(kind, dailyAt: 4, 0)
    private static let actor = Entry.Actor.job("nightly check")

    private let records: Database
    private let news: SystemNews
    private let logger: Logger
    private let now: @Sendable () -> Date

    init(
        of installation: Database, identities: Identities, logger: Logger, now: @escaping @Sendable () -> Date
    ) {
        (records, self.logger, self.now) = (installation, logger, now)
        news = SystemNews(installation, identities: identities)
    }

    /// - Throws: `DatabaseFault`
    @Sendable
    func run(_ job: Job) async throws {
        let chains = try await records.verifyEveryChain()
        // Before the files are read: what is named by then has been kept by then.
        let register = try await records.keptFileRegister(Installation.namesKeptFiles, of: chains.keys)
        let files = try await records.files.checkAll()
        var missing = register.missing(from: records.files)
        if !missing.isEmpty {
            // A file that was left meanwhile is named no more.
            let now = try await records.keptFileRegister(Installation.namesKeptFiles, of: chains.keys)
            missing.removeAll { now.records(naming: $0).isEmpty }
        }
        let found = NightFindings(chains: chains, files: files, register: register, missing: missing)
        let entries = chains.values.reduce(0) { $0 + $1.entries }
        let changes = [
            Entry.Change("chains", from: Int?.none, to: chains.count),
            Entry.Change("entries", from: Int?.none, to: entries),
            Entry.Change("files", from: Int?.none, to: files.files),
        ]
        let findings = found.ofInstallation
        try await records.write(entry(.recordsChecked, job, changes + findings.map(Entry.Change.init(finding:)))) { _ in
        }
        guard !findings.isEmpty else { return }
        logger.error(
            "Records are not as they were written.", metadata: ["findings": "\(findings.joined(separator: " "))"])
        for partnership in chains.keys where partnership != .installation && found.concern(partnership) {
            try await news.tell(
                "The nightly check found records that are not as they were written", in: partnership,
                entry(.damageTold, job, found.of(partnership).map(Entry.Change.init(finding:))))
        }
    }

    private func entry(_ act: Act, _ job: Job, _ changes: [Entry.Change]) -> Entry {
        Entry(act, of: .init("check", job.name), by: Self.actor, at: now(), changes: changes)
    }
}

extension Entry.Change {
    fileprivate init(finding: String) {
        self.init("finding", from: String?.none, to: finding)
    }
}

extension ChainCheck {
    fileprivate var entries: Int { if case .whole(let entries, _) = self { entries } else { 0 } }
}

extension Act {
    static let recordsChecked = Act("records checked", "All entries and kept files were read through.")
    static let damageTold = Act(
        "damage told", "It was told that entries or kept files are not as they were written.")
}
