extension Ring {
    /// The ring with fewer points, none of its line moved by more than the tolerance in metres; `nil` where nothing
    /// of it is left that wide.
    ///
    /// Rings are simplified alone: neighbours can part by up to twice the tolerance, so give less than half a pixel.
    ///
    /// Source: D. H. Douglas and T. K. Peucker (1973), *Algorithms for the reduction of the number of points required
    /// to represent a digitized line or its caricature*.
    public func simplified(tolerance: Double) -> Ring? {
        guard points.count > 4, let first = points.first else { return self }
        // A closed ring has no ends to hold on to: the first point and the one farthest from it serve.
        let farthest = points.indices.max {
            points[$0].squaredDistance(to: first) < points[$1].squaredDistance(to: first)
        }
        var keep = Array(repeating: false, count: points.count)
        keep[0] = true
        keep[points.count - 1] = true
        keep[farthest ?? 0] = true
        var spans = [(0, farthest ?? 0), (farthest ?? 0, points.count - 1)]
        while let (start, end) = spans.popLast() {
            guard let split = farthestFromChord(start, end), split.squared > tolerance * tolerance else { continue }
            keep[split.index] = true
            spans.append((start, split.index))
            spans.append((split.index, end))
        }
        let kept = zip(points, keep).filter(\.1).map(\.0)
        return kept.count >= 4 ? Ring(points: kept) : nil
    }

    private func farthestFromChord(_ start: Int, _ end: Int) -> (index: Int, squared: Double)? {
        guard end - start > 1 else { return nil }
        var best = (index: start, squared: -1.0)
        for index in start + 1..<end {
            let squared = points[index].squaredDistance(toSegment: points[start], points[end])
            if squared > best.squared { best = (index, squared) }
        }
        return best
    }
}

extension Shape {
    /// The shape for drawing at a scale where the tolerance, in metres, is less than half a pixel. Islands and holes
    /// too small to see go, but never the largest piece.
    public func simplified(tolerance: Double) -> Shape {
        let simplified = polygons.compactMap { rings -> [Ring]? in
            guard let outer = rings.first?.simplified(tolerance: tolerance) else { return nil }
            return [outer] + rings.dropFirst().compactMap { $0.simplified(tolerance: tolerance) }
        }
        let largest = polygons.max { abs($0.first?.signedArea ?? 0) < abs($1.first?.signedArea ?? 0) }
        return Shape(polygons: simplified.isEmpty ? largest.map { [$0] } ?? [] : simplified)
    }
}

extension Point {
    fileprivate func squaredDistance(to other: Point) -> Double {
        let (dx, dy) = (x - other.x, y - other.y)
        return dx * dx + dy * dy
    }

    fileprivate func squaredDistance(toSegment a: Point, _ b: Point) -> Double {
        let length = a.squaredDistance(to: b)
        guard length > 0 else { return squaredDistance(to: a) }
        let along = ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length
        let nearest = min(max(along, 0), 1)
        return squaredDistance(to: Point(x: a.x + nearest * (b.x - a.x), y: a.y + nearest * (b.y - a.y)))
    }
}
