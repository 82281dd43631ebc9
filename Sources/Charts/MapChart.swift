/// Areas of a district, or hexagons, shaded by value in at most five classes, zero apart, with a legend of ranges.
///
/// Areas come projected, in metres east and north. There is no map behind them: shape, neighbours and the numbers on
/// the three highest tell which is which, and the table tells all.
public struct MapChart: Chart, Hashable {
    public let title: String
    /// What is counted: "crimes". Values are not below zero.
    public let unit: String
    /// What an area is, in the singular: "LSOA", "ward", "hexagon".
    public let noun: String
    /// How areas came by their names, where it is not plain: "named after the LSOA most of its crimes are in".
    public let naming: String?
    public let format: ValueFormat
    public let areas: [Area]
    /// Lines to show where the areas lie, such as the district's boundary round hexagons.
    public let outline: [Ring]

    /// Points in metres; whether the last repeats the first does not matter.
    public typealias Ring = [Point]

    public init(
        title: String, unit: String, noun: String, naming: String? = nil, format: ValueFormat = .count,
        areas: [Area], outline: [Ring] = []
    ) {
        self.title = title
        self.unit = unit
        self.noun = noun
        self.naming = naming
        self.format = format
        self.areas = areas
        self.outline = outline
    }

    /// A point on the plane, in metres.
    public struct Point: Hashable, Sendable {
        public let x: Double
        public let y: Double

        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    public struct Area: Hashable, Sendable {
        /// Empty where the area has no name; it is then called by its rank.
        public let name: String
        /// One polygon for each piece of land: its outer ring, then its holes.
        public let polygons: [[Ring]]
        /// `nil` where there is no data.
        public let value: Double?
        /// Whether the value is kept back because it is small; the area is hatched and its number told nowhere.
        public let isSuppressed: Bool

        public init(name: String = "", polygons: [[Ring]], value: Double?, isSuppressed: Bool = false) {
            self.name = name
            self.polygons = polygons
            self.value = isSuppressed ? nil : value.flatMap { $0.isFinite ? max($0, 0) : nil }
            self.isSuppressed = isSuppressed
        }
    }

    public func spec(width: ChartWidth, accent: Colour) -> String {
        MapPicture(of: self, width: width, accent: accent).specification.description
    }
}
