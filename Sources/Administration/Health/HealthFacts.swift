import Foundation
import Membership
import Storage

/// What is known of how the program does, to be judged by ``HealthReport``.
public struct HealthFacts: Sendable {
    /// Why the records can't be changed any more; nil where they can.
    public var writingStopped: String?
    /// Nil where the records can't be asked.
    public var condition: RecordsCondition?
    /// How many changes wait to be saved.
    public var waitingWrites = 0
    /// Of the disk that the data folder is on.
    public var disk: DiskRoom?
    /// The newest backup that was made and checked; nil for none.
    public var lastBackup: Date?
    /// Whether backups are made by themselves.
    public var makesBackups = false
    public var lastCheck: RecordsChecked?
    public var jobs: [JobStanding] = []
    public var failedJobs: [FailedJob] = []
    public var letters: JobStanding?
    /// Whether mail is set up, and whether letters can lead back here.
    public var sendsMail = false
    public var knowsAddress = false
    /// Why papers and charts can't be made, and what to do; nil where they can.
    public var pressProblem: String?
    /// When the clock was last set back, and by how many seconds.
    public var clockSetBack: (at: Date, seconds: Int)?
    /// How the officer stands that the program brings along.
    public var firstOfficer = FirstOfficerStore.Standing.retired
    public var version: String
    public var startedAt: Date
    public var now: Date

    public init(version: String, startedAt: Date, now: Date) {
        (self.version, self.startedAt, self.now) = (version, startedAt, now)
    }

    /// A job that was given up, as those who look after the system know it.
    public struct FailedJob: Sendable {
        public let job: GivenUpJob
        /// “The nightly backup”.
        public let title: String
        /// What to do before it is tried again.
        public let advice: String

        public init(_ job: GivenUpJob, titled title: String, advice: String) {
            (self.job, self.title, self.advice) = (job, title, advice)
        }
    }
}

/// What the nightly check found.
public struct RecordsChecked: Sendable, Hashable {
    public let at: Date
    public let chains: Int
    public let entries: Int
    public let files: Int
    /// What is not as it was written, in sentences.
    public let findings: [String]

    public init(at: Date, chains: Int, entries: Int, files: Int, findings: [String]) {
        (self.at, self.chains, self.entries, self.files, self.findings) = (at, chains, entries, files, findings)
    }
}

/// What the page of how the program does needs of the program.
public protocol HealthDesk: Sendable {
    func facts() async throws -> HealthFacts
}
