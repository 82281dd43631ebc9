import Charts
import DataRegister
import Hummingbird
import Membership
import Storage
import Web

/// `/strategic-assessments/{year}/focus-wards`: the wards that are followed through the year.
struct FocusRoutes: Sendable {
    let finder: AssessmentFinder
    let store: FocusStore
    let desk: any FollowingDesk
    let printer: DocumentPrinter

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/focus-wards"
        routes.members(.get, path, may: .readStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            return .page(
                FocusPage(
                    assessment: assessment, places: try await store.places(of: assessment.id),
                    following: try await following(assessment),
                    canDraw: await printer.advice == nil, mayWrite: context.member.may(.writeStrategicAssessments)
                ).page)
        }
        routes.members(.post, path, may: .writeStrategicAssessments, use: choose)
        routes.members(.get, path + "/new", may: .writeStrategicAssessments) { _, context in
            let form = FocusForms.choosing(
                in: try await finder.assessment(context), Answers(), among: try await desk.followable())
            return .page(form.page(for: context.visit))
        }
        routes.members(.get, path + "/charts/{chart}", may: .readStrategicAssessments, as: .printing, use: draw)
        routes.members(.get, path + "/{place}/reason", may: .writeStrategicAssessments) { _, context in
            let (assessment, place) = try await asked(context)
            let form = FocusForms.changing(place, in: assessment, Answers(["reason": place.reason]))
            return .page(form.page(for: context.visit))
        }
        routes.members(.post, path + "/{place}/reason", may: .writeStrategicAssessments, use: change)
        routes.members(.get, path + "/{place}/end", may: .writeStrategicAssessments) { _, context in
            let (assessment, place) = try await asked(context)
            return .page(FocusForms.ending(place, in: assessment, Answers()).page(for: context.visit))
        }
        routes.members(.post, path + "/{place}/end", may: .writeStrategicAssessments, use: end)
    }

    /// Those that are followed now, over the months of the plan year that are here.
    private func following(_ assessment: AnnualAssessment) async throws -> Following? {
        let followed = try await store.places(of: assessment.id).filter(\.isFollowed)
        guard !followed.isEmpty else { return nil }
        return try await desk.following(followed.map(\.place), over: assessment.year.period)
    }

    private func choose(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let choices = try await desk.followable()
        return try await answering(
            context.visit,
            again: { FocusForms.choosing(in: assessment, Answers(form), among: choices, refusals: $0) }
        ) {
            let (place, reason) = try FocusForms.read(form, among: choices)
            try await atField("place") {
                try await store.choose(
                    place, because: reason, in: assessment.id, by: context.member.actor, at: finder.now())
            }
            return assessment.focusWards
        }
    }

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (assessment, place) = try await asked(context)
        return try await answering(
            context.visit, again: { FocusForms.changing(place, in: assessment, Answers(form), refusals: $0) }
        ) {
            let reason = try FocusForms.reason(form, ask: "Say why it is followed")
            try await atField("reason") {
                guard form["seen"] == place.fingerprint else { throw StrategicRefusal.focusMoved }
                try await store.change(
                    place, to: reason, in: assessment.id, by: context.member.actor, at: finder.now())
            }
            return assessment.focusWards
        }
    }

    private func end(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (assessment, place) = try await asked(context)
        return try await answering(
            context.visit, again: { FocusForms.ending(place, in: assessment, Answers(form), refusals: $0) }
        ) {
            let reason = try FocusForms.reason(form, ask: "Say why it is not followed any more")
            try await atField("reason") {
                try await store.end(
                    place.id, because: reason, in: assessment.id, by: context.member.actor, at: finder.now())
            }
            return assessment.focusWards
        }
    }

    private func atField(_ field: String, _ deed: () async throws -> Void) async throws {
        do {
            try await deed()
        } catch let refusal as StrategicRefusal {
            throw Refusals(refusal.reason, field: field)
        }
    }

    /// One that is followed still.
    private func asked(_ context: MemberContext) async throws -> (AnnualAssessment, FocusPlace) {
        let assessment = try await finder.assessment(context)
        let places = try await store.places(of: assessment.id).filter(\.isFollowed)
        guard let place = places.first(where: { "\($0.id)" == context.parameters.get("place") }) else {
            throw HTTPError(.notFound)
        }
        return (assessment, place)
    }

    /// A picture, or the table of what it shows.
    private func draw(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        return try await printer.drawing.reply(
            to: request, for: context.parameters.get("chart"), of: assessment,
            named: "focus-wards-\(assessment.year.slug)"
        ) { name in try await following(assessment)?.exhibits.first { $0.name == name } }
    }
}
