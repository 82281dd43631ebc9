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

    /// Why a count of some types over a period is one of a part of it: a category began or ended within it, or was none then, and none
    /// of the others asked for held what it holds. Nil where each was counted throughout. A part is never set against a whole.
    public static func partlyCounted(_ types: [CrimeType], in period: Period) -> String? {
        let months = Array(period.months)
        for type in types {
            let counted = months.count { type.isCounted(in: $0, among: types) }
            guard counted < months.count else { continue }
            return counted == 0
                ? "‘\(type.name)’ was no category of its own then"
                : "‘\(type.name)’ was a category in \(counted) of its \(months.count) months"
        }
        return nil
    }

    /// Whether what it holds was counted in a month: under its own name, before that under the name of what it was taken out of, or
    /// afterwards under those of what was taken out of it, where these are asked for too.
    private func isCounted(in month: Month, among types: [CrimeType]) -> Bool {
        if existed(in: month) { return true }
        if let before = Self.takenOutOf[name].map({ CrimeType($0) }), let span = Self.spans[name],
            month < span.lowerBound
        {
            return types.contains(before) && before.isCounted(in: month, among: types)
        }
        return types.contains { Self.takenOutOf[$0.name] == name && $0.existed(in: month) }
    }

    /// What each category was a part of before it was one.
    private static let takenOutOf = [
        "Criminal damage and arson": "Other crime", "Drugs": "Other crime", "Other theft": "Other crime",
        "Public disorder and weapons": "Other crime", "Shoplifting": "Other crime", "Bicycle theft": "Other theft",
        "Theft from the person": "Other theft", "Possession of weapons": "Public disorder and weapons",
        "Public order": "Public disorder and weapons", "Violence and sexual offences": "Violent crime",
    ]

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
