import Storage
import Web
import WorkingDays

/// A meeting that somebody sits in, as far as they need to know of it to get there.
public struct MyMeeting: Hashable, Sendable {
    public let id: ID<MyMeeting>
    /// "Overview & Scrutiny Panel"
    public let body: String
    /// "extraordinary meeting"
    public let noun: String
    public let day: Day
    public let startsAt: TimeOfDay
    public let place: String
    /// Where to join from afar; empty for a meeting in one room.
    public let joining: String
    /// "Charles Hungwe, 01843 577186"
    public let contact: String
    public let note: String
    /// Why it is called off; nil where it is not.
    public let calledOff: String?
    /// When it was to be before it was moved: "Tuesday 2 February 2016 at 7.00 pm".
    public let movedFrom: String?
    /// Published agendas, supplements among them.
    public let editions: Int

    public init(
        id: ID<MyMeeting>, body: String, noun: String, day: Day, startsAt: TimeOfDay, place: String, joining: String,
        contact: String, note: String, calledOff: String?, movedFrom: String?, editions: Int
    ) {
        (self.id, self.body, self.noun, self.day, self.startsAt) = (id, body, noun, day, startsAt)
        (self.place, self.joining, self.contact, self.note) = (place, joining, contact, note)
        (self.calledOff, self.movedFrom, self.editions) = (calledOff, movedFrom, editions)
    }

    /// "Tuesday 9 February 2016 at 7.00 pm"
    var when: String { "\(day.withWeekday) at \(startsAt.words)" }
    /// "Overview & Scrutiny Panel, 9 February 2016"
    var title: String { "\(body), \(day.words)" }
    var address: Address { "/papers/\(id)" }

    /// Where a PDF is to be had, by what tells it from others.
    public func address(ofFile key: String) -> Address { "\(address)/files/\(key)" }
}

/// What lies before a meeting, as whoever sits in it may read it.
public struct MyAgenda: Sendable {
    public let meeting: MyMeeting
    /// The agenda and its supplements as they were published, the first first, and then all of them in one.
    public let packs: [Pack]
    public let items: [Item]

    public struct Pack: Hashable, Sendable {
        /// What tells it from the others of the meeting, in addresses.
        public let key: String
        /// "Supplementary agenda 1"
        public let title: String
        public let publishedOn: Day
        /// Whether it holds what is kept from the public.
        public let isMembersOnly: Bool
        /// Whether the public has one, too, without that; it has none of a private panel.
        public let isPublished: Bool

        /// Whether something was published since that is not in it.
        public let isSuperseded: Bool

        public init(
            key: String, title: String, publishedOn: Day, isMembersOnly: Bool, isPublished: Bool = true,
            isSuperseded: Bool = false
        ) {
            (self.key, self.title, self.publishedOn) = (key, title, publishedOn)
            (self.isMembersOnly, self.isPublished, self.isSuperseded) = (isMembersOnly, isPublished, isSuperseded)
        }
    }

    public struct Item: Sendable {
        public let key: String
        public let number: Int
        public let title: String
        /// In Markdown.
        public let text: String
        /// Why the public may not see it, and with what it is not to be left lying about; nil where everybody may.
        public let closed: String?
        /// "Opened on 9 March 2017": what the public could not see at the time of the meeting, and can now; nil of any other.
        public let opened: String?
        public let papers: [Paper]

        public init(
            key: String, number: Int, title: String, text: String, closed: String?, opened: String? = nil,
            papers: [Paper]
        ) {
            (self.key, self.number, self.title, self.text) = (key, number, title, text)
            (self.closed, self.opened, self.papers) = (closed, opened, papers)
        }
    }

    public struct Paper: Sendable {
        public enum Content: Sendable {
            /// In Markdown.
            case text(String)
            /// The whole of it, under a heading of level 2 of its own, and what tells the PDFs that it leads to from others.
            case page(HTML, files: [String])
            /// A PDF as it came, by what tells it from others.
            case file(key: String, pages: Int, description: String)
        }

        public let title: String
        /// "5 to 9"; nil where it is in no pack that everybody reads.
        public let pages: String?
        /// The supplement it came with: "Supplementary agenda 1"; nil where it was there from the beginning.
        public let cameWith: String?
        /// The title of the paper whose place it takes.
        public let replaces: String?
        public let content: Content

        public init(title: String, pages: String?, cameWith: String?, replaces: String?, content: Content) {
            (self.title, self.pages, self.cameWith) = (title, pages, cameWith)
            (self.replaces, self.content) = (replaces, content)
        }
    }

    public init(meeting: MyMeeting, packs: [Pack], items: [Item]) {
        (self.meeting, self.packs, self.items) = (meeting, packs, items)
    }

    func item(_ key: String?) -> Item? { items.first { $0.key == key } }
}
