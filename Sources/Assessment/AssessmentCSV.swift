import DataFiles
import DataRegister
import Foundation
import Statistics

/// The tables again for spreadsheets and programs: plain numbers, one thing in each column, and an empty cell for what is
/// missing or was not worked out.
extension AssessmentTables {
    /// Every count: a row for each type and month.
    var monthlyCSV: [UInt8] {
        var writer = DelimitedWriter(header: ["district", "period", "type", "month", "count"])
        for finding in assessment.types + [assessment.antiSocialBehaviour] {
            for series in [finding.earlier, finding.current].compactMap(\.self) {
                for (month, count) in zip(series.period.months, series.counts) {
                    writer.write([
                        assessment.district, "\(series.period)", finding.subject, "\(month)", count.map { "\($0)" },
                    ])
                }
            }
        }
        return writer.bytes
    }

    /// Every type with its count, rate, share and change, then all crime and anti-social behaviour.
    var typesCSV: [UInt8] {
        var writer = DelimitedWriter(header: [
            "district", "type", "from", "to", "count", "per_1000", "per_1000_lower", "per_1000_upper", "share_percent",
            "compared_from", "compared_to", "compared_count", "change_percent", "change_percent_lower",
            "change_percent_upper", "verdict", "months", "months_known", "compared_months_known",
            "change_months", "change_before", "change_after",
        ])
        for finding in assessment.types + [assessment.crime, assessment.antiSocialBehaviour] {
            let period = finding.current.period
            writer.write(
                [assessment.district, finding.subject, "\(period.from)", "\(period.to)", "\(finding.count)"]
                    + cells(finding.rate) + [finding.share.flatMap { plain($0.value * 100) }] + cells(ofChange: finding)
                    + months(of: finding))
        }
        return writer.bytes
    }

    /// Every small area, most crime first.
    var placesCSV: [UInt8] {
        var writer = DelimitedWriter(header: [
            "district", "lsoa_code", "lsoa_name", "from", "to", "crimes", "per_1000", "per_1000_lower",
            "per_1000_upper", "anti_social_behaviour",
        ])
        let period = assessment.period
        for place in assessment.places {
            writer.write(
                [assessment.district, place.code, place.name, "\(period.from)", "\(period.to)", "\(place.crimes)"]
                    + cells(place.rate) + ["\(place.incidents)"])
        }
        return writer.bytes
    }

    /// How many months the counts could be of, and how many they are of.
    private func months(of finding: Finding) -> [String?] {
        let both = finding.change.flatMap { _ in finding.earlier }.map { finding.current.known(with: $0).mine.count }
        return [
            "\(finding.current.period.count)", "\(finding.current.known)", finding.earlier.map { "\($0.known)" },
            both.map { "\($0)" }, finding.change.map { "\($0.before)" }, finding.change.map { "\($0.after)" },
        ]
    }

    private func cells(_ rate: Rate?) -> [String?] {
        [rate?.value, rate?.interval.lower, rate?.interval.upper].map { $0.flatMap(plain) }
    }

    private func cells(ofChange finding: Finding) -> [String?] {
        let (earlier, change) = (finding.earlier, finding.change)
        let percents = [change?.percent, change?.percentInterval?.lower, change?.percentInterval?.upper]
        return [earlier.map { "\($0.period.from)" }, earlier.map { "\($0.period.to)" }, earlier.map { "\($0.total)" }]
            + percents.map { $0.flatMap(plain) } + [change?.verdict.name]
    }

    /// A number with four decimals and a point, or nothing where there is no number.
    private func plain(_ value: Double) -> String? {
        value.isFinite ? String(format: "%.4f", value) : nil
    }
}

extension Change.Verdict {
    /// As programs read it.
    var name: String {
        switch self {
        case .rise: "rise"
        case .fall: "fall"
        case .noClearChange: "no clear change"
        case .untold: "cannot be told"
        }
    }
}
