import Storage

/// Whom the Act makes responsible, as data: each rule with the days it is in force and its source.
public struct ResponsibleAuthority: Hashable, Sendable {
    public let kind: Agency.Kind
    /// What the law calls for, as the end of a sentence: "a fire and rescue authority".
    public let wanted: String
    public let source: String
    private let country: PartnershipArea.Country?
    private let onlyBesideDistricts: Bool
    /// Nil where it is in force longer than this program's records go back.
    private let from: Day?
    private let until: Day?

    private init(
        _ kind: Agency.Kind, _ wanted: String, in country: PartnershipArea.Country? = nil,
        onlyBesideDistricts: Bool = false, from: Day? = nil, until: Day? = nil,
        source: String = "Crime and Disorder Act 1998, section 5(1)"
    ) {
        self.kind = kind
        self.wanted = wanted
        self.source = source
        self.country = country
        self.onlyBesideDistricts = onlyBesideDistricts
        self.from = from
        self.until = until
    }

    /// Those the Act asks for in an area on a day.
    public static func all(for area: PartnershipArea, on day: Day) -> [ResponsibleAuthority] {
        rules.filter { rule in
            (rule.country ?? area.country) == area.country
                && (!rule.onlyBesideDistricts || area.councils == .districtAndCounty)
                && (rule.from.map { $0 <= day } ?? true) && (rule.until.map { day < $0 } ?? true)
        }
    }

    /// The day integrated care boards took the place of clinical commissioning groups (Health and Care Act 2022).
    private static let careBoards = Day(year: 2022, month: 7, number: 1)

    private static let rules = [
        ResponsibleAuthority(.council, "the council for the area"),
        ResponsibleAuthority(.countyCouncil, "the county council", onlyBesideDistricts: true),
        ResponsibleAuthority(.police, "the chief officer of police"),
        ResponsibleAuthority(.fireAndRescue, "the fire and rescue authority"),
        ResponsibleAuthority(.probation, "every provider of probation services"),
        ResponsibleAuthority(
            .clinicalCommissioningGroup, "every clinical commissioning group", in: .england, until: careBoards,
            source: "Crime and Disorder Act 1998, section 5(1), as it stood until 30 June 2022"),
        ResponsibleAuthority(.integratedCareBoard, "every integrated care board", in: .england, from: careBoards),
        ResponsibleAuthority(.localHealthBoard, "every Local Health Board", in: .wales),
    ]
}
