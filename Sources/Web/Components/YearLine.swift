/// The partnership's year as a line across the page: assess, confer, plan, decide, deliver, account.
public struct YearLine: Sendable {
    public struct Stage: Sendable {
        public enum Place: String, Sendable {
            /// Somebody’s records say that it was done.
            case done
            /// Its day is over, and nobody’s records say that it was done.
            case past
            /// The first that is neither.
            case next
            case ahead
        }

        let title: String
        let when: String
        let place: Place

        /// - Parameter when: a date or a month as it is read, "9 February 2016".
        public init(_ title: String, when: String, _ place: Place) {
            self.title = title
            self.when = when
            self.place = place
        }
    }

    let title: String
    let stages: [Stage]

    public init(_ title: String, _ stages: [Stage]) {
        self.title = title
        self.stages = stages
    }

    public var html: HTML {
        """
        <section class="year-line" aria-label="\(title)">
        <ol>
        \(stages.html { stage in
            let current: HTML? = stage.place == .next ? " aria-current=\"step\"" : nil
            return """
                <li class="year-line__stage year-line__stage--\(stage.place.rawValue)"\(current)>
                <span class="year-line__title">\(stage.title)</span>
                <span class="year-line__when">\(when(stage))</span>
                </li>
                """
        })
        </ol>
        </section>
        """
    }

    private func when(_ stage: Stage) -> HTML {
        switch stage.place {
        case .done: "\(stage.when), done"
        case .past: "was due \(stage.when)"
        case .next: "\(stage.when)<span class=\"visually-hidden\">, next</span>"
        case .ahead: "\(stage.when)"
        }
    }
}
