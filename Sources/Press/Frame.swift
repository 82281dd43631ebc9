// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation
import Subprocess

/// The head of a message to or from the worker; `lengths` are the bytes of the parts that follow it.
protocol FrameHeader: Codable, Sendable {
    var lengths: [Int] { get set }
}

/// Messages as bytes: four, big-endian, the length of the header; the header, JSON; the parts, one after another.
enum Frame {
    static func encode(_ header: some FrameHeader, parts: [[UInt8]]) throws -> [UInt8] {
        var header = header
        header.lengths = parts.map(\.count)
        let text = try JSONEncoder().encode(header)
        var bytes = withUnsafeBytes(of: UInt32(text.count).bigEndian) { Array($0) }
        bytes.reserveCapacity(4 + text.count + header.lengths.reduce(0, +))
        bytes += text
        for part in parts { bytes += part }
        return bytes
    }
}

/// Reads frames from a worker’s standard output.
struct FrameReader {
    private var source: SubprocessOutputSequence.Iterator
    private var buffer: [UInt8] = []
    /// Bytes that one part may have.
    var limit: Int

    enum Fault: Error {
        /// The worker’s output ended.
        case ended
        /// A frame is larger than the limit, in bytes.
        case tooLarge(Int)
    }

    init(_ output: SubprocessOutputSequence, limit: Int) {
        source = output.makeAsyncIterator()
        self.limit = limit
    }

    /// - Throws: ``Fault``, a decoding error, or what reading throws.
    mutating func next<Header: FrameHeader>(_: Header.Type) async throws -> (header: Header, parts: [[UInt8]]) {
        let prefix = try await take(4)
        let length = prefix.reduce(0) { $0 << 8 | Int($1) }
        let header = try JSONDecoder().decode(Header.self, from: Data(try await take(length)))
        var parts: [[UInt8]] = []
        for length in header.lengths { parts.append(try await take(length)) }
        return (header, parts)
    }

    private mutating func take(_ count: Int) async throws -> [UInt8] {
        guard (0...limit).contains(count) else { throw Fault.tooLarge(count) }
        if buffer.count < count { buffer.reserveCapacity(count) }
        while buffer.count < count {
            guard let piece = try await source.next() else { throw Fault.ended }
            piece.withUnsafeBytes { buffer.append(contentsOf: $0) }
        }
        let taken = Array(buffer.prefix(count))
        buffer.removeFirst(count)
        return taken
    }
}
