import Foundation
import Membership
import Web
import Wording

/// `/broken-glass`: who broke the glass, for what and why, and what they opened.
struct BrokenGlassPage {
    private let all: [(glass: BrokenGlass, uses: [GlassUse])]
    private let place: PageOfMany
    private let now: Date

    /// So many addresses stand beside one; the entries have the rest.
    private static let mostAddresses = 20

    init(all: [(glass: BrokenGlass, uses: [GlassUse])], at place: PageOfMany, now: Date) {
        (self.all, self.place, self.now) = (all, place, now)
    }

    func page(for visit: Visit) -> Page {
        Page(
            "Broken glass", crumbs: [Mention(at: "/home", titled: "Home"), AccountPage.mention],
            body: """
                <h1>Broken glass</h1>
                <p class="lead">Who opened, in an emergency, what their seats do not let them; the latest first. Look at each: \
                was it needed, and did they open no more than they had to?</p>
                \(all.isEmpty ? nothing : HTML(all.map { item($0.glass, $0.uses, visit) }))
                \(Pagination(place) { ("/broken-glass" as Address).asking(["page": "\($0)"]) }.html)
                """)
    }

    private var nothing: HTML {
        EmptyState("Nobody has", "When somebody breaks the glass you are told at once, and it stands here for good.")
            .html
    }

    private func item(_ glass: BrokenGlass, _ uses: [GlassUse], _ visit: Visit) -> HTML {
        let isOpen = glass.isOpen(at: now)
        return """
            <section class="broken-glass">
            <h2>\(glass.name), \(glass.beganAt.dayAndTime)</h2>
            <p>\(isOpen ? Tag("Open", .bad).html : Tag("Over").html) \(time(glass, isOpen))</p>
            \(SummaryList([
                ("Opened", HTML(text: "‘\(glass.permission)’")), ("Why", HTML(text: glass.reason)),
                ("Pages it opened", pages(uses.filter { $0.permission == glass.permission })),
                ("Other pages meanwhile", pages(uses.filter { $0.permission != glass.permission })),
            ]).html)
            \(isOpen ? ending(glass, visit) : nil)
            </section>
            """
    }

    private func time(_ glass: BrokenGlass, _ isOpen: Bool) -> String {
        guard !isOpen else { return "until \(glass.endsAt.dayAndTime)" }
        guard let ending = glass.ending else { return "since its time was up, \(glass.endsAt.dayAndTime)" }
        let by = ending.by.map { "ended by \($0)" } ?? "because they were signed out"
        return "since \(ending.at.dayAndTime), \(by)"
    }

    /// Pictures stand on a page, and are counted; the entries name each.
    private func pages(_ uses: [GlassUse]) -> HTML {
        guard !uses.isEmpty else { return "None" }
        let pages = uses.filter { !$0.address.hasSuffix(".svg") }
        let pictures = uses.count - pages.count
        let more = pages.count - Self.mostAddresses
        return """
            <ul class="broken-glass__pages">
            \(pages.prefix(Self.mostAddresses).html { use in
                let address = Address(untrusted: use.address)
                let words = HTML(text: use.address)
                return """
                    <li>\(address.map { "<a href=\"\($0)\">\(words)</a>" } ?? words) at \(use.at.clock)</li>
                    """
            })
            \(more > 0 ? "<li>and \(more.counted("other", "others")), which the entries name</li>" : nil)
            \(pictures > 0 ? "<li>and \(pictures.counted("picture", "pictures"))</li>" : nil)
            </ul>
            """
    }

    private func ending(_ glass: BrokenGlass, _ visit: Visit) -> HTML {
        PostForm(
            to: "/broken-glass/\(glass.id)/end", visit,
            """
            <button class="button button--warning" type="submit">End it now<span class="visually-hidden">: \
            \(glass.name)</span></button>
            """
        ).html
    }
}
