/// The kinds of place that the files speak of, finest first.
public enum PlaceLevel: String, CaseIterable, Codable, Sendable {
    case lsoa, ward, district
    /// A Community Safety Partnership's area. It may hold several districts, and a district several of them.
    case partnership
    /// The area of one police force.
    case policeForce
    /// A county, or a unitary authority where the ONS lists the two together.
    case county

    /// "LSOA", "Community Safety Partnership": as it is read inside a sentence.
    public var name: String {
        switch self {
        case .lsoa: "LSOA"
        case .ward: "ward"
        case .district: "district"
        case .partnership: "Community Safety Partnership"
        case .policeForce: "police force area"
        case .county: "county"
        }
    }

    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension PlaceLevel: Comparable {
    public static func < (one: PlaceLevel, other: PlaceLevel) -> Bool { one.order < other.order }
}

/// That one place lies in another: Thanet 001A in the ward Cliftonville West, as of 2018.
public struct PlaceLink: Hashable, Sendable {
    public let child: LookupPlace
    public let parent: LookupPlace

    public init(child: LookupPlace, parent: LookupPlace) {
        self.child = child
        self.parent = parent
    }
}

/// A place as a lookup names it.
public struct LookupPlace: Hashable, Sendable {
    /// The nine characters of the ONS: `E01024657`.
    public let code: String
    public let name: String
    public let level: PlaceLevel
    /// The year of the boundaries, which the column's name carries: 2011 for `LSOA11CD`; nil where it carries none.
    public let vintage: Int?

    public init(code: String, name: String, level: PlaceLevel, vintage: Int?) {
        self.code = code
        self.name = name
        self.level = level
        self.vintage = vintage
    }
}

/// A table of which place lies in which, as the ONS publishes them: a column of codes and one of names for each level.
///
/// Recognised pairs are `LSOA11CD`/`LSOA11NM`, `WD18CD`/`WD18NM`, `LAD18CD`/`LAD18NM` and the like for partnerships
/// (`csp`), police force areas (`pfa`) and counties (`cty`, `ctyua`), with any year or none, also written `ltla24_code`/`ltla24_name`. Other
/// columns are left alone. Rows may repeat: a link is given once.
public struct LookupFile: Sendable {
    /// The levels the file has, finest first.
    public let levels: [PlaceLevel]
    /// Every link from a level to each coarser one, in the order of the file.
    public let links: [PlaceLink]
    /// Rows read, the header not counted.
    public let rows: Int

    /// - Parameter file: the file as the person who gave it calls it; errors name it.
    /// - Throws: `DataFileError` where the file is not plain CSV, has fewer than two recognised pairs or no row, or
    ///   where a row has a blank or ill-formed code, a blank name, a name that contradicts an earlier row, or puts a
    ///   place in two parents. Only a district may lie in several partnerships, as merged districts do.
    public init(_ bytes: [UInt8], file: String) throws(DataFileError) {
        var text = try DelimitedText(bytes, file: file)
        let columns = try Self.columns(of: text)
        var links = PlaceLinks()
        var rows = 0
        while let row = try text.next() {
            rows += 1
            var places: [LookupPlace] = []
            for column in columns { places.append(try column.place(in: row, of: text)) }
            for (index, child) in places.enumerated() {
                try links.check(child, at: row.line, of: text, column: columns[index])
                for parent in places[(index + 1)...] {
                    try links.add(PlaceLink(child: child, parent: parent), at: row.line, of: text)
                }
            }
        }
        guard rows > 0 else { throw text.failure("there is a header and nothing below it", "Download the file again.") }
        self.levels = columns.map(\.level)
        self.links = links.inOrder
        self.rows = rows
    }

    private static func columns(of text: DelimitedText) throws(DataFileError) -> [PlaceColumns] {
        let found = Result { () throws(DataFileError) in try PlaceColumns.all(in: text) }
        if case .success(let columns) = found, columns.count >= 2 { return columns }
        if PostcodeFile.isHeader(text.header) {
            throw text.failure(
                line: 1, "it is a table of postcodes, which says of each in what small area it lies",
                "Choose ‘Postcodes’ as what the file is, and give it again.")
        }
        _ = try found.get()
        throw text.failure(
            line: 1, "the header names fewer than two levels of place",
            """
            A lookup has pairs such as LSOA11CD and LSOA11NM, WD18CD and WD18NM, LAD18CD and LAD18NM, \
            csp24_code and csp24_name, pfa24_code and pfa24_name. Here are \(DelimitedText.list(text.header)).
            """)
    }
}

/// The links so far, and what is needed to see a contradiction.
private struct PlaceLinks {
    private struct Key: Hashable {
        let code: String
        let level: PlaceLevel
        let parentLevel: PlaceLevel
    }

    private(set) var inOrder: [PlaceLink] = []
    private var seen: Set<PlaceLink> = []
    private var parents: [Key: (code: String, line: Int)] = [:]
    private var names: [String: (name: String, line: Int)] = [:]

    mutating func check(
        _ place: LookupPlace, at line: Int, of text: DelimitedText, column: PlaceColumns
    ) throws(DataFileError) {
        if let known = names[place.code] {
            guard known.name != place.name else { return }
            throw text.failure(
                line: line, column: column.nameHeader,
                "\(place.code) is called ‘\(place.name)’ here and ‘\(known.name)’ on line \(known.line)",
                "A code has one name: correct one of the two.")
        }
        names[place.code] = (place.name, line)
    }

    mutating func add(_ link: PlaceLink, at line: Int, of text: DelimitedText) throws(DataFileError) {
        let (child, parent) = (link.child, link.parent)
        if child.level != .district || parent.level != .partnership {
            let key = Key(code: child.code, level: child.level, parentLevel: parent.level)
            if let known = parents[key] {
                guard known.code != parent.code else { return }
                throw text.failure(
                    line: line,
                    "the \(child.level.name) \(child.code) lies in \(parent.code) here and in \(known.code) on line \(known.line)",
                    "It can lie in one \(parent.level.name) only: correct one of the two.")
            }
            parents[key] = (parent.code, line)
        }
        if seen.insert(link).inserted { inOrder.append(link) }
    }
}

/// Where a file keeps the code and the name of one level of place.
struct PlaceColumns {
    let level: PlaceLevel
    let vintage: Int?
    let code: Int
    let name: Int
    let codeHeader: String
    let nameHeader: String

    /// Every pair of code and name in the header, finest level first.
    /// - Throws: `DataFileError` where a code has no name beside it, or a level comes twice.
    static func all(in text: DelimitedText) throws(DataFileError) -> [PlaceColumns] {
        let headings = text.header.map(Heading.init)
        var found: [PlaceColumns] = []
        for (index, heading) in headings.enumerated() where heading?.part == .code {
            guard let heading else { continue }
            let header = text.header[index]
            let partner = headings.firstIndex { $0 == Heading(heading.level, heading.vintage, .name) }
            guard let partner else {
                throw text.failure(
                    line: 1, column: header, "there is a column of codes without its column of names",
                    "Add the names beside it, as in LSOA11CD and LSOA11NM.")
            }
            if let twin = found.first(where: { $0.level == heading.level }) {
                throw text.failure(
                    line: 1, column: header, "the \(heading.level.name) is given twice, in ‘\(twin.codeHeader)’ too",
                    "Keep the columns of one year and remove the others.")
            }
            found.append(
                PlaceColumns(
                    level: heading.level, vintage: heading.vintage, code: index, name: partner,
                    codeHeader: header, nameHeader: text.header[partner]))
        }
        return found.sorted { $0.level < $1.level }
    }

    /// - Throws: `DataFileError` where the code is not a letter and eight digits, or the name is blank.
    func place(in row: DelimitedText.Row, of text: DelimitedText) throws(DataFileError) -> LookupPlace {
        let (code, name) = (row[self.code], row[self.name])
        let characters = Array(code.utf8)
        let isCode =
            characters.count == 9 && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(characters[0])
            && characters.dropFirst().allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        guard isCode else {
            throw text.failure(
                line: row.line, column: codeHeader,
                code.isEmpty ? "the code is blank" : "‘\(code.prefix(40))’ is not the code of a place",
                "A code is a letter and eight digits, such as E01024657.")
        }
        guard name.contains(where: { !$0.isWhitespace }) else {
            throw text.failure(
                line: row.line, column: nameHeader, "the name of \(code) is blank", "Fill it in, or remove the row.")
        }
        return LookupPlace(code: code, name: name, level: level, vintage: vintage)
    }

    /// What a column's name says: `LSOA11CD` is the code of LSOAs of 2011.
    private struct Heading: Equatable {
        enum Part { case code, name }

        let level: PlaceLevel
        let vintage: Int?
        let part: Part

        private static let levels: [(String, PlaceLevel)] = [
            ("lsoa", .lsoa), ("wd", .ward), ("ward", .ward), ("lad", .district), ("ltla", .district),
            ("district", .district), ("csp", .partnership), ("pfa", .policeForce), ("ctyua", .county), ("cty", .county),
        ]
        private static let parts: [(String, Part)] = [("cd", .code), ("code", .code), ("nm", .name), ("name", .name)]

        init(_ level: PlaceLevel, _ vintage: Int?, _ part: Part) {
            self.level = level
            self.vintage = vintage
            self.part = part
        }

        init?(_ header: String) {
            let key = header.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
            for (prefix, level) in Self.levels where key.hasPrefix(prefix) {
                for (suffix, part) in Self.parts where key.dropFirst(prefix.count).hasSuffix(suffix) {
                    let digits = key.dropFirst(prefix.count).dropLast(suffix.count)
                    guard digits.isEmpty || digits.count == 2, digits.allSatisfy(\.isNumber) else { continue }
                    self.init(level, Int(digits).map { $0 + 2000 }, part)
                    return
                }
            }
            return nil
        }
    }
}
