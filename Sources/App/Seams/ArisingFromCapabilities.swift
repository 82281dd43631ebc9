import Foundation
import Meetings
import Membership
import Minutes
import Participation
import Recommendations
import Storage

/// What waits for a meeting: minutes to be confirmed, open actions, recommendations received, and the tracker of the body's own.
struct ArisingFromCapabilities: ArisingDesk {
    let minutes: MinutesDesk
    let recommendations: RecommendationsDesk
    let keeping: ThreadKeeping
    let participation: ParticipationDesk

    private static let ofRecommendation = "recommendation "
    private static let ofMinutes = "minutes "
    private static let ofReport = "report "

    func arising(at meeting: ArisingMeeting) async throws -> [ArisingMatter] {
        let body = ThreadBody(meeting.body)
        var matters: [ArisingMatter] = []
        if meeting.meeting.details.kind != .extraordinary {
            for earlier in meeting.unconfirmed where try await !isConfirmed(earlier) {
                matters.append(.minutes(of: earlier, body: meeting.body.name))
            }
            matters.append(.actions)
        }
        if let heard = meeting.heard { matters += try await participation.waiting(for: heard).map(ArisingMatter.init) }
        let waiting = try await recommendations.waiting(for: body, at: meeting.meeting.id.description)
        let all = try await recommendations.threads.threads()
        matters += waiting.map { followed in
            let isAmongOthers = all.contains { $0.isOfSameReport(as: followed.thread) && $0.start.leads(to: body) }
            return ArisingMatter(followed.thread, isAmongOthers: isAmongOthers)
        }
        let isOpen = try await recommendations.open(of: body).contains { followed in
            if case .before(_, let mention?) = followed.state.stage, mention.id == meeting.meeting.id.description {
                return false
            }
            return !followed.thread.isWithheld && !waiting.contains { $0.thread.id == followed.thread.id }
        }
        if isOpen { matters.append(.tracker) }
        return matters
    }

    private func isConfirmed(_ meeting: Meeting) async throws -> Bool {
        guard let id = ID<MinutedMeeting>(meeting.id.description) else { return false }
        return try await minutes.isConfirmed(id)
    }

    func paper(of key: String, at meeting: ArisingMeeting) async throws -> ArisingPaper? {
        switch key {
        case ArisingMatter.actions.key:
            return try await minutes.actionsPaper(of: meeting.body.id.description).map {
                ArisingPaper("Actions that are open", $0)
            }
        case ArisingMatter.tracker.key:
            return try await recommendations.trackerPaper(of: ThreadBody(meeting.body)).map {
                ArisingPaper("What became of recommendations", $0)
            }
        case _ where key.hasPrefix(Self.ofMinutes):
            guard let id = ID<MinutedMeeting>(String(key.dropFirst(Self.ofMinutes.count))) else { return nil }
            return try await minutes.draftPaper(of: id).map { ArisingPaper($0.title, $0.text) }
        case _ where key.hasPrefix(Self.ofRecommendation):
            return try await recommendations.paper(of: String(key.dropFirst(Self.ofRecommendation.count))).map {
                ArisingPaper("The recommendation as it stands", $0)
            }
        default:
            guard let heard = meeting.heard else { return nil }
            return try await participation.item(key, of: heard).map { ArisingPaper($0.title, $0.paper) }
        }
    }

    func publicPlace(of key: String) async throws -> String? {
        guard key.hasPrefix(Self.ofRecommendation) else { return nil }
        return try await recommendations.publicPlace(of: String(key.dropFirst(Self.ofRecommendation.count)))
    }

    func put(
        _ key: String, at meeting: ArisingMeeting, by actor: Entry.Actor, at time: Date, in db: Writing
    ) throws {
        let mention = MeetingMention(
            id: meeting.meeting.id.description, day: meeting.meeting.day.description)
        let (body, today) = (ThreadBody(meeting.body), recommendations.today())
        if key.hasPrefix(Self.ofRecommendation) {
            try keeping.receive(
                String(key.dropFirst(Self.ofRecommendation.count)), at: mention, of: body, on: today, by: actor,
                at: time, in: db)
        } else if key.hasPrefix(Self.ofReport) {
            try keeping.receive(
                report: String(key.dropFirst(Self.ofReport.count)), at: mention, of: body, on: today, by: actor,
                at: time, in: db)
        } else if let heard = meeting.heard {
            try participation.put(key, of: heard, in: db)
        }
    }
}

/// Where what waits is asked for by those it is made of.
struct NothingArises: ArisingDesk {
    func arising(at meeting: ArisingMeeting) async throws -> [ArisingMatter] { [] }
    func paper(of key: String, at meeting: ArisingMeeting) async throws -> ArisingPaper? { nil }
    func publicPlace(of key: String) async throws -> String? { nil }
    func put(_ key: String, at meeting: ArisingMeeting, by actor: Entry.Actor, at time: Date, in db: Writing) throws {}
}

extension ThreadBody {
    init(_ body: Body) {
        self.init(key: body.id.description, name: body.name)
    }
}

extension ArisingMatter {
    fileprivate static let tracker = ArisingMatter(
        "tracker",
        AgendaItemDetails(
            kind: .other, title: "What became of recommendations",
            text: "To note where each stands, and who has not answered."),
        why: "Recommendations of this body are open.")

    /// Of what is kept from the public not even the words are told.
    ///
    /// - Parameter isAmongOthers: whether others of the same report come before the body, so that its name tells them not apart.
    fileprivate init(_ whole: RecommendationThread, isAmongOthers: Bool) {
        let thread = whole.isWithheld ? whole : whole.withoutWithheld
        let from = thread.standing.last { step in
            if case .sent = step.details.what { return true }
            return false
        }?.details.body?.name
        let title =
            thread.isWithheld
            ? "A recommendation that is kept from the public"
            : "Recommendation\(from.map { " of \($0)" } ?? ""): "
                + (thread.start.isOfReport && !isAmongOthers ? thread.start.from : thread.title(atMost: 100))
        self.init(
            "recommendation \(thread.id)",
            AgendaItemDetails(
                kind: .recommendation, title: title,
                text: thread.isWithheld
                    ? "To decide what becomes of it."
                    : "To decide what becomes of this recommendation"
                        + (isAmongOthers ? ", which is of the report ‘\(thread.start.from)’." : "."),
                withholding: Withholding(thread.start.withheld, isWithheld: thread.isWithheld)),
            why: from.map { "\($0) sent it to this body." } ?? "It was sent to this body.")
    }
}

extension Withholding {
    fileprivate init(_ withheld: ThreadStart.Withheld?, isWithheld: Bool) {
        guard isWithheld else {
            self = .open
            return
        }
        self =
            withheld?.isConfidential == true
            ? .confidential(reason: withheld?.reasoning ?? "")
            : .exempt(paragraphs: withheld?.paragraphs ?? [], reasoning: withheld?.reasoning ?? "", until: nil)
    }
}
