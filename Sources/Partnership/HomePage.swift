import Foundation
import Membership
import Storage
import Web
import Wording

/// Something that waits for the officer, as another capability tells it.
public struct HomeTask: Sendable {
    public let title: String
    public let detail: String
    public let state: Tag
    public let address: Address

    public init(_ title: String, detail: String, state: Tag, at address: Address) {
        self.title = title
        self.detail = detail
        self.state = state
        self.address = address
    }
}

/// What stands out in the latest figures, in a few lines.
public struct HomeHighlights: Sendable {
    public let title: String
    public let sentence: String
    public let lines: [(subject: String, trend: Trend)]
    /// Where the whole of it is.
    public let more: Mention

    public init(_ title: String, sentence: String, lines: [(subject: String, trend: Trend)], more: Mention) {
        self.title = title
        self.sentence = sentence
        self.lines = lines
        self.more = more
    }
}

/// What the first page needs of other capabilities: what is due, what stands out, and the figures worth seeing first.
/// Each member is shown only what they may open.
public protocol HomeDesk: Sendable {
    func tasks(for member: Member) async throws -> [HomeTask]
    func figures(for member: Member) async throws -> [FigureCard]
    func highlights(for member: Member) async throws -> HomeHighlights?
    /// What was published of late, for everybody.
    func published() async throws -> [PublishedLine]
    /// The next meetings that were announced, for everybody.
    func meetings() async throws -> [PublishedLine]
    /// Those steps of the partnership’s year that somebody’s records say were done.
    func done(of steps: [Profile.KeyDate]) async throws -> Set<Profile.KeyDate>
    /// For those steps without a date that are called like a body: the day of its next meeting that everybody was told of.
    func called(for steps: [Profile.KeyDate], from today: Day) async throws -> [Profile.KeyDate: Day]
}

extension HomeDesk {
    /// Nothing stands out where nobody looks.
    public func highlights(for member: Member) async throws -> HomeHighlights? { nil }

    public func published() async throws -> [PublishedLine] { [] }

    public func meetings() async throws -> [PublishedLine] { [] }

    /// No step is called done by whoever keeps no record of it.
    public func done(of steps: [Profile.KeyDate]) async throws -> Set<Profile.KeyDate> { [] }

    public func called(for steps: [Profile.KeyDate], from today: Day) async throws -> [Profile.KeyDate: Day] { [:] }
}

/// What was done lately that a member may know of, in a line each, as another capability tells it.
public struct RecentDeeds: Sendable {
    public struct Deed: Sendable {
        let sentence: String
        let at: Date
        /// Where the thing is that it was done to, if the member may open it.
        let address: Address?

        public init(_ sentence: String, at time: Date, path: String?) {
            (self.sentence, at) = (sentence, time)
            address = path.flatMap { Address(untrusted: $0) }
        }
    }

    public let title: String
    public let deeds: [Deed]
    /// Where the rest is.
    public let more: Mention

    public init(_ title: String, _ deeds: [Deed], more: Mention) {
        (self.title, self.deeds, self.more) = (title, deeds, more)
    }
}

/// What the first page needs of whoever keeps what was done.
public protocol RecentDesk: Sendable {
    func latest(for session: Session) async throws -> RecentDeeds
}

/// `/home`: what is due from me, with the partnership's year as a line across the top.
struct HomePage {
    let profile: Profile
    let tasks: [HomeTask]
    let figures: [FigureCard]
    let highlights: HomeHighlights?
    let recent: RecentDeeds
    /// Whether the reader holds a seat, or substitutes in one.
    let hasSeat: Bool
    let year: YearSteps
    /// Today, or the day an example stands still at.
    let today: Day

    var page: Page {
        Page(
            "Home", width: .wide,
            body: """
                <div class="desk">
                <section class="desk__due">
                <h1>What is due</h1>
                \(due)
                </section>
                \(aside)
                \(yearLine)
                \(glance)
                \(lately)
                </div>
                """)
    }

    private var due: HTML {
        guard tasks.isEmpty else {
            return TaskList(tasks.map { .init($0.title, detail: $0.detail, state: $0.state, at: $0.address) }).html
        }
        return hasSeat
            ? "<p class=\"lead\">Nothing waits for you today.</p>"
            : """
            <p class="lead">You take part, but hold no seat yet: that is what lets you see and do things here. The \
            partnership’s officers give you one.</p>
            """
    }

    private var aside: HTML? {
        highlights.map { highlights in
            """
            <section class="desk__aside">
            <h2>\(highlights.title)</h2>
            <p>\(highlights.sentence)</p>
            \(highlights.lines.isEmpty ? nil : list(highlights.lines))
            <p><a href="\(highlights.more.address)">\(highlights.more.title)</a></p>
            </section>
            """
        }
    }

    private func list(_ lines: [(subject: String, trend: Trend)]) -> HTML {
        """
        <ul class="highlights">
        \(lines.html { "<li class=\"highlights__item\"><span>\($0.subject)</span> \($0.trend.html)</li>" })
        </ul>
        """
    }

    private var glance: HTML? {
        guard !figures.isEmpty else { return nil }
        return """
            <section class="desk__glance">
            <h2>\(profile.district ?? "The area") at a glance</h2>
            <div class="figure-cards">\(figures.map(\.html))</div>
            </section>
            """
    }

    private var lately: HTML {
        """
        <section class="desk__lately">
        <h2>\(recent.title)</h2>
        \(recent.deeds.isEmpty ? "<p>Nothing yet. What is done from now on stands here.</p>" : deeds)
        \(recent.deeds.isEmpty ? nil : "<p><a href=\"\(recent.more.address)\">\(recent.more.title)</a></p>" as HTML)
        </section>
        """
    }

    private var deeds: HTML {
        """
        <ul class="deeds">
        \(recent.deeds.html { deed in
            let sentence: HTML =
                deed.address.map { "<a href=\"\($0)\">\(deed.sentence)</a>" } ?? HTML(text: deed.sentence)
            return """
                <li class="deeds__deed"><span>\(sentence)</span> \
                <time class="deeds__when" datetime="\(deed.at.ISO8601Format())">\(deed.at.dayAndTime)</time></li>

                """
        })
        </ul>
        """
    }

    private var yearLine: HTML? {
        guard !year.steps.isEmpty else { return nil }
        let title = profile.planYear.map { "The partnership’s year, \($0)" } ?? "The partnership’s year"
        return "<div class=\"desk__year\">\(YearLine(year, titled: title, on: today).html)</div>"
    }
}

extension YearLine {
    init(_ year: YearSteps, titled title: String, on today: Day) {
        self.init(
            title,
            zip(year.steps, year.places(on: today)).map { step, place in
                let stage: Stage.Place =
                    switch place {
                    case .done: .done
                    case .past: .past
                    case .next: .next
                    case .ahead: .ahead
                    }
                return Stage(step.what, when: year.wording(step), stage)
            })
    }
}
