import Hummingbird
import Membership
import Storage
import Web

/// `/committees/meetings/{meeting}/deadlines/{deadline}`: another day than the rules give.
struct DeadlineRoutes: Sendable {
    let desks: MeetingDesks

    func add(to routes: inout Routes) {
        let path = "/committees/meetings/{meeting}/deadlines/{deadline}"
        routes.members(.get, path, may: .arrangeMeetings) { _, context in
            let (found, deadline) = try await asked(context)
            let answers = Answers(["day": deadline.override?.day.typed ?? "", "why": deadline.override?.why ?? ""])
            return .page(OverrideFormPage(found: found, deadline: deadline).form(answers).page(for: context.visit))
        }
        routes.members(.post, path, may: .arrangeMeetings, use: set)
    }

    private func asked(_ context: MemberContext) async throws -> (MeetingDesks.Found, Deadline) {
        let found = try await desks.found(context)
        guard let kind = context.parameters.get("deadline").flatMap({ Deadline.Kind(slug: $0) }),
            let deadline = try await desks.deadlines(of: found)?[kind]
        else { throw HTTPError(.notFound) }
        return (found, deadline)
    }

    private func set(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (found, deadline) = try await asked(context)
        let page = OverrideFormPage(found: found, deadline: deadline)
        return try await answering(context.visit, again: { page.form(Answers(form), refusals: $0) }) {
            var check = Check(form)
            let day = check.optionalDay("day")
            let why = check.text("why", ask: "Say why another day is set", longest: 500)
            if let day, day > found.meeting.day { check.refuse("Enter a day before the meeting", field: "day") }
            try check.refusals.check()
            try await desks.overrides.set(
                day, for: deadline.kind, of: found.meeting.id, because: why, by: context.member.actor, at: desks.now())
            return found.address
        }
    }
}
