/// Which level each heading of a text gets where it is set under another heading, so that somebody who goes from heading to
/// heading misses none, whatever was typed.
public struct HeadingLevels: Sendable {
    private let typed: [Int]
    private let above: Int
    private var last: Int

    /// - Parameter above: the level of the heading over the text.
    public init(of blocks: [Markdown.Block], under above: Int) {
        typed = Set(Self.levels(in: blocks)).sorted()
        self.above = above
        last = above
    }

    private static func levels(in blocks: [Markdown.Block]) -> [Int] {
        blocks.flatMap { block in
            switch block {
            case .heading(let level, _): [level]
            case .quotation(let inside): levels(in: inside)
            case .list(_, let items): items.flatMap { levels(in: $0) }
            default: [Int]()
            }
        }
    }

    /// The level of the next heading, from 1 to 6.
    ///
    /// - Parameter level: as it was typed.
    public mutating func next(typed level: Int) -> Int {
        let rank = (typed.firstIndex(of: level) ?? 0) + 1
        last = min(above + rank, last + 1, 6)
        return last
    }
}
