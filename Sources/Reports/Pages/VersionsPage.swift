import Storage
import Web
import Wording

/// `/reports/{report}/versions`: every saving of a report, and what was finished of it.
struct VersionsPage {
    let opened: OpenReport
    let content: ReportContent
    /// The newest first.
    let versions: [SavedPart]
    let finals: [FinalReport]

    /// So many stand on the page; those before them are compared by their number.
    private static let shown = 200

    private var report: Report { opened.report }

    var page: Page {
        Page(
            "Versions", crumbs: ReportCrumbs.of(opened),
            body: """
                <p class="eyebrow">\(opened.title)</p>
                <h1>Versions</h1>
                <p class="lead">Each saving of a part is a version of its own, so nobody’s words are lost.</p>
                \(finished)
                \(comparing)
                <h2>Every saving</h2>
                \(Timeline("Every saving", versions.prefix(Self.shown).map(event)).html)
                """)
    }

    private var finished: HTML? {
        guard !finals.isEmpty else { return nil }
        return """
            <h2>Final versions</h2>
            <ul>
            \(finals.html { final in
                """
                <li><a href="\(report.final(final.number))">Version \(final.number)</a>, finished by \(final.finishedBy) on \
                \(final.finishedAt.dayAndTime)</li>

                """
            })
            </ul>
            """
    }

    private var comparing: HTML? {
        guard versions.count > 1 else { return nil }
        return """
            <h2>Compare two versions</h2>
            <form class="filter-form" method="get" action="\(report.comparison)">
            <div class="filter-form__fields">
            \(Field("from", "Earlier version", hint: "A number from 0, which is nothing.", value: "\(max(0, report.newest - 1))").html)
            \(Field("to", "Later version", hint: "A number up to \(report.newest).", value: "\(report.newest)").html)
            <div class="field">\(Button("Compare", weight: .secondary).html)</div>
            </div>
            </form>
            """
    }

    private func event(_ saved: SavedPart) -> Timeline.Event {
        let name =
            switch saved.place {
            case .item(let list, _):
                [saved.answers["heading"], saved.answers["name"], saved.answers["title"]].first { !$0.isEmpty }
                    .map { "\(list.one.withCapital) ‘\($0)’" } ?? list.one.withCapital
            case .order(let list): "Order of: \(list.title.begunSmall)"
            case .part(let part): part.title
            }
        let address = report.comparison.asking(["from": "\(saved.number - 1)", "to": "\(saved.number)"])
        return Timeline.Event(
            saying: "<a href=\"\(address)\">\(saved.number). \(name)</a>", at: saved.writtenAt, by: saved.writtenBy,
            isTimed: true)
    }
}

/// `/reports/{report}/comparison`: what differs between two versions, word by word.
struct ComparisonPage {
    let opened: OpenReport
    let from: Int
    let to: Int
    let changes: [ReportChanges.Change]
    let bodies: [String: String]

    var page: Page {
        Page(
            "What changed", crumbs: ReportCrumbs.of(opened) + [Mention(at: opened.report.versions, titled: "Versions")],
            body: """
                <p class="eyebrow">\(opened.title)</p>
                <h1>What changed from version \(from) to version \(to)</h1>
                <p><ins>Underlined</ins> words were put in, <del>struck</del> words taken out.</p>
                \(changes.isEmpty ? EmptyState("Nothing differs", "The two say the same.").html : changes.html(change))
                """)
    }

    private func change(_ change: ReportChanges.Change) -> HTML {
        """
        <section>
        <h2>\(change.name)</h2>
        \(what(change))
        </section>

        """
    }

    private func what(_ change: ReportChanges.Change) -> HTML {
        if case .order = change.place { return "<p>The order changed.</p>" }
        let (before, after) = (change.before ?? PartAnswers(), change.after ?? PartAnswers())
        let mark: HTML? =
            change.before == nil
            ? "<p>\(Tag("Added", .good).html)</p>"
            : change.after == nil ? "<p>\(Tag("Removed", .bad).html)</p>" : nil
        return """
            \(mark)
            \(change.place.questions.filter { before[$0.name] != after[$0.name] }.html { question in
                if question.kind == .file { return file(change) }
                let (was, now) = (words(before[question.name]), words(after[question.name]))
                return "<h3>\(PartFields.label(question.name, at: change.place))</h3>\n\(ChangedWords(now, since: was).html)"
            })
            """
    }

    /// Both files, to be opened.
    private func file(_ change: ReportChanges.Change) -> HTML {
        guard case .item(_, let id) = change.place else { return .empty }
        func line(_ mark: HTML, _ answers: PartAnswers?, _ version: Int) -> HTML? {
            answers?.file.map { file in
                "<li>\(mark): <a href=\"\(opened.report.file(of: id, version: version))\">\(file.words)</a></li>\n"
            }
        }
        return """
            <h3>PDF</h3>
            <ul>\(line("Before", change.before, from))\(line("After", change.after, to))</ul>
            """
    }

    /// A body by its name.
    private func words(_ answer: String) -> String { bodies[answer] ?? answer }
}
