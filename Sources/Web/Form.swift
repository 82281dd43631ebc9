import Foundation
import Hummingbird
import Membership
import NIOCore
import Storage

/// A form that was sent. It is the only way to read what somebody sends, and there is none before its token was found
/// good, so the check cannot be forgotten (S17).
public struct Form: Sendable {
    private let fields: [String: [String]]
    private let received: Result<[ReceivedFile], NoRoom>

    /// Bytes of all fields together, their names included.
    private static let longestFields = 1 << 20
    private static let emptyField = 64
    private static let longestPassedOver = 64 << 20

    /// - Parameters:
    ///   - visit: who is asking; a member's form must carry this member's token.
    ///   - origin: where people reach the site, as a browser names it.
    ///   - files: where files sent with it are kept; without it a form with files is refused.
    ///   - patience: how long is waited for what is still to come.
    init(
        _ request: Request, visit: Visit, origin: String? = nil, files receiver: FileReceiver? = nil,
        patience: Patience = .endless
    ) async throws {
        guard AntiForgery.isFromHere(request.headers, authority: request.head.authority, own: origin) else {
            throw TurnedAway.forgery
        }
        if let multipart = MultipartBody(request, patience: patience) {
            (fields, received) = try await Self.read(multipart, visit: visit, receiver: receiver)
        } else {
            fields = try await Self.read(request, patience: patience)
            received = .success([])
        }
        try Self.check(fields, visit: visit)
    }

    /// The files that came with it.
    ///
    /// - Throws: ``NoRoom`` where one could not be kept for want of room.
    public var files: [ReceivedFile] {
        get throws(NoRoom) { try received.get() }
    }

    /// What was typed into a field, without the blanks around it; empty where there is no such field.
    public subscript(name: String) -> String {
        Self.storable(fields[name]?.first ?? "")
    }

    /// The same; nil where the form has no such field.
    public func answer(_ name: String) -> String? {
        fields[name].map { _ in self[name] }
    }

    /// All that was chosen in a field that can be answered several times over, such as boxes to tick.
    public func answers(_ name: String) -> [String] {
        (fields[name] ?? []).map(Self.storable)
    }

    /// Without the blanks around it, and without U+0000, which no database takes and no keyboard types.
    private static func storable(_ typed: String) -> String {
        (typed.utf8.contains(0) ? typed.replacing("\u{0}", with: "") : typed)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Answers it, and does what it asks for once, however often this very form is sent.
    func answered(
        once context: MemberContext, by answer: @Sendable () async throws -> Reply
    ) async throws -> Reply {
        guard let token = fields[AntiForgery.field]?.first else { return try await answer() }
        let typed = fields.filter { $0.key != AntiForgery.field }.sorted { $0.key < $1.key }
            .flatMap { ["\($0.key) \($0.value.count)"] + $0.value }
        let files = (try? files) ?? []
        let sending = Sending(
            form: token, content: [context.visit.path] + typed + files.flatMap { [$0.name, "\($0.kept.hash)"] },
            by: context.member.actor)
        return try await sending.answered(by: answer)
    }

    /// What was typed, blanks and all: a password’s are part of it.
    public func exactly(_ name: String) -> String {
        fields[name]?.first ?? ""
    }

    private static func check(_ fields: [String: [String]], visit: Visit) throws(TurnedAway) {
        guard let session = visit.session, let token = visit.token else { return }
        guard AntiForgery.accepts(fields[AntiForgery.field]?.first, for: token, of: session.member.id) else {
            throw .forgery
        }
    }

    /// What was typed into a form whose sender is signed in no more. Whoever asks this acts upon none of it.
    static func typed(_ request: Request, upTo most: Int, patience: Patience) async throws -> [String: [String]] {
        guard var multipart = MultipartBody(request, patience: patience) else {
            return try await read(request, upTo: most, patience: patience)
        }
        var (fields, room, passedOver) = ([String: [String]](), most, 0)
        while let part = try await multipart.nextPart() {
            guard part.fileName != nil else {
                room -= part.name.utf8.count + emptyField
                fields[part.name, default: []].append(try await text(&multipart, within: &room))
                continue
            }
            // Files are kept for nobody who is not signed in. What comes after one that is endless is not waited for.
            while let chunk = try await multipart.nextChunk() {
                passedOver += chunk.readableBytes
                guard passedOver <= longestPassedOver else { return fields }
            }
        }
        return fields
    }

    private static func read(
        _ request: Request, upTo most: Int = longestFields, patience: Patience = .endless
    ) async throws -> [String: [String]] {
        var body = ByteBuffer()
        for try await var chunk in request.body {
            body.writeBuffer(&chunk)
            guard body.readableBytes <= most else { throw FormError.tooLarge(limit: "1 MB") }
            try patience.check(body.readableBytes)
        }
        return try FormText.fields(in: body, room: longestFields + emptyField, perField: emptyField)
    }

    private static func read(
        _ multipart: consuming MultipartBody, visit: Visit, receiver: FileReceiver?
    ) async throws -> ([String: [String]], Result<[ReceivedFile], NoRoom>) {
        var multipart = multipart
        var fields: [String: [String]] = [:]
        var files: Result<[ReceivedFile], NoRoom> = .success([])
        var room = longestFields
        while let part = try await multipart.nextPart() {
            // An empty field takes room too.
            room -= part.name.utf8.count + emptyField
            guard room >= 0 else { throw FormError.tooLarge(limit: "1 MB") }
            guard let fileName = part.fileName else {
                fields[part.name, default: []].append(try await text(&multipart, within: &room))
                continue
            }
            // The token comes first in every form of ours: a stranger's file is not even begun.
            try check(fields, visit: visit)
            // A file field left empty is sent all the same, without a name.
            guard !fileName.isEmpty else { continue }
            guard let receiver else { throw FormError.malformed("It came with a file where none was asked for.") }
            let file = try await receiver.receive(fileName, field: part.name, from: &multipart)
            files = files.flatMap { files in file.map { files + [$0] } }
        }
        return (fields, files)
    }

    private static func text(_ multipart: inout MultipartBody, within room: inout Int) async throws -> String {
        var text: [UInt8] = []
        while room >= 0, let chunk = try await multipart.nextChunk() {
            room -= chunk.readableBytes
            text += chunk.readableBytesView
        }
        guard room >= 0 else { throw FormError.tooLarge(limit: "1 MB") }
        return String(decoding: text, as: UTF8.self)
    }
}
