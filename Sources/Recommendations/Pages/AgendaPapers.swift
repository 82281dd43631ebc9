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
        let all = try await threads.threads()
        // What was made together stays together, in the order of its points.
        let first = Dictionary(all.map { ($0.start.address, $0.id.description) }, uniquingKeysWith: min)
        func place(_ thread: RecommendationThread) -> (String, Int, String) {
            let point = thread.standing.first?.details.point?.number ?? 0
            return (first[thread.start.address] ?? "", point, thread.id.description)
        }
        return all.sorted { place($0) < place($1) }.map(FollowedThread.init).filter {
            $0.state.waits(for: body, at: meeting, on: today())
        }
    }

    /// One as it stands, with its way so far, in Markdown; nil where there is none or the public may not read it.
    ///
    /// - Throws: `DatabaseFault`
    public func paper(of id: String) async throws -> String? {
        guard let id = ID<RecommendationThread>(id), let whole = try await threads.thread(id), !whole.isWithheld else {
            return nil
        }
        let thread = whole.withoutWithheld
        let steps = thread.standing.compactMap(Self.line)
        return "\(thread.text.full)\n\n**Its way so far**\n\n\(steps.joined(separator: "\n"))"
    }

    /// How the paper tells a step of the way; nil of what it does not tell.
    static func line(_ step: ThreadStep) -> String? {
        if case .made = step.details.what {
            return "- \(day(step)): recommended\(by(step))" + (step.details.point.map { ", \($0.words)" } ?? "")
        }
        if case .asked = step.details.what { return nil }
        return "- \(day(step)): \(StepWords(step.details).title.begunSmall)\(by(step))"
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
        let open = try await self.open(of: body).filter { !$0.thread.isWithheld }.map {
            FollowedThread($0.thread.withoutWithheld)
        }
        guard !open.isEmpty else { return nil }
        let rows = open.map { followed in
            let state = followed.state
            let late = state.isOverdue(on: today()) ? " (overdue)" : ""
            return "| \(Self.cell(followed.thread.title)) | \(Self.cell(state.words(on: today()))) "
                + "| \(Self.cell(state.decided?.words ?? state.awaiting?.body.name ?? "")) | \(state.awaiting?.due.day.words ?? "")\(late) |"
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
