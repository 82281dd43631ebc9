import DataFiles
import Membership
import Storage
import Wording

/// A CSV file of people, read whole: every person in it, or everything that is wrong with it.
struct PeopleFile {
    /// What is wrong with one cell.
    struct Fault: Hashable, CustomStringConvertible {
        let line: Int
        let column: String
        let problem: String

        var description: String { "Line \(line), column ‘\(column)’: \(problem)" }
    }

    private(set) var people: [PersonDetails] = []
    private(set) var faults: [Fault] = []

    private static let limits = DelimitedText.Limits(rows: 5_000, columns: 50)
    private let agencies: [String: ID<Agency>]
    private let known: Set<EmailAddress>
    private var lines: [EmailAddress: Int] = [:]

    /// - Parameters:
    ///   - agencies: those that take part, which the file may name.
    ///   - known: the addresses of people who are here already.
    /// - Throws: `DataFileError` where it is no such file at all.
    init(_ bytes: [UInt8], named file: String, agencies: [Agency], known: Set<EmailAddress>) throws(DataFileError) {
        self.known = known
        self.agencies = Dictionary(
            agencies.map { ($0.name.lowercased(), $0.id) }, uniquingKeysWith: { first, _ in first })
        var text = try DelimitedText(bytes, file: file, limits: Self.limits)
        let name = try text.requiredColumn(named: "name")
        let email = try text.requiredColumn(named: "email")
        let agency = text.column(named: "agency")
        while let row = try text.next() {
            read(row.line, name: row[name], email: row[email], agency: agency.map { row[$0] } ?? "")
        }
        if people.isEmpty && faults.isEmpty {
            throw text.failure("there are no people in it", "Put each person on a line below the header.")
        }
    }

    private mutating func read(_ line: Int, name: String, email: String, agency: String) {
        let before = faults.count
        func trimmed(_ text: String) -> String {
            String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        let (name, email, agency) = (trimmed(name), trimmed(email), trimmed(agency))
        if name.isEmpty { fault(line, "name", "there is no name") }
        if name.count > 200 { fault(line, "name", "the name has more than 200 characters") }
        if name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            fault(line, "name", "it has characters that cannot be seen")
        }
        let address = checked(email, line)
        let works = agencies[agency.lowercased()]
        if works == nil, !agency.isEmpty { fault(line, "agency", "no agency here is called ‘\(agency)’") }
        if faults.count == before { people.append(PersonDetails(name: name, email: address, agency: works)) }
    }

    private mutating func checked(_ email: String, _ line: Int) -> EmailAddress? {
        guard !email.isEmpty else { return nil }
        guard let address = EmailAddress(email) else {
            fault(line, "email", "‘\(email)’ is not an email address")
            return nil
        }
        if known.contains(address) { fault(line, "email", "\(address) is here already") }
        if let first = lines[address] { fault(line, "email", "\(address) is on line \(first) too") }
        lines[address] = lines[address] ?? line
        return address
    }

    private mutating func fault(_ line: Int, _ column: String, _ problem: String) {
        faults.append(Fault(line: line, column: column, problem: problem))
    }
}
