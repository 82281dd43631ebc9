import Foundation
import Membership
import Storage

/// What the public brings before meetings, as it was entered, decided and answered.
public struct SubmissionStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// What was brought before a meeting, that which came first first.
    ///
    /// - Throws: `DatabaseFault`
    public func submissions(before meeting: ID<HeardMeeting>) async throws -> [Submission] {
        try await database.read { db in try db.submissions("submission.meeting = \(meeting)") }
    }

    /// - Throws: `DatabaseFault`
    public func submission(_ id: ID<Submission>) async throws -> Submission? {
        try await database.read { db in try db.submission(id) }
    }

    /// - Throws: `DatabaseFault`
    public func enter(
        _ details: SubmissionDetails, from contact: Submission.Contact, before meeting: HeardMeeting,
        by actor: Entry.Actor, at time: Date
    ) async throws -> ID<Submission> {
        let id: ID<Submission> = identities.new(at: time)
        let entry = Entry(
            .submissionEntered, of: .init("submission", id), by: actor, at: time,
            changes: [.init("submission kind", from: String?.none, to: details.kind.rawValue)])
        return try await database.write(entry) { db in
            try db.enter(details, as: id, before: meeting.id, by: actor.shownName, at: time)
            try db.keep(contact, of: id, until: meeting.contactsKeptUntil)
            return id
        }
    }

    /// What stands in an agenda that was published stays as it stands there.
    ///
    /// - Parameters:
    ///   - contact: nil where it was erased, and stays so.
    ///   - isLookedAt: whether somebody says that its ``Submission/doubts`` tell of nobody.
    /// - Throws: ``ParticipationRefusal``, `ChangedMeanwhile`, `DatabaseFault`
    public func change(
        _ known: Submission, to details: SubmissionDetails, from contact: Submission.Contact?,
        before meeting: HeardMeeting, isLookedAt: Bool = false, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.submissionChanged, of: .init("submission", known.id), by: actor, at: time)
        try await database.write(entry) { db in
            let kept = try db.unchanged(known)
            guard kept.isOpenToChange(at: meeting), details.kind == kept.details.kind || kept.agendaKey == nil else {
                throw ParticipationRefusal.standsInPublished
            }
            try db.change(details, of: kept)
            if kept.contact != nil, let contact {
                try db.keep(contact, of: kept.id, until: meeting.contactsKeptUntil)
            }
            if kept.standing.isAccepted {
                try db.submission(kept.id)?.check(at: meeting, isLookedAt, known: kept.doubts)
            }
        }
    }

    /// Decides on one that waits, or puts it back where it waits.
    ///
    /// - Throws: ``ParticipationRefusal``, `ChangedMeanwhile`, `DatabaseFault`
    public func set(
        _ standing: Submission.Standing, of known: Submission, before meeting: HeardMeeting, isLookedAt: Bool = false,
        by actor: Entry.Actor, at time: Date
    ) async throws {
        let why = standing.why.isEmpty ? nil : standing.why
        let entry = Entry(standing.act, of: .init("submission", known.id), by: actor, at: time, why: why)
        try await database.write(entry) { db in
            let kept = try db.unchanged(known)
            guard kept.standing.mayBecome(standing) else { throw ParticipationRefusal.decidedAlready }
            var key = kept.agendaKey
            if standing.isAccepted {
                try Submission(kept, standing).check(at: meeting, isLookedAt)
                key = try db.openKey(for: kept, at: meeting)
            } else if key.map({ !meeting.publishedItems.contains($0) }) ?? false {
                key = nil
            }
            try db.set(standing, on: key, of: kept)
        }
    }

    /// - Throws: ``ParticipationRefusal``, `ChangedMeanwhile`, `DatabaseFault`
    public func answer(
        _ known: Submission, _ answer: Submission.Answer, before meeting: HeardMeeting, isLookedAt: Bool = false,
        by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.submissionAnswered, of: .init("submission", known.id), by: actor, at: time)
        try await database.write(entry) { db in
            let kept = try db.unchanged(known)
            guard kept.standing.isAccepted else { throw ParticipationRefusal.notAccepted }
            try db.answer(answer, of: kept)
            try db.submission(kept.id)?.checkPrivateDetails(isLookedAt, known: kept.doubts)
        }
    }

    /// Erases how to reach whoever brought it: asked for by them, or because its time is over.
    ///
    /// - Throws: ``ParticipationRefusal``, `DatabaseFault`
    public func eraseContact(of id: ID<Submission>, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(.contactErased, of: .init("submission", id), by: actor, at: time)
        try await database.write(entry) { db in
            guard try db.submission(id) != nil else { throw ParticipationRefusal.notHere }
            try db.eraseContact(of: id)
        }
    }

    /// Erases all whose time was over before a day.
    ///
    /// - Throws: `DatabaseFault`
    public func eraseContacts(keptUntilBefore day: Day, by actor: Entry.Actor, at time: Date) async throws {
        let over: [ID<Submission>] = try await database.read { db in
            try db.rows(
                """
                SELECT submission FROM submission_contact
                WHERE partnership = \(db.partnership) AND kept_until < \(day) ORDER BY submission
                """
            ).map { try $0("submission") }
        }
        for id in over { try await eraseContact(of: id, by: actor, at: time) }
    }
}

extension Submission {
    /// As it would be, were something else decided.
    fileprivate init(_ other: Submission, _ standing: Standing) {
        self.init(
            id: other.id, meeting: other.meeting, details: other.details, contact: other.contact, standing: standing,
            answer: other.answer, agendaKey: other.agendaKey, enteredBy: other.enteredBy, revision: other.revision)
    }

    /// What was published stands as it is.
    public func isOpenToChange(at meeting: HeardMeeting) -> Bool {
        (standing == .waiting || standing.isAccepted)
            && !(agendaKey.map { meeting.publishedItems.contains($0) } ?? false)
    }

    /// Whether a meeting may hear it so, and everybody read it.
    ///
    /// - Throws: ``ParticipationRefusal``
    func check(
        at meeting: HeardMeeting, _ isLookedAt: Bool, known: [String] = []
    ) throws(ParticipationRefusal) {
        try checkPrivateDetails(isLookedAt, known: known)
        let concerns = details.concerns(at: meeting.hearings)
        guard concerns.isEmpty || !standing.why.isEmpty else { throw .reasonWanted(concerns) }
    }

    /// - Parameter known: doubts that somebody looked at before.
    func checkPrivateDetails(_ isLookedAt: Bool, known: [String] = []) throws(ParticipationRefusal) {
        guard privateDetails.isEmpty else { throw .privateDetails(privateDetails) }
        let new = doubts.filter { !known.contains($0) }
        guard isLookedAt || new.isEmpty else { throw .doubts(new) }
    }
}

extension Submission.Standing {
    fileprivate var act: Act {
        switch self {
        case .waiting: .submissionTakenUp
        case .accepted: .submissionAccepted
        case .rejected: .submissionRejected
        case .withdrawn: .submissionWithdrawn
        }
    }

    /// A decision is made of what waits; what was decided can be withdrawn, or waits again.
    public func mayBecome(_ other: Submission.Standing) -> Bool {
        switch (self, other) {
        case (.waiting, .accepted), (.waiting, .rejected), (.waiting, .withdrawn), (.accepted, .withdrawn): true
        case (.rejected, .waiting), (.withdrawn, .waiting): true
        default: false
        }
    }
}
