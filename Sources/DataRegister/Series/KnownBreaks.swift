import DataFiles

/// The changes in recorded crime that everybody's figures went through.
enum KnownBreaks {
    private struct Known {
        let change: ComparabilityBreak
        /// The names of the measures it touches.
        let names: Set<String>
    }

    /// The breaks in some measures that begin after the first month of a span and within it.
    ///
    /// - Parameter changes: those that the partnership knows of besides.
    static func breaks(
        of measures: [MeasureAddress], at level: Place.Level, in span: Period, and changes: [RecordingChange] = []
    ) -> [ComparabilityBreak] {
        var found: [ComparabilityBreak] = []
        if let set = measures.first?.dataSet, [.streetCrime, .districtYears].contains(set) {
            let names = Set(measures.map(\.name))
            found += ofCrime.filter { !$0.names.isDisjoint(with: names) }.map(\.change)
            if set == .streetCrime, level.isMadeOfLSOAs { found.append(newAreas) }
        }
        let asked = Set(measures)
        found += changes.filter { !asked.isDisjoint(with: $0.measures) }.map(\.asBreak)
        return found.filter { span.from < $0.month && $0.month <= span.to }
            .sorted { ($0.month, $0.sentence) < ($1.month, $1.sentence) }
    }

    /// All of them, the earliest first.
    static var ofEverybody: [ComparabilityBreak] {
        (ofCrime.map(\.change) + [newAreas]).sorted { $0.month < $1.month }
    }

    private static let ofCrime: [Known] = [
        Known(
            change: ComparabilityBreak(
                .categories, from: Month(year: 2011, number: 9),
                "In September 2011 the six types of crime became eleven: ‘Other crime’ was taken apart.",
                source: "data.police.uk"),
            names: [
                "criminal-damage-and-arson", "drugs", "other-crime", "other-theft", "public-disorder-and-weapons",
                "shoplifting",
            ]),
        Known(
            change: ComparabilityBreak(
                .categories, from: Month(year: 2013, number: 5),
                "In May 2013 the eleven types of crime became fourteen: violence was counted under a new name and "
                    + "differently, and ‘Public disorder and weapons’ and ‘Other theft’ were taken apart.",
                source: "data.police.uk"),
            names: [
                "bicycle-theft", "other-crime", "other-theft", "possession-of-weapons", "public-disorder-and-weapons",
                "public-order", "theft-from-the-person", "violence-and-sexual-offences", "violent-crime",
            ]),
        Known(
            change: ComparabilityBreak(
                .recording, from: Month(year: 2014, number: 11),
                "In November 2014 the inspectorate found that a fifth of crimes, and a third of violent ones, went "
                    + "unrecorded; forces have recorded more fully since, so that a rise may be of recording.",
                source: "HMIC, Crime-recording: making the victim count, 18 November 2014", leads: .up),
            names: ["all-crime", "public-order", "violence-and-sexual-offences"]),
        Known(
            change: ComparabilityBreak(
                .recording, from: Month(year: 2023, number: 5),
                "In 2023 the counting rules changed: of several offences reported together only the principal one is "
                    + "counted, and fewer public order offences are notifiable, so that a fall may be of recording.",
                source: "Home Office Counting Rules, changes of 2023", leads: .down),
            names: ["all-crime", "public-order", "violence-and-sexual-offences"]),
    ]

    private static let newAreas = ComparabilityBreak(
        .areas, from: LSOAVintage.firstMonthOf2021,
        "From June 2023 small areas (LSOAs) are those of the 2021 census; earlier months keep those of 2011.",
        source: "data.police.uk")
}
