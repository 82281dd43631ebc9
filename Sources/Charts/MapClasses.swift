/// The classes a map is shaded in: zero, and at most five ranges between round numbers.
struct MapClasses: Hashable {
    /// The least value of each class above zero, from low to high.
    let floors: [Double]
    let hasZero: Bool
    private let greatest: Double
    private let format: ValueFormat

    init(of values: [Double], format: ValueFormat) {
        let sorted = values.filter { $0 > 0 }.sorted()
        let classes = NaturalBreaks(of: sorted, atMost: 5).classes
        var floors: [Double] = classes.isEmpty ? [] : [format == .count ? 1 : 0]
        for (below, above) in zip(classes, classes.dropFirst()) {
            let floor = Self.roundFloor(between: below, and: above, whole: format == .count)
            if floor > floors.last ?? 0, floor <= sorted.last ?? 0 { floors.append(floor) }
        }
        self.floors = floors
        hasZero = values.contains(0)
        greatest = sorted.last ?? 0
        self.format = format
    }

    /// The class of a value: `nil` for zero, else an index of ``floors``.
    func index(of value: Double) -> Int? {
        value > 0 ? floors.lastIndex { $0 <= value } ?? 0 : nil
    }

    /// "1–49", "50–99"… for counts; "under 20", "20 to under 40", "40 and over" for anything finer.
    func label(_ index: Int) -> String {
        let next = index + 1 < floors.count ? floors[index + 1] : nil
        if format == .count {
            let (first, last) = (format.text(floors[index]), format.text(next.map { $0 - 1 } ?? greatest))
            return first == last ? first : "\(first)–\(last)"
        }
        guard let next else { return index == 0 ? "above 0" : "\(short(floors[index])) and over" }
        return index == 0 ? "under \(short(next))" : "\(short(floors[index])) to under \(short(next))"
    }

    /// The number with no more decimal places than it needs.
    private func short(_ value: Double) -> String {
        if case .share = format { return ValueFormat.share(places: ValueFormat.places(of: value * 100)).text(value) }
        return ValueFormat.decimal(places: ValueFormat.places(of: value)).text(value)
    }

    /// The roundest number near where the classes part: a tenth of either class's width to each side may be given up
    /// for a number that is easy to read.
    private static func roundFloor(between below: ArraySlice<Double>, and above: ArraySlice<Double>, whole: Bool)
        -> Double
    {
        guard let low = below.first, let lowEnd = below.last, let high = above.first, let highEnd = above.last else {
            return 0
        }
        let from = lowEnd - (lowEnd - low) / 10
        let through = high + (highEnd - high) / 10
        var exponent = 0
        while power(exponent + 1) <= through { exponent += 1 }
        while exponent >= -9 {
            for step in [power(exponent), power(exponent) / 2] where !whole || step.rounded() == step {
                let candidate = (through / step).rounded(.down) * step
                if candidate > from { return candidate }
            }
            exponent -= 1
        }
        return high
    }
}
