import Storage

/// What a version says, as data beside its page: nothing is in it that the page does not say.
public enum PublicationRecord: Codable, Hashable, Sendable {
    case agenda(PublishedAgenda)
    case minutes(PublishedMinutes)

    public var agenda: PublishedAgenda? { if case .agenda(let agenda) = self { agenda } else { nil } }
    public var minutes: PublishedMinutes? { if case .minutes(let minutes) = self { minutes } else { nil } }
}

/// An agenda as everybody reads it.
public struct PublishedAgenda: Codable, Hashable, Sendable {
    public var items: [Item]

    public struct Item: Codable, Hashable, Sendable {
        /// The same in every version.
        public var key: String
        public var number: Int
        public var title: String
        /// Whether its papers may be seen.
        public var isOpen: Bool
        /// The further page of the version on which its papers stand: "item-6"; nil where it has none.
        public var page: String?
        public var papers: [Paper]

        public init(key: String, number: Int, title: String, isOpen: Bool, page: String?, papers: [Paper]) {
            (self.key, self.number, self.title, self.isOpen) = (key, number, title, isOpen)
            (self.page, self.papers) = (page, papers)
        }
    }

    /// A paper that the public may see.
    public struct Paper: Codable, Hashable, Sendable {
        /// The same in every version.
        public var key: String
        public var title: String
        /// "text", "report" or "file"
        public var sort: String
        /// The paper whose place it takes.
        public var replaces: String?
        /// What it has in common with the same paper before another body.
        public var source: String?
        /// The file of the version that is this paper as it came: "paper-….pdf"; nil where it is on the page alone.
        public var file: String?
        /// "S5", "S20"
        public var firstPage: String?
        public var lastPage: String?

        public init(
            key: String, title: String, sort: String, replaces: String?, source: String?, file: String?,
            firstPage: String?, lastPage: String?
        ) {
            (self.key, self.title, self.sort, self.replaces) = (key, title, sort, replaces)
            (self.source, self.file, self.firstPage, self.lastPage) = (source, file, firstPage, lastPage)
        }

        /// What a PDF that somebody gave is called among the files of a version. What goes with a paper has the paper’s key before
        /// its own name.
        public static func file(called name: String) -> String { "paper-\(name).pdf" }

        /// Whether a file of the version goes with it, as an annex of a report does.
        public func isAccompanied(by name: String) -> Bool { name.hasPrefix("paper-\(key)-") }
    }

    public init(items: [Item]) {
        self.items = items
    }
}

/// Minutes as everybody reads them.
public struct PublishedMinutes: Codable, Hashable, Sendable {
    /// 2015 of 2015/16: the municipal year in which they are numbered.
    public var year: Int
    /// "2016-02-09", the day on which a meeting confirmed them; nil of a draft.
    public var confirmedOn: String?
    /// Of each seat, in the order of the body.
    public var attendance: [Attendance]
    public var items: [Item]

    /// Whether whoever holds a seat was there.
    public struct Attendance: Codable, Hashable, Sendable {
        public enum Presence: String, Codable, Hashable, Sendable, CaseIterable {
            case present, substituted, apologies, absent
            case unknown = "not said"
        }

        /// Who it is in the records of whoever publishes; never shown. Nil where nobody held the seat.
        public var person: String?
        public var name: String
        /// What their seat is called.
        public var seat: String
        public var isVoting: Bool
        public var presence: Presence
        /// Who sat in for them; empty where nobody did.
        public var substitute: String

        public init(
            person: String?, name: String, seat: String, isVoting: Bool, presence: Presence, substitute: String
        ) {
            (self.person, self.name, self.seat, self.isVoting) = (person, name, seat, isVoting)
            (self.presence, self.substitute) = (presence, substitute)
        }
    }

    public struct Item: Codable, Hashable, Sendable {
        /// That of the item of the agenda.
        public var key: String
        /// Through the year: "39"
        public var number: String
        public var title: String
        public var decisions: [Decision]

        public init(key: String, number: String, title: String, decisions: [Decision]) {
            (self.key, self.number, self.title, self.decisions) = (key, number, title, decisions)
        }
    }

    /// Something that was agreed.
    public struct Decision: Codable, Hashable, Sendable {
        /// "RESOLVED", "RECOMMENDED to Cabinet"
        public var style: String
        public var points: [String]

        public init(style: String, points: [String]) {
            (self.style, self.points) = (style, points)
        }

        /// "RESOLVED: 1. That the plan is adopted. 2. …"
        public var text: String {
            let numbered = points.enumerated().map { points.count > 1 ? "\($0.offset + 1). \($0.element)" : $0.element }
            return "\(style): \(numbered.joined(separator: "\n"))"
        }
    }

    public init(year: Int, confirmedOn: String?, attendance: [Attendance], items: [Item]) {
        (self.year, self.confirmedOn, self.attendance, self.items) = (year, confirmedOn, attendance, items)
    }
}
