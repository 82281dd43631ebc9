import Membership
import Storage
import Web

/// Reads what a form about a recommendation says.
struct StepReading {
    let followed: FollowedThread
    let bodies: [Body]
    let people: [Participant]

    /// - Throws: `Refusals`
    func steps(_ form: StepForm, _ answers: Answers) throws -> [StepDetails] {
        var check = Check(answers)
        let day = check.day("day", ask: "Enter the day")
        let isWithheld = answers["open"] == "no"
        let law = form == .sending || form == .due ? AnsweringLaw(rawValue: answers["law"]) : nil
        var body: ThreadBody?
        let what: StepDetails.What?
        switch form {
        case .sending:
            body = self.body(answers["from"], "") ?? followed.state.body
            what = sending(answers, &check)
        case .outcome:
            body = self.body(answers["body"], check.text("body-name"))
            let outcome: Outcome? = check.choice("outcome", ask: "Choose what it decided")
            let words = words("words", answers, &check)
            what = outcome.map { .outcome($0, words: words) }
        case .response:
            body =
                self.body(answers["body"], check.text("body-name")) ?? followed.state.awaiting?.body
                ?? followed.thread.asked
            what = response(answers, &check)
        case .action:
            what = .action(
                words: words("words", answers, &check), by: check.text("by"), isComplete: answers["complete"] == "yes")
        case .asking:
            body = followed.state.awaiting?.body
            what = asking(answers, &check)
        case .due:
            body = followed.state.awaiting?.body
            what = due(answers, law, &check)
        }
        let minute = Int(answers["minute"])
        if !answers["minute"].isEmpty, minute == nil {
            check.refuse("Enter a number, or leave it empty", field: "minute")
        }
        return try check.checked {
            guard let day, let what else { return nil }
            var details = StepDetails(what, on: day, of: body, minute: minute, isWithheld: isWithheld)
            details.law = law
            return [form == .response ? sourced(details, answers) : details]
        }
    }

    /// An answer that was offered from a minute says so.
    private func sourced(_ answer: StepDetails, _ answers: Answers) -> StepDetails {
        guard let decided = followed.state.unanswered, answers["decided"] == "\(decided.step.number)" else {
            return answer
        }
        return OfferedAnswer(decided).sourced(answer)
    }

    private func sending(_ answers: Answers, _ check: inout Check) -> StepDetails.What? {
        guard let to = body(answers["to"], check.text("to-name")) else {
            check.refuse("Choose the body it is sent to, or enter its name", field: "to")
            return nil
        }
        let known = bodies.first { $0.id.description == to.key }?.details.regime.answers ?? false
        return .sent(to: to, asksForResponse: answers["asks"].isEmpty ? known : answers["asks"] == "yes")
    }

    private func response(_ answers: Answers, _ check: inout Check) -> StepDetails.What? {
        let acceptance: Acceptance? = check.choice("acceptance", ask: "Choose whether it is accepted")
        let reasons = words("reasons", answers, &check)
        return acceptance.map { .response($0, reasons: reasons) }
    }

    private func asking(_ answers: Answers, _ check: inout Check) -> StepDetails.What? {
        let person = people.first { $0.id.description == answers["person"] }
        let name = check.text("name")
        return .asked(person: person?.id.description ?? "", name: person?.name ?? name)
    }

    private func due(_ answers: Answers, _ law: AnsweringLaw?, _ check: inout Check) -> StepDetails.What? {
        if let law, let sent = followed.state.awaiting?.due.from {
            return .due(day: ResponseDue(from: sent, under: law).day.description, why: law.provision)
        }
        let day = check.day("due", ask: "Enter the day by which the answer is due")
        let why = check.text("why", ask: "Say why it is due on another day", longest: 500)
        return day.map { .due(day: $0.description, why: why) }
    }

    private func words(_ name: String, _ answers: Answers, _ check: inout Check) -> String {
        if answers[name].count > 5_000 { check.refuse("Use 5,000 characters at most", field: name) }
        return answers[name].withoutUnseen
    }

    private func body(_ key: String, _ name: String) -> ThreadBody? {
        if let known = bodies.first(where: { $0.id.description == key }) {
            return ThreadBody(key: known.id.description, name: known.name)
        }
        return name.isEmpty ? nil : ThreadBody(name: name)
    }
}
