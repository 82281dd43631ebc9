import Foundation

/// How much room a disk has.
public struct DiskRoom: Sendable, Hashable {
    /// In bytes.
    public let free: Int
    public let whole: Int

    public init(free: Int, whole: Int) {
        (self.free, self.whole) = (free, whole)
    }

    /// How bad it is (S117).
    public enum Level: String, Sendable, Comparable, CaseIterable, SQLConvertible {
        /// Saving may stop at any moment.
        case none
        /// No files are taken any more, so that there is room for what people type.
        case scarce
        /// It is time to make room.
        case little
        case plenty

        /// What is more room is greater.
        public static func < (one: Level, other: Level) -> Bool { one.rank < other.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// By what is free and by what part of the whole that is: below 15% or 5 GB it is little, below 5% or 1 GB scarce, and
    /// below 2% or 256 MB none.
    public var level: Level {
        let part = whole > 0 ? Double(free) / Double(whole) : 1
        if part < 0.02 || free < 256_000_000 { return .none }
        if part < 0.05 || free < 1_000_000_000 { return .scarce }
        if part < 0.15 || free < 5_000_000_000 { return .little }
        return .plenty
    }

    /// The same for whoever tells of it: it is better only once there is a tenth more than the mark asks for, so that room
    /// that goes up and down about a mark is told of once.
    ///
    /// - Parameter before: what was told last.
    public func level(after before: Level) -> Level {
        let now = level
        guard now > before else { return now }
        return max(before, DiskRoom(free: free - free / 10, whole: whole).level)
    }
}

/// Asks how much room a disk has, each time anew.
public struct DiskGauge: Sendable {
    /// Nil where it could not be found out.
    public let room: @Sendable () -> DiskRoom?

    public init(_ room: @escaping @Sendable () -> DiskRoom?) {
        self.room = room
    }

    /// Of the disk that a folder is on.
    public static func disk(of folder: String) -> DiskGauge {
        DiskGauge {
            guard let found = try? FileManager.default.attributesOfFileSystem(forPath: folder),
                let free = found[.systemFreeSize] as? NSNumber, let whole = found[.systemSize] as? NSNumber
            else { return nil }
            return DiskRoom(free: free.intValue, whole: whole.intValue)
        }
    }
}
