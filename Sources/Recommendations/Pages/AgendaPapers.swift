import Publishing
import Storage
import Wording

/// What agendas are given: recommendations that wait for a meeting, and the tracker as a paper. All of it goes into the public's
/// pack, so nothing that is kept from the public is in it.
extension RecommendationsDesk {
    /// Recommendations that wait for a body's next meeting.
    ///
    /// - Parameter meeting: where it is an item already it does not wait any more, until that day has passed with nothing decided.
    /// - Throws: `DatabaseFault`
    public func waiting(for body: ThreadBody, at meeting: String) async throws -> [FollowedThread] {
        try await threads.threads().map(FollowedThread.init).filter { followed in
            switch followed.state.stage {
            case .waits(let next): return next.isSame(as: body)
            case .before(let now, let mention):
                guard now.isSame(as: body), let mention, mention.id != meeting, let day = Day(mention.day) else {
                    return false
                }
                return day < today()
            default: return false
            }
        }
    }

    /// One as it stands, with its way so far, in Markdown; nil where there is none or the public may not read it.
    ///
    /// - Throws: `DatabaseFault`
    public func paper(of id: String) async throws -> String? {
        guard let id = ID<RecommendationThread>(id), let thread = try await threads.thread(id), !thread.isWithheld
        else {
            return nil
        }
        let steps = thread.standing.filter { !$0.details.isWithheld }.compactMap { step -> String? in
            if case .made = step.details.what { return "- \(Self.day(step)): recommended\(Self.by(step))" }
            if case .asked = step.details.what { return nil }
            return "- \(Self.day(step)): \(StepWords(step.details).title.begunSmall)\(Self.by(step))"
        }
        return "\(thread.text.full)\n\n**Its way so far**\n\n\(steps.joined(separator: "\n"))"
    }

    /// Where everybody reads of one; nil where nothing of it was published.
    ///
    /// - Throws: `DatabaseFault`
    public func publicPlace(of id: String) async throws -> String? {
        try await notices.announcements(of: id).isEmpty ? nil : "/recommendations/\(id)"
    }

    /// Open recommendations of a body, and who has not answered, in Markdown; nil where there are none.
    ///
    /// - Throws: `DatabaseFault`
    public func trackerPaper(of body: ThreadBody) async throws -> String? {
        let open = try await self.open(of: body).filter { !$0.thread.isWithheld }
        guard !open.isEmpty else { return nil }
        let rows = open.map { followed in
            let state = followed.state
            let late = state.isOverdue(on: today()) ? " (overdue)" : ""
            return "| \(Self.cell(followed.thread.title)) | \(Self.cell(state.words(on: today()))) "
                + "| \(Self.cell(state.awaiting?.body.name ?? "")) | \(state.awaiting?.due.day.words ?? "")\(late) |"
        }
        return
            "As on \(today().words):\n\n| What is recommended | Where it is | Who has not answered | Due |\n|---|---|---|---|\n"
            + rows.joined(separator: "\n")
    }

    private static func day(_ step: ThreadStep) -> String { step.details.on?.words ?? step.details.day }

    private static func by(_ step: ThreadStep) -> String { step.details.body.map { " (\($0.name))" } ?? "" }

    private static func cell(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "/")
    }
}
