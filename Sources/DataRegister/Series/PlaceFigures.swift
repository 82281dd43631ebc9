import Storage

/// One measure in one period, place by place: what a comparison stands on.
public struct PlaceFigures: Hashable, Sendable {
    /// One place and its number.
    public struct Row: Hashable, Sendable {
        public let place: Place
        /// Nil is missing, never zero.
        public let number: Double?
        /// Whose police recorded it, where the set tells.
        public let force: String?
        /// How many small areas of it have rows, where the set tells.
        public let areas: Int?

        public init(_ place: Place, _ number: Double?, by force: String? = nil, areas: Int? = nil) {
            self.place = place
            self.number = number
            self.force = force
            self.areas = areas
        }

        /// The number as a count.
        public var count: Int? { number.flatMap { Int(exactly: $0.rounded()) } }
    }

    public let measure: Measure
    public let period: Period
    /// Why only a part of the period is covered; nil where all of it is.
    public let part: String?
    /// By name.
    public let rows: [Row]
    public let citation: Citation
    /// What must be said beside any comparison of them.
    public let cautions: [String]
    /// Which of its counts are not told.
    public let smallCounts: SmallCounts

    public init(
        measure: Measure, period: Period, part: String?, rows: [Row], citation: Citation, cautions: [String] = [],
        smallCounts: SmallCounts = .none
    ) {
        self.measure = measure
        self.period = period
        self.part = part
        self.rows = rows
        self.citation = citation
        self.cautions = cautions
        self.smallCounts = smallCounts
    }
}
