/// The counts of sixteen crime types: as many as fill one line of the processor's cache, and two more than are in use.
struct TypeCounts: Sendable {
    static let width = 16

    private var counts = InlineArray<16, UInt32>(repeating: 0)

    /// - Parameter lane: 0 to 15.
    @inline(__always)
    subscript(lane: Int) -> UInt32 {
        get { counts[lane] }
        set { counts[lane] = newValue }
    }

    static func += (sum: inout TypeCounts, more: TypeCounts) {
        for lane in 0..<width { sum.counts[lane] &+= more.counts[lane] }
    }

    var total: Int {
        var total = 0
        for lane in 0..<Self.width { total += Int(counts[lane]) }
        return total
    }
}
