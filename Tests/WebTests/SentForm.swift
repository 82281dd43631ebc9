import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

/// A form with files, as a browser sends it.
struct SentForm {
    struct Part: Hashable {
        var name: String
        var fileName: String?
        var bytes: [UInt8]

        static func field(_ name: String, _ value: String) -> Part {
            Part(name: name, fileName: nil, bytes: Array(value.utf8))
        }

        static func file(_ name: String, named fileName: String, _ content: String) -> Part {
            Part(name: name, fileName: fileName, bytes: Array(content.utf8))
        }

        fileprivate var head: String {
            let fileName = fileName.map { "; filename=\"\($0.replacing("\"", with: "%22"))\"" } ?? ""
            let type = self.fileName == nil ? "" : "\r\nContent-Type: text/csv"
            return "Content-Disposition: form-data; name=\"\(name.replacing("\"", with: "%22"))\"\(fileName)\(type)"
        }
    }

    static let boundary = "----WebKitFormBoundary7MA4YWxk"
    var parts: [Part]
    var preamble = ""
    var epilogue = ""

    var bytes: [UInt8] {
        var bytes = Array(preamble.utf8)
        for part in parts {
            if !bytes.isEmpty { bytes += "\r\n".utf8 }
            bytes += "--\(Self.boundary)\r\n\(part.head)\r\n\r\n".utf8
            bytes += part.bytes
        }
        if !bytes.isEmpty { bytes += "\r\n".utf8 }
        return bytes + Array("--\(Self.boundary)--\r\n\(epilogue)".utf8)
    }

    /// A request that brings these bytes in pieces of these sizes; the last piece brings what is left.
    static func request(
        _ bytes: [UInt8], pieces sizes: some Sequence<Int> = [], type: String? = nil, headers: HTTPFields = [:]
    ) -> Request {
        var pieces: [ByteBuffer] = []
        var rest = bytes[...]
        for size in sizes where !rest.isEmpty {
            pieces.append(ByteBuffer(bytes: rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        if !rest.isEmpty { pieces.append(ByteBuffer(bytes: rest)) }
        var headers = headers
        headers[.contentType] = type ?? "multipart/form-data; boundary=\(boundary)"
        let stream = AsyncStream { continuation in
            for piece in pieces { continuation.yield(piece) }
            continuation.finish()
        }
        return Request(
            head: HTTPRequest(
                method: .post, scheme: "http", authority: "safer.example.org", path: "/", headerFields: headers),
            body: RequestBody(asyncSequence: stream))
    }
}

/// What a body was read as: its parts, and what was wrong with it if anything was.
struct ReadForm: Equatable {
    var parts: [SentForm.Part] = []
    var fault: FormError?

    /// - Throws: what is no `FormError`, which a body must never bring about.
    init(_ bytes: [UInt8], pieces: some Sequence<Int> = []) async throws {
        var body = try #require(MultipartBody(SentForm.request(bytes, pieces: pieces)))
        do throws(any Error) {
            while let part = try await body.nextPart() {
                var content: [UInt8] = []
                while let chunk = try await body.nextChunk() { content += chunk.readableBytesView }
                parts.append(.init(name: part.name, fileName: part.fileName, bytes: content))
            }
        } catch let error as FormError {
            fault = error
        }
    }
}
