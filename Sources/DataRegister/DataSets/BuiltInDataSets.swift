import DataFiles

extension DataSetAddress {
    public static let streetCrime = DataSetAddress(known: "street-crime")
    public static let districtYears = DataSetAddress(known: "district-years")
    public static let policeOutcomes = DataSetAddress(known: "police-outcomes")
    public static let population = DataSetAddress(known: "population")
    public static let deprivation = DataSetAddress(known: "deprivation")
    public static let boundaries = DataSetAddress(known: "boundaries")
    public static let lookups = DataSetAddress(known: "lookups")
}

extension DataSet {
    /// The sets that every partnership has, each with a reader of its own.
    public static let builtIn: [DataSet] = [
        DataSet(
            .streetCrime, kind: .streetCrime, name: "Street-level crime", provider: .named("data.police.uk"),
            holds: "Recorded crime and anti-social behaviour by month, small area (LSOA) and type, force by force.",
            frequency: .month, due: .published(monthsAfter: 2), isDepersonalised: true, licence: openGovernment,
            notes: "Published some two months after the month has ended, and revised afterwards.",
            absentRows: .none),
        DataSet(
            .districtYears, kind: .districtYears, name: "Recorded crime by district and year",
            provider: .named("derived from data.police.uk"),
            holds: "Recorded crime by district, calendar year and type, for setting districts side by side.",
            frequency: .once, due: .never, isDepersonalised: true, licence: openGovernment,
            notes:
                "Made by others from the street-level files. Its anti-social behaviour is wrong and is not taken in.",
            absentRows: .noneWherePlaceIsTold),
        DataSet(
            .policeOutcomes, kind: .policeOutcomes, name: "Police outcomes", provider: .named("data.police.uk"),
            holds:
                "What became of crimes in the area of one police force: outcomes by the month in which they were entered, small "
                + "area (LSOA) and kind.",
            frequency: .month, due: .published(monthsAfter: 2), isDepersonalised: true, licence: openGovernment,
            notes:
                "An outcome is entered in a later month than its crime was recorded, and a crime may have several: they are no "
                + "share of the crimes of their month.",
            absentRows: .noneWherePlaceIsTold),
        DataSet(
            .population, kind: .population, name: "Population", provider: .named(ons),
            holds: "How many people live in each small area or district, which rates are set against.",
            frequency: .year, due: .never, isDepersonalised: true, licence: openGovernment, absentRows: .missing),
        DataSet(
            .deprivation, kind: .deprivation, name: "Index of Multiple Deprivation",
            provider: .named("Ministry of Housing, Communities and Local Government"),
            holds: "How deprived each small area (LSOA) of England is: score, rank and tenth.",
            frequency: .once, due: .never, isDepersonalised: true, licence: openGovernment, absentRows: .missing),
        DataSet(
            .boundaries, kind: .boundaries, name: "Boundaries", provider: .named(ons),
            holds: "The outlines of areas, for maps.", frequency: .once, due: .never, isDepersonalised: true,
            licence: openGovernment, absentRows: .missing),
        DataSet(
            .lookups, kind: .lookups, name: "Lookups", provider: .named(ons),
            holds: "Which place lies in which: small area, ward, district, partnership, force, county.",
            frequency: .once, due: .never, isDepersonalised: true, licence: openGovernment, absentRows: .missing),
    ]

    private static let ons = "Office for National Statistics"
    private static let openGovernment = "Open Government Licence v3.0"

    static func builtIn(_ address: DataSetAddress) -> DataSet? {
        builtIn.first { $0.address == address }
    }
}

extension Measure {
    /// What a built-in set counts, or says of places.
    static func builtIn(of set: DataSetAddress) -> [Measure] {
        switch set {
        case .streetCrime, .districtYears: CrimeMeasures.all(of: set)
        case .policeOutcomes:
            OutcomesFile.outcomes.map {
                Measure(MeasureAddress(set, slugged($0)), name: $0, unit: "outcomes", polarity: .noJudgement)
            }
        case .deprivation:
            [
                Measure(MeasureAddress(set, "score"), name: "Score", unit: "points", polarity: .lowIsGood),
                Measure(
                    MeasureAddress(set, "rank"), name: "Rank, 1 the most deprived", unit: "", polarity: .highIsGood),
                Measure(
                    MeasureAddress(set, "decile"), name: "Tenth, 1 the most deprived", unit: "", polarity: .highIsGood),
            ]
        default: []
        }
    }
}
