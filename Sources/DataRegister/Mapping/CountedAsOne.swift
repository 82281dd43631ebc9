import Wording

/// Categories that a file writes in several ways and that are counted as one.
struct CountedAsOne {
    /// By measure, as they are written in the rows that are used.
    private var written: [String: Set<String>] = [:]
    /// More ways of writing one are not told.
    private static let most = 20

    /// - Parameter category: nil where every row is of one thing.
    mutating func take(_ category: String?, as measure: String) {
        guard let category, (written[measure]?.count ?? 0) < Self.most else { return }
        written[measure, default: []].insert(category)
    }

    /// "‘Assault’ and ‘assault’ are counted as one."
    ///
    /// - Parameter known: the measure of each category, as the mapping has it.
    func sentences(knowing known: [String: String]) -> [String] {
        let mapped = Dictionary(grouping: known.keys) { known[$0] ?? "" }
        return written.sorted { $0.key < $1.key }.compactMap { measure, here in
            Self.sentence(of: here.union(mapped[measure] ?? []))
        }
    }

    private static func sentence(of written: Set<String>) -> String? {
        let names = Set(written.map(\.singleBlanks)).sorted()
        if let unseen = written.first(where: \.hasUnseen) {
            return
                "‘\(unseen.singleBlanks.prefix(60))’ is written with characters that cannot be seen. They are left out."
        }
        guard written.count > 1 else { return nil }
        guard names.count > 1 else {
            return "‘\(names[0].prefix(60))’ is written with other blanks in some rows, and counted as one."
        }
        let told = "\(names.map { "‘\($0.prefix(60))’" }.inWords) are counted as one"
        return Set(names.map(CategoryName.init)).count == 1
            ? "\(told)." : "\(told), as it was said when the columns were first read."
    }
}
