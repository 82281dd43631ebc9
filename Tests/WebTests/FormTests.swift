import Foundation
import HTTPTypes
import Hummingbird
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import Web

@Suite("A form is read only once its token was found good")
struct FormTests {
    private let session = SessionToken()
    private var officer: Visit { .member(session, path: "/data/import") }
    private let visitor = Visit(path: "/sign-in")
    private var token: SentForm.Part { .field(AntiForgery.field, AntiForgery.token(for: session, of: Visit.ada)) }

    private func form(_ text: String, visit: Visit? = nil, headers: HTTPFields = [:]) async throws -> Form {
        let request = SentForm.request(
            Array(text.utf8), type: "application/x-www-form-urlencoded", headers: headers)
        return try await Form(request, visit: visit ?? visitor)
    }

    @Test(
        "what was typed is read as it was typed",
        arguments: [
            ("kind=police", "police"), ("kind=St+Helens", "St Helens"), ("kind=a%26b%3Dc%2Bd", "a&b=c+d"),
            ("kind=Ynys+M%C3%B4n", "Ynys Môn"), ("kind=%20%0D%0A+x+", "x"), ("kind=", ""), ("kind", ""),
            ("other=1", ""), ("", ""),
            ("&&kind=1&&", "1"), ("kind=first&kind=second", "first"), ("kind=a=b", "a=b"), ("k%69nd=1", "1"),
        ])
    func typed(body: String, value: String) async throws {
        #expect(try await form(body)["kind"] == value)
    }

    @Test("characters that cannot be read are refused", arguments: ["kind=%zz", "kind=%", "kind=%ff%fe", "%e9=1"])
    func unreadable(body: String) async throws {
        await #expect(throws: FormError.malformed("It has characters that cannot be read.")) { try await form(body) }
    }

    @Test("a form of more than a megabyte is too large, and says how much is taken")
    func tooLarge() async throws {
        let most = "kind=" + String(repeating: "a", count: (1 << 20) - 5)
        #expect(try await form(most)["kind"].count == (1 << 20) - 5)
        await #expect(throws: FormError.tooLarge(limit: "1 MB")) { try await form(most + "a") }
    }

    @Test("a form of a hundred thousand empty fields is too large, for each takes room")
    func manyFields() async throws {
        await #expect(throws: FormError.tooLarge(limit: "1 MB")) {
            try await form(String(repeating: "a=&", count: 100_000))
        }
        #expect(try await form(String(repeating: "a=&", count: 10_000) + "kind=1")["kind"] == "1")
    }

    @Test("an officer’s form without this officer’s token is a forgery")
    func token() async throws {
        let good = AntiForgery.token(for: session, of: Visit.ada).replacing("+", with: "%2B")
        #expect(try await form("kind=police&\(AntiForgery.field)=\(good)", visit: officer)["kind"] == "police")
        let foreign = AntiForgery.token(for: SessionToken(), of: Visit.ada).replacing("+", with: "%2B")
        for body in [
            "kind=police", "\(AntiForgery.field)=\(foreign)",
            "\(AntiForgery.field)=\(foreign)&\(AntiForgery.field)=\(good)",
        ] {
            await #expect(throws: TurnedAway.forgery) { try await form(body, visit: officer) }
        }
    }

    @Test("a form sent from another site is a forgery, whoever sends it")
    func origin() async throws {
        for headers: HTTPFields in [[.origin: "https://evil.example"], [.secFetchSite: "cross-site"]] {
            await #expect(throws: TurnedAway.forgery) { try await form("kind=police", headers: headers) }
        }
    }

    private func multipart(_ parts: [SentForm.Part], visit: Visit, receiver: FileReceiver? = nil) async throws -> Form {
        try await Form(SentForm.request(SentForm(parts: parts).bytes), visit: visit, files: receiver)
    }

    @Test("files are kept as they came, under their own hash, and empty choices are passed over")
    func files() async throws {
        try await Scratch.sqlite.database { database in
            let receiver = FileReceiver(keepingIn: database.files, limit: 1_000)
            let form = try await multipart(
                [
                    token, .field("kind", " police "), .file("file", named: "", ""),
                    .file("file", named: "a/kent.csv", "1,2\r\n"),
                    .file("file", named: "empty.csv", ""),
                ],
                visit: officer, receiver: receiver)
            #expect(form["kind"] == "police")
            let files = try form.files
            #expect(files.map(\.name) == ["kent.csv", "empty.csv"])
            #expect(files.map(\.field) == ["file", "file"])
            #expect(files.map(\.kept.size) == [5, 0])
            for (file, content) in zip(files, ["1,2\r\n", ""]) {
                let url = try #require(database.files.url(for: file.kept.hash))
                #expect(try String(contentsOf: url, encoding: .utf8) == content)
            }
        }
    }

    @Test("a file that comes before the token is not even begun")
    func tokenFirst() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let database = try await Database.open(
                folder: folder, migrations: [], at: Scratch.noon, logger: .silent, identities: .seeded(1))
            let receiver = FileReceiver(keepingIn: database.files, limit: 1_000)
            let foreign = SentForm.Part.field(AntiForgery.field, AntiForgery.token(for: SessionToken(), of: Visit.ada))
            let file = SentForm.Part.file("file", named: "kent.csv", "1,2\r\n")
            for parts in [[file, token], [file], [foreign, file, token]] {
                await #expect(throws: TurnedAway.forgery) {
                    try await multipart(parts, visit: officer, receiver: receiver)
                }
            }
            #expect(try keptFiles(in: folder).isEmpty)
            await database.close()
        }
    }

    @Test("a form that asked for no file takes none")
    func unasked() async throws {
        await #expect(throws: FormError.malformed("It came with a file where none was asked for.")) {
            try await multipart([token, .file("file", named: "kent.csv", "1")], visit: officer)
        }
        #expect(try await multipart([token, .file("file", named: "", "")], visit: officer).files.isEmpty)
    }

    @Test("a file over the limit is too large, and nothing of it stays")
    func fileTooLarge() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let database = try await Database.open(
                folder: folder, migrations: [], at: Scratch.noon, logger: .silent, identities: .seeded(1))
            let receiver = FileReceiver(keepingIn: database.files, limit: 1_000)
            let most = String(repeating: "a", count: 1_000)
            #expect(
                try await multipart([token, .file("file", named: "a", most)], visit: officer, receiver: receiver)
                    .files.map(\.kept.size) == [1_000])
            let kept = try keptFiles(in: folder)
            await #expect(throws: FormError.self) {
                try await multipart([token, .file("file", named: "b", most + "b")], visit: officer, receiver: receiver)
            }
            #expect(try keptFiles(in: folder) == kept)
            await database.close()
        }
    }

    @Test("a file for which there is no room is read to its end, and all that was typed is there, before it and behind")
    func noRoom() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let database = try await Database.open(
                folder: folder, migrations: [], at: Scratch.noon, logger: .silent, identities: .seeded(1),
                gauge: DiskGauge { DiskRoom(free: 1, whole: 100) })
            let receiver = FileReceiver(keepingIn: database.files, limit: 1_000)
            let form = try await multipart(
                [
                    token, .field("kind", "police"), .file("file", named: "kent.csv", "1,2"),
                    .file("other", named: "", ""), .field("why", "A reason"),
                ],
                visit: officer, receiver: receiver)
            #expect(form["kind"] == "police" && form["why"] == "A reason")
            let error = #expect(throws: NoRoom.self) { try form.files }
            #expect(error?.refusals["file"]?.contains("so no files are taken and nothing has changed") == true)
            #expect(try keptFiles(in: folder).isEmpty)
            let long = String(repeating: "a", count: 1_001)
            await #expect(throws: FormError.self, "a file over the limit is not read to its end") {
                try await multipart([token, .file("file", named: "b", long)], visit: officer, receiver: receiver)
            }
            await database.close()
        }
    }

    @Test("fields that came in parts may not be endless, neither one nor all of them together")
    func endlessFields() async throws {
        let long = String(repeating: "a", count: 300_000)
        await #expect(throws: FormError.tooLarge(limit: "1 MB")) {
            try await multipart([.field("kind", long + long + long + long)], visit: visitor)
        }
        await #expect(throws: FormError.tooLarge(limit: "1 MB")) {
            try await multipart((0..<4).map { .field("field\($0)", long) }, visit: visitor)
        }
        await #expect(throws: FormError.tooLarge(limit: "1 MB")) {
            try await multipart(Array(repeating: .field("", ""), count: 20_000), visit: visitor)
        }
        #expect(
            try await multipart((0..<3).map { .field("field\($0)", long) }, visit: visitor)["field2"].count == 300_000)
    }

    private func keptFiles(in folder: String) throws -> [String] {
        let all = FileManager.default.enumerator(atPath: folder + "/files")?.compactMap { $0 as? String } ?? []
        var isFolder: ObjCBool = false
        return all.filter {
            FileManager.default.fileExists(atPath: "\(folder)/files/\($0)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}
