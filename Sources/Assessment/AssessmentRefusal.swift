import DataFiles
import DataRegister
import Wording

/// Why there is no assessment.
public enum AssessmentRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// - Parameter known: the districts that there are, by name; none where that was not looked up.
    case unknownDistrict(String, known: [String])
    case nothingKnown(String, Period, covered: [Month])
    case period(PeriodRefusal)
    /// - Parameter areas: how few of its small areas have rows: "3 of its 72 small areas (LSOAs)".
    case onlyStrays(String, areas: String)
    /// What its small areas became.
    case changed(String)

    public var description: String {
        switch self {
        case .unknownDistrict(let name, let known):
            ["No row of the data lies in a district called ‘\(name)’.", KnownDistricts(known).answer(to: name)]
                .compactMap(\.self).joined(separator: " ")
                + " A district is the name of an LSOA without its last word: ‘Thanet 001A’ lies in Thanet."
        case .nothingKnown(let district, let period, let covered):
            if let first = covered.first, let last = covered.last {
                "Nothing is known of \(district) in \(period): the files cover months from \(first) to \(last). "
                    + "Choose months among those, or import the missing files."
            } else {
                "Nothing is known of \(district) in \(period). Import the files of those months first."
            }
        case .period(let refusal): refusal.description
        case .onlyStrays(let district, let areas):
            "\(NothingKnown(strayDistrict: district, areas: areas))"
        case .changed(let sentence): sentence
        }
    }
}
