import Foundation
import Membership
import Storage
import Web
import Wording

/// Where two people’s changes to one record meet: what each did, in the words the second is told.
struct Meeting {
    let merge: FormMerge
    let questions: [RecordQuestion]
    /// Those of the form, for what answers are called.
    let fields: [Field]
    /// By what entries call the questions.
    let changes: [String: LastChanges.Change]
    /// Who is told.
    let reader: ID<Person>
    let now: Date

    /// What is in dispute, and besides what cannot be so anyhow, in the order of the form.
    func refusals(besides faults: Refusals?) -> Refusals {
        var refusals = Refusals()
        let rest = faults?.all ?? []
        for field in fields {
            if let answer = merge.disputed.first(where: { $0.name == field.name }) {
                refusals.add(dispute(answer), field: field.name)
            }
            for fault in rest where fault.field == field.name { refusals.add(fault.message, field: field.name) }
        }
        let named = Set(fields.map(\.name))
        for fault in rest where !(fault.field.map(named.contains) ?? false) {
            refusals.add(fault.message, field: fault.field)
        }
        return refusals
    }

    /// What somebody else changed that is in the form already; nil for nothing.
    var notice: Notice? {
        let taken = merge.taken
        guard !taken.isEmpty else { return nil }
        return Notice(
            .information, "Somebody else saved while you were writing",
            """
            <p>What they changed and you did not is in the form already:</p>
            <ul>
            \(taken.html { "<li>\(sentence($0))</li>\n" })
            </ul>
            """)
    }

    private func sentence(_ answer: FormMerge.Answer) -> String {
        let label = fields.first { $0.name == answer.name }?.label ?? answer.name
        let by = change(of: answer).map { " (\($0.by.isMember(reader) ? "you" : who($0)), \(when($0)))" } ?? ""
        let words = isList(answer) ? "lines that you left as they were" : words(answer)
        return "\(label)\(label.hasSuffix("?") ? "" : ":") \(words)\(by)"
    }

    private func dispute(_ answer: FormMerge.Answer) -> String {
        let isChosen = fields.first { $0.name == answer.name }?.isChoice ?? false
        let mine = isChosen ? "What you chose stands here" : "Yours is in the box"
        let settle = "choose what to keep, and save again."
        guard answer.isWasKnown else { return "As it is saved now, this is \(words(answer)). \(mine): \(settle)" }
        let change = change(of: answer)
        let isOwn = change?.by.isMember(reader) ?? false
        let meanwhile = isOwn ? "in another window" : "while you were writing"
        let did = change.map { "\(who($0)) \(deed(answer)) \(when($0)), \(meanwhile)." }
        if isList(answer) {
            let happened = did ?? "Somebody else changed the same lines while you were writing."
            return "\(happened) Both are in the box, those saved first above yours: put them right, and save again."
        }
        return "\(did ?? "Somebody else \(deed(answer)) while you were writing.") \(mine): \(settle)"
    }

    private func deed(_ answer: FormMerge.Answer) -> String {
        if isList(answer) { return "changed the same lines" }
        return answer.theirs.isEmpty && title(of: answer) == nil ? "took this out" : "changed this to \(words(answer))"
    }

    /// The stored answer as people know it: “Testham Police”, “9 February 2016”.
    private func words(_ answer: FormMerge.Answer) -> String {
        if let title = title(of: answer) { return "“\(title)”" }
        switch question(answer)?.kind {
        case _ where answer.theirs.isEmpty: return "empty"
        case .day?: return Day(typed: answer.theirs)?.words ?? answer.theirs
        case .list?: return "“\(answer.theirs.replacing("\n", with: "; "))”"
        default: return "“\(answer.theirs)”"
        }
    }

    private func title(of answer: FormMerge.Answer) -> String? {
        fields.first { $0.name == answer.name }?.title(of: answer.theirs)
    }

    private func isList(_ answer: FormMerge.Answer) -> Bool {
        if case .list? = question(answer)?.kind { true } else { false }
    }

    private func question(_ answer: FormMerge.Answer) -> RecordQuestion? {
        questions.first { $0.name == answer.name }
    }

    private func change(of answer: FormMerge.Answer) -> LastChanges.Change? {
        question(answer).flatMap { changes[$0.field] }
    }

    private func who(_ change: LastChanges.Change) -> String {
        change.by.isMember(reader) ? "You" : change.by.inWords
    }

    private func when(_ change: LastChanges.Change) -> String {
        change.at.day == now.day ? "at \(change.at.clock)" : "on \(change.at.dayAndTime)"
    }
}
