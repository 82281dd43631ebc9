import DataFiles
import DataRegister
import Foundation
import Statistics

/// The tables again for spreadsheets and programs: plain numbers, one thing in each column, and an empty cell for what is
/// missing or was not worked out, with the reason at the end of its row.
extension AssessmentTables {
    /// Every count: a row for each type and month.
    var monthlyCSV: [UInt8] {
        Self.monthlyFacts(assessment.types + [assessment.antiSocialBehaviour], in: assessment.district).csv
    }

    /// A row for each subject and month, the earlier period first.
    static func monthlyFacts(_ findings: [Finding], in district: String) -> FactTable {
        FactTable(
            ["district", "period", "type", "month", "count", "reason"],
            rows: findings.flatMap { finding in
                [finding.earlier, finding.current].compactMap(\.self).flatMap { series in
                    zip(series.period.months, series.counts).map { month, count in
                        [
                            .text(district), .text("\(series.period)"), .text(finding.subject), .text("\(month)"),
                            .count(count), .said(count == nil ? "no data of this month are here" : nil),
                        ]
                    }
                }
            })
    }

    /// Every type with its count, rate, share and change, then all crime and anti-social behaviour.
    var typesCSV: [UInt8] { typesFacts.csv }

    var typesFacts: FactTable {
        Self.facts(
            (assessment.types + [assessment.crime, assessment.antiSocialBehaviour]).map {
                (place: assessment.district, finding: $0)
            }, first: "district")
    }

    /// A row for each finding.
    ///
    /// - Parameter first: what the column of places is called.
    static func facts(_ findings: [(place: String, finding: Finding)], first: String) -> FactTable {
        FactTable(
            findingColumns(first),
            rows: findings.map { place, finding in
                let period = finding.current.period
                return [
                    .text(place), .text(finding.subject), .text("\(period.from)"), .text("\(period.to)"),
                    .whole(finding.count),
                ] + cells(finding.rate) + [.number(finding.share.map { $0.value * 100 })] + cells(ofChange: finding)
                    + months(of: finding) + [.said(finding.reason)]
            })
    }

    static func findingColumns(_ first: String) -> [String] {
        [
            first, "type", "from", "to", "count", "per_1000", "per_1000_lower", "per_1000_upper", "share_percent",
            "compared_from", "compared_to", "compared_count", "change_percent", "change_percent_lower",
            "change_percent_upper", "verdict", "months", "months_known", "compared_months_known",
            "change_months", "change_before", "change_after", "reason",
        ]
    }

    /// Each type's part of all recorded crime.
    var shareFacts: FactTable {
        let period = assessment.period
        return FactTable(
            [
                "district", "type", "from", "to", "count", "share_percent", "share_percent_lower",
                "share_percent_upper",
            ],
            rows: assessment.types.map { finding in
                let share = finding.share
                return [
                    .text(assessment.district), .text(finding.subject), .text("\(period.from)"),
                    .text("\(period.to)"), .whole(finding.count),
                ] + [share?.value, share?.interval.lower, share?.interval.upper].map { .number($0.map { $0 * 100 }) }
            })
    }

    /// Every small area, most crime first.
    var placesCSV: [UInt8] { placesFacts(first: assessment.places.count).csv }

    func placesFacts(first number: Int) -> FactTable {
        let period = assessment.period
        return FactTable(
            [
                "district", "lsoa_code", "lsoa_name", "from", "to", "crimes", "per_1000", "per_1000_lower",
                "per_1000_upper", "anti_social_behaviour", "share_percent", "reason",
            ],
            rows: assessment.places.prefix(number).map { place in
                [
                    .text(assessment.district), .text(place.code), .text(place.name), .text("\(period.from)"),
                    .text("\(period.to)"), .whole(place.crimes),
                ] + Self.cells(place.rate) + [
                    .whole(place.incidents), .number(place.share.map { $0.value * 100 }),
                    .said(place.rate == nil ? Finding.noResidents : nil),
                ]
            })
    }

    /// How many months the counts could be of, and how many they are of.
    private static func months(of finding: Finding) -> [Fact] {
        let both = finding.change.flatMap { _ in finding.earlier }.map { finding.current.known(with: $0).mine.count }
        return [
            .whole(finding.current.period.count), .whole(finding.current.known), .count(finding.earlier?.known),
            .count(both), .count(finding.change?.before), .count(finding.change?.after),
        ]
    }

    private static func cells(_ rate: Rate?) -> [Fact] {
        [rate?.value, rate?.interval.lower, rate?.interval.upper].map(Fact.number)
    }

    private static func cells(ofChange finding: Finding) -> [Fact] {
        let (earlier, change) = (finding.earlier, finding.change)
        let percents = [change?.percent, change?.percentInterval?.lower, change?.percentInterval?.upper]
        return [
            .said(earlier.map { "\($0.period.from)" }), .said(earlier.map { "\($0.period.to)" }),
            .count(earlier?.total),
        ] + percents.map(Fact.number) + [.said(change?.verdict.name)]
    }
}

extension Finding {
    static let noResidents = "no estimate of who lives there is here, so there is no rate"

    /// Why a number of its row is missing; nil where none is.
    fileprivate var reason: String? {
        let reasons = [
            rate == nil ? Self.noResidents : nil,
            earlier != nil && change?.percent == nil
                ? (change == nil ? notes.first : Change.tooFewForPercent) : nil,
            change?.whyNotClear,
            current.isWhole ? nil : "\(current.missing.count) of \(current.period.count) months are missing",
        ].compactMap(\.self)
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }
}

extension Change {
    static let tooFewForPercent = "fewer than \(fewestForPercent) in one of the two periods, so no percentage is given"
}

extension Change.Verdict {
    /// As programs read it.
    var name: String {
        switch self {
        case .rise: "rise"
        case .fall: "fall"
        case .noClearChange: "no clear change"
        case .notClear: "not clear"
        case .untold: "cannot be told"
        case .unjudged: "not judged"
        }
    }
}
