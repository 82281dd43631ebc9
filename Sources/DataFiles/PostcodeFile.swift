/// Which small area each postcode lies in: a column of postcodes and one of the codes of LSOAs.
///
/// The columns are recognised by names such as `postcode` or `pcds`, and `lsoa11_code` or `LSOA11CD`. Others are left alone.
public struct PostcodeFile: Sendable {
    /// One postcode, without its blank, and the code of the small area it lies in.
    public struct Link: Hashable, Sendable {
        public let postcode: String
        public let lsoa: String
    }

    public let links: [Link]

    /// - Parameter file: the file as the person who gave it calls it; errors name it.
    /// - Throws: `DataFileError` where the file is not plain CSV, lacks a column, has no row, or a row is unsound.
    public init(_ bytes: [UInt8], file: String) throws(DataFileError) {
        var text = try DelimitedText(bytes, file: file, limits: .init(rows: 3_000_000))
        guard let (postcode, area) = Self.columns(in: text.header) else {
            throw text.failure(
                line: 1, "the header lacks a column of postcodes or one of the codes of small areas",
                "The table has columns such as postcode and lsoa11_code. Here are \(DelimitedText.list(text.header)).")
        }
        var links: [Link] = []
        var seen: Set<String> = []
        while let row = try text.next() {
            let letters = row[postcode].uppercased().filter { $0 != " " }
            guard (5...7).contains(letters.utf8.count),
                letters.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
            else {
                throw text.failure(
                    line: row.line, column: text.header[postcode], "‘\(row[postcode].prefix(20))’ is not a postcode",
                    "A postcode looks like CT10 1AA. Correct it, or remove the row.")
            }
            // A postcode that is not used any more lies nowhere.
            guard !row[area].isEmpty else { continue }
            guard row[area].utf8.count == 9, row[area].hasPrefix("E01") || row[area].hasPrefix("W01") else {
                throw text.failure(
                    line: row.line, column: text.header[area], "‘\(row[area].prefix(20))’ is not the code of an LSOA",
                    "A code is E01 or W01 and six digits. Correct it, or remove the row.")
            }
            guard seen.insert(letters).inserted else {
                throw text.failure(
                    line: row.line, column: text.header[postcode], "\(row[postcode]) stands in the table twice",
                    "Remove one of the two rows.")
            }
            links.append(Link(postcode: letters, lsoa: row[area]))
        }
        guard !links.isEmpty else {
            throw text.failure("there is a header and nothing below it", "Download the file again.")
        }
        self.links = links
    }

    /// Whether a table with this header is one of postcodes.
    static func isHeader(_ header: [String]) -> Bool { columns(in: header) != nil }

    private static func columns(in header: [String]) -> (postcode: Int, area: Int)? {
        let plain = header.map { heading in heading.lowercased().filter { $0.isLetter || $0.isNumber } }
        guard let postcode = plain.firstIndex(where: { ["postcode", "pcds", "pcd", "pcd7", "pcd8"].contains($0) }),
            let area = plain.firstIndex(where: { $0.hasPrefix("lsoa") && ($0.hasSuffix("code") || $0.hasSuffix("cd")) })
        else { return nil }
        return (postcode, area)
    }
}
