import Hummingbird
import Membership
import Publishing
import Storage
import Web

/// `/committees/decisions/{decision}/call-in` and `…/outcome`: a call-in and what became of it.
struct CallInRoutes {
    let desk: DecisionDesk

    func add(to routes: inout Routes) {
        let path = "/committees/decisions/{decision}"
        routes.members(.get, path + "/call-in", may: .publishDecisions) { [desk] _, context in
            let opened = try await desk.decision(context)
            return .page(DecisionForms.callIn(opened, rules: try await desk.rules.rules()).page(for: context.visit))
        }
        routes.members(.post, path + "/call-in", may: .publishDecisions) { [self] form, context in
            try await callIn(form, context)
        }
        routes.members(.get, path + "/outcome", may: .publishDecisions) { [desk] _, context in
            .page(DecisionForms.outcome(try await desk.decision(context)).page(for: context.visit))
        }
        routes.members(.post, path + "/outcome", may: .publishDecisions) { [self] form, context in
            try await settle(form, context)
        }
    }

    private func callIn(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (opened, rules) = (try await desk.decision(context), try await desk.rules.rules())
        return try await answering(
            context.visit, again: { DecisionForms.callIn(opened, rules: rules, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let reasons = check.long("reasons", Answers(form))
            if reasons.isEmpty { check.refuse("Enter the reasons of those who signed", field: "reasons") }
            let signatories = NoneOr(check.long("signatories", Answers(form))).lines
            if signatories.isEmpty { check.refuse("Enter who signed it", field: "signatories") }
            try check.refusals.check()
            try await desk.callIn(
                opened, CallIn(signatories: signatories, reasons: reasons), by: context.member.actor)
            return opened.address
        }
    }

    private func settle(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.decision(context)
        return try await answering(
            context.visit, again: { DecisionForms.outcome(opened, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let outcome: RegisterEvent.Kind? = check.choice("outcome", ask: "Choose what became of it")
            let day = check.day("day", ask: "Enter the day")
            if let day, day > desk.today() { check.refuse("Enter a day that has come", field: "day") }
            let words = check.long("words", Answers(form))
            if words.isEmpty { check.refuse("Say by whom it was settled, and why", field: "words") }
            try check.refusals.check()
            guard let outcome, let day, [.confirmed, .referredBack, .toCouncil].contains(outcome) else {
                throw Refusals("Choose what became of it", field: "outcome")
            }
            try await desk.settle(opened, outcome, saying: words, on: day, by: context.member.actor)
            return opened.address
        }
    }
}
