/// What the heading of a column says of what stands below it.
extension PersonalColumn {
    private static let people: Set = [
        "victim", "victims", "aggrieved", "patient", "client", "offender", "offenders", "suspect", "person", "caller",
        "complainant", "tenant", "witness", "informant", "subject", "nominal", "resident", "occupant", "driver", "who",
        "perpetrator", "defendant", "accused",
    ]

    static func isAboutPeople(_ heading: String) -> Bool { words(of: heading).contains(where: people.contains) }

    private static let places = [
        "ward", "district", "area", "lsoa", "msoa", "place", "town", "parish", "borough", "street", "station", "site",
        "location", "beat", "sector", "neighbourhood", "school", "hospital", "team", "type", "category", "kind",
        "offence",
    ]

    /// Whether two capitalised words in it are likelier places or sorts than people.
    static func isAboutPlaces(_ heading: String) -> Bool {
        let joined = words(of: heading).joined()
        return places.contains(where: joined.contains)
    }

    /// Whether capitalised words in it are sorts of things. A whole name is one all the same.
    static func isAboutSorts(_ heading: String) -> Bool { words(of: heading).contains(where: sorts.contains) }

    private static let sorts: Set = [
        "reason", "cause", "outcome", "result", "status", "method", "weapon", "drug", "substance", "colour", "gender",
        "sex", "ethnicity", "nationality", "religion", "language", "priority", "shift", "month", "weekday", "service",
        "agency",
    ]

    /// Whether words in small letters are what somebody wrote down.
    static func isOfFreeWords(_ heading: String) -> Bool { words(of: heading).contains(where: freeWords.contains) }

    private static let freeWords: Set = [
        "note", "notes", "comment", "comments", "remark", "remarks", "detail", "details", "description", "text",
        "summary",
        "condition", "injury", "complaint", "words", "what",
    ]

    /// Whether its numbers are how many or how much there is of something.
    static func isOfAmounts(_ heading: String) -> Bool { words(of: heading).contains(where: amounts.contains) }

    private static let amounts: Set = [
        "population", "households", "income", "price", "cost", "amount", "count", "total", "easting", "eastings",
        "northing", "northings",
    ]

    /// Whether a day in it is one of somebody's life; a number of somebody's may be the provider's own.
    static func speaksOfSomebodysDay(_ heading: String) -> Bool {
        let words = words(of: heading)
        return words.contains { ["age", "aged", "bday", "bdate"].contains($0) }
            || words.contains(where: people.contains) && !words.contains(where: numbers.contains)
    }

    private static let numbers: Set = ["ref", "reference", "no", "number", "id", "identifier", "code", "key", "urn"]
}

/// A column that a person is to look at, because a machine cannot tell.
struct PersonalDoubt: Sendable {
    let column: String
    let sentence: String
    /// Whether its numbers are in doubt, which they are not where they are the counts of the file.
    let isOfNumbers: Bool
}
