import Hummingbird
import Membership
import Publishing
import Storage
import Web

/// `/committees/recommendations`: recommendations from the body that made them to what was done.
public struct RecommendationsRoutes: Sendable {
    private let desk: RecommendationsDesk

    public init(_ desk: RecommendationsDesk) {
        self.desk = desk
    }

    private static let path = "/committees/recommendations/{recommendation}"

    public func add(to routes: inout Routes) {
        let all = "/committees/recommendations"
        routes.members(.get, all, may: .readRecommendations) { request, context in
            .page(try await tracker(request, context).page)
        }
        routes.members(.get, all + ".csv", may: .readRecommendations) { request, context in
            .download(
                try await tracker(request, context).csv, type: "text/csv; charset=utf-8", named: "recommendations.csv")
        }
        routes.members(.get, all + "/new", may: .followRecommendations) { _, context in
            .page(try await beginning(Answers(["day": desk.today().typed])).page(for: context.visit))
        }
        routes.members(.post, all, may: .followRecommendations, use: begin)
        routes.members(.get, Self.path, may: .readRecommendations) { _, context in
            .page(try await thread(context))
        }
        routes.members(.get, Self.path + "/steps/{step}", may: .readRecommendations) { _, context in
            let (pages, form) = try await form(context)
            return .page(pages.page(form).page(for: context.visit))
        }
        routes.members(.post, Self.path + "/steps/{step}", may: .readRecommendations, use: enter)
        routes.members(.get, Self.path + "/steps/{step}/striking", may: .followRecommendations) { _, context in
            .page(try await striking(context, Answers()).page(for: context.visit))
        }
        routes.members(.post, Self.path + "/steps/{step}/striking", may: .followRecommendations, use: strike)
        routes.members(.post, Self.path + "/publication", may: .publishRecommendations, use: publish)
    }

    private func tracker(_ request: Request, _ context: MemberContext) async throws -> TrackerPage {
        var question = TrackerQuestion(
            standing: .init(rawValue: request.asked("state") ?? "") ?? .all, body: request.asked("body") ?? "")
        if question.standing == .untold { question.untold = try await desk.untold() }
        return TrackerPage(
            all: try await desk.followed(by: context.member), question: question,
            today: desk.today(), mayFollow: context.member.may(.followRecommendations))
    }

    /// The recommendation in the address, if the reader may know of it.
    private func found(_ context: MemberContext) async throws -> (followed: FollowedThread, structure: Structure) {
        let structure = try await desk.bodies.structure()
        guard let id = context.parameters.get("recommendation").flatMap({ ID<RecommendationThread>($0) }),
            let thread = try await desk.threads.thread(id), desk.sees(thread, context.member, in: structure)
        else { throw HTTPError(.notFound) }
        return (FollowedThread(thread), structure)
    }

    private func isAsked(_ member: Member, _ followed: FollowedThread) -> Bool {
        followed.thread.standing.contains { step in
            if case .asked(let person, _) = step.details.what { return person == member.id.description }
            return false
        }
    }

    private func thread(_ context: MemberContext) async throws -> Page {
        let (followed, _) = try await found(context)
        return ThreadPage(
            followed: followed, today: desk.today(), mayFollow: context.member.may(.followRecommendations),
            isAsked: isAsked(context.member, followed), mayPublish: context.member.may(.publishRecommendations),
            shared: try await desk.published(followed.thread),
            told: try await desk.notices.announcements(of: followed.thread.id.description).last, visit: context.visit
        ).page
    }

    /// Who follows recommendations enters anything; who was asked enters the answer, and what was done.
    private func form(_ context: MemberContext) async throws -> (pages: StepPages, form: StepForm) {
        let (followed, structure) = try await found(context)
        guard let form = StepForm(rawValue: context.parameters.get("step") ?? "") else { throw HTTPError(.notFound) }
        let isTheirs = isAsked(context.member, followed) && (form == .response || form == .action)
        guard context.member.may(.followRecommendations) || isTheirs else { throw HTTPError(.notFound) }
        return (
            StepPages(
                followed: followed, bodies: structure.bodiesInOrder(on: desk.today()),
                people: form == .asking ? try await desk.people.people() : [], today: desk.today()), form
        )
    }

    private func enter(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (pages, kind) = try await self.form(context)
        let thread = pages.followed.thread
        return try await answering(context.visit, again: { pages.page(kind, Answers(form), refusals: $0) }) {
            let steps = try StepReading(followed: pages.followed, bodies: pages.bodies, people: pages.people).steps(
                kind, Answers(form))
            try await entering {
                try await desk.threads.enter(
                    steps, of: thread.id, after: Int(form["newest"]) ?? 0, by: context.member.actor, at: desk.now())
            }
            return thread.address
        }
    }

    /// A refusal stands at the field that it is about.
    private func entering(_ deed: () async throws -> Void) async throws {
        do { try await deed() } catch let refusal as RecommendationsRefusal {
            throw Refusals(refusal.reason, field: refusal.field)
        }
    }

    private func striking(_ context: MemberContext, _ answers: Answers, _ refusals: Refusals? = nil) async throws
        -> FormPage
    {
        let (followed, _) = try await found(context)
        let thread = followed.thread
        guard let number = context.parameters.get("step").flatMap({ Int($0) }), let step = thread.step(number) else {
            throw HTTPError(.notFound)
        }
        var page = FormPage(
            title: "Strike out step \(number)",
            lead:
                "<p class=\"lead\">\(StepWords(step.details).title). It stays in sight, and does not count any more.</p>",
            crumbs: [.home, .committees, .recommendations, Mention(at: thread.address, titled: thread.title)],
            action: "\(thread.address)/steps/\(String(number))/striking",
            button: Button("Strike it out", weight: .warning),
            fields: [Field("why", "Why?", value: answers["why"], refusals: refusals)], refusals: refusals,
            back: thread.address)
        page.hidden = [("newest", "\(thread.steps.last?.number ?? 0)")]
        return page
    }

    private func strike(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (followed, _) = try await found(context)
        guard let number = context.parameters.get("step").flatMap({ Int($0) }) else { throw HTTPError(.notFound) }
        do {
            var check = Check(form)
            let why = check.text("why", ask: "Say why it is struck out", longest: 500)
            try check.refusals.check()
            try await entering {
                try await desk.threads.enter(
                    [StepDetails(.struck(step: number, why: why), on: desk.today())], of: followed.thread.id,
                    after: Int(form["newest"]) ?? 0, by: context.member.actor, at: desk.now())
            }
            return .redirect(to: followed.thread.address)
        } catch let refusals as Refusals {
            return try await striking(context, Answers(form), refusals).refused(refusals, for: context.visit)
        }
    }

    // MARK: One that was made elsewhere

    private func beginning(_ answers: Answers, _ refusals: Refusals? = nil) async throws -> FormPage {
        let bodies = try await desk.bodies.structure().bodiesInOrder(on: desk.today())
        let choices = [Field.Choice("", "Another body")] + bodies.map { .init($0.id.description, $0.name) }
        return FormPage(
            title: "Enter a recommendation that was made elsewhere",
            lead: "<p class=\"lead\">Those of reports and minutes that are kept here are followed by themselves.</p>",
            crumbs: [.home, .committees, .recommendations], action: "/committees/recommendations",
            button: Button("Follow it"),
            fields: [
                Field("text", "What is recommended?", .longText(rows: 5), value: answers["text"], refusals: refusals),
                Field(
                    "body", "Which body recommends it?", .choice(choices), value: answers["body"], refusals: refusals),
                Field(
                    "body-name", "Or its name", hint: "Where it is not in the list.", value: answers["body-name"],
                    refusals: refusals),
                Field(
                    "day", "On which day?", hint: "For example, 9/2/2016.", value: answers["day"], refusals: refusals),
            ], refusals: refusals, back: "/committees/recommendations")
    }

    private func begin(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let bodies = try await desk.bodies.structure().bodies
        do {
            var check = Check(form)
            let day = check.day("day", ask: "Enter the day")
            let name = check.text("body-name")
            let known = bodies.first { $0.id.description == form["body"] }
            let body = known.map { ThreadBody(key: $0.id.description, name: $0.name) } ?? ThreadBody(name: name)
            if body.name.isEmpty { check.refuse("Choose the body, or enter its name", field: "body") }
            if form["text"].isEmpty { check.refuse("Write what is recommended", field: "text") }
            if form["text"].count > 5_000 { check.refuse("Use 5,000 characters at most", field: "text") }
            try check.refusals.check()
            guard let day else { throw Refusals("Enter the day", field: "day") }
            let id = try await desk.threads.begin(
                form["text"].withoutUnseen, by: body, on: day, by: context.member.actor, at: desk.now())
            return .redirect(to: "/committees/recommendations/\(id)")
        } catch let refusals as Refusals {
            return try await beginning(Answers(form), refusals).refused(refusals, for: context.visit)
        } catch let refusal as RecommendationsRefusal {
            let refusals = Refusals(refusal.reason, field: refusal.field)
            return try await beginning(Answers(form), refusals).refused(refusals, for: context.visit)
        }
    }

    private func publish(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (followed, _) = try await found(context)
        guard let published = try await desk.published(followed.thread) else { throw HTTPError(.notFound) }
        do {
            try await desk.threads.publish(
                published, of: followed.thread.id, after: Int(form["newest"]) ?? 0, by: context.member.actor,
                at: desk.now())
        } catch let refusal as RecommendationsRefusal {
            throw Refusals(refusal.reason)
        }
        return .redirect(to: followed.thread.address)
    }
}
