import Meetings
import Membership
import Minutes
import Participation
import Publishing
import Recommendations
import Reports
import Storage

/// What minutes are told of the meetings they are taken of.
struct MinutesFromMeetings: Minutes.MeetingDesk {
    let desks: MeetingDesks
    let reports: ReportsDesk
    let threads: ThreadStore
    let participation: ParticipationDesk

    func meeting(_ id: ID<MinutedMeeting>, for member: Member) async throws -> MinutedMeeting? {
        try await found(id, for: member)
    }

    func meeting(_ id: ID<MinutedMeeting>) async throws -> MinutedMeeting? { try await found(id, for: nil) }

    private func found(_ id: ID<MinutedMeeting>, for member: Member?) async throws -> MinutedMeeting? {
        guard let id = ID<Meeting>(id.description), let held = try await desks.held(id, for: member) else { return nil }
        return MinutedMeeting(held, concerns: try await concerns(of: held), brought: try await brought(to: held))
    }

    /// What the public brought, by the item on which it stands.
    private func brought(to held: MeetingDesks.Held) async throws -> [ID<AgendaItem>: String] {
        guard let meeting = ID<HeardMeeting>(held.meeting.id.description) else { return [:] }
        var found: [ID<AgendaItem>: String] = [:]
        for place in held.arising {
            found[place.item] = try await participation.item(place.key, of: meeting)?.minuted
        }
        return found
    }

    /// The recommendations of each item whose way leads to the body: what it is itself, those of the reports with it, and those
    /// that came before the meeting with another of the same report.
    private func concerns(of held: MeetingDesks.Held) async throws -> [ID<AgendaItem>: [MinutedMeeting.Concern]] {
        var known: [ID<AgendaItem>: Set<ID<RecommendationThread>>] = [:]
        for item in held.agenda.standing { known[item.id] = try await recommendations(with: item, at: held) }
        guard known.values.contains(where: { !$0.isEmpty }) else { return [:] }
        let all = try await threads.threads().filter { $0.start.leads(to: ThreadBody(held.body)) }
        let received = all.filter { $0.isItem(ofMeeting: held.meeting.id.description) }
        return known.mapValues { ids in
            let own = all.filter { ids.contains($0.id) }
            let others = received.filter { other in
                !ids.contains(other.id) && own.contains { $0.isOfSameReport(as: other) }
            }
            return (own + others).map {
                .init(key: $0.id.description, title: $0.title, outcomes: Outcome.allCases.map(\.rawValue))
            }
        }
    }

    private func recommendations(
        with item: AgendaItem, at held: MeetingDesks.Held
    ) async throws -> Set<ID<RecommendationThread>> {
        var ids = held.arising.filter { $0.item == item.id }.compactMap { place in
            place.key.split(separator: " ").last.flatMap { ID<RecommendationThread>(String($0)) }
        }
        for paper in item.standing {
            guard case .report(let address, let version) = paper.content,
                let id = ID<Report>(inAddress: address),
                let report = try await reports.finishing.final(version, of: id)
            else { continue }
            ids += report.recommendations.compactMap { ID<RecommendationThread>($0.id.description) }
        }
        return Set(ids)
    }

    func meetings(after meeting: MinutedMeeting) async throws -> [OtherMeeting] {
        guard let body = ID<Body>(meeting.body.key) else { return [] }
        return try await desks.meetingsHeld(of: body, after: meeting.called.day).compactMap(OtherMeeting.init)
    }

    func meetings(before meeting: MinutedMeeting) async throws -> [OtherMeeting] {
        guard let body = ID<Body>(meeting.body.key) else { return [] }
        return try await desks.meetingsHeld(of: body, before: meeting.called.day).compactMap(OtherMeeting.init)
    }
}

extension OtherMeeting {
    fileprivate init?(_ meeting: Meeting) {
        guard let id = ID<MinutedMeeting>(meeting.id.description) else { return nil }
        self.init(id: id, day: meeting.day, kind: meeting.details.kind.rawValue)
    }
}

extension MinutedMeeting {
    fileprivate init?(
        _ held: MeetingDesks.Held, concerns: [ID<AgendaItem>: [MinutedMeeting.Concern]],
        brought: [ID<AgendaItem>: String]
    ) {
        let (meeting, body, day) = (held.meeting, held.body, held.meeting.day)
        guard let id = ID<MinutedMeeting>(meeting.id.description) else { return nil }
        let seats = held.seats.map { seat in
            MinutedMeeting.SeatAtTable(
                key: seat.id.description, name: seat.holder(on: day)?.name ?? "Vacant: \(seat.title)",
                title: seat.title,
                isChair: seat.role == .chair, isVoting: seat.role.votes,
                substitutes: seat.substitutes(on: day).map(\.name), person: seat.holder(on: day)?.person)
        }
        let voting = held.seats.count { $0.role.votes }
        let regime = body.details.regime
        self.init(
            id: id,
            body: .init(
                key: body.id.description, name: body.name,
                isWelsh: regime == .councilWales || regime == .executiveWales, isNeverPublic: held.isNeverPublic,
                isCouncil: regime == .councilEngland || regime == .councilWales, others: held.others),
            called: .init(
                kind: meeting.details.kind.rawValue, day: day, startsAt: meeting.details.startsAt,
                place: meeting.details.place, isCalledOff: meeting.isCalledOff),
            rules: .init(
                quorum: held.rules?.quorum.members(of: voting) ?? 1,
                allowsSubstitutes: held.rules?.allowsSubstitutes ?? false, decidesBudget: meeting.details.decidesBudget),
            seats: seats,
            items: held.agenda.numbered.map {
                Item(
                    $0.number, $0.item, concerns[$0.item.id] ?? [], proposal: held.resolution(at: $0.item),
                    brought: brought[$0.item.id] ?? "", confirms: held.meetingConfirmed(at: $0.item))
            },
            isReadByMember: held.isReadByMember,
            announced: held.announced.map { .init(id: $0.id, slug: "\($0.bodySlug)-\($0.step)") })
    }
}

extension MinutedMeeting.Item {
    fileprivate init(
        _ number: Int, _ item: AgendaItem, _ concerns: [MinutedMeeting.Concern], proposal: [String], brought: String,
        confirms: String?
    ) {
        let kind: Kind =
            switch item.details.kind {
            case .apologies: .apologies
            case .declarations: .declarations
            case .exclusion: .exclusion
            default: .other
            }
        self.init(
            key: item.id.description, number: number, kind: kind, title: item.title,
            lateReason: item.details.lateReason, isWithheld: !item.details.withholding.isOpen,
            withheld: .init(item.details.withholding), isByResolution: item.details.withholding.isExempt,
            proposal: proposal, concerns: concerns,
            brought: brought, confirms: confirms)
    }
}

extension MinutedMeeting.Withheld {
    fileprivate init?(_ withholding: Withholding) {
        switch withholding {
        case .open: return nil
        case .exempt(let paragraphs, let reasoning, _):
            self.init(isConfidential: false, paragraphs: paragraphs, reasoning: reasoning)
        case .confidential(let reason): self.init(isConfidential: true, paragraphs: [], reasoning: reason)
        }
    }
}

extension Role {
    /// Whether who sits in such a seat has a vote. Officers advise a body; they are not of it.
    var votes: Bool {
        switch self {
        case .chair, .member, .strategicLead, .operationalLead: true
        case .officer, .clerk, .analyst, .caseworker, .administrator: false
        }
    }
}
