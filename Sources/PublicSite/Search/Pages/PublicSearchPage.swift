import Publishing
import Storage
import Web
import Wording

/// `/meetings/search`: what was found, kind by kind.
struct PublicSearchPage {
    typealias Shown = (found: PublicFound, result: SearchResult)

    struct Group {
        let kind: SearchDocument.Kind
        let total: Int
        let shown: [Shown]
    }

    let question: PublicQuestion
    let committees: PublishedCommittees
    let findings: PublicFindings
    let groups: [Group]
    let place: PageOfMany
    let outside: (Address) -> String

    /// How many results a page of one kind holds, and how many of each kind stand on the first.
    static let (size, inGroup) = (20, 5)

    private var isAsked: Bool { !question.typed.isEmpty }
    private var feed: Address { question.address(at: "/meetings/search.atom") }

    var page: Page {
        Page(
            isAsked ? "Search for ‘\(question.typed)’" : "Search papers and minutes",
            summary: "Find agendas, papers, decisions and minutes by their words.",
            crumbs: [Mention(at: "/", titled: "Welcome"), Mention(at: "/meetings", titled: "Meetings")],
            body: """
                <h1>Search papers and minutes</h1>
                \(form)
                \(question.badDays.isEmpty ? nil : badDays)
                \(isAsked ? answer : nil)
                """
        ).offering(isAsked ? [PageFeed("News of ‘\(question.typed)’", at: feed, as: .atom)] : [])
    }

    private var badDays: HTML {
        Notice(
            .warning, "‘\(question.badDays.inWords)’ is no day",
            "<p>Enter a day of the calendar, like 9/2/2016. The search was not narrowed by it.</p>"
        ).html
    }

    private var form: HTML {
        let bodies = committees.bodies.map { Field.Choice($0.slug, $0.name) }
        return """
            <form class="search-form" method="get" action="/meetings/search" role="search" aria-label="Papers and minutes">
            <label class="field__label" for="q">What are you looking for?</label>
            <p class="field__hint" id="q-hint">Everything that is published: agendas, papers, decisions, minutes, members. Put words \
            in quotation marks to find them just as they stand.</p>
            <div class="search-form__words">
            <input class="field__input" type="search" id="q" name="q" value="\(question.typed)" maxlength="200" autocomplete="off" \
            aria-describedby="q-hint">
            \(Button("Search").html)
            </div>
            <details class="disclosure"\(question.isNarrowed ? " open" : "")>
            <summary>Narrow it</summary>
            <div class="disclosure__body">
            \(Field("body", "Body", .choice([Field.Choice("", "All")] + bodies), value: question.body ?? "").html)
            \(Field("from", "Meetings from", hint: "A day, like 9/2/2016", value: question.from?.typed ?? "").html)
            \(Field("to", "Until", hint: "The last day", value: question.to?.typed ?? "").html)
            <p class="choice"><input class="choice__input" type="checkbox" id="superseded" name="superseded" value="yes"\(question.withSuperseded ? " checked" : "")> \
            <label class="choice__label" for="superseded">Also versions that later ones took the place of</label></p>
            </div>
            </details>
            </form>
            """
    }

    private var answer: HTML {
        guard !findings.all.isEmpty else { return nothing }
        let total = question.kind == nil ? findings.all.count : place.total
        let among = question.kind.map { " among \($0.titleOfMany.lowercased())" } ?? ""
        return """
            <p class="lead" role="status">\(total.counted("result", "results")) for ‘\(question.typed)’\(among)</p>
            \(question.kind == nil ? nil : "<p><a href=\"\(question.address())\">All kinds</a></p>")
            \(leftOut)
            \(groups.html(group))
            \(Pagination(place, label: "Pages of results") { [question] in
                question.address(kind: question.kind, page: $0)
            }.html)
            \(subscription)
            """
    }

    private var leftOut: HTML? {
        guard findings.leftOut > 0 else { return nil }
        return """
            <p><a href="\(question.address(superseded: true))">\(findings.leftOut.counted("more result", "more results")) in versions \
            that later ones took the place of</a></p>
            """
    }

    private var subscription: HTML {
        """
        <p class="search-subscription">Be told of what comes later: <a href="\(feed)">news of this search (Atom)</a>. \
        Give this address to a news reader: <code>\(outside(feed))</code></p>
        """
    }

    private var nothing: HTML {
        """
        \(EmptyState(
            "Nothing found for ‘\(question.typed.prefix(100))’",
            question.words.isEmpty
                ? "There is no word in it to look for."
                : "Check how it is spelt, try fewer or other words, or narrow it less. Only what is published is found.").html)
        \(leftOut)
        """
    }

    private func group(_ group: Group) -> HTML {
        """
        <section class="search-group">
        <h2>\(group.kind.titleOfMany) <span class="search-group__count">\(group.total.grouped)</span></h2>
        <ol class="search-results">
        \(group.shown.html(result))
        </ol>
        \(question.kind == nil && group.total > group.shown.count
            ? "<p><a href=\"\(question.address(kind: group.kind))\">All \(group.total.grouped) in \(group.kind.titleOfMany.lowercased())</a></p>"
            : nil)
        </section>

        """
    }

    private func result(_ shown: Shown) -> HTML {
        let (found, result) = shown
        let extract = result.extract
        let whose = found.meeting.map { "\($0.now.body.name), \(found.day.words)" } ?? "published \(found.day.words)"
        return """
            <li class="search-results__result">
            <h3 class="search-results__title"><a href="\(found.address)">\(marked(result.title))</a></h3>
            <p class="search-results__kind">\(result.kind.title) · \(whose)\(found.isSuperseded ? " " + Tag("Superseded", .waiting).html : "" as HTML)</p>
            \(extract.text.isEmpty ? nil : HTML("<p class=\"search-results__extract\">\(marked(extract))</p>"))
            </li>

            """
    }

    private func marked(_ text: MarkedText) -> HTML {
        text.pieces.html { $0.isFound ? "<mark>\($0.text)</mark>" : "\($0.text)" }
    }
}

extension PublicQuestion {
    /// Whether anything but words was asked for.
    var isNarrowed: Bool { body != nil || from != nil || to != nil || withSuperseded }
}
