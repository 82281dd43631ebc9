/// What a count of rows without an LSOA is of.
struct ForceKey: TableKey {
    let month: UInt16
    let force: UInt8
    let type: UInt8

    var folded: UInt64 { UInt64(month) | UInt64(force) << 16 | UInt64(type) << 24 }
}

/// What a map point's count is of.
struct PointKey: TableKey {
    /// Millionths of a degree.
    let longitude: Int32
    let latitude: Int32
    let lsoa: UInt32
    let month: UInt16
    let type: UInt16

    var folded: UInt64 {
        let place = UInt64(UInt32(bitPattern: longitude)) | UInt64(UInt32(bitPattern: latitude)) << 32
        let rest = UInt64(lsoa) | UInt64(month) << 32 | UInt64(type) << 48
        return place &* 0x9E37_79B9_7F4A_7C15 ^ rest
    }
}

/// A map point.
struct SpotKey: TableKey {
    /// Millionths of a degree.
    let longitude: Int32
    let latitude: Int32

    var folded: UInt64 { UInt64(UInt32(bitPattern: longitude)) | UInt64(UInt32(bitPattern: latitude)) << 32 }
}

/// A force's month in one CSV.
struct ForceMonthKey: TableKey {
    let file: UInt32
    let month: UInt16
    let force: UInt8

    var folded: UInt64 { UInt64(file) | UInt64(month) << 32 | UInt64(force) << 48 }
}

/// An LSOA: the number in its code.
struct LSOANumber: TableKey {
    /// E01000001 is 1 and W01000001 is 1,000,001.
    let value: UInt32

    var folded: UInt64 { UInt64(value) }

    /// The last that the census of 2011 gave; that of 2021 went on from there.
    static let last2011 = (england: LSOANumber(value: 33_768), wales: LSOANumber(value: 1_001_958))

    /// Whether it is one that there was not before the census of 2021.
    @inline(__always)
    var isNewIn2021: Bool {
        value > Self.last2011.england.value && value < 1_000_000 || value > Self.last2011.wales.value
    }

    /// `E01024695`
    var code: String {
        String(unsafeUninitializedCapacity: 9) { bytes in
            bytes[0] = UInt8(ascii: value < 1_000_000 ? "E" : "W")
            bytes[1] = UInt8(ascii: "0")
            bytes[2] = UInt8(ascii: "1")
            var rest = value % 1_000_000
            for place in (3..<9).reversed() {
                bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            return 9
        }
    }
}
