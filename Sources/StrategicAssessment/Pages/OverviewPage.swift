import DataRegister
import Publishing
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}`: what is done and what is left, from the data to the publication.
struct OverviewPage {
    let standing: YearStanding
    /// How far the figures are; nil where they are at hand.
    let progress: FiguresAhead.Progress?
    let mayWrite: Bool
    let mayPublish: Bool
    /// Whether the reader may see the scores; others read the order that was agreed.
    let mayReadScores: Bool

    private var assessment: AnnualAssessment { standing.assessment }

    var page: Page {
        Page(
            assessment.title, crumbs: assessment.crumbs.dropLast(), reloadsAfter: progress == nil ? nil : 2,
            body: """
                <p class="eyebrow">\(assessment.months) \(state.html)</p>
                <h1>\(assessment.title)</h1>
                <p class="actions">\(Button("Read the document", to: assessment.document, weight: .secondary).html) \
                \(mayWrite ? Button("Choose other months", to: assessment.choosingMonths, weight: .secondary).html : nil) \
                \(mayWrite && standing.isUntouched ? Button("Take this year away", to: assessment.removal, weight: .secondary).html : nil)</p>
                \(standing.revised?.notice(assessment.revised).html)
                \(standing.changedSets?.notice(assessment.revised).html)
                <h2>The evidence</h2>
                \(recount)
                \(progress.map { $0.bar(of: assessment, renewing: "evidence").html })
                <div id="evidence">
                \(TaskList([data, focusWards, themes] + (mayReadScores ? [scores] : []) + [agreement].compactMap(\.self)).html)
                </div>
                <h2>The document</h2>
                \(TaskList(
                    DocumentSection.allCases.filter(\.isWritten).flatMap { $0 == .themes ? [task($0), inDepth] : [task($0)] }
                ).html)
                <h2>Before it is published</h2>
                \(TaskList([checklist, review] + (mayPublish ? [publication] : [])).html)
                \(published)
                """)
    }

    /// That the themes count what is not all here, while another set has the same types.
    private var recount: HTML? {
        guard mayWrite, let set = standing.counting else { return nil }
        return Notice(
            .warning,
            standing.months.here == 0 ? "What the themes count is not here" : "Not all that the themes count is here",
            """
            <p>\(set.name) has the same types of crime for these months. You see what each theme would count before anything is \
            changed.</p>
            <p class="actions">\(ThemeCounting.button(set.address, of: assessment, named: set.name).html)</p>
            """
        ).html
    }

    private var state: Tag {
        if let version = standing.publication?.current { return Tag("Published, version \(version.number)", .good) }
        if standing.open > 0 { return Tag("In review", .waiting) }
        return Tag("Being written")
    }

    private var data: TaskList.Task {
        let owed =
            standing.overdue == 0
            ? ""
            : " \(standing.overdue.counted("delivery is", "deliveries are")) overdue. What is missing is said in the document."
        let months = standing.months
        let state =
            switch months.here {
            case 0: Tag("None here", .bad)
            case months.all: standing.overdue == 0 ? Tag("Here", .good) : Tag("Overdue", .bad)
            default: Tag("\(months.here) of \(months.all) months", .waiting)
            }
        return .init("Data", detail: months.words + owed, state: state, at: "/data")
    }

    private var focusWards: TaskList.Task {
        let names = standing.focus
        return .init(
            "Focus wards",
            detail: names.isEmpty ? "Wards that are followed month by month through the year." : "\(names.inWords).",
            state: names.isEmpty ? Tag("None chosen") : Tag("\(names.count.grouped) followed", .good),
            at: assessment.focusWards)
    }

    private var themes: TaskList.Task {
        let names = standing.themes.prefix(3).map(\.name).joined(separator: ", ")
        return .init(
            "Themes", detail: "\(standing.themes.count.counted("theme", "themes")): \(names)…",
            state: standing.themes.isEmpty ? Tag("To do", .waiting) : Tag("Set out", .good), at: assessment.themes)
    }

    private var scores: TaskList.Task {
        let all = standing.themes.count
        let state =
            switch standing.ranked {
            case nil: Tag("Figures under way", .waiting)
            case all? where all > 0: Tag("All ranked", .good)
            case let ranked?: Tag("\(ranked) of \(all) ranked", .waiting)
            }
        return .init(
            "Scores", detail: "What figures cannot tell, each person scores by themselves.", state: state,
            at: assessment.ranking)
    }

    /// Nil for who may see neither it nor the scores that it will come of.
    private var agreement: TaskList.Task? {
        let version = standing.agreed
        guard version != nil || mayReadScores else { return nil }
        return .init(
            "The order agreed",
            detail: version.map { "Version \($0.version), \($0.agreedBy), \($0.agreedOn.words)" }
                ?? "The document is made from the order that the partnership agreed.",
            state: version == nil ? Tag("To agree", .waiting) : Tag("Agreed", .good),
            at: version.map {
                "/strategic-assessments/\(assessment.year.slug)/ranking/versions/\("\($0.version)")"
            } ?? assessment.ranking)
    }

    private func task(_ section: DocumentSection) -> TaskList.Task {
        let text = standing.texts[.section(section)].flatMap { $0.isBlank ? nil : $0 }
        let open = standing.comments.count { $0.isOpen && $0.place == .section(section) }
        let said = open == 0 ? "" : " · \(open.counted("open comment", "open comments"))"
        return .init(
            section.title,
            detail: (text.map { "\($0.writtenBy), \($0.writtenAt.dayAndTime)" } ?? section.guidance) + said,
            state: text == nil ? Tag("To write", .waiting) : Tag("Written", .good), at: assessment.address(of: section))
    }

    /// What is written of single themes stands below the order.
    private var inDepth: TaskList.Task {
        let written = standing.inDepth
        return .init(
            "Themes in depth",
            detail:
                "Of each of the first: who, where, when, how it changed, why, what was done, and what is not known.",
            state: written == 0 ? Tag("To write", .waiting) : Tag("\(written.counted("theme", "themes"))", .good),
            at: assessment.themes)
    }

    private var checklist: TaskList.Task {
        let met = standing.duties.count(where: \.isMet)
        let isMet = met == standing.duties.count
        return .init(
            "Checklist against the law",
            detail: "What the law asks a strategic assessment to hold, and where it is met.",
            state: isMet ? Tag("All written", .good) : Tag("\(met) of \(standing.duties.count)", .waiting),
            at: assessment.checklist)
    }

    private var review: TaskList.Task {
        let all = standing.comments.count
        return .init(
            "Review by partners",
            detail: all == 0
                ? "Nobody has commented yet. Ask the partners to read it."
                : "\(all.counted("comment", "comments")), \((all - standing.open).grouped) settled.",
            state: standing.open > 0
                ? Tag("\(standing.open) open", .waiting) : all == 0 ? Tag("Not begun") : Tag("All settled", .good),
            at: assessment.comments)
    }

    private var publication: TaskList.Task {
        let version = standing.publication?.current
        return .init(
            "Publication",
            detail: version.map { "Version \($0.number), \($0.publishedAt.dayAndTime), by \($0.publishedBy)" }
                ?? "See what will be published before it is.",
            state: version.map { Tag("Version \($0.number)", .good) } ?? Tag("Not yet"), at: assessment.publication)
    }

    private var published: HTML? {
        standing.publication.map { publication in
            """
            <p class="actions">Everybody can read <a href="/publications/\(publication.slug)">what was published</a></p>
            """
        }
    }
}
