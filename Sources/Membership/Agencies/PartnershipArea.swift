import Storage

/// What kind of area a partnership is for: it decides whom the Act names.
public struct PartnershipArea: Hashable, Sendable {
    /// England and Wales have different rules.
    public enum Country: String, Sendable, CaseIterable, SQLConvertible {
        case england, wales
    }

    /// How its local government is laid out.
    public enum Councils: String, Sendable, CaseIterable, SQLConvertible {
        /// One council does everything: a unitary authority, a London or metropolitan borough, a Welsh county.
        case one
        /// A district council within a county council's area.
        case districtAndCounty = "district and county"
    }

    public let country: Country
    public let councils: Councils

    /// Wales has had one council everywhere since 1996.
    public init?(country: Country, councils: Councils) {
        guard country == .england || councils == .one else { return nil }
        self.country = country
        self.councils = councils
    }
}
