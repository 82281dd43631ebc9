import Assessment
import DataFiles
import DataRegister
import Foundation
import Membership
import Storage
import StrategicAssessment

/// The finished strategic assessment of an example, as the files in its folder tell it.
struct ExampleAssessment: Sendable {
    static let fileNames = ["strategic-assessment.json", "strategic-assessment.md", "scores.csv", "comparators.json"]

    private struct FocusWard: Decodable {
        let name: String
        let why: String
    }

    private struct Facts: Decodable {
        let year: String
        let period: [String]
        let comparedWith: [String]
        let weights: [String: Int]
        let why: String
        let agreedBy: String
        let agreedOn: String
        let note: String
        let focusWards: [FocusWard]
        let owed: [Owed]
    }

    /// The districts that its own is set beside.
    private struct Comparators: Decodable {
        let name: String
        let source: String
        let why: String
        let members: [String]
    }

    /// A data set that is promised and of which nothing came, so that the document names who owes what.
    private struct Owed: Decodable {
        let address: String
        let name: String
        let provider: String
        let holds: String
        let since: String
    }

    private let comparators: Comparators
    private let facts: Facts
    private let text: String
    private let scores: [ExampleTable.Row]

    /// - Parameter files: by their names.
    /// - Throws: `DecodingError`, `DataFileError`
    init(files: [String: [UInt8]]) throws {
        facts = try JSONDecoder().decode(Facts.self, from: Data(files[Self.fileNames[0]] ?? []))
        comparators = try JSONDecoder().decode(Comparators.self, from: Data(files[Self.fileNames[3]] ?? []))
        text = String(decoding: files[Self.fileNames[1]] ?? [], as: UTF8.self)
        scores = try ExampleTable(
            files["scores.csv"] ?? [], file: "scores.csv", columns: ["theme", "criterion", "scorer", "score", "reason"]
        ).rows
    }

    /// Enters it and publishes it, as the built-in officer.
    ///
    /// - Throws: `DataFileError` where a row or a fact names what is not there; whatever the stores refuse.
    func enter(into site: PartnershipSite) async throws {
        let (installation, time) = (site.installation, site.installation.now())
        let first = FirstOfficerStore(installation.database, identities: installation.identities)
        guard let officer = try await first.member(of: Program.permissions, at: time) else { return }
        let sets = ComparatorStore(installation.database)
        let set = try await sets.add(
            ComparatorDetails(
                name: comparators.name, source: comparators.source, on: nil, members: comparators.members),
            as: .entered, because: comparators.why, by: officer.actor, at: time)
        try await sets.choose(set, by: officer.actor, at: time)
        for owed in facts.owed {
            try await DataSetStore(installation.database).add(promised(owed), by: officer.actor, at: time)
        }
        let people = try await PersonStore(installation.database, identities: installation.identities).people()
        try await site.strategicDesks.publish(prepared(by: people), by: officer.actor)
    }

    private func promised(_ owed: Owed) throws -> DataSet {
        guard let address = DataSetAddress(owed.address), let since = Month(owed.since) else {
            throw DataFileError(
                file: Self.fileNames[0], problem: "the data set ‘\(owed.name)’ cannot be read",
                advice: "Take the file as it was published.")
        }
        return DataSet(
            address, name: owed.name, provider: .named(owed.provider), holds: owed.holds, frequency: .quarter,
            since: since, due: .endOfNextQuarter, isDepersonalised: true, licence: "for the partnership",
            absentRows: .missing, smallCounts: .none)
    }

    private func prepared(by people: [Participant]) throws -> PreparedAssessment {
        guard let year = PlanYear(facts.year), let agreedOn = Day(facts.agreedOn),
            let period = period(facts.period), let comparison = self.period(facts.comparedWith)
        else {
            throw DataFileError(
                file: Self.fileNames[0], problem: "a year, a month or a day cannot be read",
                advice: "Take the file as it was published.")
        }
        return PreparedAssessment(
            year: year, period: period, comparison: comparison, weights: (facts.weights, facts.why),
            agreed: (facts.agreedBy, agreedOn, facts.note), text: text,
            scores: try scores.map { row in
                guard let scorer = people.first(where: { $0.name == row["scorer"] }) else {
                    throw row.failure("scorer", "is not in the example’s tables")
                }
                guard let score = Int(row["score"]) else { throw row.failure("score", "is no number") }
                return PreparedAssessment.Scored(
                    theme: row["theme"], criterion: try row.value("criterion"), scorer: scorer.id, name: scorer.name,
                    score: score, reason: row["reason"])
            },
            focus: facts.focusWards.map { .init($0.name, because: $0.why) })
    }

    private func period(_ ends: [String]) -> Period? {
        guard ends.count == 2, let first = Month(ends[0]), let last = Month(ends[1]) else { return nil }
        return try? Period(from: first, to: last)
    }
}
