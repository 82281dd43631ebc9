import Publishing
import Storage

/// The steps of a recommendation as far as everybody may be told of them. Of minutes that are not published nothing is told but
/// that they lack, and what an agenda that is published says of them already.
struct OpenSteps {
    enum Telling: Hashable {
        case whole
        /// Its minutes are not published; the agenda of a later meeting has it.
        case printed
        /// In the place of what a public meeting decided; with the agenda that says some of it, if one does.
        case lacking(PublishedRecommendation.Place?)
        /// Before what somebody entered of a public meeting by hand, whose minutes are not published.
        case unminuted
    }

    struct Step {
        let step: ThreadStep
        let telling: Telling
        let place: PublishedRecommendation.Place?
    }

    private(set) var all: [Step] = []

    /// - Parameter thread: without what is kept from the public.
    init(of thread: RecommendationThread, papers: any OpenPapersDesk) async throws {
        let printed = try await Self.printed(of: thread, papers: papers)
        var told: Set<String> = []
        for step in thread.standing where !step.details.isPersonal {
            let place = try await papers.place(of: step.details)
            guard step.details.isFromMinutes, place == nil else {
                if let meeting = try await Self.unminuted(step.details, papers), told.insert(meeting.id).inserted {
                    all.append(Step(step: step, telling: .unminuted, place: meeting.place))
                }
                all.append(Step(step: step, telling: .whole, place: place))
                continue
            }
            if let meeting = step.details.meeting?.id, told.insert(meeting).inserted,
                let there = try await papers.place(ofMeeting: meeting)
            {
                let agenda = thread.standing.lazy.filter { $0.details.meeting?.id == meeting }
                    .compactMap { printed[$0.number] }.first
                all.append(Step(step: step, telling: .lacking(agenda), place: there))
            }
            if let agenda = printed[step.number] { all.append(Step(step: step, telling: .printed, place: agenda)) }
        }
    }

    /// Whether anything is told of it besides what lacks.
    var isTold: Bool {
        all.contains { step in
            switch step.telling {
            case .whole, .printed: true
            case .lacking, .unminuted: false
            }
        }
    }

    /// The public meeting that did what was entered by hand, where its minutes are not published.
    private static func unminuted(
        _ details: StepDetails, _ papers: any OpenPapersDesk
    ) async throws -> (id: String, place: PublishedRecommendation.Place)? {
        guard details.source == .hand, details.isOfMeeting, let body = details.body, let day = details.on else {
            return nil
        }
        var id = details.meeting?.id
        if id == nil { id = try await papers.meeting(of: body, on: day) }
        guard let id, let place = try await papers.place(ofMeeting: id) else { return nil }
        var minuted = details
        (minuted.source, minuted.meeting) = (.minutes(decision: ""), MeetingMention(id: id, day: details.day))
        return try await papers.place(of: minuted) == nil ? (id, place) : nil
    }

    /// What follows of them: of a meeting that lacks all, that it had the recommendation before it.
    var known: [ThreadStep] {
        all.compactMap { open in
            let details = open.step.details
            switch open.telling {
            case .whole, .printed: return open.step
            case .lacking(.some), .unminuted: return nil
            case .lacking(nil):
                let isOnAgenda = all.contains { other in
                    if case .received = other.step.details.what {
                        return other.step.details.meeting?.id == details.meeting?.id
                    }
                    return false
                }
                guard !isOnAgenda else { return nil }
                var received = details
                (received.what, received.minute, received.source) = (.received, nil, .agenda)
                return ThreadStep(number: open.step.number, received, by: open.step.by, at: open.step.at)
            }
        }
    }

    /// Those of which the published agenda of a later meeting tells, each with that agenda: in its list of the way so far, and
    /// where they changed the words, in the words that it begins with.
    private static func printed(
        of thread: RecommendationThread, papers: any OpenPapersDesk
    ) async throws -> [Int: PublishedRecommendation.Place] {
        let texts = thread.texts
        var found: [Int: PublishedRecommendation.Place] = [:]
        for received in thread.standing {
            guard case .received = received.details.what, let meeting = received.details.meeting?.id,
                let place = try await papers.place(of: received.details),
                let paper = try await papers.printed(thread.id, atMeeting: meeting)
            else { continue }
            let last = texts.lastIndex { paper.hasPrefix($0.text.full + "\n\n**") }
            for step in thread.standing where found[step.number] == nil && step.details.isFromMinutes {
                guard let line = RecommendationsDesk.line(step), paper.split(separator: "\n").contains(Substring(line))
                else { continue }
                if let index = texts.firstIndex(where: { $0.step == step.number }), index > last ?? -1 { continue }
                found[step.number] = place
            }
        }
        return found
    }
}
