import Markdown
import Membership
import Storage
import Wording

/// What is asked of a part, and whether an answer can stand. What is still missing is no fault here: a part may be saved half done.
struct PartQuestion: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case words, lines, markdown, choice, ticks, day
        /// An ``AnnexFile``.
        case file
    }

    let name: String
    let kind: Kind

    init(_ name: String, _ kind: Kind = .words) {
        (self.name, self.kind) = (name, kind)
    }
}

extension ReportPlace {
    /// The questions of the part, in the order of its form.
    var questions: [PartQuestion] {
        switch self {
        case .part(let part): part.questions
        case .item(let list, _): list.questions
        case .order: []
        }
    }
}

extension ReportPart {
    var questions: [PartQuestion] {
        switch self {
        case .title: [PartQuestion("title")]
        case .classification:
            [PartQuestion("kind", .choice), PartQuestion("paragraphs", .ticks), PartQuestion("reason", .lines)]
        case .wards: [PartQuestion("all", .ticks), PartQuestion("wards", .lines)]
        case .status: [PartQuestion("status", .choice)]
        case .background: [PartQuestion("none", .ticks)]
        case .summary, .financial, .legal, .corporate, .equality, .crime, .process: [PartQuestion("text", .markdown)]
        }
    }
}

extension ReportList {
    var questions: [PartQuestion] {
        switch self {
        case .path: [PartQuestion("body", .choice), PartQuestion("to", .ticks)]
        case .authors: [PartQuestion("name"), PartQuestion("title"), PartQuestion("person", .choice)]
        case .sections: [PartQuestion("heading"), PartQuestion("text", .markdown)]
        case .options: [PartQuestion("name"), PartQuestion("text", .markdown), PartQuestion("recommended", .ticks)]
        case .recommendations: [PartQuestion("body", .choice), PartQuestion("text", .markdown)]
        case .consultation:
            [PartQuestion("area"), PartQuestion("name"), PartQuestion("title"), PartQuestion("on", .day)]
        case .papers: [PartQuestion("title"), PartQuestion("where")]
        case .contacts:
            [
                PartQuestion("as", .choice), PartQuestion("name"), PartQuestion("title"), PartQuestion("telephone"),
                PartQuestion("email"),
            ]
        case .annexes:
            [
                PartQuestion("title"), PartQuestion("text", .markdown), PartQuestion(AnnexFile.question, .file),
                PartQuestion("shows", .lines),
            ]
        case .tables:
            [
                PartQuestion("in", .choice), PartQuestion("title"), PartQuestion("unit", .choice),
                PartQuestion("columns", .lines), PartQuestion("rows", .lines), PartQuestion("total", .ticks),
            ]
        }
    }
}

/// What cannot be saved as it was typed.
enum PartChecking {
    static let longestLine = 300
    /// It is read out before each page.
    static let longestDescription = 1_000

    static func faults(in answers: PartAnswers, at place: ReportPlace) -> PartFaults {
        var faults = PartFaults()
        for question in place.questions where question.kind == .words && answers[question.name].count > longestLine {
            faults.add("Use \(longestLine) letters at most", at: question.name)
        }
        for question in place.questions where question.kind == .markdown {
            check(text: answers[question.name], at: question.name, &faults)
        }
        switch place {
        case .part(let part): check(part, answers, &faults)
        case .item(let list, _): check(list, answers, &faults)
        case .order: break
        }
        return faults
    }

    private static func check(text: String, at field: String, _ faults: inout PartFaults) {
        let figures = Set(LivePiece.all(in: text).compactMap(\.address)).count
        if figures > FiguresOfReport.mostOfText {
            faults.add(
                "It names \(figures.grouped) figures. Nobody reads so many: name \(FiguresOfReport.mostOfText) at most",
                at: field)
        }
        guard let typed = Numbering.typed(in: Markdown(text)).first else { return }
        faults.add(
            "Take the number ‘\(typed)’ away from the start of its paragraph: the program numbers paragraphs, and so no number is "
                + "there twice", at: field)
    }

    private static func check(_ part: ReportPart, _ answers: PartAnswers, _ faults: inout PartFaults) {
        switch part {
        case .title:
            if answers["title"].isEmpty { faults.add("Write what the report is called", at: "title") }
        case .classification:
            let kind = answers["kind"]
            if kind == "exempt", answers["paragraphs"].isEmpty {
                faults.add("Tick the paragraphs of Schedule 12A that it is exempt under", at: "paragraphs")
            }
            if ["exempt", "confidential"].contains(kind), answers["reason"].isEmpty {
                faults.add(
                    kind == "exempt"
                        ? "Say why the public interest in keeping it back outweighs the public interest in telling it"
                        : "Say which department’s terms, which enactment or which order forbids that it is told",
                    at: "reason")
            }
        default: break
        }
    }

    private static func check(_ list: ReportList, _ answers: PartAnswers, _ faults: inout PartFaults) {
        func needs(_ field: String, _ advice: String) {
            if answers[field].isEmpty { faults.add(advice, at: field) }
        }
        switch list {
        case .path: needs("body", "Choose the body it goes to")
        case .authors: needs("name", "Write who the report is by")
        case .sections:
            needs("heading", "Write the heading of the section")
            if let typed = Numbering.typed(inHeading: answers["heading"]) {
                faults.add("Take ‘\(typed)’ out of the heading: the program numbers the sections", at: "heading")
            }
        case .options: needs("name", "Name the option in a few words")
        case .recommendations:
            needs("body", "Choose the body that is to decide it")
            needs("text", "Write what the body is asked to agree")
        case .consultation:
            needs("name", "Write who was consulted")
            if !answers["on"].isEmpty, Day(typed: answers["on"]) == nil {
                faults.add("Enter a day of the calendar, like 1/2/2016, or leave it empty", at: "on")
            }
        case .papers: needs("title", "Write what the background paper is called")
        case .contacts:
            needs("name", "Write the officer’s name")
            if !answers["email"].isEmpty, EmailAddress(answers["email"]) == nil {
                faults.add("Write an email address like name@thanet.gov.uk", at: "email")
            }
        case .annexes:
            needs("title", "Write what the annex is called")
            if answers.file != nil { needs("shows", "Say what the file shows, for whoever cannot see its pages") }
            if answers["shows"].count > longestDescription {
                faults.add("Use \(longestDescription.grouped) letters at most", at: "shows")
            }
        case .tables:
            needs("in", "Choose the part that the table stands in")
            do throws(PartFaults) { _ = try MoneyTable(answers) } catch {
                for fault in error.all { faults.add(fault.advice, at: fault.field) }
            }
        }
    }
}
