/// What is not worth waiting for by itself, such as the beginning of a transaction: it goes to the server along with the
/// next thing that is asked, which then has one way there and back where there were several.
struct UnawaitedMessages {
    /// A message, for as long as it waits.
    struct Number: Equatable {
        fileprivate let value: Int
    }

    private var waiting: [(number: Number, message: PostgreSQLMessage)] = []
    private var count = 0

    var isEmpty: Bool { waiting.isEmpty }

    @discardableResult
    mutating func add(_ message: PostgreSQLMessage) -> Number {
        count += 1
        waiting.append((Number(value: count), message))
        return Number(value: count)
    }

    func holds(_ number: Number?) -> Bool {
        waiting.contains { $0.number == number }
    }

    /// Takes one back. `false` if it has been sent.
    mutating func takeBack(_ number: Number) -> Bool {
        guard let place = waiting.firstIndex(where: { $0.number == number }) else { return false }
        waiting.remove(at: place)
        return true
    }

    /// Takes one back with all that came after it. `false` if it has been sent.
    mutating func takeBack(allFrom number: Number) -> Bool {
        guard let place = waiting.firstIndex(where: { $0.number == number }) else { return false }
        waiting.removeSubrange(place...)
        return true
    }

    /// All of them, to be sent.
    mutating func take() -> [PostgreSQLMessage] {
        defer { forget() }
        return waiting.map(\.message)
    }

    mutating func forget() {
        waiting.removeAll(keepingCapacity: true)
    }
}

extension Dialect.Statement {
    /// - Throws: ``DatabaseFault/unstorable(_:)``
    func check() throws(DatabaseFault) {
        for value in values {
            if let obstacle = value.obstacle { throw .unstorable(obstacle) }
        }
    }
}

/// One thing that the server is told.
enum PostgreSQLMessage {
    /// Without values, and only one.
    case command(String)
    case statement(Dialect.Statement)
}
