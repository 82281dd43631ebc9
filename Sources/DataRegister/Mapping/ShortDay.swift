import Storage

/// A day whose year has two figures: `24.02.63`, `9/11/63`, `09-10-74`.
enum ShortDay {
    /// The two figures; nil where it is written in another way, or is no day.
    static func year(of text: String) -> Int? {
        let parts = text.split(omittingEmptySubsequences: false) { "./-".contains($0) }
        guard parts.count == 3, parts[2].utf8.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
            let year = number(parts[2]), let first = number(parts[0]), let second = number(parts[1]),
            // Of the day and the month either may come first.
            Day(year: 2000, month: second, number: first) != nil || Day(year: 2000, month: first, number: second) != nil
        else { return nil }
        return year
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    /// No file tells of months before 1998 (``Month/earliestOfData``): what can only be of those is long ago.
    private static let certain = 50...97
    /// So many years before what a file is of, and it is nothing that happened in it.
    static let long = 10

    /// - Parameter newest: the newest year of the file; nil where it is not known.
    static func isLongAgo(_ year: Int, upTo newest: Int?) -> Bool {
        if certain.contains(year) { return true }
        guard let newest else { return false }
        // The latest such year that is not after the file.
        let past = newest - ((newest - year) % 100 + 100) % 100
        return newest - past > long
    }

    /// As a year of a file: 15 is 2015.
    static func recent(_ year: Int) -> Int { year < certain.lowerBound ? 2000 + year : 1900 + year }
}

/// `DC 80`, `J.S. (45)`, `AB, aged 34`: somebody by their initials and age.
struct InitialsWithAge: Hashable {
    let letters: String
    let age: Int

    static let longest = 20

    init?(_ text: String) {
        let form =
            #/([A-Z]\.? ?[A-Z]\.?(?: ?[A-Z]\.?)?)(?:[ ,\/]{1,2}|(?=\())\(?(?:[Aa]ged? ?)?(\d{1,3})(?: ?y(?:rs?|ears)?)?\)?/#
        guard let match = text.wholeMatch(of: form), let age = Int(match.output.2), (0...115).contains(age) else {
            return nil
        }
        letters = String(match.output.1.filter(\.isLetter))
        self.age = age
    }

    /// Of those with two letters.
    static func isPostcodeArea(_ letters: String) -> Bool { PostcodeForm.areas.contains(letters.lowercased()) }
}
