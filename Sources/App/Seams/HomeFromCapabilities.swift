import DataRegister
import Meetings
import Membership
import Partnership
import Publishing
import Recommendations
import Reports
import Storage
import StrategicAssessment
import Web
import Wording

/// What the first page shows of all capabilities together.
struct HomeFromCapabilities: HomeDesk {
    let assessment: HomeFromAssessment
    let strategic: StrategicDesks
    let reports: ReportsDesk
    let recommendations: RecommendationsDesk
    let publications: PublicationStore
    /// Everybody who comes asks for the same few lines.
    private let lines = EditionShelf<String, [PublishedLine]>(most: 1)
    private let untold = EditionShelf<String, Int>(most: 1)
    private let announced: MeetingNoticeStore
    private let agendas: MeetingDesks
    private let coming = EditionShelf<String, [PublishedLine]>(most: 1)

    init(
        assessment: HomeFromAssessment, strategic: StrategicDesks, reports: ReportsDesk,
        recommendations: RecommendationsDesk, publications: PublicationStore, meetings: MeetingNoticeStore,
        agendas: MeetingDesks
    ) {
        (self.assessment, self.strategic, self.publications) = (assessment, strategic, publications)
        (self.reports, self.recommendations) = (reports, recommendations)
        (announced, self.agendas) = (meetings, agendas)
    }

    func tasks(for member: Member) async throws -> [HomeTask] {
        let due = try await strategic.due(for: member).map { due in
            HomeTask(due.title, detail: due.detail, state: Tag("To do", .waiting), at: due.address)
        }
        let reviews = try await agendas.reviewsDue(for: member).map(HomeTask.init)
        let clearances = try await reports.due(for: member).compactMap(HomeTask.init)
        let answers = try await recommendations.due(for: member).compactMap(HomeTask.init)
        let news = try await news(for: member)
        return try await clearances + answers + due + reviews + news + assessment.tasks(for: member)
    }

    /// Of those who publish what became of recommendations: how many public pages are behind the papers.
    private func news(for member: Member) async throws -> [HomeTask] {
        guard member.may(.publishRecommendations) else { return [] }
        let edition = try await "\(recommendations.edition()) \(announced.edition()) \(publications.edition())"
        let count = try await untold.value("", edition: edition) { [recommendations] in
            try await recommendations.untold().count
        }
        guard count > 0 else { return [] }
        return [
            HomeTask(
                "Publish what became of recommendations",
                detail: count.counted("recommendation has", "recommendations have") + " news that is not published.",
                state: Tag("To do", .waiting), at: "/committees/recommendations?state=untold")
        ]
    }

    func published() async throws -> [PublishedLine] {
        try await lines.value("", edition: publications.edition()) { [publications] in
            try await Self.latest(publications)
        }
    }

    func meetings() async throws -> [PublishedLine] {
        let today = assessment.today()
        return try await coming.value(today.description, edition: announced.edition()) { [announced] in
            let coming = try await announced.meetings(from: today).filter { !$0.now.isCalledOff }
            return coming.prefix(3).map { meeting in
                PublishedLine(
                    meeting.now.body.name, on: "\(meeting.now.day.words) at \(meeting.now.startsAt.words)",
                    at: "/meetings/\(meeting.bodySlug)/\(meeting.step)")
            }
        }
    }

    func called(for steps: [Profile.KeyDate], from today: Day) async throws -> [Profile.KeyDate: Day] {
        let undated = steps.filter { $0.when == nil }
        guard !undated.isEmpty else { return [:] }
        var days: [String: Day] = [:]
        for meeting in try await announced.meetings(from: today) where !meeting.now.isCalledOff {
            days[meeting.now.body.name] = min(days[meeting.now.body.name] ?? meeting.now.day, meeting.now.day)
        }
        var called: [Profile.KeyDate: Day] = [:]
        for step in undated {
            let named = ThreadBody(name: step.what)
            called[step] = days.filter { named.isSame(as: ThreadBody(name: $0.key)) }.values.min()
        }
        return called
    }

    private static func latest(_ publications: PublicationStore) async throws -> [PublishedLine] {
        // A meeting’s papers are with it: there are many of them, and they would leave room for nothing else.
        let standing = try await publications.publications().filter { !$0.kind.isOfMeetings }.compactMap {
            publication in
            publication.current.map { (publication, $0) }
        }
        return standing.sorted { $1.1.publishedAt < $0.1.publishedAt }.prefix(3).map { publication, version in
            PublishedLine(version.title, on: version.publishedAt.day, at: "/publications/\(publication.slug)")
        }
    }

    func highlights(for member: Member) async throws -> HomeHighlights? {
        try await assessment.highlights(for: member)
    }

    func figures(for member: Member) async throws -> [FigureCard] {
        try await assessment.figures(for: member)
    }
}
