import Foundation
import Storage

/// The words of strategic assessments. Each saving is a version of its own.
public struct TextStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// The newest version of every text of an assessment, by where it stands.
    ///
    /// - Throws: `DatabaseFault`
    public func texts(of assessment: ID<AnnualAssessment>) async throws -> [TextPlace: SavedText] {
        try await database.read { db in
            let found = try db.rows(
                """
                SELECT * FROM assessment_text WHERE partnership = \(db.partnership)
                    AND annual_assessment = \(assessment)
                    AND version = (
                        SELECT MAX(version) FROM assessment_text AS later
                        WHERE later.annual_assessment = assessment_text.annual_assessment
                            AND later.place = assessment_text.place)
                """
            ).map { row in try (row("place") as TextPlace, SavedText(row)) }
            return Dictionary(found, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Every version of a text, the newest first.
    ///
    /// - Throws: `DatabaseFault`
    public func versions(at place: TextPlace, of assessment: ID<AnnualAssessment>) async throws -> [SavedText] {
        try await database.read { db in try db.versions(at: place, of: assessment) }
    }

    /// Saves a text, if nobody saved another since the version that its writer began with.
    ///
    /// - Parameter version: which the writer began with, 0 where there was none.
    /// - Throws: ``TextRefusal/savedMeanwhile(_:)``, `DatabaseFault`
    @discardableResult
    public func save(
        _ markdown: String, at place: TextPlace, of assessment: ID<AnnualAssessment>, after version: Int,
        by actor: Entry.Actor, at time: Date
    ) async throws -> SavedText {
        let entry = Entry(
            .textWritten, of: .init("strategic assessment", assessment), by: actor, at: time,
            changes: [.init("part", from: String?.none, to: place.description)])
        return try await database.write(entry) { db in
            let newest = try db.versions(at: place, of: assessment).first
            guard newest?.version ?? 0 == version else { throw TextRefusal.savedMeanwhile }
            // Counted on from what is stored: what a form says may be any number.
            let saved = SavedText(
                version: (newest?.version ?? 0) + 1, markdown: markdown, writtenBy: actor.shownName, writtenAt: time)
            db.changed("version", from: newest?.version, to: saved.version)
            try db.run(
                """
                INSERT INTO assessment_text
                    (partnership, annual_assessment, place, version, markdown, written_by, written_at)
                VALUES (
                    \(db.partnership), \(assessment), \(place), \(saved.version), \(markdown), \(saved.writtenBy),
                    \(time))
                """)
            return saved
        }
    }
}

/// A text as somebody saved it.
public struct SavedText: Sendable, Hashable {
    /// From 1.
    public let version: Int
    public let markdown: String
    /// What they were called then.
    public let writtenBy: String
    public let writtenAt: Date
}

/// Why a text was not saved.
public enum TextRefusal: Refused, Hashable {
    /// Whoever saves has to see both first.
    case savedMeanwhile

    public var reason: String {
        "Somebody saved this part while you were writing it. Put both together, and save again"
    }
}

extension SavedText {
    fileprivate init(_ row: Row) throws {
        self.init(
            version: try row("version"), markdown: try row("markdown"), writtenBy: try row("written_by"),
            writtenAt: try row("written_at"))
    }
}

extension Reading {
    fileprivate func versions(at place: TextPlace, of assessment: ID<AnnualAssessment>) throws -> [SavedText] {
        try rows(
            """
            SELECT * FROM assessment_text WHERE partnership = \(partnership) AND annual_assessment = \(assessment)
                AND place = \(place)
            ORDER BY version DESC
            """
        ).map(SavedText.init)
    }
}
