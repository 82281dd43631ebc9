import Hummingbird
import Membership
import Storage
import Web
import WorkingDays

/// `/committees/bodies/{body}/rules` and `/committees/closures`: what the days of meetings are counted by.
struct RulesRoutes: Sendable {
    let desks: MeetingDesks

    func add(to routes: inout Routes) {
        let path = "/committees/bodies/{body}/rules"
        routes.members(.get, path, may: .arrangeMeetings) { _, context in
            let (body, _) = try await desks.body(context)
            let rules = try await desks.rules.rules(of: body, on: desks.today())
            let answers = rules.map { RulesFormPage.answers(about: $0, from: desks.today()) } ?? Answers()
            return .page(RulesFormPage(body: body).form(answers).page(for: context.visit))
        }
        routes.members(.post, path, may: .arrangeMeetings, use: set)
        routes.members(.get, "/committees/closures", may: .readMeetings) { _, context in
            .page(try await closures(context).page())
        }
        routes.members(.post, "/committees/closures", may: .arrangeMeetings, use: close)
        routes.members(.post, "/committees/closures/{closure}/removal", may: .arrangeMeetings) { _, context in
            guard
                let closure = try await desks.rules.closures().first(where: {
                    "\($0.id)" == context.parameters.get("closure")
                })
            else { throw HTTPError(.notFound) }
            try await desks.rules.open(closure, by: context.member.actor, at: desks.now())
            return .redirect(to: "/committees/closures")
        }
    }

    private func set(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (body, _) = try await desks.body(context)
        let page = RulesFormPage(body: body)
        return try await answering(context.visit, again: { page.form(Answers(form), refusals: $0) }) {
            let read = try RulesFormPage.read(Answers(form), isNeverPublic: body.details.regime.isNeverPublic)
            try await desks.rules.set(
                read.rules, of: body.id, from: read.from, because: read.why, by: context.member.actor, at: desks.now())
            return "/committees/bodies/\(body.id)"
        }
    }

    private func closures(_ context: MemberContext) async throws -> ClosuresPage {
        let year = desks.today().year
        return ClosuresPage(
            closures: try await desks.rules.closures(),
            bankHolidays: BankHolidays.days(in: year) + BankHolidays.days(in: year + 1), visit: context.visit)
    }

    private func close(_ form: Form, _ context: MemberContext) async throws -> Reply {
        var check = Check(form)
        let day = check.day("day", ask: "Enter the day")
        let reason = check.text("reason", ask: "Say why the offices are closed")
        if let day, try await desks.rules.closures().contains(where: { $0.day == day }) {
            check.refuse("This day is entered already", field: "day")
        }
        guard let day, check.refusals.all.isEmpty else {
            return .page(
                try await closures(context).page(Answers(form), refusals: check.refusals), status: .unprocessableContent
            )
        }
        let time = desks.now()
        try await desks.rules.close(
            day, because: reason, isProclaimed: form["proclaimed"] == "yes", as: desks.identities.new(at: time),
            by: context.member.actor, at: time)
        return .redirect(to: "/committees/closures")
    }
}
