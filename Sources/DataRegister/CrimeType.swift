import DataFiles

/// What data.police.uk calls a kind of crime, and when it was counted under that name.
public struct CrimeType: Hashable, Sendable {
    public let name: String

    public init(_ name: String) {
        self.name = name
    }

    /// Incidents, not crimes: no crime number, no outcome. Kept apart from crime everywhere and never added to it.
    public static let antiSocialBehaviour = CrimeType("Anti-social behaviour")

    public var isAntiSocialBehaviour: Bool { self == .antiSocialBehaviour }

    /// Whether anything could have been counted under this name in a month. Where not, its count is missing, not zero.
    public func existed(in month: Month) -> Bool {
        guard let span = Self.spans[name] else { return true }
        return span.contains(month)
    }

    /// data.police.uk had six categories until August 2011, eleven until April 2013, and fourteen since.
    /// Those not named here have run throughout.
    private static let spans: [String: Range<Month>] = {
        let start = Month(year: 2010, number: 12)
        let second = Month(year: 2011, number: 9)
        let third = Month(year: 2013, number: 5)
        let end = Month(year: 9999, number: 1)
        return [
            "Violent crime": start..<third,
            "Criminal damage and arson": second..<end,
            "Drugs": second..<end,
            "Other theft": second..<end,
            "Public disorder and weapons": second..<third,
            "Shoplifting": second..<end,
            "Bicycle theft": third..<end,
            "Possession of weapons": third..<end,
            "Public order": third..<end,
            "Theft from the person": third..<end,
            "Violence and sexual offences": third..<end,
        ]
    }()
}
