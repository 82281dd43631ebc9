import DataFiles
import DataRegister
import Membership
import Storage
import Web
import Wording

/// What waits to be done about data and assessment, and the latest figures, for a first page elsewhere.
public struct AssessmentSummary: Sendable {
    /// Something that waits, or is in order.
    public struct Due: Sendable {
        public let title: String
        public let detail: String
        public let state: Tag
        public let address: Address
    }

    private let desk: AssessmentDesk
    private let district: String?

    /// - Parameter district: the one the partnership is for.
    public init(_ desk: AssessmentDesk, district: String?) {
        self.desk = desk
        self.district = district
    }

    /// - Parameters:
    ///   - today: what was published by then is owed; what was not is awaited.
    ///   - mayImport: whether it is told to somebody who may import data. Others are told who does, and offered nothing that would
    ///     refuse them.
    /// - Throws: `DatabaseFault`
    public func due(on today: Day, mayImport: Bool) async throws -> [Due] {
        let coverage = Coverage(try await desk.releases.forceMonths())
        guard let last = coverage.last else {
            guard mayImport else {
                return [
                    Due(
                        title: "No street-level crime is here yet",
                        detail:
                            "Nothing can be assessed until a month or more is. \(Permission.importData.holdersInWords.withCapital) "
                            + "of the partnership imports it.",
                        state: Tag("Waits for others"), address: "/data")
                ]
            }
            return [
                Due(
                    title: "Import street-level crime",
                    detail: "Nothing can be assessed until a month or more is here.",
                    state: Tag("To do", .waiting), address: "/data/import")
            ]
        }
        return [try await assessment(mayImport), data(coverage, last, on: today, mayImport)].compactMap(\.self)
    }

    private func data(_ coverage: Coverage, _ last: Month, on today: Day, _ mayImport: Bool) -> Due? {
        let missing = coverage.holes.reduce(0) { $0 + $1.months.count }
        guard missing == 0 else {
            let who =
                mayImport ? "" : " \(Permission.importData.holdersInWords.withCapital) of the partnership fills them."
            return Due(
                title: mayImport ? "Fill the gaps in the data" : "The data have gaps",
                detail: "\(missing.counted("month is", "months are")) missing between the first month that is here and "
                    + "\(last.name) \(last.year), the last: \(coverage.missingInWords).\(who)",
                state: Tag("Gaps", .bad), address: "/data")
        }
        guard mayImport else { return nil }
        let next = last.advanced(by: 1)
        let out = DataSet.builtIn.first { $0.address == .streetCrime }?.due.lastPublished(by: today)
        if let published = out, next <= published {
            return Due(
                title: "Import \(Array(next...published).inWords)",
                detail: "\(coverage.wording) Later months have been published since.",
                state: Tag("Published", .waiting), address: "/data/import")
        }
        return Due(
            title: "Import \(next.name) \(next.year) once it is published",
            detail: "\(coverage.wording) Police data come out some two months after the month has ended.",
            state: Tag("No gaps", .good), address: "/data/import")
    }

    private func assessment(_ mayImport: Bool) async throws -> Due? {
        let known = try await desk.districts.districts().map(\.name)
        if let district, !known.contains(district) {
            let here =
                known.count > 3
                ? "\(known.count.grouped) others are" : known.inWords + (known.count == 1 ? " is" : " are")
            guard mayImport else {
                return Due(
                    title: "\(district) is not in the data yet",
                    detail: "Your own district is in none of the files that are here; \(here). "
                        + "\(Permission.importData.holdersInWords.withCapital) of the partnership imports it.",
                    state: Tag("Waits for others"), address: "/data")
            }
            return Due(
                title: "Import the crime of \(district)",
                detail: "Your own district is not in the data; \(here). Import the files of the police force that "
                    + "\(district) lies in, or correct the district’s name in the partnership’s details.",
                state: Tag("Not here", .bad), address: "/data/import")
        }
        guard let district else {
            return Due(
                title: "Assess a district", detail: "Choose one of those in the data, and the months.",
                state: Tag("Ready", .good), address: "/assessment")
        }
        let usual = try await desk.usualMonths(of: district)
        return Due(
            title: "Read the first assessment of \(district)",
            detail: [usual.map { "\($0.words)." }, usual?.note].compactMap(\.self).joined(separator: " "),
            state: Tag("Ready", .good),
            address: "/assessment/\(slugged(district))")
    }

    /// The figures of the partnership's own district for the last year that is here.
    ///
    /// - Throws: `DatabaseFault`
    public func figures() async throws -> [FigureCard] {
        try await lastYear().map { AssessmentFigures($0, hasLines: true).cards } ?? []
    }

    /// What changed by more than chance in the last year that is here.
    public struct StandsOut: Sendable {
        public let title: String
        public let sentence: String
        public let lines: [(subject: String, trend: Trend)]
        public let more: Mention
    }

    /// - Throws: `DatabaseFault`
    public func standsOut() async throws -> StandsOut? {
        guard let assessment = try await lastYear(), !assessment.compared.isEmpty else {
            return nil
        }
        let all = assessment.compared.count.counted("type", "types")
        return StandsOut(
            title: "What stands out in \(assessment.period)",
            sentence: assessment.changed.isEmpty
                ? "None of \(all) of crime changed by more than chance would give."
                : "\(assessment.changed.count) of \(all) of crime changed by more than chance would give:",
            lines: assessment.changed.prefix(6).compactMap { finding in
                finding.trend.map { (finding.subject, $0) }
            },
            more: Mention(
                at: Address("/assessment/\(slugged(assessment.district))").at("by-type"), titled: "Every type"))
    }

    /// The own district's latest twelve months that are all here, against the twelve before; nil where nothing is known of them.
    private func lastYear() async throws -> DistrictAssessment? {
        guard let district, let usual = try await desk.usualMonths(of: district) else { return nil }
        do {
            return try await desk.assessed(district, over: usual.period, comparedWith: usual.earlier).assessment
        } catch is AssessmentRefusal {
            return nil
        }
    }
}

extension Coverage {
    /// "March 2014 of Kent Police"; of many forces the first.
    fileprivate var missingInWords: String {
        let told = holes.prefix(3).map { "\($0.months.inWords) of \($0.force)" }
        let more = holes.count - told.count
        return (told + (more > 0 ? [more.counted("other force", "other forces")] : [])).inWords
    }

    /// "24 months are here, January 2014 to December 2015."
    fileprivate var wording: String {
        let months = Set(forces.flatMap(\.months.keys))
        guard let first = months.min(), let last = months.max() else { return "No month is here." }
        let span =
            first == last ? "\(first.name) \(first.year)" : "\(first.name) \(first.year) to \(last.name) \(last.year)"
        return "\(months.count.counted("month is", "months are")) here, \(span)."
    }
}
