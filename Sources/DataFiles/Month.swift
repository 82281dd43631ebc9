import Wording

/// A calendar month, written `2014-01` in every file and address.
public struct Month: Hashable, Sendable {
    /// Months since January of the year 0: what makes months count and compare like whole numbers.
    public let ordinal: Int

    public init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// - Parameter number: 1 for January to 12 for December.
    public init(year: Int, number: Int) {
        precondition((1...12).contains(number), "a month is numbered 1 to 12")
        self.init(ordinal: year * 12 + number - 1)
    }

    /// Below January of the year 0 too, which nobody means and somebody may reach: a month that is far off must stop nothing.
    public var year: Int { (ordinal - (number - 1)) / 12 }

    /// 1 for January to 12 for December.
    public var number: Int { (ordinal % 12 + 12) % 12 + 1 }

    /// "January": the name as it is read.
    public var name: String { monthNames[number - 1] }

    /// The same month of the year before.
    public var yearBefore: Month { Month(ordinal: ordinal - 12) }
}

extension Month: Strideable {
    public func advanced(by months: Int) -> Month { Month(ordinal: ordinal + months) }
    public func distance(to other: Month) -> Int { other.ordinal - ordinal }
}

extension Month: LosslessStringConvertible {
    /// The years that a month is read of, wherever it was written. Every door goes through here: what lies further off is a
    /// slip or a trick, and no sum about it would be told.
    public static let years = 1900...2100

    /// Reads `2014-01` and nothing looser.
    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 7, digits[4] == UInt8(ascii: "-") else { return nil }
        var parts = [0, 0]
        for (index, digit) in digits.enumerated() where index != 4 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let part = index < 4 ? 0 : 1
            parts[part] = parts[part] * 10 + Int(digit - UInt8(ascii: "0"))
        }
        guard Self.years.contains(parts[0]), (1...12).contains(parts[1]) else { return nil }
        self.init(year: parts[0], number: parts[1])
    }

    public var description: String {
        let year = String(year)
        return String(repeating: "0", count: max(0, 4 - year.count)) + year + (number < 10 ? "-0" : "-")
            + String(number)
    }
}

extension Month: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let month = Month(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a month is written like 2014-01, not \(text)")
        }
        self = month
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
