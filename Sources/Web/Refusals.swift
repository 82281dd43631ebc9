/// What is wrong with a form, all of it, each in the words a person should read.
public struct Refusals: Error, Sendable, Hashable {
    public struct Refusal: Sendable, Hashable {
        /// The field to blame; nil where it is the form as a whole.
        public let field: String?
        /// What to do, as an instruction: "Choose a file".
        public let message: String
    }

    public private(set) var all: [Refusal] = []

    public init() {}

    public init(_ message: String, field: String? = nil) {
        add(message, field: field)
    }

    public mutating func add(_ message: String, field: String? = nil) {
        all.append(Refusal(field: field, message: message))
    }

    /// The first refusal of one field.
    public subscript(field: String) -> String? {
        all.first { $0.field == field }?.message
    }

    /// Throws itself if there is anything wrong at all.
    public func check() throws(Refusals) {
        if !all.isEmpty { throw self }
    }
}
