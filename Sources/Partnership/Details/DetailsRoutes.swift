import Membership
import Storage
import Web

/// What saying what a partnership is called and where it is needs of other capabilities.
public protocol DistrictDesk: Sendable {
    /// The names of the districts there are data about, in alphabetical order.
    func districts() async throws -> [String]
}

/// `/partnership/details` and `/partnership/year`: what the partnership says of itself.
struct DetailsRoutes: Sendable {
    let profiles: OwnProfileStore
    let desk: any DistrictDesk
    /// Puts what was said on every page.
    let changed: @Sendable () async throws -> Void

    func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/partnership/details", may: .keepStructure) { _, context in
            let profile = try await profiles.profile()
            let answers = Answers([
                "name": profile == .unnamed ? "" : profile.name, "district": profile.district ?? "",
                "plan-year": profile.planYear ?? "", "accent": profile.accent ?? "",
            ])
            return .page(
                DetailsPages.details(answers, districts: try await desk.districts()).page(for: context.visit))
        }
        routes.members(.post, "/partnership/details", may: .keepStructure) { form, context in
            let districts = try await desk.districts()
            return try await answering(
                context.visit, again: { DetailsPages.details(Answers(form), districts: districts, refusals: $0) }
            ) {
                try await profiles.change(by: context.member.actor, at: now(), DetailsPages.read(form))
                try await changed()
                return "/partnership/set-up"
            }
        }
        routes.members(.get, "/partnership/year", may: .keepStructure) { _, context in
            let profile = try await profiles.profile()
            let dates = profile.keyDates.isEmpty ? Profile.usualDates : profile.datesAsTyped
            return .page(DetailsPages.year(Answers(["dates": dates])).page(for: context.visit))
        }
        routes.members(.post, "/partnership/year", may: .keepStructure) { form, context in
            try await answering(context.visit, again: { DetailsPages.year(Answers(form), refusals: $0) }) {
                let dates = try DetailsPages.readYear(form)
                try await profiles.change(by: context.member.actor, at: now()) { $0.keyDates = dates }
                try await changed()
                return "/home"
            }
        }
    }
}
