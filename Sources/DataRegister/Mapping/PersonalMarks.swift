/// What stands inside a cell that tells who somebody is, wherever in it: `Ramsgate CT11 8NJ`, `NHS9434765919`.
struct PersonalMarks: Hashable {
    var hasEmail = false
    var hasPostcode = false
    var hasTelephone = false
    /// ‘born’, ‘DOB’ or ‘birth’, and a date behind it.
    var hasBirth = false
    /// A number that is said to be one of the NHS.
    var hasNamedNHSNumber = false
    /// Numbers of ten digits, and how many of them have the check digit of the NHS: by chance one in eleven has.
    var tenDigits = 0
    var checked = 0

    var hasNone: Bool { self == PersonalMarks() }

    init() {}

    init(in text: String) {
        let letters = Self.plain(text)
        guard letters.contains(where: { $0.isDigit || $0 == Self.at }) else { return }
        hasEmail = Self.findsEmail(letters)
        hasPostcode = letters.indices.contains { PostcodeForm.begins(at: $0, of: letters) }
        hasBirth = Self.findsBirth(letters)
        for run in DigitRun.all(in: letters) {
            if run.isTelephone { hasTelephone = true }
            for number in run.tenDigitNumbers {
                tenDigits += 1
                guard PersonalColumn.isNHSNumber(number) else { continue }
                checked += 1
                if run.isNamedNHS { hasNamedNHSNumber = true }
            }
        }
    }

    private static let at = UInt8(ascii: "@")

    /// In small letters of ASCII. Blanks of every kind are one kind, and so are dashes; what else there is stands for a letter.
    private static func plain(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x41...0x5A: UInt8(scalar.value) + 32
            case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: UInt8(ascii: " ")
            case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
            case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10) + UInt8(ascii: "0")
            case 0..<0x80: UInt8(scalar.value)
            default: UInt8(ascii: "z")
            }
        }
    }

    private static func findsEmail(_ letters: [UInt8]) -> Bool {
        letters.indices.contains { place in
            guard letters[place] == at, place > 0, letters[place - 1].isWord else { return false }
            let host = letters[(place + 1)...].prefix {
                $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
            }
            let parts = host.split(separator: UInt8(ascii: "."))
            return parts.count > 1 && parts.dropFirst().contains { $0.count > 1 && $0.allSatisfy(\.isLetter) }
        }
    }

    private static let birthWords = ["born", "dob", "d.o.b", "birth"].map { Array($0.utf8) }
    private static let nearBirth = 30

    private static func findsBirth(_ letters: [UInt8]) -> Bool {
        birthWords.contains { word in
            letters.indices.contains { place in
                letters[place...].starts(with: word)
                    && letters[place...].prefix(nearBirth).count(where: \.isDigit) >= 4
            }
        }
    }
}

/// Digits with single blanks, dashes, points or brackets between them.
private struct DigitRun {
    /// Digits that stand together.
    private(set) var groups: [[UInt8]] = []
    private(set) var hasPlus = false
    /// Whether ‘NHS’ stands before it.
    private(set) var isNamedNHS = false

    static func all(in letters: [UInt8]) -> [DigitRun] {
        var runs: [DigitRun] = []
        var place = 0
        while place < letters.count {
            guard letters[place].isDigit else {
                place += 1
                continue
            }
            var run = DigitRun()
            let before = letters[..<place]
            run.hasPlus = before.last == UInt8(ascii: "+")
            run.isNamedNHS = Array(before.suffix(12)).hasNHS
            place = run.read(letters, from: place)
            runs.append(run)
        }
        return runs
    }

    private mutating func read(_ letters: [UInt8], from start: Int) -> Int {
        var place = start
        while place < letters.count, letters[place].isDigit {
            let group = Array(letters[place...].prefix { $0.isDigit })
            groups.append(group)
            place += group.count
            var next = place
            while next < letters.count, next < place + 2, Self.between.contains(letters[next]) { next += 1 }
            guard next > place, next < letters.count, letters[next].isDigit else { break }
            place = next
        }
        return place
    }

    private static let between = Set(" -.()".utf8)

    /// Ten digits together, or parted as the NHS parts them: three, three and four.
    var tenDigitNumbers: [String] {
        var numbers = groups.filter { $0.count == 10 }
        for place in groups.indices.dropLast(2) where groups[place...].prefix(3).map(\.count) == [3, 3, 4] {
            numbers.append(Array(groups[place...].prefix(3).joined()))
        }
        return numbers.map { String(decoding: $0, as: UTF8.self) }
    }

    /// A British number: ten or eleven digits after a nought, or after +44.
    var isTelephone: Bool {
        groups.indices.contains { start in
            var digits: [UInt8] = []
            for group in groups[start...] {
                digits += group
                let isParted = group.count < digits.count
                let number = String(decoding: digits, as: UTF8.self)
                if Self.isTelephone(number, area: groups[start].count, isParted: isParted, hasPlus) { return true }
            }
            return false
        }
    }

    private static func isTelephone(_ digits: String, area: Int, isParted: Bool, _ hasPlus: Bool) -> Bool {
        var rest = digits[...]
        if hasPlus, rest.hasPrefix("44") {
            rest = rest.dropFirst(2)
        } else if rest.hasPrefix("0044") {
            rest = rest.dropFirst(4)
        } else {
            // A day with a time behind it begins with two digits.
            guard area > 2, rest.hasPrefix("0") else { return false }
        }
        if rest.hasPrefix("0") { rest = rest.dropFirst() }
        guard let kind = rest.first, "12378".contains(kind) else { return false }
        return rest.count == 10 || rest.count == 9 && kind == "1" && isParted
    }
}

extension Array where Element == UInt8 {
    /// Whether ‘NHS’ stands in it.
    fileprivate var hasNHS: Bool { indices.contains { self[$0...].starts(with: "nhs".utf8) } }
}

/// A postcode in full: `CT10 1AA`, with a blank, a dash, or nothing between its halves.
enum PostcodeForm {
    /// - Parameter letters: small ones.
    static func begins(at start: Int, of letters: [UInt8]) -> Bool {
        guard letters[start].isLetter, start == 0 || !letters[start - 1].isWord else { return false }
        let area = letters[start...].prefix { $0.isLetter }
        guard area.count <= 2, areas.contains(String(decoding: area, as: UTF8.self)) else { return false }
        let rest = letters[(start + area.count)...]
        guard rest.first?.isDigit == true else { return false }
        // ‘M1’, ‘CT10’, ‘EC1A’: one place or two behind the area.
        return [1, 2].contains { length in
            let district = rest.prefix(length)
            guard district.count == length, district.allSatisfy(\.isWord) else { return false }
            return ends(rest.dropFirst(length))
        }
    }

    /// The second half, and nothing that goes on behind it.
    private static func ends(_ text: ArraySlice<UInt8>) -> Bool {
        let blanks = text.prefix(3).prefix { " -.".utf8.contains($0) }
        let half = text.dropFirst(blanks.count).prefix(3)
        guard half.count == 3, let first = half.first, first.isDigit, half.dropFirst().allSatisfy(inward.contains)
        else { return false }
        return text.dropFirst(blanks.count + 3).first.map { !$0.isWord } ?? true
    }

    /// C, I, K, M, O and V are in no second half.
    private static let inward = Set("abdefghjlnpqrstuwxyz".utf8)
    static let areas = Set(
        """
        ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl \
        gu gy ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa \
        pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws \
        wv yo je ze
        """.split(separator: " ").map(String.init))
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    /// Small ones.
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isWord: Bool { isDigit || isLetter }
}
