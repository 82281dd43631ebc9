import Storage

/// By what a data set is cited: `street-crime`, `ambulance`. It never changes.
public struct DataSetAddress: Hashable, Sendable, Codable {
    public let text: String

    init(known text: StaticString) {
        self.text = text.description
    }
}

extension DataSetAddress {
    /// Whether a page of the register itself stands at it: `/data/sets/new` is where a set is entered.
    var isWordOfPages: Bool { text == "new" }
}

extension DataSetAddress: LosslessStringConvertible {
    /// Reads small letters, digits and single dashes between them, and nothing looser.
    public init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 60, slugged(text) == text else { return nil }
        self.text = text
    }

    public var description: String { text }
}

extension DataSetAddress: Comparable {
    public static func < (left: DataSetAddress, right: DataSetAddress) -> Bool { left.text < right.text }
}

extension DataSetAddress: SQLConvertible {
    public static var columnType: ColumnType { .text }
    public var sqlValue: Value { .text(text) }
    public init?(sqlValue value: Value) {
        guard case .text(let text) = value, let address = DataSetAddress(text) else { return nil }
        self = address
    }
}

/// By what a measure is cited, in `{{figure …}}` too: `street-crime/burglary`, `ambulance/assault`. It never changes.
public struct MeasureAddress: Hashable, Sendable, Codable {
    public let dataSet: DataSetAddress
    /// Its own name in the set: `burglary`.
    public let name: String

    init(_ dataSet: DataSetAddress, _ name: String) {
        self.dataSet = dataSet
        self.name = name
    }

    /// The address of a measure that is called so: “Theft from the person” is `theft-from-the-person`.
    ///
    /// - Returns: nil where the name has nothing that can stand in an address.
    public init?(in dataSet: DataSetAddress, called title: String) {
        let name = String(slugged(title).prefix(60))
        guard DataSetAddress(name) != nil else { return nil }
        self.init(dataSet, name)
    }
}

extension MeasureAddress: LosslessStringConvertible {
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let dataSet = DataSetAddress(String(parts[0])),
            let name = DataSetAddress(String(parts[1]))
        else { return nil }
        self.init(dataSet, name.text)
    }

    public var description: String { "\(dataSet)/\(name)" }
}

extension MeasureAddress: Comparable {
    public static func < (left: MeasureAddress, right: MeasureAddress) -> Bool {
        (left.dataSet, left.name) < (right.dataSet, right.name)
    }
}
