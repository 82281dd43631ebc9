import Foundation
import Hummingbird
import Membership
import Press
import Publishing
import Storage
import Web
import Wording

/// What becomes of minutes once they were taken.
struct StandingRoutes: Sendable {
    let desk: MinutesDesk

    func add(to routes: inout Routes) {
        let path = "/committees/meetings/{meeting}/minutes"
        routes.members(.get, path + "/circulation", may: .takeMinutes) { _, context in .page(try await page(context)) }
        routes.members(.post, path + "/circulation", may: .takeMinutes, use: circulate)
        routes.members(.post, path + "/corrections", may: .readMinutes, use: propose)
        routes.members(.post, path + "/corrections/{correction}", may: .takeMinutes, use: answer)
        routes.members(.post, path + "/confirmation", may: .takeMinutes, use: confirm)
        routes.members(.post, path + "/summaries", may: .takeMinutes, use: summarise)
        routes.members(.post, path + "/publication", may: .publishMinutes, use: publish)
    }

    private func page(
        _ context: MemberContext, _ refusals: Refusals? = nil, typed: (item: String, text: String)? = nil
    ) async throws -> Page {
        let opened = try await desk.opened(context)
        let earlier = try await desk.meetings.meetings(before: opened.meeting)
        return CirculationPage(
            opened: opened, today: desk.today(), numbering: try await desk.standings.numbering(of: opened.meeting),
            earlier: try await desk.standings.unnumbered(earlier, before: opened.meeting),
            later: try await desk.meetings.meetings(after: opened.meeting),
            published: try await desk.publication(of: opened), mayPublish: context.member.may(.publishMinutes),
            visit: context.visit, refusals: refusals, typed: typed
        ).page
    }

    /// Runs what a form of the page asks for; what is refused is said at its head.
    private func answering(_ context: MemberContext, _ deed: () async throws -> Address) async throws -> Reply {
        do {
            return .redirect(to: try await deed())
        } catch let refusals as Refusals {
            return .page(try await page(context, refusals), status: .unprocessableContent)
        } catch let refusal as any Refused {
            return .page(try await page(context, Refusals(refusal.reason)), status: .unprocessableContent)
        } catch let error as PressError {
            let refusals = Refusals("The PDF could not be made, so nothing was published. \(error)")
            return .page(try await page(context, refusals), status: .unprocessableContent)
        }
    }

    private func circulate(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        return try await answering(context) {
            var numbering: (beginsOn: Day, first: Int)?
            if let typed = form.answer("first") {
                var check = Check(form)
                let day = check.day("begins-on", ask: "Enter the day of the annual meeting")
                let first = Int(typed)
                if first == nil { check.refuse("Enter the first number of the year", field: "first") }
                try check.refusals.check()
                if let day, let first { numbering = (day, first) }
            }
            let goesFirst = form["goes-first"] == "yes"
            try await desk.standings.circulate(
                opened.meeting, asOf: Int(form["newest"]) ?? 0, numbering: numbering,
                after: goesFirst ? [] : desk.meetings.meetings(before: opened.meeting), by: context.member.actor,
                at: desk.now(), on: desk.today())
            return "\(opened.address)/circulation"
        }
    }

    private func propose(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        guard opened.seesClosed, opened.document != nil else { throw HTTPError(.notFound) }
        var check = Check(form)
        let item = check.text("item", ask: "Choose the minute")
        if form["text"].isEmpty { check.refuse("Write how the minute should read", field: "text") }
        if form["text"].count > 5_000 { check.refuse("Use 5,000 letters at most", field: "text") }
        do {
            try check.refusals.check()
            try await desk.standings.propose(
                form["text"].withoutUnseen, to: item, of: opened.meeting, by: context.member, at: desk.now())
            return .redirect(to: "\(opened.address)/reading")
        } catch let refusals as Refusals {
            return .page(
                ReadingPage(opened: opened, visit: context.visit, refusals: refusals, typed: Answers(form)).page,
                status: .unprocessableContent)
        } catch let refusal as MinutesRefusal {
            let refusals = Refusals(refusal.reason)
            return .page(
                ReadingPage(opened: opened, visit: context.visit, refusals: refusals, typed: Answers(form)).page,
                status: .unprocessableContent)
        }
    }

    private func answer(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        guard let id = context.parameters.get("correction").flatMap({ ID<MinutesStanding.Correction>($0) }) else {
            throw HTTPError(.notFound)
        }
        return try await answering(context) {
            var check = Check(form)
            let words = check.text("words", longest: 1_000)
            if form["answer"].isEmpty { check.refuse("Choose whether it is accepted", field: "answer") }
            try check.refusals.check()
            try await desk.standings.answer(
                id, of: opened.meeting, accepting: form["answer"] == "accepted", saying: words,
                by: context.member.actor, at: desk.now())
            return "\(opened.address)/circulation"
        }
    }

    private func confirm(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        return try await answering(context) {
            let all = try await desk.meetings.meetings(after: opened.meeting)
            guard let later = all.first(where: { "\($0.id)" == form["meeting"] }) else {
                throw Refusals("Choose the meeting that confirmed them")
            }
            if let minuted = try await desk.meetings.meeting(later.id) {
                try Confirming.check(opened.meeting, in: try await desk.minutes.record(of: minuted))
            }
            try await desk.standings.confirm(
                opened.meeting, at: later, asOf: Int(form["newest"]) ?? 0, by: context.member.actor, at: desk.now())
            return "\(opened.address)/circulation"
        }
    }

    private func publish(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        return try await answering(context) {
            try await desk.publish(
                opened, after: Int(form["before"]) ?? 0, hasLooked: form["looked"] == "yes", by: context.member.actor)
            return "\(opened.address)/circulation"
        }
    }

    /// What the public is told of an item that was taken in private, or that it need not be told anything.
    private func summarise(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        let summary = Deed.Summary(text: form["text"].withoutUnseen, isNotNeeded: form["not-needed"] == "yes")
        let (item, after) = (form["item"], Int(form["after"]) ?? 0)
        do {
            guard summary.isGiven else {
                throw Refusals("Write what the public is told of this item, or tick that no summary is needed")
            }
            guard summary.text.isEmpty || !summary.isNotNeeded else {
                throw Refusals("Write a summary or tick that none is needed, not both")
            }
            guard summary.text.count <= 10_000 else { throw Refusals("Use 10,000 characters at most for the summary") }
            // The same words sent twice are one deed; other words are another.
            let told = "\(item) \(after) \(summary.isNotNeeded) \(summary.text)"
            let key = "summary-" + FileHash(of: Array(told.utf8)).description.prefix(40)
            try await desk.minutes.write(
                MinutesChange(.summary(item: item, summary), key: key, after: after), into: opened.meeting,
                by: context.member.actor, at: desk.now())
            return .redirect(to: Address(untrusted: "\(opened.address.text)/circulation#summaries") ?? opened.address)
        } catch let refusals as Refusals {
            let page = try await page(context, refusals, typed: (item, form["text"]))
            return .page(page, status: .unprocessableContent)
        } catch let refusal as MinutesRefusal {
            let page = try await page(context, Refusals(refusal.reason), typed: (item, form["text"]))
            return .page(page, status: .unprocessableContent)
        } catch is ChangedMeanwhile {
            let refusals = Refusals(
                "Somebody saved a summary of this item first. Look at it, and save again to put yours there")
            return .page(try await page(context, refusals, typed: (item, form["text"])), status: .conflict)
        }
    }
}
