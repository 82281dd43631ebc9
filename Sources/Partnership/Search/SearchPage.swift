import Storage
import Web
import Wording

/// `/search`: what was found, the best first.
struct SearchPage {
    let typed: String
    let words: SearchWords
    let kinds: [FoundKind]
    /// The one kind that is shown, if it is one.
    let kind: FoundKind?
    let results: SearchResults
    let place: PageOfMany

    /// How many results a page holds.
    static let size = 20

    var page: Page {
        Page(
            typed.isEmpty ? "Search" : "Search for ‘\(typed)’", crumbs: [PartnershipSections.home],
            body: """
                <h1>Search</h1>
                \(form)
                \(typed.isEmpty ? nil : answer)
                """)
    }

    private var form: HTML {
        """
        <form class="search-form" method="get" action="/search" role="search" aria-label="This site">
        <label class="field__label" for="q">What are you looking for?</label>
        <p class="field__hint" id="q-hint">\(kinds.map { $0.many.lowercased() }.inWords.capitalisedFirst). Put words in \
        quotation marks to find them just as they stand.</p>
        <div class="search-form__words">
        <input class="field__input" type="search" id="q" name="q" value="\(typed)" maxlength="200" autocomplete="off" \
        aria-describedby="q-hint">
        \(Button("Search").html)
        </div>
        </form>
        """
    }

    private var answer: HTML {
        results.total == 0
            ? nothing
            : """
            <p class="lead" role="status">\(outcome)</p>
            \(choice)
            <ol class="search-results">
            \(results.found.compactMap(result).html { $0 })
            </ol>
            \(Pagination(place, label: "Pages of results") { address(kind, page: $0) }.html)
            """
    }

    private var outcome: String {
        place.inWords("result", "results") + " for ‘\(typed)’" + (kind.map { " among \($0.many.lowercased())" } ?? "")
    }

    private var nothing: HTML {
        EmptyState(
            "Nothing found for ‘\(typed.prefix(100))’",
            words.isEmpty
                ? "There is no word in it to look for. Type a name, or a word of what you are looking for."
                : "Check how it is spelt, try fewer or other words, or leave quotation marks away. What has ended is not "
                    + "found, and neither is what you may not see."
        ).html
    }

    /// The kinds that something was found of, beside all together.
    private var choice: HTML? {
        let found = kinds.filter { results.counts[$0.kind, default: 0] > 0 }
        guard found.count > 1 || kind != nil else { return nil }
        return """
            <nav class="contents" aria-label="Kinds of result">
            <ul>
            \(item("All", results.total, at: address(nil), isHere: kind == nil))\
            \(found.html { found in
                item(
                    found.many, results.counts[found.kind, default: 0], at: address(found),
                    isHere: found.kind == kind?.kind)
            })
            </ul>
            </nav>
            """
    }

    private func item(_ title: String, _ count: Int, at address: Address, isHere: Bool) -> HTML {
        let mark: HTML? = isHere ? " aria-current=\"page\"" : nil
        return "<li><a href=\"\(address)\"\(mark)>\(title) (\(count.grouped))</a></li>"
    }

    private func address(_ kind: FoundKind?, page: Int? = nil) -> Address {
        ("/search" as Address).asking(["q": typed, "kind": kind?.kind.description, "page": page.map { "\($0)" }])
    }

    private func result(_ result: SearchResult) -> HTML? {
        guard let kind = kinds.first(where: { $0.kind == result.kind }) else { return nil }
        let extract = result.extract
        return """
            <li class="search-results__result">
            <h2 class="search-results__title"><a href="\(kind.address(result.subject))">\(marked(result.title))</a></h2>
            <p class="search-results__kind">\(kind.one)</p>
            \(extract.text.isEmpty ? nil : HTML("<p class=\"search-results__extract\">\(marked(extract))</p>"))
            </li>
            """
    }

    private func marked(_ text: MarkedText) -> HTML {
        text.pieces.html { $0.isFound ? "<mark>\($0.text)</mark>" : "\($0.text)" }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
