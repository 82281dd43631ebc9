import Storage
import Web
import Wording

/// What was typed into the forms of submissions.
struct SubmissionReading {
    let answers: Answers

    static func answers(about known: Submission) -> Answers {
        let (details, contact) = (known.details, known.contact)
        var (naming, place) = ("named", "")
        if case .resident(let of) = details.naming { (naming, place) = ("resident", of) }
        return Answers([
            "kind": details.kind.rawValue, "day": details.receivedOn.typed, "time": details.receivedAt?.words ?? "",
            "subject": details.subject, "words": details.words, "put-to": details.putTo,
            "signatures": details.signatures.map { "\($0)" } ?? "", "naming": naming, "place": place,
            "name": contact?.name ?? "", "address": contact?.address ?? "", "email": contact?.email ?? "",
            "telephone": contact?.telephone ?? "",
        ])
    }

    /// - Parameter named: who they are, where that was erased and is not asked for again.
    func submission(
        on today: Day, named: String? = nil
    ) throws -> (details: SubmissionDetails, contact: Submission.Contact) {
        var check = Check(answers)
        let kind: Submission.Kind? = check.choice("kind", ask: "Choose what came")
        let day = check.day("day", ask: "Enter the day on which it came")
        if let day, day > today { check.refuse("Enter a day that has come", field: "day") }
        let time = answers["time"].isEmpty ? nil : TimeOfDay(typed: answers["time"])
        if time == nil, !answers["time"].isEmpty { check.refuse("Enter a time of day, like 4.30 pm", field: "time") }
        let subject = check.text("subject", ask: "Say in a few words what it is about")
        let words = longText("words", ask: "Write what they say", &check)
        let putTo = check.text("put-to")
        let signatures = signatures(of: kind, &check)
        let contact = Submission.Contact(
            name: named ?? check.text("name", ask: "Enter who brings it"), address: check.text("address", longest: 500),
            email: check.text("email"), telephone: check.text("telephone"))
        let place = check.text("place")
        let naming: SubmissionDetails.Naming =
            answers["naming"] == "named" ? .named(contact.name) : .resident(of: place)
        if naming == .named("") {
            check.refuse("Who they are was erased, so they stay without a name", field: "naming")
        }
        return try check.checked {
            guard let kind, let day else { return nil }
            return (
                SubmissionDetails(
                    kind: kind, naming: naming, receivedOn: day, receivedAt: time, subject: subject, words: words,
                    putTo: putTo, signatures: signatures), contact
            )
        }
    }

    private func signatures(of kind: Submission.Kind?, _ check: inout Check) -> Int? {
        guard !answers["signatures"].isEmpty else { return nil }
        let number = Int(answers["signatures"].filter { $0 != "," })
        if kind != .petition { check.refuse("Only a petition has signatures: leave this empty", field: "signatures") }
        guard let number, (1...10_000_000).contains(number) else {
            check.refuse("Enter how many signed it, like 1,250", field: "signatures")
            return nil
        }
        return number
    }

    private func longText(_ name: String, ask: String, _ check: inout Check) -> String {
        let text = answers[name].withoutUnseen
        if text.isEmpty { check.refuse(ask, field: name) }
        if text.count > 10_000 { check.refuse("Use 10,000 characters at most", field: name) }
        return text
    }

    func decision() throws -> Submission.Standing {
        var check = Check(answers)
        let why = check.text("why", longest: 500)
        switch answers["decision"] {
        case "accepted": break
        case "rejected": if why.isEmpty { check.refuse("Say why it is rejected", field: "why") }
        default: check.refuse("Choose whether the meeting hears it", field: "decision")
        }
        try check.refusals.check()
        return answers["decision"] == "accepted" ? .accepted(why: why) : .rejected(why: why)
    }

    func withdrawal() throws -> Submission.Standing {
        var check = Check(answers)
        let why = check.text("why", ask: "Say why it is withdrawn", longest: 500)
        try check.refusals.check()
        return .withdrawn(why: why)
    }

    func answer(on today: Day) throws -> Submission.Answer {
        var check = Check(answers)
        let way: Submission.Answer.Way? = check.choice("way", ask: "Choose how it was answered")
        let by = check.text("by", ask: "Enter who answered")
        let day = check.day("day", ask: "Enter the day on which it was answered")
        if let day, day > today { check.refuse("Enter a day that has come", field: "day") }
        let text = longText("text", ask: "Write what was answered", &check)
        return try check.checked {
            guard let way, let day else { return nil }
            return Submission.Answer(way: way, by: by, on: day, text: text)
        }
    }
}
