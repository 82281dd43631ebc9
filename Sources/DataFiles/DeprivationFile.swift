/// How deprived small areas are: a table of the Index of Multiple Deprivation, a row for each LSOA.
///
/// The places stand in a pair such as `lsoa11_code`/`lsoa11_name`; the index in columns whose names have `IMD` and `score`,
/// `rank` or `decile` in them. Others are left alone.
public struct DeprivationFile: Sendable {
    /// What the index says of one small area.
    public struct Area: Hashable, Sendable {
        public let code: String
        public let name: String
        public let score: Double
        /// 1 is the most deprived.
        public let rank: Int
        /// 1 is the most deprived tenth.
        public let decile: Int
    }

    public let areas: [Area]
    /// The year of the index, which the name of the file or of a column carries: 2015 for `imd2015.csv`.
    public let year: Int
    /// The year of the areas, where the header tells: 2011 for `lsoa11_code`.
    public let vintage: Int?

    /// - Parameter file: the file as the person who gave it calls it; errors name it.
    /// - Throws: `DataFileError` where the file is not plain CSV, lacks the areas or the index, or a row is unsound.
    public init(_ bytes: [UInt8], file: String) throws(DataFileError) {
        var text = try DelimitedText(bytes, file: file)
        guard let places = try PlaceColumns.all(in: text).first(where: { $0.level == .lsoa }) else {
            throw text.failure(
                line: 1, "the header names no small areas",
                "The table has a pair such as lsoa11_code and lsoa11_name. Here are \(DelimitedText.list(text.header))."
            )
        }
        let (score, rank, decile) = (
            try Self.column("score", of: text), try Self.column("rank", of: text), try Self.column("decile", of: text)
        )
        var areas: [Area] = []
        var seen: Set<String> = []
        while let row = try text.next() {
            let place = try places.place(in: row, of: text)
            guard seen.insert(place.code).inserted else {
                throw text.failure(
                    line: row.line, column: places.codeHeader, "\(place.code) stands in the table twice",
                    "Remove one of the two rows.")
            }
            guard let points = Double(row[score]), points.isFinite, points >= 0 else {
                throw Self.failure("a score", score, row, text)
            }
            guard let position = Int(row[rank]), position > 0 else { throw Self.failure("a rank", rank, row, text) }
            guard let tenth = Int(row[decile]), (1...10).contains(tenth) else {
                throw Self.failure("a tenth, 1 to 10", decile, row, text)
            }
            areas.append(Area(code: place.code, name: place.name, score: points, rank: position, decile: tenth))
        }
        guard !areas.isEmpty else {
            throw text.failure("there is a header and nothing below it", "Download the file again.")
        }
        self.areas = areas
        vintage = places.vintage
        guard let year = Self.year(in: [file] + text.header) else {
            throw text.failure(
                "neither its name nor its header tells the year of the index",
                "Call it by its year, such as imd2015.csv, and give it again.")
        }
        self.year = year
    }

    /// Four digits on end that make a year since the first index.
    private static func year(in names: [String]) -> Int? {
        names.lazy.flatMap { $0.split { !$0.isNumber } }.filter { $0.count == 4 }.compactMap { Int($0) }
            .first { (2000...2100).contains($0) }
    }

    private static func column(_ part: String, of text: DelimitedText) throws(DataFileError) -> Int {
        let found = text.header.firstIndex { heading in
            let heading = heading.lowercased()
            return heading.contains(part) && (heading.contains("imd") || heading.contains("index of multiple"))
        }
        if let found { return found }
        throw text.failure(
            line: 1, "the header lacks the index’s \(part)",
            "The table has columns such as IMD_score, IMD_rank and IMD_decile. Here are \(DelimitedText.list(text.header))."
        )
    }

    private static func failure(
        _ what: String, _ column: Int, _ row: DelimitedText.Row, _ text: DelimitedText
    ) -> DataFileError {
        text.failure(
            line: row.line, column: text.header[column], "‘\(row[column].prefix(20))’ is not \(what)",
            "Correct it, or download the file again.")
    }
}
