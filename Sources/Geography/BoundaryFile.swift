/// A file of boundaries, read: GeoJSON (RFC 7946) or TopoJSON, in degrees (WGS84), of one level.
///
/// Files are taken as they are published: the properties that hold code and name are found by their usual names
/// (`LSOA11CD`, `WD13NM`, `ltla24_code`, `AREACD`…), and tell what kind of area it is and of which year.
public struct BoundaryFile: Sendable {
    /// The file as the person who gave it calls it.
    public let file: String
    public let level: BoundaryLevel
    /// The year of the geography, such as 2011 for LSOAs of the Census 2011; `nil` where the file doesn't say.
    public let vintage: Int?
    /// In the order of the file. No code stands twice.
    public let boundaries: [Boundary]

    /// Bounds that no honest file meets, so that a hostile one costs little.
    public struct Limits: Hashable, Sendable {
        public var bytes: Int
        public var features: Int
        /// Positions in all rings together.
        public var positions: Int

        public init(bytes: Int = 256 << 20, features: Int = 250_000, positions: Int = 10_000_000) {
            self.bytes = bytes
            self.features = features
            self.positions = positions
        }
    }

    /// Reads a file from its bytes.
    ///
    /// - Parameter file: what to call it in messages.
    /// - Throws: ``BoundaryFileError`` for anything but a sound file, naming the line and column where the text is
    ///   broken, or the feature and its code where an area is.
    public init(
        _ contents: some Sequence<UInt8>, named file: String, limits: Limits = Limits()
    ) throws(BoundaryFileError) {
        let bytes = Array(contents)
        do throws(Refusal) {
            try Self.checkOpening(bytes, limits: limits)
            var reader = BoundaryReader(bytes, limits: limits)
            let contents = try reader.read(named: file)
            self.file = file
            level = contents.level
            vintage = contents.vintage
            boundaries = contents.boundaries
        } catch {
            throw error.error(file: file, bytes: bytes)
        }
    }

    /// Names the other formats people have at hand, which would otherwise only be "not JSON".
    private static func checkOpening(_ bytes: [UInt8], limits: Limits) throws(Refusal) {
        let convert = "Download the boundaries as GeoJSON in WGS84 instead."
        switch bytes.first {
        case nil: throw Refusal("the file is empty", advice: "Fetch it again from its publisher.")
        case UInt8(ascii: "P") where bytes.starts(with: "PK".utf8):
            throw Refusal("this is a ZIP archive, perhaps a shapefile", advice: convert)
        case 0x1F where bytes.starts(with: [0x1F, 0x8B]):
            throw Refusal("this is compressed with gzip", advice: "Unpack it and give the file inside.")
        case UInt8(ascii: "<"): throw Refusal("this is XML or HTML, perhaps KML", advice: convert)
        case 0xFF, 0xFE, 0: throw Refusal("this is not text in UTF-8", advice: convert)
        default: break
        }
        if bytes.count > limits.bytes {
            throw Refusal(
                "the file is larger than \(limits.bytes >> 20) MB",
                advice: "Use the generalised boundaries (BGC or BSC) of the publisher, which look the same on a page.")
        }
    }
}
