import Membership
import Web

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

/// What the first page needs of other capabilities: what is due, and the figures worth seeing first.
public protocol HomeDesk: Sendable {
    func tasks() async throws -> [HomeTask]
    func figures() async throws -> [FigureCard]
}

/// `/home`: what is due from me, with the partnership's year as a line across the top.
struct HomePage {
    let profile: Profile
    let tasks: [HomeTask]
    let figures: [FigureCard]
    /// Today, or the day an example stands still at: `2016-02-03`.
    let today: String

    var page: Page {
        Page(
            "Home", width: .wide,
            body: """
                \(yearLine)
                <h1>What is due</h1>
                <ul class="home-tasks">
                \(tasks.html { task in
                    """
                    <li class="home-task">
                    <a class="home-task__title" href="\(task.address)">\(task.title)</a>
                    <span class="home-task__state">\(task.state.html)</span>
                    <span class="home-task__detail">\(task.detail)</span>
                    </li>
                    """
                })
                </ul>
                \(figureCards)
                """)
    }

    private var figureCards: HTML? {
        guard !figures.isEmpty else { return nil }
        return """
            <h2>The area at a glance</h2>
            <div class="figure-cards">\(figures.map(\.html))</div>
            """
    }

    private var yearLine: HTML? {
        guard !profile.keyDates.isEmpty else { return nil }
        let title = profile.planYear.map { "The partnership’s year, \($0)" } ?? "The partnership’s year"
        return YearLine(title, stages).html
    }

    /// The first date that has not passed is where the year stands now. Dates are compared as they are written.
    private var stages: [YearLine.Stage] {
        let next = profile.keyDates.firstIndex { $0.when.map { $0 >= today.prefix($0.count) } ?? true }
        return profile.keyDates.enumerated().map { index, date in
            let place: YearLine.Stage.Place =
                switch next {
                case nil: .past
                case let next? where index < next: .past
                case let next? where index == next: .now
                default: .ahead
                }
            return YearLine.Stage(date.what, when: date.wording, place)
        }
    }
}
