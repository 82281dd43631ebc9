import Foundation
import Wording

/// What happened, in order, each with its moment and whoever did it.
public struct Timeline: Sendable {
    public struct Event: Sendable {
        let when: Date
        let title: HTML
        let who: String?
        let isTimed: Bool
        let detail: HTML

        /// - Parameters:
        ///   - title: in words, as a sentence without its end: "Fiona Gaffney recorded the decision".
        ///   - who: where the title does not say it.
        ///   - isTimed: whether the hour matters.
        public init(
            _ title: String, at when: Date, by who: String? = nil, isTimed: Bool = false, detail: HTML = .empty
        ) {
            self.init(saying: HTML(text: title), at: when, by: who, isTimed: isTimed, detail: detail)
        }

        /// - Parameter title: the same, with a link in it.
        public init(
            saying title: HTML, at when: Date, by who: String? = nil, isTimed: Bool = false, detail: HTML = .empty
        ) {
            self.title = title
            self.when = when
            self.who = who
            self.isTimed = isTimed
            self.detail = detail
        }
    }

    let label: String
    let events: [Event]

    /// - Parameter label: what a screen reader calls it.
    public init(_ label: String, _ events: [Event]) {
        self.label = label
        self.events = events
    }

    public var html: HTML {
        """
        <ol class="timeline" aria-label="\(label)">
        \(events.html { event in
            """
            <li class="timeline__event">
            <p class="timeline__when"><time datetime="\(event.when.ISO8601Format())">\(moment(event))</time></p>
            <div>
            <p class="timeline__title">\(event.title)\(event.who.map { " <span class=\"timeline__who\">\($0)</span>" })</p>
            \(event.detail)
            </div>
            </li>

            """
        })
        </ol>
        """
    }

    private func moment(_ event: Event) -> String { event.isTimed ? event.when.dayAndTime : event.when.day }
}
