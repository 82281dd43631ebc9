import Membership
import Storage
import Web
import Wording

/// `/partnership`: the bodies as a chart that is a nested list, so that it can be read, followed and printed.
struct StructurePage {
    let profile: Profile
    let structure: Structure
    let gaps: Int
    let today: Day
    let mayChange: Bool
    /// Whether papers can be made.
    let canPrint: Bool

    var page: Page {
        Page(
            "Partnership", crumbs: [PartnershipSections.home], width: .wide,
            body: """
                <h1>How the partnership is made up</h1>
                <p class="lead measure">Its bodies, which of them answers to which, and who sits where on \(today.words). Each \
                leads to its seats.</p>
                \(PartnershipSections(current: .structure).html)
                \(gapNotice)
                \(actions)
                \(bodies.isEmpty ? empty : chart)
                \(former)
                """)
    }

    private var actions: HTML? {
        let changes = [
            Button("Add a body", to: "/partnership/bodies/new"),
            Button("Set the partnership up", to: "/partnership/set-up", weight: .secondary),
        ]
        let paper = Button("On paper (PDF)", to: "/partnership/structure.pdf", weight: .secondary)
        let all = (mayChange ? changes : []) + (canPrint && !bodies.isEmpty ? [paper] : [])
        return all.isEmpty ? nil : "<p class=\"actions\">\(all.html { "\($0.html) " })</p>"
    }

    private var gapNotice: HTML? {
        guard gaps > 0 else { return nil }
        return Notice(
            .warning, "\(gaps.counted("thing", "things")) the law asks for \(gaps == 1 ? "is" : "are") missing",
            "<p><a href=\"/partnership/agencies\">See what, and what to do next</a></p>"
        ).html
    }

    private var bodies: [Body] { structure.bodies(below: nil, on: today) }

    private var empty: HTML {
        EmptyState(
            "No body yet", "Add the groups that meet: begin with the one at the top, then those that answer to it."
        ).html
    }

    private var chart: HTML {
        var pieces: [HTML] = []
        add(bodies, to: &pieces)
        return "<section class=\"body-chart\" aria-label=\"The bodies\">\(pieces.html(\.self))</section>"
    }

    /// One piece after the other and none within another, so that a deep tree costs no more than a wide one.
    private func add(_ bodies: [Body], to pieces: inout [HTML]) {
        pieces.append("<ul class=\"body-chart__bodies\">")
        for body in bodies {
            pieces.append("<li>\n\(box(body))\n")
            let below = structure.bodies(below: body.id, on: today)
            if !below.isEmpty { add(below, to: &pieces) }
            pieces.append("</li>\n")
        }
        pieces.append("</ul>\n")
    }

    private func box(_ body: Body) -> HTML {
        """
        <div class="body-chart__body">
        <a class="body-chart__name" href="/partnership/bodies/\("\(body.id)")">\(body.name)</a>
        \(body.isStrategyGroup ? Tag("Strategy group", .good).html : nil)
        \(body.details.purpose.isEmpty ? nil : HTML("<p class=\"body-chart__purpose\">\(body.details.purpose.sentence)</p>"))
        <p class="body-chart__seats">\(StructureTree(structure: structure, agencies: [], day: today).seating(body))</p>
        </div>
        """
    }

    private var former: HTML? {
        let former = structure.bodies.filter { $0.term.hasEnded(on: today) || $0.term.beginsOn > today }
        guard !former.isEmpty else { return nil }
        return """
            <h2>Bodies before and to come</h2>
            <ul>
            \(former.html { body in
                """
                <li><a href="/partnership/bodies/\("\(body.id)")">\(body.name)</a>, \(body.term.words(on: today))</li>
                """
            })
            </ul>
            """
    }
}
