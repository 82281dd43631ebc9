import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("An entry is hashed in one documented way")
struct EntryFormTests {
    @Test("fields can’t run into one another")
    func canonical() {
        func form(_ fields: String?...) -> [UInt8] {
            var form = CanonicalForm("x")
            for field in fields { form.append(field) }
            return form.bytes
        }

        #expect(form("ab", "c") != form("a", "bc"))
        #expect(form("", nil) != form(nil, ""))
        #expect(form("a") == [1, 0, 0, 0, 0, 0, 0, 0, 1, 0x78, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0x61])
    }

    @Test("a known entry has the hash that another program works out from the description")
    func known() throws {
        let partnership = try #require(ID<Tenant>("0152c9f8-e800-7cc3-98c8-3c5f2a1d0e4b"))
        let member = try #require(ID<Note>("0152c9f8-e800-7000-8000-000000000001"))
        let entry = Entry(
            .noteWritten, of: .init("note", "7"), by: .member(member, name: "Ada Lovelace"), at: Scratch.noon,
            why: "It was due.", changes: [.init("title", from: nil, to: "Ωmega")])
        let salt = [UInt8](0..<16)
        let detail = try EntryDetail(entry, changes: [.init("count", from: 1, to: 2.5)], refusal: nil, salt: salt)

        let kept = KeptEntry(
            number: 1, entry: entry, detail: detail, in: EntryChain(of: partnership), after: EntryChain.beginning)

        #expect(kept.detailHash.hexadecimal == "585c8a7e65d7501b4731b41390acaf09360fe9739bd2b262c34ef3938bce4a43")
        #expect(kept.hash.hexadecimal == "ea6e34c3913fad745e957f1dec949f8e5db1a1087d0f1ff5ffe8c2b4b6f65eb8")
    }
}
