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
    let who: WhoIsWho
    /// Puts what was said on every page.
    let changed: @Sendable () async throws -> Void

    func add(to routes: inout Routes) {
        details.add(to: &routes, at: "/partnership/details", may: .keepStructure)
        year.add(to: &routes, at: "/partnership/year", may: .keepStructure)
    }

    private var details: RecordForm<(profile: Profile, districts: [String]), Profile.Naming> {
        let subject = subject
        return RecordForm(
            questions: DetailsPages.questions, changes: who.changes,
            stored: { _ in
                let profile = try await profiles.profile()
                return (profile, try await districts(besides: profile.district))
            }, subject: { _ in subject },
            answers: { DetailsPages.answers(about: $0.profile) },
            page: { DetailsPages.details($1, districts: $0.districts, refusals: $2) },
            read: { try DetailsPages.read($0) }, isStored: { $0.profile.naming == $1 },
            save: { record, naming, context in
                try await profiles.change(
                    \.naming, from: record.profile.naming, to: naming, by: context.member.actor, at: who.now())
                try await changed()
            }, done: { _ in "/partnership" })
    }

    private var year: RecordForm<Profile, [Profile.KeyDate]> {
        let subject = subject
        return RecordForm(
            questions: [RecordQuestion("dates", .list)], changes: who.changes,
            stored: { _ in try await profiles.profile() }, subject: { _ in subject },
            answers: { DetailsPages.yearAnswers(about: $0) }, page: { DetailsPages.year($1, refusals: $2) },
            read: { try DetailsPages.readYear($0) }, isStored: { $0.keyDates == $1 },
            save: { profile, dates, context in
                try await profiles.change(
                    \.keyDates, from: profile.keyDates, to: dates, by: context.member.actor, at: who.now())
                try await changed()
            }, done: { _ in "/home" })
    }

    /// Those there are data about, and the one that is the answer already.
    private func districts(besides own: String?) async throws -> [String] {
        let known = try await desk.districts()
        guard let own, !known.isEmpty, !known.contains(own) else { return known }
        return [own] + known
    }

    private var subject: Entry.Subject { .init("partnership", who.partnership) }
}
