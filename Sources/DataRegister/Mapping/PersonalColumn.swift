import DataFiles
import Wording

/// A column of a depersonalised set that looks like somebody.
public struct PersonalColumn: Hashable, Sendable {
    /// What it looks like.
    public enum Kind: String, Sendable, CaseIterable {
        case name, postcode, birth, nhsNumber, email, telephone, address

        public var title: String {
            switch self {
            case .name: "names of people"
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
            case .birth: "Ask the provider to leave it out, or to give the age in bands."
            case .address: "Ask the provider to leave it out, or to give the small area (LSOA)."
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
    /// - Parameter columns: each with its heading and enough of its values, blank ones left out.
    public static func found(in columns: [(heading: String, values: [String])]) -> [PersonalColumn] {
        columns.compactMap { heading, values in
            if let kind = kind(ofHeading: heading, values: values) {
                return PersonalColumn(column: heading, kind: kind, isByValues: false)
            }
            return kind(ofValues: values).map { PersonalColumn(column: heading, kind: $0, isByValues: true) }
        }
    }

    private static func kind(ofHeading heading: String, values: [String]) -> Kind? {
        let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let joined = words.joined()
        func has(_ parts: String...) -> Bool { parts.contains { joined.contains($0) } }
        if has("nhsno", "nhsnum") || joined == "nhs" { return .nhsNumber }
        if joined == "dob" || words.contains("dob") || has("dateofbirth", "birthdate", "birthday") { return .birth }
        if has("email", "emailaddress") { return .email }
        if has("telephone", "phonen", "phone", "mobile") || words.contains("tel") { return .telephone }
        let people = [
            "forename", "firstname", "surname", "lastname", "fullname", "middlename", "maidenname", "givenname",
        ]
        if people.contains(where: joined.contains) || joined == "name" && !isPlaces(values) { return .name }
        let whose = ["victim", "patient", "client", "offender", "suspect", "person", "caller", "complainant", "tenant"]
        if words.contains("name"), whose.contains(where: words.contains) { return .name }
        if has("homeaddress", "addressline", "houseno", "housenumber", "streetaddress") || joined == "address" {
            return .address
        }
        if joined.hasPrefix("postcode") || joined.hasSuffix("postcode"), values.contains(where: isFullPostcode) {
            return .postcode
        }
        return nil
    }

    private static func kind(ofValues values: [String]) -> Kind? {
        guard values.count >= 3 else { return nil }
        func share(_ isSuch: (String) -> Bool) -> Double { Double(values.count(where: isSuch)) / Double(values.count) }
        if share(isNHSNumber) > 0.8 { return .nhsNumber }
        if share(isEmail) > 0.1 { return .email }
        if share(isFullPostcode) > 0.1 { return .postcode }
        if share(isTelephone) > 0.5 { return .telephone }
        if isBirths(values) { return .birth }
        if share(PersonNames.looksLikeOne) > 0.3 { return .name }
        return nil
    }

    /// A column called ‘name’ may be of places.
    private static func isPlaces(_ values: [String]) -> Bool {
        !values.isEmpty && Double(values.count(where: PersonNames.looksLikeOne)) / Double(values.count) < 0.1
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

    static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
    }

    /// A British number: ten or eleven digits after a nought or +44.
    static func isTelephone(_ text: String) -> Bool {
        let digits = text.filter { !" ()-".contains($0) }
        let rest =
            digits.hasPrefix("+44")
            ? digits.dropFirst(3)
            : digits.hasPrefix("0044") ? digits.dropFirst(4) : digits.dropFirst(digits.hasPrefix("0") ? 1 : 99)
        return (9...10).contains(rest.count) && rest.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Days that lie decades apart, most of them long ago: nobody's callouts run so.
    private static func isBirths(_ values: [String]) -> Bool {
        let days = values.compactMap {
            TimeForm.isoDay.period($0) ?? TimeForm.britishDay.period($0) ?? TimeForm.americanDay.period($0)
        }
        guard Double(days.count) > Double(values.count) * 0.8 else { return false }
        let years = days.map(\.from.year).sorted()
        guard let first = years.first, let last = years.last else { return false }
        let middle = years[years.count / 2]
        return last - first >= 25 && last - middle >= 10
    }
}

/// What people are called, as far as a machine can tell.
enum PersonNames {
    /// Whether the first or last word of two to four is a common first name.
    static func looksLikeOne(_ text: String) -> Bool {
        let words = text.lowercased().split { " ,.".contains($0) }.map(String.init)
        guard (2...4).contains(words.count), words.allSatisfy({ $0.allSatisfy { $0.isLetter || "-’'".contains($0) } })
        else {
            return false
        }
        if ["mr", "mrs", "ms", "miss", "dr"].contains(words[0]) { return true }
        // ‘Smith, John’ has the first name last.
        return first.contains(words[0]) || text.contains(",") && first.contains(words[words.count - 1])
    }

    /// The commonest first names of England and Wales, of people now young and old.
    private static let first: Set<String> = Set(
        """
        aaron abigail adam adrian aisha alan albert alex alexander alice alison amanda amelia amy andrea andrew angela ann \
        anna anne anthony arthur barbara ben benjamin brenda brian callum carol caroline catherine charles charlotte chloe \
        christine christopher claire colin craig daniel darren david dawn dean deborah denise dennis derek diane donna \
        dorothy edward eileen elizabeth ella emily emma eric eva evie fatima fiona frances frank freya gareth gary gemma \
        george gillian grace graham grace hannah harry heather helen henry ian isaac isabella isla jack jacob jacqueline \
        jake james jamie jane janet jason jean jennifer jessica joan joanne john jonathan joseph joshua joyce judith julia \
        julie karen kathleen katie keith kelly kenneth kevin kimberley laura lauren leah lee leo lewis liam lily linda lisa \
        louise lucas lucy luke lynn margaret maria marie mark martin mary matthew megan melanie michael michelle mohammed \
        muhammad natalie natasha nathan neil nicholas nicola noah oliver olivia oscar owen pamela patricia patrick paul \
        pauline peter philip poppy rachel raymond rebecca richard robert roger ronald rosemary rosie roy russell ruth ryan \
        sally samantha samuel sandra sarah scott sean sharon sheila shirley simon sophia sophie stacey stephanie stephen \
        steven stuart susan suzanne teresa terence thomas timothy tony tracey tracy valerie vanessa victoria vincent \
        wayne wendy william yvonne zoe
        """.split(separator: " ").map(String.init))
}
