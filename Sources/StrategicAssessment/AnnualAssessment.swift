import DataRegister
import Foundation
import Storage

/// The strategic assessment of one year, from its beginning to its publication.
public struct AnnualAssessment: Sendable, Hashable {
    public let id: ID<AnnualAssessment>
    public let year: PlanYear
    /// The months that it looks at.
    public let period: Period
    /// As many months before them, which they are set against.
    public let comparison: Period
    public let begunAt: Date
    /// Since when nobody gives scores any more; nil while they may.
    public var scoringClosedAt: Date? = nil

    /// "Strategic assessment 2015/16"
    public var title: String { "Strategic assessment \(year)" }
    /// "2015, set against 2014"
    public var months: String { "\(period), set against \(comparison)" }
    /// As its publication stands in addresses: "strategic-assessment-2015-16".
    public var publicationSlug: String { "strategic-assessment-\(year.slug)" }
}
