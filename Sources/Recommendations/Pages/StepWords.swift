import Publishing
import Storage
import Wording

/// A step as it is told, on pages for members and for everybody alike.
struct StepWords {
    let title: String
    /// In Markdown; may be empty.
    let words: String

    init(_ details: StepDetails) {
        switch details.what {
        case .made(let text): (title, words) = ("Recommended", text)
        case .reworded(let text): (title, words) = ("Worded anew in the report", text)
        case .sent(let to, let asks):
            title = "Sent to \(to.name)\(asks ? ", which is asked to answer" : "")"
            words = ""
        case .received:
            let on = (details.meeting.flatMap { Day($0.day) }).map { " on \($0.words)" } ?? ""
            (title, words) = ("An item of the meeting\(on)", "")
        case .outcome(let outcome, let said): (title, words) = (outcome.title, Self.outcome(outcome, said))
        case .asked(_, let name): (title, words) = ("\(name) is to answer", "")
        case .due(let day, let why):
            (title, words) = ("The answer is due on \(Day(day)?.words ?? day)", "Because: \(why)".withFullStop)
        case .response(let acceptance, let reasons): (title, words) = (acceptance.title, reasons)
        case .action(let said, let by, let isComplete):
            (title, words) = ((isComplete ? "Done" : "Under way") + (by.isEmpty ? "" : ", by \(by)"), said)
        case .struck(let number, let why): (title, words) = ("Step \(number) was struck out", why)
        }
    }

    private static func outcome(_ outcome: Outcome, _ said: String) -> String {
        guard !said.isEmpty else { return "" }
        switch outcome {
        case .amended: return "It reads now:\n\n\(said)"
        case .addendum where !(ThreadText.beforeAddendum(in: said) ?? "").isEmpty: return said
        case .addendum: return ThreadText("Accepted", addenda: [said]).full.replacing("\n\n", with: ", ")
        default: return said
        }
    }
}

extension StepDetails {
    /// "Minute 41 of 9 February 2016, point 3 of 6"
    var minuteWords: String? {
        minute.map {
            "Minute \($0)" + ((meeting.flatMap { Day($0.day) }).map { " of \($0.words)" } ?? "")
                + (point.map { ", \($0.words)" } ?? "")
        }
    }

    /// Whether it changes the words of the recommendation.
    var changesText: Bool {
        switch what {
        case .reworded, .outcome(.amended, _), .outcome(.addendum, _): true
        default: added != nil
        }
    }
}
