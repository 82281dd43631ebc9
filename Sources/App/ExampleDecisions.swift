import DataFiles
import Decisions
import Foundation
import Membership
import Publishing
import Storage

/// The decisions and notices of an example, as the file in its folder tells them, recorded and published on their days.
struct ExampleDecisions: Sendable {
    static let fileNames = ["decisions.json"]

    private struct Facts: Decodable {
        let decisions: [Made]
        let plans: [Planned]
    }

    private struct Made: Decodable {
        let at: String
        let body: String?
        let kind: DecisionMaker.Kind
        let maker: String?
        let delegation: String?
        let title: String
        let decidedOn: Day
        let decided: String
        let reasons: String
        let alternatives: String?
        let amount: Int
        let wards: Int
        let reasoning: String
        let subject: Bool
        let exemption: String?
        let documents: String
    }

    private struct Planned: Decodable {
        let at: String
        let body: String
        let title: String
        let matter: String
        let from: Day
        let documents: String
        let copies: String
        let requests: String
        let members: [String]
    }

    private let facts: Facts
    private let days = ExampleDays(file: fileNames[0])

    /// Made up, as every threshold of an example is.
    private static let threshold = 250_000_00

    /// - Parameter files: by their names.
    /// - Throws: `DecodingError`
    init(files: [String: [UInt8]]) throws {
        facts = try JSONDecoder().decode(Facts.self, from: Data(files[Self.fileNames[0]] ?? []))
    }

    /// Recorded and published on the days that its file tells.
    ///
    /// - Throws: `DataFileError` where a day cannot be read.
    func deeds() throws -> [ExampleDeed] {
        try facts.decisions.map { try deed($0) } + facts.plans.map { try deed($0) }
    }

    private func deed(_ made: Made) throws -> ExampleDeed {
        let (statement, time, body) = (statement(made), try days.moment(made.at), made.body)
        return ExampleDeed(at: time) { site, officer in
            let id = try await site.decisionDrafts.begin(
                statement, of: site.bodyKey(body), by: officer.actor, at: time)
            try await site.decisionDesk.publish(decision: id, by: officer.actor, at: time)
        }
    }

    private func deed(_ planned: Planned) throws -> ExampleDeed {
        let (statement, time, body) = (statement(planned), try days.moment(planned.at), planned.body)
        return ExampleDeed(at: time) { site, officer in
            let id = try await site.decisionDrafts.begin(
                statement, of: site.bodyKey(body), by: officer.actor, at: time)
            try await site.decisionDesk.publish(plan: id, by: officer.actor, at: time)
        }
    }

    private func statement(_ made: Made) -> DecisionStatement {
        var statement = DecisionStatement()
        (statement.title, statement.decidedOn) = (made.title, made.decidedOn)
        statement.maker = DecisionMaker(
            made.kind, name: made.maker ?? made.body ?? "", delegation: made.delegation ?? "")
        (statement.decided, statement.reasons) = (made.decided, made.reasons)
        statement.alternatives = NoneOr(made.alternatives ?? "", isNone: made.alternatives == nil)
        (statement.conflicts, statement.dispensations) = (NoneOr(isNone: true), NoneOr(isNone: true))
        statement.key = KeyReckoning(
            amount: made.amount, threshold: Self.threshold, wards: made.wards, reasoning: made.reasoning)
        statement.callIn = CallInTerms(isSubject: made.subject, exemption: made.exemption ?? "")
        statement.urgency = Urgency(isUrgent: false)
        statement.documents = made.documents == "None" ? NoneOr(isNone: true) : NoneOr(made.documents)
        (statement.backgroundPapers, statement.withheld) = (NoneOr(isNone: true), Withheld(isAny: false))
        statement.strategy = DecisionStatement.StrategyStep.none
        return statement
    }

    private func statement(_ planned: Planned) -> PlanStatement {
        var statement = PlanStatement()
        (statement.title, statement.matter, statement.isKey) = (planned.title, planned.matter, true)
        statement.maker = DecisionMaker(.body, name: planned.body, members: planned.members)
        (statement.from, statement.documents) = (planned.from, NoneOr(planned.documents))
        (statement.copies, statement.requests) = (planned.copies, planned.requests)
        statement.further = "Other documents relevant to the matter may be submitted to the decision maker."
        statement.privacy.isPrivate = false
        return statement
    }
}

extension PartnershipSite {
    fileprivate var decisionDrafts: DraftStore {
        DraftStore(installation.database, identities: installation.identities)
    }

    /// Empty where no body is named.
    fileprivate func bodyKey(_ name: String?) async throws -> String {
        try await bodies().first { $0.name == name }?.id.description ?? ""
    }
}
