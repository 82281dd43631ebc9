/// Something that can be worked out from what is published, and should not be.
public enum Exposure: Hashable, Sendable {
    /// A figure that a release hides, with the release's number among those looked at, from 0.
    case hidden(TableCell, release: Int)
    /// A small count over months that no release is of by themselves.
    case difference(TableCell, months: Range<Int>)

    /// Where in the table it is.
    public var cell: TableCell {
        switch self {
        case .hidden(let cell, _), .difference(let cell, _): cell
        }
    }
}

extension Exposure: Comparable {
    /// Hidden figures by release and place, then differences by place and months.
    public static func < (one: Exposure, other: Exposure) -> Bool {
        switch (one, other) {
        case (.hidden(let cell, let release), .hidden(let otherCell, let otherRelease)):
            (release, cell) < (otherRelease, otherCell)
        case (.difference(let cell, let months), .difference(let otherCell, let otherMonths)):
            (cell, months.lowerBound, months.upperBound) < (otherCell, otherMonths.lowerBound, otherMonths.upperBound)
        case (.hidden, .difference): true
        case (.difference, .hidden): false
        }
    }
}
