/// What a set of street-level files says: counts by force, LSOA, month and type, with every row accounted for.
///
/// Nothing is ever de-duplicated: anti-social behaviour carries no Crime ID, and two incidents on one street in one
/// month are alike in every column.
public struct StreetCrimeCounts: Sendable {
    /// The forces that reported rows, in alphabetical order. `force` elsewhere is an index into this.
    public let forces: [String]
    /// The crime types, as written, in alphabetical order. `type` elsewhere is an index into this.
    public let types: [String]
    /// The LSOAs with at least one row, in order of code. `lsoa` elsewhere is an index into this.
    public let lsoas: [LSOA]
    /// The months with at least one row that was not refused, in order.
    public let months: [Month]
    /// What became of all rows.
    public let rows: RowTally
    /// What is covered: each force's month that has a row, in order of force and month. One not listed is missing,
    /// which is not zero.
    public let forceMonths: [ForceMonth]
    /// The CSVs read, in the order given; an archive's members in the archive's order.
    public let files: [FileSummary]
    /// The first 1,000 rows refused, in order of file and line.
    public let faults: [Fault]
    /// All rows refused, by reason.
    public let faultCounts: [FaultKind: Int]
    /// What a careful reader should know though nothing was refused for it, as plain sentences.
    public let remarks: [String]
    /// Members of archives that are not street-level files, such as outcomes: not read.
    public let skipped: [String]
    /// Rows whose Context begins "Generated example": where there is one, the release is an example and not real.
    public let generatedRows: Int
    /// Rows without an LSOA, in order of force, month and type.
    public let unplaced: [ForceCell]
    /// Rows with a place by map point, if asked for, in order of LSOA, point, month and type.
    public let points: [PointCount]
    /// What those points are called, where their rows say so, in order of place.
    public let streets: [Street]

    /// Stretches of LSOAs, each as the thread that joined it made it.
    let parts: [CellPages]
}

extension StreetCrimeCounts {
    /// A lower layer super output area: a neighbourhood of about 1,500 people.
    public struct LSOA: Hashable, Sendable {
        /// `E01024695`. Its letter is the country, E or W.
        public let code: String
        /// `Thanet 001A`
        public let name: String
        /// `Thanet`: the name without its last word.
        public let district: String
        /// Rows counted in it, all types and months.
        public let rows: Int
        /// The mean of its rows' map points, each row counted once: a place to put a label, not a centroid.
        public let position: Position?
    }

    /// A place on the ground.
    public struct Position: Hashable, Sendable {
        /// Degrees east, WGS 84.
        public let longitude: Double
        /// Degrees north, WGS 84.
        public let latitude: Double
    }

    /// A force's month: the unit in which releases are published and superseded.
    public struct ForceMonth: Hashable, Sendable {
        public let force: Int
        public let month: Month
        /// A row refused is counted here if its force and month could be read.
        public let rows: RowTally
        /// The CSV it came from: an index into `files`.
        public let file: Int
    }

    /// One CSV, alone or out of an archive.
    public struct FileSummary: Hashable, Sendable {
        /// `kent.csv`, or `archive.zip/2014-01/2014-01-kent-street.csv`.
        public let name: String
        /// Which of the files given it is, or is in: an index into the reader's argument.
        public let given: Int
        public let rows: RowTally
        public let generatedRows: Int
        /// Of its rows with a Crime ID, the share that repeat one; nil where that is no more than usual.
        let repeatedShare: Double?
    }

    /// How many rows have one force, LSOA, month and type. At least one.
    public struct Cell: Hashable, Sendable {
        public let force: Int
        public let lsoa: Int
        public let month: Month
        public let type: Int
        public let count: Int
    }

    /// How many rows without an LSOA have one force, month and type. At least one.
    public struct ForceCell: Hashable, Sendable {
        public let force: Int
        public let month: Month
        public let type: Int
        public let count: Int
    }

    /// How many rows have one map point, month and type. Points are anonymised: a cluster is not an address.
    public struct PointCount: Hashable, Sendable {
        public let lsoa: Int
        /// Millionths of a degree east, WGS 84.
        public let longitude: Int32
        /// Millionths of a degree north, WGS 84.
        public let latitude: Int32
        public let month: Month
        public let type: Int
        public let count: Int
    }

    /// What a map point is called. It stands for several streets, and its name is that of one of them.
    public struct Street: Hashable, Sendable {
        /// Millionths of a degree east, WGS 84.
        public let longitude: Int32
        /// Millionths of a degree north, WGS 84.
        public let latitude: Int32
        /// As published: "On or near High Street".
        public let name: String
    }

    /// The districts with at least one LSOA, in alphabetical order.
    public var districts: [String] { Set(lsoas.map(\.district)).sorted() }

    /// The counts that are not zero, in order of LSOA, month, force and type.
    public var cells: Cells { Cells(parts: parts) }
}
