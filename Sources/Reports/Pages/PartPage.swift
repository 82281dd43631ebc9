import Storage
import Web

/// A part of a report to be written: one thing on a page.
struct PartPage {
    let opened: OpenReport
    let place: ReportPlace
    /// What there is a new one of; then nothing is there yet.
    var isNew = false
    var fields: PartFields
    let visit: Visit
    /// The saving that the writer began with, 0 where there was none.
    let version: Int
    var notice: Notice?

    private var report: Report { opened.report }

    /// Where it leads without saving, and afterwards.
    var back: Address {
        switch place {
        case .part(let part):
            if let implication = part.implication, !opened.reach.writes { return report.clearance(of: implication) }
            return report.overview
        case .item(let list, _), .order(let list): return report.list(list)
        }
    }

    private var title: String {
        switch place {
        case .part(let part): part.title
        case .item(let list, _), .order(let list): isNew ? "Add: \(list.one)" : "Change: \(list.one)"
        }
    }

    var page: Page {
        let target = isNew ? report.adding(to: place.list ?? .sections) : report.saving(place)
        let refusals = fields.refusals
        return Page(
            title, crumbs: crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(report.title)</p>
                <h1>\(title)</h1>
                \(guidance.map { "<p class=\"lead\">\($0)</p>" as HTML })
                \(notice?.html)
                \(PostForm(
                    to: target, visit, values: [("version", "\(version)")], takesFiles: place.takesFile, isGuarded: true,
                    isRefused: refusals != nil || fields.readings != nil,
                    "\(fields.html)\n<p class=\"actions\">\(Button("Save").html) <a href=\"\(back)\">Cancel</a></p>"
                ).html)
                """)
    }

    private var crumbs: [Mention] {
        var crumbs = opened.reach.writes ? ReportCrumbs.editing(opened) : ReportCrumbs.of(opened)
        if let list = place.list, opened.reach.writes {
            crumbs.append(Mention(at: report.list(list), titled: list.title))
        }
        return crumbs
    }

    private var guidance: String? {
        switch place {
        case .part(let part): part.guidance
        case .item(let list, _), .order(let list): list.guidance
        }
    }
}

extension ReportPart {
    /// What belongs there, for whoever writes it.
    var guidance: String? {
        switch self {
        case .title: "As it stands on the agenda and at the head of the paper."
        case .classification:
            "Committee papers are public. What may be kept back is named in the Act, and each report that keeps something back says "
                + "why."
        case .wards: "Where it makes a difference: the councillors of these wards look for it."
        case .status: "A report for decision has recommendations; one for information has none."
        case .summary: "What it is about and what it asks, for a councillor who reads nothing else."
        case .financial, .legal, .corporate, .equality, .crime: implication?.guidance
        case .process:
            "What happens after the first body: who recommends, who decides. The bodies themselves are named under ‘To, and decision "
                + "path’."
        case .background:
            "Documents that disclose facts on which the report is based and that were relied on to a material extent. Saying nothing "
                + "is not saying that there are none."
        }
    }
}

extension ReportList {
    var guidance: String? {
        switch self {
        case .path:
            "The bodies it goes to, one after the other. It is addressed to the first unless you mark another; the last one decides."
        case .authors: "Who the report is by. An author who signs in here can open the draft."
        case .sections:
            "Sections and their paragraphs get their numbers from the program, so that no number is there twice and none is "
                + "left out."
        case .options:
            "What the body could do. ‘Do nothing’ is nearly always one of them, and three are usual. One is marked as recommended."
        case .recommendations:
            "What each body is asked to agree. Each recommendation is followed by itself from body to body, so each names the one that "
                + "is to decide it."
        case .consultation: "Whom you asked about the report, in what capacity, and when."
        case .papers: "Documents on which the report is based: title, and where to read it."
        case .contacts: "Whom readers may ask, and to whom they report."
        case .annexes: "What goes with the report and would be too long within it: a text, tables, a file."
        case .tables:
            "The unit of a table is chosen once. The program prints it in the title and at the head of each column, and shows beneath "
                + "what the totals are in full pounds, so that no table can be headed millions that means thousands."
        }
    }
}
