/// Two versions that came of one, put together: what only one of them changed is taken as changed, and what both did
/// stands beside each other.
struct ThreeWay<Element: Hashable & Sendable>: Sendable {
    enum Piece: Hashable, Sendable {
        case settled([Element])
        case disputed(was: [Element], theirs: [Element], mine: [Element])
    }

    let pieces: [Piece]

    var isDisputed: Bool {
        pieces.contains { if case .disputed = $0 { true } else { false } }
    }

    init(base: [Element], theirs: [Element], mine: [Element]) {
        let inTheirs = Agreement.places(of: base, in: theirs)
        let inMine = Agreement.places(of: base, in: mine)
        var pieces: [Piece] = []
        var (lastBase, lastTheirs, lastMine) = (0, 0, 0)
        func settle(upTo baseEnd: Int, _ theirsEnd: Int, _ mineEnd: Int) {
            let was = base[lastBase..<baseEnd]
            let (one, other) = (theirs[lastTheirs..<theirsEnd], mine[lastMine..<mineEnd])
            if one == other || other == was {
                pieces.append(.settled(Array(one)))
            } else if one == was {
                pieces.append(.settled(Array(other)))
            } else {
                pieces.append(.disputed(was: Array(was), theirs: Array(one), mine: Array(other)))
            }
        }
        for (index, places) in zip(inTheirs, inMine).enumerated() {
            guard let inTheirs = places.0, let inMine = places.1 else { continue }
            settle(upTo: index, inTheirs, inMine)
            pieces.append(.settled([base[index]]))
            (lastBase, lastTheirs, lastMine) = (index + 1, inTheirs + 1, inMine + 1)
        }
        settle(upTo: base.count, theirs.count, mine.count)
        self.pieces = pieces.filter { $0 != .settled([]) }
    }
}
