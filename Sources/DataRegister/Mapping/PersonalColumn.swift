import DataFiles
import Storage
import Wording

/// A column of a depersonalised set that looks like somebody.
public struct PersonalColumn: Hashable, Sendable {
    /// What it looks like.
    public enum Kind: String, Sendable, CaseIterable {
        case name, initials, postcode, birth, nhsNumber, email, telephone, address

        public var title: String {
            switch self {
            case .name: "names of people"
            case .initials: "initials and ages of people"
            case .postcode: "full postcodes"
            case .birth: "dates of birth"
            case .nhsNumber: "NHS numbers"
            case .email: "email addresses"
            case .telephone: "telephone numbers"
            case .address: "addresses of homes"
            }
        }

        /// What to do about it.
        var wayOut: String {
            switch self {
            case .postcode:
                "Ask the provider to leave only the first half of each (CT10 of CT10 1AA), or to give the small area (LSOA)."
            case .birth, .initials: "Ask the provider to leave it out, or to give the age in bands."
            case .address: "Ask the provider to leave it out, or to give the small area (LSOA)."
            case .name: "Ask the provider to leave it out, or, if nobody is named in it, to call it by what it holds."
            default: "Ask the provider to leave it out."
            }
        }
    }

    public let column: String
    public let kind: Kind
    /// Whether its values tell, or its heading alone.
    public let isByValues: Bool

    public var sentence: String {
        let why = isByValues ? "its values look like \(kind.title)" : "its heading says that it holds \(kind.title)"
        return "The column ‘\(column)’ cannot be in a depersonalised data set: \(why). \(kind.wayOut)"
    }
}

extension PersonalColumn {
    /// The columns of a table that look like somebody, by their headings and by their values.
    ///
    /// - Parameter columns: each with its heading and its values, blank ones left out.
    public static func found(in columns: [(heading: String, values: [String])]) -> [PersonalColumn] {
        found(
            in: columns.map { heading, values in
                var tally = PersonalTally(heading)
                for value in values { tally.add(value.trimmingBlanks) }
                return tally
            })
    }

    static func found(in columns: [PersonalTally]) -> [PersonalColumn] {
        columns.indices.compactMap { index in
            let column = columns[index]
            if let kind = kind(ofHeading: column) {
                return PersonalColumn(column: column.heading, kind: kind, isByValues: false)
            }
            return column.kind(inFileUpTo: newest(besides: index, of: columns)).map {
                PersonalColumn(column: column.heading, kind: $0, isByValues: true)
            }
        }
    }

    /// What a person is to look at before the file is taken in as depersonalised.
    static func doubts(of columns: [PersonalTally]) -> [PersonalDoubt] {
        columns.indices.flatMap { index in
            let (column, newest) = (columns[index], newest(besides: index, of: columns))
            let found = [
                column.doubt(inFileUpTo: newest).map { ($0, false) },
                column.doubtOfNumbers(inFileUpTo: newest).map { ($0, true) },
            ]
            return found.compactMap(\.self).map { told, isOfNumbers in
                PersonalDoubt(
                    column: column.heading, sentence: "‘\(column.heading)’: \(told).", isOfNumbers: isOfNumbers)
            }
        }
    }

    /// What the file is of is told by its other columns.
    private static func newest(besides index: Int, of columns: [PersonalTally]) -> Int? {
        let others = columns.indices.filter { $0 != index }.map { columns[$0] }
        // A year of four figures is sure; of two, 41 may be 1941, and says nothing of whole ones.
        let sure = others.filter(\.tellsWholeYears).compactMap(\.newestYear).max()
        let told = columns[index].tellsWholeYears ? sure : sure ?? others.compactMap(\.newestYear).max()
        return told.flatMap { $0 < Month.earliestOfData.year ? nil : $0 }
    }

    /// Whether a day of that year is decades before what a file is of. Where no other column tells that, it is what no data tell
    /// of (``Month/earliestOfData``).
    static func isLongAgo(_ year: Int, upTo newest: Int?) -> Bool {
        newest.map { $0 - year >= 20 } ?? (year < Month.earliestOfData.year)
    }

    static func words(of heading: String) -> [String] {
        heading.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func kind(ofHeading column: PersonalTally) -> Kind? {
        let words = words(of: column.heading)
        let joined = words.joined()
        func has(_ parts: String...) -> Bool { parts.contains { joined.contains($0) } }
        if has("nhsno", "nhsnum") || joined == "nhs" { return .nhsNumber }
        let isBirth = (words + [joined]).contains { ["dob", "yob"].contains($0) }
        if isBirth || has("dateofbirth", "birthdate", "birthday", "yearofbirth", "birthyear") { return .birth }
        if words.contains("born") || words.contains("birth"), !words.contains(where: notOfDays.contains) {
            return .birth
        }
        if has("email", "emailaddress") { return .email }
        if has("telephone", "phonen", "phone", "mobile") || words.contains("tel") { return .telephone }
        let people = [
            "forename", "firstname", "surname", "lastname", "fullname", "middlename", "maidenname", "givenname",
            "familyname", "christianname", "nickname",
        ]
        if isSomebody(words) { return .name }
        if people.contains(where: joined.contains) || joined == "name" && !column.isPlaces { return .name }
        if words.contains("name"), isAboutPeople(column.heading) { return .name }
        // A UPRN is one home.
        if has("homeaddress", "addressline", "houseno", "housenumber", "streetaddress") || joined == "address"
            || words.contains("uprn")
        {
            return .address
        }
        if joined.hasPrefix("postcode") || joined.hasSuffix("postcode"), column.hasWholePostcodes { return .postcode }
        return nil
    }

    /// A heading that is somebody and nothing else, whatever stands below it: "Victim", "Client 2", "Known as", "Alias".
    private static func isSomebody(_ words: [String]) -> Bool {
        let told = words.filter { !["the", "of", "s"].contains($0) && !$0.allSatisfy(\.isNumber) }
        if told == ["known", "as"] || told.starts(with: ["also", "known", "as"]) || told == ["aka"] { return true }
        return told.count == 1 && ["alias", "aliases"].contains(told[0])
            || told.count == 1 && somebody.contains(told[0])
    }

    /// One person each; "victims" and "offenders" are counted.
    private static let somebody: Set = [
        "victim", "aggrieved", "patient", "client", "offender", "suspect", "caller", "complainant", "tenant", "witness",
        "informant", "nominal", "occupant", "perpetrator", "defendant", "accused",
    ]

    /// "Birth rate" is of an area.
    private static let notOfDays: Set = [
        "rate", "rates", "weight", "count", "counts", "number", "live", "place", "country",
    ]

    static func isGridHeading(_ heading: String) -> Bool {
        let words = words(of: heading)
        return words.contains {
            ["easting", "northing", "eastings", "northings", "gridref", "latitude", "longitude"].contains($0)
        }
            || words.joined().contains("gridref")
    }

    /// `TR 35000 65000`: a place to the metre, or to ten.
    static func isGridReference(_ text: String) -> Bool {
        let letters = text.uppercased().filter { $0 != " " }
        guard letters.utf8.count == 12 || letters.utf8.count == 10 else { return false }
        return letters.prefix(2).allSatisfy { $0.isASCII && $0.isLetter }
            && letters.dropFirst(2).allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// The year of a day, as files write days: `19600102` too.
    static func year(ofDay text: String) -> Int? {
        guard (6...25).contains(text.utf8.count), text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
            return nil
        }
        if text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            let parts = (Int(text.prefix(4)) ?? 0, Int(text.dropFirst(4).prefix(2)) ?? 0, Int(text.suffix(2)) ?? 0)
            return (1900...2100).contains(parts.0) ? Day(year: parts.0, month: parts.1, number: parts.2)?.year : nil
        }
        let period =
            TimeForm.isoDay.period(text) ?? TimeForm.britishDay.period(text) ?? TimeForm.americanDay.period(text)
        return period.map(\.from.year).flatMap { Month.years.contains($0) ? $0 : nil }
    }

    /// Ten digits whose last is the check of the others (modulus 11; NHS Data Dictionary).
    static func isNHSNumber(_ text: String) -> Bool {
        let digits = text.filter { $0 != " " && $0 != "-" }
        guard digits.count == 10, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
        let numbers = digits.compactMap(\.wholeNumberValue)
        let sum = zip(numbers, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (11 - sum % 11) % 11
        return check != 10 && check == numbers[9]
    }

    /// `CT10 1AA`, with the blank or without: whose second half is a digit and two letters.
    static func isFullPostcode(_ text: String) -> Bool {
        let letters = Array(text.uppercased().filter { $0 != " " })
        guard (5...7).contains(letters.count), letters.allSatisfy(\.isASCII) else { return false }
        let (outward, inward) = (letters.dropLast(3), Array(letters.suffix(3)))
        return inward[0].isNumber && inward[1].isLetter && inward[2].isLetter && isOutward(String(outward))
    }

    /// `CT10`, `M1`, `EC1A`: the first half of a postcode.
    static func isOutward(_ text: String) -> Bool {
        let letters = Array(text.uppercased())
        guard (2...4).contains(letters.count), letters[0].isLetter, letters[0].isASCII else { return false }
        let area = letters.prefix { $0.isLetter }
        let rest = letters.dropFirst(area.count)
        return area.count <= 2 && !rest.isEmpty && rest.count <= 2 && rest.first?.isNumber == true
            && rest.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
    }
}
