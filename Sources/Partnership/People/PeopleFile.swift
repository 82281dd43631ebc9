import DataFiles
import Membership
import Storage
import Wording

/// A CSV file of people, read whole: who is in it, what is not taken from it, and everything that is wrong with it.
struct PeopleFile {
    /// What is wrong in one place.
    struct Fault: Hashable, CustomStringConvertible {
        let line: Int
        /// “column ‘Email’”, “column 5”; nil where it is the row as a whole.
        let place: String?
        let problem: String

        var description: String { "Line \(line)\(place.map { ", \($0)" } ?? ""): \(problem)" }
    }

    /// A person as the file has them, in words.
    struct Entry: Codable, Hashable {
        var line = 0
        var name = ""
        var email = ""
        var agency = ""
        var telephone = ""
    }

    private(set) var people: [PersonDetails] = []
    /// Those who were entered, as the file has them, in the same order.
    private(set) var entries: [Entry] = []
    private(set) var faults: [Fault] = []
    /// Those who are here already, and are not entered again.
    private(set) var hereAlready: [Entry] = []
    /// The columns that are not read.
    private(set) var unread: [String] = []
    private(set) var isWindows1252 = false

    private static let limits = DelimitedText.Limits(rows: 5_000, columns: 50)
    private let agencies: [String: ID<Agency>]
    private let known: Set<EmailAddress>
    private var lines: [EmailAddress: Int] = [:]
    /// What the file calls its columns.
    private var titles = (name: "Name", email: "Email", agency: "Agency", telephone: "Telephone")

    /// - Parameters:
    ///   - agencies: those that take part, which the file may name.
    ///   - known: the addresses of people who are here already.
    /// - Throws: `DataFileError` where it is no such file at all.
    init(_ bytes: [UInt8], named file: String, agencies: [Agency], known: Set<EmailAddress>) throws(DataFileError) {
        self.init(agencies: agencies, known: known)
        let table = try SpreadsheetTable(bytes, file: file, limits: Self.limits)
        isWindows1252 = table.isWindows1252
        let name = table.column(named: Self.names)
        let email = table.column(named: Self.emails)
        let agency = table.column(named: Self.agencies)
        let telephone = table.column(named: Self.telephones)
        guard let name, let email else {
            let columns = table.header.map { "‘\($0.prefix(60))’" }.inWords
            throw DataFileError(
                file: file, line: 1,
                problem:
                    "there is no column \([name == nil ? "‘Name’" : nil, email == nil ? "‘Email’" : nil].compactMap(\.self).inWords)",
                advice:
                    "The first line names the columns: Name and Email, and Agency and Telephone if you like. Here it "
                    + "has \(columns.isEmpty ? "none" : columns).")
        }
        let title = table.header
        titles.name = title[name]
        titles.email = title[email]
        if let agency { titles.agency = title[agency] }
        if let telephone { titles.telephone = title[telephone] }
        let read = [name, email, agency, telephone].compactMap(\.self)
        unread = title.indices.filter { !read.contains($0) && !title[$0].isEmpty }.map { title[$0] }
        for fault in table.faults { faults.append(Fault(line: fault.line ?? 1, place: nil, problem: fault.problem)) }
        for row in table.rows {
            func cell(_ column: Int?) -> String {
                column.flatMap { row.fields.indices.contains($0) ? row.fields[$0] : nil } ?? ""
            }
            beyond(row, columns: title.count)
            take(
                Entry(
                    line: row.line, name: cell(name), email: cell(email), agency: cell(agency),
                    telephone: cell(telephone)))
        }
        faults.sort { $0.line < $1.line }
        if people.isEmpty && faults.isEmpty && hereAlready.isEmpty {
            throw DataFileError(
                file: file, problem: "there are no people in it", advice: "Put each person on a line below the header.")
        }
    }

    /// The same of entries that were read before, and looked over since.
    init(_ entries: [Entry], agencies: [Agency], known: Set<EmailAddress>) {
        self.init(agencies: agencies, known: known)
        for entry in entries.prefix(Self.limits.rows) { take(entry) }
    }

    private init(agencies: [Agency], known: Set<EmailAddress>) {
        self.known = known
        self.agencies = Dictionary(
            agencies.map { ($0.name.lowercased(), $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    private static let names = ["name", "full name"]
    private static let emails = ["email", "e-mail", "email address", "e-mail address"]
    private static let agencies = ["agency", "organisation", "works for"]
    private static let telephones = ["telephone", "phone", "telephone number", "phone number"]

    /// What stands beyond the last column belongs to none: most often a comma within a value parted it.
    private mutating func beyond(_ row: DelimitedText.Row, columns: Int) {
        guard
            let place = row.fields.indices.dropFirst(columns).first(where: {
                !row.fields[$0].allSatisfy(\.isWhitespace)
            })
        else { return }
        faults.append(
            Fault(
                line: row.line, place: "column \(place + 1)",
                problem:
                    "‘\(row.fields[place].prefix(60))’ stands beyond the last column; put a value with a comma in it "
                    + "into double quotes"))
    }

    private mutating func take(_ entry: Entry) {
        let before = faults.count
        let entry = Entry(
            line: entry.line, name: Self.trimmed(entry.name), email: Self.trimmed(entry.email),
            agency: Self.trimmed(entry.agency), telephone: Self.trimmed(entry.telephone))
        let line = entry.line
        if entry.name.isEmpty { fault(line, titles.name, "there is no name") }
        if entry.name.count > 200 { fault(line, titles.name, "the name has more than 200 characters") }
        if entry.name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            fault(line, titles.name, "it has characters that cannot be seen")
        }
        let address = checked(entry.email, line)
        let works = agencies[entry.agency.lowercased()]
        if works == nil, !entry.agency.isEmpty {
            fault(line, titles.agency, "no agency here is called ‘\(entry.agency.prefix(60))’")
        }
        let telephone = TelephoneNumber(entry.telephone)
        if telephone == nil, !entry.telephone.isEmpty {
            fault(line, titles.telephone, "‘\(entry.telephone.prefix(60))’ is not a telephone number")
        }
        guard faults.count == before else { return }
        if let address, known.contains(address) {
            hereAlready.append(entry)
        } else {
            people.append(PersonDetails(name: entry.name, email: address, agency: works, telephone: telephone))
            entries.append(entry)
        }
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    private mutating func checked(_ email: String, _ line: Int) -> EmailAddress? {
        guard !email.isEmpty else { return nil }
        guard let address = EmailAddress(email) else {
            fault(line, titles.email, "‘\(email.prefix(60))’ is not an email address")
            return nil
        }
        if let first = lines[address] { fault(line, titles.email, "\(address) is on line \(first) too") }
        lines[address] = lines[address] ?? line
        return address
    }

    private mutating func fault(_ line: Int, _ column: String, _ problem: String) {
        faults.append(Fault(line: line, place: "column ‘\(column)’", problem: problem))
    }
}
