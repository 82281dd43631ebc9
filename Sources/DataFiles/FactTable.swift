import Foundation

/// One cell of a table for programs: a number is a number, and what is not known is nothing, never a dash or a zero.
public enum Fact: Hashable, Sendable, Codable {
    case text(String)
    case whole(Int)
    /// To four decimals, which is more than any figure here can bear.
    case decimal(Double)
    /// What is not known; another column of its row says why.
    case missing

    public static func said(_ text: String?) -> Fact { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .missing }
    public static func count(_ value: Int?) -> Fact { value.map(Fact.whole) ?? .missing }

    public static func number(_ value: Double?) -> Fact {
        guard let value, value.isFinite else { return .missing }
        // Adding zero takes the sign from what is rounded to nothing.
        return .decimal((value * scale).rounded() / scale + 0)
    }

    /// To three significant digits, for what is close to nothing and never nothing: a probability.
    public static func probability(_ value: Double?) -> Fact {
        guard let value, value.isFinite, value > 0 else { return number(value) }
        let scale = pow(10, 2 - log10(value).rounded(.down))
        return .decimal((value * scale).rounded() / scale)
    }

    private static let scale = 10_000.0

    /// As it stands in a CSV: plain digits with a point, in any locale.
    var cell: String? {
        switch self {
        case .text(let text): text
        case .whole(let value): "\(value)"
        case .decimal(let value): String(format: value != 0 && abs(value) < 0.001 ? "%.3g" : "%.4f", value)
        case .missing: nil
        }
    }

    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .missing
        } else if let whole = try? value.decode(Int.self) {
            self = .whole(whole)
        } else if let number = try? value.decode(Double.self) {
            self = .decimal(number)
        } else {
            self = .text(try value.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .text(let text): try value.encode(text)
        case .whole(let whole): try value.encode(whole)
        case .decimal(let number): try value.encode(number)
        case .missing: try value.encodeNil()
        }
    }
}

/// A table as programs load it: a row for each fact, names of columns that hold the unit, and a reason where a number is missing.
public struct FactTable: Hashable, Sendable, Codable {
    public let columns: [String]
    public let rows: [[Fact]]

    public init(_ columns: [String], rows: [[Fact]]) {
        (self.columns, self.rows) = (columns, rows)
    }

    public var csv: [UInt8] {
        var writer = DelimitedWriter(header: columns)
        for row in rows { writer.write(row.map(\.cell)) }
        return writer.bytes
    }
}
