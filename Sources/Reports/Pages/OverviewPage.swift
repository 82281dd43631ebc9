import Markdown
import Storage
import Web
import Wording

/// `/reports/{report}/edit`: every part of the paper in its order, with what is filled in and what is missing.
struct OverviewPage {
    let opened: OpenReport
    let content: ReportContent
    let bodies: [String: String]
    let clearances: Clearances
    let readiness: Readiness

    private var report: Report { opened.report }

    var page: Page {
        Page(
            "Write: \(report.title)", crumbs: ReportCrumbs.of(opened),
            body: """
                <p class="eyebrow">Report \(ReportStanding(opened).tag.html)</p>
                <h1>\(report.title)</h1>
                <p class="lead">\(lead)</p>
                <p class="actions">\(Button("See how it reads", to: report.address, weight: .secondary).html) \
                <a href="\(report.completion)">Make it final</a></p>
                <h2>At its head</h2>
                \(TaskList([list(.path), part(.title), list(.authors), part(.classification), part(.wards), part(.status)]).html)
                <h2>What it says</h2>
                \(TaskList([part(.summary), list(.sections), list(.tables), list(.options)]).html)
                <h2>What it implies</h2>
                \(TaskList(Implication.allCases.map(implication)).html)
                <h2>What is to be decided</h2>
                \(TaskList([list(.recommendations), part(.process)]).html)
                <h2>At its end</h2>
                \(TaskList([list(.contacts), background, list(.papers), list(.annexes), list(.consultation)]).html)
                """)
    }

    private var lead: String {
        let missing = readiness.gaps.count
        return missing == 0
            ? "Nothing is missing: it can be made final."
            : "\(missing.counted("thing is", "things are")) missing before it can be final."
    }

    private func part(_ part: ReportPart) -> TaskList.Task {
        let text = words(of: part)
        let isMissing = readiness.gaps.contains { $0.place == .part(part) }
        return TaskList.Task(
            part.title, detail: text.isEmpty ? part.guidance ?? "" : text,
            state: isMissing ? Tag("Missing", .waiting) : text.isEmpty ? Tag("Optional") : Tag("Done", .good),
            at: report.editing(.part(part)))
    }

    private func words(of part: ReportPart) -> String {
        switch part {
        case .title: content.title
        case .classification: content.classification?.words ?? ""
        case .wards: content.wards ?? ""
        case .status: content.isForDecision.map { $0 ? "For decision" : "For information" } ?? ""
        case .background: content.hasNoPapers ? "There are none" : ""
        default: short(content[part]["text"])
        }
    }

    /// How it begins.
    private func short(_ text: String) -> String {
        let words = Markdown(text).words.split(whereSeparator: \.isWhitespace)
        return words.prefix(16).joined(separator: " ") + (words.count > 16 ? " …" : "")
    }

    private func list(_ list: ReportList) -> TaskList.Task {
        let items = content[list]
        let isMissing = readiness.gaps.contains { gap in
            switch gap.place {
            case .list(let other), .item(let other, _): other == list
            default: false
            }
        }
        let names = items.prefix(6).map { ItemName.words(of: $0, in: list, bodies: bodies) }
        let more = items.count > names.count ? ", and \(items.count - names.count) more" : ""
        let joined = list == .path ? names.joined(separator: " → ") : names.joined(separator: "; ")
        return TaskList.Task(
            list.title, detail: items.isEmpty ? list.guidance ?? "" : joined + more,
            state: isMissing ? Tag("Missing", .waiting) : items.isEmpty ? Tag("Optional") : Tag("Done", .good),
            at: report.list(list))
    }

    private var background: TaskList.Task {
        let isMissing = readiness.gaps.contains { $0.place == .part(.background) }
        let detail =
            content.hasNoPapers
            ? "It says that there are none." : content[.papers].isEmpty ? "Nobody has said yet." : "Some are listed."
        return TaskList.Task(
            ReportPart.background.title, detail: detail,
            state: isMissing ? Tag("Missing", .waiting) : Tag("Done", .good), at: report.editing(.part(.background)))
    }

    private func implication(_ implication: Implication) -> TaskList.Task {
        let line = clearances[implication]
        let text = short(content[implication.part]["text"])
        return TaskList.Task(
            implication.title, detail: text.isEmpty ? implication.guidance : text,
            state: text.isEmpty ? Tag("Missing", .waiting) : ClearanceTag.tag(line?.state ?? .notAsked),
            at: report.clearance(of: implication))
    }
}

/// What one of a list is called in a line.
enum ItemName {
    static func words(of item: ReportContent.Item, in list: ReportList, bodies: [String: String]) -> String {
        let answers = item.answers
        switch list {
        case .path: return bodies[answers["body"]] ?? "A body that is not there"
        case .recommendations:
            let words = Markdown(answers["text"]).words.split(whereSeparator: \.isWhitespace)
            return words.prefix(14).joined(separator: " ") + (words.count > 14 ? " …" : "")
        case .options: return answers["name"] + (answers["recommended"] == "yes" ? " (recommended)" : "")
        case .sections: return answers["heading"]
        case .tables, .papers, .annexes: return answers["title"]
        case .authors, .contacts, .consultation:
            return [answers["name"], answers["title"]].filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }
}

/// How a clearance stands, in a word.
enum ClearanceTag {
    static func tag(_ state: ClearanceState) -> Tag {
        switch state {
        case .notAsked: Tag("Not asked yet", .waiting)
        case .waiting: Tag("Asked", .waiting)
        case .overdue: Tag("Overdue", .bad)
        case .mustChange: Tag("To change", .bad)
        case .earlierVersion: Tag("To confirm again", .waiting)
        case .cleared: Tag("Cleared", .good)
        }
    }
}
