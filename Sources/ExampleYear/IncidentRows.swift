/// Writes incidents as the twelve columns of data.police.uk, byte by byte.
struct IncidentRows {
    private(set) var bytes: [UInt8] = []
    private let middle: [UInt8]

    static let header = Array(
        """
        Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,\
        Last outcome category,Context\r\n
        """.utf8)
    private static let ending = Array(",\(ExampleYear.declaration)\r\n".utf8)
    private static let unplaced = Array(",,,No Location,,,".utf8)
    private static let digits = Array("0123456789abcdef".utf8)

    /// - Parameter month: written as `2014-01`.
    init(month: String) {
        middle = Array(",\(month),Kent Police,Kent Police".utf8)
    }

    mutating func begin() {
        bytes += Self.header
    }

    /// - Parameters:
    ///   - id: nil for anti-social behaviour, which has none.
    ///   - place: what `columns(of:in:)` gives; nil for an incident without a place.
    mutating func add(id: CrimeID?, place: [UInt8]?, type: [UInt8], outcome: [UInt8]) {
        if let id { addHexadecimal(id) }
        bytes += middle
        bytes += place ?? Self.unplaced
        bytes += type
        bytes.append(UInt8(ascii: ","))
        bytes += outcome
        bytes += Self.ending
    }

    /// Hands over what has been written and starts anew.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// The columns from Longitude to LSOA name, with a comma before and after.
    static func columns(of point: InventedPoint, in place: ExampleFacts.Place) -> [UInt8] {
        let position = degrees(point.longitude) + "," + degrees(point.latitude)
        return Array(",\(position),\(point.location),\(place.code),\(place.name),".utf8)
    }

    private mutating func addHexadecimal(_ id: CrimeID) {
        for word in [id.words.0, id.words.1, id.words.2, id.words.3] {
            for place in stride(from: 60, through: 0, by: -4) {
                bytes.append(Self.digits[Int(word >> UInt64(place) & 15)])
            }
        }
    }

    /// `1.391519` from millionths of a degree.
    private static func degrees(_ millionths: Int) -> String {
        let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        let decimals = String(rest)
        return (millionths < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: 6 - decimals.count) + decimals
    }
}

/// 256 bits that name a crime, written as 64 hexadecimal digits.
struct CrimeID {
    let words: (UInt64, UInt64, UInt64, UInt64)

    init(by random: inout ExampleRandom) {
        words = (random.next(), random.next(), random.next(), random.next())
    }
}
