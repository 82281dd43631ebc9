import Foundation
import Storage
import Web
import Wording

/// `/reports/{report}`: a report while it is written, as it will read.
struct ReportPage {
    let opened: OpenReport
    let document: ReportDocument
    let readiness: Readiness
    let finals: [FinalReport]
    let steps: [FinishingStore.Taken]
    let visit: Visit
    let canPrint: Bool

    private var report: Report { opened.report }

    var page: Page {
        Page(
            document.title, crumbs: [ReportCrumbs.reports],
            body: """
                <p class="eyebrow">Report \(ReportStanding(opened).tag.html)</p>
                <h1>\(document.title)</h1>
                \(standing)
                \(actions)
                \(ReportBody(
                    document: document, commenting: report.state == .draft ? report.comments : nil, leadsToFigures: true,
                    addressOfFile: { report.file(of: $0) }).html)
                \(WithdrawingForms(opened: opened, visit: visit).html)
                """)
    }

    private var standing: HTML? {
        if report.state == .withdrawn {
            let step = steps.last { $0.step == .withdrawn }
            return Notice(
                .warning, "This report was withdrawn",
                "<p>\(step.map { "\($0.by) withdrew it on \($0.at.day): \($0.why)" } ?? "")</p>"
            ).html
        }
        if let final = finals.first {
            return Notice(
                .information, "This is a new draft",
                """
                <p><a href="\(report.final(final.number))">Version \(final.number)</a> was finished on \(final.finishedAt.day) \
                and stands until this draft is final.</p>
                """
            ).html
        }
        return nil
    }

    private var actions: HTML {
        let missing = readiness.gaps.count
        let finish: HTML? =
            report.state == .draft && opened.reach.readsDraft
            ? "<a href=\"\(report.completion)\">\(missing == 0 ? "Ready to be final" : "\(missing.counted("thing is", "things are")) missing")</a>"
            : nil
        return """
            <div class="actions">
            \(opened.reach.writes && report.state == .draft ? Button("Write it", to: report.overview).html : nil)
            \(canPrint ? Button("PDF", to: report.pdf, weight: .secondary).html : nil)
            \(finish)
            <a href="\(report.clearance)">Clearance</a>
            <a href="\(report.comments)">Comments</a>
            <a href="\(report.versions)">Versions</a>
            </div>
            """
    }
}

/// `/reports/{report}/finals/{final}`: a report as it was finished.
struct FinalPage {
    let opened: OpenReport
    let final: FinalReport
    /// The newest first.
    let finals: [FinalReport]
    let steps: [FinishingStore.Taken]
    let visit: Visit
    let canPrint: Bool

    private var report: Report { opened.report }
    private var isNewest: Bool { final.number == finals.first?.number }

    var page: Page {
        Page(
            final.title, crumbs: [ReportCrumbs.reports],
            body: """
                <p class="eyebrow">Report \(Tag(isNewest ? "Final, version \(final.number)" : "Version \(final.number), replaced", isNewest ? .good : .plain).html)</p>
                <h1>\(final.title)</h1>
                \(standing)
                \(changes)
                \(actions)
                \(final.page { report.file(of: $0, inFinal: final.number) })
                <p class="citation">Version \(final.number), finished by \(final.finishedBy) on \(final.finishedAt.dayAndTime). \
                SHA-256 <span class="report-hash">\(final.hash.description)</span></p>
                \(WithdrawingForms(opened: opened, visit: visit).html)
                """)
    }

    private var standing: HTML? {
        if report.state == .withdrawn, let step = steps.last(where: { $0.step == .withdrawn }) {
            return Notice(
                .warning, "This report was withdrawn", "<p>On \(step.at.day): \(step.why)</p>"
            ).html
        }
        guard !isNewest, let newest = finals.first else { return nil }
        return Notice(
            .warning, "A later version replaces this one",
            """
            <p>Read <a href="\(report.final(newest.number))">version \(newest.number)</a>, finished on \(newest.finishedAt.day).</p>
            """
        ).html
    }

    private var changes: HTML? {
        guard let replaced = final.replaces else { return nil }
        return Disclosure(
            "What changed since version \(replaced)",
            final.changes.isEmpty
                ? "<p>Nothing of what it says.</p>" : "<ul>\(final.changes.html { "<li>\($0)</li>\n" })</ul>",
            isOpen: true
        ).html
    }

    private var actions: HTML {
        let pdf = "/reports/\(report.id)/finals/\(final.number)/report.pdf" as Address
        return """
            <div class="actions">
            \(canPrint ? Button("PDF", to: pdf, weight: .secondary).html : nil)
            \(opened.reach.readsDraft && report.state == .draft ? "<a href=\"\(report.address)\">The new draft</a>" as HTML : nil)
            \(opened.reach.readsDraft ? "<a href=\"\(report.clearance)\">Clearance</a> <a href=\"\(report.versions)\">Versions</a>" as HTML : nil)
            </div>
            """
    }
}

/// What whoever finishes reports may do with one besides: begin a new draft, withdraw it, take it up again.
struct WithdrawingForms {
    let opened: OpenReport
    let visit: Visit

    private var report: Report { opened.report }

    var html: HTML? {
        guard opened.reach.finishes else { return nil }
        switch report.state {
        case .withdrawn:
            return PressForm(label: "Take the report up again", action: "/reports/\(report.id)/resumption").html(
                for: visit)
        case .final: return reopening + withdrawal
        case .draft: return withdrawal
        }
    }

    private var reopening: HTML {
        Disclosure(
            "Change this report",
            PostForm(
                to: "/reports/\(report.id)/draft", visit, isGuarded: true,
                """
                <p>A new draft is begun. What is final stays as it is, and stands until the draft is final and replaces it.</p>
                \(Field("why-draft", "Why is it changed?", hint: "One sentence, for whoever reads its history.").html)
                <p class="actions">\(Button("Begin a new draft", weight: .secondary).html)</p>
                """
            ).html
        ).html
    }

    private var withdrawal: HTML {
        Disclosure(
            "Withdraw this report",
            PostForm(
                to: "/reports/\(report.id)/withdrawal", visit, isGuarded: true,
                """
                <p>It then goes to no body any more. Nothing of it is lost, and it can be taken up again.</p>
                \(Field("why-withdrawn", "Why is it withdrawn?", hint: "One sentence: everybody who opens it reads this.").html)
                <p class="actions">\(Button("Withdraw the report", weight: .warning).html)</p>
                """
            ).html
        ).html
    }
}
