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
    private static let mostFindings = 20

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
        let files = try await records.files.checkAll()
        let findings = Self.findings(chains, files)
        let entries = chains.values.reduce(0) { $0 + $1.entries }
        let changes = [
            Entry.Change("chains", from: Int?.none, to: chains.count),
            Entry.Change("entries", from: Int?.none, to: entries),
            Entry.Change("files", from: Int?.none, to: files.files),
        ]
        let found = findings.prefix(Self.mostFindings).map { Entry.Change("finding", from: String?.none, to: $0) }
        try await records.write(
            Entry(.recordsChecked, of: .init("check", job.name), by: Self.actor, at: now(), changes: changes + found)
        ) { _ in }
        guard !findings.isEmpty else { return }
        logger.error(
            "Records are not as they were written.", metadata: ["findings": "\(findings.joined(separator: " "))"])
        let (isFileDamaged, isInstallationBroken) = (files.damaged > 0, chains[.installation]?.isBroken ?? false)
        for (partnership, check) in chains where partnership != .installation {
            guard isFileDamaged || isInstallationBroken || check.isBroken else { continue }
            try await news.tell(
                "The nightly check found records that are not as they were written", in: partnership,
                Entry(.damageTold, of: .init("check", job.name), by: Self.actor, at: now()))
        }
    }

    private static func findings(_ chains: [ID<Tenant>: ChainCheck], _ files: KeptFilesCheck) -> [String] {
        var findings = chains.sorted { $0.key < $1.key }.compactMap { partnership, check -> String? in
            guard case .broken(let entry, let what) = check else { return nil }
            let whose = partnership == .installation ? "the installation" : "partnership \(partnership)"
            return "Of \(whose), entry \(entry): \(what)."
        }
        findings += files.examples.map { "The kept file \($0) is not as it was received." }
        let more = files.damaged - files.examples.count
        if more > 0 { findings.append("So are \(more) more.") }
        return findings
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
