/// A key of an `OpenTable`: a value of a few bytes with a cheap hash.
protocol TableKey: Equatable, BitwiseCopyable, Sendable {
    /// The key's bits folded into one word, different for different keys as far as possible.
    var folded: UInt64 { get }
}

/// A hash table from small keys to whole numbers above zero, with open addressing and linear probing.
///
/// A quarter of the memory and time of a `Dictionary`, which must serve keys that own memory, and hash them against an
/// attacker; here the seed alone does that.
struct OpenTable<Key: TableKey>: Sendable {
    private struct Slot: BitwiseCopyable, Sendable {
        var key: Key
        var value: UInt32
    }

    private var slots: [Slot]
    /// How far to shift a hash so that only the number of a slot is left.
    private var shift: UInt64
    private let empty: Key
    private let seed: UInt64
    private(set) var count = 0

    /// - Parameter filler: any key; it fills the slots that are free.
    init(filler: Key, seed: UInt64) {
        empty = filler
        self.seed = seed
        shift = 64 - 10
        slots = Array(repeating: Slot(key: filler, value: 0), count: 1 << 10)
    }

    /// The key's value, or 0.
    @inline(__always)
    func value(of key: Key) -> UInt32 {
        var slot = home(of: key)
        while slots[slot].value != 0, slots[slot].key != key { slot = (slot &+ 1) & (slots.count &- 1) }
        return slots[slot].value
    }

    /// Lets the caller read and change the key's value, which is 0 if the key is new and must not stay so.
    @inline(__always)
    mutating func update<Result>(_ key: Key, _ change: (inout UInt32) -> Result) -> Result {
        var slot = home(of: key)
        while true {
            if slots[slot].value == 0 { break }
            if slots[slot].key == key { return change(&slots[slot].value) }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        if count &* 3 >= slots.count &* 2 {
            grow()
            slot = freeSlot(for: key)
        }
        count &+= 1
        slots[slot].key = key
        return change(&slots[slot].value)
    }

    /// The keys and their values, in no order that means anything.
    var entries: some Sequence<(key: Key, value: UInt32)> {
        slots.lazy.filter { $0.value != 0 }.map { ($0.key, $0.value) }
    }

    @inline(__always)
    private func home(of key: Key) -> Int {
        // Multiplying spreads every bit upwards; the top bits choose the slot (Knuth, vol. 3, 6.4).
        var hash = (key.folded ^ seed) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }

    private func freeSlot(for key: Key) -> Int {
        var slot = home(of: key)
        while slots[slot].value != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
        return slot
    }

    private mutating func grow() {
        let old = slots
        shift -= 1
        slots = Array(repeating: Slot(key: empty, value: 0), count: old.count * 2)
        for slot in old where slot.value != 0 { slots[freeSlot(for: slot.key)] = slot }
    }
}
