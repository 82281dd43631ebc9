/// What the two built-in sets of recorded crime count: the same types, in the one month by month and area by area, in the
/// other year by year and district by district.
public enum CrimeMeasures {
    /// All crime; anti-social behaviour is never in it.
    public static let allCrime = "all-crime"
    /// As it is read.
    static let allCrimeName = "All crime"
    public static let antiSocialBehaviour = slugged(CrimeType.antiSocialBehaviour.name)

    static func all(of set: DataSetAddress) -> [Measure] {
        let crime = Measure(MeasureAddress(set, allCrime), name: allCrimeName, unit: "crimes", polarity: .lowIsGood)
        let types = CrimeType.known.map { type in
            Measure(
                MeasureAddress(set, slugged(type.name)), name: type.name,
                unit: type.isAntiSocialBehaviour ? "incidents" : "crimes",
                polarity: type.isJudged ? .lowIsGood : .noJudgement)
        }
        // A table of districts and years cannot be trusted with anti-social behaviour: see `DistrictYearsFile`.
        let told = set == .districtYears ? types.filter { $0.address.name != antiSocialBehaviour } : types
        return [crime] + told
    }

    /// The type that a measure of this name counts: "burglary"; nil for all crime, and for what is none.
    public static func type(called name: String) -> CrimeType? {
        CrimeType.known.first { slugged($0.name) == name }
    }

    /// Every type with its name in addresses, by name; anti-social behaviour among them.
    public static var types: [(address: String, name: String)] {
        CrimeType.known.map { (slugged($0.name), $0.name) }
    }

    /// The type a measure counts; nil for all crime.
    static func type(of address: MeasureAddress) -> CrimeType? {
        CrimeType.known.first { slugged($0.name) == address.name }
    }
}

extension CrimeType {
    /// Every type that data.police.uk has ever had, by name.
    static let known: [CrimeType] = [
        "Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime",
        "Other theft", "Possession of weapons", "Public disorder and weapons", "Public order", "Robbery", "Shoplifting",
        "Theft from the person", "Vehicle crime", "Violence and sexual offences", "Violent crime",
    ].map(CrimeType.init)

    /// Whether a fall of it can be called good: how many offences of drugs and weapons are recorded follows how many are
    /// searched.
    var isJudged: Bool { !["Drugs", "Possession of weapons", "Public disorder and weapons"].contains(name) }
}
