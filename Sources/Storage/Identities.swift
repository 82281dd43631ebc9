import Foundation

/// Where identifiers and other chance come from. Passed in, so that tests are the same each time.
public struct Identities: Sendable {
    private let chance: @Sendable () -> UInt64

    /// - Parameter chance: 64 bits that can't be guessed, each time it is called.
    public init(chance: @escaping @Sendable () -> UInt64) {
        self.chance = chance
    }

    /// The operating system's chance.
    public static let system = Identities { UInt64.random(in: .min ... .max) }

    /// A new identifier, made at a time.
    public func new<Subject>(_ subject: Subject.Type = Subject.self, at time: Date) -> ID<Subject> {
        let milliseconds = (time.timeIntervalSince1970 * 1000).rounded(.down)
        let last = Double((1 << 48) - 1)
        return ID(milliseconds: UInt64(min(max(milliseconds, 0), last)), chance: (chance(), chance()))
    }

    /// `count` bytes of chance.
    public func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            withUnsafeBytes(of: chance()) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }
}
