import DataFiles
import Foundation
import Wording

/// What is asked of the register: of which measures, where, over which months, and how finely.
public struct SeriesQuestion: Hashable, Sendable {
    /// How long each number of the answer covers.
    public enum Grain: String, Sendable, CaseIterable {
        case month, quarter, year

        public var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        }
    }

    /// Of one data set; their counts are added up.
    public let measures: [MeasureAddress]
    /// Of one level; their counts are added up.
    public let places: [Place]
    public let grain: Grain
    public let span: Period
    /// As the register stood at that moment; nil is as it stands now.
    public let asAt: Date?

    /// - Throws: ``SeriesRefusal`` where the parts do not belong together.
    public init(
        _ measures: [MeasureAddress], in places: [Place], by grain: Grain, over span: Period, asAt: Date? = nil
    ) throws(SeriesRefusal) {
        guard let set = measures.first?.dataSet, let level = places.first?.level else { throw .nothingAsked }
        guard measures.allSatisfy({ $0.dataSet == set }) else { throw .severalDataSets }
        let incidents = measures.filter { $0.name == CrimeMeasures.antiSocialBehaviour }
        if set == .streetCrime, !incidents.isEmpty, incidents.count < measures.count {
            throw .antiSocialBehaviourAmongCrime
        }
        if measures.contains(where: { $0.name == CrimeMeasures.allCrime }), Set(measures).count > 1 {
            throw .countedTwice
        }
        guard places.allSatisfy({ $0.level == level }) else {
            throw places.allSatisfy(\.level.isLSOA) ? .vintagesMixed : .severalLevels
        }
        guard span.count.isMultiple(of: grain.months) else { throw .spanIsNotWhole(span, grain) }
        self.measures = Set(measures).sorted()
        self.places = places
        self.grain = grain
        self.span = span
        self.asAt = asAt
    }

    /// The stretches that the answer has a number for.
    public var periods: [Period] {
        stride(from: 0, to: span.count, by: grain.months).map { span.part($0...($0 + grain.months - 1)) }
    }
}

/// Why a question has no answer.
public enum SeriesRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case nothingAsked
    case severalDataSets
    case antiSocialBehaviourAmongCrime
    case countedTwice
    case vintagesMixed
    case severalLevels
    case spanIsNotWhole(Period, SeriesQuestion.Grain)
    case noSuchMeasure(MeasureAddress)
    /// The set, as it is called, tells some stretch in one number.
    case coarser(String, told: Period)
    /// By its name.
    case notCounted(String)
    case levelNotTold(String, Place.Level)

    public var description: String {
        switch self {
        case .nothingAsked: "Choose at least one measure and one place."
        case .severalDataSets:
            "Measures of two data sets are never added up, for they count different things. Show them side by side."
        case .antiSocialBehaviourAmongCrime:
            "Anti-social behaviour is incidents, not crimes, and is never added to crime. Show the two side by side."
        case .countedTwice: "All crime has every type in it already: choose it alone, or some of the types."
        case .vintagesMixed:
            "Small areas of the 2011 census and of 2021 are never mixed: some streets would be counted twice and others "
                + "not at all. Choose areas of one census."
        case .severalLevels:
            "Places of several levels may lie in one another, and would be counted twice. Choose places of one level."
        case .spanIsNotWhole(let span, let grain):
            "\(span) has \(span.count.counted("month", "months")), which makes no whole number of \(grain.rawValue)s. "
                + "Choose a span of whole \(grain.rawValue)s, or count by the month."
        case .noSuchMeasure(let measure):
            "There is no measure ‘\(measure)’. The page of each data set lists the measures that it has."
        case .coarser(let set, let told):
            "‘\(set)’ tells \(told) in one number, which cannot be taken apart. "
                + "Ask for whole stretches of that kind, like \(told)."
        case .notCounted(let measure):
            "‘\(measure)’ is no count, so it cannot be added up. Ask for it place by place."
        case .levelNotTold(let set, let level):
            "‘\(set)’ has no figures for every \(level.name) at once. Ask for districts, or for the small areas "
                + "of one place."
        }
    }
}
