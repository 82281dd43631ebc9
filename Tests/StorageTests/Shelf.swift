import Foundation
import ScratchDatabases
import Storage

/// A made-up slice for tests of search: books, by title.
enum Book {}

extension SearchDocument.Kind {
    static let book = SearchDocument.Kind("book")
    static let film = SearchDocument.Kind("film")
}

extension SearchAudience {
    static let readers = SearchAudience("read books")
    static let keepers = SearchAudience("keep the shelf")
}

/// A day of these tests: 9 February 2016, as ``Scratch/noon``.
let shelfDay = Day(Scratch.noon)

extension Database {
    /// Lets a book be found.
    @discardableResult
    func shelve(
        _ title: String, _ text: String = "", for audience: SearchAudience? = nil, until endsOn: Day? = nil,
        kind: SearchDocument.Kind = .book, id: ID<Book>? = nil
    ) async throws -> ID<Book> {
        let id = id ?? newID()
        try await write(.noteWritten()) { db in
            try db.index(
                SearchDocument(kind, id, title: title, text: text, audience: audience, endsOn: endsOn))
        }
        return id
    }

    func take(_ id: ID<Book>, kind: SearchDocument.Kind = .book) async throws {
        try await write(.noteWritten()) { db in try db.unindex(kind, id) }
    }

    /// The titles of what a reader finds, the best first.
    func titles(
        _ typed: String, for audiences: Set<SearchAudience> = [.readers], on day: Day = shelfDay
    ) async throws -> [String] {
        try await search(SearchWords(typed), for: audiences, on: day).found.map(\.title.text)
    }
}

/// Books that can be read from what is on the shelf, for making the index anew.
struct Shelf: Searchable {
    var books: [SearchDocument] = []
    var searchKinds: [SearchDocument.Kind] = [.book]

    func eachSearchDocument(in db: Reading, _ body: (SearchDocument) throws -> Void) throws {
        for book in books { try body(book) }
    }
}
