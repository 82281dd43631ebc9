import Foundation

/// An identifier of one kind of thing: an `ID<Bid>` can't be taken for an `ID<Aim>`.
///
/// A UUID of version 7 (RFC 9562, section 5.7): the first 48 bits are the time it was made, so that identifiers sort
/// by age; 74 bits are chance. Written in lower case, `01942f3e-8b70-7cc3-98c8-3c5f2a1d0e4b`.
public struct ID<Subject>: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    @usableFromInline
    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Makes an identifier from a time, in milliseconds since 1970, and chance.
    init(milliseconds: UInt64, chance: (UInt64, UInt64)) {
        high = milliseconds << 16 | 0x7000 | chance.0 & 0x0FFF
        low = 1 << 63 | chance.1 & (UInt64.max >> 2)
    }

    /// The identifier of something else that there is exactly one of for each of these.
    init<Other>(sameAs other: ID<Other>) {
        (high, low) = (other.high, other.low)
    }

    /// When it was made, to the millisecond; true of identifiers made here.
    public var madeAt: Date { Date(timeIntervalSince1970: Double(high >> 16) / 1000) }
}

extension ID: LosslessStringConvertible {
    /// Reads the 36 characters of a UUID, in either case. The version is not checked: records from elsewhere keep
    /// the identifiers they came with.
    @inlinable
    public init?(_ text: String) {
        guard let words = UUIDText.words(of: text) else { return nil }
        self.init(high: words.high, low: words.low)
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for digit in 0..<32 {
                if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                let word = digit < 16 ? high : low
                let value = UInt8(truncatingIfNeeded: word >> (60 - 4 * UInt64(digit % 16))) & 0x0F
                text[place] = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
                place += 1
            }
            return place
        }
    }
}

/// A UUID as it is written. Apart from ``ID``, so that it is compiled once and not for every kind of thing.
@usableFromInline
enum UUIDText {
    /// - Returns: its 128 bits; `nil` where the text is none.
    @usableFromInline
    static func words(of text: String) -> (high: UInt64, low: UInt64)? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count == 36 else { return nil }
            var words: (high: UInt64, low: UInt64) = (0, 0)
            for place in 0..<36 {
                if place == 8 || place == 13 || place == 18 || place == 23 {
                    guard bytes[place] == UInt8(ascii: "-") else { return nil }
                    continue
                }
                guard let digit = digit(bytes[place]) else { return nil }
                if place < 18 { words.high = words.high << 4 | digit } else { words.low = words.low << 4 | digit }
            }
            return words
        }
    }

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

extension ID: Comparable {
    /// By age, oldest first, for identifiers made here.
    public static func < (left: ID, right: ID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension ID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = ID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an identifier")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension ID: SQLConvertible {
    public static var columnType: ColumnType { .id }
}

/// A partnership as the ground sees it: whose records these are, and no more.
///
/// Every table that belongs to a partnership has a column `partnership \(.id) NOT NULL` that holds an `ID<Tenant>`.
public enum Tenant {}

extension ID<Tenant> {
    /// The installation itself, for records that belong to no partnership: all zeros, which no partnership has.
    public static let installation = ID<Tenant>(high: 0, low: 0)
}
