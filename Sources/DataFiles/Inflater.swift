import CISAL

/// DEFLATE undone by ISA-L, from a stretch of a file. The only file that calls it.
final class Inflater {
    enum Wrapping {
        /// A gzip member, whose header and checksum are read and checked.
        case gzip
        /// Bare DEFLATE, as in a ZIP.
        case none
    }

    /// What one step did.
    struct Step {
        let produced: Int
        let isDamaged: Bool
        /// The gzip member or the stream has ended, and its checksum, if it has one, was right.
        let isFinished: Bool
        /// Nothing went in or came out: there is no more to come.
        let isStuck: Bool
    }

    private let source: SourceBytes
    private let end: Int
    private let wrapping: Wrapping
    private let state: OpaquePointer
    /// What has been read of the file, from the offset `windowStart` on.
    private var window: [UInt8]
    private var windowStart = 0
    private var windowCount = 0
    /// The offset in the file of the next byte to use.
    private(set) var offset: Int

    /// - Parameters:
    ///   - end: the offset behind the last byte to use.
    ///   - windowBytes: how much to read of the file at a time.
    init(_ wrapping: Wrapping, _ source: SourceBytes, from offset: Int, to end: Int, windowBytes: Int) {
        // Some 80 KB: where there is not even that, there is nothing better to do than stop.
        guard let state = cisal_new() else { fatalError("out of memory") }
        self.state = state
        self.source = source
        self.offset = offset
        self.end = end
        self.wrapping = wrapping
        window = [UInt8](repeating: 0, count: windowBytes)
        begin()
    }

    deinit {
        cisal_free(state)
    }

    /// Begins afresh, for the next member.
    func begin() {
        cisal_begin(state, wrapping == .gzip ? 1 : 0)
    }

    /// The CRC-32 of all that came out since `begin`.
    var checksum: UInt32 { cisal_crc(state) }

    /// The CRC-32 of some bytes that follow others whose CRC-32 is `before`.
    static func checksum(of bytes: [UInt8], _ range: Range<Int>, after before: UInt32) -> UInt32 {
        bytes[range].withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { cisal_crc32(before, $0, UInt64(bytes.count)) } ?? before
        }
    }

    /// The next byte of the file that is not zero, all zeros before it used up; nil at the end.
    func skipZeros() throws(DataFileError) -> UInt8? {
        while true {
            let pending = try pending()
            if pending.isEmpty { return nil }
            if let found = window[pending].firstIndex(where: { $0 != 0 }) {
                offset += found - pending.lowerBound
                return window[found]
            }
            offset += pending.count
        }
    }

    /// Unpacks what fits into `output[range]`, as far as what has been read of the file goes.
    func step(into output: inout [UInt8], _ range: Range<Int>) throws(DataFileError) -> Step {
        let pending = try pending()
        precondition(range.lowerBound >= 0 && range.upperBound <= output.count && range.count < 1 << 31)
        let done = window.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output -> cisal_step? in
                guard let input = input.baseAddress, let output = output.baseAddress else { return nil }
                return cisal_inflate(
                    state, input + pending.lowerBound, UInt32(pending.count), output + range.lowerBound,
                    UInt32(range.count))
            }
        }
        guard let done else { return Step(produced: 0, isDamaged: false, isFinished: false, isStuck: true) }
        offset += Int(done.consumed)
        let isStill = done.consumed == 0 && done.produced == 0
        return Step(
            produced: Int(done.produced), isDamaged: done.status < 0, isFinished: done.finished != 0,
            isStuck: isStill && done.finished == 0)
    }

    /// Which of the window is still to be used, read afresh if none is; empty at the end.
    private func pending() throws(DataFileError) -> Range<Int> {
        let place = offset - windowStart
        if place < 0 || place >= windowCount {
            windowStart = offset
            windowCount = try source.read(at: offset, into: &window, 0..<min(window.count, max(0, end - offset)))
            return 0..<windowCount
        }
        return place..<windowCount
    }
}
