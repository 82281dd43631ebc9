import Foundation
import Publishing
import Storage
import Web

/// Everything published of committees as OParl tells it, by its addresses.
struct OParlListing: Sendable {
    private(set) var objects: [String: OParlObject] = [:]
    /// What stands in a list, the oldest first; those that are there no more are among them.
    private(set) var lists: [String: [OParlObject]] = [:]

    init(_ all: [OParlObject], _ further: [String: [OParlObject]]) {
        for object in all { objects[object.address.text] = object }
        let kinds = Dictionary(grouping: all, by: \.kind)
        for kind in [
            OParlObject.Kind.body, .organization, .person, .membership, .meeting, .agendaItem, .paper, .consultation,
            .file, .location, .legislativeTerm,
        ] {
            lists[kind.list.text] = Self.ordered(kinds[kind] ?? [])
        }
        for (address, objects) in further { lists[address] = Self.ordered(objects) }
    }

    /// What is new comes last, so that a page that was read once stays as it was.
    private static func ordered(_ objects: [OParlObject]) -> [OParlObject] {
        objects.sorted {
            ($0.created ?? .distantPast, $0.address.text) < ($1.created ?? .distantPast, $1.address.text)
        }
    }
}

/// Which part of a list is asked for (OParl 1.1, 2.5).
struct OParlQuestion {
    /// From 1.
    let page: Int
    let limit: Int
    /// What was asked, for the addresses of the other pages.
    let asked: [(name: StaticString, value: String)]
    private let created: (since: Date?, until: Date?)
    private let modified: (since: Date?, until: Date?)

    /// So many objects are on a page where nobody asks for fewer, and never more.
    static let most = 100

    init(_ ask: (StaticString) -> String?) throws {
        func number(_ name: StaticString, _ most: Int) throws -> Int? {
            guard let text = ask(name) else { return nil }
            guard let number = Int(text), number > 0 else { throw Refusals("‘\(name)’ is a whole number from 1") }
            return min(number, most)
        }
        func time(_ name: StaticString) throws -> Date? {
            // A plus sign that nobody escaped has become a blank.
            guard let text = ask(name)?.replacing(" ", with: "+") else { return nil }
            guard let time = try? Date(text, strategy: .iso8601) else {
                throw Refusals("‘\(name)’ is a moment with its offset, like 2016-02-09T19:00:00+00:00")
            }
            return time
        }
        page = try number("page", 1_000_000) ?? 1
        limit = try number("limit", Self.most) ?? Self.most
        created = (try time("created_since"), try time("created_until"))
        modified = (try time("modified_since"), try time("modified_until"))
        let names: [StaticString] = [
            "limit", "created_since", "created_until", "modified_since", "modified_until",
        ]
        asked = names.compactMap { name in ask(name).map { (name, $0.replacing(" ", with: "+")) } }
    }

    /// Whoever asks what changed since is told what is there no more, and nobody else (OParl 1.1, 2.5.6).
    func holds(_ object: OParlObject) -> Bool {
        (!object.isDeleted || modified.since != nil) && Self.lies(object.created, in: created)
            && Self.lies(object.modified, in: modified)
    }

    private static func lies(_ time: Date?, in range: (since: Date?, until: Date?)) -> Bool {
        guard range.since != nil || range.until != nil else { return true }
        guard let time = time.map({ $0.timeIntervalSince1970.rounded(.down) }) else { return false }
        return (range.since.map { $0.timeIntervalSince1970 <= time } ?? true)
            && (range.until.map { time <= $0.timeIntervalSince1970 } ?? true)
    }
}

/// A page of a list.
struct OParlPage: Encodable {
    struct Counts: Encodable {
        let totalElements: Int
        let elementsPerPage: Int
        let currentPage: Int
        let totalPages: Int
    }

    struct Links: Encodable {
        let first: String
        let prev: String?
        let own: String
        let next: String?
        let last: String

        private enum CodingKeys: String, CodingKey {
            case first, prev, next, last
            case own = "self"
        }
    }

    let data: [OParlObject]
    let pagination: Counts
    let links: Links

    init(_ all: [OParlObject], at address: Address, _ question: OParlQuestion, outside: (Address) -> String) {
        let found = all.filter(question.holds)
        let pages = PageOfList.count(of: found.count, most: question.limit)
        let page = question.page
        data = Array(found.dropFirst((page - 1) * question.limit).prefix(question.limit))
        pagination = Counts(
            totalElements: found.count, elementsPerPage: question.limit, currentPage: page, totalPages: pages)
        func link(_ number: Int) -> String {
            let asked = question.asked.reduce(address) { address, one in address.asking([one.name: one.value]) }
            return outside(number == 1 ? asked : asked.asking(["page": "\(number)"]))
        }
        links = Links(
            first: link(1), prev: page > 1 ? link(min(page - 1, pages)) : nil, own: link(page),
            next: page < pages ? link(page + 1) : nil, last: link(pages))
    }
}
