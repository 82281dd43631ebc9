import Foundation
import Hummingbird
import NIOCore

/// A form with files as it arrives, part by part, never held whole (RFC 7578).
struct MultipartBody {
    struct Part {
        let name: String
        /// The name the file had on the sender's machine, its folders left off; nil for an ordinary field.
        let fileName: String?
    }

    private static let longestHead = 8 * 1024

    private var body: RequestBody.AsyncIterator
    /// What has arrived and is not yet used. It begins as if a line had just ended, so that the first boundary looks
    /// like all the others.
    private var buffer = ByteBuffer(string: "\r\n")
    private let delimiter: [UInt8]
    private let patience: Patience
    private var received = 0
    private var isInsidePart = false

    /// Makes nothing of a body that is not multipart/form-data.
    init?(_ request: Request, patience: Patience = .endless) {
        guard let type = request.headers[.contentType], let boundary = Self.boundary(in: type) else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        body = request.body.makeAsyncIterator()
        self.patience = patience
    }

    /// The next part, or nil after the last. What is left of the part before is passed over.
    mutating func nextPart() async throws -> Part? {
        while isInsidePart, try await nextChunk() != nil {}
        // Only before the first part is there a delimiter still to find.
        if !hasPassedFirstDelimiter {
            isInsidePart = true
            while try await nextChunk() != nil {}
            hasPassedFirstDelimiter = true
        }
        try await need(2)
        switch buffer.readBytes(length: 2) {
        case Array("--".utf8): return nil
        case Array("\r\n".utf8): break
        default: throw FormError.malformed("Its parts are not set apart as they should be.")
        }
        let part = try Self.part(head: await head())
        isInsidePart = true
        return part
    }

    private var hasPassedFirstDelimiter = false

    /// The next piece of this part, or nil at its end.
    mutating func nextChunk() async throws -> ByteBuffer? {
        guard isInsidePart else { return nil }
        while true {
            if let offset = buffer.offset(of: delimiter) {
                if offset > 0 { return buffer.readSlice(length: offset) }
                buffer.moveReaderIndex(forwardBy: delimiter.count)
                isInsidePart = false
                return nil
            }
            // The tail may be the beginning of a delimiter: keep it back.
            let safe = buffer.readableBytes - (delimiter.count - 1)
            if safe > 0 { return buffer.readSlice(length: safe) }
            try await more()
        }
    }

    private mutating func head() async throws -> String {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let offset = buffer.offset(of: end), offset <= Self.longestHead {
                let head = buffer.readString(length: offset) ?? ""
                buffer.moveReaderIndex(forwardBy: end.count)
                return head
            }
            guard buffer.readableBytes < Self.longestHead + end.count else {
                throw FormError.malformed("The description of one of its parts is too long.")
            }
            try await more()
        }
    }

    private mutating func need(_ count: Int) async throws {
        while buffer.readableBytes < count { try await more() }
    }

    private mutating func more() async throws {
        guard var next = try await body.next() else {
            throw FormError.malformed("It broke off before its end.")
        }
        received += next.readableBytes
        try patience.check(received)
        buffer.discardReadBytes()
        buffer.writeBuffer(&next)
    }
}

extension MultipartBody {
    /// `multipart/form-data; boundary=…`: at most 70 plain characters (RFC 2046, 5.1.1).
    static func boundary(in contentType: String) -> String? {
        let fields = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard fields.first?.lowercased() == "multipart/form-data",
            let field = fields.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let boundary = field.dropFirst("boundary=".count).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            return nil
        }
        return boundary
    }

    static func part(head: String) throws(FormError) -> Part {
        let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = parameter("name", in: disposition) else {
            throw .malformed("One of its parts has no name.")
        }
        return Part(name: name, fileName: parameter("filename", in: disposition).map(plainName))
    }

    /// `name="value"`; browsers write a quotation mark inside as %22.
    private static func parameter(_ name: String, in header: Substring) -> String? {
        for marker in ["; \(name)=\"", ";\(name)=\""] {
            guard let start = header.range(of: marker)?.upperBound,
                let end = header[start...].firstIndex(of: "\"")
            else { continue }
            return String(header[start..<end]).replacing("%22", with: "\"")
        }
        return nil
    }

    /// The name without folders, without control characters, and not endless: it is shown, never used as a path (S52).
    private static func plainName(_ name: String) -> String {
        let last = name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? []
        let shown = last.filter { !CharacterSet.controlCharacters.contains($0) }
        return String(String.UnicodeScalarView(shown).prefix(200))
    }
}

extension ByteBuffer {
    /// Where these bytes first stand, counted from the first readable byte. The pattern begins with a byte that is
    /// rare in files, so nearly all of the way is `memchr`'s.
    fileprivate func offset(of pattern: [UInt8]) -> Int? {
        withUnsafeReadableBytes { bytes in
            guard let start = bytes.baseAddress, let first = pattern.first else { return nil }
            var offset = 0
            while bytes.count - offset >= pattern.count {
                let span = bytes.count - offset - pattern.count + 1
                guard let found = memchr(start + offset, Int32(first), span) else { return nil }
                if memcmp(found, pattern, pattern.count) == 0 { return start.distance(to: UnsafeRawPointer(found)) }
                offset = start.distance(to: UnsafeRawPointer(found)) + 1
            }
            return nil
        }
    }
}
