import DataFiles
import DataRegister
import Foundation
import Storage

/// The strategic assessments of a partnership, with their themes.
public struct AnnualAssessmentStore: Sendable {
    let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// All of them, the newest year first.
    ///
    /// - Throws: `DatabaseFault`
    public func assessments() async throws -> [AnnualAssessment] {
        try await database.read { db in try db.annualAssessments() }
    }

    /// - Throws: `DatabaseFault`
    public func assessment(_ year: PlanYear) async throws -> AnnualAssessment? {
        try await assessments().first { $0.year == year }
    }

    /// Begins the assessment of a year, with the themes of the newest year before it, or the usual ones.
    ///
    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    @discardableResult
    public func begin(
        _ year: PlanYear, over period: Period, comparedWith comparison: Period, by actor: Entry.Actor, at time: Date
    ) async throws -> AnnualAssessment {
        let assessment = AnnualAssessment(
            id: identities.new(at: time), year: year, period: period, comparison: comparison, begunAt: time)
        let entry = Entry(
            .assessmentBegun, of: .init("strategic assessment", assessment.id), by: actor, at: time,
            changes: [
                .init("months", from: String?.none, to: period.description),
                .init("compared with", from: String?.none, to: comparison.description),
            ])
        guard period.count == comparison.count else { throw StrategicRefusal.unequalMonths }
        return try await database.write(entry) { [identities] db in
            let others = try db.annualAssessments()
            guard !others.contains(where: { $0.year == year }) else { throw StrategicRefusal.begunAlready(year) }
            try db.run(
                """
                INSERT INTO annual_assessment
                    (id, partnership, year, first_month, last_month, compared_first, compared_last, begun_at)
                VALUES (
                    \(assessment.id), \(db.partnership), \(year), \(period.from.description),
                    \(period.to.description), \(comparison.from.description), \(comparison.to.description), \(time))
                """)
            let last = others.first { $0.year < year }
            let themes = try last.map { try db.themes(of: $0.id).map(\.details) } ?? ThemeDetails.usual
            for (position, details) in themes.enumerated() {
                try db.enter(details, as: identities.new(at: time), at: position, in: assessment.id)
            }
            return assessment
        }
    }

    /// The themes of an assessment, those that were left out not among them.
    ///
    /// - Throws: `DatabaseFault`
    public func themes(of assessment: ID<AnnualAssessment>) async throws -> [Theme] {
        try await database.read { db in try db.themes(of: assessment) }
    }

    /// Those that were left out, so that they can be taken back.
    ///
    /// - Throws: `DatabaseFault`
    public func themesLeftOut(of assessment: ID<AnnualAssessment>) async throws -> [Theme] {
        try await database.read { db in try db.themes(of: assessment, leftOut: true) }
    }

    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    @discardableResult
    public func add(
        _ details: ThemeDetails, to assessment: ID<AnnualAssessment>, by actor: Entry.Actor, at time: Date
    ) async throws -> ID<Theme> {
        let id: ID<Theme> = identities.new(at: time)
        let entry = Entry(
            .themeAdded, of: .init("strategic assessment", assessment), by: actor, at: time,
            changes: [.init("theme", from: String?.none, to: details.name)])
        return try await database.write(entry) { db in
            try db.makeWay(for: details, except: nil, in: assessment)
            let all = try db.themes(of: assessment) + db.themes(of: assessment, leftOut: true)
            try db.enter(details, as: id, at: (all.map(\.position).max() ?? -1) + 1, in: assessment)
            return id
        }
    }

    /// - Parameter known: the theme as whoever changes it saw it.
    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    public func change(
        _ known: Theme, of assessment: ID<AnnualAssessment>, to details: ThemeDetails, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let entry = Entry(.themeChanged, of: .init("strategic assessment", assessment), by: actor, at: time)
        try await database.write(entry) { db in
            guard let before = try db.themes(of: assessment).first(where: { $0.id == known.id }) else {
                throw StrategicRefusal.notHere
            }
            guard before.details == known.details else { throw StrategicRefusal.changedMeanwhile }
            try db.makeWay(for: details, except: known.id, in: assessment)
            try db.run(
                """
                UPDATE theme SET name = \(details.name), covers = \(details.covers), measures = \(JSON(details.measures))
                WHERE partnership = \(db.partnership) AND id = \(known.id)
                """)
            db.changed("theme", from: before.name, to: details.name)
            db.changed("covers", from: before.details.covers, to: details.covers)
            db.changed(
                "counts", from: before.details.measures.joined(separator: ", "),
                to: details.measures.joined(separator: ", "))
        }
    }

    /// Leaves a theme out, or takes it back. What was written of it and how it was scored stays.
    ///
    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    public func leave(
        _ theme: Theme, out isOut: Bool, of assessment: ID<AnnualAssessment>, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(
            isOut ? .themeLeftOut : .themeTakenBack, of: .init("strategic assessment", assessment), by: actor, at: time,
            changes: [.init("theme", from: isOut ? theme.name : nil, to: isOut ? nil : theme.name)])
        try await database.write(entry) { db in
            if !isOut { try db.makeWay(for: theme.details, except: theme.id, in: assessment) }
            let changed = try db.run(
                """
                UPDATE theme SET left_out = \(isOut)
                WHERE partnership = \(db.partnership) AND annual_assessment = \(assessment) AND id = \(theme.id)
                """)
            guard changed == 1 else { throw StrategicRefusal.notHere }
        }
    }
}

extension Reading {
    func annualAssessments() throws -> [AnnualAssessment] {
        try rows("SELECT * FROM annual_assessment WHERE partnership = \(partnership) ORDER BY year DESC").map { row in
            try AnnualAssessment(
                id: row("id"), year: row("year"), period: period(row, "first_month", "last_month"),
                comparison: period(row, "compared_first", "compared_last"), begunAt: row("begun_at"),
                scoringClosedAt: row("scoring_closed_at"))
        }
    }

    private func period(_ row: Row, _ first: StaticString, _ last: StaticString) throws -> Period {
        let (from, to): (String, String) = (try row("\(first)"), try row("\(last)"))
        return try Period(
            from: Month(from) ?? .init(year: 2010, number: 12), to: Month(to) ?? .init(year: 2010, number: 12))
    }

    /// Those that are not left out, within a deed.
    func themesHere(of assessment: ID<AnnualAssessment>) throws -> [Theme] { try themes(of: assessment) }

    fileprivate func themes(of assessment: ID<AnnualAssessment>, leftOut: Bool = false) throws -> [Theme] {
        try rows(
            """
            SELECT * FROM theme WHERE partnership = \(partnership) AND annual_assessment = \(assessment)
                AND left_out = \(leftOut)
            ORDER BY position
            """
        ).map { row in
            let measures: JSON<[String]> = try row("measures")
            return try Theme(
                id: row("id"),
                details: ThemeDetails(name: row("name"), covers: row("covers"), measures: measures.content),
                position: row("position"))
        }
    }

    /// What assessments are called, by their identifiers.
    func annualAssessmentNames(_ addresses: [String]) throws -> [String: String] {
        let wanted = Set(addresses)
        let found = try annualAssessments().filter { wanted.contains($0.id.description) }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id.description, "strategic assessment \($0.year)") })
    }
}

extension Writing {
    fileprivate func enter(
        _ details: ThemeDetails, as id: ID<Theme>, at position: Int, in assessment: ID<AnnualAssessment>
    ) throws {
        try run(
            """
            INSERT INTO theme (id, partnership, annual_assessment, position, name, covers, measures, left_out)
            VALUES (
                \(id), \(partnership), \(assessment), \(position), \(details.name), \(details.covers),
                \(JSON(details.measures)), \(false))
            """)
    }

    /// Whether a theme can be told from the others.
    fileprivate func makeWay(for details: ThemeDetails, except own: ID<Theme>?, in assessment: ID<AnnualAssessment>)
        throws
    {
        let others = try themes(of: assessment).filter { $0.id != own }
        if others.contains(where: { $0.name.lowercased() == details.name.lowercased() }) {
            throw StrategicRefusal.nameTaken(details.name)
        }
    }
}
