/// How many of a file's crimes are in it more than once, told from a sample of their identifiers: a file of any length takes no more
/// memory than a short one. Rows without an identifier, as of anti-social behaviour, are not looked at.
///
/// The sample is one of identifiers, and not of rows (Gibbons 2001, “distinct sampling”): each is taken or left by its own bits, so
/// that all rows of one that is taken are seen.
struct RepeatedIDs: Sendable {
    private static let most = 1_024
    /// Of fewer that are there again nothing is said: they are there by a slip of whoever recorded them.
    private static let fewest = 10
    /// This share may be there again. In files as they are published fewer than one in five hundred are; a part that was pasted in
    /// twice is more.
    private static let usual = 0.02

    /// One identifier in 2 to this power is taken.
    private var level: UInt64 = 0
    private var rows: [UInt64: UInt32] = [:]

    private var mask: UInt64 { (1 &<< level) &- 1 }

    /// - Parameters:
    ///   - first: eight bytes of an identifier.
    ///   - second: the eight behind them.
    @inline(__always)
    mutating func note(_ first: UInt64, _ second: UInt64) {
        let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F)
        let key = mixed ^ (mixed &>> 32)
        if key & mask == 0 { add(key, 1) }
    }

    private mutating func add(_ key: UInt64, _ count: UInt32) {
        rows[key, default: 0] += count
        while rows.count > Self.most { thin(to: level + 1) }
    }

    /// Keeps those that a sample of fewer takes, too.
    private mutating func thin(to level: UInt64) {
        self.level = level
        let mask = mask
        rows = rows.filter { $0.key & mask == 0 }
    }

    static func += (total: inout RepeatedIDs, more: RepeatedIDs) {
        if more.level > total.level { total.thin(to: more.level) }
        for (key, count) in more.rows where key & total.mask == 0 { total.add(key, count) }
    }

    /// Which share of the rows that have an identifier repeat one that another row has; nil where that is no more than usual.
    var unusualShare: Double? {
        let all = rows.values.reduce(0) { $0 + Int($1) }
        guard all - rows.count >= Self.fewest else { return nil }
        let share = Double(all - rows.count) / Double(all)
        return share > Self.usual ? share : nil
    }
}
