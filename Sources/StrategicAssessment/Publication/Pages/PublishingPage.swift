import DataRegister
import Publishing
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/publication`: what will be published, what speaks against it, and the button.
struct PublishingPage {
    let plan: PublicationPlan
    let visit: Visit
    var refusals: Refusals?

    private var assessment: AnnualAssessment { plan.document.assessment }

    var page: Page {
        Page(
            "Publication", crumbs: assessment.crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(assessment.title)</p>
                <h1>\(plan.before == 0 ? "Publish it" : "Publish version \(plan.number)")</h1>
                \(standing)
                \(RefusedFigures(figures: plan.document.figures.refused).html)
                \(smallNumbers)
                \(comments)
                \(duties)
                \(order)
                \(typed)
                <h2>What will be published</h2>
                \(SummaryList(facts).html)
                \(changes)
                \(plan.isPossible ? confirmation : impossible)
                """)
    }

    private var standing: HTML? {
        guard let publication = plan.publication else { return nil }
        let versions = publication.versions.html { version in
            let withdrawal: Address = "/publications/\(publication.slug)/versions/\("\(version.number)")/withdrawal"
            let way: HTML =
                version.withdrawal == nil
                ? "<a href=\"\(withdrawal)\">Withdraw it<span class=\"visually-hidden\">: version \(version.number)</span></a>"
                : "withdrawn"
            return """
                <li><a href="/publications/\(publication.slug)/versions/\("\(version.number)")">Version \(version.number)</a>, \
                \(version.publishedAt.dayAndTime), by \(version.publishedBy) · \(way)</li>

                """
        }
        return "<p>Published so far:</p><ul>\(versions)</ul>"
    }

    private var comments: HTML? {
        guard !plan.open.isEmpty else { return nil }
        return Notice(
            .warning, plan.open.count == 1 ? "A comment is open" : "\(plan.open.count.grouped) comments are open",
            """
            <ul>\(plan.open.html { comment in
                "<li>\(comment.writtenBy)\(comment.agency.isEmpty ? nil : ", \(comment.agency)" as HTML), on ‘\(comment.place.title(among: plan.document.themes))’: \(String(comment.text.prefix(160)))</li>"
            })</ul>
            <p><a href="\(assessment.comments)">Read and settle them</a></p>
            """
        ).html
    }

    private var smallNumbers: HTML? {
        guard !plan.smallNumbers.isEmpty else { return nil }
        return Notice(
            .warning, "Small numbers could be worked out",
            """
            <p>These numbers are too small to be told, and could be worked out from those that will be, or from them and what \
            was published before:</p>
            <ul>\(plan.smallNumbers.prefix(Self.mostSmall).html { "<li>\($0)</li>" })</ul>
            \(plan.smallNumbers.count > Self.mostSmall ? "<p>And \((plan.smallNumbers.count - Self.mostSmall).grouped) more.</p>" as HTML : nil)
            <p>Take out one of the figures of each, or tell longer periods, wider places, or several measures together.</p>
            """
        ).html
    }

    private static let mostSmall = 10

    private var duties: HTML? {
        guard !plan.unmet.isEmpty else { return nil }
        return Notice(
            .warning, "Something that the law asks for is missing",
            """
            <ul>\(plan.unmet.html { "<li>\($0.duty.words) (\($0.duty.source)). \($0.missing ?? "")</li>" })</ul>
            <p><a href="\(assessment.checklist)">The checklist</a>. It can be published all the same, and the entry of it says so.</p>
            """
        ).html
    }

    private var order: HTML? {
        guard let since = plan.sinceOrder else { return nil }
        let whats = Set(since.newer.map(\.what)).sorted()
        guard !whats.isEmpty || !since.moved.isEmpty || since.changedSet != nil else { return nil }
        let title =
            !whats.isEmpty
            ? "The order was agreed on older figures"
            : since.changedSet != nil
                ? "The order was agreed beside other districts" : "Scores have moved since the order was agreed"
        return Notice(
            .information, title,
            """
            \(whats.isEmpty ? nil : "<p>Since it was agreed, these were revised: \(whats.inWords).</p>" as HTML)
            \(since.changedSet.map { "<p>Since it was agreed, \($0).</p>" as HTML })
            \(since.moved.isEmpty ? nil : "<ul>\(since.moved.html { "<li>\($0)</li>" })</ul>" as HTML)
            <p>The texts, pictures and tables will tell the figures of today, the scores of the order those that the meeting had.</p>
            <p><a href="\(assessment.ranking)">Look at the scores of today</a></p>
            """
        ).html
    }

    /// They stop nothing, and everybody will read them.
    private var typed: HTML? {
        let texts = Array(plan.document.texts.values) + plan.document.inDepth.flatMap { $0.aspects.map(\.text) }
        let count = texts.reduce(0) { $0 + TypedNumber.all(in: $1).count }
        guard count > 0 else { return nil }
        return Notice(
            .information,
            count == 1 ? "A number was typed without a source" : "\(count.grouped) numbers were typed without a source",
            "<p>They look like figures, and nobody can follow them to where they come from. <a href=\"\(assessment.checklist)\">The checklist</a> names each.</p>"
        ).html
    }

    private var facts: [(name: String, value: HTML)] {
        let document = plan.document
        let parts = DocumentSection.allCases.filter(document.hasContent).map(\.title)
        return [
            ("The page", "<a href=\"\(assessment.document)\">\(assessment.title)</a>: \(parts.inWords)"),
            ("Figures", HTML(text: document.figures.told.count.counted("figure", "figures"))),
            ("Sources", HTML(text: document.releases.count.counted("file", "files"))),
            (
                "Order of themes",
                HTML(
                    text: document.ranking.map {
                        "Version \($0.version), agreed by \($0.agreedBy) on \($0.agreedOn.words)"
                    } ?? "None was agreed, so there will be no ranked list")
            ),
            (
                "Files",
                HTML(
                    text: (plan.pressAdvice == nil ? "The PDF; " : "No PDF. ")
                        + "themes, figures and sources as CSV; everything as JSON")
            ),
        ]
    }

    private var changes: HTML? {
        guard !plan.changes.isEmpty else { return nil }
        return """
            <h2>\(plan.before == 0 ? "What is different from last year’s" : "What is different from version \(plan.before)")</h2>
            <ul>\(plan.changes.html { "<li>\($0)</li>" })</ul>
            """
    }

    private var confirmation: HTML {
        var consequences = [
            "Everybody can read it, from the moment on which you press the button.",
            "It is never changed. What is put right later stands in the next version, beside this one.",
        ]
        if let advice = plan.pressAdvice { consequences.append("There will be no PDF of it: \(advice)") }
        return Confirmation(
            "Publish", consequences: consequences,
            verb: plan.before == 0 ? "Publish it" : "Publish version \(plan.number)",
            to: assessment.publication, visit,
            values: [("before", "\(plan.before)"), ("shown", plan.fingerprint)],
            wayBack: Mention(at: assessment.address, titled: "Not yet")
        ).html
    }

    private var impossible: HTML {
        Notice(
            .warning, "It cannot be published yet",
            plan.document.texts.isEmpty
                ? "<p>Nothing is written yet. Write at least a summary.</p>"
                : plan.document.figures.refused.isEmpty
                    ? "<p>Take out what small numbers could be worked out from, as said above.</p>"
                    : "<p>Take out the figures that cannot be told, choose others, or import what is missing.</p>"
        ).html
    }
}

extension PublicationPlan {
    /// Of everything that is about to be published and that speaks against it, so that nobody publishes what they were not
    /// shown.
    var fingerprint: String {
        let record = (try? DocumentRecord(document).bytes()) ?? []
        let words =
            [body.html.description] + changes + (sinceOrder?.moved ?? []) + [sinceOrder?.changedSet ?? ""]
            + open.map { "\($0.id)" }
            + unmet.map(\.duty.rawValue)
        return FileHash(of: record + Array(words.joined(separator: "\u{0}").utf8)).description
    }
}
