import DataRegister
import Foundation
import Hummingbird
import Membership
import Statistics
import Storage
import Web

/// `/comparators`: with which districts the own one is set beside, and what comes of it.
public struct ComparatorRoutes: Sendable {
    private let desk: ComparatorDesk
    private let nearest: NearestDesk
    private let comparing: ComparisonRoutes

    public init(_ comparisons: ComparisonDesk, comparing: ComparisonRoutes) {
        desk = comparisons.comparators
        nearest = NearestDesk(comparisons: comparisons)
        self.comparing = comparing
    }

    public func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/comparators", may: .readAssessments, use: list)
        routes.members(.get, "/comparators/new", may: .keepComparators) { _, context in
            .page(ComparatorFormPages.add(Answers()).page(for: context.visit))
        }
        routes.members(.post, "/comparators", may: .keepComparators) { form, context in
            try await add(form, context, at: now())
        }
        routes.members(.get, "/comparators/nearest", may: .keepComparators, use: find)
        routes.members(.post, "/comparators/nearest", may: .keepComparators) { form, context in
            try await keepNearest(form, context, at: now())
        }
        routes.members(.get, "/comparators/{set}", may: .readAssessments, use: read)
        routes.members(.get, "/comparators/{set}/change", may: .keepComparators) { _, context in
            let set = try await own(context)
            guard set.retirement == nil else { return .redirect(to: set.page) }
            return .page(ComparatorFormPages.change(set, nil).page(for: context.visit))
        }
        routes.members(.post, "/comparators/{set}/change", may: .keepComparators) { form, context in
            try await change(form, context, at: now())
        }
        routes.members(.post, "/comparators/{set}/ranking", may: .keepComparators) { _, context in
            let set = try await desk.asked(context)
            // Of one that was retired meanwhile its page says so.
            do { try await desk.store.choose(set.address, by: context.member.actor, at: now()) } catch ComparatorRefusal
                .retired
            {}
            return .redirect(to: set.page)
        }
        addRetiring(to: &routes)
        routes.members(.post, "/comparators/{set}/leaving", may: .keepComparators) { _, context in
            let set = try await desk.asked(context)
            if try await desk.store.choice()?.address == set.address {
                try await desk.store.choose(nil, by: context.member.actor, at: now())
            }
            return .redirect(to: set.page)
        }
        comparing.add(to: &routes)
    }

    private func addRetiring(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/comparators/{set}/retire", may: .keepComparators) { _, context in
            let set = try await own(context)
            guard set.retirement == nil else { return .redirect(to: set.page) }
            let page = ComparatorFormPages.retire(set, isChosen: try await isChosen(set), Answers())
            return .page(page.page(for: context.visit))
        }
        routes.members(.post, "/comparators/{set}/retire", may: .keepComparators) { form, context in
            let set = try await own(context)
            let isChosen = try await isChosen(set)
            return try await answering(
                context.visit,
                again: { ComparatorFormPages.retire(set, isChosen: isChosen, Answers(form), refusals: $0) }
            ) {
                let why = try Self.why(form)
                try await desk.store.retire(set.address, because: why, by: context.member.actor, at: now())
                return set.page
            }
        }
        routes.members(.get, "/comparators/{set}/return", may: .keepComparators) { _, context in
            let set = try await own(context)
            guard set.retirement != nil else { return .redirect(to: set.page) }
            return .page(ComparatorFormPages.bringBack(set, Answers()).page(for: context.visit))
        }
        routes.members(.post, "/comparators/{set}/return", may: .keepComparators) { form, context in
            let set = try await own(context)
            return try await answering(
                context.visit, again: { ComparatorFormPages.bringBack(set, Answers(form), refusals: $0) }
            ) {
                let why = try Self.why(form)
                try await desk.store.bringBack(set.address, because: why, by: context.member.actor, at: now())
                return set.page
            }
        }
    }

    private func isChosen(_ set: ComparatorSet) async throws -> Bool {
        try await desk.store.choice()?.address == set.address
    }

    private static func why(_ form: Form) throws -> String {
        var check = Check(form)
        let why = check.text("why", ask: "Say why, for whoever asks later")
        return try check.checked { why }
    }

    private func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        .page(
            ComparatorsPage(
                sets: try await desk.sets(), home: desk.home, chosen: try await desk.store.choice()?.address,
                mayKeep: context.member.may(.keepComparators)
            ).page)
    }

    private func read(_ request: Request, _ context: MemberContext) async throws -> Reply {
        .page(
            ComparatorSetPage(
                set: try await desk.asked(context), known: try await desk.districtNames(),
                choice: try await desk.store.choice(), mayKeep: context.member.may(.keepComparators),
                visit: context.visit
            ).page)
    }

    private func add(_ form: Form, _ context: MemberContext, at time: Date) async throws -> Reply {
        try await answering(context.visit, again: { ComparatorFormPages.add(Answers(form), refusals: $0) }) {
            let answers = try ComparatorAnswers(form, among: try await desk.districtNames())
            let address = try await desk.store.add(
                answers.details, as: .entered, because: answers.why, by: context.member.actor, at: time)
            return "/comparators/\(address)"
        }
    }

    private func find(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let number = request.uri.queryParameters["number"].flatMap { Int($0) } ?? 14
        let answers = Answers(["name": "Nearest districts", "number": "\(number)"])
        do {
            let found = try await nearest.nearest(min(max(number, 3), 30))
            return .page(ComparatorFormPages.nearest(answers, found: found).page(for: context.visit))
        } catch {
            guard let reason = Self.reason(error) else { throw error }
            return .page(
                ComparatorFormPages.nearest(answers, found: nil, refused: reason).page(for: context.visit))
        }
    }

    private func keepNearest(_ form: Form, _ context: MemberContext, at time: Date) async throws -> Reply {
        try await answering(
            context.visit, again: { ComparatorFormPages.nearest(Answers(form), found: nil, refusals: $0) }
        ) {
            let answers = try await computed(form)
            let address = try await desk.store.add(
                answers.details, as: .computed, because: answers.why, by: context.member.actor, at: time)
            return "/comparators/\(address)"
        }
    }

    private func change(_ form: Form, _ context: MemberContext, at time: Date) async throws -> Reply {
        let set = try await own(context)
        let known = Int(form.answer(FormMerge.was("version")) ?? "") ?? 0
        return try await answering(
            context.visit,
            again: { ComparatorFormPages.change(set, Answers(form), version: known, refusals: $0) }
        ) {
            let answers =
                set.kind == .computed
                ? try await computed(form)
                : try ComparatorAnswers(form, among: try await desk.districtNames())
            do {
                try await desk.store.change(
                    set.address, to: answers.details, because: answers.why, after: known, by: context.member.actor,
                    at: time)
            } catch ComparatorRefusal.changedMeanwhile {
                throw Refusals(ComparatorRefusal.changedMeanwhile.reason, field: "why")
            }
            return set.page
        }
    }

    /// The nearest districts as the data have them at this moment.
    private func computed(_ form: Form) async throws -> ComparatorAnswers {
        var check = Check(form)
        let name = check.text("name", ask: "Enter what the set is called", longest: 80)
        let number = ComparatorAnswers.number(form, &check)
        let why = check.text("why", ask: "Say why, for whoever asks later")
        try check.refusals.check()
        do {
            let working = try await nearest.nearest(number)
            let details = ComparatorDetails(
                name: name,
                source: "Worked out from the data here: nearest by deprivation, residents and crime mix.", on: nil,
                members: working.distances.map(\.district), working: working)
            return ComparatorAnswers(details: details, why: why)
        } catch {
            throw Self.reason(error).map { Refusals($0, field: "number") } ?? error
        }
    }

    /// Why the nearest are not known; nil of a fault that is none of theirs.
    private static func reason(_ error: any Error) -> String? {
        switch error {
        case let refusal as NearestRefusal: "\(refusal)"
        case let refusal as StatisticsRefusal: "\(refusal)"
        case let refusal as ComparisonRefusal: "\(refusal)"
        case let refusal as SeriesRefusal: "\(refusal)"
        default: nil
        }
    }

    /// A set that can be changed: a built-in one follows the data.
    private func own(_ context: MemberContext) async throws -> ComparatorSet {
        let set = try await desk.asked(context)
        guard !set.kind.isBuiltIn else { throw HTTPError(.notFound) }
        return set
    }
}

extension ComparatorDesk {
    /// The set in the address.
    func asked(_ context: MemberContext) async throws -> ComparatorSet {
        guard let address = context.parameters.get("set"), let set = try await set(address) else {
            throw HTTPError(.notFound)
        }
        return set
    }
}
