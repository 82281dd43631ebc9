import DataRegister
import Meetings
import Publishing
import Reports
import Storage
import Wording

extension Installation {
    /// What names kept files, by the capability whose it is.
    static let namesKeptFiles: [any NamesKeptFiles] = [
        NamedDataFiles(), NamedPublicationFiles(), NamedAgendaFiles(), NamedReportFiles(),
    ]

    /// Takes kept files away that nothing names any more, asking all of these.
    var unnamedFiles: UnnamedFiles { UnnamedFiles(database, askedOf: Self.namesKeptFiles) }
}

extension KeptFileRegister {
    private static let mostNamed = 5

    /// “The kept file ab… is not there. What names it: the release ‘2014-06-kent-street.csv’, received on 9 February 2016.”
    ///
    /// - Parameter partnership: whose records are told; nil tells all, each with whose it is.
    func sentence(_ hash: FileHash, _ problem: FileProblem, in partnership: ID<Tenant>? = nil) -> String {
        let found = records(naming: hash).filter { partnership == nil || $0.partnership == partnership }
        guard !found.isEmpty else { return problem.sentence(hash) }
        var words = found.prefix(Self.mostNamed).map { record in
            partnership == nil ? "\(record.words) (partnership \(record.partnership))" : record.words
        }
        if found.count > words.count { words.append("and \((found.count - words.count).grouped) more") }
        return "\(problem.sentence(hash)) What names it: \(words.joined(separator: "; "))."
    }

    /// Whether a partnership's records name a file.
    func names(_ hash: FileHash, in partnership: ID<Tenant>) -> Bool {
        records(naming: hash).contains { $0.partnership == partnership }
    }
}

/// What is wrong with a kept file.
enum FileProblem {
    case damaged, missing

    func sentence(_ hash: FileHash) -> String {
        switch self {
        case .damaged: "The kept file \(hash) is not as it was received."
        case .missing: "The kept file \(hash) is not there."
        }
    }
}

extension Storage.Backup {
    /// What its records name and it does not hold.
    ///
    /// - Throws: `MovingFault`, `DatabaseFault`
    public func complaints() async throws -> [String] {
        let (register, missing) = try await missingFiles(namedBy: Installation.namesKeptFiles)
        return missing.map { register.sentence($0, .missing) }
    }
}
