import Foundation
import Membership
import Publishing
import Storage

@testable import App
@testable import Decisions

/// Complete records, as a clerk would leave them.
enum DecisionSample {
    static var decision: DecisionStatement {
        var decision = DecisionStatement()
        (decision.title, decision.decidedOn) = ("Street lighting contract", Day("2016-02-01"))
        decision.maker = DecisionMaker(.officer, name: "Ada Byron, Director of Place", delegation: "Scheme, 4.2")
        (decision.decided, decision.reasons) = ("The contract is *let*.", "The lamps are out.")
        decision.alternatives = NoneOr("To wait.")
        (decision.conflicts, decision.dispensations) = (NoneOr(isNone: true), NoneOr(isNone: true))
        decision.key = KeyReckoning(amount: 1_000_00, threshold: 250_000_00, wards: 1, reasoning: "It is small.")
        (decision.callIn, decision.urgency) = (CallInTerms(isSubject: true), Urgency(isUrgent: false))
        decision.documents = NoneOr("The report https://example.org/report")
        decision.backgroundPapers = NoneOr("A survey of lamps")
        decision.withheld = Withheld(isAny: true, paragraphs: [3], reasoning: "Prices are being asked for.")
        decision.strategy = DecisionStatement.StrategyStep.none
        return decision
    }

    static var plan: PlanStatement {
        var plan = PlanStatement()
        (plan.title, plan.matter, plan.isKey) = ("Cameras for the harbour", "To buy cameras.", true)
        plan.maker = DecisionMaker(.body, name: "Cabinet", members: ["Ann Other (Leader)"])
        (plan.from, plan.documents) = (Day("2016-06-21"), NoneOr(isNone: true))
        (plan.copies, plan.further) = ("Cecil Street, Margate", "Other documents may be submitted.")
        (plan.requests, plan.privacy.isPrivate) = ("Write to the clerk.", false)
        return plan
    }

    static var delegation: Delegation.Details {
        Delegation.Details(
            power: "Grants of up to £5,000", from: "Cabinet", to: "Community safety officer",
            authority: "LGA 1972 s.101", since: Day(Date(timeIntervalSince1970: 1_431_561_600)))
    }

    static let officer = Entry.Actor.member(FirstOfficerStore.person, name: "Community safety officer")

    /// A record that is not published, with something that is kept from the public.
    static func draft(_ house: House, _ statement: DecisionStatement = Self.decision) async throws -> ID<DraftRecord> {
        let drafts = DraftStore(house.database, identities: house.installation.identities)
        let id = try await drafts.begin(statement, of: "", by: officer, at: house.clock.now)
        guard var draft = try await drafts.decision(id) else { return id }
        draft.closedPart = "The lowest price is eleven pounds."
        try await drafts.save(draft, part: "x", by: officer, at: house.clock.now)
        return id
    }

    static func planDraft(_ house: House, _ statement: PlanStatement = Self.plan) async throws -> ID<DraftRecord> {
        try await DraftStore(house.database, identities: house.installation.identities).begin(
            statement, of: "", by: officer, at: house.clock.now)
    }
}

extension SampleRoutes {
    /// A decision and a notice, both published.
    static func decisions(_ house: House) async throws -> [String: String?] {
        let (decision, plan) = (try await DecisionSample.draft(house), try await DecisionSample.planDraft(house))
        let officer = try await house.officer()
        for place in ["/committees/decisions/\(decision)", "/committees/forward-plan/\(plan)"] {
            let revision = place.contains("plan") ? "1" : "2"
            _ = try await officer.send(["revision": revision], to: place + "/publication")
        }
        let (path, own) = ("/committees/decisions/{decision}", "/committees/decisions/\(decision)")
        var samples: [String: String?] = [
            path: own, path + "/parts/{part}": own + "/parts/key",
            "/decisions/{decision}": "/decisions/street-lighting-contract",
            "/forward-plan/{entry}": "/forward-plan/cameras-for-the-harbour",
            "/committees/forward-plan/{entry}/parts/{part}": "/committees/forward-plan/\(plan)/parts/notice",
        ]
        let delegation = try await DelegationStore(house.database, identities: house.installation.identities).enter(
            DecisionSample.delegation, by: DecisionSample.officer, at: house.clock.now)
        for rest in ["/details", "/end"] {
            samples["/committees/delegations/{delegation}" + rest] = "/committees/delegations/\(delegation)" + rest
        }
        for rest in ["/publication", "/call-in", "/outcome"] { samples[path + rest] = own + rest }
        for rest in ["", "/publication", "/decision", "/removal"] {
            samples["/committees/forward-plan/{entry}" + rest] = "/committees/forward-plan/\(plan)" + rest
        }
        return samples
    }
}
