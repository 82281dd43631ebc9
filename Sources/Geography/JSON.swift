/// A JSON value. Arrays of nothing but numbers, which are most of a boundary file, are kept packed.
enum JSON: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case numbers([Double])
    case array([JSON])
    case object([(key: String, value: JSON)])

    /// The member of an object; the last one where a key stands twice, as in most readers of JSON.
    subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The elements of an array that holds anything but numbers; an empty array has none.
    var array: [JSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The numbers of an array that holds nothing else; an empty array holds none.
    var numbers: [Double]? {
        switch self {
        case .numbers(let numbers): numbers
        case .array(let elements) where elements.isEmpty: []
        default: nil
        }
    }

    var keys: [String] {
        if case .object(let members) = self { members.map(\.key) } else { [] }
    }
}
